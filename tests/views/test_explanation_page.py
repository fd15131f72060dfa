"""The page of an explanation in a real browser: it shows what was read, runs nothing and asks for nothing."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import (
    Article,
    ArticleInfo,
    Claim,
    Cue,
    Dating,
    Entity,
    Evidence,
    Explanation,
    Filling,
    Grounds,
    Idle,
    Naming,
    ReadSentence,
    Rule,
    TimeSpan,
    Title,
)
from kg.views import explanation_page
from kg.views.explanation_words import CUES, INTERFACE, LABELS, REASONS, ROLES, SENSES
from tests.views import sample
from tests.views.conftest import Opened

Show = Callable[[str], Opened]
TEXT = "Le Tchad aurait attaqué le Niger en mai 2024. Le ministre du Tchad, Ali Aba, a parlé."
CHAD, NIGER = sample.state("TCD", "Tchad"), sample.state("NER", "Niger")
EVIL = "</style><script>alert(1)</script><img src=x onerror=alert(2)>\"' {{7*7}}\u202e"
RULE = Rule(id="ASSAULT:fr:verb:attaquer", type="ASSAULT", source="ontology/lexicon/events/ASSAULT.yaml:7")


def words(text: str, article: Article, after: int = 0) -> Evidence:
    start = article.text.index(text, after)
    return Evidence.of(article, start, start + len(text))


def explanation(text: str = TEXT, title: str = "Tchad et Niger", label: str = "Ali Aba") -> Explanation:
    article = Article(info=ArticleInfo(id="a", title=title, language="fr", published=date(2024, 5, 3)), text=text)
    first = ReadSentence(
        words=Evidence.of(article, 0, text.index(".") + 1),
        paragraph=0,
        names=(
            Naming(words=words("Tchad", article), entity=CHAD, sense="name"),
            Naming(words=words("Niger", article), entity=NIGER, sense="name"),
        ),
        titles=(),
        times=(Dating(words=words("mai 2024", article), span=_may()),),
        figures=(),
        grounds=(_attack(article),),
        idle=(),
    )
    person = Entity(id="x:1", kind="Person", label=label, acts_for="TCD")
    whole = "ministre du Tchad, Ali Aba"
    after = text.index(".")
    second = ReadSentence(
        words=Evidence.of(article, text.index("Le ministre"), len(text)),
        paragraph=0,
        names=(
            Naming(words=words("Tchad", article, after), entity=CHAD, sense="name"),
            Naming(words=words("Ali Aba", article), entity=person, sense="name"),
            Naming(words=words("Tchad, Ali", article), entity=person, sense="description"),
        ),
        titles=(Title(words=words(whole, article), office="minister", holder=person, of=CHAD, standing="current"),),
        times=(),
        figures=(),
        grounds=(
            Grounds(rule=replace(RULE, id=label), words=(words("parlé", article),), reason="no target"),
            Grounds(rule=RULE, words=(words("parlé", article),), reason="false friend", other=RULE),
        ),
        idle=(Idle(words=words("parlé", article), lemma=label, rules=()),),
    )
    return Explanation(article=article, sentences=(first, second))


def _may() -> TimeSpan:
    return TimeSpan(start=date(2024, 5, 1), end=date(2024, 5, 31), precision="month")


def _attack(article: Article) -> Grounds:
    claim = Claim(
        kind="event",
        article=article.info,
        type="ASSAULT",
        roles={"actor": (CHAD,), "target": (NIGER,)},
        time=_may(),
        modality="reported",
        evidence=Evidence.of(article, 0, 20),
        confidence=0.8,
        rule=RULE.id,
    )
    return Grounds(
        rule=RULE,
        words=(words("attaqué", article),),
        claim=claim,
        fillings=(
            Filling(role="actor", entity=CHAD, words=words("Tchad", article)),
            Filling(role="target", entity=NIGER, words=words("Niger", article)),
        ),
        cues=(Cue(words=words("aurait", article), kind="mood", modality="reported"),),
        time=words("mai 2024", article),
        confidence=0.8,
    )


def shown(explained: Explanation, language: Any = "fr") -> str:
    return explanation_page(explained, language=language, words=sample.WORDS[language])


@pytest.fixture
def open_page(tab: Opened, tmp_path: Any) -> Show:
    """Opens the page of an explanation."""

    def opened(html: str) -> Opened:
        path = tmp_path / "explain.html"
        path.write_text(html, encoding="utf-8")
        tab.requests.clear()
        tab.errors.clear()
        tab.tab.goto(path.as_uri())
        return tab

    return opened


def test_the_page_runs_nothing_and_asks_for_nothing(open_page: Show) -> None:
    """No script stands in it, the file itself is all that is requested, and its own style is allowed."""
    html = shown(explanation())
    assert "<script" not in html
    opened = open_page(html)
    assert [url for url in opened.requests if not url.endswith("/explain.html")] == []
    assert opened.errors == []
    assert opened.tab.evaluate("getComputedStyle(document.querySelector('.sentence')).display") == "grid"


def test_the_text_is_the_articles_own(open_page: Show) -> None:
    """Sentence by sentence, however the highlights nest and cross; tags and hints are no part of it."""
    opened = open_page(shown(explanation()))
    texts = opened.tab.eval_on_selector_all(
        ".text", "all => all.map(one => (one.querySelectorAll('.tip').forEach(t => t.remove()), one.textContent))"
    )
    assert " ".join(texts) == TEXT


def test_a_claim_tells_roles_modality_and_rule(open_page: Show) -> None:
    """With the words behind each, the confidence, and the file and line of the rule."""
    opened = open_page(shown(explanation()))
    card = opened.tab.inner_text("#c1")
    for wanted in ("attaque", "ASSAULT", "rapporté", "0.80", "Tchad", "« Niger »", "mai 2024", "« aurait »"):
        assert wanted in card
    assert "conditionnel" in card
    assert "ontology/lexicon/events/ASSAULT.yaml:7" in card


def test_what_gave_no_claim_has_its_reason(open_page: Show) -> None:
    """Under the sentence, with the rule that would have read it."""
    opened = open_page(shown(explanation()))
    opened.tab.click("#s2 summary")
    told = opened.tab.inner_text("#s2 details")
    assert REASONS["no target"]["fr"] in told
    assert REASONS["false friend"]["fr"] in told
    assert INTERFACE["fr"]["unknown"] in told


def test_pointing_at_a_claim_shows_its_words(open_page: Show) -> None:
    """Each word that plays a part in it says which; other words do not."""
    opened = open_page(shown(explanation()))
    opened.tab.hover("#c1")
    tags = opened.tab.eval_on_selector_all(
        "#s1 mark", "all => all.map(one => getComputedStyle(one, '::after').content.replaceAll('\"', ''))"
    )
    assert tags == ["auteur", "conditionnel", "attaque", "cible", "date"]


@pytest.mark.parametrize("way", ["hover", "focus"])
def test_a_word_shows_what_was_read(open_page: Show, way: str) -> None:
    """To the mouse and to the keyboard alike: for whom a name was taken."""
    opened = open_page(shown(explanation()))
    mark = opened.tab.locator("#s1 mark").first
    assert not mark.locator(".tip").is_visible()
    if way == "hover":
        mark.hover()
    else:
        opened.tab.locator("#only").focus()
        for _ in range(10):
            opened.tab.keyboard.press("Tab")
            if opened.tab.evaluate("document.activeElement.matches('#s1 mark')"):
                break
    assert mark.locator(".tip").is_visible()
    assert "Tchad (État)" in mark.locator(".tip").inner_text()


def test_only_the_innermost_hint_is_shown(open_page: Show) -> None:
    """Inside an office its holder's name shows its own hint alone."""
    opened = open_page(shown(explanation()))
    opened.tab.locator("#s2 mark", has_text="Ali").last.hover()
    assert opened.tab.locator(".tip:visible").count() == 1


