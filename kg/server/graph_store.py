"""The SPARQL 1.1 Graph Store Protocol, for reading: ``/graphs?default`` and ``/graphs?graph=IRI``."""

from urllib.parse import parse_qsl

from starlette.requests import Request
from starlette.responses import Response

from kg.knowledge_graph import Dataset
from kg.model import UnknownGraphError
from kg.server.parameters import day_of
from kg.server.protocol import RequestError
from kg.server.sparql import answer

_ALL = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"


async def graph_store(request: Request) -> Response:
    """All of one graph."""
    dataset = _chosen(request.url.query)
    try:
        return await answer(request, _ALL, dataset, day=day_of(request.query_params.multi_items()), whole=True)
    except UnknownGraphError as error:
        raise RequestError(404, str(error)) from error


def _chosen(query: str) -> Dataset | None:
    """The graph that the address names; ``None`` for the default graph. RequestError where it names none, or two."""
    fields = parse_qsl(query, keep_blank_values=True)
    graphs = [value for name, value in fields if name == "graph"]
    default = [value for name, value in fields if name == "default"]
    if len(graphs) + len(default) != 1:
        raise RequestError(400, "name one graph: /graphs?default or /graphs?graph=IRI")
    return Dataset(default=(graphs[0],)) if graphs else None
