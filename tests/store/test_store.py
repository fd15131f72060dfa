"""The store on disk: whole articles, one writer, readers beside it."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyoxigraph as ox
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import StoreError, UnknownEntityError
from kg.store import LAYOUT, Store
from kg.store.backend import Backend
from tests.store import scenario


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "below" / "store"


def everything(store: Store) -> set[ox.Quad]:
    return set(store.backend.quads())


def all_but_former_versions(store: Store) -> set[ox.Quad]:
    """What a store holds apart from what it keeps of versions that were replaced."""
    return {quad for quad in everything(store) if quad.graph_name != ox.NamedNode(store.names.graph("changes"))}


def run(code: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """``code`` in a process of its own."""
    command = [sys.executable, "-c", code, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)


def test_what_goes_in_is_there_after_closing_and_opening_again(path: Path) -> None:
    """Article, claims, facts and entities come back equal from disk."""
    record = scenario.full("a")
    with Store.open(path) as store:
        assert scenario.put(store, record)
    with Store.open(path, read_only=True) as store:
        assert store.article("a") == record.article
        assert list(store.articles()) == [record.article.info]
        assert list(store.claims()) == list(record.claims)
        derived = scenario.derive(record.claims)
        assert list(store.facts()) == sorted(
            (fact for block in derived.values() for fact in block.facts), key=lambda fact: fact.id
        )


def test_putting_the_same_article_again_changes_nothing(path: Path) -> None:
    """The second time nothing is written, and the dataset is the same to the quad."""
    with Store.open(path) as store:
        assert scenario.put(store, scenario.full("a"))
        before = everything(store)
        assert not scenario.put(store, scenario.full("a"))
        assert everything(store) == before
        assert store.is_current(scenario.article("a"), "1")
        assert not store.is_current(scenario.article("a"), "2")
        assert not store.is_current(scenario.article("a", text="autre"), "1")
        assert not store.is_current(scenario.article("b"), "1")


def test_a_removed_article_leaves_nothing_behind() -> None:
    """After putting two articles and removing one, the store is what the other alone would have made it."""
    with Store.open() as store, Store.open() as alone:
        scenario.put(store, scenario.full("a"))
        scenario.put(store, scenario.full("b", publisher="La Gazette"))
        scenario.put(store, remove=["a"])
        scenario.put(alone, scenario.full("b", publisher="La Gazette"))
        assert everything(store) == everything(alone)
        scenario.put(store, remove=["b"])
        with Store.open() as empty:
            assert everything(store) == everything(empty)


def test_articles_in_one_transaction_are_articles_one_by_one() -> None:
    """The order and the batches in which articles come in make no difference."""
    records = [scenario.full(name, publisher=name) for name in "abc"]
    with Store.open() as together, Store.open() as apart:
        scenario.put(together, *records)
        for record in reversed(records):
            scenario.put(apart, record)
        assert everything(together) == everything(apart)
        assert {fact.status for fact in together.facts(predicate="party")} == {"corroborated"}


def test_a_replaced_article_takes_its_old_claims_and_facts_with_it() -> None:
    """An article whose text changed is as if it had only ever been what it is now."""
    source = scenario.article("a", text=scenario.TEXT + " Fin.")
    changed = scenario.record(source, [scenario.treaty(source, label="pacte")])
    with Store.open() as store, Store.open() as alone:
        scenario.put(store, scenario.full("a"))
        scenario.put(store, changed)
        scenario.put(alone, changed)
        assert all_but_former_versions(store) == everything(alone)
        assert [(version.number, len(version.claims)) for version in store.versions()] == [(1, 2)]


def test_alleged_facts_stand_in_a_graph_of_their_own() -> None:
    """The default graph holds the treaty, the graph ``alleged`` the attack, in the same form."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        assert [
            str(row[0]) for row in store.query("SELECT ?p { ?a a kg:Agreement ; kg:party ?p } ORDER BY ?p").rows
        ] == [
            "https://w3id.org/factkg/id/state/PRK",
            "https://w3id.org/factkg/id/state/RUS",
        ]
        assert not store.query("ASK { ?e a kg:Event }").truth
        alleged = "ASK { GRAPH <https://w3id.org/factkg/id/graph/alleged> { ?e a kg:Event ; kg:actor ?x } }"
        assert store.query(alleged).truth


