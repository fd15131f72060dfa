"""The disputes of a store: which things to look at, who has a part in them; all at once, or as they are asked for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.facts import disputes
from kg.lookup import named_in
from kg.model import Dispute, Entity
from kg.selection import claims_behind, terms_against
from kg.store import Store


def find_disputes(store: Store, entity: Entity | None = None, language: str | None = None) -> tuple[Dispute, ...]:
    """The disputes in ``store``, the oldest first; with ``entity`` those over it, or in which it has a part or a say.

    Whoever acts for a state or organisation has a part for it. Names of things are in ``language`` where known.
    """
    found = _over(store, sorted({*store.contested(), *_joined_by_judgement(store)}), language)
    return found if entity is None else involving(store, entity, found)


def _over(store: Store, things: Iterable[str], language: str | None) -> tuple[Dispute, ...]:
    """The disputes over things, looked at together."""
    facts = [fact for iri in things for fact in named_in(store.facts(subject=iri, language=language), language)]
    claims = {claim.id: claim for claim in claims_behind(store, facts)}
    return disputes(facts, claims, terms_against(store, facts))


class LatestDisputes:
    """The disputes of a store that does not change, those over what happened last first, found when it is their turn.

    What may tell of one dispute is looked at together: what happened by one day, and the terms of one office.
    """

    def __init__(self, store: Store, language: str | None) -> None:
        self._store, self._language = store, language
        self._groups: Sequence[tuple[str, ...]] | None = None
        self._found: dict[int, tuple[Dispute, ...]] = {}

    def all(self) -> Iterator[Dispute]:
        """All of them."""
        for number in range(len(self._grouped())):
            yield from self._of(number)

    def over(self, entity: Entity) -> Iterator[Dispute]:
        """Those over ``entity``, or in which it, or who acts for it, has a part or a say."""
        things = self._store.things_with(entity.id)
        for number, group in enumerate(self._grouped()):
            if self._concern(group, things, entity):
                yield from involving(self._store, entity, self._of(number))

    def _concern(self, group: Iterable[str], things: frozenset[str] | None, entity: Entity) -> bool:
        """Whether a dispute over ``group`` may involve ``entity``: it has ``things``, or too many to list."""
        if things is not None:
            return not things.isdisjoint(group)
        return any(self._store.concerns(thing, entity.id) for thing in group)

    def _of(self, number: int) -> tuple[Dispute, ...]:
        if number not in self._found:
            self._found[number] = _over(self._store, self._grouped()[number], self._language)
        return self._found[number]

    def _grouped(self) -> Sequence[tuple[str, ...]]:
        """The things that may be contested, by their first day, the last of these first, or by block where none is."""
        if self._groups is None:
            groups: dict[tuple[str, str], list[str]] = defaultdict(list)
            for thing in sorted({*self._store.contested(), *_joined_by_judgement(self._store)}):
                days = () if thing.startswith(f"{self._store.names.base}tenure/") else self._store.last_days(thing)
                key = (days[-1], "") if days else ("", self._store.block_of(thing) or "")
                groups[key].append(thing)
            self._groups = [tuple(groups[key]) for key in sorted(groups, reverse=True)]
        return self._groups


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
