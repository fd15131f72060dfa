"""What the articles of some days brought: the graph before them and after them, compared block by block."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from kg.ingestion import derive_from
from kg.model import Claim, Entity, Fact, UnknownEntityError
from kg.model.change import CHANGE_KINDS, Change, PartChange
from kg.past.comparing import compared, place
from kg.store import Store

Name = Callable[[Entity], Entity]


def diff(
    store: Store, since: date, until: date | None = None, entity: Entity | None = None, language: str | None = None
) -> tuple[Change, ...]:
    """What articles published from ``since`` to ``until`` (included) changed, by kind, day and name.

    It is the difference between the graph as of the day before ``since`` and the graph as of ``until`` (the last day
    where it is not given). With ``entity`` only what it takes part in, itself or by who acts for it. Articles without a
    date of publication count for neither. Names are in ``language`` where known.
    """
    last = until or date.max
    fresh = [info.id for info in store.articles() if info.published and since <= info.published <= last]
    keys = sorted({key for article in fresh for key in store.block_keys(article)})
    found = [change for key in keys for change in _in_block(store, key, since, last)]
    wanted = [change for change in found if entity is None or _involves(change, entity)]
    named = naming(store, language)
    return tuple(sorted((renamed_change(change, named) for change in wanted), key=_rank))


def _in_block(store: Store, key: str, since: date, last: date) -> list[Change]:
    claims = {claim.id: claim for claim in store.claims_in_block(key) if _published(claim, last)}
    before = [claim for claim in claims.values() if claim.article.published and claim.article.published < since]
    return compared(derive_from(store, key, before).facts, derive_from(store, key, [*claims.values()]).facts, claims)


def _published(claim: Claim, last: date) -> bool:
    return claim.article.published is not None and claim.article.published <= last


def _involves(change: Change, entity: Entity) -> bool:
    """Whether the entity is the thing, fills one of its roles, or is the state that somebody in it acts for."""
    there = [one for fact in change.facts for one in (fact.subject, fact.object) if isinstance(one, Entity)]
    return any(one.id == entity.id or (entity.iso3 is not None and one.acts_for == entity.iso3) for one in there)


def _rank(change: Change) -> tuple[int, tuple[str, str, int, str], str, str]:
    first = place(change.claims[0]) if change.claims else ("", "", 0, "")
    return CHANGE_KINDS.index(change.kind), first, change.whole.subject.label, change.whole.id


def naming(store: Store, language: str | None) -> Name:
    """Tells an entity as the store calls it, in ``language`` where it can; what is derived has its own name."""

    def named(entity: Entity) -> Entity:
        if entity.kind in ("Agreement", "Event", "Tenure", "Quantity"):
            return entity
        try:
            return store.entity(entity.id, language=language)
        except UnknownEntityError:  # only a former version of an article names it
            return entity

    return named


def renamed(fact: Fact, named: Name) -> Fact:
    """The fact with its entities as ``named`` tells them."""
    value = named(fact.object) if isinstance(fact.object, Entity) else fact.object
    return replace(fact, subject=named(fact.subject), object=value)


def renamed_change(change: Change, named: Name) -> Change:
    """The change with its entities as ``named`` tells them."""
    return replace(
        change,
        whole=renamed(change.whole, named),
        facts=tuple(renamed(fact, named) for fact in change.facts),
        parts=tuple(
            PartChange(fact=renamed(part.fact, named), before=part.before, after=part.after) for part in change.parts
        ),
    )
