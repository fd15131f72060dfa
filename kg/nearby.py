"""What is near an entity: moments and a picture, found without reading the rest of the store."""

from kg.chronicle import moments_of
from kg.lookup import find_entity
from kg.model import Entity, Fact, Moment
from kg.pictures import Language
from kg.selection import claims_behind, terms_against
from kg.store import Store
from kg.views.site import Site

THINGS = ("Agreement", "Event", "Tenure")


def near(store: Store, name: str, limit: int) -> tuple[Entity, tuple[str, ...], bool]:
    """The entity of that name, the things near it (IRIs), the one told of last first, and whether there are more.

    Of an agreement, an event or a tenure it is the thing itself. UnknownEntityError where nothing has the name.
    """
    entity = find_entity(store, name)
    if entity.kind in THINGS:
        return entity, (store.resolve(entity.id),), False
    found = store.latest_things(entity.id, limit + 1)
    return entity, found[:limit], len(found) > limit


def moments_near(store: Store, name: str, *, limit: int, language: Language) -> tuple[Entity, tuple[Moment, ...], bool]:
    """The entity, the moments of the things near it, in order, and whether there are more."""
    entity, things, more = near(store, name, limit)
    return entity, tuple(moments_of(store, things, language)), more


def picture_near(store: Store, name: str, *, limit: int, site: Site) -> str:
    """The page that draws an entity and the things near it, with who else has a part in them."""
    from kg.views import build_graph, page
    from kg.views.phrases import name_of
    from kg.views.words import wording

    entity, things, more = near(store, name, limit)
    facts: list[Fact] = [fact for iri in sorted(things) for fact in store.facts(subject=iri, language=site.language)]
    claims = {claim.id: claim for claim in claims_behind(store, facts)}
    return page(
        build_graph(facts, claims, language=site.language),
        claims,
        terms_against(store, facts),
        title=name_of(entity, wording(site.language)),
        language=site.language,
        home=site.entity(entity),
        left_out=site.say["recent"].format(limit) if more else "",
    )
