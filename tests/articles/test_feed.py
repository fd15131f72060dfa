"""RSS and Atom."""

import contextlib
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.articles import Unread
from kg.articles.draft import Draft
from kg.articles.feed import read_feed
from kg.model import Article, ArticleError
from tests.articles.conftest import FEED, PAGE, read, read_one, reason

ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Le Quai</title>
<entry><title type="html">Accord &lt;i>signé&lt;/i></title><id>urn:quai:7</id><link href="https://quai.example/7"/>
<updated>2024-03-14T08:00:00Z</updated><published>2024-03-12T23:00:00+02:00</published>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
<p>Les deux ministres ont signé.</p><p>À Oslo.</p></div></content>
</entry></feed>"""


@pytest.mark.parametrize("suffix", ["xml", "rss", "atom"])
def test_rss(tmp_path: Path, suffix: str) -> None:
    """Each entry is an article; the day is the one in the entry's own time zone; an entry without text is named."""
    path = tmp_path / f"feed.{suffix}"
    path.write_text(FEED)
    article, unread = read(path)
    assert isinstance(article, Article)
    assert article.text == "The ministers of Norway and Canada met in Oslo.\n\nThey signed an agreement."
    assert article.info.to_json() == {
        "id": "post-1",
        "title": "Cod & quotas",
        "url": "https://harbour.example/cod",
        "publisher": "The Harbour Post",
        "published": "2024-03-12",
        "language": "en",
    }
    assert str(unread) == f"{path}: entry 2 has no text"


def test_atom() -> None:
    """Content as XHTML, a title as HTML, the date of publication before that of the update."""
    (draft,) = read_feed(ATOM.encode(), source="a.atom")
    assert isinstance(draft, Draft)
    assert (draft.text, draft.title) == ("Les deux ministres ont signé.\n\nÀ Oslo.", "Accord signé")
    assert (draft.id, draft.url, draft.publisher) == ("urn:quai:7", "https://quai.example/7", "Le Quai")
    assert draft.published == date(2024, 3, 12)


def test_xml_that_is_a_page(tmp_path: Path) -> None:
    """XHTML under an .xml name is read as a page."""
    path = tmp_path / "page.xml"
    path.write_text('<?xml version="1.0"?>\n' + PAGE)
    assert read_one(path).info.title == "Cod quotas agreed"


def test_other_xml(tmp_path: Path) -> None:
    """One clear line."""
    path = tmp_path / "a.xml"
    path.write_text("<catalogue><book>x</book></catalogue>")
    assert "neither RSS nor Atom nor HTML" in reason(path)


def test_entities_are_not_expanded() -> None:
    """Neither a billion laughs nor a file comes out of an entity."""
    laughs = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10}">' for i in range(1, 10))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "{"ha" * 20}">{laughs}<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    item = "<rss version='2.0'><channel><item><description>Text &a9; &f;</description></item></channel></rss>"
    start = time.monotonic()
    texts = [item.text for item in read_feed((bomb + item).encode(), source="a.xml") if isinstance(item, Draft)]
    assert time.monotonic() - start < 20
    assert all(len(text) < 1000 and "root:" not in text for text in texts)


def test_bytes_that_name_a_file_are_not_opened(tmp_path: Path) -> None:
    """A feed's bytes are content, never a path or an address."""
    path = tmp_path / "secret.xml"
    path.write_text(FEED)
    with pytest.raises(ArticleError, match="neither RSS"):
        list(read_feed(str(path).encode(), source="a.xml"))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("<>/=\"' &;#!-[]?ab\n"), max_size=60))
def test_any_feed_is_read_or_refused(markup: str) -> None:
    """Broken XML raises nothing but an ArticleError."""
    data = f"<rss version='2.0'><channel><item><description>{markup}</description>{markup}</item>".encode()
    with contextlib.suppress(ArticleError):
        assert all(isinstance(item, Draft | Unread) for item in read_feed(data, source="a.xml"))


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "without entries"),
        (b"<rss version='2.0'>" + b"<a/>" * 500_001, "500,000 tags"),
        (b"%PDF-1.7", "pdftotext"),
    ],
)
def test_feeds_that_are_none(data: bytes, says: str) -> None:
    """Each says what is wrong."""
    with pytest.raises(ArticleError, match=says):
        list(read_feed(data, source="a.xml"))


def test_an_entry_that_is_hostile_does_not_hide_the_others() -> None:
    """It is named by its number."""
    tags = "&lt;b>" * 100_001
    items = f"<item><description>{tags}</description></item><item><description>They met in Oslo.</description></item>"
    bad, good = read_feed(f"<rss version='2.0'><channel>{items}</channel></rss>".encode(), source="a.xml")
    assert str(bad).startswith("a.xml: entry 1 is a page of more than 100,000 tags")
    assert isinstance(good, Draft)
