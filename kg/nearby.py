"""What is near an entity, and what happened last: moments and pictures, found without reading the rest of the store."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.chronicle import moments_of
from kg.lookup import find_entity
from kg.model import Claim, Entity, Fact, Moment, OfficeTerm, TimeSpan
from kg.pictures import Language
from kg.selection import claims_behind, terms_against
from kg.store import Happening, Store
from kg.views.site import Site

if TYPE_CHECKING:
    from kg.views.graph import Graph

THINGS = ("Agreement", "Event", "Tenure")
MOST_BESIDE = 100
"""So many things of one day are looked at beside those that are shown."""


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


def latest_moments(
    store: Store,
    who: Sequence[Entity],
    *,
    since: date | None,
    until: date | None,
    limit: int,
    offset: int,
    language: Language | None,
) -> tuple[tuple[Moment, ...], bool]:
    """The moments of the ``limit`` latest happenings in which all of ``who`` have a part, in order, and whether there
    are earlier ones; ``offset`` of them are passed over. What has no date comes after all that has, if no days are set.
    """
    whom = [one.id for one in who]
    found = store.latest_happenings(limit + 1, offset=offset, who=whom, since=since, until=until)
    days: dict[str, set[str]] = defaultdict(set)
    for happening in found[:limit]:
        days[happening.thing].add(happening.last)
    known = {thing: store.last_days(thing) or ("",) for thing in days}
    dated_only = since is not None or until is not None
    edges = (found[:1], found[:limit][-1:])
    things = {*days, *(thing for edge in edges for thing in _of_the_day(store, edge, days))}
    told = moments_of(store, things, language)
    beside = {*_told_beside(store, (one for one in told if one.subject.id in days))}
    if beside - things:
        told = moments_of(store, things | beside, language)
    shown = (one for one in told if one.subject.id in days)
    kept = [one for one in shown if _day_of(one, known[one.subject.id]) in days[one.subject.id]]
    return tuple(one for one in kept if one.span or not dated_only), len(found) > limit


def _of_the_day(store: Store, edge: Sequence[Happening], shown: Iterable[str]) -> Iterator[str]:
    """Of a day that another page may have the rest of: agreements, of which events that are shown may be a stage, and
    the other way round.
    """
    events, agreements = (f"{store.names.base}{kind}/" for kind in ("event", "agreement"))
    kinds = {one.startswith(events) for one in shown if one.startswith((events, agreements))}
    ways = tuple(agreements if is_event else events for is_event in kinds)
    for day in {one.last for one in edge if one.last}:
        on = date.fromisoformat(day)
        beside = store.latest_happenings(MOST_BESIDE, since=on, until=on)
        yield from (one.thing for one in beside if one.last == day and one.thing.startswith(ways))


def _told_beside(store: Store, told: Iterable[Moment]) -> Iterator[str]:
    """The agreements in the articles that tell of what may be a stage of one, on a day that is not told."""
    acts = _acts()
    vague = [one for one in told if one.kind == "event" and one.what in acts and not _is_day(one.span)]
    for article in sorted({claim.article.id for one in vague for claim in one.claims}):
        claims = [claim.id for claim in store.claims(article=article, kind="agreement")]
        yield from (fact.subject.id for fact in store.facts_resting_on(claims) if fact.subject.kind == "Agreement")


def _is_day(span: TimeSpan | None) -> bool:
    return span is not None and span.precision == "day"


def _acts() -> frozenset[str]:
    """What an event that is a stage of an agreement may be called: the stage, or what the agreement is."""
    from kg.vocabulary import load_lexicon

    lexicon = load_lexicon()
    kinds = (name for name, info in lexicon.types.items() if info.category == "agreement")
    return frozenset({*lexicon.stage_events, *kinds})


def _day_of(moment: Moment, known: Sequence[str]) -> str:
    """Under which of the last days of its thing a moment is found: its own, else the latest."""
    last = moment.span.end or moment.span.start if moment.span else None
    return last.isoformat() if last and last.isoformat() in known else known[0]


def picture_latest(store: Store, *, limit: int, site: Site) -> str:
    """The page that draws what happened last, with who has a part in it."""
    from kg.views import page
    from kg.views.page import Centre

    found = store.latest_happenings(limit + 1)
    more = len(found) > limit
    return page(
        *_drawn(store, {one.thing for one in found[:limit]}, site.language),
        title=site.say["graph"],
        language=site.language,
        site=site,
        centre=Centre(iri=None, limit=limit, more=more),
        left_out=site.say["all_recent"].format(limit) if more else "",
    )


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
