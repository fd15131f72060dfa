"""The articles that were really read give one graph, in whatever order and batches they come."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingestion import make_record, write_records
from kg.store import Store
from tests.across.conftest import Read
from tests.past.graphs import by_article, everything


def ingest(store: Store, read: Read, order: Sequence[str], batch: int) -> None:
    """Write the articles in this order, so many at a time."""
    articles, claims = {article.id: article.sketched() for article in read.articles}, by_article(read.claims)
    for first in range(0, len(order), batch):
        records = {iri: make_record(articles[iri], claims.get(iri, []), "1") for iri in order[first : first + batch]}
        write_records(store, records)


@given(st.randoms(use_true_random=False), st.integers(1, 20), st.integers(1, 8))
@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_order_and_batches_do_not_matter(ours: Read, random: st.DataObject, batch: int, gone: int) -> None:
    """Our own articles: shuffled, in batches; and with some that came and were retracted as if they never had."""
    order = sorted(article.id for article in ours.articles)[::3]
    shuffled = list(order)
    random.shuffle(shuffled)
    with Store.open() as one, Store.open() as other, Store.open() as fewer:
        ingest(one, ours, order, len(order))
        ingest(other, ours, shuffled, batch)
        assert everything(one) == everything(other)
        write_records(other, {}, shuffled[:gone])
        ingest(fewer, ours, shuffled[gone:], len(order))
        assert everything(other) == everything(fewer)
