"""RDF terms and the namespaces that every query and file may use without declaring them.

No other room sees Oxigraph's types; what leaves this room is :class:`Term`.
"""

import math
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any, NamedTuple
from typing import Literal as OneOf
from urllib.parse import unquote

import pyoxigraph as ox

from kg.model import ONTOLOGY, StoreError, concept_name

PREFIXES: Mapping[str, str] = {
    "kg": ONTOLOGY,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "prov": "http://www.w3.org/ns/prov#",
    "oa": "http://www.w3.org/ns/oa#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "dcterms": "http://purl.org/dc/terms/",
}


class Term(NamedTuple):
    """An RDF term as plain values. ``str()`` of it is its value.

    ``kind`` is ``iri``, ``literal``, ``blank`` or ``triple``; ``datatype`` is a full IRI and ``language`` a tag, for
    literals only. A triple's value is its Turtle text.
    """

    kind: OneOf["iri", "literal", "blank", "triple"]
    value: str
    datatype: str | None = None
    language: str | None = None

    def __str__(self) -> str:
        return self.value


def shorten(term: Term) -> str:
    """A term as people read it: IRIs of known namespaces with their prefix, else the value.

    >>> shorten(Term("iri", "https://w3id.org/factkg/ontology#party"))
    'kg:party'
    """
    if term.kind == "iri":
        for prefix, iri in PREFIXES.items():
            if term.value.startswith(iri) and (local := term.value.removeprefix(iri)).isidentifier():
                return f"{prefix}:{local}"
    return term.value


_new = tuple.__new__  # what Term itself calls, at half the price: a result may have a million terms
_NODE, _LITERAL = ox.NamedNode, ox.Literal


def plain(term: Any) -> Term | None:
    """Oxigraph's ``term`` as a :class:`Term`; ``None`` stays ``None`` (an unbound variable)."""
    kind = term.__class__
    if kind is _NODE:
        return _new(Term, ("iri", term.value, None, None))
    if kind is _LITERAL:
        return _new(Term, ("literal", term.value, term.datatype.value, term.language))
    if term is None:
        return None
    return Term("blank", term.value) if kind is ox.BlankNode else Term("triple", str(term))


@lru_cache(maxsize=4096)
def name(prefixed: str) -> ox.NamedNode:
    """The node that a prefixed name of a known prefix stands for.

    >>> name("kg:party").value
    'https://w3id.org/factkg/ontology#party'
    """
    prefix, local = prefixed.split(":", 1)
    return ox.NamedNode(PREFIXES[prefix] + local)


def iri(value: str) -> ox.NamedNode:
    """``value`` as a node; StoreError where it is no absolute IRI."""
    try:
        return ox.NamedNode(value)
    except ValueError as error:
        raise StoreError(f"not an IRI: {value!r} ({error}); percent-encode what it may not hold") from error


def is_iri(value: str) -> bool:
    """Whether ``value`` is an absolute IRI that the store accepts.

    >>> is_iri("https://example.org/é"), is_iri("Russie"), is_iri("https://example.org/a b")
    (True, False, False)
    """
    try:
        ox.NamedNode(value)
    except ValueError:
        return False
    return True


def concept(type_name: str) -> ox.NamedNode:
    """The concept of a type, see :func:`kg.model.concept_name`."""
    return ox.NamedNode(ONTOLOGY + concept_name(type_name))


def text(value: str, language: str | None = None) -> ox.Literal:
    """A string; StoreError where it holds half a surrogate pair, which no encoding can write."""
    try:
        return ox.Literal(value, language=language) if language else ox.Literal(value)
    except ValueError as error:
        shown = value.encode("ascii", "backslashreplace").decode()[:60]
        raise StoreError(f"a text with half a surrogate pair cannot be kept: «{shown}»; repair its encoding") from error


def typed(value: str, datatype: str) -> ox.Literal:
    """A literal of the XML Schema type ``datatype`` (a local name)."""
    return text(value) if datatype == "string" else ox.Literal(value, datatype=name(f"xsd:{datatype}"))


def number(value: float | int) -> ox.Literal:
    """A whole number as ``xsd:integer``, any other as an exact ``xsd:decimal``, infinities and -0 as a double.

    >>> str(number(0.9)), str(number(600))
    ('"0.9"^^<http://www.w3.org/2001/XMLSchema#decimal>', '"600"^^<http://www.w3.org/2001/XMLSchema#integer>')
    """
    if isinstance(value, int):
        return typed(str(int(value)), "integer")
    if not math.isfinite(value) or (value == 0 and math.copysign(1, value) < 0):
        return typed({"inf": "INF", "-inf": "-INF", "nan": "NaN"}.get(str(value), str(value)), "double")
    return typed(format(Decimal(repr(value)).normalize(), "f"), "decimal")


def day(value: date) -> ox.Literal:
    """A day as ``xsd:date``."""
    return typed(value.isoformat(), "date")


def flag(value: bool) -> ox.Literal:
    """A truth value as ``xsd:boolean``."""
    return typed("true" if value else "false", "boolean")


_SHORT = {"a": "rdf:type", "label": "rdfs:label", "sameAs": "owl:sameAs", "altLabel": "skos:altLabel"}
_LONG = {name(prefixed).value: short for short, prefixed in _SHORT.items()}


def predicate(short: str) -> ox.NamedNode:
    """The property that a fact's predicate stands for: ``a``, ``label`` and ``sameAs`` are RDF's own.

    >>> [predicate(short).value.rpartition("#")[2] for short in ("a", "party", "ally of")]
    ['type', 'party', 'allyOf']
    """
    return name(_SHORT[short]) if short in _SHORT else concept(short)


def short_predicate(node: ox.NamedNode) -> str:
    """The inverse of :func:`predicate`, but for names of several words."""
    return _LONG.get(node.value) or unquote(local(node))


def local(term: object) -> str:
    """The local name of a node of the ontology; StoreError for anything else."""
    value = getattr(term, "value", str(term))
    if not value.startswith(ONTOLOGY):
        raise StoreError(f"{value!r} is no term of the ontology ({ONTOLOGY})")
    return str(value[len(ONTOLOGY) :])
