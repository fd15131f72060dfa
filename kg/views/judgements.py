"""Judgements, as tables: what is the same, what is different, who says so and why."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from kg.model import Judgement, Party
from kg.views.phrases import clean
from kg.views.tables import Table
from kg.views.words import Language, day

_SHOWN = 8  # digits of a key
_LONG = 60
_HEADS: Mapping[str, tuple[str, ...]] = {
    "fr": ("clé", "jugement", "l'un", "l'autre", "par", "le", "motif"),
    "en": ("key", "judgement", "one", "other", "by", "on", "reason"),
}
VERDICTS: Mapping[str, Mapping[str, str]] = {
    "same": {"fr": "un seul", "en": "the same"},
    "different": {"fr": "distincts", "en": "different"},
}
_TITLE = {"fr": "Jugements", "en": "Judgements"}
_IN = {"fr": "dans", "en": "in"}


def judgements_table(judgements: Iterable[Judgement], *, language: Language = "fr") -> Table:
    """A judgement a row, in the order given: its key, verdict, what is judged, by whom, on which day and why."""
    rows = tuple(
        (
            judgement.key[:_SHOWN],
            VERDICTS[judgement.verdict][language],
            party_words(judgement.one, language),
            party_words(judgement.other, language),
            clean(judgement.by or ""),
            day(judgement.on, language) if judgement.on else "",
            clean(judgement.reason or ""),
        )
        for judgement in judgements
    )
    return Table(columns=_HEADS[language], rows=rows)


def judgement_tables(judgements: Iterable[Judgement], *, language: Language = "fr") -> tuple[Table, ...]:
    """The table of judgements beside others, under its title; none where there are none."""
    table = judgements_table(judgements, language=language)
    return (replace(table, title=_TITLE[language]),) if table.rows else ()


def party_words(party: Party, language: Language) -> str:
    """What is judged, in words: a name, with the article that alone means it, or its label with a passage.

    >>> party_words(Party(iri="x:kim", label="Kim", article="a1"), "en")
    'Kim (in a1)'
    """
    if party.article is not None:
        return clean(f"{party.label} ({_IN[language]} {party.article})")
    if not party.claims:
        return clean(party.label)
    first = min(party.claims, key=lambda claim: (str(claim.article.published or "~"), claim.id))
    quote = " ".join(first.evidence.quote.split())
    quote = quote if len(quote) <= _LONG else f"{quote[: _LONG - 1]}…"
    more = f" (+{len(party.claims) - 1})" if len(party.claims) > 1 else ""
    return clean(f"{party.label}: «{quote}» {_IN[language]} {first.article.id}{more}")
