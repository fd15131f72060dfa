"""How sure a claim is, given what it rests on: the weights of ``lexicon/confidence.yaml``."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from kg.model import VocabularyError
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.paths import ontology_path

Feature: TypeAlias = Literal[
    "entry", "noun", "adjective", "phrase", "no actor", "no target", "inferred actor", "inferred target",
    "chosen actor", "chosen target", "likely actor", "likely target", "instead actor", "instead target", "both chosen",
    "inferred party", "guessed party", "several", "one side", "one side abroad", "body actor", "body target",
    "private actor", "prominent actor", "prominent target", "placed", "dated", "counted", "attributed",
    "reported", "planned", "possible", "denied", "no stage", "depth",
    "beside", "same type beside", "same sides beside", "told elsewhere",
]  # fmt: skip
"""What a claim rests on. ``entry``: the log-odds that the lexicon's entry and the roles give alone; ``noun`` and
``adjective``: the part of speech of the entry's word, a verb being neither; ``phrase``: more than one word;
``no actor`` …: an open role; ``inferred actor`` …: a role filled from beyond the word's own phrase; ``chosen actor`` …:
one chosen among all whom the article names, with the log-odds that it is he as ``likely actor`` …, or ``instead`` of
words that name nobody known; ``guessed party``: one whom no passage on the agreement names; ``several``: more than one
actor, or more than two parties; ``one side``: both sides are of one state, ``abroad`` where the type is of what states
do to others; ``body``: an organisation or group; ``private``: a person who acts for nobody; ``prominent``: the share of
all names in the article; ``placed``, ``dated``, ``counted``, ``attributed``: it has a place, a time, a figure, a voice;
``reported`` …: the modality; ``no stage``: an agreement of which no act is told; ``depth``: clauses above the word,
three at most. Of other events that the article tells: how many share words with it (``beside``, three at most),
whether one of those is of its type or has its sides, and whether one anywhere has both (``told elsewhere``)."""

FEATURES: tuple[Feature, ...] = get_args(Feature)
_FURTHEST = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """A logistic model: the log-odds where no feature is there, and what each adds for each unit of it.

    What is less sure than ``least`` is no claim.
    """

    base: float
    of: Mapping[Feature, float]
    least: float = 0.0

    def probability(self, features: Mapping[Feature, float]) -> float:
        """Between 0 and 1: how likely a claim with these features is right.

        >>> Weights(base=0.0, of={"noun": -1.0}).probability({"noun": 1.0}) < 0.5
        True
        """
        odds = self.base + sum(self.of.get(feature, 0.0) * value for feature, value in features.items())
        return 1 / (1 + math.exp(-max(-_FURTHEST, min(_FURTHEST, odds))))


@cache
def load_calibration() -> Mapping[str, Weights]:
    """The weights by kind of claim. VocabularyError with the line where the file is wrong."""
    return read_calibration(ontology_path() / "lexicon" / "confidence.yaml")


def read_calibration(path: Path) -> Mapping[str, Weights]:
    """The weights in the file ``path``."""
    kinds = read_document(path).mapping(("event", "agreement", "office", "relation"))
    return {kind: _weights(field) for kind, field in kinds.items()}


def _weights(field: Field) -> Weights:
    fields = field.mapping(("least", "base", *FEATURES), required=("base",))
    least = fields.pop("least").number(0, 1) if "least" in fields else 0.0
    numbers = {name: read_number(value) for name, value in fields.items()}
    return Weights(base=numbers.pop("base"), of=numbers, least=least)  # type: ignore[arg-type]


def read_number(field: Field) -> float:
    """A finite number; VocabularyError for anything else."""
    try:
        number = float(field.text())
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise VocabularyError(f"{field.path}:{field.line}: expected a number, found {field.content!r}")
    return number
