"""Reads ``modality.yaml`` and ``attribution.yaml``."""

from collections.abc import Mapping
from pathlib import Path
from typing import get_args

from kg.model import LANGUAGES
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import languages
from kg.vocabulary.lexicon import AttributionCue, AttributionWords, ModalityCue, ModalityWords, Strength

_POS = {"verbs": "verb", "nouns": "noun", "adjectives": "adjective", "adverbs": "adverb", "prepositions": "preposition"}
_MODALITIES = ("planned", "possible", "denied", "reported")


def read_modality(path: Path) -> Mapping[str, ModalityWords]:
    """The modality cues by language."""
    fields = _languages(path)
    empty = ModalityWords(cues={}, negation=frozenset())
    return {language: _modality(fields[language]) if language in fields else empty for language in languages()}


def _languages(path: Path) -> Mapping[str, Field]:
    """The languages of the file; empty where there is no file."""
    return read_document(path).mapping(languages(), required=LANGUAGES) if path.exists() else {}


def _modality(field: Field) -> ModalityWords:
    fields = field.mapping((*_MODALITIES, "failures", "negation"))
    cues: dict[str, list[ModalityCue]] = {}
    for key, groups in fields.items():
        if key == "negation":
            continue
        for name, entries in groups.mapping(tuple(_POS)).items():
            for entry in entries.items():
                words = tuple(entry.text().split())
                cue = ModalityCue(
                    words=words,
                    pos=_POS[name],
                    modality="denied" if key == "failures" else key,  # type: ignore[arg-type]
                    failure=key == "failures",
                )
                cues.setdefault(words[0], []).append(cue)
    negation = frozenset(fields["negation"].texts()) if "negation" in fields else frozenset()
    return ModalityWords(cues={lemma: tuple(group) for lemma, group in cues.items()}, negation=negation)


def read_attribution(path: Path) -> Mapping[str, AttributionWords]:
    """The attribution cues by language."""
    fields = _languages(path)
    empty = AttributionWords(cues={})
    return {language: _attribution(fields[language]) if language in fields else empty for language in languages()}


def _attribution(field: Field) -> AttributionWords:
    cues: dict[str, list[AttributionCue]] = {}
    for name, groups in field.mapping(tuple(_POS)).items():
        for strength, entries in groups.mapping(get_args(Strength)).items():
            for entry in entries.items():
                words = tuple(entry.text().split())
                cue = AttributionCue(words=words, pos=_POS[name], strength=strength)  # type: ignore[arg-type]
                cues.setdefault(words[0], []).append(cue)
    return AttributionWords(cues={lemma: tuple(group) for lemma, group in cues.items()})
