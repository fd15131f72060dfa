"""HTML: the article's text is what trafilatura takes out of the page."""

import logging
import re
from datetime import date
from typing import Any

from kg.articles.dates import date_of_name, date_of_text
from kg.articles.draft import Draft, one_line
from kg.articles.encoding import decode
from kg.articles.formats import refuse_binary
from kg.model import ArticleError

PARSER_ERRORS = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What the parsers that we did not write raise on hostile input, RecursionError among it."""

MAX_TAGS = 100_000
"""More tags than this no article has; reading them takes trafilatura minutes."""

_MAX_ATTRIBUTES = 2_000  # of one tag; libxml2 compares each with each
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([\w.:-]{1,40})""", re.I
)
_LANGUAGE = re.compile(r"""<html\b[^>]{0,2000}?\blang\s*=\s*["']?([a-zA-Z]{2,3}(?:[-_]\w{2,8})?)""", re.I)
_DOCUMENT = re.compile(r"<(?:!doctype|html|body)\b", re.I)
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{20000,}")
_QUOTED = re.compile(r""""[^"]*"|'[^']*'""")
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main "
        "nav ol p pre section table td th tr ul",
    )
)
_SILENT = frozenset(["script", "style", "head", "template", "noscript", "iframe", "object", "svg", "math"])
_LAST_DATE = "2199-12-31"  # in place of today, which would make the same page give another date tomorrow

for _name in ("trafilatura", "htmldate"):  # their warnings go to who listens, not to standard error
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(
    data: bytes, *, source: str, id: str | None = None, url: str | None = None, charset: str | None = None
) -> Draft:
    """A draft whose text is the page's main text: no navigation, no comments, paragraphs on lines of their own.

    Title, date of publication, name of the site and canonical address are those that the page states; where it states
    no date, that of a date line in the text or at the start of ``id``. ``url`` is where the page comes from,
    ``charset`` what its server says. ArticleError where the page holds no article.
    """
    refuse_binary(data[:64])
    declared = _CHARSET.search(data[:4096])
    page = decode(data, declared=charset or (declared[1].decode("ascii", "replace") if declared else None))
    _refuse_hostile(page)
    if not _DOCUMENT.search(page[:20000]):  # trafilatura takes no fragments
        page = f"<html><body>{page}</body></html>"
    found = _extract(page, url)
    if found is None or not (found.text or "").strip():
        raise ArticleError("is a page without an article's text; save the text itself as .txt")
    language = _LANGUAGE.search(page[:20000])
    return Draft(
        source=source,
        text=found.text,
        id=id,
        title=one_line(found.title),
        published=_date(found.date) or date_of_text(found.text) or date_of_name(id or ""),
        publisher=one_line(found.sitename),
        url=found.url or url,
        hint=language[1] if language else None,
    )


def fragment_text(fragment: str) -> str:
    """The text of a piece of HTML: blocks parted by an empty line, spaces as one, no script, no style."""
    if "<" not in fragment and "&" not in fragment:
        return fragment.strip()
    _refuse_hostile(fragment)
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    try:
        parser = HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False, encoding="utf-8")
        tree = document_fromstring(f"<div>{fragment}</div>".encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, *PARSER_ERRORS) as error:
        raise ArticleError("holds HTML that cannot be read") from error
    for silent in list(tree.iter(*_SILENT)):
        silent.drop_tree() if silent.getparent() is not None else None
    parts: list[str] = []
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        parts.append("\n" if element.tag in _BLOCKS else "")
        parts.append(" ".join(f"x{(element.text if event == 'start' else element.tail) or ''}x".split())[1:-1])
    blocks = (" ".join(block.split()) for block in "".join(parts).split("\n"))
    return "\n\n".join(block for block in blocks if block)


def _refuse_hostile(page: str) -> None:
    if page.count("<") > MAX_TAGS:
        raise ArticleError(f"is a page of more than {MAX_TAGS:,} tags; save the article's text as .txt")
    for tag in _LONG_TAG.finditer(page):
        if len(_QUOTED.sub("", tag[0]).split()) > _MAX_ATTRIBUTES:
            raise ArticleError(
                f"holds a tag of more than {_MAX_ATTRIBUTES:,} attributes; save the article's text as .txt"
            )


def _extract(page: str, url: str | None) -> Any:
    """What trafilatura finds, with nothing fetched and no look at the clock; None where it finds no text."""
    import trafilatura
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        return trafilatura.bare_extraction(
            page,
            url=url,
            include_comments=False,
            include_images=False,
            include_links=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False, "max_date": _LAST_DATE},
        )
    except (LxmlError, *PARSER_ERRORS) as error:
        raise ArticleError(f"is HTML that cannot be read ({type(error).__name__}); save the text as .txt") from error


def _date(iso: str | None) -> date | None:
    try:
        return date.fromisoformat(iso) if iso else None
    except ValueError:
        return None
