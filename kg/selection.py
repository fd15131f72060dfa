"""Claims and facts chosen by what a user's words name, and what stands behind facts or against them."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from kg.lookup import find_entity, require_article
from kg.model import Claim, Entity, Fact, Judgement, OfficeTerm, Party, TimeSpan
from kg.store import Store


def find_claims(
    store: Store,
    article: str | None = None,
    entity: str | None = None,
    *,
    kind: str | None = None,
    type: str | None = None,
    modality: str | None = None,
    min_confidence: float = 0.0,
) -> Iterator[Claim]:
    """The claims of an article (id), naming an entity (any name of it), of a kind, type or modality; else all.

    ArticleError or UnknownEntityError, with what is near, where the store does not know the article or entity.
    """
    if article is not None:
        require_article(store, article)
    iri = find_entity(store, entity).id if entity else None
    for claim in store.claims(article=article, entity=iri, kind=kind, type=type, modality=modality):
        if claim.confidence >= min_confidence:
            yield claim


def find_facts(
    store: Store,
    article: str | None = None,
    entity: str | None = None,
    *,
    predicate: str | None = None,
    status: str | None = None,
    during: TimeSpan | None = None,
    language: str | None = None,
) -> Iterator[Fact]:
    """The facts about an entity (any name of it), with a predicate or a status; else all. Sorted by IRI.

    Of an ``article`` (id) they are those that it supports or denies, ``during`` a time those of what may have
    happened then. ArticleError or UnknownEntityError, with what is near, where the store does not know a name.
    """
    then = store.happened(during) if during is not None else None
    said = {claim.id for claim in find_claims(store, article)} if article is not None else None
    found: Iterable[Fact]
    if entity is None and said is not None:
        found = store.facts_resting_on(sorted(said), language=language)
    elif entity is None:
        found = store.facts(predicate=predicate, status=status, language=language)
    else:
        found = store.facts_about(find_entity(store, entity).id, language=language)
    for fact in found:
        of_article = said is None or not said.isdisjoint((*fact.supported_by, *fact.denied_by))
        if then is not None and fact.subject.id not in then:
            continue
        if of_article and predicate in (None, fact.predicate) and status in (None, fact.status):
            yield fact


def claims_behind(store: Store, facts: Iterable[Fact]) -> Iterator[Claim]:
    """The claims that support or deny ``facts``, each once, sorted by IRI."""
    return store.claims(sorted({iri for fact in facts for iri in (*fact.supported_by, *fact.denied_by)}))


def terms_against(store: Store, facts: Iterable[Fact]) -> Mapping[str, OfficeTerm]:
    """The terms of references that dispute ``facts``, by IRI, sorted."""
    ids = sorted({iri for fact in facts for iri in fact.disputed_by})
    return {term.id: term for term in store.office_terms(ids)}


def judgements_on(store: Store, entities: Iterable[str], claims: Iterable[Claim]) -> tuple[Judgement, ...]:
    """The judgements that say who one of ``entities`` (IRIs) is, or what one of ``claims`` reports; sorted by key."""
    judgements = store.judgements()
    if not judgements:
        return ()
    meant = {name for iri in entities for name in store.identities.names_of(store.resolve(iri))}
    named = {iri for claim in claims for iri in claim.judged}
    return tuple(
        one
        for one in judgements
        if any(party.iri in meant if not party.claims else _names(party, named) for party in one.parties)
    )


def entities_in(facts: Iterable[Fact]) -> list[str]:
    """The IRIs of the subjects and objects of ``facts``."""
    return sorted({one.id for fact in facts for one in (fact.subject, fact.object) if isinstance(one, Entity)})


def _names(party: Party, claims: Collection[str]) -> bool:
    return any(claim.id in claims for claim in party.claims)
