"""The page in a real browser: it asks for nothing, shows what each fact rests on, and never runs what articles say."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.facts import derive
from kg.model import ArticleInfo, Background
from kg.views import build_graph, page
from tests.facts.test_terms import TERMS, minister, term
from tests.views import sample
from tests.views.conftest import Opened
from tests.views.contrast import poor_texts

Show = Callable[[str], Opened]
FR = sample.WORDS["fr"]


def world_page(language: Any = "fr", **rest: Any) -> str:
    facts, claims = sample.world()
    words = sample.WORDS[language]
    graph = build_graph(facts, claims, words=words)
    return page(graph, claims, title="Qui a fait quoi", language=language, words=words, **rest)


def number_of(opened: Opened, label: str) -> int:
    """The number of the node with this label, by the page's own data."""
    script = """label => JSON.parse(document.getElementById("content").textContent).nodes
                .findIndex(node => node.label === label)"""
    return int(opened.tab.evaluate(script, label))


def click_node(opened: Opened, number: int) -> None:
    """A real click where the node stands on the screen."""
    where = opened.tab.evaluate(
        """id => { const { network } = window.kgView; const { x, y } = network.getPosition(id);
                   const at = network.canvasToDOM({ x, y });
                   const box = document.getElementById("graph").getBoundingClientRect();
                   return [at.x + box.x, at.y + box.y]; }""",
        number,
    )
    opened.tab.mouse.click(*where)
    opened.tab.wait_for_selector("#panel .card, #panel .hint")


def test_the_page_asks_nothing_of_any_network(show: Show) -> None:
    """The file itself is all that is ever requested, and the browser reports no error."""
    opened = show(world_page())
    opened.tab.wait_for_timeout(300)
    assert [url for url in opened.requests if not url.endswith("/view.html")] == []
    assert opened.errors == []
    print("first frame after", opened.tab.evaluate("document.documentElement.dataset.drawn"), "ms")


def test_no_tag_names_an_address_to_load() -> None:
    """None of pyvis's tags for content networks is left."""
    html = world_page()
    markup = html.split('<script type="application/json"')[0]
    assert "cdn" not in markup
    assert "http" not in markup.replace("http-equiv", "")
    assert "<link" not in markup.replace('<link rel="icon" href="data:,">', "")


def test_a_click_on_a_node_shows_its_facts_with_status_and_quotes(show: Show) -> None:
    """The treaty of the sample: parties, date, what it provides, and both passages with publisher and date."""
    opened = show(world_page())
    click_node(opened, number_of(opened, "traité de partenariat stratégique global"))
    text = opened.tab.inner_text("#panel")
    for expected in ("Accord · traité", "corroboré", "Russie", "Corée du Nord", "19 juin 2024", "défense mutuelle"):
        assert expected in text
    assert "Les deux délégations ont signé en juin un traité" in text
    assert "The partnership treaty was signed on 19 June" in text
    assert "Le Courrier du Port" in text
    assert "22 juin 2024" in text
    link = opened.tab.locator("#panel blockquote a").first
    assert link.get_attribute("rel") == "noopener noreferrer"
    assert link.get_attribute("href").startswith(("https://courrier.example", "http://gazette.example"))


def test_a_click_on_an_edge_shows_the_relation(show: Show) -> None:
    """An office held, with its holder, the state, its status and the passage."""
    opened = show(world_page())
    where = opened.tab.evaluate(
        """() => { const data = JSON.parse(document.getElementById("content").textContent);
                   const id = data.edges.findIndex(edge => edge.label === "accusation" || edge.label === "auteur");
                   const { network } = window.kgView, { from, to } = data.edges[id];
                   const a = network.getPosition(from), b = network.getPosition(to);
                   const at = network.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
                   const box = document.getElementById("graph").getBoundingClientRect();
                   return [at.x + box.x, at.y + box.y]; }"""
    )
    opened.tab.mouse.click(*where)
    opened.tab.wait_for_selector("#panel .card")
    assert opened.tab.inner_text("#panel h2") == "auteur"
    assert opened.tab.locator("#panel .status").count() >= 1
    assert opened.tab.locator("#panel blockquote").count() >= 1


