"""What stands near an entity, found without looking at all the rest: the latest things in which it has a part."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import Any

import pyoxigraph as ox

from kg.store import terms
from kg.store.backend import Backend, trouble
from kg.store.terms import name

FEW = 2000
"""Of whom so many facts are told at most, all of them are sorted; of others the days are gone through, latest first."""
SAID = 300
"""Whom so many claims name at most, what they say is looked up."""
_THINGS = ("agreement", "event", "tenure")


def latest_things(backend: Backend, who: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """The IRIs of events, agreements and tenures in which any of ``who`` (IRIs) has a part; at most ``limit``, the one
    reported last first.
    """
    nodes = [terms.iri(one) for one in who]
    facts = list(islice(facts_with(backend, nodes), FEW + 1))
    found = _by_day(backend, nodes) if len(facts) > FEW else _sorted(backend, facts)
    starts = tuple(f"{backend.names.base}{kind}/" for kind in _THINGS)
    things: dict[str, None] = {}
    for iri in found:
        if len(things) == limit:
            break
        if iri.startswith(starts):
            things[iri] = None
    return tuple(things)


def things_with(backend: Backend, who: Iterable[str]) -> frozenset[str] | None:
    """The IRIs of the things in which one of ``who`` (IRIs) has a part or a say, or that it is; ``None`` where too many
    claims name them for that to be worth its while.
    """
    who = dict.fromkeys(who)
    said = (quad for iri in who for quad in backend.quads(None, "kg:entity", terms.iri(iri)))
    parts = list(islice(said, SAID + 1))
    held = list(islice(facts_with(backend, map(terms.iri, who)), SAID + 1))
    if max(len(parts), len(held)) > SAID:
        return None
    facts, claims = {*held}, {quad.subject.value.rsplit("/", 2)[0] for quad in parts}
    for claim in sorted(claims):
        for predicate in ("prov:wasDerivedFrom", "kg:deniedBy"):
            facts.update(quad.subject for quad in backend.quads(None, predicate, terms.iri(claim), _graph(backend)))
    return frozenset({*who, *(thing for fact in facts for thing in subjects(backend, fact))})


def concerns(backend: Backend, thing: str, who: Iterable[str]) -> bool:
    """Whether one of ``who`` (IRIs) has a part or a say in a thing (IRI), or is it."""
    nodes = frozenset(map(terms.iri, who))
    node = terms.iri(thing)
    if node in nodes or any(quad.object in nodes for quad in backend.quads(node)):
        return True
    facts = [quad.subject for quad in backend.quads(None, "rdf:subject", node, _graph(backend))]
    behind = ("prov:wasDerivedFrom", "kg:deniedBy")
    claims = {quad.object for fact in facts for told in behind for quad in backend.quads(fact, told)}
    parts = (quad.object for claim in claims for quad in backend.quads(claim) if _is_part(quad.object, claim))
    return any(quad.object in nodes for part in parts for quad in backend.quads(part, "kg:entity"))


def _is_part(value: Any, claim: Any) -> bool:
    return isinstance(value, ox.NamedNode) and value.value.startswith(f"{claim.value}/")


def _graph(backend: Backend) -> ox.NamedNode:
    return terms.iri(backend.names.graph("facts"))


def facts_with(backend: Backend, nodes: Iterable[ox.NamedNode]) -> Iterator[Any]:
    """The facts that have one of the nodes as their object."""
    for node in nodes:
        for quad in backend.quads(None, "rdf:object", node, _graph(backend)):
            yield quad.subject


def _sorted(backend: Backend, facts: Iterable[Any]) -> list[str]:
    """The subjects of the facts, the one reported last first, those of one day by themselves."""
    found: list[tuple[str, str]] = []
    for fact in facts:
        day = max(
            (quad.object.value for quad in backend.quads(fact, "kg:lastReport", graph=_graph(backend))), default=""
        )
        found += [(day, subject) for subject in subjects(backend, fact)]
    found.sort(key=lambda one: one[1])
    found.sort(key=lambda one: one[0], reverse=True)
    return [subject for _, subject in found]


def _by_day(backend: Backend, nodes: Iterable[ox.NamedNode]) -> Iterator[str]:
    """The subjects of facts with one of the nodes, day by day from the last on which an article was published."""
    graph, predicate, database = _graph(backend), name("rdf:object"), backend.database
    wanted = frozenset(nodes)
    for day in _days(backend):
        found: set[str] = set()
        with trouble(backend.path):
            for told in database.quads_for_pattern(None, name("kg:lastReport"), day, graph):
                objects = database.quads_for_pattern(told.subject, predicate, None, graph)
                if any(quad.object in wanted for quad in objects):
                    found.update(subjects(backend, told.subject))
        yield from sorted(found)


def _days(backend: Backend) -> list[ox.Literal]:
    days = {quad.object.value: quad.object for quad in backend.quads(predicate="schema:datePublished")}
    return [days[value] for value in sorted(days, reverse=True)]


def subjects(backend: Backend, fact: Any) -> Iterator[str]:
    """What a fact is about."""
    for quad in backend.quads(fact, "rdf:subject", graph=_graph(backend)):
        yield quad.object.value
