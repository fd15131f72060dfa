"""The graph as of a day: what the articles published by then support, and nothing else."""

from datetime import date

from kg.ingestion import blocks_of, judged_in, judged_record, kept_record, reader_version
from kg.past.editions import remainder
from kg.store import ArticleRecord, Store


def as_of(store: Store, day: date) -> Store:
    """A store to read only, equal to one that read the articles of ``store`` published on ``day`` or before.

    An article that was corrected later is there as it was. Articles without a date of publication are left out: nothing
    shows that they were there. It does not change with ``store``, and is closed on its own.
    """
    judged = judged_in(store)

    def standing(article_id: str) -> ArticleRecord:
        record = kept_record(store, article_id)
        if record is None:
            raise KeyError(article_id)
        return judged_record(record, judged)

    return store.cut(remainder(store, day), blocks_of, standing, version=reader_version())


def undated(store: Store) -> int:
    """How many articles have no date of publication, so that no graph as of a day holds them."""
    return sum(info.published is None for info in store.articles())
