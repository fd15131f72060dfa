"""How the JSON routes and those of the named queries are answered."""

import json
from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.knowledge_graph import KnowledgeGraph
from kg.server.api import ROUTES
from kg.server.context import Context, context_of
from kg.server.openapi import document
from kg.server.parameters import AS_OF, LANGUAGE, JsonRoute, Values, day_of, read_values
from kg.server.sparql import answer

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]


def json_response(value: Any, status: int = 200) -> Response:
    """The value as JSON in UTF-8."""
    return Response(json.dumps(value, ensure_ascii=False), status_code=status, media_type="application/json")


def json_routes() -> list[Route]:
    """A route for each of :data:`kg.server.api.ROUTES`, those of the named queries, and the description of all."""
    return [
        *(Route(route.path, _endpoint(route), methods=["GET"]) for route in ROUTES),
        Route("/api/queries/{name}", _named_query, methods=["GET"]),
        Route("/query/text", _text, methods=["GET"]),
        Route("/openapi.json", _openapi, methods=["GET"]),
    ]


def _endpoint(route: JsonRoute) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        values = read_values((*route.parameters, AS_OF), request.query_params.multi_items())
        context = context_of(request)
        return json_response(await context.run(_read, context, route, values))

    return endpoint


def _read(context: Context, route: JsonRoute, values: Values) -> Any:
    with context.graphs.reading(values[AS_OF.name]) as graph:
        return route.answer(graph, values)


async def _named_query(request: Request) -> Response:
    """The results of a query of the library with the values that the address gives."""
    given = request.query_params.multi_items()
    language = read_values((LANGUAGE,), [one for one in given if one[0] == "language"])["language"] or "en"
    values = {name: value for name, value in given if name not in ("language", AS_OF.name)}
    context = context_of(request)
    day = day_of(given)
    text = await context.run(_bound, context, request.path_params["name"], values, language, day)
    return await answer(request, text, None, day=day)


async def _text(request: Request) -> Response:
    """The SPARQL of a named query with values (``p.NAME``) in it, for the editor."""
    given = dict(request.query_params.multi_items())
    day = day_of(request.query_params.multi_items())
    values = {name.removeprefix("p."): value for name, value in given.items() if name.startswith("p.")}
    context = context_of(request)
    text = await context.run(_bound, context, given.get("name", ""), values, given.get("language", "en"), day)
    return PlainTextResponse(text)


def _bound(context: Context, name: str, values: dict[str, str], language: str, day: date | None) -> str:
    with context.graphs.reading(day) as graph:
        return _with_values(graph, name, values, language)


def _with_values(graph: KnowledgeGraph, name: str, values: dict[str, str], language: str) -> str:
    return graph.named_query(name, values, language="fr" if language == "fr" else "en")


async def _openapi(_request: Request) -> Response:
    return json_response(document())
