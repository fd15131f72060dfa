"""Moments in words: as tables for a terminal, as flat rows for programs, and as what a page shows."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from kg.model import Entity, Moment
from kg.views.flat import cell
from kg.views.phrases import clean, name_of, span_words
from kg.views.tables import Table
from kg.views.words import STATUS_WORDS, Language, Wording, day, unfold, word, wording

SAY: Mapping[str, Mapping[str, str]] = {
    "when": {"fr": "quand", "en": "when"},
    "what": {"fr": "quoi", "en": "what"},
    "who": {"fr": "qui", "en": "who"},
    "status": {"fr": "statut", "en": "status"},
    "sources": {"fr": "sources", "en": "sources"},
    "reported": {"fr": "rapporté", "en": "reported"},
    "undated": {"fr": "sans date", "en": "without a date"},
}
MOMENT_COLUMNS = (
    *("id", "subject", "kind", "type", "what", "label", "start", "end", "precision", "status", "who", "whom", "places"),
    *("figures", "sources", "first_report", "last_report", "claims", "denials"),
)


def timeline_tables(
    moments: Iterable[Moment], *, language: Language = "fr", words: Wording | None = None
) -> tuple[Table, ...]:
    """What is dated, in the order given, and in a second table what is not, with the days of its reports."""
    words = words or wording(language)
    found = [*moments]
    dated = [one for one in found if one.span is not None]
    undated = [one for one in found if one.span is None]
    tables = (_table("", "when", dated, words), _table(SAY["undated"][words.language], "reported", undated, words))
    return tuple(table for table in tables if table.rows)


def _table(title: str, first: str, moments: Sequence[Moment], words: Wording) -> Table:
    heads = (first, "what", "who", "status", "sources")
    rows = tuple(_row(one, words) for one in moments)
    return Table(title=title, columns=tuple(SAY[name][words.language] for name in heads), rows=rows)


def _row(one: Moment, words: Wording) -> tuple[str, ...]:
    return (
        span_words(one.span, words.language) if one.span else reported_words(one, words),
        ", ".join(filter(None, (what_words(one, words), names(one.places, words), clean("; ".join(one.figures))))),
        sides(one, words),
        word(STATUS_WORDS, one.status, words.language),
        str(one.sources),
    )


def what_words(one: Moment, words: Wording) -> str:
    """What happened: a type of event, an agreement with its stage, an office with its standing."""
    if one.kind == "agreement":
        shown = name_of(one.subject, words)
    elif one.kind == "office":
        shown = words.office(one.type)
    else:
        shown = words.type(one.type)
    finer = (words.finer(one.what) if one.kind == "event" else words.value(one.what)) if one.what else ""
    return clean(
        f"{shown}: {unfold(finer)}" if finer and (one.kind, finer) != ("office", words.value("current")) else shown
    )


def reported_words(one: Moment, words: Wording) -> str:
    """The first and the last day of report, in words; empty where no article has a date."""
    days = [day(report, words.language) for report in (one.first_report, one.last_report) if report]
    return " – ".join(dict.fromkeys(days))


def sides(one: Moment, words: Wording) -> str:
    """Who, and to whom: « Russie → Ukraine »; who holds an office of what; both sides of what they do together."""
    who, whom = names(one.who, words), names(one.whom, words)
    if not whom or set(one.who) == set(one.whom):
        return who
    return f"{who} · {whom}" if one.kind == "office" else f"{who} → {whom}".strip()


def names(entities: Iterable[Entity], words: Wording) -> str:
    """Names in words, each once."""
    return ", ".join(dict.fromkeys(name_of(entity, words) for entity in entities))


def moment_rows(moments: Iterable[Moment]) -> Iterator[Mapping[str, Any]]:
    """The moments by ``MOMENT_COLUMNS``: entities by their labels, claims by their IRIs."""
    for one in moments:
        data = one.to_json()
        time = data["time"] or {}
        yield {
            **{name: data[name] for name in ("id", "kind", "type", "what", "status", "sources")},
            **{name: data[name] for name in ("first_report", "last_report")},
            **{name: time.get(name) for name in ("start", "end", "precision")},
            **{name: cell(data[name]) for name in ("who", "whom", "places", "figures")},
            "subject": one.subject.id,
            "label": one.subject.label,
            "claims": " ".join(claim.id for claim in one.claims),
            "denials": " ".join(claim.id for claim in one.denials),
        }
