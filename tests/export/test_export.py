"""Every format read back, by others too."""

import csv
import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.export import FORMATS, export, export_file
from kg.model import Claim, StoreError
from kg.store import Store
from tests.store import scenario

RDFLIB = {"turtle": "turtle", "nt": "nt", "rdfxml": "xml", "trig": "trig", "nquads": "nquads", "jsonld": "json-ld"}
OXIGRAPH = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "trig": ox.RdfFormat.TRIG,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
}
DATASETS = ("trig", "nquads", "jsonld")


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with Store.open() as opened:
        scenario.put(opened, scenario.full("a"), scenario.full("b c/é", publisher='La <Gazette> & "Cie"\r\n\''))
        yield opened


def written(store: Store, format: str) -> bytes:
    out = io.BytesIO()
    export(store, format, out)
    return out.getvalue()


def expected(store: Store, format: str) -> set[ox.Quad]:
    """What the format must hold: the dataset, or the default graph."""
    return {q for q in store.backend.quads() if format in DATASETS or isinstance(q.graph_name, ox.DefaultGraph)}


def as_rdflib(quads: set[ox.Quad]) -> rdflib.Dataset:
    """The quads through N-Quads, a format so simple that it cannot hide an error of another."""
    data = ox.serialize(quads, format=ox.RdfFormat.N_QUADS)
    dataset = rdflib.Dataset()
    dataset.parse(data=data or b"", format="nquads")
    return dataset


def quads_of(dataset: rdflib.Dataset) -> set[tuple[object, ...]]:
    default = rdflib.graph.DATASET_DEFAULT_GRAPH_ID
    return {(s, p, o, None if g == default else g) for s, p, o, g in dataset.quads()}


def check(store: Store, format: str) -> None:
    data = written(store, format)
    wanted = expected(store, format)
    assert set(ox.parse(data, format=OXIGRAPH[format])) == wanted
    if format in DATASETS:
        dataset = rdflib.Dataset()
        dataset.parse(data=data, format=RDFLIB[format])
        assert quads_of(dataset) == quads_of(as_rdflib(wanted))
    else:
        graph = rdflib.Graph().parse(data=data, format=RDFLIB[format])
        assert isomorphic(graph, as_rdflib(wanted).default_graph)


@pytest.mark.parametrize("format", sorted(RDFLIB))
def test_each_rdf_format_read_back_is_isomorphic(format: str, store: Store) -> None:
    """By rdflib and by Oxigraph: to the whole dataset, or to the default graph for formats without graphs."""
    assert expected(store, format)
    check(store, format)


@pytest.mark.parametrize("format", sorted(RDFLIB))
def test_an_empty_store_is_written_and_read_back(format: str) -> None:
    """No article is no reason to fail."""
    with Store.open() as empty:
        check(empty, format)


ODD = st.characters(codec="utf-8", exclude_characters="\ufffe\uffff") | st.sampled_from("\r\n\t\x85\u2028<>&\"'\\{}]")
XML_TEXT = st.text(ODD.filter(lambda char: char >= " " or char in "\r\n\t"), min_size=1, max_size=30)


@pytest.mark.parametrize("format", sorted(RDFLIB))
@settings(max_examples=25, deadline=None)
@given(label=XML_TEXT, article=XML_TEXT, base=st.sampled_from([None, "http://example.org/é/"]))
def test_odd_characters_survive_each_rdf_format(format: str, label: str, article: str, base: str | None) -> None:
    """Quotes, breaks, markup, every alphabet: in labels, texts and the names of graphs."""
    source = scenario.article(article)
    claim = scenario.treaty(source, label=label)
    with Store.open() as store:
        scenario.put(store, scenario.record(source, [claim]))
        check(store, format)


@settings(max_examples=30, deadline=None)
@given(scenario.claims())
def test_claims_as_json_lines_are_read_back_equal(claim: Claim) -> None:
    """The contract *Claims as JSON lines*: a line a claim."""
    source = scenario.Article(info=claim.article, text="x")
    with Store.open() as store:
        store.write([scenario.ArticleRecord(article=source, claims=[claim], keys={claim.id: ["k"]})], [])
        (line,) = written(store, "jsonl").splitlines()
    assert Claim.from_json(json.loads(line)) == claim


def test_what_xml_cannot_hold_is_an_error_that_names_it() -> None:
    """RDF/XML has no U+0001: better no file than a broken one."""
    source = scenario.article("a")
    with Store.open() as store:
        scenario.put(store, scenario.record(source, [scenario.treaty(source, label="a\x01b")]))
        with pytest.raises(StoreError, match=r"U\+0001 in a value of <.*>; export as turtle"):
            written(store, "rdfxml")
        check(store, "turtle")


