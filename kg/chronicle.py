"""The moments of a store: of all, of an entity, of two together, or of one agreement."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from kg.facts import moments
from kg.lookup import named_in
from kg.model import Entity, Moment, TimeSpan
from kg.selection import claims_behind, terms_against
from kg.store import Store


def find_moments(
    store: Store,
    entities: Sequence[Entity] = (),
    *,
    since: date | None = None,
    until: date | None = None,
    statuses: Collection[str] = (),
    language: str | None = None,
) -> Iterator[Moment]:
    """What happened, in order; what has no date comes last, and not at all where ``since`` or ``until`` is given.

    With ``entities`` that in which all of them have a part, or whoever acts for them; of an agreement or event itself.
    ``since`` and ``until`` (included) bound when it may have happened. Without ``statuses`` all are meant.
    """
    things = set(store.happenings())
    for entity in entities:
        things &= _with(store, entity)
    if since or until:
        things &= store.happened(TimeSpan(start=since, end=until, precision="range"))
    for moment in moments_of(store, things, language):
        if _within(moment.span, since, until) and (not statuses or moment.status in statuses):
            yield moment


def moments_of(store: Store, things: Iterable[str], language: str | None) -> tuple[Moment, ...]:
    """The moments of events, agreements and tenures (IRIs), in order."""
    facts = [fact for iri in sorted(things) for fact in named_in(store.facts(subject=iri, language=language), language)]
    claims = {claim.id: claim for claim in claims_behind(store, facts)}
    return moments(facts, claims, terms_against(store, facts))


def _with(store: Store, entity: Entity) -> set[str]:
    """The things in which an entity, or whoever acts for it, has a part; itself too."""
    own = store.resolve(entity.id)
    who = {own, *store.acting_for(entity.id)}
    return {own, *(fact.subject.id for iri in who for fact in store.facts_about(iri) if fact.subject.id not in who)}


def _within(span: TimeSpan | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    if span is None:
        return False
    return (span.start or date.min) <= (until or date.max) and (since or date.min) <= (span.end or date.max)
