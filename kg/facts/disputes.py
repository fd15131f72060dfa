"""Disputes: what claims of one thing contradict each other on, from the facts that were derived of it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.facts.agreements import dated
from kg.facts.clashes import clash
from kg.facts.dates import Dated
from kg.facts.figures import counted, exclude, figures, is_development
from kg.facts.fillings import commonest, filling
from kg.facts.parties import party_disputes
from kg.facts.places import concluding
from kg.facts.places import exclude as exclude_places
from kg.facts.positions import Side, contradictions, make_dispute, position
from kg.facts.repetitions import told_once
from kg.facts.times import agree, finest, within
from kg.facts.voices import fold, principal, speaker
from kg.facts.witnesses import Witness, witness
from kg.model import Claim, Dispute, Entity, Fact, OfficeTerm, Position, Quantity

_DATES = {"Event": (("time", "time"),), "Agreement": (("signed", "time"), ("inForce", "in_force"), ("ended", "ended"))}
_NODES = ("Agreement", "Event", "Tenure", "Quantity")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """A tenure in dispute: its node, the claims behind it, and the terms of references that contradict it."""

    node: Entity
    said: list[Witness]
    terms: tuple[OfficeTerm, ...]


def disputes(
    facts: Iterable[Fact], claims: Mapping[str, Claim], terms: Mapping[str, OfficeTerm] | None = None
) -> tuple[Dispute, ...]:
    """The disputes that ``facts`` are in, the oldest first, then by IRI.

    ``facts`` are all of the things looked at, of an office all tenures that are disputed; ``claims`` those behind them
    by IRI, ``terms`` those of references that dispute them. Where hearsay contradicts hearsay that is told too, with
    its status. What the same passages put in dispute twice is told once.
    """
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda fact: fact.id):
        by_subject[fact.subject.id].append(fact)
    found: list[Dispute] = []
    tenures: list[Tenure] = []
    agreements: list[tuple[Entity, list[Witness]]] = []
    for iri in sorted(by_subject):
        found += _denials(by_subject[iri], claims)
        for whole in (fact for fact in by_subject[iri] if fact.predicate == "a"):
            said = [witness(claims[claim]) for claim in whole.supported_by if claim in claims]
            found += _of_node(whole.subject, said)
            if whole.subject.kind == "Agreement":
                agreements.append((whole.subject, said))
            if whole.subject.kind == "Tenure" and whole.status == "disputed" and said:
                against = tuple(terms[iri] for iri in whole.disputed_by if iri in terms) if terms else ()
                tenures.append(Tenure(node=whole.subject, said=said, terms=against))
    found += _holders(tenures) + party_disputes(agreements)
    return tuple(sorted(told_once(found), key=lambda one: (one.since is None, str(one.since), one.id)))


def _denials(own: Sequence[Fact], claims: Mapping[str, Claim]) -> list[Dispute]:
    """What one voice says and another denies: that the thing is there, a stage of it, or a relation."""
    told = [fact for fact in own if fact.denied_by and fact.supported_by]
    stages = {fact.denied_by for fact in told if fact.predicate == "stage"}
    found = []
    for fact in told:
        if fact.predicate == "a" and fact.denied_by in stages:
            continue  # the stage that is denied tells more
        if fact.subject.kind in _NODES and fact.predicate not in ("a", "stage"):
            continue
        supports = [claims[iri] for iri in fact.supported_by if iri in claims and claims[iri].modality != "denied"]
        denials = [claims[iri] for iri in fact.denied_by if iri in claims]
        if any(speaker(one)[0] != speaker(against)[0] for one, against in product(supports, denials)):
            sides = (position(fact.object, supports), position(fact.object, denials, denied=True))
            found.append(make_dispute("denial", fact.subject, fact.predicate, fact.status, sides))
    return found


def _of_node(node: Entity, said: Sequence[Witness]) -> list[Dispute]:
    """The disputes over dates, figures and the place of an event or agreement."""
    found: list[Dispute] = []
    for predicate, field in _DATES.get(node.kind, ()):
        found += _dates(node, predicate, dated(said, field))
    if node.kind in _DATES:
        found += _figures(node, said)
    if node.kind == "Agreement":
        places = [
            Side(value=place, exact=[(one, one.modality) for one in by])
            for place, by in filling(concluding(said), "place")
        ]
        found += contradictions("place", node, "place", places, _exclude_places)
    return found


def _dates(node: Entity, predicate: str, times: Sequence[Dated]) -> list[Dispute]:
    spans = finest(span for _, modality, span in times if modality in ("asserted", "reported"))
    sides = [
        Side(
            value=span,
            exact=[
                (one, modality) for one, modality, other in times if (other.start, other.end) == (span.start, span.end)
            ],
            coarser=[one for one, _, other in times if within(span, other)],
        )
        for span in spans
    ]
    return contradictions("date", node, predicate, sides, lambda span, _, other, __: not agree(span, other))


def _figures(node: Entity, said: Sequence[Witness]) -> list[Dispute]:
    """A dispute for each thing counted, of which figures exclude each other."""
    of: dict[tuple[str, str], list[Side[Quantity]]] = defaultdict(list)
    for figure, by in figures(said):
        of[counted(figure)].append(Side(value=figure, exact=[(one, one.modality) for one in by]))
    return [found for what in sorted(of) for found in contradictions("figure", node, "quantity", of[what], _exclude)]


def _exclude(one: Quantity, here: Witness, other: Quantity, there: Witness) -> bool:
    return exclude(one, other) and not is_development(one, here.claim, other, there.claim)


def _exclude_places(one: Entity, here: Witness, other: Entity, there: Witness) -> bool:
    return here.claim.stage == there.claim.stage and exclude_places(one, other, here.claim.base)


def _holders(tenures: Sequence[Tenure]) -> list[Dispute]:
    """A dispute for each set of tenures of one office that clash, be it by way of others, or with terms."""
    offices: dict[tuple[object, ...], list[Tenure]] = defaultdict(list)
    for tenure in tenures:
        claim = tenure.said[0].claim
        offices[fold(claim.office or claim.type), *sorted(map(principal, claim.filling("of")))].append(tenure)
    found = []
    for office in sorted(offices, key=repr):
        for rivals in _rivals(offices[office]):
            positions = [_holding(tenure.said) for tenure in rivals] + [
                _by_reference(term, tenure.said) for tenure in rivals for term in tenure.terms
            ]
            found.append(make_dispute("holder", rivals[0].node, "holder", "disputed", dict.fromkeys(positions)))
    return found


def _rivals(tenures: Sequence[Tenure]) -> list[list[Tenure]]:
    parties = [{number} for number in range(len(tenures))]
    for i, j in combinations(range(len(tenures)), 2):
        if clash(tenures[i].said, tenures[j].said):
            joined = parties[i] | parties[j]
            for number in joined:
                parties[number] = joined
    distinct = sorted({tuple(sorted(party)) for party in parties})
    distinct = [party for party in distinct if len(party) > 1 or tenures[party[0]].terms]
    return [[tenures[number] for number in party] for party in distinct]


def _by_reference(term: OfficeTerm, said: Sequence[Witness]) -> Position:
    """What a reference says instead: that the holder's term is another, or who held the office."""
    own = [entity for one in said for entity in one.claim.filling("holder") if entity.id in term.holders]
    holder = commonest(own) if own else Entity(id=term.holders[0], kind="Person", label=term.name("en"))
    return Position(value=holder, denied=bool(own), since=None, said_by=(), terms=(term,))


def _holding(said: Sequence[Witness]) -> Position:
    holder = commonest([entity for one in said for entity in one.claim.filling("holder")])
    return position(holder, [one.claim for one in said if one.modality == "asserted"])
