"""The timeline as a page in a real browser: in order, its evidence on demand, safe against what articles say."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kg.facts import derive, moments
from kg.model import Background, Claim, Entity, Moment, TimeSpan
from kg.views import timeline_page
from tests.facts import test_merging
from tests.facts.test_merging import ENGLISH, FRENCH, GLOBAL
from tests.facts.test_status import PAPER_A, PAPER_B, dead, raid
from tests.facts.test_terms import TERMS, minister
from tests.strategies import RUSSIA, SHOIGU, article, claim, on, treaty
from tests.views.conftest import Opened

HOSTILE = "</style><img src=x onerror=alert(1)><script>alert(2)</script>"


def told(*claims: Claim) -> tuple[Moment, ...]:
    return moments(derive(claims).facts, {one.id: one for one in claims})


def sample() -> tuple[Moment, ...]:
    return told(
        treaty(
            replace(FRENCH, url="https://a.example/1", title="Le traité"),
            label=GLOBAL,
            time=on("2024-06"),
            stage="signed",
        ),
        treaty(ENGLISH, label=GLOBAL, in_force=on("2024-12-04"), stage="in force"),
        raid(quantities=dead(12, 12), quote="Russian aircraft struck the city."),
        raid(PAPER_B, "denied", attribution=(RUSSIA,), quote="Moscow denies the raid."),
        raid(article("Paper A", "2023-02-01"), "planned", day="2023"),
        test_merging.TestTenures().tenure(SHOIGU),
    )


@pytest.fixture
def show(tab: Opened, tmp_path: Path) -> Iterator[Any]:
    def opened(html: str) -> Opened:
        path = tmp_path / "timeline.html"
        path.write_text(html, encoding="utf-8")
        tab.requests.clear()
        tab.errors.clear()
        tab.tab.goto(path.as_uri())
        return tab

    yield opened
    tab.tab.set_viewport_size({"width": 1440, "height": 900})


def test_it_is_in_order_and_as_precise_as_is_known(show: Any) -> None:
    """A year, a month, days, each under its year; what has no date apart. Nothing is asked of any network."""
    opened = show(timeline_page(sample(), title="Russie", language="fr"))
    assert opened.tab.locator("time").all_inner_texts() == ["2023", "juin 2024", "18 juin 2024", "4 décembre 2024"]
    assert opened.tab.locator("h2").all_inner_texts() == ["2023", "2024", "Sans date"]
    assert "contesté" in opened.tab.inner_text(".moment.disputed")
    assert "defence minister" in opened.tab.inner_text(".undated") or "ministre" in opened.tab.inner_text(".undated")
    assert [url for url in opened.requests if not url.endswith("/timeline.html")] == []
    assert opened.errors == []


def test_a_click_opens_the_evidence(show: Any) -> None:
    """The passages with article, publisher and date; a denial apart, with who denies."""
    opened = show(timeline_page(sample(), title="Russia", language="en"))
    entry = opened.tab.locator(".moment.disputed")
    assert not entry.locator("blockquote").first.is_visible()
    entry.locator("summary").click()
    text = entry.inner_text()
    for expected in ("“Russian aircraft struck the city.”", "Paper A", "20 June 2024", "Denied by", "Moscow denies"):
        assert expected in text
    opened.tab.locator(".moment", has_text="signed").locator("summary").click()
    link = opened.tab.locator(".moment a", has_text="Le traité")
    assert link.get_attribute("rel") == "noopener noreferrer"
    entry.locator("summary").click()
    assert not entry.locator("blockquote").first.is_visible()


def test_the_keyboard_does_it_all(show: Any) -> None:
    """Space unticks a status, Tab reaches each line, Enter opens it."""
    opened = show(timeline_page(sample(), title="Russia", language="en"))
    opened.tab.focus("#show-disputed")
    opened.tab.keyboard.press("Space")
    assert not opened.tab.locator(".moment.disputed").is_visible()
    opened.tab.keyboard.press("Space")
    for _ in range(20):
        opened.tab.keyboard.press("Tab")
        if opened.tab.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    opened.tab.keyboard.press("Enter")
    assert opened.tab.locator(".moment blockquote").first.is_visible()


def test_statuses_and_types_are_hidden_and_shown(show: Any) -> None:
    """Without agreements only the rest; a year without anything left goes too."""
    opened = show(timeline_page(sample(), title="Russia", language="en"))
    opened.tab.get_by_label("Agreement").uncheck()
    assert opened.tab.locator(".moment:visible").count() == 3
    opened.tab.get_by_label("Agreement").check()
    assert opened.tab.locator(".moment:visible").count() == 5


@pytest.mark.parametrize("width", [360, 768, 1440])
def test_it_fits_the_window(show: Any, width: int) -> None:
    """Nothing sticks out sideways, open or closed."""
    opened = show(timeline_page(sample(), title="Russia " * 20, language="en"))
    opened.tab.set_viewport_size({"width": width, "height": 800})
    opened.tab.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert opened.tab.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_that_articles_say_is_run(show: Any) -> None:
    """Markup and controls in any field are shown as text, and other addresses than those of the web are no links."""
    info = replace(PAPER_A, title=HOSTILE, publisher=HOSTILE, url="javascript:alert(3)", language="fr")
    who = Entity(id="https://example.org/'\"><b>", kind="Group", label=HOSTILE + "\u202e\x1b")
    said = claim("event", "ASSAULT", {"actor": who}, info, quote=HOSTILE, attribution=(who,), time=on("2024-06-18"))
    page = timeline_page(told(said), title=HOSTILE, language="fr")
    opened = show(page)
    opened.tab.locator("summary").click()
    assert opened.errors == []
    assert opened.tab.locator("img, script, main a").count() == 0
    assert "<script>alert(2)" in opened.tab.inner_text("main")
    assert "\x1b" not in page
    assert "\u202e" not in page


def test_no_moments_and_open_times(show: Any) -> None:
    """An empty page says so; a time without an end shows that it is open; the same moments give the same page."""
    assert "Rien à montrer." in show(timeline_page([], language="fr")).tab.inner_text("main")
    since = TimeSpan(start=date(2014, 3, 1), end=None, precision="range")
    found = told(claim("event", "ASSAULT", {"actor": RUSSIA}, PAPER_A, time=since))
    page = timeline_page(found, title="x", language="en")
    assert show(page).tab.locator("time").inner_text() == "1 March 2014 – …"
    assert timeline_page(found, title="x", language="en") == page


def test_a_reference_that_contradicts_is_shown(show: Any) -> None:
    """With the evidence of a term of office that it disputes."""
    said = minister()
    facts = derive([said], Background(terms=TERMS)).facts
    opened = show(timeline_page(moments(facts, {said.id: said}, {one.id: one for one in TERMS}), language="en"))
    opened.tab.locator("summary").click()
    assert "the term of Lloyd Austin ended on 20 January 2025" in opened.tab.inner_text(".against")
