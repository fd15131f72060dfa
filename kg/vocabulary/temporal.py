"""The words and phrases of time: ``lexicon/temporal.yaml`` as typed values."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.model import VocabularyError
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import languages
from kg.vocabulary.paths import ontology_path

_DATES = """
    ago ago_to_the_day ahead anniversary century date date_last date_last_year date_next date_next_year date_part
    date_that_year date_this day_last_week day_next_week days deictic earlier end_of_unit eve eve_of_eve following_unit
    half hours_beside in_count lately shortly_after shortly_before soon
    in_two_days last_unit last_weekend later months next_span next_unit next_weekend nothing numeric
    part_of_unit past_span previous_unit quarter rest_of_unit that_unit this_day this_unit two_days_ago
    unit_so_far weekend winter within_count years
"""
_SPANS = """
    after also before between deadline name part part_before part_since part_until point since since_count
    since_until_now until week_of
"""
DATES = tuple(_DATES.split())
SPANS = tuple(_SPANS.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class TemporalLexicon:
    """What one language says of time.

    ``words`` gives for each class its words and their meaning; ``dates`` and ``spans`` are pairs of a meaning and
    a pattern (see ``kg.reading.phrases``). Words in ``capital`` count only with a capital letter, those in ``small``
    only without one inside a sentence.
    """

    language: str
    words: Mapping[str, Mapping[str, str | int]]
    dates: tuple[tuple[str, str], ...]
    spans: tuple[tuple[str, str], ...]
    capital: frozenset[str]
    small: frozenset[str]
    future_words: frozenset[str]
    future_unless_after: frozenset[str]
    future_endings: tuple[str, ...]
    future_stops: frozenset[str]
    name_before: frozenset[str]
    name_after: frozenset[str]


@cache
def load_temporal(language: str) -> TemporalLexicon:
    """The temporal lexicon of ``language`` (``fr`` or ``en``), kept after the first call.

    VocabularyError where the language or a key is unknown, with the line.

    >>> load_temporal("fr").words["month"]["juin"]
    6
    """
    return read_temporal(ontology_path() / "lexicon" / "temporal.yaml", language)


def read_temporal(path: Path, language: str) -> TemporalLexicon:
    """The temporal lexicon of ``language`` in the file at ``path``; VocabularyError with file and line."""
    if language not in languages():
        raise VocabularyError(f"no temporal lexicon for the language {language!r}; use one of {', '.join(languages())}")
    top = ("words", "capital", "small", "future", "names", "phrases")
    root = read_document(path).mapping(top, required=top)
    phrases = root["phrases"].mapping(("dates", "spans"), required=("dates", "spans"))
    cues = ("words", "unless_after", "stops", "endings")
    future = root["future"].mapping(cues, required=cues)
    names = root["names"].mapping(("before", "after"), required=("before", "after"))
    return TemporalLexicon(
        language=language,
        words={name: _words(field, language) for name, field in root["words"].mapping().items()},
        dates=_patterns(phrases["dates"], DATES, language),
        spans=_patterns(phrases["spans"], SPANS, language),
        capital=frozenset(_texts(root["capital"], language)),
        small=frozenset(_texts(root["small"], language)),
        future_words=frozenset(_texts(future["words"], language)),
        future_unless_after=frozenset(_texts(future["unless_after"], language)),
        future_endings=_texts(future["endings"], language),
        future_stops=frozenset(_texts(future["stops"], language)),
        name_before=frozenset(_texts(names["before"], language)),
        name_after=frozenset(_texts(names["after"], language)),
    )


def _words(field: Field, language: str) -> Mapping[str, str | int]:
    own = field.mapping(languages()).get(language)
    if own is None:
        return {}
    return {word: _value(value.text()) for word, value in own.mapping().items()}


def _value(text: str) -> str | int:
    return int(text) if text.lstrip("-").isdigit() else text


def _patterns(field: Field, known: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (meaning, pattern)
        for meaning, by_language in field.mapping(known).items()
        for pattern in _texts(by_language, language)
    )


def _texts(field: Field, language: str) -> tuple[str, ...]:
    own = field.mapping(languages()).get(language)
    return own.texts() if own else ()
