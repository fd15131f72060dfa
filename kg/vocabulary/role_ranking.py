"""Who most likely fills a role that the grammar leaves open: the weights of ``lexicon/roles.yaml``."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from kg.vocabulary.calibration import read_number
from kg.vocabulary.document import read_document
from kg.vocabulary.paths import ontology_path

Role: TypeAlias = Literal["actor", "target"]

RoleFeature: TypeAlias = Literal[
    "nobody", "nobody taken",
    "named", "share", "first", "second", "third",
    "in first sentence", "in paragraph", "together", "same side", "scene", "organisation", "group",
    "last 0", "last 1", "last 2", "last 3", "last 4", "not yet",
    "near before", "near after", "after", "below", "subject", "adjective", "pronoun", "venue", "capital", "with", "of",
    "speaker", "subject last",
    "noun first", "noun last 0", "noun last 1", "noun after", "noun below", "noun subject",
]  # fmt: skip
"""What speaks for or against a candidate. Of the article: how often it is ``named`` (a logarithm) and its ``share`` of
all names, whether none, one or two others are named more (``first`` …), names ``in first sentence`` and ``in
paragraph``, the sentences that name it ``together`` with who fills the other role, and whether it is on the ``same
side``; the ``scene`` lies in it. ``last 0`` … ``last 4``: the sentences since it was named, four at most. Of this
sentence: how ``near`` it stands ``before`` and ``after`` the word (1 beside it, less with each word), ``below`` it in
the tree, as a ``subject``, only as an ``adjective``, ``pronoun`` or ``venue``, by a ``capital``, with a preposition of
company or enmity (``with``) or ``of``; the ``speaker`` who says so; ``subject last``: a subject of the sentence before.
``noun …``: the same where the event's word is a noun. ``nobody``: the role stays open, ``nobody taken`` where words
that name nobody known stand in its place."""

ROLE_FEATURES: tuple[RoleFeature, ...] = get_args(RoleFeature)


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWeights:
    """What each feature of a candidate adds to its log-odds against the others; none is chosen below ``least``."""

    of: Mapping[RoleFeature, float]
    least: float = 0.0

    def chances(self, candidates: Sequence[Mapping[RoleFeature, float]]) -> list[float]:
        """How likely each of the candidates fills the role, if one of them does; they sum to 1.

        >>> RoleWeights(of={"subject": 1.0}).chances([{}, {"subject": 1.0}])[1] > 0.5
        True
        """
        scores = [sum(self.of.get(name, 0.0) * value for name, value in features.items()) for features in candidates]
        most = max(scores, default=0.0)
        odds = [math.exp(score - most) for score in scores]
        return [one / sum(odds) for one in odds]


@cache
def load_role_weights() -> Mapping[Role, RoleWeights]:
    """The weights by role. VocabularyError with the line where the file is wrong."""
    return read_role_weights(ontology_path() / "lexicon" / "roles.yaml")


def read_role_weights(path: Path) -> Mapping[Role, RoleWeights]:
    """The weights in the file ``path``."""
    roles: tuple[Role, ...] = get_args(Role)
    fields = read_document(path).mapping(roles, required=roles)
    found = {}
    for role in roles:
        weights = fields[role].mapping(("least", *ROLE_FEATURES))
        least = weights["least"].number(0, 1) if "least" in weights else 0.0
        of = {name: read_number(weights[name]) for name in ROLE_FEATURES if name in weights}
        found[role] = RoleWeights(of=of, least=least)
    return found
