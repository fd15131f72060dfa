"""A judgement: somebody's word on whether two names, or two reports, are of one thing."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from kg.model.article import ArticleInfo
from kg.model.claim import Claim
from kg.model.identity import digest

Verdict = Literal["same", "different"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One of the two that are judged, named by what is the same however often articles are read.

    An entity is named by its ``iri``, and with ``article`` (an id) only as that article means it. An event, agreement
    or office is named by ``claims`` that report it, as they were when it was judged; ``iri`` is then where it stood.
    ``label`` is what it was called, for people to read.
    """

    iri: str
    label: str
    article: str | None = None
    claims: tuple[Claim, ...] = ()

    @property
    def content(self) -> list[Any]:
        """What tells it from others: the claims' IRIs, else the entity's with the article."""
        return sorted(claim.id for claim in self.claims) or [self.iri, self.article]

    def to_json(self) -> dict[str, Any]:
        """A plain object; of each claim all that it says, and the sketch of its article."""
        return {
            "id": self.iri,
            "label": self.label,
            "article": self.article,
            "claims": [{**claim.to_json(), "sketch": claim.article.sketch} for claim in self.claims],
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Party":
        """The inverse of :meth:`to_json`."""
        return Party(
            iri=data["id"],
            label=data["label"],
            article=data["article"],
            claims=tuple(_claim(claim) for claim in data["claims"]),
        )


def _claim(data: dict[str, Any]) -> Claim:
    info = replace(ArticleInfo.from_json(data["article"]), sketch=data["sketch"])
    return replace(Claim.from_json(data), article=info)


@dataclass(frozen=True, slots=True, kw_only=True, eq=True)
class Judgement:
    """That ``one`` and ``other`` are the same, or different, who says so, on which day and why.

    It binds: different parts what would be joined, same joins what would stay apart. ``key`` is a hash of the verdict
    and of what is judged, in no order; who, when and why are no part of it.
    """

    verdict: Verdict
    one: Party
    other: Party
    by: str | None = None
    on: date | None = None
    reason: str | None = None
    key: str

    @staticmethod
    def make(
        verdict: Verdict,
        one: Party,
        other: Party,
        *,
        by: str | None = None,
        on: date | None = None,
        reason: str | None = None,
    ) -> "Judgement":
        """The judgement with its key; the one whose content comes first is ``one``."""
        first, second = sorted((one, other), key=lambda party: str(party.content))
        key = digest([verdict, first.content, second.content])
        return Judgement(verdict=verdict, one=first, other=second, by=by, on=on, reason=reason, key=key)

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def parties(self) -> tuple[Party, Party]:
        return self.one, self.other

    def to_json(self) -> dict[str, Any]:
        """A plain object with the same fields; the day is ISO."""
        return {
            "key": self.key,
            "verdict": self.verdict,
            "one": self.one.to_json(),
            "other": self.other.to_json(),
            "by": self.by,
            "on": self.on.isoformat() if self.on else None,
            "reason": self.reason,
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "Judgement":
        """The inverse of :meth:`to_json`."""
        return Judgement.make(
            data["verdict"],
            Party.from_json(data["one"]),
            Party.from_json(data["other"]),
            by=data["by"],
            on=date.fromisoformat(data["on"]) if data["on"] else None,
            reason=data["reason"],
        )
