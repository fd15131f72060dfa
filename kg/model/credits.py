"""Credits: whom an article names as its source as a whole, in its dateline, its byline or at its end."""

import re
from collections.abc import Iterator

_FIRST, _LAST = 4, 3  # lines with words in which credits stand
_LINE = 90  # characters of a line that is nothing but a credit
_DATELINE = re.compile(r"[^()]{0,80}\(([^()]{2,60})\)\s*[-–—]")
_CLOSING = re.compile(
    r"(?:^|[.!?»”\"]\s*|(?=\((?:avec|with|source)\b))\((?:avec |with |source ?: ?)?([^()]{2,60})\)\s*\.?$", re.I
)
_BYLINE = re.compile(r"(?:sources? ?:|(?:\S+ ){0,4}(?:avec|with)|par|by|[-–—])\s+([^.!?:]{2,60})$", re.I)
_AND = re.compile(r"\s*[,/&]\s*|\s+(?:et|and|avec|with)\s+")


def credits(text: str) -> tuple[str, ...]:
    """What may be names of agencies and papers that the article credits as a whole, sorted; whose they are is not told.

    >>> credits("Raid on Kharkiv\\n\\nKYIV (Reuters) - Russia attacked the city.")
    ('Reuters',)
    >>> credits("Un raid a frappé la ville.\\n\\n(avec AFP et Reuters)")
    ('AFP', 'Reuters')
    """
    return tuple(sorted({name.strip() for found in _found(text) for name in _AND.split(found) if name.strip()}))


def _found(text: str) -> Iterator[str]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    opening, closing = lines[:_FIRST], lines[_FIRST:][-_LAST:] or lines[-_LAST:]
    for line in opening:
        if dateline := _DATELINE.match(line):
            yield dateline[1]
    for line in dict.fromkeys((*opening, *closing)):
        if end := _CLOSING.search(line[-_LINE:]):
            yield end[1]
        elif len(line) <= _LINE and (byline := _BYLINE.match(line)):
            yield byline[1]
