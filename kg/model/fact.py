"""A fact: one triple, the claims that support or deny it, and so its status."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kg.model.claim import Entity

Status = Literal["disputed", "corroborated", "stated", "alleged", "expected", "denied"]
STATUSES: tuple[Status, ...] = ("disputed", "corroborated", "stated", "alleged", "expected", "denied")
ASSERTED: tuple[Status, ...] = ("disputed", "corroborated", "stated")


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A literal. ``datatype`` is the local name in XML Schema (``string``, ``date``, ``gYearMonth``, ``decimal`` …).

    A value of datatype ``anyURI`` is the IRI of a class, concept or outside thing; in RDF it is a node, no literal.
    """

    text: str
    datatype: str = "string"
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One triple. ``predicate`` is a local name of the ontology (``party``, ``actor``, ``signed`` …).

    ``first_report`` and ``last_report`` are dates of publication, ``None`` where no supporting article has one.
    ``supported_by`` and ``denied_by`` hold the IRIs of claims, sorted; ``disputed_by`` those of the reference's terms
    that contradict it.
    """

    id: str
    subject: Entity
    predicate: str
    object: Entity | Value
    status: Status
    first_report: date | None
    last_report: date | None
    supported_by: tuple[str, ...]
    denied_by: tuple[str, ...] = ()
    disputed_by: tuple[str, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object with the same fields; dates are ISO."""
        value: dict[str, Any]
        if isinstance(self.object, Entity):
            value = self.object.to_json()
        else:
            value = {"value": self.object.text, "datatype": self.object.datatype, "language": self.object.language}
        return {
            "id": self.id,
            "subject": self.subject.to_json(),
            "predicate": self.predicate,
            "object": value,
            "status": self.status,
            "first_report": self.first_report.isoformat() if self.first_report else None,
            "last_report": self.last_report.isoformat() if self.last_report else None,
            "supported_by": list(self.supported_by),
            "denied_by": list(self.denied_by),
            "disputed_by": list(self.disputed_by),
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Fact":
        """The inverse of :meth:`to_json`."""
        value = data["object"]
        first, last = data["first_report"], data["last_report"]
        return Fact(
            id=data["id"],
            subject=Entity.from_json(data["subject"]),
            predicate=data["predicate"],
            object=Entity.from_json(value)
            if "kind" in value
            else Value(text=value["value"], datatype=value["datatype"], language=value["language"]),
            status=data["status"],
            first_report=date.fromisoformat(first) if first else None,
            last_report=date.fromisoformat(last) if last else None,
            supported_by=tuple(data["supported_by"]),
            denied_by=tuple(data["denied_by"]),
            disputed_by=tuple(data.get("disputed_by", ())),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """One triple of what an entity is called and of what class it is; it stands as long as an article names it.

    ``predicate`` is ``a``, ``label``, ``altLabel``, ``iso3``, ``actsFor`` or ``sameAs``. It is no fact: nobody
    claims or denies it.
    """

    subject: str
    predicate: str
    object: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Derivation:
    """What follows from a set of claims: facts sorted by id, and for each IRI that was merged the one it became."""

    facts: tuple[Fact, ...]
    merged_into: Mapping[str, str]
