"""Why an article gives the claims it gives: sentence by sentence, what was read, by which rule, and what was not."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from kg.model.article import Article
from kg.model.claim import Claim, Entity, Evidence, Modality, Quantity, Standing, TimeSpan
from kg.model.reading import MentionSense

CueKind = Literal[
    "negation", "mood", "tense", "auxiliary", "adverb", "governor", "purpose", "saying", "source", "condition", "entry"
]
"""What tells the modality: a negation, the conditional, the future, an auxiliary, an adverb, the word that governs,
an infinitive of purpose, a verb of saying, « selon », « si » or a question mark, the lexicon's entry itself."""

Reason = Literal[
    "false friend", "weaker", "part", "in a name", "hypothetical", "no roles", "no actor", "no target", "unsure",
    "told already", "content", "no agreement", "no act", "no party", "guessed parties", "no subject", "no object",
    "no holder", "no state",
]  # fmt: skip
"""Why words that could report something gave no claim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """What read it: its id, as claims have it, and where it stands: ``ontology/lexicon/events/AID.yaml:12``.

    ``type`` is what it reports. The source has no line where the rule is a whole file.
    """

    id: str
    type: str
    source: str

    def to_json(self) -> dict[str, Any]:
        return {"id": self.id, "type": self.type, "source": self.source}


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """The words that tell how something is said; ``modality`` is what they make of it, if anything."""

    words: Evidence
    kind: CueKind
    modality: Modality | None

    def to_json(self) -> dict[str, Any]:
        return {"words": passage(self.words), "kind": self.kind, "modality": self.modality}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """Who fills a role, and the words that name them: ``None`` where only the context does.

    ``inferred``: no grammatical slot holds them, or not in their own name.
    """

    role: str
    entity: Entity
    words: Evidence | None
    inferred: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "role": self.role,
            "entity": self.entity.to_json(),
            "words": passage(self.words) if self.words else None,
            "inferred": self.inferred,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Grounds:
    """What became of words that could report something: a claim, or the reason why there is none; never both.

    ``words`` are those that made the rule fire. ``other`` is the rule that took them instead, or that forbids it.
    ``confidence`` is that of the claim, or what it would have been where it is too low.
    """

    rule: Rule
    words: tuple[Evidence, ...]
    claim: Claim | None = None
    reason: Reason | None = None
    other: Rule | None = None
    fillings: tuple[Filling, ...] = ()
    cues: tuple[Cue, ...] = ()
    time: Evidence | None = None
    figures: tuple[Evidence, ...] = ()
    confidence: float | None = None

    def to_json(self) -> dict[str, Any]:
        return {
            "rule": self.rule.to_json(),
            "words": [passage(one) for one in self.words],
            "claim": self.claim.to_json() if self.claim else None,
            "reason": self.reason,
            "other": self.other.to_json() if self.other else None,
            "roles": [filling.to_json() for filling in self.fillings],
            "cues": [cue.to_json() for cue in self.cues],
            "time": passage(self.time) if self.time else None,
            "figures": [passage(one) for one in self.figures],
            "confidence": self.confidence,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Idle:
    """A verb of which the lexicon has no entry, or a word of whose entries (``rules``) no condition is met here."""

    words: Evidence
    lemma: str
    rules: tuple[Rule, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "words": passage(self.words),
            "lemma": self.lemma,
            "rules": [rule.to_json() for rule in self.rules],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """Words that name somebody or something, for whom they were taken, and how they name them."""

    words: Evidence
    entity: Entity
    sense: MentionSense

    def to_json(self) -> dict[str, Any]:
        return {"words": passage(self.words), "entity": self.entity.to_json(), "sense": self.sense}


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """Words that name a public office, whose and of what where the text says so."""

    words: Evidence
    office: str
    holder: Entity | None
    of: Entity | None
    standing: Standing

    def to_json(self) -> dict[str, Any]:
        return {
            "words": passage(self.words),
            "office": self.office,
            "holder": self.holder.to_json() if self.holder else None,
            "of": self.of.to_json() if self.of else None,
            "standing": self.standing,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """An expression of time and the days that it means."""

    words: Evidence
    span: TimeSpan

    def to_json(self) -> dict[str, Any]:
        return {"words": passage(self.words), "time": self.span.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure and what it counts."""

    words: Evidence
    quantity: Quantity

    def to_json(self) -> dict[str, Any]:
        return {"words": passage(self.words), "quantity": self.quantity.to_json()}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSentence:
    """One sentence with all that was found in it, each list in the order of the text."""

    words: Evidence
    paragraph: int
    names: tuple[Naming, ...]
    titles: tuple[Title, ...]
    times: tuple[Dating, ...]
    figures: tuple[Figure, ...]
    grounds: tuple[Grounds, ...]
    idle: tuple[Idle, ...]

    @property
    def read(self) -> tuple[Grounds, ...]:
        """Those that gave a claim."""
        return tuple(one for one in self.grounds if one.claim)

    @property
    def unread(self) -> tuple[Grounds, ...]:
        """Those that gave none."""
        return tuple(one for one in self.grounds if not one.claim)

    def to_json(self) -> dict[str, Any]:
        return {
            **passage(self.words),
            "paragraph": self.paragraph,
            "names": [one.to_json() for one in self.names],
            "offices": [one.to_json() for one in self.titles],
            "times": [one.to_json() for one in self.times],
            "quantities": [one.to_json() for one in self.figures],
            "claims": [one.to_json() for one in self.read],
            "unread": [one.to_json() for one in self.unread],
            "idle": [one.to_json() for one in self.idle],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An article and how each of its sentences was read."""

    article: Article
    sentences: tuple[ReadSentence, ...]

    @property
    def claims(self) -> Iterator[Claim]:
        """The claims, in the order of the sentences."""
        return (one.claim for sentence in self.sentences for one in sentence.grounds if one.claim)

    def to_json(self) -> dict[str, Any]:
        return {
            "article": self.article.info.to_json(),
            "sentences": [sentence.to_json() for sentence in self.sentences],
        }


def passage(words: Evidence) -> dict[str, Any]:
    """The words and their half-open offsets, as claims show their evidence."""
    return {"quote": words.quote, "start": words.start, "end": words.end}
