"""Values in a query: each is one term, whatever is written in it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import QueryError, StoreError
from kg.store import PREFIXES, Store, Term, bind

PIECES = [
    *('"', "'", '"""', "\\", "\\u0022", "}", "{", ". ?s ?p ?o", "SERVICE <http://127.0.0.1:1/> {}", "#", "\n", "\r"),
    *("> } ; DROP ALL #", "@en", "^^xsd:int", "$b", "?x", "é", "\x00", "\u2028", "FROM <file:///etc/passwd>", "]]"),
]
HOSTILE = st.one_of(st.text(max_size=40), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))


@settings(max_examples=300, deadline=None)
@given(text=HOSTILE, language=st.sampled_from([None, "fr"]))
def test_a_text_stays_what_it_is(text: str, language: str | None) -> None:
    """The query gives back the very text, and nothing else happens."""
    value = Term("literal", text, None if language else PREFIXES["xsd"] + "string", language)
    query = bind("SELECT ?found { BIND($a AS ?found) BIND($b AS ?x) }", {"a": value, "b": Term("literal", "b")})
    with Store.open() as store:
        ((found,),) = store.query(query).rows
    assert found is not None
    assert (found.value, found.language) == (text, language)


@settings(max_examples=300, deadline=None)
@given(text=HOSTILE)
def test_an_iri_is_one_or_is_refused(text: str) -> None:
    """What is no IRI never gets into the query."""
    try:
        query = bind("SELECT ?found { BIND($a AS ?found) }", {"a": Term("iri", f"urn:x:{text}")})
    except StoreError:
        return
    with Store.open() as store:
        ((found,),) = store.query(query).rows
    assert found == Term("iri", f"urn:x:{text}")


def test_only_values_are_replaced() -> None:
    """Other variables, strings and comments stay as they are written; a value may stand more than once."""
    query = "SELECT * { $a ?a '$a' . $a ?p $ab } # $a"
    values = {"a": Term("iri", "urn:a"), "ab": Term("literal", "1", PREFIXES["xsd"] + "integer")}
    assert bind(query, values) == (
        "SELECT * { <urn:a> ?a '$a' . <urn:a> ?p \"1\"^^<http://www.w3.org/2001/XMLSchema#integer> } # $a"
    )


def test_what_is_no_value_is_told() -> None:
    """A missing one, half a surrogate pair, a blank node."""
    with pytest.raises(QueryError, match="needs a value for a"):
        bind("ASK { $a ?p ?o }", {})
    with pytest.raises(QueryError, match="is no text"):
        bind("ASK { ?s ?p $a }", {"a": Term("literal", "\ud800")})
    with pytest.raises(QueryError, match="a blank term cannot be a value"):
        bind("ASK { ?s ?p $a }", {"a": Term("blank", "b")})
