"""Which claims and facts of a store are asked for: by what they are about, and of what kind they are."""

from collections.abc import Iterable, Iterator

from kg.model import Claim, Entity, Fact
from kg.model.identities import Identities
from kg.store.reading import Reader


def select_claims(
    reader: Reader,
    ids: Iterable[str] | None,
    *,
    article: str | None,
    entity: str | None,
    identities: Identities,
    kind: str | None,
    type: str | None,
    modality: str | None,
) -> Iterator[Claim]:
    """The claims that fit all that is given, named as ``identities`` have it; see :meth:`kg.store.Store.claims`."""
    if ids is not None:
        found = reader.claims_by_iri(ids)
    elif article is not None:
        found = reader.claims_of(article)
    elif entity is not None:
        saying = {iri for name in identities.names_of(entity) for iri in reader.claims_naming(name)}
        found = reader.claims_by_iri(sorted(saying))
    else:
        found = (claim for info in reader.infos() for claim in reader.claims_of(info.id))
    for claim in map(identities.claim, found):
        fits = kind in (None, claim.kind) and type in (None, claim.type) and modality in (None, claim.modality)
        there = article in (None, claim.article.id)
        if fits and there and (entity is None or any(named.id == entity for named in _named(claim))):
            yield claim


def select_facts(
    reader: Reader,
    *,
    subject: str | None,
    predicate: str | None,
    object: str | None,
    status: str | Iterable[str] | None,
    language: str | None,
) -> Iterator[Fact]:
    """The facts that fit all that is given; see :meth:`kg.store.Store.facts`."""
    wanted = {status} if isinstance(status, str) else None if status is None else set(status)
    for fact in reader.facts(subject, object, language):
        fits = predicate in (None, fact.predicate) and (wanted is None or fact.status in wanted)
        if fits and (object is None or (isinstance(fact.object, Entity) and fact.object.id == object)):
            yield fact


def facts_about(reader: Reader, entity_iri: str, language: str | None) -> tuple[Fact, ...]:
    """The facts with this subject or object, sorted by IRI. An IRI that was merged is followed."""
    identifier = reader.resolve(entity_iri)
    found = {fact.id: fact for fact in reader.facts(identifier, None, language)}
    found |= {fact.id: fact for fact in reader.facts(None, identifier, language)}
    return tuple(found[key] for key in sorted(found))


def _named(claim: Claim) -> Iterator[Entity]:
    for entities in claim.roles.values():
        yield from entities
    yield from claim.attribution
