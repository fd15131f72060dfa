"""``kg`` as a process: what it imports, how it ends, and who else has the store."""

import os
import resource
import shlex
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg import KnowledgeGraph
from tests.cli.conftest import KG, Process, one_line

HEAVY = ("spacy", "networkx", "pyvis", "rdflib", "trafilatura", "pyshacl", "numpy")
SPY = """
import sys
from kg.cli import main
try:
    main()
finally:
    print([name for name in {0} if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize(
    "args",
    [["--help"], ["ask", "--help"], ["query", "ASK { ?s a kg:State }"], ["export", "-f", "nquads"], ["retract", "x"]],
)
def test_what_a_command_does_not_need_is_not_imported(examples_store: Path, tmp_path: Path, args: list[str]) -> None:
    """Help, queries and RDF exports load no language model and no graph library."""
    store = shutil.copytree(examples_store, tmp_path / "store")
    done = subprocess.run(
        [sys.executable, "-c", SPY.format(HEAVY), "--store", str(store), *args],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stderr.strip().splitlines()[-1] == "[]"


def test_help_imports_no_model_either() -> None:
    """`kg --help` loads click and nothing of the library but the command line."""
    words = [sys.executable, "-c", SPY.format(("kg.model", "kg.store", "rich", "dataclasses")), "--help"]
    done = subprocess.run(words, capture_output=True, text=True, check=True, timeout=60)
    assert done.stderr == "[]\n"


def test_statuses_of_processes(process: Process, examples_store: Path) -> None:
    """Success is 0, an error 1 with one line, wrong usage 2."""
    env = {"KG_STORE": str(examples_store)}
    assert process("stats", env=env).returncode == 0
    failed = process("query", "SELECT", env=env)
    assert failed.returncode == 1
    assert one_line(failed.stderr).startswith("Error: malformed SPARQL")
    assert process("nonsense", env=env).returncode == 2


def test_the_store_is_named_by_option_variable_or_default(
    process: Process, examples_store: Path, tmp_path: Path
) -> None:
    """`--store` goes before `$KG_STORE`, which goes before `kg-store` in the working directory."""
    shutil.copytree(examples_store, tmp_path / "kg-store")
    assert process("stats", env={"KG_STORE": ""}).returncode == 0
    assert process("stats", env={"KG_STORE": "elsewhere"}).returncode == 1
    assert process("--store", str(examples_store), "stats", env={"KG_STORE": "elsewhere"}).returncode == 0


@pytest.mark.parametrize(
    "args", ["claims --format jsonl", "claims", "export -f nquads", "export -f jsonl", "facts --format csv"]
)
def test_a_reader_that_goes_away_is_no_error(examples_store: Path, args: str) -> None:
    """`| head -1` ends the program quietly, as any other that a closed pipe ends."""
    words = [*KG, "--store", str(examples_store), *args.split()]
    child = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert child.stdout is not None
    assert child.stderr is not None
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait(60) == 128 + signal.SIGPIPE


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full here")
@pytest.mark.parametrize("args", ["claims --format jsonl", "stats", "export -f nquads"])
def test_a_full_disk_under_standard_output_is_told(examples_store: Path, args: str) -> None:
    """One line says that no space is left."""
    words = [*KG, "--store", str(examples_store), *args.split()]
    with open("/dev/full", "wb") as full:
        done = subprocess.run(words, stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=60)
    assert done.returncode == 1
    assert "space" in one_line(done.stderr).lower()


def test_a_store_that_cannot_grow_is_told_and_keeps_what_it_had(
    process: Process, examples_store: Path, tmp_path: Path
) -> None:
    """Where the system lets no file grow, `ingest` says so in a line; the store is as it was."""

    def no_growth() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

    store = shutil.copytree(examples_store, tmp_path / "store")
    with KnowledgeGraph(store, read_only=True) as graph:
        before = graph.statistics()
    text = "Japan attacked Kenya on 3 May 2024. " * 20
    done = process("--store", str(store), "ingest", "-", input=text, preexec_fn=no_growth)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "Error: store" in one_line(done.stderr)
    with KnowledgeGraph(store, read_only=True) as graph:
        assert graph.statistics() == before


def test_a_second_writer_is_told_and_readers_work_beside(
    process: Process, examples_store: Path, tmp_path: Path
) -> None:
    """While one process writes, another is refused in one line, and reading goes on."""
    store = shutil.copytree(examples_store, tmp_path / "store")
    with KnowledgeGraph(store):
        refused = process("--store", str(store), "retract", "poutine-inde.fr")
        assert refused.returncode == 1
        assert "is open for writing elsewhere" in one_line(refused.stderr)
        assert process("--store", str(store), "query", "ASK { ?s a kg:State }").stdout == "yes\n"


def test_ctrl_c_ends_in_a_line(tmp_path: Path) -> None:
    """An interrupted `ingest` says so and ends with the status of SIGINT."""
    words = [*KG, "--store", str(tmp_path / "s"), "ingest", "-"]
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # where it is ignored, the child would ignore it
    child = subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, before)
    deadline = 200
    while not (tmp_path / "s" / "CURRENT").exists() and deadline:
        signal.sigtimedwait([], 0.05)
        deadline -= 1
    signal.sigtimedwait([], 1)
    child.send_signal(signal.SIGINT)
    _, told = child.communicate(timeout=60)
    assert child.returncode == 130
    assert "interrupted" in one_line(told)


@pytest.mark.parametrize("args", ["stats", "export -f nt", "ingest -"])
def test_streams_may_be_closed(examples_store: Path, tmp_path: Path, args: str) -> None:
    """Whoever closes them wants to see nothing, and gets no traceback."""
    store = shutil.copytree(examples_store, tmp_path / "store")
    line = f"exec {shlex.join([*KG, '--store', str(store), *args.split()])} <&- >&-"
    done = subprocess.run(["sh", "-c", line], stderr=subprocess.PIPE, text=True, check=False, timeout=120)
    assert done.stderr == ("not read: standard input: is empty\n" if "ingest" in args else "")


def test_output_is_utf8_whatever_the_locale(examples_store: Path) -> None:
    """Programs get UTF-8; a terminal that cannot show a letter gets its code and no traceback."""
    env = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for args in (["claims"], ["claims", "--format", "jsonl"]):
        words = [*KG, "--store", str(examples_store), *args]
        done = subprocess.run(words, env=env, capture_output=True, check=False, timeout=120)
        assert done.returncode == 0, done.stderr
    assert "traité" in done.stdout.decode("utf-8")
