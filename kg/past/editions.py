"""Which version of each article stood on a day: a correction counts from its own date of publication on."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.ingestion import restored_record
from kg.model import ArticleInfo, Claim
from kg.model.version import FormerVersion
from kg.store import ArticleRecord, Remainder, Store


def remainder(store: Store, day: date) -> Remainder:
    """What ``store`` would hold if it had read only the articles, and versions of them, published by ``day``.

    An article of which no version has a date of publication by then is gone. Of one that was corrected later the last
    version of before stands, with the former versions that it has.
    """
    versions: dict[str, list[FormerVersion]] = defaultdict(list)
    for version in store.versions():
        versions[version.article.id].append(version)
    found = [_edition(store, info, versions.get(info.id, ()), day) for info in store.articles()]
    former = {one.article: one.former for one in found if one.former is not None and one.stands}
    return Remainder(
        gone=frozenset(one.article for one in found if not one.stands),
        restored=tuple(one.restored for one in found if one.restored),
        former=former,
    )


class Then:
    """The claims of a store as of a day, block by block, named as judgements have it."""

    def __init__(self, store: Store, day: date) -> None:
        self._store = store
        left = remainder(store, day)
        self._touched = frozenset(map(store.names.article, left.touched))
        self._restored: dict[str, list[Claim]] = defaultdict(list)
        self.versions: dict[str, str] = {
            info.id: store.digest(info.id) or "" for info in store.articles() if info.id not in left.touched
        }
        """What stood of each article, by its id: the digest that it is kept with."""
        for record in left.restored:
            self.versions[record.article.id] = record.digest or ""
            for claim in record.claims:
                for key in record.keys[claim.id]:
                    self._restored[key].append(claim)

    def claims_in_block(self, key: str) -> list[Claim]:
        """The claims that bore on a block."""
        return [*self._store.claims_in_block(key, self._touched), *self._restored.get(key, ())]

    def blocks(self, articles: Collection[str]) -> set[str]:
        """The keys of the blocks on which these articles (ids) bore, be it as they were."""
        standing = {key for article in articles for key in self._store.block_keys(article)}
        was = {key for key, claims in self._restored.items() if any(one.article.id in articles for one in claims)}
        return standing | was


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edition:
    """What of one article stood: itself, or the version ``restored``. ``former`` is ``None`` where it is as now."""

    article: str
    stands: bool
    restored: ArticleRecord | None = None
    former: Sequence[FormerVersion] | None = None


def _edition(store: Store, info: ArticleInfo, versions: Sequence[FormerVersion], day: date) -> _Edition:
    known = [one for one in versions if _is_out(one.article, day)]
    if _is_out(info, day):
        return _Edition(article=info.id, stands=True, former=_numbered(known) if len(known) < len(versions) else None)
    record = restored_record(store, known[-1]) if known else None
    if record is None:
        return _Edition(article=info.id, stands=False)
    return _Edition(article=info.id, stands=True, restored=record, former=_numbered(known[:-1]))


def _is_out(info: ArticleInfo, day: date) -> bool:
    return info.published is not None and info.published <= day


def _numbered(versions: Sequence[FormerVersion]) -> list[FormerVersion]:
    return [replace(version, number=number) for number, version in enumerate(versions, 1)]
