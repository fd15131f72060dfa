"""What the program knows about the world: ``ontology/`` as typed values, checked when it is read.

``fold`` is how names are compared: without case, accents and typographic signs.
"""

from kg.vocabulary.calibration import FEATURES, Feature, Weights, load_calibration, read_calibration
from kg.vocabulary.folding import fold
from kg.vocabulary.gazetteer import Body, Gazetteer, NameSense, Office, Predicate, Profile
from kg.vocabulary.gazetteer_files import load_gazetteer, read_gazetteer
from kg.vocabulary.grammar import Grammar, load_grammar
from kg.vocabulary.languages import LanguageWords, languages, load_language
from kg.vocabulary.lexicon import (
    AgreementName,
    AttributionCue,
    AttributionWords,
    Lexicon,
    ModalityCue,
    ModalityWords,
    Trait,
    Trigger,
    TypeInfo,
)
from kg.vocabulary.lexicon_files import check_lexicon, load_lexicon, read_lexicon
from kg.vocabulary.paths import ontology_path
from kg.vocabulary.role_ranking import (
    ROLE_FEATURES,
    Role,
    RoleFeature,
    RoleWeights,
    load_role_weights,
    read_role_weights,
)
from kg.vocabulary.slots import Slot, parse_slot
from kg.vocabulary.word_classes import ACT, ACTOR, ANYTHING, DESIGNATION, KINDS

__all__ = [
    "ACT",
    "ACTOR",
    "ANYTHING",
    "DESIGNATION",
    "FEATURES",
    "KINDS",
    "ROLE_FEATURES",
    "AgreementName",
    "AttributionCue",
    "AttributionWords",
    "Body",
    "Feature",
    "Gazetteer",
    "Grammar",
    "LanguageWords",
    "Lexicon",
    "ModalityCue",
    "ModalityWords",
    "NameSense",
    "Office",
    "Predicate",
    "Profile",
    "Role",
    "RoleFeature",
    "RoleWeights",
    "Slot",
    "Trait",
    "Trigger",
    "TypeInfo",
    "Weights",
    "check_lexicon",
    "fold",
    "languages",
    "load_calibration",
    "load_gazetteer",
    "load_grammar",
    "load_language",
    "load_lexicon",
    "load_role_weights",
    "ontology_path",
    "parse_slot",
    "read_calibration",
    "read_gazetteer",
    "read_lexicon",
    "read_role_weights",
]
