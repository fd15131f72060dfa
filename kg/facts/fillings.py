"""Who fills the roles of claims that speak of one thing."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

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
    heard = [*witnesses]
    filled = [one.roles.get(role, ()) for one in heard]
    alike = Counter(map(id, filled))  # most have their tuple in common
    forms: dict[str, Counter[Entity]] = defaultdict(Counter)
    saying: dict[str, set[int]] = defaultdict(set)
    for entities in {id(entities): entities for entities in filled}.values():
        for entity in entities:
            forms[entity.id][entity] += alike[id(entities)]
            saying[entity.id].add(id(entities))
    return [(_commonest(forms[iri]), _saying(heard, filled, saying[iri], alike)) for iri in sorted(forms)]


def _saying(
    heard: list[Witness], filled: Sequence[object], which: Collection[int], all_of_them: Collection[int]
) -> list[Witness]:
    """Those of whom what they fill the role with is one of ``which``."""
    if len(which) == len(all_of_them):
        return heard
    return [one for one, entities in zip(heard, filled, strict=True) if id(entities) in which]


def commonest(entities: Iterable[Entity]) -> Entity:
    """The commonest form of one entity; of equally common ones the first in the order of canonical JSON."""
    return _commonest(Counter(entities))


def _commonest(forms: Mapping[Entity, int]) -> Entity:
    if len(forms) == 1:
        return next(iter(forms))
    return min(forms, key=lambda form: (-forms[form], canonical_json(form.to_json())))
