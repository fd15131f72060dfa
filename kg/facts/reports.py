"""Whether two claims report one event: who, what, when, where and how many."""

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import product

from kg.facts.figures import counted, exclude, is_development
from kg.facts.report import Report, Side, report
from kg.facts.rules import Signal, strength
from kg.facts.times import agree, first_day, gap, last_day, width
from kg.facts.witnesses import CLOCK_SLACK, Witness, is_copy
from kg.model import Modality, Quantity, TimeSpan
from kg.vocabulary.merging import load_merging_rules

ENOUGH = 3  # links of two claims that make them one event
_TIMELESS = 10**6
_FAR = timedelta(days=30)  # reports further apart than this, without a time, are of different events
_AHEAD = timedelta(days=180)  # how long before the deed a plan without a time may have been told
_LONG_BEFORE = -1  # what it adds that the deed came more than ``_FAR`` after the plan: a nearer one is likelier meant
_WEEK = timedelta(days=7)
_NEAR = timedelta(days=3)
_MONTH = 31
_TELLING = 5  # the least figure that two deeds do not share by chance
_ONE_DAY = 3  # what one day in common adds
_OF_A_MONTH = 2  # what times add that agree within a month
_SAME_PASSAGE = 4  # what it adds that two claims read one event from the same words
_ANOTHER = -3  # what it adds that an article speaks of two things
_SLIP = 1  # days by which two articles may date one deed apart
PLANS = ("planned", "possible")


def reports(witnesses: Sequence[Witness]) -> dict[str, Report]:
    """The claims of one block as reports, by IRI. An article dates a thing once: what it tells again has that date."""
    found = {one.id: report(one) for one in witnesses}
    by_article: dict[str, list[Report]] = defaultdict(list)
    for one in found.values():
        by_article[one.article].append(one)
    for told in by_article.values():
        dated = [one for one in told if one.time]
        for again in (one for one in told if not one.time):
            found[again.witness.id] = replace(again, time=_told_time(again, dated))
    return found


def _told_time(again: Report, dated: Sequence[Report]) -> TimeSpan | None:
    """The finest time of the other tellings in its article; ``None`` where there is none, or they differ."""
    spans = [one.time for one in dated if one.time and (strength(signals(again, one)) or 0) >= ENOUGH]
    if not all(agree(span, other) for span, other in product(spans, spans)):
        return None
    return min(spans, key=lambda span: (width(span), first_day(span), span.precision), default=None)


def vagueness(one: Report) -> int:
    """The finest time first, those of a finer class before those of none, those with a target before those without."""
    span = min(width(one.time), _TIMELESS) if one.time else 2 * _TIMELESS
    return 4 * span + 2 * (not one.subtype) + (not one.targets.principals)


def form(one: Report) -> Hashable:
    """All that :func:`signals` look at but the article, its text, and which of two figures was told first.

    The day is that of plans and of what has no time.
    """
    claim = one.witness.claim
    day = one.published if one.time is None or one.witness.modality in PLANS else None
    sides = (claim.filling("actor"), claim.filling("target"), claim.filling("place"))
    return claim.type, claim.subtype, one.time, day, sides, claim.quantities, one.witness.modality


def reach(one: Report) -> range | None:
    """The days, as ordinals, on which an event that ``one`` reports may be reported by another article."""
    if one.time:
        return range(first_day(one.time).toordinal() - _SLIP, last_day(one.time).toordinal() + 1)
    if one.published is None:
        return range(0)
    day, ahead = one.published.toordinal(), _AHEAD if one.witness.modality in PLANS else _FAR
    return range(day - _FAR.days, day + ahead.days + 1)


def signals(one: Report, other: Report) -> Iterator[Signal]:
    """What speaks for and against two claims' reporting one event: who, what, when, where and how many.

    Two articles that date what is otherwise one and the same deed a day apart dispute its day.
    """
    when = 0 if _is_misdated(one, other) else _when(one, other)
    yield "time", when
    yield "refusal", 0 if one.refuses == other.refuses else None
    subtype = _class(one, other, when)
    yield "subtype", subtype
    who = participants(one, other, when)
    yield "participants", who
    where = _where(one, other)
    yield "place", where
    figures = _figures(one, other)
    of_one = _is_foreseen(one, other) or _surely_one(one, other, where or 0) or _has_grown(one, other, when or 0)
    yield "figures", figures if figures >= 0 or of_one else None
    denial = _answers(one.witness.modality, other.witness.modality)
    yield "denial", int(denial)
    own = one.article == other.article
    yield "article", _told_again(one, other, when) if own else 0
    so_far = (when or 0) + (subtype or 0) + (who or 0) + (where or 0) + figures + denial
    yield "copy", 2 * (not own and so_far < ENOUGH and is_copy(one.witness, other.witness))


