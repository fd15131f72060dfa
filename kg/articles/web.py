"""Pages from the web, fetched with care. The only place that opens a network connection for an article."""

import http.client
import ipaddress
import socket
import ssl
import time
import zlib
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kg.articles import limits
from kg.model import ArticleError

TIMEOUT = 20.0
"""Seconds to wait for the server each time."""

DEADLINE = 60.0
"""Seconds in which a page must be whole."""

MAX_REDIRECTS = 5

Reach = Literal["public", "private", "loopback", "link-local"]
_REDIRECTS = (301, 302, 303, 307, 308)
_HEADERS = {
    "User-Agent": "factkg",
    "Accept": "text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5",
    "Accept-Encoding": "gzip, identity",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a server answered: its body, decompressed, and the address that it came from in the end."""

    address: str
    data: bytes
    media_type: str
    charset: str | None


def fetch(address: str) -> Page:
    """The page at an ``http`` or ``https`` address, after at most five redirects; ArticleError where there is none.

    A redirect may lead to the public network, or stay within the reach (loopback, private) of the address that the
    user gave; it may change to neither another scheme than these two nor, from the public network, into a private one.
    """
    deadline = time.monotonic() + DEADLINE
    origin: Reach | None = None
    target = address
    for _ in range(MAX_REDIRECTS + 1):
        connection = _connect(_parts(target))
        try:
            reach = reach_of(connection.sock.getpeername()[0])
            if origin and not may_redirect(origin, reach):
                raise ArticleError(f"is redirected from the {origin} network to a {reach} address, which kg refuses")
            origin = origin or reach
            answer = _ask(connection, _parts(target))
            if answer.status not in _REDIRECTS:
                return _page(answer, target, deadline)
            location = answer.getheader("Location")
            if not location:
                raise ArticleError("cannot be fetched: the server does not say where to go")
            target = urljoin(target, location)
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise ArticleError(f"cannot be fetched: {_reason(error)}") from error
        finally:
            connection.close()
    raise ArticleError(f"is redirected more than {MAX_REDIRECTS} times")


def reach_of(ip: str) -> Reach:
    """How far an address of the Internet Protocol reaches.

    >>> reach_of("127.0.0.1"), reach_of("169.254.169.254"), reach_of("10.0.0.1"), reach_of("93.184.216.34")
    ('loopback', 'link-local', 'private', 'public')
    """
    parsed = ipaddress.ip_address(ip.partition("%")[0])
    mapped = getattr(parsed, "ipv4_mapped", None)
    parsed = mapped or parsed
    if parsed.is_loopback:
        return "loopback"
    if parsed.is_link_local:
        return "link-local"
    return "public" if parsed.is_global else "private"


def may_redirect(origin: Reach, target: Reach) -> bool:
    """Whether a page in reach ``origin`` may lead to one in reach ``target``.

    >>> may_redirect("public", "loopback"), may_redirect("loopback", "loopback"), may_redirect("private", "link-local")
    (False, True, False)
    """
    return target == "public" or (target == origin and target != "link-local")


def _parts(address: str) -> SplitResult:
    try:
        parts = urlsplit(address)
        port_is_valid = parts.port != 0
    except ValueError as error:
        raise ArticleError(f"is no valid address: {error}") from error
    if parts.scheme not in ("http", "https"):
        raise ArticleError(f"has the scheme {parts.scheme!r}; kg fetches http and https")
    if not parts.hostname or not port_is_valid:
        raise ArticleError("is an address without a host; write https://host/path")
    if "@" in parts.netloc:
        raise ArticleError("holds a user's name or password; kg sends neither")
    return parts


def _connect(parts: SplitResult) -> http.client.HTTPConnection:
    """A connection on which nothing has been asked yet: first the address of who answers is looked at."""
    host = parts.hostname or ""
    connection: http.client.HTTPConnection
    if parts.scheme == "https":
        connection = http.client.HTTPSConnection(
            host, parts.port, timeout=TIMEOUT, context=ssl.create_default_context()
        )
    else:
        connection = http.client.HTTPConnection(host, parts.port, timeout=TIMEOUT)
    try:
        connection.connect()
    except (OSError, http.client.HTTPException, ValueError) as error:
        connection.close()
        raise ArticleError(f"cannot be fetched: {_reason(error)}") from error
    return connection


def _ask(connection: http.client.HTTPConnection, parts: SplitResult) -> http.client.HTTPResponse:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = f"?{quote(parts.query, safe='/%:@!$&()*+,;=~-._?')}" if parts.query else ""
    connection.request("GET", path + query, headers=_HEADERS)
    return connection.getresponse()


def _page(answer: http.client.HTTPResponse, address: str, deadline: float) -> Page:
    if answer.status != 200:
        raise ArticleError(f"cannot be fetched: the server answers {answer.status} {answer.reason}".rstrip())
    data = _inflated(_body(answer, deadline), (answer.getheader("Content-Encoding") or "").strip().lower())
    if not data:
        raise ArticleError("is empty")
    headers = answer.headers
    media_type = headers.get_content_type() if "Content-Type" in headers else ""
    return Page(address=address, data=data, media_type=media_type, charset=headers.get_content_charset())


def _body(answer: http.client.HTTPResponse, deadline: float) -> bytes:
    body = bytearray()
    while chunk := answer.read1(65536):
        body += chunk
        if len(body) > limits.MAX_BYTES:
            raise ArticleError(f"holds more than {limits.megabytes(limits.MAX_BYTES)}; save the article as a file")
        if time.monotonic() > deadline:
            raise ArticleError(f"cannot be fetched: it takes more than {DEADLINE:g} seconds")
    if answer.length:
        raise ArticleError(f"cannot be fetched: the connection broke off {answer.length} bytes before the end")
    return bytes(body)


def _inflated(body: bytes, encoding: str) -> bytes:
    if encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError(f"is compressed with {encoding}, which kg does not read")
    inflater = zlib.decompressobj(wbits=47)  # gzip or zlib, told apart by the header
    try:
        data = inflater.decompress(body, limits.MAX_BYTES + 1)
    except zlib.error as error:
        raise ArticleError("is badly compressed") from error
    if len(data) > limits.MAX_BYTES:
        raise ArticleError(f"holds more than {limits.megabytes(limits.MAX_BYTES)}; save the article as a file")
    return data


def _reason(error: Exception) -> str:
    """What went wrong in a few words of one line."""
    if isinstance(error, socket.gaierror):
        return "no such host; check the address"
    if isinstance(error, TimeoutError):
        return f"no answer within {TIMEOUT:g} seconds"
    if isinstance(error, ConnectionRefusedError):
        return "the server refuses the connection"
    return " ".join((getattr(error, "strerror", None) or str(error) or type(error).__name__).split())[:120]
