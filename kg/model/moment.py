"""A moment: one dated thing of a timeline, as precisely dated as is known."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kg.model.answer import evidence_json
from kg.model.claim import Claim, Entity, TimeSpan
from kg.model.fact import Status
from kg.model.reference import OfficeTerm

MomentKind = Literal["event", "agreement", "office"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """An event, a stage of an agreement, or a term of office; ``span`` is ``None`` where no passage dates it.

    ``type`` is that of the event, the kind of agreement or the office's English title; ``what`` the event's finer type,
    the agreement's stage or the holder's standing, if told. ``who`` are the actors, parties or holders, ``whom`` the
    targets or whose office it is. ``figures`` are in words. ``sources`` counts the independent ones that say so.
    ``status`` is that of its having happened then: where two dates are in dispute each is a moment, disputed.
    ``terms`` are those of references that dispute a term of office.
    """

    id: str
    subject: Entity
    kind: MomentKind
    type: str
    what: str | None
    span: TimeSpan | None
    status: Status
    who: tuple[Entity, ...]
    whom: tuple[Entity, ...]
    places: tuple[Entity, ...]
    figures: tuple[str, ...]
    sources: int
    first_report: date | None
    last_report: date | None
    claims: tuple[Claim, ...]
    denials: tuple[Claim, ...]
    terms: tuple[OfficeTerm, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object with the same fields; dates are ISO."""
        return {
            "id": self.id,
            "subject": self.subject.to_json(),
            "kind": self.kind,
            "type": self.type,
            "what": self.what,
            "time": self.span.to_json() if self.span else None,
            "status": self.status,
            "who": [one.to_json() for one in self.who],
            "whom": [one.to_json() for one in self.whom],
            "places": [one.to_json() for one in self.places],
            "figures": list(self.figures),
            "sources": self.sources,
            "first_report": self.first_report.isoformat() if self.first_report else None,
            "last_report": self.last_report.isoformat() if self.last_report else None,
            "evidence": [{"claim": claim.id, **evidence_json(claim)} for claim in self.claims],
            "disputed_by": [term.to_json() for term in self.terms],
            "denied_by": [{"claim": claim.id, **evidence_json(claim)} for claim in self.denials],
        }