def test_entities_are_found_by_any_spelling_of_their_name() -> None:
    """Case and accents do not matter; a near name is offered; an unknown IRI is an error."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        assert [entity.iso3 for entity in store.find_entities("COREE du nord")] == ["PRK"]
        assert store.find_entities("Atlantis") == ()
        assert store.near_names("Corée du Nrod")[0] == "coree du nord"
        assert store.entity(scenario.RUSSIA.id) == scenario.RUSSIA
        with pytest.raises(UnknownEntityError, match="knows nothing of"):
            store.entity("https://w3id.org/factkg/id/state/XXX")


def test_a_merged_event_is_found_under_its_former_iri() -> None:
    """Two claims of one event make one node; the other IRI goes on resolving to it."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"), scenario.full("b", publisher="La Gazette"))
        ids = sorted(claim.id.replace("/claim/", "/event/") for claim in store.claims(kind="event"))
        assert store.resolve(ids[1]) == ids[0]
        assert store.facts_about(ids[1]) == store.facts_about(ids[0]) != ()


def test_claims_and_facts_are_filtered() -> None:
    """By entity, kind, modality; by predicate, object and status."""
    with Store.open() as store:
        scenario.put(store, scenario.full("a"))
        assert [claim.kind for claim in store.claims(entity=scenario.KOREA.id)] == ["agreement"]
        assert {claim.kind for claim in store.claims(entity=scenario.MAKER.id)} == {"agreement", "event"}
        assert [claim.type for claim in store.claims(modality="reported")] == ["ASSAULT"]
        assert {fact.predicate for fact in store.facts(object=scenario.RUSSIA.id)} == {"party", "actor"}
        assert {fact.predicate for fact in store.facts(object=scenario.RUSSIA.id, status="alleged")} == {"actor"}
        statistics = store.statistics()
        assert (statistics.articles, statistics.claims, statistics.facts) == (1, 2, 12)
        assert statistics.by_class["State"] == 2


def test_a_second_writer_is_told_that_the_store_is_taken(path: Path) -> None:
    """From the same process or another one: one clear line, no traceback, and no harm to the first."""
    with Store.open(path) as store:
        with pytest.raises(StoreError, match="open for writing elsewhere"):
            Store.open(path)
        code = "import sys\nfrom kg.store import Store\nStore.open(sys.argv[1])"
        assert "open for writing elsewhere" in run(code, path).stderr.splitlines()[-1]
        assert scenario.put(store, scenario.full("a"))
    Store.open(path).close()


def test_a_reader_beside_a_writer_sees_what_was_committed_when_it_opened(path: Path) -> None:
    """An open reader's view does not move; the next one sees more; none of them writes."""
    code = (
        "import sys\nfrom kg.store import Store\nprint(Store.open(sys.argv[1], read_only=True).statistics().articles)"
    )
    with Store.open(path) as store:
        scenario.put(store, scenario.full("a"))
        with Store.open(path, read_only=True) as reader:
            scenario.put(store, scenario.full("b"))
            assert [info.id for info in reader.articles()] == ["a"]
            with pytest.raises(StoreError, match="read only"):
                scenario.put(reader, scenario.full("c"))
        assert run(code, path).stdout == "2\n"


def test_a_store_of_a_newer_layout_is_refused(path: Path) -> None:
    """Whoever reads it wrongly could harm it: the message names both versions and the remedy."""
    Store.open(path).close()
    database = ox.Store(str(path))
    database.update(
        "PREFIX kg: <https://w3id.org/factkg/ontology#> DELETE { GRAPH ?g { ?s kg:layout ?v } } "
        f"INSERT {{ GRAPH ?g {{ ?s kg:layout {LAYOUT + 1} }} }} WHERE {{ GRAPH ?g {{ ?s kg:layout ?v }} }}"
    )
    del database
    for read_only in (True, False):
        with pytest.raises(StoreError, match=f"layout {LAYOUT + 1}.*knows up to {LAYOUT}.*newer kg"):
            Store.open(path, read_only=read_only)


def test_the_base_of_a_store_is_kept(path: Path) -> None:
    """A store remembers where its IRIs begin, and another base is refused."""
    with Store.open(path, base="http://example.org/") as store:
        assert store.names.state("RUS") == "http://example.org/state/RUS"
    with Store.open(path) as store:
        assert store.names.base == "http://example.org/"
    with pytest.raises(StoreError, match=r"has the base http://example.org/, not http://other.org/"):
        Store.open(path, base="http://other.org/")
    with pytest.raises(StoreError, match="no absolute IRI"):
        Store.open(base="nonsense")


