"""Content negotiation: expected values are read off RFC 9110, section 12.5.1."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.server.negotiation import GRAPHS, TABLES, choose

JSON, XML, CSV, TSV = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
)


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("text/*", CSV),
        ("text/csv", CSV),
        ("TEXT/CSV ; Q=0.5", CSV),
        ("text/csv;q=0.4, text/tab-separated-values;q=0.8", TSV),
        ("text/csv;q=0.8, text/tab-separated-values;q=0.8", CSV),
        ("application/sparql-results+xml, */*;q=0.1", XML),
        ("*/*, application/sparql-results+json;q=0", "application/json"),
        ("text/*;q=0.9, text/csv;q=0.1, application/xml;q=0.5", TSV),
        ("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8", "application/xml"),
        ("text/html", None),
        ("text/csv;q=0", None),
        ("text/csv;q=much", None),
        ("nonsense, text/csv", CSV),
        ("text/csv;header=present", CSV),
    ],
)
def test_the_form_that_is_liked_best_is_chosen(accept: str | None, chosen: str | None) -> None:
    """The most precise range decides on a form, its weight between forms, the server's order where they are equal."""
    assert choose(accept, list(TABLES)) == chosen


@given(accept=st.text(max_size=80))
def test_any_header_is_survived(accept: str) -> None:
    """Whatever it holds, one of the offers or none is chosen."""
    assert choose(accept, list(GRAPHS)) in (None, *GRAPHS)
