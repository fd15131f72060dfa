"""Web archives (WARC): each page that was answered with HTML is an article."""

import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from kg.articles import limits
from kg.articles.draft import Draft, Unread
from kg.articles.html import PARSER_ERRORS, read_html
from kg.model import ArticleError

_HTML = ("text/html", "application/xhtml+xml")
_ENCODINGS = ("", "identity", "gzip", "x-gzip", "deflate")


def read_warc(stream: BinaryIO, *, source: str) -> Iterator[Draft | Unread]:
    """For each response that holds a page, in the archive's order, its draft, named by the page's address.

    Other records, and answers other than 200, are passed over. A page is read into memory, the archive is not. Where
    the archive itself is broken, the last item says so, with the number of the record.
    """
    from kg.articles.records import RECORD_ERRORS, records

    number = 0
    try:
        for number, record in enumerate(records(stream), start=1):  # noqa: B007
            if _is_page(record):
                address = record.rec_headers.get_header("WARC-Target-URI")
                try:
                    yield _draft(record, address, source)
                except (ArticleError, *RECORD_ERRORS, *PARSER_ERRORS) as error:
                    reason = str(error) if isinstance(error, ArticleError) else f"cannot be read ({error})"
                    yield Unread(source, None, f"the page {address} {reason}")
    except (*RECORD_ERRORS, *PARSER_ERRORS) as error:
        what = " ".join(str(error).split())[:80] or type(error).__name__
        yield Unread(source, None, f"is no valid web archive after record {number} ({what}); what follows was not read")


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return False
    return _media_type(headers)[0] in _HTML


def _media_type(headers: Any) -> tuple[str, str | None]:
    """The media type and the charset that the headers state."""
    stated = headers.get_header("Content-Type") or ""
    media_type, _, parameters = stated.partition(";")
    charset = parameters.lower().partition("charset=")[2].split(";")[0].strip(" \"'")
    return media_type.strip().lower(), charset or None


def _draft(record: Any, address: str, source: str) -> Draft:
    encoding = (record.http_headers.get_header("Content-Encoding") or "").strip().lower()
    if encoding not in _ENCODINGS:
        raise ArticleError(f"is compressed with {encoding}, which kg does not read")
    if encoding in ("x-gzip", "identity"):
        record.http_headers.replace_header("Content-Encoding", "gzip" if encoding == "x-gzip" else "")
    try:
        data = limits.read_all(record.content_stream())
    except zlib.error as error:
        raise ArticleError("is badly compressed") from error
    while record.raw_stream.read(65536):
        pass
    if getattr(record.raw_stream, "limit", 0) > 0:
        raise ArticleError("is cut short")
    return read_html(data, source=source, id=address, url=address, charset=_media_type(record.http_headers)[1])
