"""Moves a claim's IRIs below another base."""

from dataclasses import replace

from kg.model.claim import Claim, Entity


def rebased(claim: Claim, base: str) -> Claim:
    """``claim`` with every IRI that begins with its own base beginning with ``base`` instead."""
    if claim.base == base:
        return claim

    def moved(entity: Entity) -> Entity:
        return replace(entity, id=below(entity.id), acts_for=entity.acts_for and below(entity.acts_for))

    def below(iri: str) -> str:
        return base + iri.removeprefix(claim.base) if iri.startswith(claim.base) else iri

    return replace(
        claim,
        roles={role: tuple(map(moved, entities)) for role, entities in claim.roles.items()},
        attribution=tuple(map(moved, claim.attribution)),
        base=base,
    )
