"""Words of articles and of requests stay words: every field of both, in a real browser and on the wire."""

import string
from collections.abc import Iterator
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.ingestion import make_record, write_records
from kg.model import Article, ArticleInfo, Claim, Entity, Evidence, Names, Quantity, TimeSpan, digest
from kg.store import Store
from tests.server.conftest import Server, serving
from tests.views.conftest import Opened
from tests.views.test_page import ADDRESSES, HOSTILE, PIECES

NAMES = Names()
MAY = TimeSpan(start=date(2024, 5, 3), end=date(2024, 5, 3), precision="day")
WORST = (
    "\"'><script>window.hit=1</script><img src=x onerror=window.hit=1></title></style></textarea></select>"
    "<svg/onload=window.hit=1>{{7*7}}{0}</script><!--\u202e\u2028"
)
PATHS = (
    "search?text=",
    "ask?question=",
    "entity?name=",
    "graph?name=",
    "article?id=",
    "disputes?name=",
    "query?query=",
)
WORDS = st.lists(PIECES, max_size=5).map("".join)
ALLOWED_IN_SCRIPTS = {"/graph": 2, "/query": 1, "/yasgui": 1}


def entity(kind: Any, label: str, key: str) -> Entity:
    return Entity(id=NAMES.make(kind.lower(), digest(key)), kind=kind, label=label)