def test_hearsay_and_denials_say_whose_they_are(show: Show) -> None:
    """A passage that only reports says according to whom; one that denies stands apart."""
    opened = show(world_page())
    opened.tab.evaluate("id => window.kgView.openNode(id)", number_of(opened, "pêcheurs du détroit"))
    assert "DÉMENTI PAR" in opened.tab.inner_text("#panel").upper()
    assert "Tokyo dément avoir attaqué un navire." in opened.tab.inner_text("#panel .against")
    label = "mobilisation · Corée du Nord → Japon · mars 2025"
    opened.tab.evaluate("id => window.kgView.openNode(id)", number_of(opened, label))
    assert "rapporté · selon pêcheurs du détroit" in opened.tab.inner_text("#panel")


def test_what_a_reference_contradicts_says_what_it_has(show: Show) -> None:
    """Beside the passage stand the terms, as text; a fact that nothing contradicts has none."""
    hostile = term("<img src=x onerror=alert(1)>", "2021-01-22", None)
    said = minister()
    found = derive([said], Background(terms=(*TERMS, hostile))).facts
    graph = build_graph(found, {said.id: said}, words=FR)
    terms = {one.id: one for one in (*TERMS, hostile)}
    opened = show(page(graph, {said.id: said}, terms, title="Qui", language="fr", words=FR))
    opened.tab.evaluate("id => window.kgView.openNode(id)", number_of(opened, "Lloyd Austin"))
    told = opened.tab.inner_text("#panel .against")
    assert told.startswith("Contredit par une référence")
    assert "le mandat de Lloyd Austin a pris fin le 20 janvier 2025" in told
    assert "<img src=x onerror=alert(1)> exerçait la fonction" in told
    assert opened.errors == []
    opened = show(page(graph, {said.id: said}, title="Qui", language="fr", words=FR))
    opened.tab.evaluate("id => window.kgView.openNode(id)", number_of(opened, "Lloyd Austin"))
    assert opened.tab.locator("#panel .against").count() == 0


def test_search_finds_without_accents_and_enter_opens(show: Show) -> None:
    """Typing lists what matches, best first; Enter opens it and moves the focus to it."""
    opened = show(world_page())
    opened.tab.fill("#search", "coree")
    assert opened.tab.inner_text("#matches li >> nth=0").startswith("Corée du Nord")
    opened.tab.press("#search", "Enter")
    assert opened.tab.inner_text("#panel h2") == "Corée du Nord"
    assert opened.tab.evaluate("document.activeElement === document.querySelector('#panel h2')")
    opened.tab.fill("#search", "rien de tel")
    assert opened.tab.inner_text("#matches") == "Aucun résultat"


def test_all_can_be_reached_by_keyboard(show: Show) -> None:
    """From the slash key to a thing, on to a thing linked to it, back, and out again, without a mouse."""
    opened = show(world_page())
    press = opened.tab.keyboard.press
    press("/")
    opened.tab.keyboard.type("genève")
    press("Enter")
    for _ in range(3):
        press("Tab")
        if opened.tab.evaluate("document.activeElement.className") == "go":
            break
    press("Enter")
    assert opened.tab.inner_text("#panel h2") == "cessez-le-feu du détroit"
    opened.tab.focus("#panel .back")
    press("Enter")
    assert opened.tab.inner_text("#panel h2") == "Genève"
    press("Escape")
    assert opened.tab.inner_text("#panel h2") == "Que sait-on, et qui le dit ?"


@pytest.mark.parametrize(("language", "kind", "status"), [("fr", "Événement", "contesté"), ("en", "Event", "disputed")])
def test_the_legend_names_every_kind_and_status(show: Show, language: str, kind: str, status: str) -> None:
    """Seven kinds, each with a shape and a colour of its own, and six statuses, each with a line of its own."""
    opened = show(world_page(language))
    assert kind in opened.tab.inner_text("#legend")
    assert status in opened.tab.inner_text("#legend")
    drawn = opened.tab.eval_on_selector_all(
        "#legend svg",
        "all => all.map(s => s.innerHTML + getComputedStyle(s).strokeDasharray + getComputedStyle(s).stroke"
        " + getComputedStyle(s).strokeWidth)",
    )
    assert len(drawn) == len(set(drawn)) == 13
    colours = opened.tab.eval_on_selector_all("#legend svg.sign", "all => all.map(s => getComputedStyle(s).fill)")
    assert len(set(colours)) == 7
    assert opened.tab.evaluate("document.documentElement.lang") == language


def test_the_legend_hides_and_shows(show: Show) -> None:
    """A kind switched off leaves the picture; choosing such a thing brings its kind back."""
    opened = show(world_page())
    seen = "() => window.kgView.network.body.nodeIndices.length"
    before = opened.tab.evaluate(seen)
    opened.tab.click('#legend [data-kind="Event"]')
    assert opened.tab.evaluate(seen) == before - 5
    opened.tab.fill("#search", "rencontre")
    opened.tab.press("#search", "Enter")
    assert opened.tab.evaluate(seen) == before
    assert opened.tab.get_attribute('#legend [data-kind="Event"]', "aria-pressed") == "true"


