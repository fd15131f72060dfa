"""Who fills the roles of a node."""

from kg.facts.nodes import Node
from kg.model import Fact


def role_facts(node: Node, *roles: str) -> list[Fact]:
    """A fact for each entity in each of ``roles``."""
    return [node.part(role, entity, node.weighed(said)) for role in roles for entity, said in node.fillings[role]]
