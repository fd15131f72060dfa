"""What the routes share, and how they run what may block."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import ParamSpec, TypeVar

import anyio
import anyio.to_thread
from starlette.requests import Request

from kg.server.graphs import Graphs
from kg.server.metrics import Metrics
from kg.server.protocol import RequestError
from kg.server.settings import ServerSettings

ASKING = threading.Lock()
"""Held by who has a question read: the parser serves one at a time."""
P = ParamSpec("P")
T = TypeVar("T")
QUERIES = 64
"""So many requests may ask the graph at once, or wait for it; the others wait before that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """The settings, the graph, the counts, and the turns that requests take."""

    settings: ServerSettings
    graphs: Graphs
    metrics: Metrics
    turns: anyio.CapacityLimiter

    async def run(self, work: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
        """What ``work`` gives, found by another thread, so that others are answered meanwhile."""
        call = partial(work, *args, **kwargs)
        return await anyio.to_thread.run_sync(call, abandon_on_cancel=True, limiter=self.turns)


def context_of(request: Request) -> Context:
    """The context of the application that a request came to."""
    context: Context = request.app.state.context
    return context


async def body_of(request: Request) -> bytes:
    """The body; RequestError where it is larger than allowed."""
    most = context_of(request).settings.body
    too_large = RequestError(413, f"the body is larger than {most} bytes; send less")
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length) > most:
        raise too_large
    body = bytearray()
    async for piece in request.stream():
        body += piece
        if len(body) > most:
            raise too_large
    return bytes(body)
