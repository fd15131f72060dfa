"""Pages from the web, from a real server on the loopback interface."""

import contextlib
import gzip
import json
import socket
import time
from collections.abc import Callable
from threading import Thread

import pytest

from kg.articles import Unread, limits, web
from kg.articles.web import fetch, may_redirect, reach_of
from kg.model import Article, ArticleError
from tests.articles.conftest import ENGLISH, FEED, FRENCH, PAGE, Answer, read, read_one, reason

Serve = Callable[[dict[str, Answer]], str]
HTML = {"Content-Type": "text/html; charset=utf-8"}


def test_a_page(serve: Serve) -> None:
    """Its address is the article's id, its canonical address the article's url."""
    address = serve({"/cod?x=1": (200, HTML, PAGE.encode())}) + "/cod?x=1"
    article = read_one(address)
    assert (article.id, article.info.url) == (address, "https://harbour.example/cod")
    assert (article.info.title, article.language) == ("Cod quotas agreed", "en")


def test_other_formats(serve: Serve) -> None:
    """Text, feeds and JSON lines by media type, name or content."""
    line = json.dumps({"id": "j", "text": ENGLISH}).encode()
    base = serve(
        {
            "/a.txt": (200, {"Content-Type": "text/plain; charset=iso-8859-1"}, FRENCH.encode("latin-1")),
            "/feed": (200, {"Content-Type": "application/rss+xml"}, FEED.encode()),
            "/lines": (200, {"Content-Type": "application/x-ndjson"}, line),
            "/b.jsonl": (200, {"Content-Type": "text/plain"}, line),
            "/unnamed": (200, {}, PAGE.encode()),
            "/pic": (200, {"Content-Type": "image/png"}, b"\x89PNG\r\n\x1a\n"),
            "/pdf": (200, {"Content-Type": "application/pdf"}, b"%PDF-1.7"),
        }
    )
    text = read_one(f"{base}/a.txt")
    assert (text.text, text.id, text.info.url) == (FRENCH, f"{base}/a.txt", f"{base}/a.txt")
    assert [item.id for item in read(f"{base}/feed") if isinstance(item, Article)] == ["post-1"]
    assert read_one(f"{base}/lines").id == read_one(f"{base}/b.jsonl").id == "j"
    assert read_one(f"{base}/unnamed").info.title == "Cod quotas agreed"
    assert "picture" in reason(f"{base}/pic")
    assert "pdftotext" in reason(f"{base}/pdf")


def test_accents_in_the_address(serve: Serve) -> None:
    """They are encoded when the page is asked for."""
    base = serve({"/Cor%C3%A9e%20du%20Nord": (200, HTML, PAGE.encode())})
    assert read_one(f"{base}/Corée du Nord").info.title == "Cod quotas agreed"


def test_compressed_pages_and_bombs(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """gzip is read, up to the limit after decompression."""
    base = serve(
        {
            "/gz": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(PAGE.encode())),
            "/bomb": (200, {**HTML, "Content-Encoding": "gzip"}, gzip.compress(b"a" * 5_000_000)),
            "/big": (200, HTML, b"a" * 2_000_000),
            "/br": (200, {**HTML, "Content-Encoding": "br"}, b"x"),
        }
    )
    assert read_one(f"{base}/gz").info.title == "Cod quotas agreed"
    monkeypatch.setattr(limits, "MAX_BYTES", 1_000_000)
    assert "more than 1 MB" in reason(f"{base}/bomb")
    assert "more than 1 MB" in reason(f"{base}/big")
    assert "compressed with br" in reason(f"{base}/br")


def test_redirects(serve: Serve) -> None:
    """Five at most, to http and https only; the id is the address that was given."""
    answers: dict[str, Answer] = {f"/{n}": (302, {"Location": f"/{n + 1}"}, b"") for n in range(9)}
    answers |= {"/9": (200, HTML, PAGE.encode()), "/file": (301, {"Location": "file:///etc/passwd"}, b"")}
    answers |= {"/loop": (307, {"Location": "/loop"}, b""), "/nowhere": (302, {}, b"")}
    base = serve(answers)
    assert read_one(f"{base}/4").id == f"{base}/4"
    assert "more than 5 times" in reason(f"{base}/3")
    assert "more than 5 times" in reason(f"{base}/loop")
    assert "scheme 'file'" in reason(f"{base}/file")
    assert "does not say where to go" in reason(f"{base}/nowhere")


