"""YASGUI as its authors build it, in a page of the server and from a page of another site."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.server.conftest import Server
from tests.views.conftest import Opened

FORM = "application/x-www-form-urlencoded"
TABLE, GRAPH = "application/sparql-results+json,*/*;q=0.9", "application/n-triples,*/*;q=0.9"
FRIEND = "https://friend.example"


@pytest.fixture(scope="module")
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB")
    yield Opened(context.new_page())
    context.close()


def run(opened: Opened, query: str) -> None:
    """Put a query into the editor and press the button."""
    opened.tab.evaluate("query => void window.kgYasgui.getTab().setQuery(query)", query)
    with opened.tab.expect_response(lambda response: "/sparql" in response.url) as answered:
        opened.tab.click(".yasqe_queryButton")
    assert answered.value.status == 200


def test_it_runs_queries_in_the_page_and_asks_nobody_else(server: Server, opened: Opened) -> None:
    """SELECT as a table, ASK, CONSTRUCT; typed with completion of variables; nothing is loaded from outside."""
    tab = opened.tab
    opened.requests.clear()
    opened.errors.clear()
    tab.goto(f"{server.address}yasgui")
    tab.click(".yasqe_queryButton")
    tab.locator(".yasr td", has_text="state/RUS").first.wait_for()
    tab.locator(".yasr td", has_text="Northwood Declaration").first.wait_for()
    run(opened, "ASK { ?a a kg:Agreement }")
    tab.locator(".yasr", has_text="True").wait_for()
    run(opened, "CONSTRUCT WHERE { ?a a kg:Agreement }")
    tab.locator(".yasr", has_text="ontology#Agreement").wait_for()
    tab.click(".CodeMirror")
    tab.keyboard.press("Control+End")
    tab.keyboard.type("\n# ?a")
    tab.keyboard.press("Control+Space")
    tab.wait_for_timeout(300)
    assert [url for url in opened.requests if not url.startswith(("data:", server.address))] == []
    assert opened.errors == []


def test_what_results_hold_runs_nowhere(server: Server, opened: Opened) -> None:
    """Markup in literals and addresses is shown as it is."""
    tab = opened.tab
    opened.errors.clear()
    tab.goto(f"{server.address}yasgui")
    hostile = "<img src=x onerror=window.hit=1><script>window.hit=1</script>"
    run(opened, f"SELECT * {{ VALUES (?a ?b) {{ ('{hostile}' <javascript:window.hit=1>) ('{hostile}'@en UNDEF) }} }}")
    tab.locator(".yasr td", has_text="onerror").first.wait_for()
    assert tab.locator(".yasr td img, .yasr td script").count() == 0
    assert tab.evaluate("window.hit") is None
    link = tab.locator(".yasr td a[href^='javascript']")
    if link.count():
        link.first.click()
        tab.wait_for_timeout(200)
        assert tab.evaluate("window.hit") is None


def test_it_tells_of_the_day_that_the_page_is_of(server: Server, opened: Opened) -> None:
    """The endpoint bears the day."""
    opened.tab.goto(f"{server.address}yasgui?as_of=2000")
    opened.tab.click(".yasqe_queryButton")
    opened.tab.locator(".yasr", has_text="0 results").wait_for()


@pytest.mark.parametrize(("query", "accept"), [("SELECT * { ?s ?p ?o } LIMIT 3", TABLE), ("ASK {}", TABLE),
    ("CONSTRUCT WHERE { ?s ?p ?o } LIMIT 3", GRAPH)])  # fmt: skip
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_it_may_ask_from_another_site_that_is_named(server: Server, method: str, query: str, accept: str) -> None:
    """The requests that it makes, after the preflight where the browser sends one; the answer may be read there."""
    asked = {"Origin": FRIEND, "Access_Control_Request_Method": method, "Access_Control_Request_Headers": "accept"}
    preflight = server.ask("OPTIONS", "/sparql", **asked)
    assert (preflight.status, preflight.headers["access-control-allow-origin"]) == (200, FRIEND)
    body = urlencode({"query": query})
    if method == "GET":
        answered = server.ask("GET", f"/sparql?{body}", Origin=FRIEND, Accept=accept)
    else:
        answered = server.ask("POST", "/sparql", body.encode(), Origin=FRIEND, Accept=accept, Content_Type=FORM)
    assert (answered.status, answered.headers["access-control-allow-origin"]) == (200, FRIEND)
    assert answered.headers["content-type"].split(";")[0] == accept.partition(",")[0]


def test_its_licence_comes_with_it() -> None:
    """That of YASGUI itself, and what is built into it."""
    folder = Path(__file__).parent.parent.parent / "kg" / "views" / "assets" / "yasgui"
    text = (folder / "LICENSE.txt").read_text("utf-8")
    for name in ("The MIT License", "codemirror", "jquery", "datatables.net", "dompurify"):
        assert name in text
    assert {path.name for path in folder.iterdir()} == {"LICENSE.txt", "yasgui.min.css", "yasgui.min.js"}
