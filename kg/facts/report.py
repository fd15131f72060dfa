"""A claim of an event with what comparing it with others needs at hand."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.facts.voices import principal
from kg.facts.witnesses import Witness
from kg.model import Claim, Entity, Quantity, TimeSpan
from kg.vocabulary import load_gazetteer, load_lexicon
from kg.vocabulary.merging import load_merging_rules

_UNNAMED = re.compile(r"/group/(?:[^/]*-)?(?:people|workers)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """Who stands on one side of an event: on whose behalf, and for each of them the people named.

    Of an ``unnamed`` side only what people it is is told (civilians, sailors).
    """

    principals: frozenset[str]
    people: Mapping[str, frozenset[str]]
    unnamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """An event claim with what comparing needs at hand; ``places`` maps each to the code of its state.

    ``time`` is that of the claim or, where it has none, of the other telling of the same event in its article.
    ``trigger`` is the word that reports the event. Who ``refuses`` tells of a deed that is not to be.
    """

    witness: Witness
    article: str
    published: date | None
    time: TimeSpan | None
    mutual: bool
    reciprocal: bool
    actors: Side
    targets: Side
    both: Side
    places: Mapping[str, str | None]
    states: frozenset[str]
    quantities: tuple[Quantity, ...]
    subtype: str | None
    trigger: str | None
    refuses: bool


def report(one: Witness) -> Report:
    """``one`` as a report."""
    claim, rules = one.claim, load_merging_rules()
    mutual = rules.is_mutual(load_lexicon().deed(claim.type, claim.subtype), claim.subtype)
    return Report(
        witness=one,
        article=claim.article.id,
        published=claim.article.published,
        time=claim.time,
        mutual=mutual and claim.subtype not in rules.sided_classes,
        reciprocal=claim.subtype in rules.reciprocal_classes,
        actors=_side(claim.filling("actor")),
        targets=_side(claim.filling("target")),
        both=_side(claim.filling("actor", "target")),
        places={place.id: _state(place, claim.base) for place in claim.filling("place")},
        states=frozenset(place.id for place in claim.filling("place") if place.iso3),
        quantities=claim.quantities,
        subtype=_subtype(claim),
        trigger=claim.rule.partition("#")[0] if claim.rule else None,
        refuses=refuses(claim),
    )


def refuses(claim: Claim) -> bool:
    """Whether the deed that ``claim`` names is not to be: its type is what the deed's becomes where it is refused."""
    lexicon = load_lexicon()
    deed = lexicon.deed(claim.type, claim.subtype)
    return deed != claim.type == lexicon.types[deed].becomes.get("refused")


def _subtype(claim: Claim) -> str | None:
    """The finer class; a promise that names but the type of what is promised has none."""
    named = load_lexicon().types.get(claim.subtype or "")
    return None if named and named.category == "event" else claim.subtype


def _side(entities: Sequence[Entity]) -> Side:
    people: dict[str, set[str]] = {}
    for entity in entities:
        if entity.kind == "Person":
            people.setdefault(principal(entity), set()).add(entity.id)
    return Side(
        principals=frozenset(map(principal, entities)),
        people={whom: frozenset(iris) for whom, iris in people.items()},
        unnamed=bool(entities) and all(map(_is_unnamed, entities)),
    )


def _is_unnamed(entity: Entity) -> bool:
    return entity.kind == "Group" and not entity.acts_for and _UNNAMED.search(entity.id) is not None


def _state(place: Entity, base: str) -> str | None:
    return place.state or load_gazetteer(base).state_of(place.id)
