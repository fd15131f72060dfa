"""Events: which claims of a block report one event, and the facts of each."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from itertools import product

from kg.facts.clusters import Cluster, parted
from kg.facts.dates import date_facts
from kg.facts.figures import exclude, quantity_facts
from kg.facts.nodes import Node, concept, make_entity, merged_into, weighed
from kg.facts.roles import names, role_facts
from kg.facts.status import weigh
from kg.facts.times import agree, first_day, last_day, typed, width
from kg.facts.voices import principal
from kg.facts.witnesses import CLOCK_SLACK, Witness, is_copy
from kg.model import Claim, Entity, Fact, TimeSpan, Value
from kg.vocabulary.merging import load_merging_rules

_ENOUGH = 3
_TIMELESS = 10**6
_FAR = timedelta(days=30)  # reports further apart than this, without a time, are of different events
_WEEK = timedelta(days=7)
_NEAR = timedelta(days=3)


def event_facts(witnesses: Sequence[Witness]) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every event in a block, and for each IRI that was merged the one it became."""
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for cluster in parted(witnesses, _link, enough=_ENOUGH, vagueness=_vagueness, lone=False):
        node = _node(cluster)
        merged |= merged_into(node.entity, cluster)
        facts += _facts(node)
    return facts, merged


def _vagueness(one: Witness) -> int:
    claim = one.claim
    span = 2 * min(width(claim.time), _TIMELESS) if claim.time else 4 * _TIMELESS
    return span + (not claim.filling("target"))


def _link(one: Witness, other: Witness) -> int | None:
    """How strongly two claims report one event; ``None`` where who, what, when, where or how many forbids it."""
    here, there = one.claim, other.claim
    if here.subtype and there.subtype and here.subtype != there.subtype:
        return None
    parts = (_who(here, there), _when(one, other), _where(here, there))
    if None in parts:
        return None
    strength = sum(part for part in parts if part is not None)
    counts = _counts(here, there)
    if counts < 0 and not _surely_one(here, there):
        return None
    strength += counts + bool(here.subtype and here.subtype == there.subtype)
    strength += 2 * (here.article.id == there.article.id or is_copy(one, other))
    return strength + ((one.modality == "denied") != (other.modality == "denied"))


def _who(here: Claim, there: Claim) -> int | None:
    """Actors and targets: the same people, the same targets, one side left open."""
    if here.type in load_merging_rules().mutual_events:
        sides = _side(here.filling("actor", "target"), there.filling("actor", "target"))
        alone = len({principal(one) for one in here.filling("actor", "target")}) < 2
        return None if sides is None else sides - alone
    actors = _side(here.filling("actor"), there.filling("actor"))
    targets = _side(here.filling("target"), there.filling("target"))
    if actors is None or targets is None:
        return None
    shared_people = actors > 1 or targets > 1
    return min(actors, 0) + min(targets, 1) + shared_people


def _side(here: Sequence[Entity], there: Sequence[Entity]) -> int | None:
    """2 with a person in common, 1 for the same principals, 0 for some or for none at all, -1 with one side open."""
    if not here or not there:
        return 0 if not here and not there else -1
    ours, theirs = {principal(one) for one in here}, {principal(one) for one in there}
    if not (ours <= theirs or theirs <= ours):
        return None
    people, others = _people(here), _people(there)
    for whom in ours & theirs:
        if people.get(whom) and others.get(whom) and not people[whom] & others[whom]:
            return None
    if any(people.get(whom, set()) & others.get(whom, set()) for whom in ours & theirs):
        return 2
    return 1 if ours == theirs else 0


def _people(entities: Iterable[Entity]) -> dict[str, set[str]]:
    people: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind == "Person":
            people.setdefault(principal(entity), set()).add(entity.id)
    return people