def test_text_stands_out_from_its_ground(show: Show) -> None:
    """Every text of the page has the contrast of 4.5 to 1 that WCAG 2.2 asks for (success criterion 1.4.3)."""
    opened = show(world_page())
    opened.tab.evaluate("id => window.kgView.openNode(id)", number_of(opened, "pêcheurs du détroit"))
    assert poor_texts(opened.tab) == []
    opened.tab.click("#as-table")
    opened.tab.wait_for_selector("html[data-ready]", state="attached")
    opened.tab.click("#types summary")
    assert poor_texts(opened.tab) == []


def test_parallel_relations_bend_apart() -> None:
    """The three relations between two states of the sample, two one way, one the other, are three different lines."""
    from kg.views.payload import vis_edges

    facts, claims = sample.world()
    graph = build_graph(facts, claims, words=FR)
    order = list(graph)
    pair = {order.index(sample.RUSSIA.id), order.index(sample.KOREA.id)}
    bends = []
    for edge in vis_edges(graph):
        if {edge["from"], edge["to"]} == pair:
            smooth = edge.get("smooth", {"type": "straight", "roundness": 0})
            clockwise = 1 if smooth["type"] == "curvedCW" else -1
            bends.append(smooth["roundness"] * clockwise * (1 if edge["from"] < edge["to"] else -1))
    assert len(bends) == 3
    assert len(set(bends)) == 3


def test_a_large_view_says_what_it_left_out(show: Show) -> None:
    """Of 120 things 50 are asked for: the most connected come first, and the page says how to see the others."""
    facts, claims = sample.crowd(120)
    graph = build_graph(facts, claims, words=FR)
    html = page(graph, claims, title="Foule", words=FR, limit=50)
    assert html == page(graph, claims, title="Foule", words=FR, limit=50)
    opened = show(html)
    said = opened.tab.inner_text(".left-out")
    assert said.startswith("50 éléments sur 120")
    assert "--focus" in said
    busiest = max(graph, key=graph.degree)
    assert number_of(opened, graph.nodes[busiest]["label"]) >= 0
    assert opened.tab.evaluate("() => window.kgView.network.body.nodeIndices.length") == 50


def test_an_empty_graph_is_a_page_too(show: Show) -> None:
    """No facts: the page opens, empty, without an error."""
    opened = show(page(build_graph([], {}, words=FR), {}, title="Rien", words=FR))
    assert opened.errors == []
    assert "éléments\u00a0: 0" in opened.tab.inner_text(".counts")


HOSTILE = [
    "</script><script>window.hit=1</script>",
    "<img src=x onerror=window.hit=1>",
    "<svg/onload=window.hit=1>",
    "<!--<script>",
    "]]><script>window.hit=1</script>",
    "</title></style></textarea><script>window.hit=1</script>",
    '";window.hit=1;//',
    "');window.hit=1;//",
    "\\u003cscript\\u003ewindow.hit=1\\u003c/script\\u003e",
    "{{ 7*7 }}{% raw %}",
    "${window.hit=1}",
    "javascript:window.hit=1",
    "\u2028window.hit=1\u2029",
    "\u202egnp.exe\u202c\u2066x",
    "\x00\x01\x1b[31m",
    "<b>*gras*</b> _x_ `y` &lt;script&gt; &amp;",
    "x" * 5000,
    "é" * 300 + " " + "日本" * 300,
    "$& $1 $` {0} {1}",
    "",
    " ",
]
ADDRESSES = [
    "javascript:window.hit=1",
    "JaVaScRiPt:window.hit=1",
    " javascript:window.hit=1",
    "data:text/html,<script>window.hit=1</script>",
    'https://a.example/"onmouseover="window.hit=1',
    "file:///etc/passwd",
    "//a.example/x",
    "http://[",
]


