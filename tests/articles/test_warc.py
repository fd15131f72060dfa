"""Web archives."""

import gzip
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from kg.articles import Unread, limits
from kg.articles.warc import read_warc
from kg.model import Article
from tests.articles.conftest import PAGE, read

HTML = [("Content-Type", "text/html; charset=utf-8")]


def archive(*answers: tuple[str, str, list[tuple[str, str]], bytes], compressed: bool = True) -> bytes:
    """A real archive written by warcio; each answer is address, status line, headers and body."""
    out = BytesIO()
    writer = WARCWriter(out, gzip=compressed)
    writer.write_record(writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, status, headers, body in answers:
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(address, "response", payload=BytesIO(body), http_headers=http))
    return out.getvalue()


@pytest.mark.parametrize("compressed", [True, False])
def test_pages_of_an_archive(tmp_path: Path, compressed: bool) -> None:
    """Each page is an article named by its address; pictures and errors are passed over."""
    path = tmp_path / ("crawl.warc.gz" if compressed else "crawl.warc")
    path.write_bytes(
        archive(
            ("https://h.example/1", "200 OK", HTML, PAGE.encode()),
            ("https://h.example/pic", "200 OK", [("Content-Type", "image/png")], b"\x89PNG"),
            ("https://h.example/gone", "404 Not Found", HTML, PAGE.encode()),
            ("https://h.example/2", "200 OK", [*HTML, ("Content-Encoding", "gzip")], gzip.compress(PAGE.encode())),
            ("https://h.example/3", "200 OK", HTML, b"<html><body></body></html>"),
            compressed=compressed,
        )
    )
    first, second, third = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert (first.id, second.id) == ("https://h.example/1", "https://h.example/2")
    assert first.text == second.text
    assert first.info.url == "https://harbour.example/cod"
    assert isinstance(third, Unread)
    assert "https://h.example/3 is a page without" in third.reason


def test_a_cut_archive_gives_what_it_holds(tmp_path: Path) -> None:
    """What stands before the break is read, and the break is named."""
    data = archive(
        ("https://h.example/1", "200 OK", HTML, PAGE.encode()), ("https://h.example/2", "200 OK", HTML, PAGE.encode())
    )
    path = tmp_path / "cut.warc.gz"
    path.write_bytes(data[:-200])
    first, second = read(path)
    assert isinstance(first, Article)
    assert isinstance(second, Unread)
    path.write_bytes(data[:-200] + b"\x00" * 200)
    assert [type(item) for item in read(path)][:2] == [Article, Unread]


def test_pages_that_cannot_be_read() -> None:
    """Each is named by its address, and the pages after it are read."""
    gz, br = ("Content-Encoding", "gzip"), ("Content-Encoding", "br")
    compressed = gzip.compress(PAGE.encode())
    data = archive(
        ("https://h.example/1", "200 OK", [*HTML, br], b"x"),
        ("https://h.example/2", "200 OK", [*HTML, gz], compressed[:30] + b"\xff" * 30 + compressed[60:]),
        ("https://h.example/3", "200 OK", [*HTML, ("Content-Encoding", "x-gzip")], compressed),
    )
    first, second, third = read_warc(BytesIO(data), source="a.warc.gz")
    assert "https://h.example/1 is compressed with br" in str(first)
    assert "https://h.example/2" in str(second)
    assert not isinstance(third, Unread)


def test_bombs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page, or a header, that swells without end is refused before it fills the memory."""
    monkeypatch.setattr(limits, "MAX_BYTES", 1_000_000)
    swollen = gzip.compress(b"a" * 30_000_000)
    data = archive(("https://h.example/1", "200 OK", [*HTML, ("Content-Encoding", "gzip")], swollen))
    (page,) = read_warc(BytesIO(data), source="a.warc.gz")
    assert isinstance(page, Unread)
    assert "more than 1 MB" in page.reason
    (header,) = read_warc(BytesIO(gzip.compress(b"WARC/1.0\r\n" + b"A: b\r\n" * 5_000_000)), source="b.warc.gz")
    assert isinstance(header, Unread)
    assert "headers without end" in header.reason


def test_no_archive(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One clear line, and nothing of it on standard error from elsewhere."""
    path = tmp_path / "a.warc"
    path.write_text("This is no web archive at all.\n")
    (unread,) = read(path)
    assert "no valid web archive" in str(unread)
    assert capfd.readouterr() == ("", "")


@settings(max_examples=80, deadline=None)
@given(st.binary(max_size=200), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08\x00"]), st.integers(0, 900))
def test_any_bytes_are_read_or_refused(data: bytes, start: bytes, cut: int) -> None:
    """Nothing raises, whatever stands in the file."""
    real = archive(("https://h.example/1", "200 OK", HTML, PAGE.encode()), compressed=False)
    for damaged in (start + data, real[:cut] + data + real[cut:]):
        list(read_warc(BytesIO(damaged), source="a.warc"))