def test_what_is_no_store_is_left_alone(tmp_path: Path) -> None:
    """A missing store, a file, a folder of other things, a foreign database: a clear line, and nothing is touched."""
    with pytest.raises(StoreError, match="there is no store at"):
        Store.open(tmp_path / "none", read_only=True)
    assert not (tmp_path / "none").exists()
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="is a file"):
        Store.open(tmp_path / "file")
    with pytest.raises(StoreError, match="is a file"):
        Store.open(tmp_path / "file" / "store")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("x")
    with pytest.raises(StoreError, match="holds other things"):
        Store.open(tmp_path / "folder")
    assert [entry.name for entry in (tmp_path / "folder").iterdir()] == ["letter.txt"]
    ox.Store(str(tmp_path / "foreign")).add(ox.Quad(ox.NamedNode("a:b"), ox.NamedNode("a:c"), ox.Literal("d")))
    with pytest.raises(StoreError, match="kg did not make"):
        Store.open(tmp_path / "foreign")
    layout = ox.NamedNode("https://w3id.org/factkg/ontology#layout")
    ox.Store(str(tmp_path / "odd")).add(ox.Quad(layout, layout, ox.Literal("two")))
    with pytest.raises(StoreError, match="layout 'two', which no kg made"):
        Store.open(tmp_path / "odd")


def test_a_damaged_store_is_reported(path: Path) -> None:
    """Where the database's files are broken the message says so and what to do."""
    with Store.open(path) as store:
        scenario.put(store, *(scenario.full(f"a{number}") for number in range(20)))
    for table in path.glob("*.sst"):
        table.write_bytes(b"\0" * table.stat().st_size)
    with pytest.raises(StoreError, match="is damaged; restore a backup"), Store.open(path) as store:
        list(store.claims())
    (path / "CURRENT").write_text("nonsense\n")
    with pytest.raises(StoreError):
        Store.open(path)


def test_a_closed_store_says_that_it_is_closed(path: Path) -> None:
    store = Store.open(path)
    store.close()
    store.close()
    with pytest.raises(StoreError, match="is closed"):
        list(store.articles())


