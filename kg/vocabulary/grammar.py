"""The word classes that the grammar of a language needs: ``lexicon/grammar.yaml`` as typed values."""

from dataclasses import dataclass, fields
from functools import cache
from pathlib import Path

from kg.model import LANGUAGES, VocabularyError
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import LanguageWords, languages, load_language
from kg.vocabulary.paths import ontology_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Classes of lemmas of one language; the file says what each class is. ``words`` are its closed classes."""

    words: LanguageWords
    collectives: frozenset[str]
    involving: frozenset[str]
    happening: frozenset[str]
    resultative: frozenset[str]
    factive: frozenset[str]
    unreal: frozenset[str]
    possible: frozenset[str]
    planned: frozenset[str]
    none: frozenset[str]
    instead: frozenset[str]
    contenting: frozenset[str]
    inverted: frozenset[str]
    ceasing: frozenset[str]
    kept_from: frozenset[str]
    contrasting: frozenset[str]
    purpose: frozenset[str]
    countries: frozenset[str]
    polities: frozenset[str]
    forms: frozenset[str]
    counts: frozenset[str]
    bands: frozenset[str]
    movements: frozenset[str]
    stances: frozenset[str]
    leading: frozenset[str]
    backing: frozenset[str]
    pair_nouns: frozenset[str]
    pair_words: frozenset[str]
    unmarked: frozenset[str]
    mutual: frozenset[str]
    ultimatum: frozenset[str]
    willing: frozenset[str]
    light_nouns: frozenset[str]
    ways: frozenset[str]
    camps: frozenset[str]
    belligerents: frozenset[str]
    others: frozenset[str]
    armed: frozenset[str]
    organisations: frozenset[str]
    institutions: frozenset[str]
    portfolios: frozenset[str]
    plural_bodies: frozenset[str]
    openers: frozenset[str]
    mistaken_verbs: frozenset[str]
    judging: frozenset[str]
    crediting: frozenset[str]
    punishing: frozenset[str]
    hosting: frozenset[str]
    spans: frozenset[str]
    days: frozenset[str]
    instruments: frozenset[str]
    light: frozenset[str]
    just: frozenset[str]
    elsewhen: frozenset[str]
    daytimes: frozenset[str]
    then: frozenset[str]
    manner: frozenset[str]
    visiting: frozenset[str]
    leaving: frozenset[str]
    there: frozenset[str]
    regions: frozenset[str]
    speaking: frozenset[str]
    killing: frozenset[str]
    wounding: frozenset[str]
    dying: frozenset[str]
    harming: frozenset[str]
    reporting: frozenset[str]
    quoting: frozenset[str]
    looking_back: frozenset[str]
    announcing: frozenset[str]
    cleft_subjects: frozenset[str]
    agreement_texts: frozenset[str]
    agreement_pronouns: frozenset[str]
    agreement_parts: frozenset[str]
    agreement_copies: frozenset[str]
    amending: frozenset[str]
    free_relatives: frozenset[str]
    presenting: frozenset[str]
    copulas: frozenset[str]
    undertakings: frozenset[str]
    differing: frozenset[str]
    sides: frozenset[str]
    three_sided: frozenset[str]
    bystanders: frozenset[str]
    brokering: frozenset[str]
    negotiating: frozenset[str]
    lacking: frozenset[str]
    nothing: frozenset[str]
    firms: frozenset[str]
    succeeding: frozenset[str]
    earlier: frozenset[str]
    deciding: frozenset[str]
    encounters: frozenset[str]
    joint: frozenset[str]
    ruling: frozenset[str]
    signing: frozenset[str]
    bearings: frozenset[str]
    remote: frozenset[str]
    letting: frozenset[str]
    consenting: frozenset[str]
    under: frozenset[str]
    commands: frozenset[str]
    channels: frozenset[str]
    blaming: frozenset[str]
    issuing: frozenset[str]
    missions: frozenset[str]
    aside: frozenset[str]
    addressing: frozenset[str]


@cache
def load_grammar(language: str) -> Grammar:
    """The word classes of ``fr`` or ``en``; VocabularyError with the line where the file is wrong.

    >>> "millier" in load_grammar("fr").collectives
    True
    """
    return read_grammar(ontology_path() / "lexicon" / "grammar.yaml", language)


def read_grammar(path: Path, language: str) -> Grammar:
    """The word classes of ``language`` in the file ``path``."""
    if language not in languages():
        raise VocabularyError(f"{path}: no grammar for language {language!r}; there is {', '.join(languages())}")
    classes = tuple(field.name for field in fields(Grammar) if field.name != "words")
    by_language = read_document(path).mapping(languages(), required=LANGUAGES)
    needed = classes if language in LANGUAGES else ()
    own = by_language[language].mapping(classes, required=needed) if language in by_language else {}
    return Grammar(words=load_language(language), **{name: _lemmas(own.get(name)) for name in classes})


def _lemmas(field: Field | None) -> frozenset[str]:
    return frozenset(field.texts()) if field and field.content else frozenset()
