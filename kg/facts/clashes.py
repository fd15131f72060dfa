"""Whether claims give one office to two people at one time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from kg.facts.clusters import Cluster
from kg.facts.terms import is_sole
from kg.facts.witnesses import Witness
from kg.model import TimeSpan

Days = tuple[date, date]
_JUST = timedelta(days=7)  # how far what is told as news may lie back
_ONE_TERM = timedelta(days=366)  # two reports of a holder this near are of one term: nobody else held it in between


@dataclass(frozen=True, slots=True)
class _Report:
    """On which days, first and last, a voice asserts that the office was held, and whether newly."""

    voice: str
    days: Days
    new: bool


def clash(cluster: Cluster, other: Cluster) -> bool:
    """Whether another voice gives the office to somebody else at the time, and only one can hold it."""
    if not is_sole(office_of(cluster)) or _holders(cluster) == _holders(other):
        return False
    here, there = _reports(cluster), _reports(other)
    if not here or not there or not _meet(_whole(here), _whole(there)):
        return False
    ours, theirs = _terms(here), _terms(there)
    return any(
        one.voice != against.voice
        and (_speaks_of(against, one, ours[one.days[0]]) or _speaks_of(one, against, theirs[against.days[0]]))
        for one, against in product(here, there)
    )


def office_of(cluster: Sequence[Witness]) -> str:
    """What the office of a cluster is called."""
    return min(one.claim.office or one.claim.type for one in cluster)


def _holders(cluster: Cluster) -> set[str]:
    return {entity.id for entity in cluster[0].claim.filling("holder")}


def _reports(cluster: Cluster) -> list[_Report]:
    """What claims assert of days on which the office was held; what one voice says twice stands there once."""
    found = {
        _Report(one.voice, days, one.claim.standing == "new")
        for one in cluster
        if one.modality == "asserted" and one.claim.standing != "former" and (days := _days(one))
    }
    return sorted(found, key=lambda report: (report.days, report.voice, report.new))


def _days(one: Witness) -> Days | None:
    """The first and the last day on which the office was surely held, as the claim has it; ``None`` if it tells none.

    Without a time that is the day of the report, and those since the news that it tells; a title in a story of long ago
    may be that of then or that of now. A time that goes on lasts until the report; a past month or year leaves open on
    which of its days.
    """
    span, published = one.claim.time, one.claim.article.published
    if span is None:
        return _told(one.claim.scene, published) if published else None
    exact = span.precision in ("day", "range")
    since = span.start if exact else None
    if span.end and (published is None or span.end < published):
        lasts = published if one.claim.standing == "new" and exact else None
        return (since or span.end, lasts or span.end) if exact else None
    until = published or since
    return (min(since or until, until), until) if until else None


def _told(scene: TimeSpan | None, published: date) -> Days | None:
    """The days from the news to its report; ``None`` where the story is old."""
    if scene is None or scene.end is None:
        return published, published
    if scene.end < published - _JUST:
        return None
    return min(scene.end, published), published


def _whole(reports: Sequence[_Report]) -> Days:
    return _span([one.days for one in reports])


def _terms(reports: Sequence[_Report]) -> dict[date, Days]:
    """For each first day of a report the term that it and others of its holder stand in."""
    days = sorted({one.days for one in reports})
    return {
        start: _span([held for held in days if abs(held[0] - start) <= _ONE_TERM])
        for start in sorted({held[0] for held in days})
    }


def _span(days: Sequence[Days]) -> Days:
    return min(first for first, _ in days), max(last for _, last in days)


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _speaks_of(against: _Report, one: _Report, term: Days) -> bool:
    """Whether ``against`` speaks of a day of the ``term`` that ``one`` stands in.

    On the day on which a new holder takes over both may be named.
    """
    start, end = max(term[0], against.days[0]), min(term[1], against.days[1])
    takes_over = start == end in term and (one.new or against.new)
    return start <= end and not takes_over
