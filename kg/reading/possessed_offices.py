"""Offices of a state that only a pronoun names: "its defence minister", « son ministre »."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Mention, OfficeMention
from kg.reading.tree import Tree


def of_pronouns(offices: Sequence[OfficeMention], tree: Tree, mentions: Sequence[Mention]) -> list[OfficeMention]:
    """The offices, those that name no state with the one that the possessive before the title stands for."""
    states = {m.head: m.entity for m in mentions if m.sense == "pronoun" and m.entity.kind in ("State", "Organisation")}
    found = []
    for office in offices:
        owners = [c for c in tree.children(office.head, "nmod:poss", "det") if c in states and c < office.first]
        if office.of is None and owners:
            office = replace(office, of=replace(states[owners[0]], acts_for=None))
        found.append(office)
    return found
