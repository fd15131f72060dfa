"""Slots: what they parse to and to which language they belong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.vocabulary.languages import load_language
from kg.vocabulary.slots import GRAMMAR, parse_slot, prepositions_elsewhere


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("slot", GRAMMAR)
def test_grammatical_slots_are_of_both_languages(slot: str, language: str) -> None:
    """Subjects and objects have no language."""
    assert parse_slot(slot, language) == (slot,)


@given(st.sampled_from(["fr", "en"]), st.data())
def test_a_preposition_is_a_slot_of_its_language(language: str, data: st.DataObject) -> None:
    """Alone and after the object; elsewhere it is unknown, and the message can say why."""
    word = data.draw(st.sampled_from(sorted(load_language(language).prepositions - {"via", "by", "between"})))
    other = "en" if language == "fr" else "fr"
    assert parse_slot(word, language) == (word,)
    assert parse_slot(f"object>{word}", language) == ("object", word)
    assert parse_slot(word, other) is None
    assert prepositions_elsewhere(word, other) == language


def test_modifiers_are_for_needs_only() -> None:
    """« modifier » holds no actor: it is a condition, never a role."""
    assert parse_slot("modifier", "fr") is None
    assert parse_slot("modifier", "fr", in_needs=True) == ("modifier",)