def _class(one: Report, other: Report, when: int | None) -> int | None:
    """1 for the same finer class, 0 where one has none or both may tell one encounter of one day."""
    if not one.subtype or not other.subtype or _is_encounter(one, other, when):
        return 0
    return 1 if one.subtype == other.subtype else None


def _is_encounter(one: Report, other: Report, when: int | None) -> bool:
    """Whether two articles may tell one encounter, each from a side: who visits is received, who is received meets."""
    apart = one.article != other.article and when == _ONE_DAY
    return apart and load_merging_rules().may_be_one_encounter(one.subtype, other.subtype)


def _answers(one: Modality, other: Modality) -> bool:
    """Whether of two claims one denies what the other tells as done: what is only planned, no denial answers to."""
    return "denied" in (one, other) and one != other and not {one, other} & {*PLANS}


def _told_again(one: Report, other: Report, when: int | None) -> int | None:
    """What it adds that two claims are of one article: 4 where they read one event from the same words.

    2 where they may be two tellings: of one day, or of one finer class or by one word, and as surely told. -3 where the
    article denies or only foresees the one and tells the other in other words: it speaks of two things. ``None``
    where other words tell of another deed.
    """
    if _is_foreseen(one, other) and one.trigger != other.trigger:
        return _ANOTHER
    if _overlap(one.witness, other.witness) and _sides(one) == _sides(other):
        return _SAME_PASSAGE
    alike = (bool(one.subtype) and one.subtype == other.subtype) or one.trigger == other.trigger
    modalities = {one.witness.modality, other.witness.modality}
    if "denied" in modalities and len(modalities) > 1:
        return 2 if alike else _ANOTHER
    if not alike and one.witness.claim.type in load_merging_rules().distinct_deeds:
        return None
    return 2 * (when == _ONE_DAY or (alike and len(modalities) == 1))


def _overlap(one: Witness, other: Witness) -> bool:
    here, there = one.claim.evidence, other.claim.evidence
    return here.start < there.end and there.start < here.end


def _sides(one: Report) -> tuple[frozenset[str], ...]:
    return (one.both.principals,) if one.mutual else (one.actors.principals, one.targets.principals)


def participants(one: Report, other: Report, when: int | None) -> int | None:
    """Up to 2 for the same targets and people in common, -1 where the other side is open or unknown.

    What each side does by itself is one, told from either side, where both do it on one day.
    """
    if one.mutual or other.mutual:
        strength = _shared(one.both, other.both)
        return None if strength is None else strength - (len(one.both.principals) < 2)
    theirs = (other.targets, other.actors) if _is_encounter(one, other, when) else (other.actors, other.targets)
    actors, targets = _shared(one.actors, theirs[0]), _shared(one.targets, theirs[1])
    if actors is None or targets is None:
        both = one.reciprocal and other.reciprocal and when == _ONE_DAY
        return _shared(one.both, other.both) if both else None
    several = actors > 0 and targets > 0 and len(one.targets.principals) > 1
    return min(actors, 0) + min(targets, 1) + (several or max(actors, targets) > 1)


def _shared(ours: Side, theirs: Side) -> int | None:
    """2 with a person in common, 1 for the same principals, 0 for some or for none at all.

    -1 with one side open, or not named (people, civilians, sailors): who bombs a town and who kills people there.
    """
    here, there = ours.principals, theirs.principals
    if not here or not there:
        return 0 if here == there else -1
    if not (here <= there or there <= here):
        return -1 if ours.unnamed or theirs.unnamed else None
    met = [
        ours.people[whom] & theirs.people[whom]
        for whom in here & there
        if whom in ours.people and whom in theirs.people
    ]
    if not all(met):
        return None
    return 2 if met else 1 if here == there else 0


def _when(one: Report, other: Report) -> int | None:
    """3 for one day, 2 within a month, 1 for coarser spans or close reports; ``None`` where the times differ."""
    if one.time and other.time:
        if not agree(one.time, other.time):
            return None
        coarser = max(width(one.time), width(other.time))
        return _ONE_DAY if coarser == 1 else _OF_A_MONTH if coarser <= _MONTH else 1
    if one.article == other.article:
        return 0
    if one.time or other.time:
        near = _near(other, one.time) if one.time else _near(one, other.time) if other.time else None
        return 1 if near is not None and _are_plans_of_one_day(one, other) else near
    if one.published is None or other.published is None:
        return None
    if abs(one.published - other.published) > _FAR:
        return _LONG_BEFORE if _foresees(one, other) or _foresees(other, one) else None
    return int(abs(one.published - other.published) <= _NEAR)


