"""Short articles of papers that do not exist, read into a graph in memory."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo, Dispute
from kg.views.dispute_tables import value_words
from kg.views.words import wording

COURIER, HARBOUR, WIRE = "Evening Courier", "The Harbour Times", "Northern Post"
QUOTIDIEN, MATIN = "Le Quotidien du Port", "Le Matin des Alpes"
_FRENCH = (QUOTIDIEN, MATIN)


def paper(publisher: str, day: str, text: str, *, id: str | None = None) -> Article:
    """An article in the language of its publisher; its id is the publisher's and the day where none is given."""
    info = ArticleInfo(
        id=id or f"{publisher} {day}",
        title=None,
        url=None,
        publisher=publisher,
        published=date.fromisoformat(day),
        language="fr" if publisher in _FRENCH else "en",
    )
    return Article(info=info, text=text)


@contextmanager
def graph_of(*articles: Article) -> Iterator[KnowledgeGraph]:
    """A graph that has read the articles, in the order given."""
    with KnowledgeGraph() as graph:
        graph.ingest_articles(articles)
        yield graph


def sides(dispute: Dispute) -> list[tuple[str, list[str]]]:
    """Each side of a dispute in English words, with who says so and since when."""
    words = wording("en")
    return [
        (
            value_words(dispute, position, words),
            [f"{one.who.label if one.who else one.name} {one.since}" for one in position.said_by],
        )
        for position in dispute.positions
    ]
