"""What the program knows about the world: ``ontology/`` as typed values, checked when it is read."""

from kg.vocabulary.lexicon import (
    AgreementName,
    AttributionCue,
    AttributionWords,
    Lexicon,
    ModalityCue,
    ModalityWords,
    Trigger,
    TypeInfo,
)
from kg.vocabulary.lexicon_files import check_lexicon, load_lexicon, read_lexicon
from kg.vocabulary.paths import ontology_path
from kg.vocabulary.slots import Slot

__all__ = [
    "AgreementName",
    "AttributionCue",
    "AttributionWords",
    "Lexicon",
    "ModalityCue",
    "ModalityWords",
    "Slot",
    "Trigger",
    "TypeInfo",
    "check_lexicon",
    "load_lexicon",
    "ontology_path",
    "read_lexicon",
]
