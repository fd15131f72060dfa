"""Plain text and Markdown."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.articles.text import read_text
from tests.articles.conftest import ENGLISH, FRENCH, read_one


def test_broken_entries_of_a_front_matter_are_left_out() -> None:
    """The others count."""
    text = "---\ntitle: [a\npublisher: 'P'\ndate: 2024-03-12 10:00:00\nurl: {}\nid: %s\n---\nThe text.\n" % ("[" * 3000)
    draft = read_text(text.encode(), source="a.md", name="a.md", markdown=True)
    assert (draft.title, draft.publisher, draft.url, draft.id) == ("The text.", "P", None, "a")
    assert draft.published == date(2024, 3, 12)


def test_title_date_and_id_of_a_plain_text(tmp_path: Path) -> None:
    """The first line is the title, the date line the date, the file's name without its last suffix the id."""
    path = tmp_path / "accord.fr.txt"
    path.write_text(FRENCH, encoding="utf-8")
    article = read_one(path)
    assert article.id == "accord.fr"
    assert article.info.title == "La Norvège et le Canada signent un accord sur la pêche"
    assert article.published == date(2024, 3, 12)
    assert (article.language, article.info.publisher, article.info.url) == ("fr", None, None)
    assert article.text == FRENCH


def test_seed_article_counts_in_the_whole_file() -> None:
    """The article that the project starts from: whole file, its date line, its title."""
    path = Path(__file__).parents[3] / "shared/articles/2025-06-19_pyongyang-koursk.fr.txt"
    if not path.exists():
        pytest.skip("the shared articles are not here")
    article = read_one(path)
    assert article.text == path.read_bytes().decode("utf-8")
    assert (article.id, article.published, article.language) == (path.name[:-4], date(2025, 6, 19), "fr")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_line_endings_and_characters_are_kept(tmp_path: Path, encoding: str) -> None:
    """Whatever the encoding, the text is what was written, without the byte order mark."""
    text = FRENCH.replace("\n", "\r\n") + "fin \r seule\t« é »"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    assert read_one(path).text == text


@settings(max_examples=300)
@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1))
def test_any_text_is_kept_exactly(text: str) -> None:
    """Any text comes back from a plain text file as it was, but for a byte order mark at its start."""
    draft = read_text(b"\xef\xbb\xbf" + text.encode(), source="a.txt", name="a.txt")
    assert draft.text == text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_kept_exactly_through_a_file(tmp_path: Path, text: str) -> None:
    """The same through a real file and the public function, after an English paragraph."""
    path = tmp_path / "a.txt"
    path.write_bytes((ENGLISH + text).encode())
    assert read_one(path).text == ENGLISH + text


def test_date_of_the_file_name_where_no_line_has_one(tmp_path: Path) -> None:
    """The ISO date at the start of the name counts where the text has no date line."""
    path = tmp_path / "2023-11-05_visit.txt"
    path.write_text("A visit\n\nThe king of Denmark visited the parliament of Iceland and met the president.")
    assert read_one(path).published == date(2023, 11, 5)


def test_a_first_line_that_is_a_paragraph_is_no_title(tmp_path: Path) -> None:
    """A text that is one long line has no title."""
    path = tmp_path / "a.txt"
    path.write_text("The minister said that the treaty was signed. " * 20)
    assert read_one(path).info.title is None


def test_front_matter_of_markdown(tmp_path: Path) -> None:
    """It is metadata, and the text is the whole file all the same."""
    text = (
        "---\nid: cod-1\ntitle: 'Cod: quotas'\ndate: 2024-03-12\npublisher: The Harbour Post\n"
        "url: https://harbour.example/cod\nlanguage: en\ntags: [a, b]\n---\n\n# Another heading\n\nThey met in Oslo.\n"
    )
    path = tmp_path / "2020-01-01_a.md"
    path.write_text(text)
    article = read_one(path)
    assert article.text == text
    assert article.info.to_json() == {
        "id": "cod-1",
        "title": "Cod: quotas",
        "url": "https://harbour.example/cod",
        "publisher": "The Harbour Post",
        "published": "2024-03-12",
        "language": "en",
    }


@pytest.mark.parametrize(
    "front", ["---\n[unclosed\n---\n", "---\n- a\n- b\n---\n", "---\n" + "[" * 5000 + "\n---\n", "---\n", ""]
)
def test_markdown_without_a_valid_front_matter(tmp_path: Path, front: str) -> None:
    """A rule or broken YAML at the start is text like any other; the heading is the title."""
    path = tmp_path / "a.md"
    path.write_text(front + "# Norway and Canada agree\n\n*12 March 2024*\n\nThe ministers met in Oslo on Tuesday.\n")
    article = read_one(path)
    assert article.text == path.read_text()
    assert front or (article.info.title, article.published) == ("Norway and Canada agree", date(2024, 3, 12))
