"""Which version of each article stood on a day: a correction counts from its own date of publication on."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.ingestion import restored_record
from kg.model import ArticleInfo
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