def test_prefixes_make_turtle_readable(store: Store) -> None:
    """Known prefixes are declared and used."""
    for format in ("turtle", "trig"):
        text = written(store, format).decode()
        assert "@prefix kg: <https://w3id.org/factkg/ontology#> ." in text
        assert "kg:Agreement" in text


def test_a_fact_is_a_line_of_the_table(store: Store) -> None:
    """CSV with a header; a literal has its datatype where an entity has its class."""
    rows = list(csv.DictReader(io.StringIO(written(store, "csv").decode(), newline="")))
    assert len(rows) == store.statistics().facts
    (signed,) = [row for row in rows if row["predicate"] == "signed"]
    assert (signed["object"], signed["object_kind"], signed["status"]) == ("2024-06", "gYearMonth", "corroborated")
    (party,) = [row for row in rows if row["object_label"] == "Russie" and row["predicate"] == "party"]
    assert (party["object_kind"], party["first_report"], party["language"]) == ("State", "2024-07-01", "")
    assert len(party["supported_by"].split()) == 2


def test_graphs_are_read_back_by_networkx(store: Store, tmp_path: Path) -> None:
    """GraphML and GEXF hold the same nodes and edges, with attributes that other programs accept."""
    (tmp_path / "graph.graphml").write_bytes(written(store, "graphml"))
    (tmp_path / "graph.gexf").write_bytes(written(store, "gexf"))
    graphml = nx.read_graphml(tmp_path / "graph.graphml", force_multigraph=True)
    gexf = nx.read_gexf(tmp_path / "graph.gexf")
    assert set(graphml) == set(gexf)
    assert scenario.RUSSIA.id in graphml
    assert graphml.nodes[scenario.RUSSIA.id]["kind"] == "State"
    assert graphml.number_of_edges() == gexf.number_of_edges() > 0
    assert {data["fact"] for *_, data in graphml.edges(data=True)} == {
        data["fact"] for *_, data in gexf.edges(data=True)
    }


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_store_gives_the_same_file(format: str, tmp_path: Path) -> None:
    """Two stores on disk that hold the same give the same bytes, whatever way they came to hold it."""
    records = [scenario.full(name, publisher=name) for name in "abc"]
    files = []
    for name, order in (("first", records), ("second", records[::-1])):
        with Store.open(tmp_path / name) as store:
            for record in order:
                scenario.put(store, record)
            files.append(written(store, format))
    assert files[0] == files[1]


def test_an_unknown_format_is_an_error_that_lists_the_known_ones(store: Store) -> None:
    with pytest.raises(StoreError, match="unknown format 'pdf'; use one of turtle, trig, nt"):
        written(store, "pdf")


def test_a_file_is_written_whole_or_not_at_all(store: Store, tmp_path: Path) -> None:
    """Where writing fails the former file stays, and no part of the new one."""
    target = tmp_path / "graph.ttl"
    export_file(store, "turtle", target)
    before = target.read_bytes()
    assert before == written(store, "turtle")
    with pytest.raises(StoreError, match="unknown format"):
        export_file(store, "pdf", target)
    with pytest.raises(StoreError, match="cannot be written"):
        export_file(store, "turtle", tmp_path / "none" / "graph.ttl")
    assert target.read_bytes() == before
    assert [entry.name for entry in tmp_path.iterdir()] == ["graph.ttl"]


def test_a_link_stays_one_and_a_pipe_is_written_to(store: Store, tmp_path: Path) -> None:
    """What is no plain file is never replaced by one."""
    (tmp_path / "real.ttl").touch()
    link, pipe = tmp_path / "link.ttl", tmp_path / "pipe.ttl"
    link.symlink_to("real.ttl")
    export_file(store, "turtle", link)
    assert link.is_symlink()
    assert (tmp_path / "real.ttl").read_bytes() == written(store, "turtle")
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        export_file(store, "turtle", pipe)
        assert reader.communicate()[0] == written(store, "turtle")
    assert pipe.is_fifo()


FULL = """
import resource, signal, sys
from kg.export import export_file
from kg.model import StoreError
from kg.store import Store
from tests.store import scenario
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open()
scenario.put(store, scenario.full("a"))
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, resource.RLIM_INFINITY))
try:
    export_file(store, sys.argv[1], sys.argv[2])
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("format", ["trig", "jsonl", "rdfxml", "csv", "jsonld"])
def test_a_full_disk_is_one_clear_line(format: str, tmp_path: Path) -> None:
    """No part of the file stays behind."""
    command = [sys.executable, "-c", FULL, format, str(tmp_path / "graph")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert "free" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []
