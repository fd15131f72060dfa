"""The words of figures and what they count: ``lexicon/quantities.yaml`` as typed values."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.model import LANGUAGES, VocabularyError
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import languages
from kg.vocabulary.paths import ontology_path

FIGURES = ("number", "money", "about", "many")
AMOUNTS = ("exact", "about", "least", "most", "between")
_NUMBERS = ("multipliers", "short_multipliers", "collectives", "many")
_WORDS = (
    "numbers",
    "joints",
    "articles",
    "percent",
    "not_counted",
    "labels",
    "fractions",
    "definite",
    "adjectives",
    "stops",
    "harmed",
    "afterthoughts",
)
_KEYS = (*_WORDS, *_NUMBERS, "currencies", "units", "nouns", "happenings", "phrases")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityLexicon:
    """What one language says of figures.

    ``nouns`` maps each form of a counted noun to its English plural, ``currencies`` each name of a currency to its
    ISO 4217 code, ``units`` each form of a unit to its sign, ``measures`` each sign to what it measures by itself.
    ``classes`` holds the plain lists of the file, ``values`` the words that stand for numbers. ``counted`` are the
    first words of all that a figure of four digits counts, which tell it from a year.
    """

    language: str
    classes: Mapping[str, frozenset[str]]
    values: Mapping[str, Mapping[str, int]]
    symbols: Mapping[str, str]
    prefixes: Mapping[str, str]
    codes: frozenset[str]
    currencies: Mapping[str, str]
    units: Mapping[str, str]
    measures: Mapping[str, str]
    nouns: Mapping[str, str]
    happenings: frozenset[str]
    counted: frozenset[str]
    figures: tuple[tuple[str, str], ...]
    amounts: tuple[tuple[str, str], ...]


@cache
def load_quantities(language: str) -> QuantityLexicon:
    """The quantity lexicon of ``language`` (``fr`` or ``en``), kept after the first call.

    VocabularyError where the language or a key is unknown or a noun counts two things, with the line.

    >>> load_quantities("fr").nouns["soldats"]
    'soldiers'
    """
    return read_quantities(ontology_path() / "lexicon" / "quantities.yaml", language)


def read_quantities(path: Path, language: str) -> QuantityLexicon:
    """The quantity lexicon of ``language`` in the file at ``path``; VocabularyError with file and line."""
    if language not in languages():
        raise VocabularyError(f"no quantity lexicon for the language {language!r}; use one of {', '.join(languages())}")
    root = read_document(path).mapping(_KEYS, required=_KEYS)
    keys = ("symbols", "prefixes", "codes", "names")
    money = root["currencies"].mapping(keys, required=keys)
    values = {key: _numbers(root[key], language) for key in _NUMBERS}
    nouns: dict[str, str] = {}
    _add_nouns(root["nouns"], language, nouns)
    lasting = frozenset(nouns)
    _add_nouns(root["happenings"], language, nouns)
    units = _units(root["units"], language)
    names = money["names"].mapping(languages(), required=LANGUAGES)
    currencies = _pairs(names[language]) if language in names else {}
    phrases = root["phrases"].mapping(("figures", "amounts"), required=("figures", "amounts"))
    first_words = (phrase.split()[0] for phrase in (*lasting, *units, *currencies, *values["multipliers"]))
    return QuantityLexicon(
        language=language,
        classes={key: frozenset(_texts(root[key], language)) for key in _WORDS},
        values=values,
        symbols=_pairs(money["symbols"]),
        prefixes=_pairs(money["prefixes"]),
        codes=frozenset(money["codes"].texts()),
        currencies=currencies,
        units=units,
        measures={sign: field.mapping()["of"].text() for sign, field in root["units"].mapping().items()},
        nouns=nouns,
        happenings=frozenset(nouns) - lasting,
        counted=frozenset(word for word in first_words if len(word) > 2) | {"%"},
        figures=_patterns(phrases["figures"], FIGURES, language),
        amounts=_patterns(phrases["amounts"], AMOUNTS, language),
    )


def forms(word: str, language: str) -> Iterator[str]:
    """The word and its regular plural, that of the last word of an English phrase and of each word of a French one.

    >>> [*forms("missile", "fr")], [*forms("artillery piece", "en")]
    (['missile', 'missiles'], ['artillery piece', 'artillery pieces'])
    """
    yield word
    if word.endswith(("s", "x", "z", "men", "ed")):
        return
    if language == "en":
        yield word[:-1] + "ies" if word.endswith("y") and word[-2:-1] not in "aeiou" else word + "s"
    elif " " not in word:
        yield word + ("x" if word.endswith("au") else "s")


def _add_nouns(field: Field, language: str, nouns: dict[str, str]) -> None:
    for canonical, by_language in field.mapping().items():
        words = by_language.mapping(languages())
        if language not in words:
            continue
        for item in words[language].items():
            for form in forms(item.text().lower(), language):
                if nouns.setdefault(form, canonical) != canonical:
                    raise item.error(f"{form!r} counts both {nouns[form]!r} and {canonical!r}; keep one")


def _units(field: Field, language: str) -> Mapping[str, str]:
    units: dict[str, str] = {}
    for sign, unit in field.mapping().items():
        keys = unit.mapping(("of", *languages()), required=("of",))
        for word in keys[language].texts() if language in keys else ():
            units.update(dict.fromkeys(forms(word, language) if len(word) > 3 else [word], sign))
    return units


def _texts(field: Field, language: str) -> Iterable[str]:
    content = field.mapping(languages(), required=LANGUAGES).get(language)
    return content.texts() if content and content.content else ()


def _pairs(field: Field) -> Mapping[str, str]:
    return {key: value.text() for key, value in field.mapping().items()}


def _numbers(field: Field, language: str) -> Mapping[str, int]:
    own = field.mapping(languages(), required=LANGUAGES).get(language)
    return {word: int(value) for word, value in _pairs(own).items()} if own else {}


def _patterns(field: Field, known: tuple[str, ...], language: str) -> tuple[tuple[str, str], ...]:
    return tuple((meaning, pattern) for meaning, by in field.mapping(known).items() for pattern in _texts(by, language))