def _are_plans_of_one_day(one: Report, other: Report) -> bool:
    """Whether two articles of a few days speak of what is to come, of which one may have a deadline."""
    if one.published is None or other.published is None:
        return False
    modalities = {one.witness.modality, other.witness.modality}
    return modalities <= set(PLANS) and abs(one.published - other.published) <= _NEAR


def _is_misdated(one: Report, other: Report) -> bool:
    """Whether two articles give one day and the next to what has one place, one target and one figure in both."""
    if one.mutual or other.mutual or one.time is None or other.time is None or one.article == other.article:
        return False
    if gap(one.time, other.time) != _SLIP or width(one.time) != 1 or width(other.time) != 1:
        return False
    there = bool(one.places.keys() & other.places.keys() - one.states - other.states)
    sides = one.targets.principals == other.targets.principals != frozenset()
    counts = {_content(figure) for figure in one.quantities} & {_content(figure) for figure in other.quantities}
    return there and sides and any((low or 0) >= _TELLING for low, *_ in counts)


def _near(timeless: Report, span: TimeSpan) -> int | None:
    """How well a report without a time goes with what happened in ``span``: it may precede it only as a plan."""
    if timeless.published is None:
        return None
    if timeless.published + CLOCK_SLACK < first_day(span):
        ahead = first_day(span) - timeless.published
        if timeless.witness.modality not in PLANS or ahead > _AHEAD:
            return None
        return 0 if ahead <= _FAR else _LONG_BEFORE
    late = timeless.published - min(last_day(span), timeless.published)
    return None if late > _FAR else int(late <= _WEEK and width(span) <= _MONTH)


def _foresees(plan: Report, deed: Report) -> bool:
    """Whether a plan without a time was told not too long before the report that it was done."""
    if plan.published is None or deed.published is None or plan.witness.modality not in PLANS:
        return False
    return deed.witness.modality not in PLANS and timedelta() < deed.published - plan.published <= _AHEAD


def _where(one: Report, other: Report) -> int | None:
    """1 for a place in common, 0 where one may lie in the other or is not given, ``None`` for different places."""
    if not one.places or not other.places:
        return 0
    if one.places.keys() & other.places.keys():
        return 1
    pairs = product(one.places, other.places)
    return 0 if any(_may_contain(one, here, other, there) for here, there in pairs) else None


def _may_contain(one: Report, here: str, other: Report, there: str) -> bool:
    """Whether one of two places is a state and the other lies in it, or is not known to lie elsewhere."""
    if (here in one.states) == (there in other.states):
        return False
    ours, theirs = one.places[here], other.places[there]
    return ours is None or theirs is None or ours == theirs


def _figures(one: Report, other: Report) -> int:
    """2 for a figure in common, -1 for figures that exclude each other, 0 else."""
    pairs = list(product(one.quantities, other.quantities))
    if any(exclude(mine, yours) for mine, yours in pairs):
        return -1
    return 2 * any(_content(mine) == _content(yours) for mine, yours in pairs)


def _content(figure: Quantity) -> tuple[float | None, float | None, str, str]:
    return figure.min, figure.max, *counted(figure)


def _surely_one(one: Report, other: Report, where: int) -> bool:
    """Whether two claims are of one event even though their figures differ: same day, same target or place."""
    same_day = one.time is not None and one.time == other.time and width(one.time) == 1
    same_target = bool(one.targets.principals) and one.targets.principals == other.targets.principals
    return same_day and (same_target or where == 1)


def _is_foreseen(one: Report, other: Report) -> bool:
    """Whether one tells as planned what the other tells as done: fewer may come than were to come."""
    return (one.witness.modality in PLANS) != (other.witness.modality in PLANS)


def _has_grown(one: Report, other: Report, when: int) -> bool:
    """Whether the figures of one are later, higher counts of the other's: same month, same target and place."""
    if one.witness.claim.type not in load_merging_rules().running_totals or when < _OF_A_MONTH:
        return False
    there = bool(one.places.keys() & other.places.keys() - one.states - other.states)
    target = one.targets.principals == other.targets.principals != frozenset()
    here, counterpart = one.witness.claim, other.witness.claim
    pairs = (pair for pair in product(one.quantities, other.quantities) if exclude(*pair))
    return there and target and all(is_development(mine, here, yours, counterpart) for mine, yours in pairs)
