"""Printing: no width loses a letter, and a cell says what the value says."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.cli.output import column_widths, print_tables
from kg.views.flat import cell
from kg.views.tables import Table

words = st.text(alphabet="abcéß漢", min_size=1, max_size=30)
cells = st.lists(words, max_size=6).map(" ".join)


@given(
    rows=st.integers(1, 9).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=4)),
    width=st.integers(20, 200),
)
def test_a_table_is_as_wide_as_it_may_be_or_none(rows: list[list[str]], width: int) -> None:
    """Widths fit, or there is no table."""
    names = [f"c{i}" for i in range(len(rows[0]))]
    found = column_widths(names, rows, width)
    if found is not None:
        assert sum(found) + 3 * len(found) - 1 <= width
        assert all(room > 0 for room in found)


@given(
    rows=st.integers(1, 9).flatmap(lambda n: st.lists(st.lists(cells, min_size=n, max_size=n), min_size=1, max_size=3)),
    width=st.integers(20, 200),
)
def test_no_letter_is_lost(rows: list[list[str]], width: int) -> None:
    """Whatever the width, every letter of every cell is printed."""
    table = Table(columns=tuple(f"c{i}" for i in range(len(rows[0]))), rows=tuple(map(tuple, rows)))
    with pytest.MonkeyPatch.context() as patch:
        out = io.StringIO()
        patch.setenv("COLUMNS", str(width))
        patch.setattr("sys.stdout", out)
        print_tables([table])
    printed = out.getvalue()
    for letter in "aéß漢":
        assert printed.count(letter) >= sum(text.count(letter) for row in rows for text in row)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (["a", "b"], "a; b"),
        ({"id": "x", "label": "Russie", "iso3": "RUS"}, "Russie"),
        ({"min": 5, "max": 5, "of": "soldiers", "unit": None, "approximate": False}, "5 soldiers"),
        ({"start": "2024-01-01", "end": None}, "start: 2024-01-01"),
    ],
)
def test_a_cell_says_what_the_value_says(value: object, shown: str) -> None:
    """Entities are their labels, lists are parted by semicolons, open ends stay open."""
    assert cell(value) == shown