@pytest.fixture
def flushes(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """As many elements as what was committed has been brought out of the log into files of its own."""
    found: list[None] = []
    flush = Backend.flush

    def counted(backend: Backend) -> None:
        if not backend.read_only:
            found.append(None)
        flush(backend)

    monkeypatch.setattr(Backend, "flush", counted)
    return found


def test_what_is_written_beside_stays_in_the_log_until_it_is_a_share_of_the_store(
    path: Path, flushes: list[None]
) -> None:
    """A small change to a store that is much larger rewrites nothing; as changes add up they get files of their own."""
    with Store.open(path) as store:
        scenario.put(store, *(scenario.full(f"a{number}") for number in range(150)))
        store.flush()
        after = []
        for number in range(20):
            scenario.put(store, scenario.full(f"b{number}"), beside=True)
            store.settle()
            after.append(len(flushes))
        assert after[0] == 1
        assert 2 <= after[-1] <= 10
    with Store.open(path, read_only=True) as store:
        assert store.statistics().articles == 170


def test_whoever_opens_a_store_beside_its_writer_has_the_log_brought_in(path: Path, flushes: list[None]) -> None:
    """The next to open it need not read it again."""
    with Store.open(path) as store:
        scenario.put(store, *(scenario.full(f"a{number}") for number in range(150)))
        store.flush()
        scenario.put(store, scenario.full("b"), beside=True)
        store.settle()
        assert len(flushes) == 1
        with Store.open(path, read_only=True) as reader:
            assert reader.statistics().articles == 151
        scenario.put(store, scenario.full("c"), beside=True)
        store.settle()
        assert len(flushes) == 2


FULL_DISK = """
import resource, signal, sys
from kg.model import StoreError
from kg.store import Store
from tests.store import scenario
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(sys.argv[1])
scenario.put(store, scenario.full("a"))
resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, resource.RLIM_INFINITY))
try:
    for number in range(1000):
        scenario.put(store, scenario.full(f"b{number}"), beside="beside" in sys.argv)
        if "beside" not in sys.argv:
            print(number, flush=True)
except StoreError as error:
    print(error)
"""


@pytest.mark.parametrize("how", [(), ("beside",)])
def test_a_full_disk_is_one_clear_line_and_loses_nothing_that_was_written(path: Path, how: tuple[str, ...]) -> None:
    """The article that no longer fits is not there, those before it are whole, and the store opens again."""
    done = run(FULL_DISK, path, *how)
    *numbers, message = done.stdout.splitlines()
    assert "the disk is full; free some space and run again" in message
    with Store.open(path) as store:
        kept = {info.id for info in store.articles()}
        assert {"a", *(f"b{number}" for number in numbers)} <= kept
        assert whole(store)


def whole(store: Store) -> bool:
    """Whether the store is what its articles alone make it: every claim and fact there, and none more."""
    articles = [store.article(info.id) for info in store.articles()]
    with Store.open() as expected:
        scenario.put(expected, *(scenario.full(one.id, one.text, one.info.publisher) for one in articles if one))
        return everything(expected) == all_but_former_versions(store)


KILLED = """
import sys
from kg.store import Store
from tests.store import scenario
store = Store.open(sys.argv[1])
version = int(sys.argv[2])
while True:
    version += 1
    text = f"{version:06} Le traité, rien que le traité. " * 4
    beside = "beside" in sys.argv
    scenario.put(store, *(scenario.full(f"a{number}", text) for number in range(12)), beside=beside)
    print(version - beside, flush=True)
"""


@pytest.mark.parametrize("how", [(), ("beside",)])
def test_a_killed_writer_leaves_whole_articles(path: Path, how: tuple[str, ...]) -> None:
    """Killed with SIGKILL anywhere in a transaction that replaces all articles: it took place wholly or not at all."""
    version = 0
    for part in range(1, 11):
        command = [sys.executable, "-c", KILLED, str(path), str(version), *how]
        writer = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        assert writer.stdout is not None
        writer.stdout.readline()
        start = time.monotonic()
        version = int(writer.stdout.readline())
        time.sleep((time.monotonic() - start) * part / 10)
        os.kill(writer.pid, signal.SIGKILL)
        writer.wait()
        with Store.open(path) as store:
            found = {article.text[:6] for info in store.articles() if (article := store.article(info.id))}
            assert len(found) == 1
            assert int(min(found)) >= version
            assert whole(store)
            version = int(min(found))


def test_readers_open_beside_a_busy_writer(path: Path) -> None:
    """While articles are replaced and files rewritten under it, each reader sees whole articles of one state."""
    command = [sys.executable, "-c", KILLED.replace("print", "store.flush(); print"), str(path), "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        try:
            for _ in range(12):
                with Store.open(path, read_only=True) as reader:
                    texts = {article.text for info in reader.articles() if (article := reader.article(info.id))}
                    assert len(texts) == 1
                    assert whole(reader)
            assert writer.poll() is None
        finally:
            writer.kill()


def test_a_reader_leaves_nothing_behind(path: Path) -> None:
    """Its folder goes when it closes; what a killed reader left goes when the next writer opens, a live one's stays."""
    Store.open(path).close()
    readers = path / "readers"
    with Store.open(path, read_only=True):
        assert len(list(readers.iterdir())) == 1
    assert list(readers.iterdir()) == []
    code = (
        "import os, signal, sys\nfrom kg.store import Store\nstore = Store.open(sys.argv[1], read_only=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)"
    )
    run(code, path)
    assert len(list(readers.iterdir())) == 1
    with Store.open(path, read_only=True) as reader:
        Store.open(path).close()
        assert len(list(readers.iterdir())) == 1
        assert reader.statistics().articles == 0


def test_a_store_is_read_where_no_links_can_be_made(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a medium without links, or one that may not be written, the store is read where it is."""
    with Store.open(path) as store:
        scenario.put(store, scenario.full("a"))

    def refuse(*_: object) -> None:
        raise PermissionError("no links here")

    monkeypatch.setattr(os, "link", refuse)
    with Store.open(path, read_only=True) as store:
        assert whole(store)


CHANGES = st.lists(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["", "La Gazette", "Le Journal"]), st.sampled_from([0, 1, 2, 3])),
    max_size=7,
)


@settings(max_examples=40, deadline=None)
@given(CHANGES, st.booleans())
def test_whatever_the_way_the_store_is_what_its_articles_make_it(
    changes: list[tuple[str, str, int]], beside: bool
) -> None:
    """Articles come, change and go in any order: what stays is what they would have made of an empty store.

    Besides, only former versions of articles that are still there are kept.
    """
    kept: dict[str, scenario.ArticleRecord] = {}
    with Store.open() as store, Store.open() as expected:
        for identifier, publisher, parts in changes:
            source = scenario.article(identifier, publisher=publisher)
            claims = [scenario.treaty(source), scenario.attack(source)][: parts - 1]
            if parts:
                kept[identifier] = scenario.record(source, claims)
                scenario.put(store, kept[identifier], beside=beside)
            else:
                kept.pop(identifier, None)
                scenario.put(store, remove=[identifier], beside=beside)
        store.settle()
        scenario.put(expected, *kept.values())
        assert all_but_former_versions(store) == everything(expected)
        assert {version.article.id for version in store.versions()} <= kept.keys()


def test_importing_the_store_loads_nothing_heavy() -> None:
    """A query must start at once: the database is loaded, other libraries are not."""
    heavy = ("rdflib", "networkx", "spacy", "pyshacl", "rapidfuzz", "yaml")
    code = f"import sys, kg.store\nprint([name for name in {heavy} if name in sys.modules])"
    assert run(code).stdout == "[]\n"
