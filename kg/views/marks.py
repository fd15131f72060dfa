"""Highlights: passages that may lie in and across one another, as a tree that a page can draw."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from kg.views.phrases import clean


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A passage (half-open offsets) to highlight: what kind of thing it is, a short tag, and what was read there.

    ``parts`` maps the number of a card beside the text to the part that the words play in it.
    """

    start: int
    end: int
    kind: str
    tag: str
    lines: tuple[str, ...] = ()
    parts: tuple[tuple[int, str], ...] = ()


@dataclass(slots=True, kw_only=True)
class Node:
    """A stretch of text with what is highlighted inside it; ``marks`` are those of just this stretch."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()
    children: "list[Node | str]" = field(default_factory=list)


def nested(text: str, start: int, end: int, marks: Iterable[Mark]) -> Node:
    """The stretch ``start`` to ``end`` of ``text`` as a tree. Marks that cross are cut where the outer one ends.

    >>> marks = [Mark(start=0, end=5, kind="a", tag=""), Mark(start=3, end=8, kind="b", tag="")]
    >>> [(node.start, node.end) for node in nested("0123456789", 0, 10, marks).children if isinstance(node, Node)]
    [(0, 5), (5, 8)]
    """
    root = Node(start=start, end=end)
    together: dict[tuple[int, int], list[Mark]] = {}
    for mark in marks:
        if start <= mark.start < mark.end <= end:
            together.setdefault((mark.start, mark.end), []).append(mark)
    waiting = sorted(together.items(), key=lambda item: (-item[0][0], item[0][1]))
    path = [root]
    at = start
    while waiting:
        (first, last), own = waiting.pop()
        while path[-1].end <= first:
            at = _close(text, path, at)
        if last > path[-1].end:
            cut = path[-1].end
            _put_back(waiting, (cut, last), own)
            last = cut
        at = _copy(text, path[-1], at, first)
        node = Node(start=first, end=last, marks=tuple(own))
        path[-1].children.append(node)
        path.append(node)
    while path:
        at = _close(text, path, at)
    return root


def _put_back(waiting: list[tuple[tuple[int, int], list[Mark]]], span: tuple[int, int], marks: Sequence[Mark]) -> None:
    """Let the rest of cut marks wait for their turn, the next of the text last."""
    place = next(
        (i for i, ((first, last), _) in enumerate(waiting) if (-first, last) >= (-span[0], span[1])), len(waiting)
    )
    waiting.insert(place, (span, list(marks)))


def _close(text: str, path: list[Node], at: int) -> int:
    """End the innermost node with the text that is left of it; where the text goes on."""
    node = path.pop()
    return _copy(text, node, at, node.end)


def _copy(text: str, node: Node, start: int, end: int) -> int:
    if start < end and (words := clean(text[start:end])):
        node.children.append(words)
    return max(start, end)
