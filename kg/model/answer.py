"""An answer: rows, the SPARQL that gave them, and the evidence for each."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from kg.model.claim import Claim
from kg.model.reference import OfficeTerm

LONGEST_QUESTION = 1_000
"""Characters. A longer text is no question, and reading it would only take time."""

AnswerStatus = Literal["answered", "none", "not understood"]
AnswerKind = Literal["agreements", "events", "entities", "number", "date", "boolean"]


def evidence_json(claim: Claim) -> dict[str, Any]:
    """One item of a row's ``evidence`` in the contract *Answers as JSON*."""
    data = claim.to_json()
    return {
        "article": data["article"],
        **data["evidence"],
        "modality": data["modality"],
        "attribution": data["attribution"],
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: the columns of its kind as plain JSON values, the status, and the claims that it rests on.

    ``disputed_by`` are the terms of reference data that contradict it; in JSON they stand only where there are any.
    """

    columns: Mapping[str, Any]
    status: str | None
    evidence: tuple[Claim, ...]
    disputed_by: tuple[OfficeTerm, ...] = ()

    def to_json(self) -> dict[str, Any]:
        against = {"disputed_by": [term.to_json() for term in self.disputed_by]} if self.disputed_by else {}
        evidence = [evidence_json(claim) for claim in self.evidence]
        return {**self.columns, "status": self.status, **against, "evidence": evidence}


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the graph says to a question. ``also`` holds what is only alleged, expected or denied.

    ``nearest`` says what it does hold that comes near, where it holds no answer.
    """

    question: str
    status: AnswerStatus
    kind: AnswerKind | None
    sparql: str | None
    understood: str | None
    rows: tuple[Row, ...] = ()
    also: tuple[Row, ...] = ()
    suggestions: tuple[str, ...] = field(default=())
    nearest: str | None = None

    def to_json(self) -> dict[str, Any]:
        """The object of the contract *Answers as JSON*."""
        near = {"nearest": self.nearest} if self.nearest else {}
        return {
            "question": self.question,
            "status": self.status,
            "kind": self.kind,
            "sparql": self.sparql,
            "understood": self.understood,
            "rows": [row.to_json() for row in self.rows],
            "also": [row.to_json() for row in self.also],
            "suggestions": list(self.suggestions),
            **near,
        }
