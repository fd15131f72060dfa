"""The one object of the Python interface: what goes in comes out, in any order, and what is taken out is gone."""

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from itertools import permutations
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from kg.ingestion import reader_version
from kg.model import Article, ArticleError, ArticleInfo, StoreError, UnknownEntityError


def _article(key: str, text: str, publisher: str, day: int = 19, language: str = "en") -> Article:
    info = ArticleInfo(id=key, language=language, published=date(2025, 6, day), publisher=publisher)
    return Article(info=info, text=text)


ATTACK = _article("attack", "Norway attacked Sweden on 3 March 2025.", "Paper A")
SAME = _article(
    "same", "The border is closed. On 3 March 2025 the army of Norway attacked Sweden at dawn.", "Paper B", day=20
)
DENIAL = _article("denial", "La Norvège n'a pas attaqué la Suède le 3 mars 2025.", "Journal C", 21, "fr")
TREATY = _article(
    "treaty",
    "Le président finlandais Alexander Stubb a parlé. La Finlande et l'Islande ont signé un traité en mai 2025.",
    "Journal C",
    22,
    "fr",
)
FOUR = (ATTACK, SAME, DENIAL, TREATY)


def _quads(graph: KnowledgeGraph) -> list[bytes]:
    """All that the graph holds; there are no blank nodes, so equal lines are equal data."""
    out = BytesIO()
    graph.export("nquads", out)
    lines = sorted(out.getvalue().splitlines())
    assert not any(b"_:" in line for line in lines)
    return lines


def _without_former_versions(graph: KnowledgeGraph) -> list[bytes]:
    """All that the graph holds but what it keeps of versions that were replaced."""
    return [line for line in _quads(graph) if not line.endswith(b"/graph/changes> .")]


def _graph(articles: Iterable[Article], base: str | None = None) -> KnowledgeGraph:
    graph = KnowledgeGraph(base=base)
    graph.ingest_articles(articles)
    return graph


@pytest.fixture(scope="module")
def whole() -> Iterable[KnowledgeGraph]:
    with _graph(FOUR) as graph:
        yield graph


def test_reading_twice_changes_nothing() -> None:
    """The second time all is known already."""
    with _graph(FOUR) as graph:
        before = _quads(graph)
        report = graph.ingest_articles(FOUR)
        assert (report.articles, report.unchanged, report.unread) == (0, 4, ())
        assert _quads(graph) == before


def test_the_order_of_reading_makes_no_difference(whole: KnowledgeGraph) -> None:
    """All permutations of four articles, read one after the other, give the same data."""
    wanted = _quads(whole)
    for order in permutations(FOUR):
        with KnowledgeGraph() as graph:
            for article in order:
                graph.ingest_articles([article])
            assert _quads(graph) == wanted, [article.id for article in order]


@pytest.mark.parametrize("gone", FOUR, ids=lambda article: article.id)
def test_a_retraction_leaves_what_was_before(gone: Article) -> None:
    """Exactly: as if the article had never been read."""
    rest = [article for article in FOUR if article is not gone]
    with _graph(rest) as graph:
        before = _quads(graph)
        graph.ingest_articles([gone])
        assert _quads(graph) != before
        graph.retract(gone.id)
        assert _quads(graph) == before


def test_a_graph_without_articles_is_empty() -> None:
    """Reading and retracting all leaves nothing behind."""
    with KnowledgeGraph() as empty, _graph(FOUR) as graph:
        for article in FOUR:
            graph.retract(article.id)
        assert _quads(graph) == _quads(empty)
        assert graph.statistics().articles == graph.statistics().facts == 0


def test_a_correction_replaces() -> None:
    """A new version of an article leaves nothing of the old one but its history, which goes with it."""
    corrected = _article("attack", "Norway attacked Denmark on 3 March 2025.", "Paper A")
    with _graph([ATTACK, TREATY]) as graph, _graph([corrected, TREATY]) as fresh, _graph([TREATY]) as rest:
        graph.ingest_articles([corrected])
        assert _without_former_versions(graph) == _quads(fresh)
        assert len(graph.store.versions()) == 1
        assert graph.validate().conforms
        graph.retract("attack")
        assert _quads(graph) == _quads(rest)


def test_two_versions_in_one_run_are_one_article() -> None:
    """The later one counts."""
    corrected = _article("attack", "Norway attacked Denmark on 3 March 2025.", "Paper A")
    with _graph([ATTACK, corrected]) as graph, _graph([corrected]) as fresh:
        assert _without_former_versions(graph) == _quads(fresh)


def test_sources_that_agree_and_disagree_show_in_the_status(whole: KnowledgeGraph) -> None:
    """Two papers corroborate, a third contradicts: disputed; what one paper says is stated."""
    with _graph([ATTACK]) as one, _graph([ATTACK, SAME]) as two:
        assert {f.status for f in one.facts(predicate="actor")} == {"stated"}
        assert "corroborated" in {f.status for f in two.facts(predicate="type")}
    assert "disputed" in {f.status for f in whole.facts(predicate="type")}


def test_files_that_cannot_be_read_do_not_hurt_the_others(tmp_path: Path) -> None:
    """Each is reported with its reason; the rest is in."""
    (tmp_path / "good.txt").write_text("Title\n2025-06-19\n\nNorway attacked Sweden on 3 March 2025.", encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 4)
    with KnowledgeGraph(tmp_path / "store") as graph:
        report = graph.ingest(
            tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "binary.txt", tmp_path / "none.txt"
        )
        assert (report.articles, len(report.unread)) == (1, 3)
        assert all(unread.reason and "\n" not in unread.reason for unread in report.unread)
        assert [article.id for article in graph.articles()] == ["good"]