def hostile_page(text: str, address: str) -> str:
    """A world in which every field of every value that can hold words holds ``text``."""
    info = ArticleInfo(id=text or "x", title=text, url=address, publisher=text, language="fr")
    name = sample.NAMES
    who = sample.Entity(id=name.make("person", "a") + text, kind="Person", label=text)
    state = sample.Entity(id=name.make("state", "b"), kind="State", label=text, iso3="FRA")
    event = sample.Entity(id=name.make("event", "c"), kind="Event", label=text)
    deal = sample.Entity(id=name.make("agreement", "d"), kind="Agreement", label=text)
    tenure = sample.Entity(id=name.make("tenure", "e"), kind="Tenure", label=text)
    said = sample.claim(info, text or "x", "event", text, {"actor": (who,)}, attribution=(who,), modality="reported")
    fact = sample.fact
    values = [
        fact(event, predicate, text, "stated", [said], [said])
        for predicate in ("type", "time", "label", "subtype", "stage", "provides", text)
    ]
    roles = [fact(event, "actor", who, "stated", [said]), fact(event, "target", state, "denied", [said])]
    more = [fact(deal, "party", state, "disputed", [said]), fact(deal, "type", text), fact(deal, "signed", text)]
    office = [fact(tenure, "holder", who), fact(tenure, "of", state), fact(tenure, "office", text, "stated", [said])]
    relation = [fact(who, text, state, "stated", [said]), fact(tenure, "standing", text)]
    claims = {said.id: said}
    graph = build_graph([*values, *roles, *more, *office, *relation], claims, words=FR)
    return page(graph, claims, title=text, words=FR)


def elements(opened: Opened) -> dict[str, int]:
    """How many elements of each name there are, once each node has been opened and the search has listed all."""
    return dict(
        opened.tab.evaluate(
            """() => { const count = {}; let most = 0;
               const add = () => { for (const e of document.querySelectorAll("*")) {
                 count[e.localName] = 1;
                 for (const a of e.attributes) if (a.name.startsWith("on")) count["@" + a.name] = 1; } };
               const n = JSON.parse(document.getElementById("content").textContent);
               n.nodes.forEach((_, id) => { window.kgView.openNode(id); add(); });
               n.edges.forEach((_, id) => { window.kgView.show({ type: "edge", id }); add(); });
               document.getElementById("search").value = "e";
               document.getElementById("search").dispatchEvent(new Event("input")); add();
               count.scripts = document.scripts.length;
               return count; }"""
        )
    )


_NAMES = (
    "html head meta link title style body header h1 p div label input ul li main section button noscript aside footer "
    "span small svg circle rect path script canvas h2 h3 blockquote q a scripts details summary fieldset legend output "
    "table thead tbody tr th td title g text tspan polygon"
)
ALLOWED = set(_NAMES.split())


def check_harmless(opened: Opened) -> None:
    found = elements(opened)
    assert found.pop("scripts") == 4
    assert set(found) <= ALLOWED
    assert opened.tab.evaluate("window.hit") is None
    assert opened.errors == []
    assert [url for url in opened.requests if not url.endswith("/view.html")] == []
    for href in opened.tab.eval_on_selector_all("a", "all => all.map(a => a.href)"):
        assert href.startswith(("http://", "https://"))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_words_stay_words(show: Show, text: str) -> None:
    """In every field: no script runs, no element appears that the page does not make itself."""
    check_harmless(show(hostile_page(text, ADDRESSES[len(text) % len(ADDRESSES)])))


@pytest.mark.parametrize("address", ADDRESSES)
def test_only_web_addresses_become_links(show: Show, address: str) -> None:
    """Any other address is dropped; a web address with quotes in it stays one address."""
    opened = show(hostile_page("titre", address))
    check_harmless(opened)
    opened.tab.evaluate("() => window.kgView.openNode(0)")
    assert bool(opened.tab.locator("#panel a").count()) == address.startswith("https://")


PIECES = st.sampled_from([*HOSTILE[:17], "<", ">", "&", "'", '"', "`", "script", "/", "\\", "\n"]) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=5
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.lists(PIECES, max_size=6).map("".join))
def test_no_words_break_out(show: Show, text: str) -> None:
    """The same for whatever hypothesis puts together of such pieces."""
    check_harmless(show(hostile_page(text, text)))


def test_half_a_character_in_the_title_can_be_written(show: Show) -> None:
    """A lone surrogate, which no file can hold, is replaced."""
    opened = show(page(build_graph([], {}, words=FR), {}, title="a\ud800b", words=FR))
    assert opened.tab.title() == "a?b"


def test_the_policy_stops_what_would_break_out(show: Show) -> None:
    """Even a script that got into the page would not run: the policy lists the page's own scripts by hash."""
    html = world_page().replace("<header>", "<script>window.hit=1</script><img src=x onerror=window.hit=1><header>")
    opened = show(html)
    assert opened.tab.evaluate("window.hit") is None
    assert any("Content Security Policy" in error for error in opened.errors)