def test_highlights_and_sentences_can_be_left_out(open_page: Show) -> None:
    """A legend switches each kind off, a switch hides sentences without a claim; no script is needed for it."""
    opened = open_page(shown(explanation()))
    mark = "#s1 mark.name"
    before = opened.tab.evaluate(f"getComputedStyle(document.querySelector('{mark}')).backgroundColor")
    opened.tab.uncheck("#show-name")
    assert opened.tab.evaluate(f"getComputedStyle(document.querySelector('{mark}')).backgroundColor") != before
    assert opened.tab.locator("#s2").is_visible()
    opened.tab.check("#only")
    assert not opened.tab.locator("#s2").is_visible()
    assert opened.tab.locator("#s1").is_visible()


def test_kinds_differ_by_more_than_colour(open_page: Show) -> None:
    """Each highlight has a tag in words, and no two kinds of the legend are underlined and set alike."""
    opened = open_page(shown(explanation()))
    looks = opened.tab.eval_on_selector_all(
        ".swatch",
        "all => all.map(one => { const s = getComputedStyle(one);"
        " return [s.borderBottomStyle, s.borderBottomWidth, s.fontWeight, s.fontStyle, s.borderBottomColor].join() })",
    )
    assert len(set(looks)) == len(looks)
    tags = opened.tab.eval_on_selector_all("#s1 mark", "all => all.map(one => one.dataset.tag)")
    assert all(tags)


