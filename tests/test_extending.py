"""What CONTRIBUTING.md promises: a state, a trigger, an event type or an agreement kind is a change of data alone.

Each test works on a copy of ``ontology/``, in a process of its own.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent
EVENT_TYPE = """\
type: RESCUE
label: {fr: sauvetage, en: rescue}
definition: Brings people of another out of danger.
frames:
  verb: {actor: [subject], target: [object]}
  noun: {actor: [adjective, possessor, by], target: [de, of]}
triggers:
  fr:
    - {verb: hélitreuiller}
  en:
    - {verb: winch}
"""
STATE = """\
XQA:
  fr: {name: Syldavie, demonyms: [[syldave, syldave, syldaves, syldaves]], capitals: [Klow]}
  en: {name: Syldavia, adjectives: [Syldavian], people: [Syldavians], capitals: [Klow]}
"""
KIND = """\
kind: blood oath
label: {fr: serment du sang, en: blood oath}
definition: A promise that binds for life.
nouns: {fr: [serment du sang], en: [blood oath]}
"""
TEXT = """\
Syldavia winched France on 3 May 2024.

Syldavia bamboozled Japan on 4 May 2024.

France and Japan signed a blood oath on 5 May 2024.
"""
READ = """
import json, sys
from kg import KnowledgeGraph
with KnowledgeGraph(sys.argv[1]) as graph:
    graph.ingest("article.txt", language="en", publisher="P")
    print(json.dumps([claim.to_json() for claim in graph.claims()]))
"""


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package and a copy of the ontology to which all the above was added, and an article."""
    folder = tmp_path_factory.mktemp("extended")
    (folder / "kg").symlink_to(ROOT / "kg")
    ontology = Path(shutil.copytree(ROOT / "ontology", folder / "ontology"))
    (ontology / "lexicon/events/RESCUE.yaml").write_text(EVENT_TYPE, encoding="utf-8")
    (ontology / "lexicon/agreements/blood_oath.yaml").write_text(KIND, encoding="utf-8")
    with (ontology / "gazetteer/states-extra.yaml").open("a", encoding="utf-8") as states:
        states.write(STATE)
    assault = ontology / "lexicon/events/ASSAULT.yaml"
    lines = assault.read_text("utf-8").splitlines()
    (first,) = [i for i, line in enumerate(lines) if line == "  en:" and "triggers:" in lines[:i]][:1]
    lines.insert(first + 1, "    - {verb: bamboozle}")
    assault.write_text("\n".join(lines) + "\n", encoding="utf-8")
    (folder / "article.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def claims(extended: Path) -> list[dict[str, Any]]:
    """What is read in the article with the extended ontology."""
    done = _python(extended, "-c", READ, "store")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _python(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    env = {**os.environ, "PYTHONPATH": str(folder), "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        [sys.executable, *words], cwd=folder, env=env, capture_output=True, text=True, check=False, timeout=300
    )


def _events(claims: list[dict[str, Any]], type: str) -> list[tuple[str, str]]:
    return [
        (claim["roles"]["actor"][0]["iso3"], claim["roles"]["target"][0]["iso3"])
        for claim in claims
        if claim["type"] == type
    ]


def test_a_new_event_type_is_a_file(claims: list[dict[str, Any]]) -> None:
    """A file in `lexicon/events/` makes a type that reading finds, with its roles."""
    assert _events(claims, "RESCUE") == [("XQA", "FRA")]


def test_a_new_trigger_is_a_line(claims: list[dict[str, Any]]) -> None:
    """A line under `triggers:` makes a word report the type of its file."""
    assert _events(claims, "ASSAULT") == [("XQA", "JPN")]


def test_a_new_state_is_an_entry(claims: list[dict[str, Any]]) -> None:
    """An entry in `states-extra.yaml` is a state with an IRI of its key."""
    actors = {actor["id"] for claim in claims for actor in claim["roles"].get("actor", ())}
    assert "https://w3id.org/factkg/id/state/XQA" in actors


def test_a_new_kind_of_agreement_is_a_file(claims: list[dict[str, Any]]) -> None:
    """A file in `lexicon/agreements/` makes a kind that reading finds, with its parties and date."""
    (claim,) = [claim for claim in claims if claim["type"] == "blood oath"]
    assert {party["iso3"] for party in claim["roles"]["party"]} == {"FRA", "JPN"}
    assert claim["time"]["start"] == "2024-05-05"


def test_questions_know_what_is_new(extended: Path, claims: list[dict[str, Any]]) -> None:
    """The new trigger and state can be asked for at once."""
    assert claims
    ask = ["-c", "from kg.cli import main; main()", "--store", "store", "ask", "--format", "json"]
    done = _python(extended, *ask, "Who did Syldavia winch?")
    answer = json.loads(done.stdout)
    assert [row["value"]["iso3"] for row in answer["rows"]] == ["FRA"], answer


def test_a_new_language_is_asked_for_file_by_file(tmp_path: Path) -> None:
    """Where a language is added to the model, loading names the first file and line that lacks it."""
    shutil.copytree(ROOT / "kg", tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "ontology").symlink_to(ROOT / "ontology")
    model = tmp_path / "kg/model/article.py"
    model.write_text(model.read_text("utf-8").replace('LANGUAGES = ("fr", "en")', 'LANGUAGES = ("fr", "en", "es")'))
    done = _python(tmp_path, "-c", "from kg.vocabulary import load_gazetteer; load_gazetteer()")
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "VocabularyError" in last
    assert ".yaml:" in last
    assert "'es'" in last
