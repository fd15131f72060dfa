"""Why two are one, or are not, in words: a sentence, and tables of what was compared."""

from collections.abc import Mapping, Sequence
from typing import Any

from kg.model import Claim, Entity, TimeSpan
from kg.model.reasons import Comparison, NameUse, Reasons, Sign
from kg.views.judgements import judgement_tables
from kg.views.phrases import clean, name_of, plain_words, span_words
from kg.views.tables import Table, source
from kg.views.words import MODALITIES, Language, Wording, word, wording

_SENTENCES: Mapping[str, Mapping[str, str]] = {
    "same": {"fr": "{0} et {1} ne font qu'un", "en": "{0} and {1} are one"},
    "apart": {"fr": "{0} et {1} ne sont pas un", "en": "{0} and {1} are not one"},
    "alone": {"fr": "Ce qui ne fait qu'un sous {0}", "en": "What is one under {0}"},
}
_RULES: Mapping[str, Mapping[str, str]] = {
    "judged": {"fr": "il en a été jugé ainsi", "en": "it was judged so"},
    "known": {"fr": "nom connu", "en": "known name"},
    "spelling": {"fr": "même clé d'orthographe", "en": "spelt alike"},
    "letters": {"fr": "mêmes lettres", "en": "same letters"},
    "context": {"fr": "d'après le contexte de l'article", "en": "by the article's context"},
    "compared": {"fr": "leurs passages ont été comparés", "en": "their passages were compared"},
    "chain": {"fr": "par une chaîne de passages", "en": "by a chain of passages"},
}
_APART = {"fr": "rien ne les rapproche", "en": "nothing brings them together"}
_HOW: Mapping[str, Mapping[str, str]] = {
    "first": {"fr": "le premier", "en": "the first"},
    "linked": {"fr": "rapproché", "en": "linked"},
    "only": {"fr": "le seul possible", "en": "the only one open to it"},
    "judged": {"fr": "jugé", "en": "judged"},
    "forbidden": {"fr": "exclu", "en": "ruled out"},
    "weak": {"fr": "trop peu en commun", "en": "too little in common"},
    "outdone": {
        "fr": "assez en commun, mais autre chose les sépare",
        "en": "enough in common, yet something parts them",
    },
    "block": {"fr": "jamais comparés", "en": "never compared"},
}
_SIGNS: Mapping[str, Mapping[str, str]] = {
    "time": {"fr": "date", "en": "date"},
    "in_force": {"fr": "entrée en vigueur", "en": "entry into force"},
    "ended": {"fr": "fin", "en": "end"},
    "subtype": {"fr": "type précis", "en": "finer type"},
    "participants": {"fr": "qui", "en": "who"},
    "place": {"fr": "lieu", "en": "place"},
    "figures": {"fr": "chiffres", "en": "figures"},
    "denial": {"fr": "démenti", "en": "denial"},
    "article": {"fr": "article", "en": "article"},
    "copy": {"fr": "copie", "en": "copy"},
    "name": {"fr": "nom", "en": "name"},
    "kind": {"fr": "genre", "en": "kind"},
    "order": {"fr": "ordre des étapes", "en": "order of stages"},
    "holder": {"fr": "titulaire", "en": "holder"},
    "reference": {"fr": "référence", "en": "reference"},
    "block": {"fr": "ce que tous partagent", "en": "what all share"},
    "deed": {"fr": "acte", "en": "deed"},
    "year": {"fr": "année", "en": "year"},
    "actors": {"fr": "auteurs", "en": "actors"},
    "targets": {"fr": "cibles", "en": "targets"},
    "parties": {"fr": "parties", "en": "parties"},
    "family": {"fr": "famille de genres", "en": "family of kinds"},
    "office": {"fr": "fonction", "en": "office"},
    "of": {"fr": "de", "en": "of"},
    "holders": {"fr": "titulaires", "en": "holders"},
    "claim": {"fr": "affirmation isolée", "en": "claim that stands alone"},
}
_HEADS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "names": {
        "fr": ("nom", "par", "clé", "articles", "IRI"),
        "en": ("name", "by", "key", "articles", "IRI"),
    },
    "signs": {"fr": ("comparé", "l'un", "l'autre", "poids"), "en": ("compared", "one", "other", "weight")},
    "steps": {
        "fr": ("nº", "passage", "source", "rejoint", "comment", "poids", "signes"),
        "en": ("no.", "passage", "source", "joins", "how", "weight", "signs"),
    },
}
_FORBIDS = {"fr": "exclut", "en": "rules it out"}
_ENOUGH = {"fr": "{0}, il en faut {1}", "en": "{0}, {1} needed"}
_SHORT, _MOST = 60, 12


