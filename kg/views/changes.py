"""What changed, as tables: one for each kind of change, a thing a row."""

from collections.abc import Iterable, Mapping, Sequence

from kg.model import Claim, Fact
from kg.model.change import CHANGE_KINDS, Change, PartChange
from kg.model.history import Correction, History, Step
from kg.views.interface import HEADS
from kg.views.judgements import judgement_tables
from kg.views.phrases import clean, name_of, object_words
from kg.views.tables import Table, source
from kg.views.words import MODALITIES, STATUS_WORDS, Language, Wording, word, wording

CHANGES: Mapping[str, Mapping[str, str]] = {
    "new": {"fr": "Nouveau", "en": "New"},
    "disputed": {"fr": "Nouvellement contesté", "en": "Newly disputed"},
    "confirmed": {"fr": "Désormais affirmé", "en": "Now asserted"},
    "corroborated": {"fr": "Nouvellement corroboré", "en": "Newly corroborated"},
    "denied": {"fr": "Désormais démenti", "en": "Now denied"},
    "withdrawn": {"fr": "N'est plus affirmé", "en": "No longer asserted"},
    "weakened": {"fr": "N'est plus corroboré", "en": "No longer corroborated"},
    "settled": {"fr": "N'est plus contesté", "en": "No longer disputed"},
    "changed": {"fr": "Autre statut", "en": "Other status"},
    "learned": {"fr": "Précisé", "en": "More is known"},
    "parted": {"fr": "Distingué d'un autre", "en": "Told apart"},
    "gone": {"fr": "Retiré", "en": "Withdrawn"},
}
OTHERWISE: Mapping[str, str] = {"fr": "Autres précisions", "en": "Other details"}
"""What a correction does that changes no status."""
_WHO = ("party", "actor", "holder")
_WHOM = ("target", "of")
_WHEN = ("signed", "time")
_MOST = 3
"""Sources that are named; of more the rest is counted."""


def change_tables(
    changes: Iterable[Change], *, language: Language = "fr", words: Wording | None = None
) -> tuple[Table, ...]:
    """A table for each kind of change, in the order in which they matter, a thing a row; none for none.

    Columns: what, who, to whom, when, status before and after, what more is known or in dispute, sources, and the first
    passage that made it so.
    """
    words = words or wording(language)
    found = list(changes)
    names = ("what", "who", "whom", "when", "status", "details", "source", "quote")
    heads = _heads(words, *names)
    return tuple(
        Table(title=CHANGES[kind][words.language], columns=heads, rows=rows)
        for kind in CHANGE_KINDS
        if (rows := tuple(_row(change, words) for change in found if change.kind == kind))
    )


def history_tables(history: History, *, language: Language = "fr", words: Wording | None = None) -> tuple[Table, ...]:
    """The history of a fact: a table with an article a row, one with what corrections changed, and one of judgements
    that decided; each where it has rows.
    """
    words = words or wording(language)
    title = _title(history.fact, words)
    names = ("source", "how", "status", "details", "quote")
    steps = Table(title=title, columns=_heads(words, *names), rows=tuple(_step(one, words) for one in history.steps))
    corrected = Table(
        title=f"{title} · {HEADS['corrections'][words.language]}",
        columns=_heads(words, "source", "change", "status", "details", "withdrawn", "quote"),
        rows=tuple(_correction(one, words) for one in history.corrections),
    )
    judged = judgement_tables(history.judgements, language=language)
    return tuple(table for table in (steps, corrected, *judged) if table.rows)


def _title(fact: Fact, words: Wording) -> str:
    name = name_of(fact.subject, words)
    return name if fact.predicate == "a" else f"{name} · {words.type(fact.predicate)}: {object_words(fact, words)}"


def _step(step: Step, words: Wording) -> tuple[str, ...]:
    before = step.change.before if step.change else step.status
    how = dict.fromkeys(word(MODALITIES, claim.modality, words.language) for claim in step.claims)
    return (
        source(step.article),
        ", ".join(how),
        step_words(before, step.status, words),
        details(step.change.parts, words) if step.change else "",
        _quotes(step.claims),
    )


def _correction(correction: Correction, words: Wording) -> tuple[str, ...]:
    change = correction.change
    return (
        source(correction.latter),
        (OTHERWISE if change.kind == "learned" else CHANGES[change.kind])[words.language],
        step_words(change.before, change.after, words),
        details(change.parts, words),
        _quotes(correction.withdrawn),
        _quotes(change.claims),
    )


def _quotes(claims: Sequence[Claim]) -> str:
    return " … ".join(dict.fromkeys(clean(claim.evidence.quote) for claim in claims))


def _heads(words: Wording, *names: str) -> tuple[str, ...]:
    return tuple(word(HEADS, name, words.language) for name in names)


def _row(change: Change, words: Wording) -> tuple[str, ...]:
    if change.is_relation:
        what, when = words.type(change.whole.predicate), ""
        who, whom = name_of(change.whole.subject, words), object_words(change.whole, words)
    else:
        what = name_of(change.whole.subject, words)
        who, whom, when = (_values(change.facts, names, words) for names in (_WHO, _WHOM, _WHEN))
    return (
        what,
        who,
        whom,
        when,
        step_words(change.before, change.after, words),
        details(change.parts, words),
        _sources(change),
        clean(change.claims[0].evidence.quote) if change.claims else "",
    )


def _values(facts: Sequence[Fact], predicates: Sequence[str], words: Wording) -> str:
    return ", ".join(dict.fromkeys(object_words(fact, words) for fact in facts if fact.predicate in predicates))


def step_words(before: str | None, after: str | None, words: Wording) -> str:
    """One status, or both with an arrow where it changed.

    >>> step_words("expected", "stated", Wording()), step_words(None, "alleged", Wording())
    ('attendu → affirmé', 'allégué')
    """
    known = [STATUS_WORDS[status][words.language] for status in (before, after) if status]
    return " → ".join(dict.fromkeys(known)) + ("" if after else " → ∅")


def details(parts: Sequence[PartChange], words: Wording) -> str:
    """Each changed part in words: the property, its values before and after, and the status where that differs."""
    said: dict[str, list[str]] = {}
    for part in sorted(parts, key=lambda part: part.after is not None):
        text = object_words(part.fact, words)
        if part.before and part.after:
            text += f" ({step_words(part.before, part.after, words)})"
        elif part.after is None:
            text += " → ∅"
        elif part.after not in ("stated", "corroborated"):
            text += f" ({STATUS_WORDS[part.after][words.language]})"
        said.setdefault(words.type(part.fact.predicate), []).append(text)
    texts = (f"{name}: {', '.join(values)}" for name, values in said.items())
    return clean("; ".join(_joined(text) for text in texts))


def _joined(text: str) -> str:
    """What went and what came of one property as one step.

    >>> _joined("signed: June 2024 → ∅, 19 June 2024")
    'signed: June 2024 → 19 June 2024'
    """
    return text.replace(" → ∅, ", " → ", 1) if text.count("→ ∅") == 1 and text.count(", ") == 1 else text


def _sources(change: Change) -> str:
    names = list(dict.fromkeys(source(claim.article) for claim in change.claims))
    return " · ".join(names[:_MOST]) + (f" · +{len(names) - _MOST}" if len(names) > _MOST else "")
