"""RSS and Atom: each entry is an article."""

import io
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from kg.articles.dates import find_date
from kg.articles.draft import Draft, Unread, one_line
from kg.articles.formats import markup_of, refuse_binary
from kg.articles.html import PARSER_ERRORS, fragment_text
from kg.model import ArticleError

MAX_TAGS = 500_000
"""More tags than this no feed has."""


def read_feed(data: bytes, *, source: str, url: str | None = None) -> Iterator[Draft | Unread]:
    """For each entry, in the feed's order, its draft; Unread for an entry without text.

    The text is the entry's content, or else its summary, as plain text; title, date (as written, in its own time zone),
    address and id are metadata, the feed's title is the publisher. Nothing is fetched, no entity is expanded.
    ArticleError where ``data`` is no feed.
    """
    refuse_binary(data[:64])
    if data.count(b"<") > MAX_TAGS:
        raise ArticleError(f"is XML of more than {MAX_TAGS:,} tags; split it")
    feed = _parse(data, url)
    if not feed.get("version") and not feed.entries:
        raise ArticleError("is XML, but neither RSS nor Atom" + (" nor HTML" if markup_of(data) is None else ""))
    if not feed.entries:
        raise ArticleError("is a feed without entries")
    for number, entry in enumerate(feed.entries, start=1):
        try:
            yield _draft(entry, feed.feed, source)
        except (ArticleError, *PARSER_ERRORS) as error:
            reason = str(error) if isinstance(error, ArticleError) else f"cannot be read ({type(error).__name__})"
            yield Unread(source, None, f"entry {number} {reason}")


def _parse(data: bytes, url: str | None) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(data),  # bytes that name a file or an address would be opened
            sanitize_html=False,  # only text is taken
            resolve_relative_uris=False,
            response_headers={"content-location": url} if url else None,
        )
    except PARSER_ERRORS as error:
        raise ArticleError(f"is a feed that cannot be read ({type(error).__name__})") from error


def _draft(entry: Any, feed: Any, source: str) -> Draft:
    text = _text(entry)
    if not text.strip():
        raise ArticleError("has no text")
    title = entry.get("title")
    return Draft(
        source=source,
        text=text,
        id=one_line(entry.get("id") or entry.get("link")),
        title=one_line(fragment_text(title)) if title else None,
        published=_date(entry.get("published")) or _date(entry.get("updated")),
        publisher=one_line(fragment_text(feed.get("title") or "")),
        url=entry.get("link"),
        hint=feed.get("language"),
    )


def _text(entry: Any) -> str:
    details = [*(entry.get("content") or ()), entry.get("summary_detail") or {}]
    texts = (_plain(detail) for detail in details)
    return next((text for text in texts if text.strip()), "")


def _plain(detail: Any) -> str:
    value = detail.get("value") or ""
    return value if detail.get("type") == "text/plain" and not re.search(r"<\w|&\w+;", value) else fragment_text(value)


def _date(written: str | None) -> date | None:
    """The day as written, in its own time zone: « Thu, 19 Jun 2025 23:30:00 -0500 » is the 19th."""
    return find_date(written) if written else None
