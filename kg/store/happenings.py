"""When things happened, the latest first, to be gone through a page at a time however much there is."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

import pyoxigraph as ox

from kg.model import STATUSES
from kg.store import terms
from kg.store.backend import Backend
from kg.store.facts import NODES, status_graph
from kg.store.neighbours import FEW, facts_with, subjects
from kg.store.terms import name

_DATES = ("time", "signed", "inForce", "ended")


class Happening(NamedTuple):
    """A thing (IRI) and the first and the last day (ISO) between which it, or a stage of it, happened; both are empty
    where nothing dates it.
    """

    last: str
    first: str
    thing: str


class Happenings:
    """What happened in one store; read when it is first asked for, and again after a change."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._all: Sequence[Happening] | None = None

    def forget(self) -> None:
        """Read them afresh, after a change."""
        self._all = None

    def latest(
        self, limit: int, *, offset: int = 0, who: Sequence[Sequence[str]] = (), since: str = "", until: str = ""
    ) -> tuple[Happening, ...]:
        """At most ``limit`` happenings, the last first, ``offset`` of them passed over; those without a date come last.

        Of each of ``who`` (IRIs) one has a part in it, or is it. Those that may have happened from ``since`` to
        ``until`` (ISO days, included) are meant where one is given, and so none without a date.
        """
        found: Iterator[Happening] = (
            one
            for one in self._sorted()
            if (not since or one.last >= since) and (not until or (one.first <= until and one.last))
        )
        for group in who:
            found = self._with(found, group)
        return tuple(islice(found, offset, offset + limit))

    def last_days(self, thing: str) -> tuple[str, ...]:
        """The last days (ISO) of the dates of a thing, the latest first; empty where nothing dates it."""
        node, graphs = terms.iri(thing), self._graphs()
        found = {
            quad.object.value
            for date in _DATES
            for quad in self._backend.quads(node, f"kg:{date}Until")
            if quad.graph_name in graphs
        }
        return tuple(sorted(found, reverse=True))

    def _sorted(self) -> Sequence[Happening]:
        if self._all is None:
            dated = [*self._dated()]
            known = {one.thing for one in dated}
            rest = [Happening("", "", thing) for thing in self._things() if thing not in known]
            dated.sort(key=lambda one: one.thing)
            dated.sort(key=lambda one: one.last, reverse=True)
            self._all = [*dated, *sorted(rest)]
        return self._all

    def _things(self) -> Iterator[str]:
        graph = terms.iri(self._backend.names.graph("facts"))
        for kind in sorted(NODES - {"Quantity"}):
            for quad in self._backend.quads(predicate="kg:entityClass", value=name(f"kg:{kind}"), graph=graph):
                yield quad.subject.value

    def _dated(self) -> Iterator[Happening]:
        """A happening for each last day of each date of a thing, whatever its status."""
        ways = tuple(f"{self._backend.names.base}{kind.lower()}/" for kind in NODES - {"Quantity"})
        for date in _DATES:
            firsts = dict(sorted(self._bounds(f"kg:{date}From"), reverse=True))  # of several the earliest
            for thing, last in sorted(set(self._bounds(f"kg:{date}Until"))):
                if thing.startswith(ways):
                    yield Happening(last, firsts.get(thing, last), thing)

    def _bounds(self, predicate: str) -> Iterator[tuple[str, str]]:
        for graph in self._graphs():
            for quad in self._backend.quads(predicate=predicate, graph=graph):
                yield quad.subject.value, quad.object.value

    def _graphs(self) -> dict[ox.NamedNode | ox.DefaultGraph, None]:
        """Where triples of facts stand, each once."""
        return dict.fromkeys(status_graph(status, self._backend.names) for status in STATUSES)

    def _with(self, found: Iterable[Happening], who: Sequence[str]) -> Iterator[Happening]:
        """Those in which one of ``who`` has a part: all looked up where they are few, else as they are come by."""
        nodes = frozenset(map(terms.iri, who))
        facts = [*islice(facts_with(self._backend, nodes), FEW + 1)]
        if len(facts) <= FEW:
            own = {*who, *(thing for fact in facts for thing in subjects(self._backend, fact))}
            yield from (one for one in found if one.thing in own)
            return
        for one in found:
            thing = terms.iri(one.thing)
            if thing in nodes or any(quad.object in nodes for quad in self._backend.quads(thing)):
                yield one
