"""Moves a claim's IRIs below another base."""

from dataclasses import replace

from kg.model.claim import Claim, Entity


def rebased(claim: Claim, base: str) -> Claim:
    """``claim`` with every IRI that begins with its own base beginning with ``base`` instead."""
    if claim.base == base:
        return claim

    def moved(entity: Entity) -> Entity:
        if not entity.id.startswith(claim.base):
            return entity
        return replace(entity, id=base + entity.id.removeprefix(claim.base))

    return replace(
        claim,
        roles={role: tuple(map(moved, entities)) for role, entities in claim.roles.items()},
        attribution=tuple(map(moved, claim.attribution)),
        base=base,
    )
