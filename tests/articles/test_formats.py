"""Which format a source is in."""

import pytest

from kg.articles.formats import Format, format_of_media_type, sniff, stem_of
from kg.model import ArticleError


@pytest.mark.parametrize(
    ("head", "format"),
    [
        (b"WARC/1.0\r\n", "warc"),
        (b'{"id": 1}\n', "json lines"),
        (b"{a set in braces}", "text"),
        (b"\xef\xbb\xbf<!DOCTYPE HTML>", "html"),
        (b"<!-- note --><html lang=fr>", "html"),
        (b"<?xml version='1.0'?>\n<feed xmlns='x'>", "feed"),
        (b"<rdf:RDF>", "feed"),
        (b"<DOCTYPE is a word>", "text"),
        (b"Plain words.", "text"),
        (b"", "text"),
    ],
)
def test_sniff(head: bytes, format: Format) -> None:
    """By what it starts with."""
    assert sniff(head) == format


def test_media_types() -> None:
    """The media type goes first, then the name, then the content; what is no text is refused."""
    assert format_of_media_type("text/xml", "a", b"<html>") == "html"
    assert format_of_media_type("text/plain", "notes.md", b"# A") == "markdown"
    assert format_of_media_type("application/octet-stream", "a", b"<rss>") == "feed"
    with pytest.raises(ArticleError, match="video/mp4"):
        format_of_media_type("video/mp4", "a", b"x")
    with pytest.raises(ArticleError, match="picture"):
        format_of_media_type("", "a", b"RIFF1234WEBP")


def test_stem_of() -> None:
    """Without the last suffix only."""
    assert [stem_of(name) for name in ("a.fr.txt", "a", ".a", "a.")] == ["a.fr", "a", ".a", "a"]
