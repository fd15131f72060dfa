"""What a store says, as values of the model."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from itertools import chain
from typing import Any, cast, get_args
from urllib.parse import unquote

import pyoxigraph as ox

from kg.model import STATUSES, Article, ArticleInfo, Claim, Entity, EntityKind, Fact, TimeSpan, UnknownEntityError
from kg.store import terms
from kg.store.articles import read_info
from kg.store.backend import Backend
from kg.store.claims import CLASSES, Properties, read_claim
from kg.store.facts import NODES, best_label, read_fact, status_graph
from kg.store.terms import name

_SINGLE = (
    "quantity",
    "place",
    *(f"{date}{end}" for date in ("time", "signed", "inForce", "ended") for end in ("From", "Until")),
)
"""Properties whose several values may exclude each other."""
_DATES = ("time", "signed", "inForce", "ended")


class Reader:
    """Reads articles, claims, entities and facts out of one database. Entities it has met are kept in memory."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._names = backend.names
        self._facts_graph = terms.iri(backend.names.graph("facts"))
        self._status_graphs = {status_graph(status, backend.names) for status in STATUSES}
        self._entities: dict[tuple[str, str | None], Entity] = {}
        self._infos: dict[str, ArticleInfo] = {}

    def forget(self) -> None:
        """Look everything up afresh, after a change."""
        self._entities.clear()
        self._infos.clear()

    # Articles

    def infos(self) -> Iterator[ArticleInfo]:
        """The metadata of every article, sorted by id; that of each is read when it is its turn."""
        yield from (self._info(terms.iri(self._names.article(one))) for one in self.article_ids())

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted; their IRIs tell them."""
        way = self._names.article("")
        nodes = self._backend.quads(predicate="rdf:type", value=name("kg:Article"))
        return tuple(sorted(unquote(quad.subject.value.removeprefix(way)) for quad in nodes))

    def article(self, identifier: str) -> Article | None:
        """The article with its text; ``None`` where the store has none of that id."""
        node = terms.iri(self._names.article(identifier))
        own = self._backend.describe(node, node)
        text = own.get(name("kg:text").value)
        return Article(info=read_info(node, own), text=text[0].value) if text else None

    def digest(self, identifier: str) -> str | None:
        """The digest that the article was kept with, see :func:`kg.store.articles.article_digest`."""
        node = terms.iri(self._names.article(identifier))
        return next((quad.object.value for quad in self._backend.quads(node, "kg:digest", None, node)), None)

    def _info(self, node: ox.NamedNode) -> ArticleInfo:
        if node.value not in self._infos:
            self._infos[node.value] = read_info(node, self._backend.describe(node, node))
        return self._infos[node.value]

    # Claims

    def claims_of(self, identifier: str) -> Iterator[Claim]:
        """The claims of one article, in the order of its text."""
        graph = terms.iri(self._names.article(identifier))
        described: dict[str, dict[str, list[Any]]] = {}
        for quad in self._backend.quads(graph=graph):
            own = described.setdefault(quad.subject.value, {})
            own.setdefault(quad.predicate.value, []).append(quad.object)
        if graph.value not in described:
            return
        info = read_info(graph, described[graph.value])
        claims = (
            read_claim(ox.NamedNode(node), lambda part: described.get(part.value, {}), info)
            for node, own in described.items()
            if _is_claim(own)
        )
        yield from sorted(claims, key=lambda claim: (claim.evidence.start, claim.evidence.end, claim.id))

    def claims_by_iri(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The claims with these IRIs, in that order; what the store does not hold is passed over."""
        for identifier in ids:
            if not terms.is_iri(identifier):
                continue
            node = terms.iri(identifier)
            for quad in list(self._backend.quads(node, "prov:wasDerivedFrom")):
                if quad.graph_name == quad.object:
                    yield self._claim(node, quad.object)

    def claims_in_block(self, key: str, gone: Collection[str] = ()) -> tuple[Claim, ...]:
        """The claims that bear the block key, but those of the articles ``gone`` (IRIs), sorted by IRI."""
        members = self._backend.quads(predicate="kg:block", value=terms.text(key))
        said = (quad for quad in members if quad.graph_name != self._facts_graph)
        found = (self._claim(quad.subject, quad.graph_name) for quad in said if quad.graph_name.value not in gone)
        return tuple(sorted(found, key=lambda claim: claim.id))

    def block_keys_of(self, identifier: str) -> tuple[str, ...]:
        """The block keys of the claims of one article, sorted."""
        graph = terms.iri(self._names.article(identifier))
        return tuple(sorted({quad.object.value for quad in self._backend.quads(predicate="kg:block", graph=graph)}))

    def claims_naming(self, entity: str) -> Iterator[str]:
        """The IRIs of the claims in which an entity fills a role or is a source, sorted."""
        parts = self._backend.quads(predicate="kg:entity", value=terms.iri(entity))
        yield from sorted({quad.subject.value.rsplit("/", 2)[0] for quad in parts})

    def articles_naming(self, entities: Iterable[str]) -> tuple[str, ...]:
        """The ids of the articles, sorted, whose claims name one of ``entities``, or somebody who acts for one."""
        graphs = {
            quad.graph_name
            for iri in entities
            for found in (
                self._backend.quads(predicate="kg:entity", value=terms.iri(iri)),
                self._backend.quads(predicate="kg:actsForCode", value=terms.text(iri)),
            )
            for quad in found
        }
        return tuple(sorted(self._info(graph).id for graph in graphs))

    def _claim(self, node: ox.NamedNode, graph: ox.NamedNode) -> Claim:
        return read_claim(node, lambda part: self._backend.describe(part, graph), self._info(graph))

    # Entities and facts

    def entity(self, identifier: str, language: str | None = None) -> Entity:
        """What an IRI stands for; its label is in ``language`` where there is one, and its last part where none is."""
        known = self._entities.get((identifier, language))
        if known is None:
            known = self._entities[identifier, language] = self._entity(terms.iri(identifier), language)
        return known

    def known_entity(self, identifier: str, language: str | None = None) -> Entity:
        """What an IRI stands for, merged ones followed; UnknownEntityError where the store does not know it."""
        resolved = self.resolve(identifier)
        if not terms.is_iri(resolved) or not any(self._backend.quads(terms.iri(resolved))):
            raise UnknownEntityError(
                f"the store knows nothing of <{identifier}>; look it up by name, or see `kg stats`"
            )
        return self.entity(resolved, language)

    def _entity(self, node: ox.NamedNode, language: str | None) -> Entity:
        own: Properties = self._backend.describe(node, self._facts_graph)
        if classes := own.get(name("kg:entityClass").value):
            label = own[name("kg:named").value][0].value
            return Entity(id=node.value, kind=cast(EntityKind, terms.local(classes[0])), label=label)
        own = self._backend.describe(node, ox.DefaultGraph())
        classes = [value for value in own.get(name("rdf:type").value, ()) if _kind(value) is not None]
        label = best_label(own.get(name("rdfs:label").value, ()), language)
        iso3, acts_for = own.get(name("kg:iso3").value), own.get(name("kg:actsFor").value)
        return Entity(
            id=node.value,
            kind=cast(EntityKind, min(map(terms.local, classes), default="Group")),
            label=label if label is not None else node.value.rstrip("/").rpartition("/")[2],
            iso3=min(code.value for code in iso3) if iso3 else None,
            acts_for=min(_code(whom.value) for whom in acts_for) if acts_for else None,
        )

    def facts(
        self, subject: str | None = None, value: str | None = None, language: str | None = None
    ) -> Iterator[Fact]:
        """The facts of a subject and of an object (IRIs), sorted by IRI; all facts where neither is given."""
        if subject is not None:
            found = self._backend.quads(predicate="rdf:subject", value=terms.iri(subject), graph=self._facts_graph)
        elif value is not None:
            found = self._backend.quads(predicate="rdf:object", value=terms.iri(value), graph=self._facts_graph)
        else:
            found = self._backend.quads(predicate="rdf:type", value=name("kg:Fact"), graph=self._facts_graph)
        for node in sorted({quad.subject.value for quad in found}):
            iri = terms.iri(node)
            own = self._backend.describe(iri, self._facts_graph)
            yield read_fact(iri, own, lambda identifier: self.entity(identifier, language))

    def facts_resting_on(self, claims: Iterable[str], language: str | None = None) -> Iterator[Fact]:
        """The facts that one of ``claims`` (IRIs) supports or denies, sorted by IRI."""
        found = {
            quad.subject.value
            for claim in claims
            for predicate in ("prov:wasDerivedFrom", "kg:deniedBy")
            for quad in self._backend.quads(predicate=predicate, value=terms.iri(claim), graph=self._facts_graph)
        }
        for node in sorted(found):
            if (fact := self.fact(node, language)) is not None:
                yield fact

    def contested(self) -> tuple[str, ...]:
        """The IRIs of what voices may contradict each other on, sorted: subjects of facts that are disputed or denied,
        and of several dates, places or figures; and agreements of one day and of a common party.
        """
        backend, graph = self._backend, self._facts_graph
        disputed = [
            quad.subject for quad in backend.quads(predicate="kg:status", value=terms.text("disputed"), graph=graph)
        ]
        denied = [quad.subject for quad in backend.quads(predicate="kg:deniedBy", graph=graph)]
        found = {self._subject(fact) for fact in (*disputed, *denied)}
        for predicate in _SINGLE:
            values = Counter(
                quad.subject.value for where in self._status_graphs for quad in self._told(predicate, where)
            )
            found.update(subject for subject, number in values.items() if number > 1)
        return tuple(sorted(found | self._signed_together()))

    def _told(self, predicate: str, graph: ox.NamedNode | ox.DefaultGraph) -> Iterator[Any]:
        return self._backend.quads(predicate=f"kg:{predicate}", graph=graph)

    def _signed_together(self) -> set[str]:
        """The agreements that were signed on the day on which one of their parties signed another."""
        graph = ox.DefaultGraph()
        signers: dict[tuple[str, str], set[str]] = {}
        for signed in self._backend.quads(predicate="kg:signed", graph=graph):
            for quad in self._backend.quads(signed.subject, "kg:party", graph=graph):
                signers.setdefault((signed.object.value, quad.object.value), set()).add(signed.subject.value)
        return {iri for together in signers.values() if len(together) > 1 for iri in together}

    def happenings(self) -> tuple[str, ...]:
        """The IRIs of events, agreements and tenures, sorted."""
        kinds = [name(f"kg:{kind}") for kind in sorted(NODES - {"Quantity"})]
        found = (self._backend.quads(predicate="kg:entityClass", value=kind, graph=self._facts_graph) for kind in kinds)
        return tuple(sorted(quad.subject.value for quads in found for quad in quads))

    def _subject(self, fact: ox.NamedNode) -> str:
        return str(next(self._backend.quads(fact, "rdf:subject", graph=self._facts_graph)).object.value)

    def acting_for(self, state: str) -> tuple[str, ...]:
        """The IRIs of who acts for a state or organisation, sorted."""
        found = self._backend.quads(predicate="kg:actsFor", value=terms.iri(state), graph=ox.DefaultGraph())
        return tuple(sorted({quad.subject.value for quad in found}))

    def fact(self, identifier: str, language: str | None = None) -> Fact | None:
        """The fact with this IRI; ``None`` where there is none."""
        node = terms.iri(identifier)
        own = self._backend.describe(node, self._facts_graph)
        if name("kg:Fact") not in own.get(name("rdf:type").value, ()):
            return None
        return read_fact(node, own, lambda entity: self.entity(entity, language))

    def block_of(self, identifier: str) -> str | None:
        """The key of the block in which a fact or node was derived; ``None`` for what was not."""
        found = self._backend.quads(terms.iri(identifier), "kg:block", graph=self._facts_graph)
        return next((quad.object.value for quad in found), None)

    def happened(self, during: TimeSpan) -> frozenset[str]:
        """The nodes of which a date has bounds that overlap with ``during``, and their figures."""
        first, last = (during.start or date.min).isoformat(), (during.end or date.max).isoformat()
        found: set[str] = set()
        for of in _DATES:
            bounds: dict[str, dict[str, list[str]]] = {}
            for bound in ("From", "Until"):
                for quad in self._backend.quads(predicate=f"kg:{of}{bound}"):
                    if quad.graph_name in self._status_graphs:
                        bounds.setdefault(quad.subject.value, {}).setdefault(bound, []).append(quad.object.value)
            found |= {
                node
                for node, own in bounds.items()
                if min(own.get("From", [""])) <= last and max(own.get("Until", ["~"])) >= first
            }
        for node in list(found):
            found |= {quad.object.value for quad in self._backend.quads(terms.iri(node), "kg:quantity")}
        return frozenset(found)

    def resolve(self, identifier: str) -> str:
        """The IRI that ``identifier`` was merged into, by derivation or by judgement, else itself."""
        seen = {identifier}
        while merged := list(self._backend.quads(terms.iri(identifier), "dcterms:isReplacedBy")):
            identifier = merged[0].object.value
            if identifier in seen:
                break
            seen.add(identifier)
        return identifier

    def labels(self) -> Iterator[tuple[str, str]]:
        """Every label in the store with the IRI that bears it: names of entities, agreements and the like."""
        for quad in chain(self._backend.quads(predicate="rdfs:label"), self._backend.quads(predicate="skos:altLabel")):
            graph = quad.graph_name
            if isinstance(graph, ox.DefaultGraph) or graph.value.startswith(f"{self._names.base}graph/"):
                yield quad.object.value, quad.subject.value

    def claimed_labels(self) -> Iterator[tuple[str, str]]:
        """Every name that a claim gives an agreement, with the IRI of what that claim alone would speak of."""
        way = f"{self._names.base}claim/"
        for quad in self._backend.quads(predicate="rdfs:label"):
            if quad.subject.value.startswith(way):
                yield quad.object.value, self._names.make("agreement", quad.subject.value.removeprefix(way))


def _code(iri: str) -> str:
    """What stands for whom an entity acts for: the code of a state, the IRI of anybody else."""
    way, _, last = iri.rpartition("/")
    return last if way.endswith("/state") else iri


def _kind(value: ox.NamedNode) -> str | None:
    return next((cls for cls in get_args(EntityKind) if value == name(f"kg:{cls}")), None)


def _is_claim(own: Properties) -> bool:
    classes = own.get(name("rdf:type").value, ())
    return any(name(f"kg:{local}") in classes for local in CLASSES.values())
