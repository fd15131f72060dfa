"""The pages of a real server in a real browser: what they show and ask for, and that nothing of articles runs."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kg import KnowledgeGraph
from kg.model import Article, ArticleInfo
from tests.server.conftest import Server, serving
from tests.views.conftest import Opened
from tests.views.contrast import poor_texts

PAGES = {
    "/": "Ce que disent les articles",
    "/search?text=coree": "Corée du Nord",
    "/ask": "Une question",
    "/ask?question=Quels+accords+lient+la+Russie+%C3%A0+la+Cor%C3%A9e+du+Nord": "traité de partenariat",
    "/ask?question=Blorp": "La question n'est pas comprise",
    "/entity?name=RUS": "Russie",
    "/entity?name=Northwood+Declaration": "Northwood Declaration",
    "/graph?name=RUS": "Russie",
    "/graph": "éléments",
    "/timeline": "traité de partenariat",
    "/timeline?name=RUS&with=PRK&since=2024-06-01&until=": "Russie – Corée du Nord",
    "/articles": "Britain and France coordinate their deterrents",
    "/article?id=northwood.en": "Emmanuel Macron",
    "/disputes": "26 people killed",
    "/yasgui": "YASGUI",
    "/disputes?name=IRN": "The Harbour Dispatch",
}


@pytest.fixture(scope="module")
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    context.set_default_timeout(120_000)  # the first question waits for the parser
    yield Opened(context.new_page())
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_shows_what_there_is_and_asks_for_nothing_else(server: Server, opened: Opened, path: str) -> None:
    """In the language of the browser; the browser finds nothing wrong with it."""
    opened.requests.clear()
    opened.errors.clear()
    opened.tab.goto(server.address.rstrip("/") + path)
    assert PAGES[path] in opened.tab.inner_text("body")
    assert opened.tab.get_attribute("html", "lang") == "fr"
    assert [url for url in opened.requests if not url.startswith(("data:", server.address))] == []
    assert len([url for url in opened.requests if url.startswith(server.address)]) == 1
    assert opened.errors == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("path", [path for path in PAGES if path != "/yasgui"])
def test_a_page_can_be_read_and_reached(server: Server, opened: Opened, path: str, language: str) -> None:
    """All its words stand out from their ground; the tab key reaches all that can be clicked; fields have names."""
    tab = opened.tab
    tab.goto(f"{server.address.rstrip('/')}{path}{'&' if '?' in path else '?'}language={language}")
    assert poor_texts(tab) == []
    tab.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    assert poor_texts(tab) == []
    script = """() => { const seen = [...document.querySelectorAll("a[href], button, input, select, textarea, summary")]
        .filter(one => one.checkVisibility() && one.type !== "hidden" && !one.disabled);
      const nameless = seen.filter(one => !(one.innerText || one.getAttribute("aria-label") || one.labels?.length));
      return [seen.length, seen.filter(one => one.tabIndex < 0).length, nameless.map(one => one.outerHTML)]; }"""
    number, unreachable, nameless = tab.evaluate(script)
    assert (number > 8, unreachable, nameless) == (True, 0, [])


def test_one_goes_from_a_search_to_the_words_of_an_article(server: Server, opened: Opened) -> None:
    """By keyboard and by links alone: search, entity, its passages, the article, what was read there."""
    tab = opened.tab
    tab.goto(f"{server.address}?language=en")
    tab.keyboard.press("Tab")
    tab.keyboard.press("Tab")
    tab.keyboard.type("north korea")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?*")
    tab.get_by_role("link", name="North Korea", exact=True).first.click()
    assert tab.inner_text("h1") == "North Korea"
    tab.locator("summary", has_text="treaty").first.click()
    tab.locator("details[open] blockquote a.title").first.click()
    assert tab.url.startswith(f"{server.address}article?")
    tab.locator("mark.m").first.focus()
    assert "asserted" in tab.locator("mark.m .tip:visible").first.inner_text()
    tab.goto(f"{server.address}article?id=pyongyang-treaty.en&language=en")
    tab.locator("mark.m").first.hover()
    claims = tab.locator("mark.m .tip:visible").first.locator(".one")
    assert [one.inner_text().split("\n")[0] for one in claims.all()] == ["support", "defence pact"]
    tab.get_by_role("link", name="Français").click()
    assert tab.get_attribute("html", "lang") == "fr"


def test_the_picture_leads_back_to_the_entity(server: Server, opened: Opened) -> None:
    """It is the page of kg view, cut to what is near."""
    opened.tab.goto(f"{server.address}graph?name=PRK&language=en")
    opened.tab.wait_for_selector("html[data-drawn]", state="attached")
    opened.tab.get_by_role("link", name="North Korea").first.click()
    assert opened.tab.inner_text("h1") == "North Korea"


def test_what_is_not_there_is_told_on_a_page(server: Server) -> None:
    """With its status."""
    for path, status in (
        ("/entity?name=zzzz", 404),
        ("/article?id=none", 404),
        ("/entity", 400),
        ("/search?text=", 400),
    ):
        answered = server.get(path)
        assert (answered.status, answered.headers["content-type"]) == (status, "text/html; charset=utf-8")


def test_an_agreement_and_an_event_have_pages_of_their_own(server: Server, opened: Opened) -> None:
    """What is known with statuses, and the passages at once; a heading in the language of the page, and the way on."""
    tab = opened.tab
    tab.goto(f"{server.address}entity?name=Northwood+Declaration&language=en")
    assert tab.locator(".known table").is_visible()
    table = tab.inner_text(".known table")
    for told in ("party", "France", "United Kingdom", "signed", "stated"):
        assert told in table
    assert tab.locator("details[open] blockquote").count() >= 1
    events = server.get("/api/timeline", {"entity": "RUS"}).json["items"]
    event = next(one["subject"]["id"] for one in events if one["type"] == "SUPPORT" and one["time"])
    for language, other in (("fr", "Tel que connu"), ("en", "As known")):
        tab.goto(f"{server.address}entity?name={event}&language={language}")
        assert " · " in tab.inner_text("h1")
        assert ("Russie" if language == "fr" else "Russia") in tab.inner_text("body")
        assert tab.locator("details[open] blockquote a.title").count() >= 1
        assert other not in tab.inner_text("body")
    tab.locator("header .links").get_by_role("link", name="Graph").click()
    tab.wait_for_selector("html[data-ready]", state="attached")


def test_what_is_named_leads_to_its_page(server: Server, opened: Opened) -> None:
    """From the rows of an answer, from a dispute and its voices and passages, and from what an article tells."""
    tab = opened.tab
    tab.goto(f"{server.address}ask?question=Which+agreements+tie+Russia+to+North+Korea%3F&language=en")
    assert tab.locator("td a").all_inner_texts()[1:] == ["North Korea", "Russia"]
    tab.locator("td a").first.click()
    assert "treaty" in tab.inner_text("h1")
    tab.goto(f"{server.address}disputes?language=en")
    tab.locator("h2 a", has_text="aid").click()
    assert tab.inner_text("h1").startswith("aid · Iran → Russia")
    tab.goto(f"{server.address}disputes?language=en")
    tab.get_by_role("link", name="Abbas Araghchi").click()
    assert tab.inner_text("h1") == "Abbas Araghchi"
    tab.goto(f"{server.address}disputes?language=en")
    tab.locator("td a", has_text="L'Iran dément").click()
    assert tab.inner_text("h1") == "Téhéran dément toute livraison de missiles"
    told = tab.locator("ul.found li").all_inner_texts()
    assert "sanction · United States → Iran 10 September 2024 · corroborated" in told
    tab.locator("ul.found a", has_text="sanction").click()
    assert tab.locator(".moment").count() == 1


def test_the_timeline_is_gone_through_a_page_at_a_time(server: Server, opened: Opened) -> None:
    """From the menu, back in time and forth again; a form chooses whose and when."""
    tab = opened.tab
    tab.goto(f"{server.address}?language=en")
    assert tab.locator("ul.found a").count() >= 5
    tab.get_by_role("link", name="Timeline", exact=True).click()
    first = tab.locator(".moment").all_inner_texts()
    tab.get_by_role("link", name="Earlier").first.click()
    earlier = tab.locator(".moment").all_inner_texts()
    assert not set(first) & set(earlier)
    whole = server.get("/api/timeline", {"limit": 1000}).json["items"]
    assert len(first) + len(earlier) == len(whole)
    tab.get_by_role("link", name="Later").first.click()
    assert tab.locator(".moment").all_inner_texts() == first
    tab.get_by_label("Of whom or what").fill("Russia")
    tab.get_by_label("From").fill("2024-07-01")
    tab.get_by_label("To", exact=True).fill("2024-12-31")
    tab.get_by_label("To", exact=True).press("Enter")
    assert tab.inner_text("h1") == "Timeline – Russia"
    assert tab.get_by_label("From").input_value() == "2024-07-01"
    days = {one.get_attribute("datetime") for one in tab.locator("time").all()}
    assert days
    assert all("2024-" in day for day in days)
    tab.get_by_label("Of whom or what").fill("Ruritania")
    tab.get_by_label("Of whom or what").press("Enter")
    assert "nothing is known by the name 'Ruritania'" in tab.inner_text("main")


def test_the_picture_of_what_happened_last_grows_from_anything_in_it(server: Server, opened: Opened) -> None:
    """It stands around nobody; what is near a state in it is fetched."""
    tab = opened.tab
    tab.goto(f"{server.address}?language=en")
    tab.get_by_role("link", name="Graph", exact=True).click()
    tab.wait_for_selector("html[data-ready]", state="attached")
    assert tab.locator("header h1 a").count() == 0
    tab.fill("#search", "russia")
    tab.press("#search", "Enter")
    tab.press("#panel .near", "Enter")
    tab.get_by_text("new things").wait_for()


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'{{7*7}}</title></style>\u202e"


def test_nothing_that_articles_or_addresses_hold_becomes_markup(tmp_path: Path, opened: Opened) -> None:
    """Titles, publishers, names, texts, ids and addresses are shown as they are, and run nowhere."""
    store = tmp_path / "store"
    text = f"Norway attacked Sweden on 3 May 2024. {HOSTILE} Norway and Sweden signed a treaty on 5 May 2024."
    info = ArticleInfo(id=HOSTILE, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)", language="en")
    with KnowledgeGraph(store) as graph:
        graph.ingest_articles([Article(info=info, text=text)])
    from urllib.parse import quote

    hostile = quote(HOSTILE)
    paths = [f"search?text={hostile}", f"ask?question={hostile}", f"entity?name={hostile}", f"article?id={hostile}"]
    paths += [f"timeline?name={hostile}", f"timeline?since={hostile}", "timeline?name=NOR", "graph", "", "timeline"]
    paths += ["entity?name=NOR", "graph?name=NOR", "articles", "disputes", "ask?question=Who+attacked+Sweden%3F"]
    paths += [f"articles?offset={hostile}", f"articles?language={hostile}", f"{hostile}", f"disputes?name={hostile}"]
    with serving(store) as server:
        for path in paths:
            opened.errors.clear()
            opened.tab.goto(server.address + path)
            assert opened.tab.locator("script:not([type]):not([src])").count() == (2 if path.startswith("graph") else 0)
            assert opened.tab.locator("img").count() == 0
            assert not [error for error in opened.errors if "status of 4" not in error], path
        opened.tab.goto(f"{server.address}article?id={hostile}")
        assert "<script>alert(1)</script>" in opened.tab.inner_text("body")


@pytest.mark.parametrize("broken", [{"status": 503}, {"status": 200, "body": '{"nodes": ['}])
def test_what_cannot_be_fetched_is_said(server: Server, opened: Opened, broken: dict[str, Any]) -> None:
    """No answer, or half of one, is told where it is seen, and can be asked for again."""
    tab = opened.tab
    tab.route("**/api/graph*", lambda route: route.fulfill(**broken))
    tab.goto(f"{server.address}graph?name=PRK&language=en")
    tab.wait_for_selector("html[data-ready]", state="attached")
    tab.fill("#search", "russia")
    tab.press("#search", "Enter")
    tab.press("#panel .near", "Enter")
    tab.get_by_text("did not answer").wait_for()
    assert tab.is_enabled("#panel .near")
    tab.unroute("**/api/graph*")
    tab.press("#panel .near", "Enter")
    tab.get_by_text("new things").wait_for()
    opened.errors.clear()


def test_what_is_near_a_thing_is_fetched_when_it_is_asked_for(server: Server, opened: Opened) -> None:
    """From one state's neighbourhood to the next: new things with their facts and quotes beside the old ones, once."""
    tab = opened.tab
    opened.errors.clear()
    tab.goto(f"{server.address}graph?name=PRK&language=en")
    tab.wait_for_selector("html[data-ready]", state="attached")
    things = "window.kgView.network.body.nodeIndices.length"
    before = tab.evaluate(things)
    tab.fill("#search", "russia")
    tab.press("#search", "Enter")
    opened.requests.clear()
    tab.press("#panel .near", "Enter")
    tab.get_by_text("new things").wait_for()
    after = tab.evaluate(things)
    assert tab.inner_text("#grown") == f"{after - before} new things"
    assert after > before
    assert [url for url in opened.requests if not url.startswith(f"{server.address}api/graph?")] == []
    assert tab.inner_text(".counts").startswith(f"things: {after} ")
    assert tab.locator("#panel .near").count() == 0
    labels = tab.evaluate("window.kgView.nodes.map(node => node.iri)")
    assert len(labels) == len(set(labels)) == after
    places = [tuple(one) for one in tab.evaluate(
        "Object.values(window.kgView.network.getPositions()).map(({x, y}) => [x, y])"
    )]  # fmt: skip
    assert len(set(places)) == after
    tab.evaluate("id => window.kgView.openNode(id)", after - 1)
    assert tab.locator("#panel blockquote").count() >= 1
    assert "/article?id=" in tab.locator("#panel blockquote a.title").first.get_attribute("href")
    assert tab.locator("#panel .iri a").get_attribute("href").startswith("/entity?name=https")
    tab.click("#as-table")
    assert tab.locator("#rows tr").count() == min(after, 100)
    assert opened.errors == []
