"""Highlights that nest and cross: the text stays what it is, and each mark covers its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.views.marks import Mark, Node, nested

SPANS = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).filter(lambda span: span[0] < span[1]), max_size=12)
TEXT = "abcdefghijklmnopqrstuvwxyz01234"


def mark(start: int, end: int) -> Mark:
    return Mark(start=start, end=end, kind=f"{start}-{end}", tag="")


def text_of(node: Node) -> str:
    return "".join(child if isinstance(child, str) else text_of(child) for child in node.children)


def covered(node: Node, kinds: frozenset[str] = frozenset()) -> list[tuple[str, frozenset[str]]]:
    """Each letter with the kinds of the marks that it lies in."""
    found = []
    for child in node.children:
        if isinstance(child, str):
            found += [(letter, kinds) for letter in child]
        else:
            found += covered(child, kinds | {one.kind for one in child.marks})
    return found


@given(SPANS)
def test_every_letter_is_in_just_its_marks(spans: list[tuple[int, int]]) -> None:
    """However marks nest, touch, repeat or cross, none is lost, moved or widened."""
    root = nested(TEXT, 0, 30, [mark(*span) for span in spans])
    assert text_of(root) == TEXT[:30]
    wanted = [
        (letter, frozenset(f"{start}-{end}" for start, end in spans if start <= at < end))
        for at, letter in enumerate(TEXT[:30])
    ]
    assert covered(root) == wanted


@given(SPANS)
def test_no_mark_reaches_beyond_the_one_around_it(spans: list[tuple[int, int]]) -> None:
    """What is inside another is drawn inside it."""

    def check(node: Node) -> None:
        for child in node.children:
            if isinstance(child, Node):
                assert node.start <= child.start < child.end <= node.end
                check(child)

    check(nested(TEXT, 0, 30, [mark(*span) for span in spans]))


def test_marks_of_the_same_words_are_one_node() -> None:
    """A name that means two states is one highlight."""
    (child,) = nested("ab", 0, 2, [mark(0, 2), mark(0, 2)]).children
    assert isinstance(child, Node)
    assert len(child.marks) == 2


@pytest.mark.parametrize("span", [(0, 5), (20, 40), (7, 7)])
def test_what_is_not_in_the_sentence_is_passed_over(span: tuple[int, int]) -> None:
    """A mark outside the stretch, or of no letter, is none."""
    assert nested(TEXT, 5, 10, [mark(*span)]).children == [TEXT[5:10]]
