"""The overlay of the states: adds, replaces and drops."""

from pathlib import Path

import pytest

from kg.model import VocabularyError
from kg.vocabulary.document import Field
from kg.vocabulary.state_entries import read_states

STATES = """\
XAA:
  iso2: AA
  fr: {name: Aa, names: [Aaa], demonyms: [[aan, aane, aans, aanes]]}
  en: {name: Aa, adjectives: [Aan], capitals: [Acity]}
"""


def words(field: Field) -> list[object]:
    return [words(item) if isinstance(item.content, list) else item.text() for item in field.items()]


def laid_over(folder: Path, extra: str) -> dict[str, dict[str, Field]]:
    """French and English of the state XAA once ``extra`` lies over it."""
    (folder / "states.yaml").write_text(STATES, encoding="utf-8")
    (folder / "states-extra.yaml").write_text(extra, encoding="utf-8")
    state = read_states(folder)["XAA"].mapping()
    return {language: state[language].mapping() for language in ("fr", "en")}


def test_lists_add_and_words_replace(tmp_path: Path) -> None:
    """What is there already stays once; a single value is replaced."""
    state = laid_over(tmp_path, "XAA: {fr: {name: Bb, names: [Aaa, Ccc]}, en: {seats: [Palace]}}\n")
    assert state["fr"]["name"].text() == "Bb"
    assert words(state["fr"]["names"]) == ["Aaa", "Ccc"]
    assert words(state["en"]["seats"]) == ["Palace"]
    assert words(state["en"]["capitals"]) == ["Acity"]


def test_dropped_words_go_from_the_generated_lists(tmp_path: Path) -> None:
    """A demonym goes with any of its forms, a list that becomes empty goes too; the overlay's own words stay."""
    extra = "XAA: {drop: [aane, Aan, Acity], fr: {demonyms: [[aais, aaise, aais, aaises]]}, en: {capitals: [Acity]}}\n"
    state = laid_over(tmp_path, extra)
    assert words(state["fr"]["demonyms"]) == [["aais", "aaise", "aais", "aaises"]]
    assert "adjectives" not in state["en"]
    assert words(state["en"]["capitals"]) == ["Acity"]


def test_a_new_state_needs_both_languages(tmp_path: Path) -> None:
    """A state that the generated file does not have is taken as it is, and must be complete."""
    with pytest.raises(VocabularyError, match=r"states-extra.yaml:1: the key 'en' is missing"):
        laid_over(tmp_path, "XBB: {fr: {name: B}}\n")


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    """The overlay knows the same keys as the generated file."""
    with pytest.raises(VocabularyError, match=r"states-extra.yaml:1: unknown key 'nmaes'"):
        laid_over(tmp_path, "XAA: {fr: {nmaes: [B]}, en: {}}\n")
