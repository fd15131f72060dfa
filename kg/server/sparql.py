"""The SPARQL 1.1 Protocol: ``/sparql``."""

import hmac
from datetime import date

from starlette.requests import Request
from starlette.responses import Response

from kg.knowledge_graph import Dataset, KnowledgeGraph, Results
from kg.model import QueryTimeoutError
from kg.server import negotiation
from kg.server.context import Context, body_of, context_of
from kg.server.description import describe
from kg.server.parameters import day_of
from kg.server.protocol import Asked, RequestError, read
from kg.server.streams import respond


async def sparql(request: Request) -> Response:
    """The results of a query, nothing for an update that was made, or what the service is."""
    body = await body_of(request) if request.method == "POST" else b""
    asked = read(request.method, request.headers.get("content-type"), request.url.query, body)
    if asked is None:
        return describe(request)
    day = day_of(request.query_params.multi_items())
    if asked.kind == "update":
        if day is not None:
            raise RequestError(400, "an update changes the graph as it is; leave as_of out")
        return await _update(request, asked)
    return await answer(request, asked.text, asked.dataset, day=day)


async def answer(
    request: Request, text: str, dataset: Dataset | None, *, day: date | None = None, whole: bool = False
) -> Response:
    """The results of a query in the form that the client likes best, to the limit of rows unless they must be whole.

    With a ``day`` they are what was known then.
    """
    context = context_of(request)
    generation = await context.run(context.graphs.take, day)
    results: Results | None = None
    try:
        results = await context.run(_run, context, generation.graph, text, dataset, whole)
        media_type, format = _form(request, results)
    except BaseException:
        if results is not None:
            results.close()
        context.graphs.give_back(generation)
        raise
    return await respond(results, format, media_type, context, lambda: context.graphs.give_back(generation))


def _run(context: Context, graph: KnowledgeGraph, text: str, dataset: Dataset | None, whole: bool) -> Results:
    settings = context.settings
    limit = None if whole else settings.rows
    try:
        return graph.query(text, timeout=settings.timeout, limit=limit, dataset=dataset)
    except QueryTimeoutError:
        context.metrics.count("ended")
        raise


def _form(request: Request, results: Results) -> tuple[str, str]:
    """The media type and the format that the client likes best; RequestError where it likes none.

    A client that thinks of the other kind of results only (rdflib's does, for CONSTRUCT) gets the first of this kind.
    """
    kinds = (negotiation.GRAPHS, negotiation.TABLES)
    offers, others = kinds if results.kind == "construct" else kinds[::-1]
    accept = request.headers.get("accept")
    chosen = negotiation.choose(accept, list(offers))
    if chosen is None and negotiation.choose(accept, list(others)) is not None:
        chosen = next(iter(offers))
    if chosen is None:
        raise RequestError(406, f"none of what is accepted can hold the results; accept one of {', '.join(offers)}")
    return chosen, offers[chosen]


async def _update(request: Request, asked: Asked) -> Response:
    """Make an update, for who has the token."""
    context = context_of(request)
    check_token(request, context.settings.token)
    await context.run(_make, context, asked)
    return Response(status_code=204)


def _make(context: Context, asked: Asked) -> None:
    with context.graphs.writing() as graph:
        graph.update(asked.text, using=asked.dataset)


def check_token(request: Request, token: str | None) -> None:
    """RequestError unless the request bears the token. How long that takes does not tell how much of it is right."""
    if not token:
        raise RequestError(403, "this server takes no updates; start it with a token for those who may")
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    right = hmac.compare_digest(given.strip().encode("latin-1"), token.encode())  # as it came over the wire
    if scheme.lower() != "bearer" or not right:
        raise RequestError(401, "an update needs the token of this server: Authorization: Bearer TOKEN")
