"""References ⇄ RDF. Each stands in a named graph of its own, whose IRI is the reference's, and nowhere else.

A term is a node of class ``kg:OfficeTerm``. It says nothing of its holder or office but through itself, so that no
entity is described by a reference: a graph in which nobody imports anything is the same without it.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import unquote

import pyoxigraph as ox

from kg.model import Names, OfficeTerm, Precision, Reference, StoreError, TimeSpan
from kg.store import terms
from kg.store.backend import Backend
from kg.store.claims import Properties, exact_time
from kg.store.terms import name

_FORMS: Mapping[str, tuple[Precision, str]] = {
    "date": ("day", r"\d{4}-\d\d-\d\d"),
    "gYearMonth": ("month", r"\d{4}-\d\d"),
    "gYear": ("year", r"\d{4}"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferenceRecord:
    """A reference with the keys of the blocks that each of its terms, by IRI, is held against."""

    reference: Reference
    keys: Mapping[str, Sequence[str]]


def reference_quads(record: ReferenceRecord, names: Names) -> Iterator[ox.Quad]:
    """The named graph of a reference."""
    reference = record.reference
    graph = terms.iri(names.reference(reference.name))
    yield ox.Quad(graph, name("rdf:type"), name("kg:Reference"), graph)
    yield ox.Quad(graph, name("kg:timeFrom"), terms.day(reference.first_day), graph)
    yield ox.Quad(graph, name("kg:timeUntil"), terms.day(reference.last_day), graph)
    for language, title in reference.titles.items():
        yield ox.Quad(graph, name("dcterms:title"), terms.text(title, language or None), graph)
    for term in reference.terms:
        node = terms.iri(term.id)
        for predicate, value in _term_values(term, record.keys[term.id]):
            yield ox.Quad(node, name(predicate), value, graph)
        yield ox.Quad(node, name("dcterms:isPartOf"), graph, graph)


def _term_values(term: OfficeTerm, keys: Iterable[str]) -> Iterator[tuple[str, Any]]:
    yield "rdf:type", name("kg:OfficeTerm")
    for language, text in term.names:
        yield "kg:named", terms.text(text, language or None)
    for holder in term.holders:
        yield "kg:holder", terms.iri(holder)
    for office in term.offices:
        yield "kg:office", terms.text(office)
    yield "kg:of", terms.iri(term.of)
    for predicate, span in (("schema:startDate", term.start), ("schema:endDate", term.end)):
        if span and (literal := exact_time(span)) is not None:
            yield predicate, literal
    yield "dcterms:source", terms.iri(term.source)
    for key in keys:
        yield "kg:heldAgainst", terms.text(key)


class References:
    """Reads the references of one database."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend

    def all(self) -> Iterator[Reference]:
        """Every reference, sorted by name."""
        found = [quad.subject for quad in self._backend.quads(predicate="rdf:type", value=name("kg:Reference"))]
        for graph in sorted(found, key=lambda node: node.value):
            yield self._reference(graph)

    def holds(self, reference: str) -> bool:
        """Whether there is one of this name."""
        graph = terms.iri(self._backend.names.reference(reference))
        return any(self._backend.quads(graph, "rdf:type", name("kg:Reference"), graph))

    def terms(self, ids: Iterable[str]) -> tuple[OfficeTerm, ...]:
        """The terms with these IRIs, in that order; what no reference holds is passed over."""
        found = []
        for identifier in ids:
            node = terms.iri(identifier)
            found += [self._term(node, quad.object) for quad in self._backend.quads(node, "dcterms:isPartOf")]
        return tuple(found)

    def in_block(self, key: str) -> tuple[OfficeTerm, ...]:
        """The terms that are held against the claims of a block, sorted by IRI."""
        found = self._backend.quads(predicate="kg:heldAgainst", value=terms.text(key))
        return tuple(sorted((self._term(quad.subject, quad.graph_name) for quad in found), key=lambda term: term.id))

    def block_keys(self, reference: str) -> tuple[str, ...]:
        """The keys of the blocks that a reference bears on, sorted; empty where there is none of this name."""
        graph = terms.iri(self._backend.names.reference(reference))
        return tuple(
            sorted({quad.object.value for quad in self._backend.quads(predicate="kg:heldAgainst", graph=graph)})
        )

    def _reference(self, graph: ox.NamedNode) -> Reference:
        own = self._backend.describe(graph, graph)
        first, last = _days(graph, own)
        nodes = self._backend.quads(predicate="rdf:type", value=name("kg:OfficeTerm"), graph=graph)
        found = sorted(quad.subject.value for quad in nodes)
        titles = {title.language or "": title.value for title in own.get(name("dcterms:title").value, ())}
        return Reference(
            name=_name(graph),
            titles=dict(sorted(titles.items())),
            first_day=first,
            last_day=last,
            terms=tuple(self._term(ox.NamedNode(iri), graph) for iri in found),
        )

    def _term(self, node: ox.NamedNode, graph: ox.NamedNode) -> OfficeTerm:
        own = self._backend.describe(node, graph)
        first, last = _days(graph, self._backend.describe(graph, graph))
        try:
            start = _span(own, "schema:startDate")
            if start is None:
                raise KeyError("schema:startDate")
            return OfficeTerm(
                id=node.value,
                reference=_name(graph),
                names=tuple(sorted((text.language or "", text.value) for text in own[name("kg:named").value])),
                holders=tuple(sorted(holder.value for holder in own[name("kg:holder").value])),
                offices=tuple(sorted(office.value for office in own[name("kg:office").value])),
                of=own[name("kg:of").value][0].value,
                start=start,
                end=_span(own, "schema:endDate"),
                speaks_from=first,
                speaks_until=last,
                source=own[name("dcterms:source").value][0].value,
            )
        except (KeyError, IndexError, AttributeError) as error:
            raise StoreError(f"term {node.value} is broken ({error}); import its reference again") from error


def _name(graph: ox.NamedNode) -> str:
    return unquote(graph.value.rpartition("/")[2])


def _days(graph: ox.NamedNode, own: Properties) -> tuple[date, date]:
    try:
        first, last = (own[name(f"kg:{bound}").value][0].value for bound in ("timeFrom", "timeUntil"))
        return date.fromisoformat(first), date.fromisoformat(last)
    except (KeyError, IndexError, ValueError) as error:
        raise StoreError(f"reference {graph.value} is broken ({error}); import it again") from error


def _span(own: Properties, predicate: str) -> TimeSpan | None:
    values = own.get(name(predicate).value)
    return read_span(values[0].value, values[0].datatype.value.rpartition("#")[2]) if values else None


def read_span(text: str, datatype: str) -> TimeSpan | None:
    """The day, month or year that a literal says; ``None`` where it is none in the ISO form without a time zone."""
    form = _FORMS.get(datatype)
    if form is None or not re.fullmatch(form[1], text, re.ASCII):
        return None
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    try:
        first = date(year, month or 1, day or 1)
        last_month = month or 12
        last = date(year, last_month, day or monthrange(year, last_month)[1])
    except ValueError:
        return None
    return TimeSpan(start=first, end=last, precision=form[0])
