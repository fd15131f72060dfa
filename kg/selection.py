"""Claims and facts chosen by what a user's words name, and what stands behind facts or against them."""

from collections.abc import Iterable, Iterator, Mapping

from kg.lookup import find_entity, require_article
from kg.model import Claim, Fact, OfficeTerm, TimeSpan
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
    if entity is None:
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
