"""What an article said before it was corrected."""

from dataclasses import dataclass, replace
from typing import Any

from kg.model.article import ArticleInfo
from kg.model.claim import Claim


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerVersion:
    """A version of an article that another one has replaced; ``number`` counts an article's versions from 1.

    ``claims`` stand in the order of its ``text``. ``digest`` is what the store kept it with, see
    :func:`kg.store.articles.article_digest`. Both are ``None`` where an older program replaced it.
    """

    article: ArticleInfo
    number: int
    claims: tuple[Claim, ...]
    text: str | None = None
    digest: str | None = None

    def to_json(self) -> dict[str, Any]:
        """A plain object; the sketch of the text is in it, for copies are told by it."""
        return {
            "article": self.article.to_json(),
            "sketch": self.article.sketch,
            "number": self.number,
            "text": self.text,
            "digest": self.digest,
            "claims": [claim.to_json() for claim in self.claims],
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "FormerVersion":
        """The inverse of :meth:`to_json`."""
        info = replace(ArticleInfo.from_json(data["article"]), sketch=data["sketch"])
        claims = (replace(Claim.from_json(claim), article=info) for claim in data["claims"])
        return FormerVersion(
            article=info,
            number=data["number"],
            claims=tuple(claims),
            text=data.get("text"),
            digest=data.get("digest"),
        )
