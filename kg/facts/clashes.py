"""Whether claims give one office to two people at one time."""

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import product

from kg.facts.members import Cluster
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


@dataclass(frozen=True)
class Holding:
    """What the claims of one tenure say of who held an office on which days."""

    office: str
    holders: frozenset[str]
    said: Sequence[Witness]

    @cached_property
    def reports(self) -> tuple[_Report, ...]:
        """What claims assert of days on which the office was held; what one voice says twice stands there once."""
        found = {
            _Report(one.voice, days, one.claim.standing == "new")
            for one in self.said
            if one.modality == "asserted" and one.claim.standing != "former" and (days := _days(one))
        }
        return tuple(sorted(found, key=lambda report: (report.days, report.voice, report.new)))

    @cached_property
    def whole(self) -> Days:
        """The first and the last day of all reports, of which there must be one."""
        return self.reports[0].days[0], max(report.days[1] for report in self.reports)

    @cached_property
    def terms(self) -> dict[date, Days]:
        """For each first day of a report the term that it and others of its holder stand in."""
        days = sorted({report.days for report in self.reports})
        starts = sorted({start for start, _ in days})
        lasts = dict(days)  # of those that start on one day the longest comes last
        terms: dict[date, Days] = {}
        behind, ahead, longest = 0, 0, deque[date]()  # starts in reach, the ones whose last day none after them exceeds
        for start in starts:
            while ahead < len(starts) and starts[ahead] - start <= _ONE_TERM:
                while longest and lasts[longest[-1]] <= lasts[starts[ahead]]:
                    longest.pop()
                longest.append(starts[ahead])
                ahead += 1
            while start - starts[behind] > _ONE_TERM:
                behind += 1
            while longest[0] < starts[behind]:
                longest.popleft()
            terms[start] = starts[behind], lasts[longest[0]]
        return terms


def clash(cluster: Cluster, other: Cluster) -> bool:
    """Whether another voice gives the office to somebody else at the time, and only one can hold it."""
    return is_sole(office_of(cluster)) and are_rivals(holding(cluster), holding(other))


def are_rivals(one: Holding, other: Holding) -> bool:
    """Whether another voice gives the office to somebody else at the time; either may be asked for the other."""
    if one.holders == other.holders:
        return False
    here, there = one.reports, other.reports
    if not here or not there or not _meet(one.whole, other.whole):
        return False
    ours, theirs = one.terms, other.terms
    return any(
        one.voice != against.voice
        and (_speaks_of(against, one, ours[one.days[0]]) or _speaks_of(one, against, theirs[against.days[0]]))
        for one, against in product(here, there)
    )


def office_of(cluster: Sequence[Witness]) -> str:
    """What the office of a cluster is called."""
    return min(one.claim.office or one.claim.type for one in cluster)


def holding(cluster: Cluster) -> Holding:
    """What the claims of one tenure say."""
    holders = frozenset(entity.id for entity in cluster[0].claim.filling("holder"))
    return Holding(office=office_of(cluster), holders=holders, said=cluster)


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


def _meet(one: Days, other: Days) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _speaks_of(against: _Report, one: _Report, term: Days) -> bool:
    """Whether ``against`` speaks of a day of the ``term`` that ``one`` stands in.

    On the day on which a new holder takes over both may be named.
    """
    start, end = max(term[0], against.days[0]), min(term[1], against.days[1])
    takes_over = start == end in term and (one.new or against.new)
    return start <= end and not takes_over
