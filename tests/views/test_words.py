"""The words of the vocabulary reach the reader."""

import re
from pathlib import Path

import pytest

from kg.views import build_graph
from kg.views.words import VALUES, wording
from tests.views import sample


@pytest.mark.parametrize(("language", "korea"), [("fr", "Corée du Nord"), ("en", "North Korea")])
def test_states_and_types_have_the_names_of_the_ontology(language: str, korea: str) -> None:
    """A state by its code or IRI; each of the sixteen event types by a word of the language, never by its code."""
    words = wording(language)  # type: ignore[arg-type]
    assert words.name("PRK") == words.name(sample.KOREA.id) == korea
    assert words.name("https://example.org/unknown") is None
    for code in ("AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST"):
        assert words.type(code) != code
    for code in ("ACCUSE", "REJECT", "THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"):
        assert words.type(code) != code


def test_finer_types_have_french_words() -> None:
    """Each that a trigger of the lexicon names; what is the name of another type is called as that is."""
    words = wording("fr")
    files = (Path(__file__).parents[2] / "ontology" / "lexicon").rglob("*.yaml")
    found = {name for file in files for name in re.findall(r"subtype: ([a-z ]*[a-z])", file.read_text("utf-8"))}
    assert len(found) > 20
    assert {name for name in found if name not in VALUES and words.type(name) == name} == set()
    assert words.finer("phone call") == "appel téléphonique"
    assert wording("en").finer("phone call") == "phone call"


def test_the_ontology_is_used_where_no_words_are_given() -> None:
    """The sample in English: North Korea and Japan by their English names."""
    facts, claims = sample.world()
    labels = {data["label"] for _, data in build_graph(facts, claims, language="en").nodes(data=True)}
    assert {"North Korea", "Japan", "Norway"} <= labels
