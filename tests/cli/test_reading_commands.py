"""The commands that read: each prints tables for people and its formats for programs."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.cli import claims, export, facts
from kg.cli.group import COMMANDS, kg
from kg.export import FORMATS
from kg.model import ROLES, STATUSES, Claim, Fact, Modality
from tests.cli.conftest import Run


def test_every_command_has_a_short_help(run: Run) -> None:
    """`kg --help` tells of each command in a whole sentence."""
    text = run("--help").output
    for name in COMMANDS:
        (line,) = [line for line in text.splitlines() if line.startswith(f"  {name} ")]
        assert line.endswith("."), line
        assert not line.endswith("..."), line


def test_choices_are_those_of_the_library() -> None:
    """The options offer what the library knows, no more and no less."""
    from typing import get_args

    assert tuple(ROLES) == claims.KINDS
    assert get_args(Modality) == claims.MODALITIES
    assert facts.STATUSES == STATUSES
    assert export.FORMATS == FORMATS


def test_claims_as_json_lines_are_claims(run: Run) -> None:
    """Each line is a claim of the contract: it reads back, and its quote stands in its article."""
    lines = run("claims", "--format", "jsonl").stdout.splitlines()
    found = [Claim.from_json(json.loads(line)) for line in lines]
    assert found
    assert {json.loads(line)["id"] for line in lines} == {claim.id for claim in found}


@pytest.mark.parametrize(
    ("option", "value", "holds"),
    [
        ("--kind", "agreement", lambda claim: claim.kind == "agreement"),
        ("--type", "SANCTION", lambda claim: claim.type == "SANCTION"),
        ("--modality", "planned", lambda claim: claim.modality == "planned"),
        ("--article", "uk-india-trade.en", lambda claim: claim.article.id == "uk-india-trade.en"),
        ("--min-confidence", "0.8", lambda claim: claim.confidence >= 0.8),
        ("--entity", "Corée du Nord", lambda claim: "PRK" in {e.iso3 for es in claim.roles.values() for e in es}),
    ],
)
def test_claims_are_filtered(run: Run, option: str, value: str, holds: object) -> None:
    """A filter leaves the claims that it describes, and only these."""
    assert callable(holds)
    every = [Claim.from_json(json.loads(line)) for line in run("claims", "--format", "jsonl").stdout.splitlines()]
    some = run("claims", "--format", "jsonl", option, value).stdout.splitlines()
    assert {json.loads(line)["id"] for line in some} == {claim.id for claim in every if holds(claim)}
    assert 0 < len(some) < len(every)


def test_claims_as_csv_have_a_row_each(run: Run) -> None:
    """CSV has a header and as many rows as there are claims."""
    rows = list(csv.DictReader(io.StringIO(run("claims", "--format", "csv").stdout)))
    assert len(rows) == len(run("claims", "--format", "jsonl").stdout.splitlines())
    assert {row["party"] for row in rows if row["kind"] == "agreement"} != {""}


def test_facts_as_json_lines_are_facts(run: Run) -> None:
    """Each line is a fact and reads back."""
    lines = run("facts", "--format", "jsonl", "--status", "corroborated").stdout.splitlines()
    assert {Fact.from_json(json.loads(line)).status for line in lines} == {"corroborated"}


def test_facts_as_csv_are_those_of_the_export(run: Run) -> None:
    """`kg facts --format csv` and `kg export -f csv` agree."""
    assert run("facts", "--format", "csv").stdout == run("export", "-f", "csv").stdout


def test_facts_of_an_article_rest_on_it(run: Run) -> None:
    """`--article` leaves the facts that a claim of the article supports or denies."""
    claims = run("claims", "--format", "jsonl", "--article", "uk-india-trade.en").stdout.splitlines()
    own = {json.loads(line)["id"] for line in claims}
    lines = run("facts", "--format", "jsonl", "--article", "uk-india-trade.en").stdout.splitlines()
    assert lines
    for line in lines:
        fact = json.loads(line)
        assert own & {*fact["supported_by"], *fact["denied_by"]}


def test_tables_are_in_plain_words(run: Run) -> None:
    """A table shows names and a status in words, no address."""
    text = run("facts", "--entity", "Iran", "--predicate", "target").stdout
    assert "Iran" in text
    assert "corroborated" in text
    assert "://" not in text


def test_tables_speak_the_language_that_is_asked_for(run: Run) -> None:
    """`--language fr` gives French heads, names and statuses."""
    text = run("facts", "--entity", "IRN", "--predicate", "target", "--language", "fr").stdout
    assert "statut" in text
    assert "corroboré" in text


@pytest.mark.parametrize("name", ["RUS", "rus", "Russie", "Russia", "russie", "https://w3id.org/factkg/id/state/RUS"])
def test_an_entity_has_many_names(run: Run, name: str) -> None:
    """An ISO code, an IRI and any name in either language mean the same."""
    shown = json.loads(run("show", name, "--format", "json").stdout)
    assert shown["entity"]["iso3"] == "RUS"
    assert shown["facts"]
    assert {iri for fact in shown["facts"] for iri in fact["supported_by"]} <= {one["id"] for one in shown["claims"]}


def test_a_name_may_be_several_words(run: Run) -> None:
    """`kg show North Korea` needs no quotes."""
    assert run("show", "North", "Korea").stdout == run("show", "PRK").stdout


def test_what_is_known_but_not_in_the_graph_is_said_to_be_missing(run: Run) -> None:
    """A state that no article names has no card."""
    result = run("show", "Paraguay")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "holds nothing about Paraguay" in result.stderr


def test_stats_agree_in_both_forms(run: Run, examples_store: Path) -> None:
    """The table and the JSON tell the same numbers as the library."""
    with KnowledgeGraph(examples_store, read_only=True) as graph:
        held = graph.statistics()
    assert json.loads(run("stats", "--format", "json").stdout)["facts"] == held.facts
    assert str(held.claims) in run("stats").stdout


def test_query_formats(run: Run) -> None:
    """A SELECT comes as a table and in the four formats of the W3C, a CONSTRUCT as Turtle and as a table."""
    select = "SELECT ?s { ?s a kg:State } ORDER BY ?s LIMIT 2"
    bindings = json.loads(run("query", select, "--format", "json").stdout)["results"]["bindings"]
    iris = [one["s"]["value"] for one in bindings]
    assert len(iris) == 2
    assert run("query", select, "--format", "csv").stdout.split() == ["s", *iris]
    assert run("query", select, "--format", "tsv").stdout.split() == ["?s", *(f"<{iri}>" for iri in iris)]
    assert ET.fromstring(run("query", select, "--format", "xml").stdout).tag.endswith("sparql")
    assert all(iri in run("query", select).stdout for iri in iris)
    construct = "CONSTRUCT { ?s a kg:State } { ?s a kg:State } LIMIT 1"
    assert "a kg:State" in run("query", construct, "--format", "turtle").stdout
    assert "#State> ." in run("query", construct, "--format", "nt").stdout
    assert json.loads(run("query", construct, "--format", "jsonld").stdout)
    assert "kg:State" in run("query", construct).stdout


def test_query_says_yes_or_no(run: Run) -> None:
    """ASK is answered in a word."""
    assert run("query", "ASK { ?s a kg:State }").stdout == "yes\n"
    assert run("query", "ASK { ?s a kg:Nothing }").stdout == "no\n"


def test_a_query_may_come_from_a_file_or_standard_input(run: Run, tmp_path: Path) -> None:
    """Argument, file, - and a pipe give the same."""
    text = "SELECT (COUNT(*) AS ?n) { ?s a kg:State }"
    file = tmp_path / "q.rq"
    file.write_text(text)
    expected = run("query", text, "--format", "csv").stdout
    assert run("query", "-f", str(file), "--format", "csv").stdout == expected
    assert run("query", "-", "--format", "csv", stdin=text).stdout == expected
    assert run("query", "--format", "csv", stdin=text).stdout == expected
    assert run("query", text, "-f", str(file)).exit_code == 2


@pytest.mark.parametrize("format", export.FORMATS)
def test_an_export_is_the_same_on_standard_output_and_in_a_file(run: Run, tmp_path: Path, format: str) -> None:
    """`-o` writes what standard output would show."""
    file = tmp_path / "out"
    assert run("export", "-f", format, "-o", str(file)).stdout == ""
    assert file.read_bytes() == run("export", "-f", format).stdout_bytes


def test_view_writes_a_page_and_says_where(run: Run, tmp_path: Path) -> None:
    """The page stands where `-o` says, and what is cut away is not in it."""
    page = tmp_path / "page.html"
    result = run(
        "view", "-o", str(page), "--focus", "Iran", "--since", "2024", "--until", "2024-09", "--title", "Un <b>titre"
    )
    assert result.stdout == f"wrote {page}\n"
    text = page.read_text("utf-8")
    assert "Un &lt;b&gt;titre" in text
    assert "Narendra Modi" not in text


def test_what_ingest_writes_conforms(run: Run) -> None:
    """`kg validate` finds nothing wrong with the examples."""
    assert run("validate").stdout == "the graph conforms to its shapes\n"
    assert json.loads(run("validate", "--format", "json").stdout) == {"conforms": True, "violations": []}


def test_the_version_is_told() -> None:
    """`kg --version` needs no store."""
    from click.testing import CliRunner

    assert CliRunner().invoke(kg, ["--version"]).output.startswith("kg 0.")
