"""Credits: whom an article names as its source as a whole."""

import pytest

from kg.model.credits import credits


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PARIS, 12 juin (AFP) – La Russie a attaqué la ville.", ("AFP",)),
        ("Night raid\n\nKYIV (Reuters) - Russia attacked the city.", ("Reuters",)),
        ("Un raid de nuit\nPar Le Quotidien avec AFP\n\nLa ville a été frappée.", ("AFP",)),
        ("La ville a été frappée.\n\n(avec AFP et Reuters)", ("AFP", "Reuters")),
        ("La ville a été frappée. (AFP)", ("AFP",)),
        ("La ville a été frappée (avec AFP).", ("AFP",)),
        ("The city was hit.\n\nSource: Associated Press", ("Associated Press",)),
        ("The minister (pictured) came with the BBC.", ()),
        ("He met the head of the agency (AFP) on Monday, and left.", ()),
        ("", ()),
    ],
)
def test_datelines_bylines_and_last_lines(text: str, names: tuple[str, ...]) -> None:
    """In the first lines or the last ones, alone or before a dash; nothing from within the text."""
    assert credits(text) == names


def test_the_middle_of_a_long_text_credits_nobody() -> None:
    """A line in the midst that looks like a credit is none."""
    lines = ["The city was hit." for _ in range(20)]
    lines[10] = "Source: AFP"
    assert credits("\n".join(lines)) == ()
