"""The library of queries: each is told about in both languages, and what is wrong is told with its line."""

from pathlib import Path

import pytest

from kg.model import LANGUAGES, VocabularyError
from kg.vocabulary.queries import load_queries, read_query

GOOD = """# title: {en: A, fr: B}
# description:
#   en: C
#   fr: D
# parameters:
#   x: {kind: text, en: E, fr: F, default: ""}
SELECT * { ?s ?p $x }
"""


def test_every_query_of_the_library_is_described() -> None:
    """In both languages, shortly, each parameter too; a dozen and more are there."""
    queries = load_queries()
    assert len(queries) >= 12
    for query in queries.values():
        for told in (query.title, query.description, *(one.description for one in query.parameters)):
            assert set(told) == set(LANGUAGES)
            assert all(words.strip() == words for words in told.values())
        assert max(map(len, query.title.values())) <= 50


def test_a_file_is_a_query(tmp_path: Path) -> None:
    """Its name, its comment and its text; an empty default is one."""
    path = tmp_path / "what-is.rq"
    path.write_text(GOOD, "utf-8")
    query = read_query(path)
    assert (query.name, query.title["fr"], query.description["en"]) == ("what-is", "B", "C")
    assert [(one.name, one.kind, one.default) for one in query.parameters] == [("x", "text", "")]
    assert query.sparql == "SELECT * { ?s ?p $x }\n"
    assert list(load_queries(tmp_path)) == ["what-is"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("$x }", "$y }", ":7: $y is no parameter"),
        ("$x }", "?x }", ":1: the query does not use $x"),
        ("kind: text", "kind: colour", ":6: unknown kind 'colour'"),
        ("fr: F, ", "", ":6: the key 'fr' is missing"),
        ("title: {en: A, fr: B}", "title: {en: A}", ":1: the key 'fr' is missing"),
        ("# description:\n#   en: C\n#   fr: D\n", "", ": the key 'description' is missing"),
        ("description:", "descriptions:", ":2: unknown key 'descriptions'"),
        ("#   x: {", "#   facts: {", ":6: a parameter cannot be called 'facts'"),
        ("#   x: {", "#   x: [{", ": not valid YAML"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    """One line: file, line, and what it is."""
    path = tmp_path / "what-is.rq"
    path.write_text(GOOD.replace(old, new), "utf-8")
    with pytest.raises(VocabularyError) as error:
        read_query(path)
    assert str(error.value).startswith(str(path))
    assert problem in str(error.value)
    assert "\n" not in str(error.value)


def test_a_file_has_a_plain_name_and_is_utf_8(tmp_path: Path) -> None:
    """As it is typed after --name."""
    path = tmp_path / "What is.rq"
    path.write_text(GOOD, "utf-8")
    with pytest.raises(VocabularyError, match="a query is called by small letters"):
        read_query(path)
    path = tmp_path / "what.rq"
    path.write_bytes(b"\xff")
    with pytest.raises(VocabularyError, match="save it as UTF-8"):
        read_query(path)
