"""What became of the words that could report something: a claim with what it rests on, or why there is none."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from kg.claims.matching import Firing
from kg.claims.referents import Referent
from kg.model import Claim, CueKind, Entity, Modality, Reason, Rule, TimeMention


@dataclass(frozen=True, slots=True)
class CueWord:
    """A token that tells the modality of a predicate, or who says it."""

    index: int
    kind: CueKind
    modality: Modality | None


@dataclass(frozen=True, slots=True)
class Filled:
    """A role, who fills it, and the half-open token indices that name them; empty where the context does.

    ``guessed`` says that no passage on the matter names them at all, ``chance`` how likely it is they where the grammar
    names nobody.
    """

    role: str
    entity: Entity
    first: int
    last: int
    inferred: bool = False
    guessed: bool = False
    chance: float | None = None
    instead: bool = False

    @staticmethod
    def by(role: str, referents: Iterable[Referent], index: int) -> tuple["Filled", ...]:
        """``role`` filled by each of the referents; one that has but the predicate's own word comes from elsewhere."""
        return tuple(
            Filled(
                role,
                r.entity,
                r.first,
                r.first if r.inferred and r.head == index else r.last,
                r.inferred,
                chance=r.chance,
                instead=r.instead,
            )
            for r in referents
        )


@dataclass(frozen=True, slots=True)
class Finding:
    """The claim of a rule at some words (token indices), or the reason why it gives none."""

    rule: Rule
    words: tuple[int, ...]
    claim: Claim | None = None
    reason: Reason | None = None
    other: Rule | None = None
    filled: tuple[Filled, ...] = ()
    cues: tuple[CueWord, ...] = ()
    time: TimeMention | None = None
    figures: tuple[tuple[int, int], ...] = ()
    confidence: float | None = None

    def unread(self, reason: Reason) -> "Finding":
        """The same without its claim."""
        return replace(self, claim=None, reason=reason)


def untold(cues: Sequence[CueWord], told: Collection[int]) -> list[CueWord]:
    """The cues without the negations ``told``: with one of them, "will not recognise" is a refusal of now."""
    negations = [cue for cue in cues if cue.kind in ("negation", "adverb") and cue.index in told]
    will = ("tense", "auxiliary") if negations else ()
    return [c for c in cues if c not in negations and not (c.kind in will and c.modality == "planned")]


def rule_of(firing: Firing) -> Rule:
    """The lexicon's entry that fires, as an explanation names it."""
    trigger = firing.trigger
    return Rule(id=trigger.id, type=trigger.type, source=trigger.source)