def test_a_store_on_disk_keeps_what_was_written(tmp_path: Path, whole: KnowledgeGraph) -> None:
    """Closed and opened again it is the same; closing twice does no harm."""
    graph = KnowledgeGraph(tmp_path / "store")
    graph.ingest_articles(FOUR)
    graph.close()
    graph.close()
    with KnowledgeGraph(tmp_path / "store", read_only=True) as again:
        assert _quads(again) == _quads(whole)


def test_a_base_of_ones_own() -> None:
    """IRIs of things begin with it, those of the ontology do not; the rest is as it would be."""
    with _graph(FOUR, base="http://example.org/graph/") as graph, _graph(FOUR) as usual:
        moved, plain = _quads(graph), _quads(usual)
        assert not any(b"w3id.org/factkg/id/" in line for line in moved)
        assert len(moved) == len(plain)
        assert graph.entity("Norvège").id == "http://example.org/graph/state/NOR"
        assert [*graph.facts(entity="Norway")]


def test_claims_can_be_asked_for_by_what_they_are(whole: KnowledgeGraph) -> None:
    """By article, entity in either language, kind, type, modality and confidence."""
    assert {c.article.id for c in whole.claims(article="attack")} == {"attack"}
    assert {c.article.id for c in whole.claims(entity="Islande")} == {"treaty"}
    assert {c.article.id for c in whole.claims(entity="Iceland", kind="agreement")} == {"treaty"}
    assert {c.article.id for c in whole.claims(type="ASSAULT", modality="denied")} == {"denial"}
    assert [*whole.claims(min_confidence=1.01)] == []
    assert {c.filling("holder")[0].label for c in whole.claims(kind="office")} == {"Alexander Stubb"}


def test_facts_lead_back_to_the_words(whole: KnowledgeGraph) -> None:
    """Each fact names claims that the graph holds, whose quotes stand in their articles."""
    texts = {article.id: article.text for article in whole.articles()}
    facts = [*whole.facts()]
    behind = {claim.id: claim for claim in whole.claims_behind(facts)}
    for fact in facts:
        assert {*fact.supported_by, *fact.denied_by}
        assert {*fact.supported_by, *fact.denied_by} <= behind.keys()
    for claim in behind.values():
        assert texts[claim.article.id][claim.evidence.start : claim.evidence.end] == claim.evidence.quote


def test_an_entity_has_many_names(whole: KnowledgeGraph) -> None:
    """ISO code, French and English name, capital and IRI are one."""
    iri = "https://w3id.org/factkg/id/state/NOR"
    assert {whole.entity(name).id for name in ("NOR", "nor", "Norvège", "norway", "Oslo", iri)} == {iri}
    assert whole.entity("Alexander Stubb").kind == "Person"


def test_an_unknown_name_is_met_with_near_ones(whole: KnowledgeGraph) -> None:
    """One line that says what to try."""
    with pytest.raises(UnknownEntityError, match="Norv"):
        whole.entity("Norvèje")
    with pytest.raises(ArticleError, match="attack"):
        [*whole.claims(article="attac")]
    with pytest.raises(ArticleError, match="no article"):
        whole.retract("nothing like it")


def test_the_graph_for_networkx(whole: KnowledgeGraph) -> None:
    """States are nodes; a focus cuts to the neighbourhood, dates to what happened then."""
    graph = whole.to_networkx()
    nodes = set(graph.nodes)
    assert {whole.entity(code).id for code in ("NOR", "SWE", "FIN", "ISL")} <= nodes
    near = set(whole.to_networkx(focus="Finland", hops=2).nodes)
    assert whole.entity("ISL").id in near
    assert whole.entity("NOR").id not in near
    later = set(whole.to_networkx(since=date(2025, 4, 1)).nodes)
    assert whole.entity("SWE").id not in later


def test_the_picture_is_one_file(whole: KnowledgeGraph, tmp_path: Path) -> None:
    """Written where it was asked for; a folder that is not there is said in one line."""
    path = whole.view(tmp_path / "graph.html", title="Nord", language="fr")
    assert "Norv" in path.read_text(encoding="utf-8")
    with pytest.raises(StoreError, match="cannot be written"):
        whole.view(tmp_path / "nowhere" / "graph.html")


def test_export_to_a_file_and_to_a_stream_are_the_same(whole: KnowledgeGraph, tmp_path: Path) -> None:
    """An unknown format is refused with those there are."""
    whole.export("nquads", tmp_path / "all.nq")
    assert sorted((tmp_path / "all.nq").read_bytes().splitlines()) == _quads(whole)
    with pytest.raises(StoreError, match="turtle"):
        whole.export("word", tmp_path / "all.doc")


def test_what_is_written_conforms(whole: KnowledgeGraph) -> None:
    """To the shapes of the ontology."""
    assert whole.validate().conforms


def test_asking(whole: KnowledgeGraph) -> None:
    """A question in either language is answered with its evidence."""
    answer = whole.ask("Quels accords lient la Finlande à l'Islande ?")
    assert answer.status == "answered"
    assert "traité" in answer.rows[0].evidence[0].evidence.quote
    assert whole.language_of("Who attacked Sweden?") == "en"
    assert whole.query("ASK { ?a kg:party ?b }").truth


def test_the_readers_version_names_program_and_vocabulary() -> None:
    """So that a store knows which articles were read with another one."""
    program, _, vocabulary = reader_version().partition("+")
    assert program
    assert len(vocabulary) == 16
