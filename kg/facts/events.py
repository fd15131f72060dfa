"""Events: the facts of each."""

from collections.abc import Mapping, Sequence

from kg.facts.clusters import parted
from kg.facts.dates import date_facts
from kg.facts.figures import quantity_facts
from kg.facts.fillings import Fillings
from kg.facts.members import Cluster
from kg.facts.nodes import Node, Said, concept, make_entity, merged_into, weighed
from kg.facts.refusals import Refusals, stands
from kg.facts.report import Report, refuses
from kg.facts.reports import ENOUGH, form, reach, reports, signals, vagueness
from kg.facts.roles import role_facts
from kg.facts.rules import Rules
from kg.facts.rulings import NO_RULINGS, Rulings
from kg.facts.times import first_day, typed, width
from kg.facts.witnesses import Witness
from kg.model import Fact, Value


def event_rules(told: Mapping[str, Report]) -> Rules:
    """When claims of events are joined; ``told`` has the report of each by the claim's IRI."""
    return Rules(
        signals=lambda one, other: signals(told[one.id], told[other.id]),
        enough=ENOUGH,
        vagueness=lambda one: vagueness(told[one.id]),
        form=lambda one: form(told[one.id]),
        timed=frozenset(("figures",)),
        copies=True,
        reach=lambda one: reach(told[one.id]),
    )


def event_facts(witnesses: Sequence[Witness], rulings: Rulings = NO_RULINGS) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every event in a block, and for each IRI that was merged the one it became."""
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    told = reports(witnesses)
    clusters = dict(enumerate(parted(witnesses, event_rules(told), rulings)))
    off = Refusals.among(clusters, told).of_plans()
    for number, cluster in clusters.items():
        found, became = event_of(cluster, off.get(number, ()))
        facts += found
        merged |= became
    return facts, merged


def event_of(cluster: Cluster, refusals: Sequence[Witness] = ()) -> tuple[list[Fact], dict[str, str]]:
    """The facts of the event that the claims of one cluster speak of, and what was merged into it.

    ``refusals`` call it off, if it is but a plan.
    """
    node = _node(cluster, refusals)
    return _facts(node), merged_into(node.entity, cluster)


def _node(cluster: Cluster, refusals: Sequence[Witness]) -> Node:
    supports = tuple(one for one in cluster if one.modality != "denied")
    denials = (*(one for one in cluster if one.modality == "denied"), *refusals)
    fillings = Fillings(supports or denials)
    entity = make_entity(cluster, "Event", _label(supports or denials, fillings))
    supported = Said(weighed(supports))
    whole = supported.status_against(denials)
    if whole == "expected" and not stands(supports, denials):
        whole = "denied"
    return Node(entity=entity, whole=whole, supports=supports, supported=supported, denials=denials, fillings=fillings)


def _facts(node: Node) -> list[Fact]:
    facts = [node.is_there("a", concept("Event")), *_types(node)]
    facts.append(node.part("label", Value(text=node.entity.label), node.weighed(node.heard)))
    for subtype in sorted({one.claim.subtype for one in node.heard if one.claim.subtype}):
        said = weighed(one for one in node.heard if one.claim.subtype == subtype)
        facts.append(node.part("subtype", Value(text=subtype), said))
    facts += role_facts(node, "actor", "target", "place")
    facts += date_facts(node, "time", [(one, one.modality, one.claim.time) for one in node.heard if one.claim.time])
    return facts + quantity_facts(node)


def _types(node: Node) -> list[Fact]:
    """Its type; where a promise came true, the promise beside the deed, each with its own status."""
    types = sorted({one.claim.type for one in node.heard})
    if len(types) == 1:
        return [node.is_there("type", concept(types[0]))]
    return [
        node.part("type", concept(type), weighed(one for one in node.heard if one.claim.type == type)) for type in types
    ]


def _label(heard: Sequence[Witness], fillings: Fillings) -> str:
    """A name to show: what, by whom, to whom, when; of what is not to be, that it is refused."""
    what = min((one.claim.subtype for one in heard if one.claim.subtype), default=heard[0].claim.type)
    actors, targets = fillings.names("actor"), fillings.names("target")
    who = actors if actors == targets else " → ".join(filter(None, (actors, targets)))
    spans = sorted((one.claim.time for one in heard if one.claim.time), key=lambda span: (width(span), first_day(span)))
    literal = typed(spans[0]) if spans else None
    what = f"{heard[0].claim.type}: {what}" if refuses(heard[0].claim) else what
    mark = ", " if ":" in what else ": "
    return ", ".join(filter(None, (f"{what}{mark}{who}" if who else what, literal.text if literal else "")))
