"""Disputes as tables: one each, the values beside who says so since when, in which words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from kg.model import Claim, Dispute, Entity, Position, Quantity, TimeSpan
from kg.views.flat import cell
from kg.views.phrases import clean, local_name, name_of, plain_words, span_words
from kg.views.tables import Table
from kg.views.terms import contradiction
from kg.views.words import MODALITIES, STATUS_WORDS, Language, Wording, day, word, wording

PASSAGES = 3
"""So many passages of one voice at most are shown; CSV and JSON have all."""

_SAY: Mapping[str, Mapping[str, str]] = {
    "value": {"fr": "valeur", "en": "value"},
    "who": {"fr": "qui le dit", "en": "who says so"},
    "since": {"fr": "depuis le", "en": "since"},
    "how": {"fr": "modalité", "en": "modality"},
    "quote": {"fr": "passage", "en": "passage"},
    "there": {"fr": "a eu lieu", "en": "took place"},
    "agreed": {"fr": "conclu", "en": "concluded"},
    "not": {"fr": "démenti", "en": "denied"},
    "reference": {"fr": "référence", "en": "reference"},
    "unnamed": {"fr": "éditeur inconnu", "en": "unknown publisher"},
    "status": {"fr": "{0} depuis le {1}", "en": "{0} since {1}"},
    "open": {"fr": "«\u202f", "en": "“"},
    "shut": {"fr": "\u202f»", "en": "”"},
}
_KINDS: Mapping[str, Mapping[str, str]] = {
    "denial": {"fr": "démenti", "en": "denial"},
    "date": {"fr": "date", "en": "date"},
    "figure": {"fr": "chiffre", "en": "figure"},
    "place": {"fr": "lieu", "en": "place"},
    "holder": {"fr": "titulaire", "en": "holder"},
    "parties": {"fr": "parties", "en": "parties"},
}
DISPUTE_COLUMNS = (
    *("dispute", "kind", "subject", "subject_label", "predicate", "status", "since", "position", "value", "denied"),
    *("position_since", "who", "who_id", "who_since", "article", "publisher", "published", "modality", "quote"),
    *("start", "end", "claim"),
)


def dispute_tables(
    disputes: Iterable[Dispute], *, language: Language = "fr", words: Wording | None = None
) -> Iterator[Table]:
    """A table a dispute, in the order given: a row a passage, each value and each voice in the first of its rows."""
    words = words or wording(language)
    say = {name: entry[words.language] for name, entry in _SAY.items()}
    for dispute in disputes:
        rows = [row for position in dispute.positions for row in _rows(dispute, position, words, say)]
        heads = tuple(say[name] for name in ("value", "who", "since", "how", "quote"))
        yield Table(title=dispute_title(dispute, words), columns=heads, rows=tuple(rows))


def dispute_title(dispute: Dispute, words: Wording) -> str:
    """What a dispute is about, its status and since when: « attaque · Inde → Pakistan — chiffre : contesté … »."""
    what = word(_KINDS, dispute.kind, words.language)
    if dispute.kind == "date" and dispute.predicate != "time":
        what = f"{what} ({words.type(dispute.predicate)})"
    status = STATUS_WORDS[dispute.status][words.language]
    if dispute.since:
        status = _SAY["status"][words.language].format(status, day(dispute.since, words.language))
    return clean(f"{_subject(dispute, words)} — {what}, {status}")


def _subject(dispute: Dispute, words: Wording) -> str:
    if dispute.subject.kind == "Event":
        return _event(dispute, words)
    if dispute.subject.kind not in ("Tenure", "Agreement"):
        return name_of(dispute.subject, words)
    claim = next(voice.claims[0] for position in dispute.positions for voice in position.said_by)
    if dispute.subject.kind == "Agreement":
        told = claim.filling("party") if dispute.kind != "parties" else ()
        parties = ", ".join(name_of(entity, words) for entity in told)
        return name_of(dispute.subject, words) + (f" ({parties})" if parties else "")
    whole = ", ".join(name_of(entity, words) for entity in claim.filling("of"))
    return " · ".join(filter(None, (words.office(claim.office or claim.type), whole)))


def _event(dispute: Dispute, words: Wording) -> str:
    """What happened, who to whom and when, as the passage has it that tells most: « attaque · Inde → Pakistan, … »."""
    said = [claim for position in dispute.positions for voice in position.said_by for claim in voice.claims]
    told = max(said, key=lambda claim: (len(claim.filling("actor", "target")), bool(claim.time)))
    who, whom = (", ".join(name_of(entity, words) for entity in told.filling(role)) for role in ("actor", "target"))
    when = span_words(told.time, words.language) if dispute.kind != "date" else ""
    sides = " → ".join(filter(None, (who, whom)))
    return ", ".join(filter(None, (" · ".join(filter(None, (words.finer(told.subtype or told.type), sides))), when)))


def value_words(dispute: Dispute, position: Position, words: Wording) -> str:
    """One side in words: a name, a time, a figure, that it took place or that it is denied."""
    value = position.value
    if isinstance(value, TimeSpan):
        return span_words(value, words.language)
    if isinstance(value, Quantity):
        return clean(plain_words(value.to_json(), words))
    if isinstance(value, tuple):
        return ", ".join(name_of(entity, words) for entity in value)
    if isinstance(value, Entity):
        shown = name_of(value, words)
        shown = f"{words.type(dispute.predicate)}: {shown}" if dispute.kind == "denial" else shown
    elif dispute.predicate == "a":
        if position.denied:
            return _SAY["not"][words.language]
        shown = _SAY["agreed" if dispute.subject.kind == "Agreement" else "there"][words.language]
    else:
        shown = clean(words.value(local_name(value.text)))
    return f"{shown}: {_SAY['not'][words.language]}" if position.denied else shown


def _rows(dispute: Dispute, position: Position, words: Wording, say: Mapping[str, str]) -> Iterator[tuple[str, ...]]:
    value = value_words(dispute, position, words)
    for testimony in position.said_by:
        who = (name_of(testimony.who, words) if testimony.who else clean(testimony.name)) or say["unnamed"]
        since = day(testimony.since, words.language) if testimony.since else "?"
        for claim in testimony.claims[:PASSAGES]:
            yield value, who, since, _modality(claim, words), _passage(claim, say)
            value = who = since = ""
        if len(testimony.claims) > PASSAGES:
            yield "", "", "", "", f"… +{len(testimony.claims) - PASSAGES}"
    if position.terms:
        sources = ", ".join(dict.fromkeys(term.reference for term in position.terms))
        yield value, f"{say['reference']} {clean(sources)}", "", "", contradiction(position.terms, dispute.since, words)


def _modality(claim: Claim, words: Wording) -> str:
    return "" if claim.modality == "asserted" else word(MODALITIES, claim.modality, words.language)


def _passage(claim: Claim, say: Mapping[str, str]) -> str:
    info = claim.article
    source = ", ".join(filter(None, (info.publisher or info.title or info.id, str(info.published or ""))))
    return clean(f"{say['open']}{' '.join(claim.evidence.quote.split())}{say['shut']} ({source})")


def dispute_rows(disputes: Iterable[Dispute]) -> Iterator[Mapping[str, Any]]:
    """The disputes by ``DISPUTE_COLUMNS``, a row a passage, or a term of a reference with its source for a quote."""
    for dispute in disputes:
        for number, position in enumerate(dispute.positions, 1):
            common = {
                "dispute": dispute.id,
                "kind": dispute.kind,
                "subject": dispute.subject.id,
                "subject_label": dispute.subject.label,
                "predicate": dispute.predicate,
                "status": dispute.status,
                "since": dispute.since,
                "position": number,
                "value": _flat(position),
                "denied": str(position.denied).lower(),
                "position_since": position.since,
            }
            for term in position.terms:
                yield {**common, "who": term.reference, "who_id": term.id, "quote": term.source}
            for testimony in position.said_by:
                for claim in testimony.claims:
                    yield {
                        **common,
                        "who": testimony.name,
                        "who_id": testimony.who.id if testimony.who else "",
                        "who_since": testimony.since,
                        "article": claim.article.id,
                        "publisher": claim.article.publisher,
                        "published": claim.article.published,
                        "modality": claim.modality,
                        **claim.to_json()["evidence"],
                        "claim": claim.id,
                    }


def _flat(position: Position) -> Any:
    value = position.value
    if isinstance(value, TimeSpan):
        return "/".join(str(bound or "..") for bound in (value.start, value.end))
    if isinstance(value, tuple):
        return cell([entity.to_json() for entity in value])
    if isinstance(value, Entity | Quantity):
        return cell(value.to_json())
    return local_name(value.text)
