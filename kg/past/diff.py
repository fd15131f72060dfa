"""What the articles of some days brought: the graph before them and after them, compared block by block."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from kg.ingestion import derive_from
from kg.model import Entity, Fact, UnknownEntityError
from kg.model.change import CHANGE_KINDS, Change, PartChange
from kg.past.comparing import compared, place
from kg.past.editions import Then
from kg.store import Store

Name = Callable[[Entity], Entity]


def diff(
    store: Store, since: date, until: date | None = None, entity: Entity | None = None, language: str | None = None
) -> tuple[Change, ...]:
    """What articles published from ``since`` to ``until`` (included) changed, by kind, day and name.

    It is the difference between the graph as of the day before ``since`` and the graph as of ``until`` (the last day
    where it is not given); what corrections of these days took away is gone. With ``entity`` only what it takes part
    in, itself or by who acts for it. Articles without a date of publication count for neither. Names are in
    ``language`` where known.
    """
    before, after = Then(store, _day_before(since)), Then(store, until or date.max)
    ids = {*before.versions, *after.versions}
    changed = {article for article in ids if before.versions.get(article) != after.versions.get(article)}
    keys = sorted(before.blocks(changed) | after.blocks(changed))
    found = [change for key in keys for change in _in_block(store, key, before, after)]
    wanted = [change for change in found if entity is None or _involves(change, entity)]
    named = naming(store, language)
    return tuple(sorted((renamed_change(change, named) for change in wanted), key=_rank))


def _in_block(store: Store, key: str, before: Then, after: Then) -> list[Change]:
    claims = after.claims_in_block(key)
    former, latter = (derive_from(store, key, said).facts for said in (before.claims_in_block(key), claims))
    return compared(former, latter, {claim.id: claim for claim in claims})


def _day_before(day: date) -> date:
    return day - timedelta(days=1) if day > date.min else day


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