def hostile_claims(article: Article, text: str) -> list[Claim]:
    """An event, an agreement, an office and a relation in which every field that holds words holds ``text``."""
    who, whom = entity("Person", text, "who" + text), entity("Group", text, "whom" + text)
    place = entity("Place", text, "place" + text)
    state = Entity(id=NAMES.state("NOR"), kind="State", label=text, iso3="NOR")
    quote_ = Evidence.of(article, 0, len(article.text))
    figure = Quantity(min=3, max=3, of=text, unit=text, approximate=False)
    rest: dict[str, Any] = {"article": article.info, "evidence": quote_, "attribution": (whom,)}
    happened: dict[str, Any] = {"time": MAY, "quantities": (figure,)}
    parts = {"actor": (who, state), "target": (whom,), "place": (place,)}
    return [
        Claim(kind="event", type="ASSAULT", subtype=text, label=text, roles=parts, **happened, **rest),
        Claim(kind="event", type="ASSAULT", roles=parts, modality="denied", time=MAY, **rest),
        Claim(kind="agreement", type=text, label=text, roles={"party": (state, whom)}, time=MAY, stage="signed",
              provides=(text,), **rest),
        Claim(kind="office", type="office", office=text, roles={"holder": (who,), "of": (state,)}, **rest),
        Claim(kind="relation", type="ally", roles={"subject": (state,), "object": (whom,)}, **rest),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server over articles that are hostile in every field; the worst of them has that text as its id."""
    path = tmp_path_factory.mktemp("hostile") / "store"
    with Store.open(path) as store:
        records = {}
        for number, text in enumerate([WORST, *(one for one in HOSTILE if one.strip() and "\x00" not in one)]):
            info = ArticleInfo(
                id=text[:300], title=text, publisher=text, url=ADDRESSES[number % len(ADDRESSES)],
                published=date(2024, 5, 4), language="fr",
            )  # fmt: skip
            article = Article(info=info, text=text)
            records[info.id] = make_record(article, hostile_claims(article, text), "test")
        write_records(store, records)
    with serving(path, KG_TOKEN="secret") as running:
        yield running


@pytest.fixture(scope="module")
def opened(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, locale="fr-FR")
    yield Opened(context.new_page())
    context.close()


def check(opened: Opened, server: Server, path: str) -> None:
    """Open a page: nothing ran, nothing was asked for elsewhere, no element or attribute that acts stands in it."""
    opened.errors.clear()
    opened.requests.clear()
    opened.tab.goto(server.address + path)
    found = opened.tab.evaluate("""() => { const all = [...document.querySelectorAll("*")]; return {
        hit: window.hit ?? null,
        scripts: [...document.scripts].filter(one => !one.type).length,
        acting: all.filter(e => [...e.attributes].some(a => a.name.startsWith("on"))).length,
        loading: [...document.querySelectorAll("img, iframe, object, embed, link:not([rel=icon]), base, video, audio")]
          .map(e => e.outerHTML),
        links: [...document.querySelectorAll("a[href], form[action]")].map(e => e.href ?? e.action)
          .filter(one => !/^https?:/.test(one)) }; }""")
    scripts = ALLOWED_IN_SCRIPTS.get("/" + path.partition("?")[0], 0) if opened.tab.locator("nav.site").count() else 0
    assert found["hit"] is None, path
    assert found["scripts"] in (scripts, 0), path
    assert (found["acting"], found["loading"], found["links"]) == (0, [], []), path
    assert [url for url in opened.requests if not url.startswith(("data:", server.address))] == [], path
    assert [error for error in opened.errors if "status of 4" not in error] == [], path


def test_no_page_runs_what_articles_say(hostile: Server, opened: Opened) -> None:
    """Titles, publishers, labels, quotes, addresses, ids, offices, figures, provisions: on every page with them."""
    things = hostile.get("/api/timeline", {"limit": 1000}).json["items"]
    seen = {one["subject"]["id"] for one in things} | {who["id"] for one in things for who in one["who"]}
    assert len(seen) > 40
    for path in (
        "",
        "articles",
        "disputes",
        "entity?name=NOR",
        "graph?name=NOR",
        "ask?question=Who+attacked+Norway%3F",
    ):
        check(opened, hostile, path)
    for iri in sorted(seen)[::7]:
        check(opened, hostile, f"entity?{urlencode({'name': iri})}")
        check(opened, hostile, f"graph?{urlencode({'name': iri})}")
    for info in hostile.get("/api/articles", {"limit": 1000}).json["items"]:
        check(opened, hostile, f"article?{urlencode({'id': info['id']})}")


def test_the_graph_that_grows_runs_nothing(hostile: Server, opened: Opened) -> None:
    """What comes in on demand is text too, in the panel, the filters, the table and the saved picture."""
    tab = opened.tab
    check(opened, hostile, "graph?name=NOR")
    tab.wait_for_selector("html[data-ready]", state="attached")
    for id in range(0, tab.evaluate("window.kgView.nodes.length"), 9):
        tab.evaluate("id => window.kgView.openNode(id)", id)
        if tab.locator("#panel .near").count():
            with tab.expect_response(lambda response: "/api/graph" in response.url) as answered:
                tab.click("#panel .near")
            assert answered.value.status == 200
    tab.click("#as-table")
    tab.click("#sources summary")
    with tab.expect_download():
        tab.click("#save-svg")
    assert tab.evaluate("window.hit ?? null") is None
    assert tab.locator("img, iframe").count() == 0
    assert opened.errors == []


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS, path=st.sampled_from(PATHS), field=st.sampled_from(["language", "as_of", "offset", "<b>"]))
@example(words=WORST, path="query?query=", field="as_of")
@example(words=WORST, path="search?text=", field="language")
@example(words=WORST, path="article?id=", field="<b>")
def test_no_page_runs_what_is_asked(hostile: Server, opened: Opened, words: str, path: str, field: str) -> None:
    """Whatever stands in the fields that a page takes, in one that it does not take, and in the path."""
    check(opened, hostile, path + quote(words))
    check(opened, hostile, f"articles?{quote(field)}={quote(words)}")
    check(opened, hostile, quote(words, safe=""))


def test_the_editor_runs_nothing_that_results_or_parameters_hold(hostile: Server, opened: Opened) -> None:
    """Literals and addresses of results, columns, named queries' parameters, and errors that repeat the query."""
    tab = opened.tab
    check(opened, hostile, "query")
    literal = WORST.replace("\\", "\\\\").replace('"', '\\"')
    for query in (
        f'SELECT ("{literal}" AS ?a) (IRI("javascript:window.hit=1") AS ?b) {{}}',
        "SELECT * { GRAPH ?g { ?s ?p ?o FILTER isLiteral(?o) } } LIMIT 900",
        f"SELECT {WORST}",
        f'CONSTRUCT {{ <urn:a> <urn:b> "{literal}" }} WHERE {{}}',
    ):
        tab.fill("#sparql", query)
        with tab.expect_response(lambda response: "/sparql" in response.url):
            tab.click("#run")
        tab.wait_for_timeout(100)
        assert tab.evaluate("window.hit ?? null") is None
        assert tab.locator("#results img, #results script, #state img, #results a:not([href^='/'])").count() == 0
    tab.select_option("#name", "agreements-between")
    for field in tab.locator("#parameters input").all():
        field.fill(WORST)
    with tab.expect_response(lambda response: "/query/text" in response.url) as answered:
        tab.press("#parameters input >> nth=0", "Enter")
    assert answered.value.status in (200, 400, 404)  # the articles call somebody so
    assert tab.evaluate("window.hit ?? null") is None
    assert not [error for error in opened.errors if "status of 4" not in error]


class Tags(HTMLParser):
    """The elements of a page, with the names of their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(sorted(name for name, _ in attrs))))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=WORDS.filter(lambda words: bool(words.strip())))
def test_a_page_is_made_alike_whatever_is_asked(hostile: Server, words: str) -> None:
    """What is not found is told in a page with the same elements, be it called so or so."""
    for path in ("/entity", "/article", "/disputes"):
        field = "id" if path == "/article" else "name"
        told = hostile.get(path, {field: words + "qqzzqq"})
        plain = hostile.get(path, {field: "qqzzqq"})
        assert told.status == plain.status == 404
        assert Tags(told.text).found == Tags(plain.text).found


HEADER = st.text(string.ascii_letters + string.digits + string.punctuation + " \t\u00e9", max_size=40)
NAMES_OF_HEADERS = st.sampled_from(
    ["Accept", "Accept-Language", "Origin", "Authorization", "Content-Type", "Referer", "Cookie", "Range"]
)  # fmt: skip
ROUTES = st.sampled_from(
    ["/sparql?query=ASK%7B%7D", "/sparql", "/graphs?default", "/api/search?text=a", "/", "/articles", "/openapi.json"]
)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    path=ROUTES, headers=st.dictionaries(NAMES_OF_HEADERS, HEADER, max_size=4), method=st.sampled_from(["GET", "POST"])
)
@example(path="/", headers={"Accept-Language": "fr;q=9e999, <script>, *;q=nan"}, method="GET")
@example(path="/sparql", headers={"Accept": ",;,/,;q=", "Content-Type": ";;charset=;"}, method="POST")
def test_no_header_breaks_anything(hostile: Server, path: str, headers: dict[str, str], method: str) -> None:
    """Whatever a header holds the answer is one that the route gives; nothing of it comes back as a header."""
    named = {name.replace("-", "_"): value.strip().encode().decode("latin-1") for name, value in headers.items()}
    answered = hostile.ask(method, path, b"" if method == "POST" else None, **named)
    assert answered.status in (200, 303, 400, 401, 403, 404, 405, 406, 415)
    assert "content-security-policy" in answered.headers
    assert answered.headers["x-content-type-options"] == "nosniff"
    assert not set(answered.headers) & {"set-cookie", "refresh", "x-injected"}
    assert "access-control-allow-origin" not in answered.headers


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=WORDS,
    name=st.sampled_from(
        ["query", "default-graph-uri", "named-graph-uri", "graph", "text", "entity", "status", "p.a", "name"]
    ),
    path=st.sampled_from(
        ["/sparql", "/graphs", "/api/facts", "/api/search", "/api/graph", "/query/text", "/api/queries/x"]
    ),
)
@example(words="a\r\nX-Injected: 1", name="text", path="/api/search")
def test_no_field_breaks_anything(hostile: Server, words: str, name: str, path: str) -> None:
    """Errors repeat what was asked as text or JSON, never as a page, and are the client's."""
    answered = hostile.get(path, {name: words})
    assert answered.status in (200, 303, 400, 404, 406)
    assert answered.headers["content-type"].split(";")[0] in ("application/json", "text/plain", "text/turtle",
        "application/sparql-results+json", "application/n-triples")  # fmt: skip
    assert "x-injected" not in answered.headers


def test_every_page_is_sent_with_its_policy(hostile: Server) -> None:
    """As a header too: no script but its own by hash, nothing from elsewhere, in no frame, no form to elsewhere."""
    for path in ("/", "/articles", "/graph?name=NOR", "/query", "/yasgui", "/entity?name=none", "/disputes"):
        policy = hostile.get(path).headers["content-security-policy"]
        rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
        assert rules["default-src"] == rules["base-uri"] == rules["frame-ancestors"] == "'none'"
        assert rules["form-action"] == "'self'"
        assert "unsafe" not in policy
        assert all(source.startswith("'sha256-") for source in rules.get("script-src", "").split())
        assert rules.get("connect-src", "'self'") == "'self'"


def test_the_sources_hold_no_unescaped_value() -> None:
    """No template of a page marks a value as safe."""
    folder = Path(__file__).parent.parent.parent / "kg" / "views" / "assets"
    for template in folder.rglob("*.html"):
        assert "|safe" not in template.read_text("utf-8").replace(" ", ""), template
