"""A store's quads as rdflib's terms, for the tools that need them."""

from typing import TYPE_CHECKING, Any

from kg.store import Store

if TYPE_CHECKING:
    import rdflib


def rdflib_graph(store: Store) -> "rdflib.Graph":
    """All graphs of ``store`` taken together, as one graph in memory."""
    import rdflib

    terms: dict[Any, Any] = {}

    def convert(term: Any) -> Any:
        known = terms.get(term)
        if known is None:
            if hasattr(term, "datatype"):
                plain = term.language or term.datatype.value == str(rdflib.XSD.string)
                datatype = None if plain else rdflib.URIRef(term.datatype.value)
                known = rdflib.Literal(term.value, lang=term.language, datatype=datatype)
            else:
                known = rdflib.URIRef(term.value) if str(term).startswith("<") else rdflib.BNode(term.value)
            terms[term] = known
        return known

    graph = rdflib.Graph()
    for quad in store.backend.quads():
        graph.add((convert(quad.subject), convert(quad.predicate), convert(quad.object)))
    return graph
