"""What differs between two states of knowledge, thing by thing: an agreement, an event, a tenure or a relation."""

from dataclasses import dataclass
from typing import Any, Literal, get_args

from kg.model.answer import evidence_json
from kg.model.claim import Claim, Entity
from kg.model.fact import ASSERTED, Fact, Status, Value

ChangeKind = Literal[
    "new",
    "disputed",
    "confirmed",
    "corroborated",
    "denied",
    "withdrawn",
    "weakened",
    "settled",
    "changed",
    "learned",
    "parted",
    "gone",
]
CHANGE_KINDS: tuple[ChangeKind, ...] = get_args(ChangeKind)
"""In the order in which they matter to a reader; a thing of which several hold is told under the first.

``learned`` is a part that became known, ``parted`` what was taken for one thing with another and is now told apart.
"""


def kind_of_change(before: Status | None, after: Status | None) -> ChangeKind | None:
    """What the step from one status to another is; ``None`` stands for not being known, and is given for no step.

    ``confirmed`` is what was only alleged, expected or denied and is now asserted, ``withdrawn`` the reverse;
    ``weakened`` is no longer corroborated, ``settled`` no longer disputed, ``changed`` any step between what is not
    asserted but to ``denied``.

    >>> kind_of_change(None, "alleged"), kind_of_change("expected", "stated"), kind_of_change("stated", "corroborated")
    ('new', 'confirmed', 'corroborated')
    """
    if before == after:
        return None
    if before is None or after is None:
        return "new" if before is None else "gone"
    if after in ASSERTED:
        if after == "disputed":
            return "disputed"
        if before not in ASSERTED:
            return "confirmed"
        return "settled" if before == "disputed" else "corroborated" if after == "corroborated" else "weakened"
    if after == "denied":
        return "denied"
    return "withdrawn" if before in ASSERTED else "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange:
    """One role, date, figure or stage of a thing, and its status before and after; ``None`` where it was not known."""

    fact: Fact
    before: Status | None
    after: Status | None

    def to_json(self) -> dict[str, Any]:
        return {
            "predicate": self.fact.predicate,
            "object": _plain(self.fact.object),
            "before": self.before,
            "after": self.after,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one thing differs: the status of the whole, and of the parts that differ in a way of their own.

    ``whole`` is the fact that the thing took place (its class), of a relation its triple; as it is after the change,
    or before where the thing is gone. ``facts`` are all facts of the thing on the same side. ``claims`` are those that
    made the change, by day of publication, article and place in it.
    """

    kind: ChangeKind
    kinds: tuple[ChangeKind, ...]
    whole: Fact
    before: Status | None
    after: Status | None
    parts: tuple[PartChange, ...]
    facts: tuple[Fact, ...]
    claims: tuple[Claim, ...]

    @property
    def is_relation(self) -> bool:
        return self.whole.predicate != "a"

    def to_json(self) -> dict[str, Any]:
        """A plain object: the thing, what became of it, its changed parts, and the passages that made it so."""
        triple = {"predicate": self.whole.predicate, "object": _plain(self.whole.object)} if self.is_relation else {}
        return {
            "change": self.kind,
            "changes": list(self.kinds),
            "thing": {**self.whole.subject.to_json(), **triple},
            "fact": self.whole.id,
            "before": self.before,
            "after": self.after,
            "parts": [part.to_json() for part in self.parts],
            "evidence": [evidence_json(claim) for claim in self.claims],
        }


def _plain(value: Entity | Value) -> dict[str, Any]:
    if isinstance(value, Entity):
        return value.to_json()
    return {"value": value.text, "datatype": value.datatype, "language": value.language}