def test_colours_can_be_read(open_page: Show) -> None:
    """Text on its ground has a contrast of 4.5 to 1 or more (WCAG AA), the small tags too."""
    opened = open_page(shown(explanation()))
    opened.tab.eval_on_selector_all("details", "all => all.forEach(one => { one.open = true })")
    poor = opened.tab.evaluate(CONTRAST)
    assert poor == []


CONTRAST = """() => {
  const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const linear = v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4;
  const light = ([r, g, b]) => .2126 * linear(r / 255) + .7152 * linear(g / 255) + .0722 * linear(b / 255);
  const ground = node => {
    for (; node; node = node.parentElement) {
      const colour = rgb(getComputedStyle(node).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const poor = [];
  for (const node of document.body.querySelectorAll("*"))
    for (const part of [null, "::after"]) {
      const style = getComputedStyle(node, part);
      const own = [...node.childNodes].some(child => child.nodeType === 3 && child.data.trim());
      if (!node.checkVisibility() || !(part ? style.content !== "none" && node.dataset.tag : own)) continue;
      const [a, b] = [light(rgb(style.color)), light(ground(node))].sort((x, y) => y - x);
      if ((a + .05) / (b + .05) < 4.5) poor.push([node.className || node.tagName, part, style.color]);
    }
  return poor;
}"""


def test_what_articles_say_stays_text(open_page: Show) -> None:
    """Markup, templates and quotes in text, titles, names and rules are shown as they are."""
    text = TEXT.replace("mai", f"{EVIL} mai", 1)
    html = shown(explanation(text, title=EVIL, label=EVIL))
    opened = open_page(html)
    assert opened.errors == []
    assert opened.tab.evaluate("document.querySelectorAll('script, img, main style').length") == 0
    assert "<script>alert(1)</script>" in opened.tab.inner_text("h1")
    assert "{{7*7}}" in opened.tab.inner_text("#s1 .text")
    assert "\u202e" not in html


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_makes_a_page(text: str) -> None:
    """Also one that no file could hold."""
    clean = text.replace(".", " ")
    shown(explanation(clean + TEXT, title=text, label=text or "-")).encode()


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pages_speak_both_languages(language: Any) -> None:
    """The page's own words are in its language."""
    html = shown(explanation(), language)
    assert f'<html lang="{language}">' in html
    assert INTERFACE[language]["contents"] in html


@pytest.mark.parametrize("table", [REASONS, CUES, SENSES, ROLES, LABELS])
def test_all_words_are_in_both_languages(table: Any) -> None:
    """Nothing is left to be shown as a key."""
    assert all(set(entry) == {"fr", "en"} and all(entry.values()) for entry in table.values())


def test_all_that_can_be_told_has_words() -> None:
    """Every reason, cue, sense and role of the model is worded."""
    from typing import get_args

    from kg.model import ROLES as MODEL_ROLES
    from kg.model import CueKind, MentionSense, Reason

    assert set(REASONS) == set(get_args(Reason))
    assert set(CUES) == set(get_args(CueKind))
    assert set(SENSES) == set(get_args(MentionSense))
    assert set(ROLES) == {role for roles in MODEL_ROLES.values() for role in roles}


def test_the_same_explanation_gives_the_same_page() -> None:
    """Byte for byte."""
    assert shown(explanation()) == shown(explanation())


def test_a_long_article_makes_a_page_that_opens(open_page: Show) -> None:
    """Five hundred sentences are drawn, and pointing at the last claim works at once."""
    one = explanation()
    long = Explanation(article=one.article, sentences=one.sentences * 250)
    opened = open_page(shown(long))
    assert opened.tab.locator(".sentence").count() == 500
    opened.tab.hover("#c250", timeout=5000)
