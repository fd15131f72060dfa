"""The lexicons of time and of quantities are checked when they are read."""

from pathlib import Path

import pytest

from kg.model import VocabularyError
from kg.reading.phrases import Grammar
from kg.reading.times.meanings import MEANINGS
from kg.reading.times.spans import SPANS
from kg.vocabulary import ontology_path
from kg.vocabulary.quantities import forms, load_quantities, read_quantities
from kg.vocabulary.temporal import DATES, load_temporal, read_temporal
from kg.vocabulary.temporal import SPANS as SPAN_NAMES

LEXICON = ontology_path() / "lexicon"


def changed(tmp_path: Path, name: str, old: str, new: str) -> Path:
    """A copy of a lexicon file with one change."""
    text = (LEXICON / name).read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / name
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return path


def test_both_languages_load() -> None:
    """Both languages have months, weekdays, patterns, nouns and units."""
    for language in ("fr", "en"):
        temporal, quantities = load_temporal(language), load_quantities(language)
        assert set(temporal.words["month"].values()) == set(range(1, 13))
        assert set(temporal.words["weekday"].values()) == set(range(7))
        assert temporal.dates
        assert temporal.spans
        assert quantities.nouns
        assert quantities.units


def test_every_meaning_of_a_phrase_is_known_to_the_reading() -> None:
    """What the file may name is what the program can work out."""
    assert set(DATES) == set(MEANINGS)
    assert set(SPAN_NAMES) == {*SPANS, "between", "since_count"}


def test_words_are_written_as_they_are_compared() -> None:
    """Words of the files are in lower case and without accents, or nothing would ever match them."""
    from kg.reading.phrases import fold

    for language in ("fr", "en"):
        quantities = load_quantities(language)
        words = [word for group in load_temporal(language).words.values() for word in group]
        for word in [*words, *quantities.nouns, *quantities.units, *quantities.currencies]:
            assert fold(word) == word


def test_an_unknown_meaning_is_an_error_with_its_line(tmp_path: Path) -> None:
    """A phrase under a name that the program does not know is refused."""
    path = changed(tmp_path, "temporal.yaml", "    deictic:\n", "    dietic:\n")
    with pytest.raises(VocabularyError, match=r"temporal\.yaml:\d+: unknown key 'dietic'"):
        read_temporal(path, "fr")


def test_a_noun_that_counts_two_things_is_an_error_with_its_line(tmp_path: Path) -> None:
    """A noun has one canonical plural."""
    path = changed(tmp_path, "quantities.yaml", "  officers: {fr: [officier]", "  officers: {fr: [soldat]")
    with pytest.raises(VocabularyError, match=r"quantities\.yaml:\d+: 'soldat' counts both 'soldiers' and 'officers'"):
        read_quantities(path, "fr")


@pytest.mark.parametrize("read", [read_temporal, read_quantities])
def test_an_unknown_language_is_an_error(read: object) -> None:
    """Only the languages of the program have lexicons."""
    with pytest.raises(VocabularyError, match="'de'"):
        read(LEXICON / "temporal.yaml", "de")  # type: ignore[operator]


def test_a_pattern_with_an_unknown_class_is_an_error() -> None:
    """A pattern that names a class without words would never match, so it is refused."""
    with pytest.raises(VocabularyError, match="<moon>"):
        Grammar([("date", "<moon> rise")], {}, [])


@pytest.mark.parametrize(
    ("word", "language", "plural"),
    [
        ("soldat", "fr", "soldats"),
        ("bateau", "fr", "bateaux"),
        ("city", "en", "cities"),
        ("artillery piece", "en", "artillery pieces"),
    ],
)
def test_regular_plurals(word: str, language: str, plural: str) -> None:
    """Regular plurals need not stand in the file."""
    assert [*forms(word, language)] == [word, plural]


def test_what_has_its_plural_already_gets_none() -> None:
    """« Obus » and "servicemen" stay as they are."""
    assert [*forms("obus", "fr")] == ["obus"]
    assert [*forms("servicemen", "en")] == ["servicemen"]
