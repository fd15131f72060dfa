"""What is near an entity: moments and a picture, found without reading the rest of the store."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from kg.chronicle import moments_of
from kg.lookup import find_entity
from kg.model import Claim, Entity, Fact, Moment, OfficeTerm
from kg.pictures import Language
from kg.selection import claims_behind, terms_against
from kg.store import Store
from kg.views.site import Site

if TYPE_CHECKING:
    from kg.views.graph import Graph

THINGS = ("Agreement", "Event", "Tenure")


def near(store: Store, name: str, limit: int, offset: int = 0) -> tuple[Entity, tuple[str, ...], bool]:
    """The entity of that name, the things near it (IRIs), the one told of last first, and whether there are more.

    The first ``offset`` of them are passed over. Of an agreement, an event or a tenure it is the thing itself.
    UnknownEntityError where nothing has the name.
    """
    entity = find_entity(store, name)
    if entity.kind in THINGS:
        return entity, (store.resolve(entity.id),)[offset:], False
    found = store.latest_things(entity.id, offset + limit + 1)[offset:]
    return entity, found[:limit], len(found) > limit


def moments_near(store: Store, name: str, *, limit: int, language: Language) -> tuple[Entity, tuple[Moment, ...], bool]:
    """The entity, the moments of the things near it, in order, and whether there are more."""
    entity, things, more = near(store, name, limit)
    return entity, tuple(moments_of(store, things, language)), more


def picture_near(store: Store, name: str, *, limit: int, site: Site) -> str:
    """The page that draws an entity and the things near it, with who else has a part in them."""
    from kg.views import page
    from kg.views.page import Centre
    from kg.views.phrases import name_of
    from kg.views.words import wording

    entity, things, more = near(store, name, limit)
    title = name_of(entity, wording(site.language))
    return page(
        *_drawn(store, things, site.language),
        title=title,
        language=site.language,
        site=site,
        centre=Centre(iri=store.resolve(entity.id), limit=limit, more=more),
        left_out=site.say["near_recent"].format(limit, title) if more else "",
    )


def more_near(store: Store, name: str, *, limit: int, offset: int, language: Language) -> dict[str, Any]:
    """What a picture of an entity needs to show ``limit`` things more that are near it, as plain values."""
    from kg.views.page import more_of_it

    entity, things, more = near(store, name, limit, offset)
    drawn = more_of_it(*_drawn(store, things, language), language=language)
    return {"entity": entity.to_json(), **drawn, "more": more}


def _drawn(
    store: Store, things: Iterable[str], language: Language
) -> "tuple[Graph, Mapping[str, Claim], Mapping[str, OfficeTerm]]":
    """The graph of these things, the claims behind it and what references have against it."""
    from kg.views import build_graph

    facts: list[Fact] = [fact for iri in sorted(things) for fact in store.facts(subject=iri, language=language)]
    claims = {claim.id: claim for claim in claims_behind(store, facts)}
    return build_graph(facts, claims, language=language), claims, terms_against(store, facts)
