"""What the tests of the room share: short texts of their own and ways to read them."""

from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from kg.articles import Unread, read_sources
from kg.model import Article

FRENCH = (
    "La Norvège et le Canada signent un accord sur la pêche\n\n"
    "Publié le 12 mars 2024 à 9h30\n\n"
    "Les ministres des deux pays se sont rencontrés mardi à Oslo. Ils ont signé un accord qui fixe les quotas de "
    "morue pour cinq ans, selon un communiqué du gouvernement norvégien.\n"
)
ENGLISH = (
    "Norway and Canada sign a fisheries agreement\n\n"
    "March 12, 2024\n\n"
    "The ministers of the two countries met in Oslo on Tuesday. They signed an agreement that sets the cod quotas for "
    "five years, according to a statement of the Norwegian government.\n"
)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Cod quotas agreed | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post"><link rel="canonical" href="https://harbour.example/cod">
<meta property="article:published_time" content="2024-03-12T09:30:00+01:00"></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Cod quotas agreed</h1>
<p>The ministers of Norway and Canada met in Oslo on Tuesday and signed an agreement on fisheries.</p>
<p>It sets the quotas for cod for the next five years, the Norwegian government said in a statement.</p>
</article><footer>Cookies, terms and conditions</footer></body></html>"""
FEED = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>The Harbour Post</title><language>en-GB</language>
<item><title>Cod &amp; quotas</title><link>https://harbour.example/cod</link><guid isPermaLink="false">post-1</guid>
<pubDate>Tue, 12 Mar 2024 23:30:00 -0500</pubDate><description>Short</description><content:encoded><![CDATA[
<p>The ministers of <b>Norway</b> and Canada met in Oslo.</p><script>alert(1)</script><p>They signed an agreement.</p>
]]></content:encoded></item><item><title>Nothing to say</title></item></channel></rss>"""


def read(*sources: str | Path, **options: Any) -> list[Article | Unread]:
    return list(read_sources(sources, **options))


def read_one(*sources: str | Path, **options: Any) -> Article:
    (article,) = read(*sources, **options)
    assert isinstance(article, Article), article
    return article


def reason(*sources: str | Path, **options: Any) -> str:
    (unread,) = read(*sources, **options)
    assert isinstance(unread, Unread), unread
    assert "\n" not in str(unread)
    return str(unread)


def read_bytes(data: bytes, **options: Any) -> list[Article | Unread]:
    return read("-", stdin=BytesIO(data), **options)


Answer = tuple[int, dict[str, str], bytes]


@pytest.fixture
def serve() -> Iterator[Callable[[dict[str, Answer]], str]]:
    """A real server on the loopback interface; give it what it answers for each path and get its address."""
    servers: list[ThreadingHTTPServer] = []

    def start(answers: dict[str, Answer]) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                status, headers, body = answers.get(self.path, (404, {}, b"no"))
                self.send_response(status)
                for name, value in headers.items():
                    self.send_header(name, value)
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, format: str, *args: Any) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()
