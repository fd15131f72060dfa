"""Updates: graphs of the user's own change; what kg derives, and what is elsewhere, does not."""

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import QueryError
from kg.store import Dataset, Store
from tests.store import scenario

MINE = "http://example.org/mine"
OWN = "https://w3id.org/factkg/id/graph/facts"
ARTICLE = "https://w3id.org/factkg/id/article/a"


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        scenario.put(opened, scenario.full("a"))
        yield opened


def held(store: Store) -> set[str]:
    """All that does not stand in a graph of the user's own."""
    names = [graph for graph in store.backend.graphs() if not str(graph).startswith("<http://example.org/")]
    return {str(quad) for graph in names for quad in store.backend.quads(graph=graph)}


def mine(store: Store, graph: str = MINE) -> set[str]:
    rows = store.query(f"SELECT ?o {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}").rows
    return {str(row[0]) for row in rows}


def test_graphs_of_one_s_own_change_as_the_standard_says() -> None:
    """Every operation, with prefixes known and IRIs resolved."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        before = held(store)
        for update, expected in (
            (
                f"INSERT DATA {{ GRAPH <{MINE}> {{ <urn:a> kg:note 1 , 2 ; kg:other [ kg:note 'GRAPH {{ }}' ] }} }}",
                4,
            ),
            (f"DELETE DATA {{ GRAPH <{MINE}> {{ <urn:a> kg:note 1 }} }}", 3),
            ("PREFIX m: <http://example.org/> DELETE WHERE { GRAPH m:mine { ?s kg:other ?o } }", 2),
            (f"WITH <{MINE}> DELETE {{ ?s ?p ?o }} INSERT {{ ?s ?p 5 }} WHERE {{ ?s ?p ?o FILTER(?o = 2) }}", 2),
            (f"INSERT {{ GRAPH <{MINE}> {{ ?a kg:seen true }} }} WHERE {{ ?a a kg:Agreement }}", 3),
            ("BASE <http://example.org/> COPY <mine> TO <copy> ; ADD GRAPH <mine> TO GRAPH <copy>", 3),
            ("MOVE SILENT <http://example.org/copy> TO <http://example.org/mine>", 3),
            (f"ADD DEFAULT TO <{MINE}x> ; CLEAR GRAPH <{MINE}x> ; DROP SILENT GRAPH <{MINE}x>", 3),
            (f"CREATE SILENT GRAPH <{MINE}>;", 3),
            (f"DROP GRAPH <{MINE}>", 0),
        ):
            store.update(update)
            assert len(mine(store)) == expected, update
        assert held(store) == before


REFUSED = [
    "INSERT DATA { <urn:a> <urn:b> 1 }",
    f"INSERT DATA {{ GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} <urn:a> <urn:b> 2 }}",
    f"INSERT DATA {{ <urn:a> <urn:b> 2 . GRAPH <{MINE}> {{ <urn:a> <urn:b> 1 }} }}",
    f"INSERT DATA {{ GRAPH <{OWN}> {{ <urn:a> <urn:b> 1 }} }}",
    f"INSERT DATA {{ GRAPH <{MINE}> {{ }} GRAPH <{ARTICLE}> {{ <urn:a> <urn:b> 1 }} }}",
    "BASE <https://w3id.org/> INSERT DATA { GRAPH <factkg/id/graph/facts> { <urn:a> <urn:b> 1 } }",
    "PREFIX x: <https://w3id.org/factkg/id/graph/> INSERT DATA { GRAPH x:facts { <urn:a> <urn:b> 1 } }",
    "PREFIX x: <http://example.org/> PREFIX x: <https://w3id.org/factkg/id/graph/> CLEAR GRAPH x:facts",
    r"INSERT DATA { GRAPH <https://w3id.org/f\u0061ctkg/id/graph/facts> { <urn:a> <urn:b> 1 } }",
    "BASE <http://example.org/> CREATE GRAPH <a> ; BASE <https://w3id.org/factkg/id/graph/> CLEAR GRAPH <facts>",
    "DELETE WHERE { ?s ?p ?o }",
    "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
    "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }",
    f"DELETE {{ ?s ?p ?o }} USING <{MINE}> WHERE {{ ?s ?p ?o }}",
    f"INSERT {{ GRAPH <{MINE}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }} ; DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    f"WITH <{OWN}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}",
    f"WITH <{MINE}> DELETE {{ GRAPH <{OWN}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}",
    f"WITH <{MINE}> INSERT {{ ?s ?p 1 }} WHERE {{ SERVICE <http://127.0.0.1:1/> {{ ?s ?p ?o }} }}",
    "DROP ALL", "CLEAR DEFAULT", "CLEAR NAMED", "DROP SILENT ALL", f"CLEAR GRAPH <{OWN}>", f"DROP GRAPH <{ARTICLE}>",
    f"COPY <{MINE}> TO DEFAULT", f"ADD <{MINE}> TO <{OWN}>", f"MOVE <{OWN}> TO <{MINE}>", f"MOVE DEFAULT TO <{MINE}>",
    "LOAD <file:///etc/passwd>", f"LOAD SILENT <http://127.0.0.1:1/> INTO GRAPH <{MINE}>",
    "SELECT * { ?s ?p ?o }", "INSERT DATA {", "GRAPH <urn:x>", "CLEAR", "ADD",
]  # fmt: skip


@pytest.mark.parametrize("update", REFUSED)
def test_what_is_kg_s_own_or_elsewhere_is_left_alone(update: str, store: Store) -> None:
    """One line tells why, and nothing at all is done."""
    before = held(store)
    with pytest.raises(QueryError) as refused:
        store.update(update)
    assert "\n" not in str(refused.value)
    assert held(store) == before
    assert mine(store) == set()


PIECES = [
    *(
        "INSERT",
        "DELETE",
        "DATA",
        "WHERE",
        "WITH",
        "USING",
        "NAMED",
        "GRAPH",
        "CLEAR",
        "DROP",
        "ALL",
        "DEFAULT",
        "COPY",
    ),
    *("TO", "MOVE", "SILENT", "{", "}", "{", "}", ";", ".", "?s", "?p", "?o", "?g", "1", "a", f"<{MINE}>", f"<{OWN}>"),
    *(
        "INSERT DATA {",
        "DELETE {",
        "} WHERE {",
        "GRAPH ?g {",
        f"GRAPH <{MINE}> {{",
        f"GRAPH <{OWN}> {{",
        "?s ?p ?o }",
        "}}",
    ),
    *(
        "PREFIX x: <https://w3id.org/factkg/id/graph/>",
        "x:facts",
        "BASE <https://w3id.org/factkg/id/graph/>",
        "<facts>",
        "#",
    ),
    *("'}'", '"GRAPH"', "<urn:a> <urn:b> 1", "UNION", "DELETE WHERE {", "(", ")", "[", "]", "\n"),
]


@settings(max_examples=400, deadline=None)
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=16))
def test_no_heap_of_words_changes_what_is_kg_s(pieces: list[str], store: Store) -> None:
    """Whatever is put together, either it is refused, or only graphs of the user's own have changed."""
    before = held(store)
    with contextlib.suppress(QueryError):
        store.update(" ".join(pieces))
    assert held(store) == before
    store.update(f"DROP SILENT GRAPH <{MINE}>")


def test_the_request_chooses_graphs_where_the_update_chooses_none(store: Store) -> None:
    """As USING would; a graph that is not there is empty."""
    update = f"INSERT {{ GRAPH <{MINE}> {{ ?s <urn:seen> 1 }} }} WHERE {{ ?s a kg:Article }}"
    store.update(update, using=Dataset(default=("urn:none",)))
    assert mine(store) == set()
    store.update(update, using=Dataset(default=(ARTICLE,)))
    assert mine(store) == {"1"}
    store.update(f"DROP GRAPH <{MINE}>")
    for wrong, told in (
        (f"WITH <{MINE}> {update}", "USING, WITH"),
        (f"DELETE WHERE {{ GRAPH <{MINE}> {{ ?s ?p ?o }} }}", "DELETE WHERE"),
    ):
        with pytest.raises(QueryError, match=told):
            store.update(wrong, using=Dataset(default=(ARTICLE,)))
    with pytest.raises(QueryError, match="is no absolute IRI"):
        store.update(update, using=Dataset(named=("> } ; DROP ALL #",)))
