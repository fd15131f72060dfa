"""A draft: an article as its format gives it, before its language and its id are settled."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlsplit

from kg.articles.language import find_language, primary_language
from kg.model import LANGUAGES, Article, ArticleError, ArticleInfo, digest

_UNFIT = re.compile("[\0\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read, and why. ``line`` counts from 1 where the source is read line by line.

    >>> print(Unread("news.jsonl", 3, "is no JSON object"))
    news.jsonl:3: is no JSON object
    """

    source: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        """One line, whatever characters the source's name or the reason holds."""
        place = self.source if self.line is None else f"{self.source}:{self.line}"
        return "".join(c if c.isprintable() else repr(c)[1:-1] for c in f"{place}: {self.reason}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An article as read. ``language`` is what its author says, ``hint`` what the page or feed says of itself."""

    source: str
    line: int | None = None
    text: str
    id: str | None = None
    title: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    hint: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What the user says of the articles; it goes before what they say themselves.

    ``languages`` are those that are read.
    """

    id: str | None = None
    published: date | None = None
    publisher: str | None = None
    url: str | None = None
    language: str | None = None
    languages: tuple[str, ...] = LANGUAGES


def fit(text: str) -> str:
    """``text`` with a U+FFFD for each NUL and each lone surrogate, one for one: offsets stay what they were.

    Neither can stand in an RDF literal, and a lone surrogate not even in a file. Nothing else is changed.

    >>> fit("a\\0b")
    'a\\ufffdb'
    """
    return _UNFIT.sub("\ufffd", text)


def one_line(text: str | None) -> str | None:
    """``text`` with each run of white space as one space; None where nothing is left."""
    return " ".join(fit(text).split()) or None if text else None


def web_address(value: str | None) -> str | None:
    """``value`` as a valid ``http`` or ``https`` IRI, or None where it is no web address.

    Characters that an IRI may not hold are percent-encoded.

    >>> web_address("https://example.org/a b")
    'https://example.org/a%20b'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not value:
        return None
    value = "".join(
        c if ord(c) > 127 and c.isprintable() else quote(c, safe="%/:?#[]@!$&'()*+,;=~") for c in fit(value).strip()
    )
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme.lower() in ("http", "https") and parts.hostname else None


def finish(draft: Draft, given: Given) -> Article | Unread:
    """The article, in the language that is given or else found; Unread where there is no text that kg reads.

    The id is the given one, else the draft's, else ``text-`` and a digest of title and text.
    """
    text = fit(draft.text)
    try:
        if not text.strip():
            raise ArticleError("holds no text")
        return Article(
            info=ArticleInfo(
                id=fit(given.id or draft.id or "") or f"text-{digest([fit(draft.title or ''), text])}",
                title=fit(draft.title) if draft.title else None,
                url=web_address(given.url) or web_address(draft.url),
                publisher=fit(given.publisher or draft.publisher or "") or None,
                published=given.published or draft.published,
                language=_language(given.language or draft.language, text, draft.hint, given.languages),
            ),
            text=text,
        )
    except ArticleError as error:
        return Unread(draft.source, draft.line, str(error))


def _language(stated: str | None, text: str, hint: str | None, read: Sequence[str]) -> str:
    language = primary_language(stated) or find_language(text, hint=primary_language(hint), read=read)
    if language not in read:
        raise ArticleError(f"language {language!r} is not read; kg reads {', '.join(read)}")
    return language
