"""Reads ``offices.yaml``: the titles of public offices, and the words that say who holds one and whether still."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from kg.model import LANGUAGES, Standing
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.gazetteer import Office, OfficeOf, Predicate
from kg.vocabulary.languages import languages

_PARTS = ("offices", "standing", "predicates", "counterparts", "successions")
_PREDICATES = {
    "become": Predicate(),
    "appoint": Predicate(of_object=True, starts=True),
    "leave": Predicate(ends=True),
    "recognise": Predicate(of_object=True, recognises=True),
    "preside": Predicate(title="president"),
    "lead": Predicate(title="leader"),
    "head": Predicate(title="head"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """What the file says, by language: titles by lower-case phrase, the others by word or lemma."""

    titles: Mapping[str, Mapping[str, Office]]
    standings: Mapping[str, Mapping[str, Standing]]
    predicates: Mapping[str, Mapping[str, Predicate]]
    counterparts: Mapping[str, frozenset[str]]
    successions: Mapping[str, Mapping[str, Standing]]


def read_offices(path: Path, keys: Mapping[str, str]) -> Offices:
    """The offices in the file at ``path``; ``keys`` are the states and organisations that an office may belong to.

    VocabularyError with file and line where an entry is wrong.
    """
    fields = read_document(path).mapping(_PARTS, required=_PARTS)
    counterparts = fields["counterparts"].mapping(languages(), required=LANGUAGES)
    return Offices(
        titles=_offices(fields["offices"], keys),
        standings=_standings(fields["standing"]),
        predicates=_predicates(fields["predicates"]),
        counterparts={
            language: frozenset(counterparts[language].texts() if language in counterparts else ())
            for language in languages()
        },
        successions=_standings(fields["successions"]),
    )


def _offices(root: Field, keys: Mapping[str, str]) -> dict[str, dict[str, Office]]:
    offices: dict[str, dict[str, Office]] = {language: {} for language in languages()}
    for key, item in root.mapping().items():
        own = item.mapping(("of", "only", "rank", *languages(), "note"), required=("of", *LANGUAGES))
        only = own["only"].text() if "only" in own else None
        if only and only not in keys:
            raise own["only"].error(f"unknown state or organisation {only!r}; add it or correct the key")
        of: OfficeOf = own["of"].choice(get_args(OfficeOf), "kind of holder")  # type: ignore[assignment]
        rank = "rank" in own and own["rank"].flag()
        office = Office(key=key, title_en=key, title_fr=own["fr"].texts()[0], of=of, of_entity=only, rank=rank)
        for language in languages():
            phrases = own[language].items() if language in own else []
            for phrase in phrases:
                if offices[language].setdefault(phrase.text().lower(), office) is not office:
                    raise phrase.error(
                        f"{phrase.text()!r} already stands for {offices[language][phrase.text().lower()].key!r}"
                    )
    return offices


def _standings(field: Field) -> dict[str, dict[str, Standing]]:
    standings: dict[str, dict[str, Standing]] = {language: {} for language in languages()}
    for name, item in field.mapping(get_args(Standing)).items():
        for language, words in item.mapping(languages()).items():
            for word in words.texts():
                standings[language][word.lower()] = name  # type: ignore[assignment]
    return standings


def _predicates(field: Field) -> dict[str, dict[str, Predicate]]:
    predicates: dict[str, dict[str, Predicate]] = {language: {} for language in languages()}
    for name, item in field.mapping(tuple(_PREDICATES)).items():
        for language, verbs in item.mapping(languages(), required=LANGUAGES).items():
            for verb in verbs.texts():
                predicates[language][verb] = _PREDICATES[name]
    return predicates
