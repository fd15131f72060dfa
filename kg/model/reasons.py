"""Why two are one, or are not: what was compared, what it weighed, and who judged."""

from dataclasses import dataclass
from typing import Any, Literal

from kg.model.answer import evidence_json
from kg.model.claim import Claim, Entity
from kg.model.judgement import Judgement

How = Literal["first", "linked", "only", "judged", "forbidden", "weak", "outdone", "block"]
"""``first`` began a thing; ``linked``, ``only`` (weakly, to the only one open) or ``judged`` joined it.

What stays apart is ``judged`` so, ``forbidden`` by a sign, linked too weakly (``weak``), linked enough but parted by
others (``outdone``), or never compared, as it differs in what all reports of a thing must share (``block``).
"""
Rule = Literal["judged", "known", "spelling", "letters", "context", "compared", "chain", "apart"]
"""``known`` names stand in the gazetteer; ``spelling`` are one key, ``letters`` but for case and accents; ``context``
is what the article tells. Passages were ``compared``, or joined by a ``chain`` of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """One thing that was compared: what each of two claims says of it, and what that adds to their link.

    ``points`` are ``None`` where it forbids that the two are one. Values are plain JSON.
    """

    name: str
    points: int | None
    one: Any
    other: Any

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "points": self.points, "one": self.one, "other": self.other}


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two claims, the signs in the order in which they are looked at, their sum and how much would be enough.

    ``other`` is ``None`` where ``one`` began a thing. ``judgements`` are those that decided.
    """

    one: Claim
    other: Claim | None
    how: How
    strength: int | None
    enough: int
    signs: tuple[Sign, ...]
    judgements: tuple[Judgement, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object; of each claim its IRI and passage, of judgements their keys."""
        return {
            "one": {"claim": self.one.id, **evidence_json(self.one)},
            "other": {"claim": self.other.id, **evidence_json(self.other)} if self.other else None,
            "how": self.how,
            "strength": self.strength,
            "enough": self.enough,
            "signs": [sign.to_json() for sign in self.signs],
            "judgements": [judgement.key for judgement in self.judgements],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class NameUse:
    """A name that articles (ids, sorted) give an entity, the IRI that it stands for, and by which rule.

    Where a judgement united two entities it is the IRI that the name stood for by itself.
    ``key`` is what all spellings of a person's name share, for a person.
    """

    name: str
    iri: str
    rule: Rule
    key: str | None
    articles: tuple[str, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "id": self.iri,
            "rule": self.rule,
            "key": self.key,
            "articles": list(self.articles),
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why what two names mean is one, or is not; of one name alone what was merged into it, and why.

    ``same`` is ``None`` of one name alone. ``steps`` lead from one to the other where they are one; else they show
    what comes nearest to joining them, and what keeps them apart. ``names`` are those of entities.
    """

    one: Entity
    other: Entity | None
    same: bool | None
    rule: Rule
    steps: tuple[Comparison, ...] = ()
    names: tuple[NameUse, ...] = ()
    judgements: tuple[Judgement, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object with the same fields."""
        return {
            "one": self.one.to_json(),
            "other": self.other.to_json() if self.other else None,
            "same": self.same,
            "rule": self.rule,
            "steps": [step.to_json() for step in self.steps],
            "names": [name.to_json() for name in self.names],
            "judgements": [judgement.to_json() for judgement in self.judgements],
        }
