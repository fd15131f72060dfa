"""The graph as of a day: what the articles published by then support, and nothing else."""

from datetime import date

from kg.ingestion import blocks_without, reader_version
from kg.store import Store


def as_of(store: Store, day: date) -> Store:
    """A store to read only, equal to one that read the articles of ``store`` published on ``day`` or before.

    Articles without a date of publication are left out: nothing shows that they were there. It does not change with
    ``store``, and is closed on its own.
    """
    gone = [info.id for info in store.articles() if info.published is None or info.published > day]
    return store.cut(gone, lambda: blocks_without(store, gone), version=reader_version())


def undated(store: Store) -> int:
    """How many articles have no date of publication, so that no graph as of a day holds them."""
    return sum(info.published is None for info in store.articles())
