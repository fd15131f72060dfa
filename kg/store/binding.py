"""Values into a query, as terms: no value can become anything but one IRI or one literal."""

from collections.abc import Mapping

import pyoxigraph as ox

from kg.model import QueryError
from kg.store import sparql, terms
from kg.store.terms import Term


def bind(query: str, values: Mapping[str, Term]) -> str:
    """``query`` with each ``$name`` replaced by its value's term; other text stays as it is written.

    QueryError for a ``$name`` without a value, and for a value that is no term.

    >>> bind("ASK { $a ?p $b }", {"a": Term("iri", "urn:x"), "b": Term("literal", 'a"b')})
    'ASK { <urn:x> ?p "a\\\\"b" }'
    """
    pieces: list[str] = []
    end = 0
    for word in sparql.tokens(query):
        if word.kind == "variable" and word.text.startswith("$"):
            if word.text[1:] not in values:
                raise QueryError(f"the query needs a value for {word.text[1:]}")
            pieces += query[end : word.start], _written(values[word.text[1:]])
            end = word.start + len(word.text)
    return "".join([*pieces, query[end:]])


def _written(term: Term) -> str:
    """The term in SPARQL's own words, with every escape that it needs."""
    if term.kind == "iri":
        return str(terms.iri(term.value))
    if term.kind == "literal":
        node = ox.NamedNode(term.datatype) if term.datatype and not term.language else None
        try:
            return str(ox.Literal(term.value, datatype=node, language=term.language))
        except ValueError as error:
            raise QueryError(f"{term.value.encode('ascii', 'backslashreplace').decode()!r} is no text") from error
    raise QueryError(f"a {term.kind} term cannot be a value; give an IRI or a literal")
