"""The SPARQL editor of a real server in a real browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.knowledge_graph import named_queries
from kg.vocabulary import ontology_path
from kg.vocabulary.ontology_terms import ontology_terms
from tests.server.conftest import Server
from tests.views.conftest import Opened


@pytest.fixture
def opened(browser: Any, server: Server) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = Opened(context.new_page())
    page.tab.goto(f"{server.address}query?language=en")
    yield page
    assert [url for url in page.requests if not url.startswith((server.address, "data:", "blob:"))] == []
    context.close()


def run(opened: Opened, query: str) -> None:
    opened.tab.fill("#sparql", query)
    opened.tab.focus("#sparql")
    opened.tab.keyboard.press("Control+Enter")


def test_the_example_runs(opened: Opened) -> None:
    """As it stands when the page is opened; things are links to their pages."""
    opened.tab.click("#run")
    opened.tab.wait_for_selector("#results td")
    assert opened.tab.locator("#results th").all_inner_texts() == ["agreement", "name", "party"]
    opened.tab.locator("#results a", has_text="state/RUS").first.click()
    assert opened.tab.inner_text("h1") == "Russia"
    assert opened.errors == []


def test_a_named_query_is_filled_in_and_run(opened: Opened) -> None:
    """All of the library are there; the SPARQL with the values is what the editor shows."""
    assert opened.tab.locator("#name option").count() == len(named_queries()) + 1
    opened.tab.select_option("#name", "agreements-between")
    opened.tab.fill("#p-a", "RUS")
    opened.tab.fill("#p-b", "North Korea")
    opened.tab.click("#named button")
    opened.tab.wait_for_selector("#results td")
    assert "comprehensive strategic partnership treaty" in opened.tab.inner_text("#results")
    assert "kg:actsFor? <https://w3id.org/factkg/id/state/RUS>" in opened.tab.input_value("#sparql")
    opened.tab.fill("#p-b", "Ruritania")
    opened.tab.click("#named button")
    opened.tab.locator("#state", has_text="Ruritania").wait_for()


def test_terms_are_completed_by_keyboard(opened: Opened) -> None:
    """Terms of the ontology with what they mean, and the query's own variables."""
    tab = opened.tab
    tab.fill("#sparql", "SELECT ?agreement { ?agreement ")
    tab.focus("#sparql")
    tab.keyboard.press("Control+End")
    tab.keyboard.type("kg:par")
    assert "kg:party" in tab.locator("#completions").inner_text()
    assert tab.get_attribute("#sparql", "aria-activedescendant") == "c-0"
    names = tab.locator("#completions li").all_inner_texts()
    for _ in range([name.split()[0] for name in names].index("kg:party")):
        tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.keyboard.type(" ?party . ?ag")
    tab.keyboard.press("Tab")
    assert tab.input_value("#sparql").endswith("kg:party ?party . ?agreement")
    tab.keyboard.press("Escape")
    assert tab.locator("#completions").is_hidden()


def test_every_kind_of_result_is_shown(opened: Opened) -> None:
    """A truth, a graph as Turtle, an error in its own words, the limit that bites."""
    for query, where, told in (
        ("ASK { ?a a kg:Agreement }", "#state", "yes"),
        ("ASK { ?a a kg:None }", "#state", "no"),
        ("DESCRIBE <https://w3id.org/factkg/id/state/RUS>", "#results pre", "Russie"),
        ("SELECT * { ?s é ?o }", "#state", "malformed SPARQL at line 1, column 15"),
        ("SELECT ?s { ?s a kg:Agreement } LIMIT 2", "#state", "Rows: 2."),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "#state", "not allowed"),
    ):
        run(opened, query)
        opened.tab.locator(where, has_text=told).wait_for()


def test_results_are_saved_in_the_form_that_is_chosen(opened: Opened) -> None:
    """As the server writes them."""
    opened.tab.fill(
        "#sparql",
        "SELECT ?id { ?a schema:identifier ?id } ORDER BY ?id".replace("{", "{ GRAPH ?g {", 1).replace("}", "} }", 1),
    )
    opened.tab.select_option("#form", label="CSV")
    with opened.tab.expect_download() as saving:
        opened.tab.click("#save")
    assert saving.value.suggested_filename == "results.csv"
    assert "northwood.en" in Path(saving.value.path()).read_text("utf-8").split()


def test_nothing_in_results_becomes_markup(opened: Opened) -> None:
    """Values are written as text, in the table and in Turtle; a query in the address is run, and is text too."""
    hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>"
    run(opened, f"SELECT ?x {{ BIND('{hostile}' AS ?x) }}")
    opened.tab.wait_for_selector("#results td")
    assert opened.tab.inner_text("#results td") == hostile
    run(opened, f"CONSTRUCT {{ <urn:a> <urn:b> '{hostile}' }} WHERE {{}}")
    opened.tab.wait_for_selector("#results pre")
    assert hostile in opened.tab.inner_text("#results pre")
    assert opened.tab.locator("#results img, #results script").count() == 0
    assert opened.errors == []


def test_the_terms_are_those_of_the_ontology() -> None:
    """As another reader of the file finds them."""
    from rdflib import OWL, RDF, RDFS, Graph

    graph = Graph().parse(ontology_path() / "kg.ttl")
    kinds = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    found = {subject for kind in kinds for subject in graph.subjects(RDF.type, kind)}
    names = {f"kg:{subject.rpartition('#')[2]}": subject for subject in found}
    assert set(names) == set(ontology_terms())
    for name, labels in ontology_terms().items():
        assert {str(label) for label in graph.objects(names[name], RDFS.label)} == set(labels.values())
