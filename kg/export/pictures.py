"""The picture's graph as GraphML and GEXF, for Gephi, yEd, Cytoscape and the like."""

import re
from typing import IO, TYPE_CHECKING, Any

from kg.store import Store

if TYPE_CHECKING:
    import networkx as nx

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_graphml(store: Store, out: IO[bytes]) -> None:
    """GraphML: nodes under their IRIs, edges under those of their facts, every attribute a text."""
    from networkx.readwrite.graphml import GraphMLWriter

    writer = GraphMLWriter(graph=_graph(store), encoding="utf-8", prettyprint=True, edge_id_from_attribute="id")
    writer.dump(out)


def write_gexf(store: Store, out: IO[bytes]) -> None:
    """GEXF 1.2, without the day on which it was written: the same store gives the same file."""
    from networkx.readwrite.gexf import GEXFWriter

    writer = GEXFWriter(graph=_graph(store), encoding="utf-8", prettyprint=True, version="1.2draft")
    for meta in writer.xml.iter("meta"):
        meta.attrib.pop("lastmodifieddate", None)
    writer.write(out)


def _graph(store: Store) -> "nx.MultiDiGraph[str]":
    """The views' graph with attributes that XML can hold: texts without the characters that it forbids."""
    import networkx as nx

    from kg.views.graph import build_graph, plain

    built = plain(build_graph(store.facts(), {claim.id: claim for claim in store.claims()}))
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, data in built.nodes(data=True):
        graph.add_node(iri, **_texts(data))
    for number, (source, target, key, data) in enumerate(built.edges(keys=True, data=True)):
        graph.add_edge(source, target, key=key, id=f"e{number}", fact=key, **_texts(data))
    return graph


def _texts(data: Any) -> dict[str, str]:
    return {key: _NOT_XML.sub("�", str(value)) for key, value in data.items()}
