"""Capitals as places: one IRI for a city, whatever the language and the spelling."""

from functools import cache

from kg.model import Entity, Names
from kg.vocabulary import fold, load_gazetteer


def capital(state: Entity, name: str) -> Entity:
    """The capital of ``state`` that ``name`` names, as a place labelled so.

    >>> russia = Entity(id=Names().state("RUS"), kind="State", label="Russia", iso3="RUS")
    >>> capital(russia, "Moscou").id == capital(russia, "Moscow").id
    True
    """
    names = Names(state.id.rsplit("state/", 1)[0])
    return Entity(id=names.make("place", _key(state.iso3 or state.id, fold(name))), kind="Place", label=name)


def unlisted(name: str) -> Entity:
    """The place called ``name`` that no list knows.

    >>> unlisted("Boa Vista").label
    'Boa Vista'
    """
    return Entity(id=Names().make("place", fold(name).replace(" ", "-")), kind="Place", label=name)


@cache
def _key(state: str, name: str) -> str:
    """The folded English name of the capital where ``name`` is one of its spellings, else ``name`` itself."""
    spellings = [spelling for language in ("en", "fr") for spelling in _capitals(language).get(state, ())]
    if name in spellings:
        name = spellings[0]
    return name.replace(" ", "-")


@cache
def _capitals(language: str) -> dict[str, list[str]]:
    """The folded names of each state's capitals by the state's code, in the order of the gazetteer."""
    found: dict[str, list[str]] = {}
    for surface, sense in load_gazetteer().names(language):
        if sense.sense == "capital" and sense.entity.iso3:
            found.setdefault(sense.entity.iso3, []).append(fold(surface))
    return found
