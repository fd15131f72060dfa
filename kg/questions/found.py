"""What a query found, and which of it answers where a question asks for the latest, or for whom it names alone."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import ASSERTED, Claim, Entity, Fact
from kg.questions.columns import iso_date, text_of
from kg.questions.form import Named, QueryForm
from kg.questions.passages import Passages
from kg.questions.sayings import surfaces_of
from kg.store import Store
from kg.vocabulary import fold


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row of the query: a node with all its facts, the fact that answers, and the value asked for."""

    node: Entity
    facts: tuple[Fact, ...]
    fact: Fact
    value: str | None


def in_office(form: QueryForm, items: list[Found]) -> list[Found]:
    """Of those who hold an office the ones who hold it in their own right, where another only acts in it."""
    if form.node != "tenure" or form.column != "holder" or form.standings == ("acting",):
        return items
    standings = {id(item): {text_of(one) for one in item.facts if one.predicate == "standing"} for item in items}
    full = [item for item in items if standings[id(item)] & {"current", "new"}]
    acting = [item for item in items if standings[id(item)] == {"acting"}]
    same = {text_of(one) for item in full for one in item.facts if one.predicate in ("of", "office")}
    replaced = [i for i in acting if all(text_of(o) in same for o in i.facts if o.predicate in ("of", "office"))]
    return [item for item in items if item not in replaced]


def numbered(form: QueryForm, store: Store, group: Sequence[Found]) -> int:
    """How many agreements one stands for: « deux mémorandums » are two."""
    if form.node != "agreement" or form.column is not None:
        return 1
    said = {
        int(one.min)
        for claim in store.claims(iri for item in group for iri in item.fact.supported_by)
        if claim.label
        for one in claim.quantities
        if one.min and one.min == one.max and one.of and fold(one.of) in (fold(claim.label), "agreements")
    }
    return said.pop() if len(said) == 1 else 1


def covered(form: QueryForm, store: Store, groups: Mapping[str, Sequence[Found]]) -> set[str]:
    """Of agreements those that one of several told together may be: « deux mémorandums » cover an accord of that month
    between the same parties. Each told together covers no more than it counts."""
    if form.node != "agreement" or form.column is not None:
        return set()
    known = {node: (_parties(group[0]), iso_date(group[0].facts, form.time_of) or "") for node, group in groups.items()}
    found: set[str] = set()
    for node, group in groups.items():
        parties, day = known[node]
        single = [one for one in groups if one != node and one not in found and numbered(form, store, groups[one]) == 1]
        alike = [one for one in single if known[one][0] == parties and _same_day(known[one][1], day)]
        found |= set(alike[: numbered(form, store, group)]) if numbered(form, store, group) > 1 else set()
    return found


def to_come(form: QueryForm, items: list[Found], status: Callable[[Found], str]) -> list[Found]:
    """Of what is asked of the future what is expected: a yes or no looks at all."""
    future = form.future and form.wanted != "boolean"
    return [item for item in items if not future or status(item) == "expected"]


def told_so(form: QueryForm, store: Store, items: list[Found]) -> list[Found]:
    """Of those who did what a verb says with its object (« fermer la frontière ») the ones of whom a passage uses the
    verb, if any does: events of one type are many deeds."""
    if form.node != "event" or form.column not in ("actor", "target") or not form.verb:
        return items
    passages = Passages(store)
    said = [item for item in items if any(passages.quotes(one, form.verb) for one in _supporting(store, item))]
    return said or items


def acted_for(form: QueryForm, store: Store, values: Collection[str]) -> set[str]:
    """Of those found the states for which a person that was found was the target of the same type of deed: who was
    expelled is the ambassador, whatever else says that the state's was."""
    if form.column != "target" or form.class_of is not None or form.node != "event" or not form.types:
        return set()
    people = [one for one in map(store.entity, values) if one.kind == "Person" and one.acts_for]
    return {store.names.state(one.acts_for) for one in people if one.acts_for} & set(values)


def _parties(item: Found) -> frozenset[str]:
    return frozenset(text_of(fact) for fact in item.facts if fact.predicate == "party")


def _same_day(one: str, other: str) -> bool:
    return bool(one) and bool(other) and (one.startswith(other) or other.startswith(one))


def outermost(form: QueryForm, items: list[Found], status: Callable[[Found], str]) -> list[Found]:
    """Where the earliest or latest alone is asked for: the asserted ones of that day."""
    if form.order is None:
        return items
    of = form.time_of if form.node == "agreement" else "time"
    asserted = [item for item in items if status(item) in ASSERTED]
    dated = [(day, item) for item in asserted if (day := iso_date(item.facts, of))]
    days = [day for day, _ in dated]
    chosen = (max(days) if form.order == "last" else min(days)) if days else None
    return [item for day, item in dated if day == chosen]


def named_ones(form: QueryForm, store: Store, items: list[Found]) -> list[Found]:
    """Of deeds on agreements on several days those whose passages name whom the question does, if any do."""
    on_agreement = form.quoted or set(form.subtypes) & {"signed", "ratified"}
    if (form.node, form.wanted) != ("event", "date") or not on_agreement or len({i.value for i in items}) < 2:
        return items
    passages = Passages(store)
    words = [_calls(one.named) for one in form.constraints]
    named = [item for item in items if any(passages.names(claim, words) for claim in _supporting(store, item))]
    alone = [item for item in named if len(words) == 1 and _is_alone(form, store, item, words)]
    return alone or named or items


def _is_alone(form: QueryForm, store: Store, item: Found, words: Sequence[Sequence[str]]) -> bool:
    """Whether a passage names no other side of the event: then it tells what one side did by itself."""
    passages = Passages(store)
    asked = {iri for one in form.constraints for iri in one.named.iris}
    sides = [fact.object for fact in item.facts if fact.predicate in ("actor", "target")]
    states = {store.names.state(one.acts_for) for one in sides if isinstance(one, Entity) and one.acts_for}
    others = [surfaces_of((iri,), capitals=False) for iri in sorted(states - asked)]
    return any(
        passages.names(claim, words) and not any(passages.names(claim, (calls,)) for calls in others if calls)
        for claim in _supporting(store, item)
    )


def _supporting(store: Store, item: Found) -> Iterable[Claim]:
    return store.claims(item.fact.supported_by)


def _calls(named: Named) -> tuple[str, ...]:
    """What a passage may call whom the question names."""
    label = named.label.split()[-1] if named.kind == "Person" else named.label
    return tuple(sorted({named.written, label, *surfaces_of(named.iris, capitals=False)} - {""}))
