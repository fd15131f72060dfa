"""Where an agreement was concluded: the places that claims give, and those that exclude each other."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import product

from kg.facts.fillings import filling
from kg.facts.nodes import Node
from kg.facts.witnesses import Witness
from kg.model import Entity, Fact
from kg.vocabulary import load_gazetteer

CONCLUDED = (None, "proposed", "announced", "signed")
"""Stages that an agreement's place is that of."""


def place_facts(node: Node) -> list[Fact]:
    """A fact for each place of a node that can have but one; places that exclude each other are disputed."""
    found = filling(concluding(node.heard), "place")
    return [
        node.part(
            "place",
            place,
            node.weighed(said),
            contradicted=any(
                exclude(place, other, one.claim.base) and contradict(one, against)
                for other, others in found
                for one, against in product(said, others)
            ),
        )
        for place, said in found
    ]


def concluding(heard: Sequence[Witness]) -> Sequence[Witness]:
    """The claims whose place is where the agreement was concluded; all where none gives that.

    Instruments of ratification may be exchanged elsewhere. Who dates the signature tells its place, whatever else.
    """
    found = [one for one in heard if one.claim.stage in CONCLUDED or one.claim.time]
    return found if any(one.claim.filling("place") for one in found) else heard


def contradict(one: Witness, against: Witness) -> bool:
    """Whether two voices assert the same stage, for which each gives its own value."""
    same_stage = one.claim.stage == against.claim.stage
    return same_stage and one.voice != against.voice and one.modality == "asserted" == against.modality


def exclude(one: Entity, other: Entity, base: str) -> bool:
    """Whether neither place can lie in the other: they are of two states, or two cities of one."""
    here, there = _state(one, base), _state(other, base)
    if one.id == other.id or here is None or there is None:
        return False
    capitals = [_capital_of(place.label, base) is not None for place in (one, other)]
    return here != there or (_is_city(one, base) and _is_city(other, base) and not all(capitals))


def _state(place: Entity, base: str) -> str | None:
    known = place.iso3 or place.acts_for or load_gazetteer(base).state_of(place.id)
    return known or _capital_of(place.label, base)


def _is_city(place: Entity, base: str) -> bool:
    profile = load_gazetteer(base).profile(place.id)
    if profile is not None:
        return profile.kind == "city"
    return _capital_of(place.label, base) is not None


@lru_cache(maxsize=4096)
def _capital_of(name: str, base: str) -> str | None:
    """The code of the state whose capital bears the name, in whatever language."""
    senses = (sense for sense in load_gazetteer(base).find(name) if sense.sense == "capital")
    return min((sense.entity.iso3 for sense in senses if sense.entity.iso3), default=None)
