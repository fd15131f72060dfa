"""How a thing came to be known as it is: article by article, and what corrections changed."""

from dataclasses import dataclass
from typing import Any

from kg.model.answer import evidence_json
from kg.model.article import ArticleInfo
from kg.model.change import Change
from kg.model.claim import Claim
from kg.model.fact import Fact, Status
from kg.model.judgement import Judgement


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One article: what it says of the thing, in the order of its text, and the status after it.

    ``change`` is what the article changed; ``None`` where nothing.
    """

    article: ArticleInfo
    claims: tuple[Claim, ...]
    status: Status | None
    change: Change | None

    def to_json(self) -> dict[str, Any]:
        return {
            "article": self.article.to_json(),
            "status": self.status,
            "change": self.change.to_json() if self.change else None,
            "evidence": [evidence_json(claim) for claim in self.claims],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What changed when one version of an article took the place of another; ``number`` is that of the former.

    ``withdrawn`` are the passages of the former version that spoke of it, the change's own claims those of the latter.
    """

    former: ArticleInfo
    latter: ArticleInfo
    number: int
    change: Change
    withdrawn: tuple[Claim, ...]

    def to_json(self) -> dict[str, Any]:
        return {
            "former": self.former.to_json(),
            "latter": self.latter.to_json(),
            "version": self.number,
            "change": self.change.to_json(),
            "withdrawn": [evidence_json(claim) for claim in self.withdrawn],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The history of one fact: of a thing, that of its having taken place.

    ``steps`` stand in the order of publication, articles without a date last. Of a fact that only corrections know any
    more there are none. ``judgements`` are those that decided which passages are of it.
    """

    fact: Fact
    steps: tuple[Step, ...]
    corrections: tuple[Correction, ...]
    judgements: tuple[Judgement, ...] = ()

    def to_json(self) -> dict[str, Any]:
        """A plain object: the fact as it is now, each step, each correction, each judgement."""
        return {
            "fact": self.fact.to_json(),
            "steps": [step.to_json() for step in self.steps],
            "corrections": [correction.to_json() for correction in self.corrections],
            "judgements": [judgement.to_json() for judgement in self.judgements],
        }
