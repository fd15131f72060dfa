"""Short ways to look into a derivation."""

from collections.abc import Iterable

from kg.facts import derive
from kg.model import Claim, Derivation, Entity, Fact


def facts_of(claims: Iterable[Claim], predicate: str, kind: str | None = None) -> list[Fact]:
    """The derived facts with ``predicate``, of subjects of ``kind`` if given."""
    return pick(derive(claims), predicate, kind)


def pick(derivation: Derivation, predicate: str, kind: str | None = None) -> list[Fact]:
    """The facts with ``predicate``, of subjects of ``kind`` if given."""
    found = [fact for fact in derivation.facts if fact.predicate == predicate]
    return [fact for fact in found if kind is None or fact.subject.kind == kind]


def statuses(claims: Iterable[Claim], predicate: str, kind: str | None = None) -> dict[str, str]:
    """The status of each value of ``predicate``: its text, or its label."""
    return {
        fact.object.label if isinstance(fact.object, Entity) else fact.object.text: fact.status
        for fact in facts_of(claims, predicate, kind)
    }


def nodes(claims: Iterable[Claim], kind: str) -> dict[str, str]:
    """The status of each node of ``kind``, by IRI."""
    return {fact.subject.id: fact.status for fact in facts_of(claims, "a", kind)}


def only_status(claims: Iterable[Claim], kind: str) -> str:
    """The status of the one node of ``kind``."""
    (status,) = nodes(claims, kind).values()
    return status
