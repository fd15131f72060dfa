"""Tables of the pages, with links from what they name to its page, and from passages to their articles."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import Answer, ArticleInfo, Dispute, Row
from kg.views.dispute_tables import PASSAGES, dispute_tables
from kg.views.interface import HEADS
from kg.views.phrases import clean, plain_words
from kg.views.site.frame import Site
from kg.views.terms import contradiction
from kg.views.words import STATUS_WORDS, Wording, word, wording

Cell = tuple[tuple[str, str], ...]
"""Pieces of text, each with the address that it leads to, or an empty one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedTable:
    """Rows of cells, each as long as ``columns``; the title leads to ``href`` unless that is empty."""

    title: str = ""
    href: str = ""
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def linked_answer(site: Site, answer: Answer) -> Iterator[LinkedTable]:
    """The rows of an answer, and in a second table what is not asserted; columns that are empty are left out."""
    for title, rows in (("", answer.rows), (word(HEADS, "also", site.language), answer.also)):
        if rows:
            yield _of_rows(site, title, rows)


def _of_rows(site: Site, title: str, rows: Sequence[Row]) -> LinkedTable:
    words = wording(site.language)
    names = [*dict.fromkeys(name for row in rows for name in row.columns)]
    told = [_row(site, row, names, words) for row in rows]
    heads = [word(HEADS, name, site.language) for name in (*names, "status", "reference")]
    kept = [place for place in range(len(heads)) if any(text for row in told for text, _ in row[place])]
    return LinkedTable(
        title=title,
        columns=tuple(heads[place] for place in kept),
        rows=tuple(dict.fromkeys(tuple(row[place] for place in kept) for row in told)),
    )


def _row(site: Site, row: Row, names: Sequence[str], words: Wording) -> tuple[Cell, ...]:
    status = word(STATUS_WORDS, row.status, words.language) if row.status else ""
    published = row.evidence[0].article.published if row.evidence else None
    against = contradiction(row.disputed_by, published, words)
    return (*(_cell(site, row.columns.get(name), words) for name in names), ((status, ""),), ((against, ""),))


def _cell(site: Site, value: Any, words: Wording) -> Cell:
    """A value of an answer in words; entities lead to their pages."""
    if isinstance(value, list) and any(_is_entity(one) for one in value):
        pieces = [piece for one in value for piece in ((", ", ""), *_cell(site, one, words))]
        return tuple(pieces[1:])
    if _is_entity(value):
        return ((clean(plain_words(value, words)), site.href("/entity", name=value["id"])),)
    return ((clean(plain_words(value, words)), ""),)


def _is_entity(value: Any) -> bool:
    return isinstance(value, Mapping) and "://" in str(value.get("id", "")) and "kind" in value


def linked_disputes(site: Site, found: Sequence[Dispute]) -> Iterator[LinkedTable]:
    """A table a dispute: its title leads to what it is over, who says so to his page, a passage to its article."""
    for dispute, table in zip(found, dispute_tables(found, language=site.language), strict=True):
        ways = [*_ways(site, dispute)]
        rows = (
            ((((value, ""),), ((who, speaker if who else ""),), *(((text, ""),) for text in rest), ((quote, source),)))
            for (value, who, *rest, quote), (speaker, source) in zip(table.rows, ways, strict=True)
        )
        yield LinkedTable(title=table.title, href=site.entity(dispute.subject), columns=table.columns, rows=tuple(rows))


def _ways(site: Site, dispute: Dispute) -> Iterator[tuple[str, str]]:
    """For each row of a dispute's table the pages of who says so and of the article."""
    for position in dispute.positions:
        for voice in position.said_by:
            speaker = site.entity(voice.who) if voice.who else ""
            yield from ((speaker, _article(site, claim.article)) for claim in voice.claims[:PASSAGES])
            if len(voice.claims) > PASSAGES:
                yield "", ""
        if position.terms:
            yield "", ""


def _article(site: Site, info: ArticleInfo) -> str:
    return site.article(info.id)
