"""What a store is made of: which articles, in which versions, beside what else. The rest is derived from that."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import pyoxigraph as ox

from kg.model import STATUSES, digest
from kg.model.version import FormerVersion
from kg.store import terms, versions
from kg.store.backend import LAYOUT, Backend
from kg.store.remainder import Remainder

_DERIVED = (*STATUSES, "asserted", "facts", "store", versions.GRAPH)


@dataclass(frozen=True, kw_only=True)
class Contents:
    """What a store holds, or what remains of it would: where two hold the same, they are equal quad by quad.

    ``articles`` has the digest of each article by its IRI, ``former`` the former versions of those that have any by
    their ids. ``context`` is a hash of all else: references, judgements, graphs of the user's, and who derives.
    """

    articles: Mapping[str, str]
    former: Mapping[str, Sequence[FormerVersion]]
    context: str

    @cached_property
    def name(self) -> str:
        """A hash of it."""
        told = {identifier: [one.to_json() for one in former] for identifier, former in self.former.items()}
        return digest([self.context, sorted(self.articles.items()), told])


def contents(backend: Backend, version: str) -> Contents:
    """The contents of a store; ``version`` is that of whoever derives its facts."""
    former: dict[str, list[FormerVersion]] = defaultdict(list)
    for one in versions.read_versions(backend):
        former[one.article.id].append(one)
    digests = {quad.subject.value: quad.object.value for quad in backend.quads(predicate="kg:digest")}
    return Contents(articles=digests, former=dict(former), context=_context(backend, digests, version))


def _context(backend: Backend, articles: Mapping[str, str], version: str) -> str:
    derived = {backend.names.graph(graph) for graph in _DERIVED}
    others = [
        sorted(str(quad) for quad in backend.quads(graph=graph))
        for graph in backend.graphs()
        if isinstance(graph, ox.NamedNode) and graph.value not in derived and graph.value not in articles
    ]
    return digest([LAYOUT, version, sorted(others)])


def left_of(whole: Contents, remainder: Remainder, backend: Backend) -> Contents:
    """What remains of the ``whole`` contents of a store."""
    names = backend.names
    touched = {names.article(identifier) for identifier in remainder.touched}
    articles = {iri: found for iri, found in whole.articles.items() if iri not in touched}
    articles |= {names.article(record.article.id): record.digest or "" for record in remainder.restored}
    former = {**{one: kept for one, kept in whole.former.items() if one not in remainder.gone}, **remainder.former}
    return Contents(
        articles=articles, former={one: kept for one, kept in former.items() if kept}, context=whole.context
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How far one store is from what is wanted: articles (IRIs) that are to go and to come, and ids of those whose
    former versions are others.
    """

    going: frozenset[str]
    coming: frozenset[str]
    retold: frozenset[str]

    @property
    def cost(self) -> int:
        """About how many articles' taking out it costs as much as: to put one in costs more."""
        return len(self.going) + 2 * len(self.coming) + len(self.retold)


def difference(held: Contents, wanted: Contents) -> Difference:
    """What makes ``wanted`` of what is ``held``; their contexts must be the same."""
    here, there = held.articles, wanted.articles
    return Difference(
        going=frozenset(here.keys() - there.keys()),
        coming=frozenset(iri for iri, found in there.items() if here.get(iri) != found),
        retold=frozenset(
            identifier
            for identifier in held.former.keys() | wanted.former.keys()
            if held.former.get(identifier, ()) != wanted.former.get(identifier, ())
        ),
    )


def identifiers(backend: Backend, articles: frozenset[str]) -> dict[str, str]:
    """The ids of articles, by their IRIs."""
    nodes = [terms.iri(iri) for iri in sorted(articles)]
    told = (quad for node in nodes for quad in backend.quads(node, "schema:identifier", graph=node))
    return {quad.subject.value: str(quad.object.value) for quad in told}
