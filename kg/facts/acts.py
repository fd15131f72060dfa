"""Acts on agreements told once: a signature is a stage of the agreement, and an event that the same words report."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.facts.status import deciding_sources
from kg.facts.times import agree
from kg.facts.voices import principal
from kg.model import Claim, Moment

_BEGINNING = ("announced", "signed", "in force")
_BREAKS = ("suspended", "ended")


def acts_told_once(moments: Iterable[Moment]) -> list[Moment]:
    """``moments`` in their order, each act on an agreement once.

    An event that is of the class that a stage is called after ("signed", "ratified"), or the agreement itself ("truce"
    and the stage at which it begins), between parties of the agreement is that stage where it is of one day with it, or
    where all its passages tell of it too; what only the event's articles say goes over to the stage. A stage without a
    day gives way to such events that have one, or takes their day.
    """
    found = list(moments)
    stages = [one for one in found if one.kind == "agreement" and one.what]
    gone: set[str] = set()
    taken: dict[str, list[Claim]] = {}
    for event in (one for one in found if one.kind == "event" and one.what):
        acts = [stage for stage in stages if _is_of_class(event, stage) and _is_of_parties(event, stage)]
        dated = [stage for stage in acts if _is_act(event, stage)]
        if dated:
            gone.add(event.id)
            taken.setdefault(min(dated, key=_rank).id, []).extend((*event.claims, *event.denials))
        gone |= {stage.id for stage in acts if stage.span is None and event.span and _tells_all(event, stage)}
    deeds = [one for one in found if one.kind == "event" and one.span]
    return [_dated(_with(one, taken.get(one.id, ())), deeds) for one in found if one.id not in gone]


def _rank(stage: Moment) -> tuple[int, str]:
    return -stage.sources, stage.id


def _is_of_class(event: Moment, stage: Moment) -> bool:
    return event.what == stage.what or (event.what == stage.type and stage.what in _BEGINNING)


def _is_of_parties(event: Moment, stage: Moment) -> bool:
    return {*map(principal, (*event.who, *event.whom))} <= {*map(principal, stage.who)}


def _is_act(event: Moment, stage: Moment) -> bool:
    """Whether the event is that the stage was reached."""
    if event.span and stage.span:
        exact = event.span.precision == "day" == stage.span.precision
        return agree(event.span, stage.span) and (exact or _tells_all(stage, event))
    return event.span is None and _tells_all(stage, event)


def _tells_all(one: Moment, other: Moment) -> bool:
    """Whether each passage of ``other`` overlaps with one of ``one``."""
    spoken = [*other.claims, *other.denials]
    return bool(spoken) and all(any(_overlap(here, there) for here in (*one.claims, *one.denials)) for there in spoken)


def _overlap(one: Claim, other: Claim) -> bool:
    here, there = one.evidence, other.evidence
    return one.article.id == other.article.id and here.start < there.end and there.start < here.end


def _with(stage: Moment, said: Sequence[Claim]) -> Moment:
    """The stage with the claims of articles that tell only of the event."""
    own = {claim.article.id for claim in (*stage.claims, *stage.denials)}
    new = [claim for claim in said if claim.article.id not in own and claim.modality != "denied"]
    if not new:
        return stage
    claims = tuple(sorted((*stage.claims, *new), key=lambda one: (str(one.article.published), one.article.id, one.id)))
    days = [claim.article.published for claim in claims if claim.article.published]
    return replace(
        stage,
        claims=claims,
        sources=deciding_sources(stage.status, claims),
        first_report=min(days, default=None),
        last_report=max(days, default=None),
    )


def _dated(stage: Moment, deeds: Sequence[Moment]) -> Moment:
    """A suspension or an end without a day has that of the deed of a party that the very same passages tell of."""
    if stage.span or stage.what not in _BREAKS:
        return stage
    same = [one for one in deeds if _is_of_parties(one, stage) and _tells_all(one, stage) and _tells_all(stage, one)]
    spans = {one.span for one in same}
    return replace(stage, span=spans.pop()) if len(spans) == 1 else stage
