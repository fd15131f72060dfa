"""What surrounds every route: which names it answers to, what each answer says of itself, what is counted."""

import logging
import time
from collections.abc import Sequence

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.routing import Match, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kg.server.metrics import Metrics
from kg.server.streams import BrokenOffError

_METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS")
_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "no-cache",
}
_log = logging.getLogger("kg.server")


class Guards:
    """Refuses other hosts, adds headers, counts answers, and closes the connection where results were broken off."""

    def __init__(self, app: ASGIApp, hosts: Sequence[str], metrics: Metrics, routes: Sequence[Route]) -> None:
        self._app = app
        self._hosts = frozenset(hosts)
        self._metrics = metrics
        self._routes = routes

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = time.monotonic(), 500

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        try:
            if self._hosts and _host(scope) not in self._hosts:
                told = "this server does not answer to that name; start it with --allow-host, or call it localhost\n"
                await PlainTextResponse(told, 421)(scope, receive, sending)
            else:
                await self._app(scope, receive, sending)
        finally:
            method = scope["method"] if scope["method"] in _METHODS else "other"
            self._metrics.answered(self._route(scope), method, status, time.monotonic() - start)

    def _route(self, scope: Scope) -> str:
        return next((route.path for route in self._routes if route.matches(scope)[0] is not Match.NONE), "other")


def _host(scope: Scope) -> str:
    """The name by which the server is called, without its port."""
    host = Headers(scope=scope).get("host", "").lower()
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


class BreakingOff:
    """Ends an answer that cannot be finished without its end, so that the client sees that something is missing."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        try:
            await self._app(scope, receive, send)
        except BrokenOffError:
            return  # the server closes a connection whose answer has no end
        except Exception:
            _log.exception("a request failed")
            raise
