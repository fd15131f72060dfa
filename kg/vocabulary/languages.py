"""The languages that articles are read in: ``ontology/languages/`` as typed values."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args

from kg.model import LANGUAGES, VocabularyError
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.paths import ontology_path

Scheme = Literal["universal", "clear"]
Pronoun = Literal["masculine", "feminine", "person", "thing", "plural", "any"]
_TOLD = ("parser", "dependencies", "demonym_forms", "extension", "contractions", "pronouns", "stand_ins")
_FLAGS = ("noun_first", "day_first", "decimal_comma", "small_adjectives")


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageWords:
    """How one language is parsed, and its closed classes of words, in lower case; its file says what each is."""

    parser: str
    dependencies: Scheme
    noun_first: bool
    day_first: bool
    decimal_comma: bool
    small_adjectives: bool
    demonym_forms: int
    extension: str
    contractions: Mapping[str, str]
    stand_ins: Mapping[str, str]
    pronouns: Mapping[str, str]
    prepositions: frozenset[str]
    ordinals: frozenset[str]
    of_links: frozenset[str]
    of_articles: frozenset[str]
    of_owners: frozenset[str]
    name_joints: frozenset[str]
    feminine_endings: frozenset[str]
    masculine_states: frozenset[str]
    dative: frozenset[str]
    of: frozenset[str]
    by: frozenset[str]
    between: frozenset[str]
    places: frozenset[str]
    not_complements: frozenset[str]
    relatives: frozenset[str]
    auxiliary_forms: frozenset[str]
    adversatives: frozenset[str]
    causatives: frozenset[str]
    reflexives: frozenset[str]
    dative_pronouns: frozenset[str]
    women: frozenset[str]
    men: frozenset[str]
    gendered_titles: frozenset[str]
    partitives: frozenset[str]
    negated_partitives: frozenset[str]
    verb_negations: frozenset[str]
    controlled: frozenset[str]
    content: frozenset[str]
    having: frozenset[str]
    able_verbs: frozenset[str]
    bound_verbs: frozenset[str]
    going_verbs: frozenset[str]
    going_forms: frozenset[str]
    definite: frozenset[str]
    pointing: frozenset[str]
    known_by: frozenset[str]
    the: frozenset[str]
    articles: frozenset[str]
    possessives: frozenset[str]
    genitive: frozenset[str]
    origin: frozenset[str]
    office_links: frozenset[str]
    and_words: frozenset[str]
    joining: frozenset[str]
    respectively: frozenset[str]
    address: frozenset[str]
    name_particles: frozenset[str]
    ethnic: frozenset[str]
    against: frozenset[str]
    since: frozenset[str]
    until: frozenset[str]
    from_year: frozenset[str]
    unsure: frozenset[str]
    aliases: frozenset[str]
    charged: frozenset[str]
    first: frozenset[str]
    second: frozenset[str]
    last: frozenset[str]
    inside: frozenset[str]
    standing: frozenset[str]
    where: frozenset[str]
    whence: frozenset[str]
    apart: frozenset[str]
    when: frozenset[str]
    awaited: frozenset[str]
    once: frozenset[str]
    after: frozenset[str]
    before: frozenset[str]
    future_forms: frozenset[str]
    that: frozenset[str]
    as_told: frozenset[str]
    content_marks: frozenset[str]
    particles: frozenset[str]
    listing: frozenset[str]
    perfect_auxiliaries: frozenset[str]
    thoroughfares: frozenset[str]
    company: frozenset[str]
    topic: frozenset[str]
    contracted: frozenset[str]
    object_relatives: frozenset[str]
    beneath: frozenset[str]
    charged_to: frozenset[str]
    issuing_from: frozenset[str]


_WORDS = tuple(field.name for field in fields(LanguageWords) if field.name not in (*_TOLD, *_FLAGS))
_KEYS = (*_TOLD, *_FLAGS, *_WORDS)


@cache
def languages() -> tuple[str, ...]:
    """The codes of the languages that are read: French, English, then the others that have a file, sorted.

    Of French and English every file of ``ontology/`` must have its part; of another language it may.

    >>> languages()[:2]
    ('fr', 'en')
    """
    found = sorted(path.stem for path in (ontology_path() / "languages").glob("*.yaml"))
    return (*LANGUAGES, *(code for code in found if code not in LANGUAGES))


@cache
def load_language(language: str) -> LanguageWords:
    """The words of a language; VocabularyError where there is no such language or its file is wrong.

    >>> load_language("en").pronouns["they"]
    'plural'
    """
    if language not in languages():
        raise VocabularyError(f"no language {language!r}; kg reads {', '.join(languages())}")
    return read_language(ontology_path() / "languages" / f"{language}.yaml")


def read_language(path: Path) -> LanguageWords:
    """The language in the file at ``path``; VocabularyError with file and line."""
    own = read_document(path).mapping(_KEYS, required=_KEYS)
    flags: dict[str, Any] = {name: own[name].flag() for name in _FLAGS}
    words: dict[str, Any] = {name: frozenset(own[name].texts() if own[name].content else ()) for name in _WORDS}
    return LanguageWords(
        parser=own["parser"].text(),
        dependencies=own["dependencies"].choice(get_args(Scheme), "scheme of dependencies"),  # type: ignore[arg-type]
        demonym_forms=int(own["demonym_forms"].number(0, 9)),
        extension=own["extension"].text(),
        contractions={word: whole.text() for word, whole in own["contractions"].mapping().items()},
        stand_ins={ending: form.text() for ending, form in own["stand_ins"].mapping().items()},
        pronouns=_pronouns(own["pronouns"]),
        **flags,
        **words,
    )


def _pronouns(field: Field) -> Mapping[str, str]:
    """What each pronoun may stand for."""
    pronouns: dict[str, str] = {}
    for wanted, words in field.mapping(get_args(Pronoun)).items():
        for word in words.texts():
            if word in pronouns:
                raise words.error(f"{word!r} already stands for {pronouns[word]!r}; keep one")
            pronouns[word] = wanted
    return pronouns
