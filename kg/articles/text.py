"""Plain text and Markdown: the article's text is the whole file."""

import re
from datetime import date, datetime

from kg.articles.dates import date_line, date_of_name, find_date
from kg.articles.draft import Draft, one_line
from kg.articles.encoding import decode
from kg.articles.formats import refuse_binary, stem_of

_HEAD = 6_000  # characters in which title and date are looked for
_LONGEST_TITLE = 300  # characters; a longer first line is a paragraph
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(.{0,20000}?)(?:\r?\n|(?<=\n))(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.S)
_HEADING = re.compile(r"#{1,6}[ \t]+|[ \t]+#+$")
_ENTRY = re.compile(
    r"^(id|title|date|published|publisher|url|language|lang)[ \t]*:(?=[ \t\r\n])(.*(?:\n[ \t]+\S.*)*)", re.M
)
_LONGEST_ENTRY = 2_000  # characters; deep nesting costs YAML quadratic time


def read_text(
    data: bytes, *, source: str, name: str | None = None, markdown: bool = False, charset: str | None = None
) -> Draft:
    """A draft whose text is the whole of ``data`` as decoded: offsets count from its first character.

    The title is the first line that is neither empty nor a date line; the date of publication stands in a date line
    or else at the start of the file's ``name``. Markdown may begin with a front matter in YAML (``title``,
    ``date``, ``publisher``, ``url``, ``language``, ``id``), which stays in the text and goes before both.
    """
    refuse_binary(data[:64])
    text = decode(data, declared=charset)
    front, start = _front_matter(text) if markdown else ({}, 0)
    lines = [line.strip() for line in text[start : start + _HEAD + _blank(text, start)].splitlines() if line.strip()]
    published = front.get("published") or front.get("date")
    return Draft(
        source=source,
        text=text,
        id=front.get("id") or (stem_of(name) if name else None),
        title=one_line(front.get("title")) or _title(lines, markdown=markdown),
        published=(find_date(published) if published else None)
        or date_line(lines)
        or (date_of_name(name) if name else None),
        publisher=one_line(front.get("publisher")),
        url=front.get("url"),
        language=front.get("language") or front.get("lang"),
    )


def _blank(text: str, start: int) -> int:
    """How many characters of white space follow ``start``."""
    found = re.compile(r"\S").search(text, start)
    return found.start() - start if found else 0


def _title(lines: list[str], *, markdown: bool) -> str | None:
    for line in lines[:2]:
        if not date_line([line]):
            title = one_line(_HEADING.sub("", line) if markdown else line)
            return title if title and len(title) <= _LONGEST_TITLE else None
    return None


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    """The known keys of a front matter, each as text, and where the text after it starts; broken ones left out."""
    match = _FRONT_MATTER.match(text)
    if not match:
        return {}, 0
    entries = ((key, _scalar(value)) for key, value in _ENTRY.findall(match[1].replace("\r\n", "\n")))
    return {key: value for key, value in entries if value}, match.end()


def _scalar(source: str) -> str | None:
    """The value of one entry as text, dates in ISO form; None where it is no scalar."""
    import yaml

    try:
        value = yaml.safe_load(f"value:{source}")["value"] if len(source) <= _LONGEST_ENTRY else None
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else None
