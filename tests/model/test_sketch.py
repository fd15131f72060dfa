"""Sketches: how much of one text stands in another, told from a few hashes of each."""

from hypothesis import given
from hypothesis import strategies as st

from kg.model.sketch import overlap, sketch

_LONG = " ".join(f"word{n} w{n * 7} x{n * 11}" for n in range(700))
_texts = st.lists(st.integers(0, 30), min_size=0, max_size=400).map(lambda ns: " ".join(f"w{n}" for n in ns))


def test_case_accents_and_punctuation_do_not_matter() -> None:
    """The same words in another dress have the same sketch."""
    assert sketch("L’été à Genève, dit-il : « Non ! »") == sketch("l'ete a geneve dit il non")


def test_a_sketch_is_small_whatever_the_text() -> None:
    """A kilobyte at most; nothing for fewer words than a run has."""
    assert len(sketch(_LONG)) == 1024
    assert sketch("only three words") == ""


def test_a_part_of_a_text_stands_in_it() -> None:
    """The first half of a text stands in it wholly, half of it and half of another about half."""
    words = _LONG.split()
    half = " ".join(words[:1050])
    other = " ".join(f"own{n} y{n * 3}" for n in range(525))
    assert overlap(sketch(_LONG), sketch(half)) > 0.9
    assert 0.3 < overlap(sketch(_LONG), sketch(half + " " + other)) < 0.7
    assert overlap(sketch(_LONG), sketch(other)) == 0


@given(_texts, _texts)
def test_overlap_is_a_share_and_mutual(one: str, other: str) -> None:
    """From 0 to 1, the same both ways; all of a text stands in itself where it is long enough to tell."""
    here, there = sketch(one), sketch(other)
    assert 0 <= overlap(here, there) <= 1
    assert overlap(here, there) == overlap(there, here)
    assert overlap(here, here) in (0, 1)
