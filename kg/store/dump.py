"""The store as RDF: the default graph in formats without graphs, the whole dataset in those with graphs."""

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from kg.model import StoreError
from kg.store.backend import Backend, trouble
from kg.store.heads import OrderedHead
from kg.store.terms import PREFIXES

_GRAPHS = {"turtle": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES}
_DATASETS = {"trig": ox.RdfFormat.TRIG, "nquads": ox.RdfFormat.N_QUADS, "jsonld": ox.RdfFormat.JSON_LD}
FORMATS = (*_GRAPHS, *_DATASETS, "rdfxml")

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_LOCAL_NAME = re.compile(r"[A-Za-z_À-ÖØ-öø-˿Ͱ-ͽͿ-῿][\w.\-·]*\Z")


def dump(backend: Backend, format: str, out: IO[bytes]) -> None:
    """Write the store to ``out``, a part at a time. StoreError for another format than those of ``FORMATS``."""
    with trouble(backend.path):
        if format == "rdfxml":
            for part in rdf_xml(backend.quads(graph=ox.DefaultGraph())):
                out.write(part.encode())
        elif format in _GRAPHS:
            head = OrderedHead(out)
            backend.database.dump(head, _GRAPHS[format], from_graph=ox.DefaultGraph(), prefixes=dict(PREFIXES))  # type: ignore[arg-type]
            head.close()
        elif format in _DATASETS:
            prefixes = None if format == "jsonld" else dict(PREFIXES)
            head = OrderedHead(out)
            backend.database.dump(head, _DATASETS[format], prefixes=prefixes)  # type: ignore[arg-type]
            head.close()
        else:
            raise StoreError(f"unknown RDF format {format!r}; use one of {', '.join(FORMATS)}")


def rdf_xml(triples: Iterable[Any]) -> Iterator[str]:
    """RDF/XML of triples, those of one node together where they follow one another.

    The database's own writer loses carriage returns and writes characters that XML has not.
    """
    spaces = "".join(f"\n  xmlns:{prefix}={quoteattr(iri)}" for prefix, iri in PREFIXES.items())
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'
    subject = None
    for quad in triples:
        if quad.subject != subject:
            yield (
                "</rdf:Description>\n" if subject is not None else ""
            ) + f"<rdf:Description {_about(quad.subject)}>\n"
            subject = quad.subject
        yield f"  {_property(quad)}\n"
    yield ("</rdf:Description>\n" if subject is not None else "") + "</rdf:RDF>\n"


def _about(node: Any) -> str:
    if isinstance(node, ox.BlankNode):
        return f'rdf:nodeID="b{node.value}"'
    return f"rdf:about={_attribute(node)}"


def _property(quad: Any) -> str:
    name, space = _qualified(quad.predicate)
    value = quad.object
    if isinstance(value, ox.NamedNode):
        return f"<{name}{space} rdf:resource={_attribute(value)}/>"
    if isinstance(value, ox.BlankNode):
        return f'<{name}{space} rdf:nodeID="b{value.value}"/>'
    if not isinstance(value, ox.Literal):
        raise StoreError("RDF/XML holds no triples within triples; export as trig or nquads")
    if odd := _NOT_XML.search(value.value):
        where = f"U+{ord(odd.group()):04X} in a value of {quad.subject}"
        raise StoreError(f"RDF/XML cannot hold the character {where}; export as turtle, nt or trig")
    extra = ""
    if value.language:
        extra = f" xml:lang={quoteattr(value.language)}"
    elif value.datatype.value != PREFIXES["xsd"] + "string":
        extra = f" rdf:datatype={_attribute(value.datatype)}"
    return f"<{name}{space}{extra}>{escape(value.value, {chr(13): '&#xD;'})}</{name}>"


def _attribute(node: ox.NamedNode) -> str:
    return quoteattr(node.value)


def _qualified(predicate: ox.NamedNode) -> tuple[str, str]:
    """The element's name for a property, and the declaration of its namespace where it is none of the known ones."""
    iri = predicate.value
    found = _LOCAL_NAME.search(iri)
    if found is None:
        raise StoreError(f"RDF/XML cannot write the property <{iri}>; export as turtle, nt or trig")
    space, local = iri[: found.start()], found.group()
    for prefix, known in PREFIXES.items():
        if known == space:
            return f"{prefix}:{local}", ""
    return f"p:{local}", f" xmlns:p={quoteattr(space)}"
