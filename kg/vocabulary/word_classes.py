"""Named classes of lemmas, so that the conditions of many entries share one list: ``lexicon/classes.yaml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import TypeAlias

from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import languages

MARK = "@"
ACTOR = "@actor"
DESIGNATION = "@designation"
ACT = "@act"
ANYTHING = "@anything"
KINDS = {"State": "@state", "Organisation": "@organisation", "Person": "@person", "Group": "@group", "Place": "@place"}
COMPUTED = frozenset({ACTOR, DESIGNATION, ACT, ANYTHING, *KINDS.values()})

WordClasses: TypeAlias = Mapping[str, frozenset[str]]  # the lemmas of each class of one language


def read_word_classes(path: Path) -> Mapping[str, WordClasses]:
    """The classes by language; empty where there is no file.

    A class may hold classes that stand before it (``@arms``). VocabularyError where a class is not known.
    """
    if not path.exists():
        return {language: {} for language in languages()}
    by_language = read_document(path).mapping(languages())
    return {language: _classes(by_language[language]) if language in by_language else {} for language in languages()}


def _classes(field: Field) -> WordClasses:
    classes: dict[str, frozenset[str]] = {}
    for name, words in field.mapping().items():
        classes[name] = with_classes(words, classes)
    return classes


def with_classes(field: Field, classes: WordClasses) -> frozenset[str]:
    """The lemmas of the list ``field``, each ``@class`` of them replaced by its lemmas.

    What only a text can tell stays as it is: ``@actor`` and the kinds of entities that a word of it may name
    (``@state``, ``@organisation`` …), ``@designation``, a model number (F-16, T-72), ``@act``, any verb, and
    ``@anything``.
    """
    lemmas: set[str] = set()
    for word in field.texts():
        if not word.startswith(MARK) or word in COMPUTED:
            lemmas.add(word)
        elif word.removeprefix(MARK) in classes:
            lemmas |= classes[word.removeprefix(MARK)]
        else:
            raise field.error(f"unknown word class {word!r}; define it in classes.yaml, before it is used")
    return frozenset(lemmas)