def reasons_sentence(reasons: Reasons, names: Sequence[str] = (), *, language: Language = "fr") -> str:
    """In one sentence whether the two are one, and by which rule; they are called by ``names``, where these are given.

    Of an IRI the name is shown.
    """
    words = wording(language)
    known = [one for one in (reasons.one, reasons.other) if one]
    said = [*names, *("://" for _ in known)][: len(known)]
    names = [
        _called(one, words) if "://" in name else f"«{clean(name)}»" for one, name in zip(known, said, strict=True)
    ]
    if reasons.same is None:
        return _SENTENCES["alone"][language].format(*names)
    head = _SENTENCES["same" if reasons.same else "apart"][language].format(*names)
    rule = _APART if reasons.rule == "apart" else _RULES[reasons.rule]
    return f"{head}{' :' if language == 'fr' else ':'} {rule[language]}"


def _called(entity: Entity, words: Wording) -> str:
    return f"«{name_of(entity, words)}»"


def reasons_tables(reasons: Reasons, *, language: Language = "fr") -> tuple[Table, ...]:
    """The names, the passages step by step with what was compared, and the judgements; each where there are some."""
    words = wording(language)
    tables = [_names_table(reasons.names, language)] if reasons.names else []
    if reasons.same is None and reasons.steps:
        tables.append(_steps_table(reasons.steps, words))
    elif reasons.steps:
        tables += [_signs_table(step, words) for step in reasons.steps]
    return (*tables, *judgement_tables(reasons.judgements, language=language))


def _names_table(names: Sequence[NameUse], language: Language) -> Table:
    rows = tuple(
        (
            clean(use.name),
            _RULES[use.rule][language],
            use.key or "",
            clean(", ".join(use.articles[:_MOST])) + ("…" if len(use.articles) > _MOST else ""),
            use.iri,
        )
        for use in names
    )
    return Table(columns=_HEADS["names"][language], rows=rows)


def _steps_table(steps: Sequence[Comparison], words: Wording) -> Table:
    """How each passage joined, a row each; which other it joined is told by that one's number."""
    numbers: dict[str, str] = {}
    for step in steps:
        numbers.setdefault(step.one.id, str(len(numbers) + 1))
    rows = tuple(
        (
            numbers[step.one.id],
            clean(" ".join(step.one.evidence.quote.split())),
            source(step.one.article),
            numbers.get(step.other.id, _passage(step.other)) if step.other else "",
            _HOW[step.how][words.language],
            _weight(step, words.language) if step.other and step.how != "judged" else "",
            ", ".join(f"{_sign(sign.name, words)} {sign.points:+d}" for sign in step.signs if sign.points),
        )
        for step in steps
    )
    return Table(columns=_HEADS["steps"][words.language], rows=rows)


def _signs_table(step: Comparison, words: Wording) -> Table:
    """One comparison: the two passages in the title, a row for each sign."""
    language = words.language
    title = f"{_passage(step.one)} — {_passage(step.other)}: " if step.other else f"{_passage(step.one)}: "
    weight = f" ({_weight(step, language)})" if step.strength is not None and step.how != "judged" else ""
    rows = tuple(
        (
            _sign(sign.name, words),
            _value(sign.one, sign, words),
            _value(sign.other, sign, words),
            _FORBIDS[language] if sign.points is None else f"{sign.points:+d}" if sign.points else "0",
        )
        for sign in step.signs
        if sign.points != 0 or sign.one or sign.other
    )
    return Table(title=f"{title}{_HOW[step.how][language]}{weight}", columns=_HEADS["signs"][language], rows=rows)


def _weight(step: Comparison, language: str) -> str:
    return _ENOUGH[language].format(step.strength, step.enough)


def _passage(claim: Claim) -> str:
    return f"«{clean(' '.join(claim.evidence.quote.split()), _SHORT)}» ({source(claim.article)})"


def _sign(name: str, words: Wording) -> str:
    known = _SIGNS.get(name)
    return known[words.language] if known else name.replace("_", " ")


def _value(value: Any, sign: Sign, words: Wording) -> str:
    if isinstance(value, dict) and "precision" in value:
        return span_words(TimeSpan.from_json(value), words.language)
    if sign.name in ("actors", "targets", "parties", "of", "holders") and isinstance(value, list):
        return clean(", ".join(words.name(one) or one for one in value))
    if sign.name == "denial":
        return word(MODALITIES, str(value), words.language)
    return clean(plain_words(value, words))