def test_a_redirect_from_outside_never_leads_inside(serve: Serve, monkeypatch: pytest.MonkeyPatch) -> None:
    """From a public address to this machine: refused before anything is asked there."""
    inside = serve({"/secret": (200, HTML, PAGE.encode())})
    outside = serve({"/": (302, {"Location": f"{inside}/secret"}, b"")})
    reaches = iter(["public", "loopback"])
    monkeypatch.setattr(web, "reach_of", lambda ip: next(reaches))
    assert "which kg refuses" in reason(outside)


@pytest.mark.parametrize(
    ("ip", "reach"),
    [
        ("::1", "loopback"),
        ("::ffff:127.0.0.1", "loopback"),
        ("fe80::1%eth0", "link-local"),
        ("192.168.1.1", "private"),
        ("0.0.0.0", "private"),
        ("100.64.0.1", "private"),
        ("fd00::1", "private"),
        ("2606:4700::1", "public"),
    ],
)
def test_reach(ip: str, reach: str) -> None:
    """As the registries of special addresses (RFC 6890) have it."""
    assert reach_of(ip) == reach


def test_may_redirect() -> None:
    """Anything may lead to the public network, and nothing to link-local addresses."""
    assert may_redirect("loopback", "public")
    assert not may_redirect("public", "private")
    assert not may_redirect("private", "loopback")
    assert not may_redirect("link-local", "link-local")


def test_what_cannot_be_fetched(serve: Serve) -> None:
    """Each failure is one clear line."""
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert "refuses the connection" in reason(f"http://127.0.0.1:{port}/")
    assert "404 Not Found" in reason(serve({}) + "/x")
    assert "scheme 'ftp'" in reason("ftp://example.org/a.txt")
    assert "scheme 'file'" in reason("file:///etc/passwd")
    assert "password" in reason("http://user:secret@127.0.0.1/")
    assert "without a host" in reason("http:///a")
    assert "no valid address" in reason("http://127.0.0.1:99999/")
    assert "is empty" in reason(serve({"/": (200, HTML, b"")}))


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is waited for no longer than the time that is set."""
    monkeypatch.setattr(web, "TIMEOUT", 0.2)
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        assert "no answer within 0.2 seconds" in reason(f"http://127.0.0.1:{silent.getsockname()[1]}/")


def test_a_server_that_never_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that comes in drops is given up when its time is over."""
    monkeypatch.setattr(web, "DEADLINE", 0.3)
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def drip() -> None:
            client, _ = server.accept()
            with client, contextlib.suppress(OSError):
                client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
                for _ in range(100):
                    client.sendall(b"a")
                    time.sleep(0.05)

        Thread(target=drip, daemon=True).start()
        assert "more than 0.3 seconds" in reason(f"http://127.0.0.1:{server.getsockname()[1]}/")


def test_a_server_that_talks_nonsense() -> None:
    """What is no HTTP is one clear line too."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer() -> None:
            client, _ = server.accept()
            client.recv(1000)
            client.sendall(b"\x00\x01nonsense\r\n\r\n")
            client.close()

        Thread(target=answer, daemon=True).start()
        with pytest.raises(ArticleError, match="cannot be fetched"):
            fetch(f"http://127.0.0.1:{server.getsockname()[1]}/")


def test_a_page_that_breaks_off() -> None:
    """Half an article is none."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()

        def answer() -> None:
            client, _ = server.accept()
            client.recv(1000)
            client.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 100\r\n\r\n" + b"a" * 60)
            client.close()

        Thread(target=answer, daemon=True).start()
        assert "broke off 40 bytes before the end" in reason(f"http://127.0.0.1:{server.getsockname()[1]}/")


def test_one_bad_address_does_not_stop_the_others(serve: Serve) -> None:
    """What can be read is read."""
    base = serve({"/ok": (200, HTML, PAGE.encode())})
    bad, good = read("http://no-such-host.invalid/", f"{base}/ok")
    assert isinstance(bad, Unread)
    assert isinstance(good, Article)