def _when(one: Witness, other: Witness) -> int | None:
    """3 for one day, 2 within a month, 1 for coarser spans or close reports; ``None`` where the times differ."""
    here, there = one.claim.time, other.claim.time
    if here and there:
        if not agree(here, there):
            return None
        coarser = max(width(here), width(there))
        return 3 if coarser == 1 else 2 if coarser <= 31 else 1
    if one.claim.article.id == other.claim.article.id:
        return 0
    if here or there:
        timeless, span = (other, here) if here else (one, there)
        return _report_near(timeless, span) if span else None
    published, also = one.claim.article.published, other.claim.article.published
    if published is None or also is None or abs(published - also) > _FAR:
        return None
    return int(abs(published - also) <= _NEAR)


def _report_near(timeless: Witness, span: TimeSpan) -> int | None:
    """How well a report without a time goes with what happened in ``span``: it may precede it only as a plan."""
    published = timeless.claim.article.published
    if published is None:
        return None
    if published + CLOCK_SLACK < first_day(span):
        planned = timeless.modality in ("planned", "possible")
        return 0 if planned and first_day(span) - published <= _FAR else None
    late = published - min(last_day(span), published)
    if late > _FAR:
        return None
    return int(late <= _WEEK and width(span) <= 31)


def _where(here: Claim, there: Claim) -> int | None:
    ours, theirs = here.filling("place"), there.filling("place")
    if not ours or not theirs:
        return 0
    if {one.id for one in ours} & {one.id for one in theirs}:
        return 1
    open_question = any(
        principal(one) == principal(other) or (one.kind == "State") != (other.kind == "State")
        for one, other in product(ours, theirs)
    )
    return 0 if open_question else None


def _counts(here: Claim, there: Claim) -> int:
    """2 for a figure in common, -1 for figures that exclude each other, 0 else."""
    pairs = list(product(here.quantities, there.quantities))
    if any(exclude(one, other) for one, other in pairs):
        return -1
    same = any(
        (one.min, one.max, one.of, one.unit) == (other.min, other.max, other.of, other.unit) for one, other in pairs
    )
    return 2 * same


def _surely_one(here: Claim, there: Claim) -> bool:
    """Whether two claims are of one event even though their figures differ: same day, same target or place."""
    same_day = here.time is not None and here.time == there.time and width(here.time) == 1
    targets = {principal(one) for one in here.filling("target")}
    same_target = bool(targets) and targets == {principal(one) for one in there.filling("target")}
    return same_day and (same_target or _where(here, there) == 1)


def _node(cluster: Cluster) -> Node:
    supports = tuple(one for one in cluster if one.modality != "denied")
    denials = tuple(one for one in cluster if one.modality == "denied")
    entity = make_entity(cluster, "Event", _label(supports or denials))
    return Node(entity=entity, whole=weigh(weighed(supports), denials), supports=supports, denials=denials)


def _facts(node: Node) -> list[Fact]:
    facts = [node.is_there("a", concept("Event")), node.is_there("type", concept(node.heard[0].claim.type))]
    facts.append(node.part("label", Value(text=node.entity.label), weighed(node.heard)))
    for subtype in sorted({one.claim.subtype for one in node.heard if one.claim.subtype}):
        said = weighed(one for one in node.heard if one.claim.subtype == subtype)
        facts.append(node.part("subtype", Value(text=subtype), said))
    facts += role_facts(node, "actor", "target", "place")
    facts += date_facts(node, "time", [(one, one.modality, one.claim.time) for one in node.heard if one.claim.time])
    return facts + quantity_facts(node)


def _label(heard: Sequence[Witness]) -> str:
    """A name to show: what, by whom, to whom, when."""
    what = min((one.claim.subtype for one in heard if one.claim.subtype), default=heard[0].claim.type)
    who = " → ".join(filter(None, (names(heard, "actor"), names(heard, "target"))))
    spans = sorted((one.claim.time for one in heard if one.claim.time), key=lambda span: (width(span), first_day(span)))
    literal = typed(spans[0]) if spans else None
    return ", ".join(filter(None, (f"{what}: {who}" if who else what, literal.text if literal else "")))
