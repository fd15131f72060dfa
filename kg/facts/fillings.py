"""Who fills the roles of claims that speak of one thing."""

from collections.abc import Collection, Iterable, Sequence

from kg.facts.witnesses import Witness
from kg.model import Entity, canonical_json

Filling = list[tuple[Entity, list[Witness]]]
"""Entities, each with the claims that say so."""


class Fillings(dict[str, Filling]):
    """What fills each role of some claims, see :func:`filling`; found when it is first asked for."""

    def __init__(self, witnesses: Sequence[Witness]) -> None:
        super().__init__()
        self._witnesses = witnesses

    def __missing__(self, role: str) -> Filling:
        return self.setdefault(role, filling(self._witnesses, role))

    def names(self, role: str) -> str:
        """The labels of who fills ``role``, to show."""
        return ", ".join(sorted({entity.label for entity, _ in self[role]}))


def filling(witnesses: Iterable[Witness], role: str) -> Filling:
    """Each entity that fills ``role``, by IRI, with the claims that say so; of its several forms the commonest."""
    forms: dict[str, dict[object, list[Entity]]] = {}
    said: dict[str, list[Witness]] = {}
    for one in witnesses:
        for entity in one.claim.roles.get(role, ()):
            alike = forms.setdefault(entity.id, {})
            alike.setdefault((entity.label, entity.kind, entity.iso3, entity.acts_for), []).append(entity)
            saying = said.setdefault(entity.id, [])
            if not saying or saying[-1] is not one:
                saying.append(one)
    return [(_commonest(forms[iri].values()), said[iri]) for iri in sorted(forms)]


def commonest(entities: Sequence[Entity]) -> Entity:
    """The commonest form of one entity; of equally common ones the first in the order of canonical JSON."""
    forms: dict[Entity, list[Entity]] = {}
    for entity in entities:
        forms.setdefault(entity, []).append(entity)
    return _commonest(forms.values())


def _commonest(forms: Collection[Sequence[Entity]]) -> Entity:
    first = next(iter(forms))[0]
    if len(forms) == 1:
        return first
    return min(forms, key=lambda alike: (-len(alike), canonical_json(alike[0].to_json())))[0]
