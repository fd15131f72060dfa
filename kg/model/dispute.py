"""A dispute: values that exclude each other, side by side, with who says which since when."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kg.model.answer import evidence_json
from kg.model.claim import Claim, Entity, Quantity, TimeSpan
from kg.model.fact import Status, Value
from kg.model.reference import OfficeTerm

DisputeKind = Literal["denial", "date", "figure", "place", "holder", "parties"]
DISPUTE_KINDS: tuple[DisputeKind, ...] = ("denial", "date", "figure", "place", "holder", "parties")


@dataclass(frozen=True, slots=True, kw_only=True)
class Testimony:
    """One voice with the passages in which it says so, the earliest published first.

    ``who`` is the speaker that the passages name, or the medium behind them; ``None`` for a publisher that the
    gazetteer does not know, whose ``name`` may be empty. ``since`` is the day of its first report, if known.
    """

    who: Entity | None
    name: str
    since: date | None
    claims: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "who": self.who.to_json() if self.who else None,
            "name": self.name,
            "since": self.since.isoformat() if self.since else None,
            "evidence": [{"claim": claim.id, **evidence_json(claim)} for claim in self.claims],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """One side: the value, or that it is not so (``denied``), and who says it, the first to report first.

    Of parties the value is the whole list of them. What a reference says rests on ``terms`` of office and on no
    passage.
    """

    value: Entity | Value | TimeSpan | Quantity | tuple[Entity, ...]
    denied: bool = False
    since: date | None
    said_by: tuple[Testimony, ...]
    terms: tuple[OfficeTerm, ...] = ()

    def to_json(self) -> dict[str, Any]:
        value = self.value
        shown: dict[str, Any]
        if isinstance(value, Value):
            shown = {"value": value.text, "datatype": value.datatype, "language": value.language}
        elif isinstance(value, tuple):
            shown = {"list": [one.to_json() for one in value]}
        else:
            shown = value.to_json()
        return {
            "value": shown,
            "denied": self.denied,
            "since": self.since.isoformat() if self.since else None,
            "said_by": [one.to_json() for one in self.said_by],
            "terms": [term.to_json() for term in self.terms],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """What is in dispute: a property of a thing (``predicate``, a local name of the ontology), and two sides or more.

    ``status`` is ``disputed`` where one side asserts what another asserts otherwise or denies; where no two do, it is
    the status of what is contradicted: ``alleged`` or ``expected``. ``since`` is the day on which the second side was
    first reported; what a reference says counts from the first report against it. Of two holders of an office
    ``subject`` is the tenure with the smallest IRI; so it is of agreements, of which the lists of parties differ, and
    ``others`` are the rest.
    """

    id: str
    kind: DisputeKind
    subject: Entity
    predicate: str
    status: Status
    since: date | None
    positions: tuple[Position, ...]
    others: tuple[Entity, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object with the same fields; dates are ISO."""
        return {
            "id": self.id,
            "kind": self.kind,
            "subject": self.subject.to_json(),
            "predicate": self.predicate,
            "status": self.status,
            "since": self.since.isoformat() if self.since else None,
            "positions": [position.to_json() for position in self.positions],
            "others": [one.to_json() for one in self.others],
        }
