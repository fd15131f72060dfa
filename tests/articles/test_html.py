"""HTML pages."""

import contextlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles.html import fragment_text, read_html
from kg.model import ArticleError
from tests.articles.conftest import PAGE, read_one, reason

WORDS = "<p>The ministers of the two countries met on Tuesday and signed an agreement.</p>"


@pytest.mark.parametrize("suffix", ["html", "htm", "xhtml", "HTML"])
def test_a_page_is_an_article(tmp_path: Path, suffix: str) -> None:
    """The main text without what surrounds it, and the metadata that the page states."""
    path = tmp_path / f"cod.{suffix}"
    path.write_text(PAGE)
    article = read_one(path)
    assert article.info.to_json() == {
        "id": "cod",
        "title": "Cod quotas agreed",
        "url": "https://harbour.example/cod",
        "publisher": "The Harbour Post",
        "published": "2024-03-12",
        "language": "en",
    }
    assert "signed an agreement on fisheries.\nIt sets the quotas" in article.text
    assert "Cookies" not in article.text
    assert "Sport" not in article.text


def test_declared_charset() -> None:
    """A page in another encoding is read as it declares."""
    head = '<html><head><meta charset="iso-8859-2"></head>'
    page = f"{head}<body><article><p>Łódź and Kraków agree.</p>{WORDS}</article></body></html>"
    assert "Łódź" in read_html(page.encode("iso-8859-2"), source="a.html").text


def test_hint_of_the_page_decides_only_for_short_texts() -> None:
    """A French page that declares itself English is French."""
    page = '<html lang="en-US"><body><article><p>%s</p></article></body></html>' % (
        "Les ministres des deux pays se sont rencontrés mardi à Oslo et ont signé un accord sur la pêche. " * 5
    )
    assert read_html(page.encode(), source="a.html").hint == "en-US"


@pytest.mark.parametrize("tag", ["div", "span", "b", "ul><li", "table><tr><td", "blockquote"])
def test_nesting_without_end(tag: str) -> None:
    """A page nested tens of thousands deep is read, or refused with a reason; it crashes nothing."""
    page = f"<html><body>{WORDS}" + f"<{tag}>" * (90_000 // f"<{tag}>".count("<")) + "deep"
    with contextlib.suppress(ArticleError):
        read_html(page.encode(), source="deep.html")


def test_nesting_100000_deep(tmp_path: Path) -> None:
    """More tags than any article has are refused at once."""
    path = tmp_path / "deep.html"
    path.write_text(f"<html><body>{'<div>' * 100_000}deep")
    assert "100,000 tags" in reason(path)


def test_a_tag_with_attributes_without_end() -> None:
    """It would take libxml2 minutes, and is refused at once."""
    attributes = " ".join(f"a{i}=1" for i in range(100_000))
    with pytest.raises(ArticleError, match="attributes"):
        read_html(f"<html><body><p {attributes}>x</p></body></html>".encode(), source="a.html")


def test_a_page_without_text(tmp_path: Path) -> None:
    """One clear line."""
    path = tmp_path / "empty.html"
    path.write_text("<html><head><title>x</title></head><body></body></html>")
    assert "without an article's text" in reason(path)


def test_external_entities_are_not_read() -> None:
    """An entity that names a file stays what it is."""
    page = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd">]><html><body>&f;%s</body></html>'
    )
    assert "root:" not in read_html((page % (WORDS * 3)).encode(), source="a.xhtml").text


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("<>/=\"' &;#!-ab\n"), max_size=60))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    """Broken markup raises nothing but an ArticleError."""
    with contextlib.suppress(ArticleError):
        read_html(f"<html><body>{WORDS}{markup}".encode(), source="a.html")
        fragment_text(markup)


def test_fragment_text() -> None:
    """Blocks are parted by an empty line; words of one block stay together; script is no text."""
    fragment = (
        "<p>The <b>two</b>\n ministers, <i>Ana</i>.</p><script>x()</script>"
        "<ul><li>One</li><li>Two&nbsp;&amp; 3</li></ul>tail"
    )
    assert fragment_text(fragment) == "The two ministers, Ana.\n\nOne\n\nTwo & 3\n\ntail"
    assert fragment_text("AT&amp;T") == "AT&T"
    assert fragment_text(" plain ") == "plain"


def test_a_date_that_only_the_text_or_the_name_gives(tmp_path: Path) -> None:
    """A date line in the text, or the date that the file's name starts with."""
    body = "<html><body><article><h1>Accord</h1>%s<p>Les ministres des deux pays se sont rencontrés à Oslo.</p>"
    path = tmp_path / "2024-03-13_accord.html"
    path.write_text(body % "<p>Publié le 12 mars 2024 à 9h</p>")
    assert read_one(path).published == date(2024, 3, 12)
    path.write_text(body % "")
    assert read_one(path).published == date(2024, 3, 13)


def test_the_date_does_not_depend_on_today() -> None:
    """A page dated in the future keeps its date: nothing looks at the clock."""
    page = PAGE.replace("2024-03-12T", "2094-03-12T")
    assert read_html(page.encode(), source="a.html").published == date(2094, 3, 12)
