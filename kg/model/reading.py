"""What the language tools find in an article, as plain values.

Dependencies follow Universal Dependencies in both languages, whatever the parser's own scheme was.
"""

from dataclasses import dataclass
from typing import Literal

from kg.model.claim import Entity, Quantity, Standing, TimeSpan

MentionSense = Literal["name", "adjective", "people", "capital", "seat", "body", "office", "pronoun", "description"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence. ``index`` and ``head`` count tokens in the article; the root is its own head.

    ``start`` and ``end`` are half-open offsets in the article's text, in code points. ``pos`` is a universal
    part of speech, ``dep`` a Universal Dependencies relation, ``morph`` its universal features (``Tense=Past|…``),
    ``entity`` the type that the named-entity recogniser gives (``PER``, ``LOC``, ``ORG``, ``MISC`` or empty).
    """

    index: int
    text: str
    lemma: str
    pos: str
    dep: str
    head: int
    morph: str
    entity: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entity: half-open token indices, and how it names it.

    ``sense`` says how: by ``name``, a demonym as ``adjective`` or for the ``people``, a ``capital`` or the ``seat`` of
    a government, a ``body`` that acts for a state (an army), the ``office`` of its holder, a ``pronoun`` or
    a ``description`` (« les deux pays », which is several mentions of one stretch).
    """

    first: int
    last: int
    head: int
    entity: Entity
    sense: MentionSense


@dataclass(frozen=True, slots=True)
class OfficeMention:
    """A public office as a passage names it: half-open token indices of the title and its head noun.

    ``office`` is the canonical English title, ``holder`` and ``of`` are ``None`` where the text does not say.
    ``first`` and ``last`` span the holder's name too where it stands beside the title.
    """

    first: int
    last: int
    head: int
    office: str
    holder: Entity | None
    of: Entity | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class TimeMention:
    """An expression of time: half-open token indices and what it means once anchored to the article's date."""

    first: int
    last: int
    span: TimeSpan


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A figure with what it counts: half-open token indices; ``head`` is the counted noun."""

    first: int
    last: int
    head: int
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class Sentence:
    """Half-open token indices of a sentence and the paragraph that it stands in (counted from 0)."""

    first: int
    last: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was found in one article, in the order of the text."""

    article_id: str
    language: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    offices: tuple[OfficeMention, ...]
    times: tuple[TimeMention, ...]
    quantities: tuple[QuantityMention, ...]
