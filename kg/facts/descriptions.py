"""What the entities that claims name are called, and of what class they are."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.facts.nodes import concept
from kg.model import Claim, Description, Entity, Names, Value
from kg.model.identities import NO_IDENTITIES, Identities, apart_iri
from kg.vocabulary import Gazetteer, load_gazetteer

_WIKIDATA = "http://www.wikidata.org/entity/"


def describe(claims: Iterable[Claim], identities: Identities = NO_IDENTITIES) -> tuple[Description, ...]:
    """The descriptions of every entity that the claims of one article name, sorted, each once.

    An entity that the gazetteer knows has its labels in both languages and its Wikidata item; any other has the names
    that the article gives it, in the article's language. Whom it acts for is described with it. What judgements merged
    into another is described as that, and its own names are further ones of it.
    """
    claims = list(claims)
    meant = [identities.claim(claim) for claim in claims]
    found = {triple for claim in meant for entity in _named(claim) for triple in _described(entity, claim)}
    if identities:
        found |= {triple for claim in claims for triple in _other_names(claim, identities)} - _as_other_names(found)
    return tuple(sorted(found, key=lambda triple: (triple.subject, triple.predicate, *_order(triple.object))))


def _other_names(claim: Claim, identities: Identities) -> Iterator[Description]:
    gazetteer = load_gazetteer(claim.base)
    for entity in (*claim.filling(*claim.roles), *claim.attribution):
        became = identities.iri(entity.id, claim.article.id)
        if became not in (entity.id, apart_iri(entity.id, claim.article.id)):
            for language, label in _labels(entity, claim, gazetteer):
                yield Description(subject=became, predicate="altLabel", object=Value(text=label, language=language))


def _as_other_names(found: Iterable[Description]) -> set[Description]:
    return {replace(triple, predicate="altLabel") for triple in found if triple.predicate == "label"}


def _order(value: Value) -> tuple[str, str, str]:
    return value.text, value.datatype, value.language or ""


def _named(claim: Claim) -> Iterator[Entity]:
    """Who fills a role of ``claim`` or is its source, and for whom they act."""
    gazetteer = load_gazetteer(claim.base)
    for entity in (*claim.filling(*claim.roles), *claim.attribution):
        yield entity
        if entity.acts_for and (whom := gazetteer.entity(entity.acts_for)):
            yield whom


def _described(entity: Entity, claim: Claim) -> Iterator[Description]:
    gazetteer = load_gazetteer(claim.base)
    yield Description(subject=entity.id, predicate="a", object=concept(entity.kind))
    for language, label in _labels(entity, claim, gazetteer):
        yield Description(subject=entity.id, predicate="label", object=Value(text=label, language=language))
    if entity.iso3:
        yield Description(subject=entity.id, predicate="iso3", object=Value(text=entity.iso3))
    if entity.acts_for:
        whom = entity.organisation or Names(claim.base).state(entity.acts_for)
        yield Description(subject=entity.id, predicate="actsFor", object=Value(text=whom, datatype="anyURI"))
    if item := gazetteer.wikidata(entity.id):
        same = Value(text=_WIKIDATA + item, datatype="anyURI")
        yield Description(subject=entity.id, predicate="sameAs", object=same)


def _labels(entity: Entity, claim: Claim, gazetteer: Gazetteer) -> list[tuple[str, str]]:
    known = gazetteer.labels(entity.id)
    return sorted(known.items()) if known else [(claim.article.language, entity.label)]
