"""How the status of a fact went, article by article in the order of publication."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import groupby

from kg.ingestion import derive_from
from kg.lookup import find_entity
from kg.model import Claim, Entity, Fact, UnknownEntityError
from kg.model.history import Correction, History, Step
from kg.past.comparing import Thing, change, content, nearest, place, things
from kg.past.corrections import Replacement, replacements
from kg.past.diff import naming, renamed, renamed_change
from kg.selection import entities_in, judgements_on
from kg.store import Store

_NODES = ("Agreement", "Event", "Tenure")


def history(store: Store, name: str, language: str | None = None) -> tuple[History, ...]:
    """The histories of a fact (IRI), of every agreement, event or office of a name (or IRI), or of all in which an
    entity takes part; by first report. Names are in ``language`` where known.

    UnknownEntityError, with what is near, where nothing has that name or IRI, not even in a former version.
    """
    replaced = replacements(store)
    fact = store.fact(name) if "://" in name else None
    try:
        wanted = [_owner(store, fact)] if fact else _facts_of(store, name)
    except UnknownEntityError:
        gone = [one.correction for one in replaced if one.correction and name in _iris(one.correction)]
        if not gone:
            raise
        return (_renamed(History(fact=gone[0].change.whole, steps=(), corrections=tuple(gone)), store, language),)
    found = [_history(store, fact, replaced) for fact in wanted]
    return tuple(_renamed(one, store, language) for one in sorted(found, key=_rank))


def _rank(history: History) -> tuple[str, str]:
    return str(history.fact.first_report or "~"), history.fact.id


def _facts_of(store: Store, name: str) -> list[Fact]:
    """Of each thing that the name may mean the fact that it is there; of another entity those of all its things."""
    entity = find_entity(store, name)
    if entity.kind not in _NODES:
        return _taking_part(store, entity)
    same = [entity] if "://" in name else [one for one in store.find_entities(name) if one.kind in _NODES]
    return [fact for iri in sorted({store.resolve(one.id) for one in same}) for fact in _whole(store, iri)]


def _taking_part(store: Store, entity: Entity) -> list[Fact]:
    facts = store.facts_about(entity.id)
    nodes = {fact.subject.id for fact in facts if fact.subject.kind in _NODES}
    relations = [fact for fact in facts if fact.subject.kind not in (*_NODES, "Quantity")]
    return [*(fact for node in sorted(nodes) for fact in _whole(store, node)), *relations]


def _whole(store: Store, node: str) -> list[Fact]:
    return [fact for fact in store.facts(subject=node) if fact.predicate == "a"]


def _owner(store: Store, fact: Fact) -> Fact:
    """The fact itself; of a fact about a figure the one that says whose figure it is."""
    if fact.subject.kind != "Quantity":
        return fact
    return next(store.facts(object=fact.subject.id, predicate="quantity"), fact)


def _history(store: Store, fact: Fact, replaced: Sequence[Replacement]) -> History:
    key = store.block_of(fact.id)
    claims = sorted(store.claims_in_block(key), key=place) if key else []
    now = _thing_of(fact, things(store.facts(subject=fact.subject.id)))
    steps = _steps(store, key or "", claims, fact, now)
    own = [claim for step in steps for claim in step.claims]
    entities = entities_in((fact, *now.facts))
    judgements = judgements_on(store, entities, own)
    return History(fact=fact, steps=tuple(steps), corrections=tuple(_touching(now, replaced)), judgements=judgements)


def _touching(thing: Thing, replaced: Sequence[Replacement]) -> list[Correction]:
    """The corrections of one thing, followed from what it is now back through all that it was before."""
    iris, claims = {thing.whole.id}, set(thing.claims)
    found = []
    for one in reversed(replaced):
        here = one.now or one.was
        if here and (here.whole.id in iris or (here.whole.predicate == "a" and claims & here.claims)):
            iris |= {side.whole.id for side in (one.was, one.now) if side}
            claims.update(*(side.claims for side in (one.was, one.now) if side))
            found += [one.correction] if one.correction else []
    return found[::-1]


def _thing_of(fact: Fact, found: Sequence[Thing]) -> Thing:
    """The thing that a fact is of."""
    return next(thing for thing in found if any(one.id == fact.id for one in thing.facts))


def _steps(store: Store, key: str, claims: Sequence[Claim], fact: Fact, now: Thing) -> list[Step]:
    """A step for each article that speaks of the fact, and for each other that changes its status.

    Others do where an office has another holder, or draw a claim away to another thing; that is looked for in all of
    them only where the steps of those that speak of it do not lead to what is known now.
    """
    own = now.claims if fact.predicate == "a" else frozenset((*fact.supported_by, *fact.denied_by))
    articles = [tuple(group) for _, group in groupby(claims, key=lambda claim: claim.article.id)]
    if not key.startswith("office/"):
        steps = _walk(store, key, articles, fact, now, own, only_own=True)
        if steps and steps[-1].status == fact.status:
            return steps
    return _walk(store, key, articles, fact, now, own, only_own=False)


def _walk(
    store: Store,
    key: str,
    articles: Sequence[Sequence[Claim]],
    fact: Fact,
    now: Thing,
    own: Set[str],
    *,
    only_own: bool,
) -> list[Step]:
    by_id = {claim.id: claim for fresh in articles for claim in fresh}
    steps: list[Step] = []
    said: list[Claim] = []
    before: Thing | None = None
    for fresh in articles:
        said += fresh
        spoken = tuple(claim for claim in fresh if claim.id in own)
        if only_own and not spoken:
            continue
        after = _then(store, key, said, fact, now)
        found = change(before, after, frozenset(claim.id for claim in fresh), by_id)
        if spoken or found:
            status = after.whole.status if after else None
            steps.append(Step(article=fresh[0].article, claims=spoken, status=status, change=found))
        before = after
    return steps


def _then(store: Store, key: str, said: Sequence[Claim], fact: Fact, now: Thing) -> Thing | None:
    """The thing as it would be if only these claims were there; of a part of it only that part."""
    thing = nearest(now, things(derive_from(store, key, said).facts))
    if thing is None or fact.predicate == "a" or now.whole.id == fact.id:
        return thing
    same = [one for one in thing.facts if content(one) == content(fact)]
    return Thing(whole=same[0], facts=(same[0],), claims=thing.claims) if same else None


def _iris(correction: Correction) -> set[str]:
    """The facts and things that a correction names."""
    facts = (correction.change.whole, *correction.change.facts, *(part.fact for part in correction.change.parts))
    return {iri for fact in facts for iri in (fact.id, fact.subject.id)}


def _renamed(history: History, store: Store, language: str | None) -> History:
    named = naming(store, language)
    return replace(
        history,
        fact=renamed(history.fact, named),
        steps=tuple(
            replace(step, change=renamed_change(step.change, named) if step.change else None) for step in history.steps
        ),
        corrections=tuple(replace(one, change=renamed_change(one.change, named)) for one in history.corrections),
    )
