"""What was known on a day, over HTTP: the same on every route as the library says."""

from collections.abc import Iterator
from datetime import date
from typing import Any
from urllib.parse import quote

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo
from tests.server.conftest import Server, serving
from tests.views.conftest import Opened

TOLD = {
    "first": (date(2024, 5, 4), "Norway attacked Sweden on 3 May 2024."),
    "second": (date(2024, 6, 6), "Norway and Sweden signed a ceasefire on 5 June 2024."),
    "third": (date(2025, 2, 2), "Norway and Finland signed a trade agreement on 1 February 2025."),
}
AGREEMENTS = "SELECT ?a { ?a a kg:Agreement }"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    store = tmp_path_factory.mktemp("days") / "store"
    with KnowledgeGraph(store) as graph:
        graph.ingest_articles(
            Article(info=ArticleInfo(id=name, title=name, published=day, language="en"), text=text)
            for name, (day, text) in TOLD.items()
        )
    with serving(store, KG_TOKEN="secret") as running:
        yield running


def rows(server: Server, day: str) -> int:
    answered = server.get("/sparql", [("query", AGREEMENTS), *([("as_of", day)] if day else [])])
    assert answered.status == 200, answered.text
    return len(answered.json["results"]["bindings"])


@pytest.mark.parametrize(
    ("day", "number"),
    [("2024-05-31", 0), ("2024-06-05", 0), ("2024-06-06", 1), ("2024-06", 1), ("2024", 1), ("2025", 2), ("", 2)],
)
def test_a_query_sees_what_was_known(server: Server, day: str, number: int) -> None:
    """A month or a year is its last day; without a day all is known."""
    assert rows(server, day) == number


def test_every_route_takes_a_day(server: Server) -> None:
    """JSON routes, named queries and whole graphs tell what the library tells of that day."""
    day = {"as_of": "2024-05-31"}
    articles = server.get("/api/articles", day).json["items"]
    assert [one["id"] for one in articles] == ["first"]
    assert server.get("/api/statistics", day).json["articles"] == 1
    assert server.get("/api/article", {"id": "second", **day}).status == 404
    asked = {"question": "Which agreements tie Norway to Sweden?"}
    assert server.get("/api/ask", asked).json["status"] == "answered"
    assert server.get("/api/ask", {**asked, **day}).json["status"] == "none"
    with KnowledgeGraph(server.store, read_only=True) as graph, graph.as_of(date(2024, 5, 31)) as then:
        facts = [fact.to_json() for fact in then.facts(entity="NOR")]
    assert server.get("/api/facts", {"entity": "NOR", **day}).json["items"] == facts
    between = {"a": "NOR", "b": "SWE"}
    path = "/api/queries/agreements-between"
    found = [server.get(path, {**between, **more}).json["results"]["bindings"] for more in ({}, day)]
    assert [bool(one) for one in found] == [True, False]
    graphs = [server.ask("GET", f"/graphs?default{more}", Accept="text/plain").text for more in ("", "&as_of=2024-05")]
    assert 0 < len(graphs[1].splitlines()) < len(graphs[0].splitlines())


@pytest.mark.parametrize("day", ["yesterday", "2024-13", "2024-02-30", "20240531", "2024-5-1", "0000", "<b>"])
def test_what_is_no_day_is_refused(server: Server, day: str) -> None:
    """Everywhere, with what it must be; a page in its own form."""
    for path in (f"/sparql?query=ASK%7B%7D&as_of={quote(day)}", f"/api/articles?as_of={quote(day)}"):
        answered = server.get(path)
        assert (answered.status, "must be a date like 2025-06-19, 2025-06 or 2025" in answered.text) == (400, True)
    answered = server.get("/articles", {"as_of": day})
    assert (answered.status, answered.headers["content-type"]) == (400, "text/html; charset=utf-8")
    assert "<b>" not in answered.text


def test_the_past_is_not_changed(server: Server) -> None:
    """An update as of a day is refused."""
    answered = server.update("INSERT DATA { <urn:a> <urn:b> <urn:c> }", [("as_of", "2024")], token="secret")
    assert (answered.status, "leave as_of out" in answered.text) == (400, True)


def test_many_days_are_told_at_once(server: Server) -> None:
    """More than are kept open, by many at a time, each right; what was let go is opened again."""
    from concurrent.futures import ThreadPoolExecutor

    days = {f"2024-{month:02}": int(month >= 6) for month in range(1, 13)} | {"2025": 2}
    with ThreadPoolExecutor(8) as pool:
        assert [*pool.map(lambda day: rows(server, day), [*days, *days])] == [*days.values(), *days.values()]


@pytest.fixture(scope="module")
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="en-GB")
    yield Opened(context.new_page())
    context.close()


def test_a_page_keeps_the_day_until_it_is_left(server: Server, opened: Opened) -> None:
    """The day is chosen in the menu, told on the page, kept by its links and forms, and left by a link."""
    tab = opened.tab
    tab.goto(f"{server.address}articles")
    assert tab.locator(".found li").count() == 3
    tab.fill("#site-day", "2024-06-30")
    tab.press("#site-day", "Enter")
    tab.get_by_text("As known on 30 June 2024").wait_for()
    assert tab.locator(".found li").count() == 2
    tab.fill("#site-search", "norway")
    tab.press("#site-search", "Enter")
    tab.get_by_role("link", name="Norway", exact=True).click()
    assert "ceasefire" in tab.inner_text("main")
    assert "trade agreement" not in tab.inner_text("main")
    tab.locator("header .links").get_by_role("link", name="Graph").click()
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert "Finland" not in tab.evaluate("window.kgView.nodes.map(node => node.label)")
    tab.get_by_role("link", name="Français").click()
    assert "Tel que connu le 30 juin 2024" in tab.inner_text("body")
    tab.get_by_role("link", name="tout ce qui est connu").click()
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert "Finlande" in tab.evaluate("window.kgView.nodes.map(node => node.label)")
    tab.goto(f"{server.address}query?as_of=2024-05-31")
    tab.fill("#sparql", AGREEMENTS)
    tab.click("#run")
    tab.get_by_text("Rows: 0.").wait_for()
    assert opened.errors == []
