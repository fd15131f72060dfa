"""Who fills the roles of a node."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from kg.facts.nodes import Node, weighed
from kg.facts.witnesses import Witness
from kg.model import Entity, Fact, canonical_json


def role_facts(node: Node, *roles: str) -> list[Fact]:
    """A fact for each entity in each of ``roles``."""
    return [node.part(role, entity, weighed(said)) for role in roles for entity, said in filling(node.heard, role)]


def filling(witnesses: Iterable[Witness], role: str) -> list[tuple[Entity, list[Witness]]]:
    """Each entity that fills ``role``, by IRI, with the claims that say so; of its several forms the commonest."""
    forms: dict[str, list[Entity]] = defaultdict(list)
    said: dict[str, dict[str, Witness]] = defaultdict(dict)
    for one in witnesses:
        for entity in one.claim.filling(role):
            forms[entity.id].append(entity)
            said[entity.id][one.id] = one
    return [(commonest(forms[iri]), list(said[iri].values())) for iri in sorted(forms)]


def commonest(entities: Sequence[Entity]) -> Entity:
    """The commonest form of one entity; of equally common ones the first in the order of canonical JSON."""
    counts = Counter(entities)
    return min(counts, key=lambda entity: (-counts[entity], canonical_json(entity.to_json())))


def names(witnesses: Iterable[Witness], role: str) -> str:
    """The labels of who fills ``role``, to show."""
    return ", ".join(sorted({entity.label for entity, _ in filling(witnesses, role)}))
