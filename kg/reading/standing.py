"""Whether an office is still held: what the words around a title say."""

import re
from collections.abc import Mapping

from kg.model import Standing
from kg.reading.titles import Title
from kg.reading.tree import Tree

_BEFORE = 3
_LONGEST_PHRASE = 3
_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_OPENING = (",", "(")


def standing(tree: Tree, title: Title, reach: int, words: Mapping[str, Standing]) -> Standing | None:
    """The standing that the words beside a title give, ``None`` where they say nothing.

    The nearest word before the title counts ("president then and now deputy chairman"), else one right after it
    (« président élu ») or a term of years ("president from 2008 to 2012"). ``reach`` is where the title's state ends.
    """
    return _prefix(tree, title, words) or _before(tree, title, words) or _after(tree, title, reach, words)


def after_standing(tree: Tree, at: int, words: Mapping[str, Standing]) -> int:
    """Where a title that ends at ``at`` goes on after « par intérim », « élu » or "-elect"."""
    start = at + 1 if at < len(tree) and tree[at].text in ("-", "‑") else at
    for length in range(_LONGEST_PHRASE, 0, -1):
        if _phrase(tree, start, length) in words:
            return start + length
    return at


def _prefix(tree: Tree, title: Title, words: Mapping[str, Standing]) -> Standing | None:
    first = tree[title.first].text.lower()
    part = first.split("-", 1)[0]
    return words.get(part) if part != first else None


def _before(tree: Tree, title: Title, words: Mapping[str, Standing]) -> Standing | None:
    back = 0
    for at in range(title.first - 1, -1, -1):
        token = tree[at]
        if token.text in ("-", "‑"):
            continue
        if (token.pos in ("PUNCT", "VERB") and token.text.lower() not in words) or back >= _BEFORE:
            break
        back += 1
        found = words.get(token.text.lower())
        if found:
            return found
    return None


def _after(tree: Tree, title: Title, reach: int, words: Mapping[str, Standing]) -> Standing | None:
    for at in (title.last, reach):
        end = after_standing(tree, at, words)
        if end > at:
            start = at + 1 if tree[at].text in ("-", "‑") else at
            return words[_phrase(tree, start, end - start)]
    return "former" if _has_ended(tree, reach) else None


def _phrase(tree: Tree, first: int, length: int) -> str:
    return " ".join(tree[i].text.lower() for i in range(first, min(len(tree), first + length)))


def _has_ended(tree: Tree, at: int) -> bool:
    """Whether a term of years with an end stands there: "from 2008 to 2012", « jusqu'en 2022 »."""
    if at < len(tree) and tree[at].text in _OPENING:
        at += 1
    rest = [tree[i].text.lower() for i in range(at, min(len(tree), at + 4))]
    if not rest or rest[0] in tree.words.since:
        return False
    years = sum(bool(_YEAR.match(word)) for word in rest)
    return (rest[0] in tree.words.from_year and years == 2) or (rest[0] in tree.words.until and years >= 1)
