"""The description of the JSON routes as OpenAPI 3.1, written from the tables that the requests are checked by."""

from importlib.metadata import version
from typing import Any

from kg.knowledge_graph import named_queries
from kg.model import NamedQuery
from kg.server.api import ROUTES
from kg.server.negotiation import TABLES
from kg.server.parameters import AS_OF, LANGUAGE, JsonRoute, Parameter
from kg.server.schemas import SCHEMAS

_ERRORS = {
    "400": "A parameter is missing, unknown or wrong",
    "404": "The graph does not know what is named",
    "503": "The graph is busy, or the time is over",
}


def document() -> dict[str, Any]:
    """The whole description."""
    queries = {f"/api/queries/{name}": _query(query) for name, query in named_queries().items()}
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "kg",
            "version": version("factkg"),
            "description": "What articles say, who says so, since when, and who disagrees. SPARQL is at /sparql.",
            "license": {"name": "Apache-2.0", "identifier": "Apache-2.0"},
        },
        "servers": [{"url": "/"}],
        "paths": {**{route.path: _route(route) for route in ROUTES}, **queries, "/health": _health()},
        "components": {"schemas": SCHEMAS},
    }


def _route(route: JsonRoute) -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": f"#/components/schemas/{route.schema}"}}}
    parameters = [_parameter(parameter) for parameter in (*route.parameters, AS_OF)]
    return _operation(route.path.rpartition("/")[2], route.summary, parameters, content)


def _health() -> dict[str, Any]:
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Health"}}}
    told = {"200": "The graph can be read", "503": "It cannot, and why"}
    summary = "Whether the graph can be read"
    return {
        "get": {
            "operationId": "health",
            "summary": summary,
            "parameters": [],
            "responses": {status: {"description": text, "content": content} for status, text in told.items()},
        }
    }


def _query(query: NamedQuery) -> dict[str, Any]:
    """A named query as a route: its results come in any form of a table."""
    parameters = [
        {
            "name": one.name,
            "in": "query",
            "description": one.description["en"],
            "required": one.default is None,
            "schema": {"type": "string", **({"default": one.default} if one.default is not None else {})},
        }
        for one in query.parameters
    ]
    content: dict[str, Any] = {media_type: {} for media_type in TABLES}
    return _operation(
        query.name,
        query.title["en"],
        [*parameters, _parameter(LANGUAGE), _parameter(AS_OF)],
        content,
        query.description["en"],
    )


def _operation(
    name: str, summary: str, parameters: list[dict[str, Any]], content: dict[str, Any], description: str | None = None
) -> dict[str, Any]:
    error = {"application/json": {"schema": {"$ref": "#/components/schemas/Error"}}}
    return {
        "get": {
            "operationId": name,
            "summary": summary,
            **({"description": description} if description else {}),
            "parameters": parameters,
            "responses": {
                "200": {"description": summary, "content": content},
                **{status: {"description": told, "content": error} for status, told in _ERRORS.items()},
            },
        }
    }


def _parameter(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer" if parameter.kind == "integer" else "string"}
    if parameter.kind == "date":
        schema["format"] = "date"
    if parameter.kind == "integer":
        schema |= {"minimum": parameter.least, "maximum": parameter.most}
    if parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        schema["default"] = parameter.default
    return {
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "required": parameter.required,
        "schema": schema,
    }
