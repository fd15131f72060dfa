"""`kg explain`: how an article of the graph, a file or standard input is read."""

import json
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from tests.cli.conftest import Process, Run, one_line

ARTICLE = "2024-09-11_iran-missiles.en"
FILE = Path(__file__).parent.parent.parent / "examples" / f"{ARTICLE}.md"


def test_an_article_of_the_graph_is_explained(run: Run) -> None:
    """Sentence by sentence: names, claims with roles and rule, and what gave none with its reason."""
    text = run("explain", ARTICLE).stdout
    assert "On 10 September 2024 the United States imposed sanctions on Iran." in text
    assert "«Iran» = Iran (State)" in text
    assert "«10 September 2024» = 10 September 2024  2024-09-10" in text
    (claim,) = [block for block in text.split("\n  + ") if "SANCTION:en:verb:impose " in block]
    assert claim.startswith("sanction  SANCTION")
    assert "ontology/lexicon/events/SANCTION.yaml:" in claim
    assert "  - «" in text


def test_french_is_spoken(run: Run) -> None:
    """The words of the explanation are those of `--language`."""
    text = run("explain", ARTICLE, "--language", "fr").stdout
    assert "«Iran» = Iran (État)" in text
    assert "États-Unis" in text


def test_json_has_the_claims_of_the_graph(run: Run, examples_store: Path) -> None:
    """What is explained is what was read into the graph."""
    value = json.loads(run("explain", ARTICLE, "--format", "json").stdout)
    told = [one["claim"]["id"] for sentence in value["sentences"] for one in sentence["claims"]]
    with KnowledgeGraph(examples_store, read_only=True) as graph:
        assert sorted(told) == sorted(claim.id for claim in graph.claims(article=ARTICLE))


def test_a_file_needs_no_graph(run: Run, tmp_path: Path) -> None:
    """It is read at once, and no store is made."""
    store = tmp_path / "none"
    text = run("explain", str(FILE), store=store).stdout
    assert "SANCTION:en:verb:impose" in text
    assert not store.exists()


def test_standard_input_is_read(run: Run, tmp_path: Path) -> None:
    """With the language and the day that are given."""
    args = ("explain", "-", "--article-language", "fr", "--published", "2025-06-19", "--format", "json")
    value = json.loads(run(*args, store=tmp_path / "none", stdin="Le Mali a attaqué le Niger hier.").stdout)
    assert value["article"]["language"] == "fr"
    (sentence,) = value["sentences"]
    assert [one["time"]["start"] for one in sentence["times"]] == ["2025-06-18"]


def test_a_page_is_written(run: Run, tmp_path: Path) -> None:
    """With -o it is one HTML file."""
    page = tmp_path / "page.html"
    assert run("explain", ARTICLE, "-o", str(page)).stdout == f"wrote {page}\n"
    text = page.read_text("utf-8")
    assert text.startswith("<!doctype html>")
    assert "SANCTION:en:verb:impose" in text


@pytest.mark.parametrize("article", ["2024-09-11_iran-missile.en", "nowhere.txt"])
def test_what_is_neither_article_nor_file_is_told(run: Run, article: str) -> None:
    """In one line, with what is near or where the ids are."""
    result = run("explain", article)
    assert result.exit_code == 1
    message = one_line(result.stderr)
    assert article in message
    assert "neither" in message


def test_a_file_of_several_articles_is_refused(run: Run) -> None:
    """The message says what to do."""
    result = run("explain", str(FILE.parent / "wire.jsonl"))
    assert result.exit_code == 1
    assert "several articles" in one_line(result.stderr)


def test_no_colours_where_nobody_sees_them(process: Process) -> None:
    """Into a pipe goes plain text."""
    done = process("explain", str(FILE))
    assert done.returncode == 0, done.stderr
    assert "\x1b" not in done.stdout
