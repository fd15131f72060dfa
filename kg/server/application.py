"""The application: its routes, and how what goes wrong is told."""

import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import anyio
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.model import (
    ArticleError,
    KgError,
    QueryError,
    QueryTimeoutError,
    StoreError,
    UnknownEntityError,
)
from kg.server.context import QUERIES, Context, context_of
from kg.server.graph_store import graph_store
from kg.server.graphs import Graphs
from kg.server.guards import BreakingOff, Guards
from kg.server.json_routes import json_response, json_routes
from kg.server.metrics import Metrics
from kg.server.pages import PATHS, page_response, page_routes, site_of
from kg.server.protocol import RequestError
from kg.server.settings import ServerSettings
from kg.server.sparql import sparql
from kg.views.site import message_page

_STATUSES: tuple[tuple[type[KgError], int], ...] = (
    (QueryTimeoutError, 503),
    (QueryError, 400),
    (UnknownEntityError, 404),
    (ArticleError, 404),
    (StoreError, 503),
    (KgError, 500),
)


def application(settings: ServerSettings) -> Starlette:
    """The application over the store of ``settings``. StoreError where that cannot be opened."""
    context = Context(
        settings=settings,
        graphs=Graphs(settings),
        metrics=Metrics(),
        turns=anyio.CapacityLimiter(QUERIES),
    )
    routes = [
        Route("/sparql", sparql, methods=["GET", "POST"]),
        Route("/graphs", graph_store, methods=["GET"]),
        *json_routes(),
        *page_routes(),
        Route("/health", _health, methods=["GET"]),
        Route("/metrics", _metrics, methods=["GET"]),
    ]
    app = Starlette(
        routes=routes,
        middleware=[
            Middleware(Guards, hosts=settings.allowed_hosts, metrics=context.metrics, routes=routes),
            *_cors(settings),
            Middleware(BreakingOff),
        ],
        exception_handlers={KgError: _told, HTTPException: _refused},
        lifespan=_lifespan,
    )
    app.router.redirect_slashes = False
    app.state.context = context
    return app


@asynccontextmanager
async def _lifespan(app: Starlette) -> AsyncIterator[None]:
    graphs: Graphs = app.state.context.graphs
    threading.Thread(target=graphs.prepare, daemon=True, name="kg-prepare").start()
    yield
    graphs.close()


def _cors(settings: ServerSettings) -> list[Middleware]:
    """Leave for the pages of other sites to read, where they are named."""
    if not settings.origins:
        return []
    return [
        Middleware(
            CORSMiddleware,
            allow_origins=list(settings.origins),
            allow_methods=["GET", "HEAD", "POST"],
            allow_headers=["Accept", "Authorization", "Content-Type"],
            expose_headers=["Kg-Cut"],
        )
    ]


async def _told(request: Request, error: Exception) -> Response:
    """An error of kg: in one line, as text, on the JSON routes as JSON, for a page as one."""
    status = error.status if isinstance(error, RequestError) else _status(error)
    headers = {"WWW-Authenticate": "Bearer"} if status == 401 else {"Retry-After": "5"} if status == 503 else {}
    return _message(request, str(error), status, headers)


def _status(error: Exception) -> int:
    return next((status for kind, status in _STATUSES if isinstance(error, kind)), 500)


async def _refused(request: Request, error: Exception) -> Response:
    """An error of HTTP: no such route, or a method that it does not take."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    told = {404: "there is no such page; see /openapi.json", 405: f"{request.method} is not taken here"}
    return _message(request, told.get(status, "the request failed"), status, headers)


def _message(request: Request, message: str, status: int, headers: dict[str, str]) -> Response:
    if request.url.path.startswith("/api/"):
        response = json_response({"error": message}, status)
    elif request.url.path in PATHS:
        response = page_response(message_page(site_of(request), message), status)
    else:
        response = PlainTextResponse(message + "\n", status)
    response.headers.update(headers)
    return response


async def _health(request: Request) -> Response:
    """Whether the graph can be read, without waiting for those who read it."""
    context = context_of(request)
    try:
        generation = context.graphs.take()
    except StoreError as error:
        return json_response({"status": "failing", "error": str(error)}, 503)
    context.graphs.give_back(generation)
    return json_response({"status": "ok"})


async def _metrics(request: Request) -> Response:
    return Response(context_of(request).metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
