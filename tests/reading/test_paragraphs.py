"""Paragraphs: a heading stands alone, wrapped prose is one, and the offsets are those of the text."""

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.paragraphs import paragraphs


def _texts(text: str) -> list[str]:
    return [text[start:end] for start, end in paragraphs(text)]


def test_blank_lines_part_paragraphs() -> None:
    """One blank line or many, with spaces or tabs in them or not."""
    assert _texts("One.\n\nTwo.\n \t\n\n\nThree.") == ["One.", "Two.", "Three."]


def test_a_heading_is_not_joined_with_what_follows() -> None:
    """A short line without a full stop is a heading, also with no blank line below it."""
    assert _texts("Actualités\nPyongyang a réagi mardi.") == ["Actualités", "Pyongyang a réagi mardi."]


def test_hard_wrapped_prose_is_one_paragraph() -> None:
    """Lines of about one width belong together: the sentence goes on over the line break."""
    text = (
        "The ministers of the two countries met on Monday in the capital, and\n"
        "agreed that their navies would exercise together before the winter,\n"
        "while a joint commission would look into the fisheries and report on\n"
        "the matter in spring."
    )
    assert _texts(text) == [text]


def test_one_long_line_a_paragraph_stays_apart() -> None:
    """Where each line holds whole sentences, each is a paragraph."""
    text = "Le ministre a rencontré son homologue à Rabat et lui a remis une lettre.\nLe lendemain, il est reparti."
    assert len(_texts(text)) == 2


def test_items_of_a_list_stand_alone() -> None:
    """Bullets and numbers begin a paragraph, however the line before ends."""
    text = "The agenda of the summit had three items on it, among them:\n- trade\n- fisheries\n2. visas"
    assert _texts(text)[1:] == ["- trade", "- fisheries", "2. visas"]


def test_keywords_below_the_text_stand_alone() -> None:
    """A last line of keywords is not read as a part of the last sentence."""
    assert _texts("La séance est levée.\nMots-clés : Mali, Niger")[-1] == "Mots-clés : Mali, Niger"


def test_every_kind_of_line_break_counts() -> None:
    """Windows, Unix and old Macintosh breaks part lines alike."""
    for line_break in ("\n", "\r\n", "\r"):
        assert _texts(f"One.{line_break}{line_break}Two.") == ["One.", "Two."]


def test_nothing_has_no_paragraph() -> None:
    """An empty text, and one of white space alone."""
    assert _texts("") == []
    assert _texts(" \n\t\n \r\n") == []


@given(st.text(alphabet=st.sampled_from("aA .\n\r\t-«»é\u00a0\u2028😀1)#"), max_size=300))
def test_paragraphs_hold_every_letter_once_and_in_order(text: str) -> None:
    """Offsets rise, never overlap, and leave out nothing but white space."""
    found = [*paragraphs(text)]
    at = 0
    for start, end in found:
        assert at <= start < end <= len(text)
        assert not text[at:start].strip()
        at = end
    assert not text[at:].strip()
