"""Paragraphs: the stretches of text that are parsed on their own.

A parser that reads over a line break makes one name of a heading and the sentence below it; one that stops at every
line break cuts hard-wrapped prose in pieces. So lines are joined only where the text was plainly wrapped.
"""

import re
from collections.abc import Iterator

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_CLOSED = re.compile(r"[.!?…:;»”\"]\s*$")
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45
_FRONT_MATTER = re.compile(r"---[ \t]*\r?\n(?:[^\r\n]{0,500}\r?\n){0,40}?---[ \t]*(?:\r?\n|$)")
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’/-]+(?: [A-ZÀ-Þ.'’/-]{2,}){0,3}(?:,? [^—–\n]{2,40}?)?"
_AGENCY = r"[A-ZÀ-Þ][\w.'’/-]+(?: [A-ZÀ-Þ][\w.'’-]+)?(?:, [^—–\n(]{2,30})? ?\([A-ZÀ-Þ][\w. ]{1,20}\)"
_DATELINE = re.compile(rf"(?:{_CAPITALS}|{_AGENCY}) ?(?:[—–]|--?(?= ))\s+(?=[A-ZÀ-Þ0-9«\"“‘'])")
_MARKUP = re.compile(r"\s*(?:#{1,6}\s|[-*+]\s|>\s|\d{1,2}[.)]\s)")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Half-open offsets of the paragraphs of ``text``, in order.

    Lines of white space alone belong to none, nor do a Markdown file's metadata.

    >>> [*paragraphs("A heading\\nThe first line.\\n\\nLast.")]
    [(0, 9), (10, 25), (27, 32)]

    A dateline is none of the sentence that it stands before.

    >>> [*paragraphs("LIMA, May 3 (AFP) – Peru won.")]
    [(0, 19), (20, 29)]
    >>> [*paragraphs("LA PAZ - Bolivia won.")]
    [(0, 8), (9, 21)]
    """
    block: list[tuple[int, int]] = []
    for match in _LINE.finditer(text, _front_matter(text)):
        if match.start() == len(text):
            break
        line = match.group().rstrip()
        if line:
            block.append((match.start(), match.start() + len(line)))
        else:
            yield from _without_datelines(text, _split(text, block))
            block = []
    yield from _without_datelines(text, _split(text, block))


def _without_datelines(text: str, stretches: Iterator[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The stretches, each dateline (« BAMAKO, 3 mai (AFP) – ») apart from what follows it."""
    for first, last in stretches:
        dateline = _DATELINE.match(text, first, last)
        if dateline and dateline.end() < last:
            yield first, first + len(dateline.group().rstrip())
            first = dateline.end()
        yield first, last


def _front_matter(text: str) -> int:
    """Where the metadata between two lines of dashes at the top of a Markdown file ends; 0 where there is none.

    >>> _front_matter("---\\ntitle: A\\n---\\nText."), _front_matter("--- no ---")
    (17, 0)
    """
    match = _FRONT_MATTER.match(text)
    return match.end() if match else 0


def _split(text: str, block: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if not block:
        return
    wrapped = _is_wrapped(block)
    first, last = block[0]
    for start, end in block[1:]:
        if _goes_on(text[first:last], text[start:end], wrapped):
            last = end
        else:
            yield first, last
            first, last = start, end
    yield first, last


def _is_wrapped(block: list[tuple[int, int]]) -> bool:
    """True where every line but the last fills about the same width."""
    widths = [end - start for start, end in block[:-1]]
    if len(widths) < 2:
        return False
    widest = max(widths)
    return _NARROWEST_WRAP <= widest <= _WIDEST_WRAP and min(widths) >= widest * 0.7


def _goes_on(before: str, after: str, wrapped: bool) -> bool:
    if _MARKUP.match(after):
        return False
    if wrapped:
        return True
    long = len(before) >= _NARROWEST_WRAP
    return long and after.lstrip()[:1].islower() and not _CLOSED.search(before)
