"""The disputes of a store: which things to look at, and who has a part in them."""

from collections.abc import Iterable, Iterator

from kg.facts import disputes
from kg.lookup import named_in
from kg.model import Dispute, Entity
from kg.selection import claims_behind, terms_against
from kg.store import Store


def find_disputes(store: Store, entity: Entity | None = None, language: str | None = None) -> tuple[Dispute, ...]:
    """The disputes in ``store``, the oldest first; with ``entity`` those over it, or in which it has a part or a say.

    Whoever acts for a state or organisation has a part for it. Names of things are in ``language`` where known.
    """
    things = sorted({*store.contested(), *_joined_by_judgement(store)})
    facts = [fact for iri in things for fact in named_in(store.facts(subject=iri, language=language), language)]
    claims = {claim.id: claim for claim in claims_behind(store, facts)}
    found = disputes(facts, claims, terms_against(store, facts))
    return found if entity is None else involving(store, entity, found)


def involving(store: Store, entity: Entity, found: Iterable[Dispute]) -> tuple[Dispute, ...]:
    """Those of the disputes that are over an entity, or in which it, or who acts for it, has a part or a say."""
    own = {entity.id, store.resolve(entity.id), *store.acting_for(entity.id)}
    return tuple(dispute for dispute in found if not own.isdisjoint(_involved(dispute)))


def _joined_by_judgement(store: Store) -> Iterator[str]:
    """The things that a judgement joined: what would never be compared otherwise may contradict itself there."""
    for judgement in store.judgements():
        if judgement.verdict == "same" and judgement.one.claims:
            yield store.resolve(judgement.one.iri)


def _involved(dispute: Dispute) -> Iterator[str]:
    """The IRIs of whom and what a dispute is about, and of who says so."""
    yield dispute.subject.id
    yield from (one.id for one in dispute.others)
    for position in dispute.positions:
        if isinstance(position.value, Entity):
            yield position.value.id
        for testimony in position.said_by:
            if testimony.who:
                yield testimony.who.id
            for claim in testimony.claims:
                yield from (filler.id for filler in claim.filling(*claim.roles))
