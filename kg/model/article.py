"""An article: one text with where and when it was published."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kg.model.credits import credits
from kg.model.sketch import sketch

LANGUAGES = ("fr", "en")


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleInfo:
    """What is known of an article apart from its text; claims carry it along.

    ``id`` is unique in a graph. ``language`` is ``fr`` or ``en``. Every other field may be missing (``None``).
    ``sketch`` and ``credits`` are those of the text (see :mod:`kg.model.sketch` and :mod:`kg.model.credits`), empty
    where they were not made; they are no part of what two articles are compared by, nor of the JSON.
    """

    id: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: date | None = None
    language: str
    sketch: str = field(default="", compare=False, repr=False)
    credits: tuple[str, ...] = field(default=(), compare=False, repr=False)

    def to_json(self) -> dict[str, Any]:
        """The ``article`` object of the contract *Claims as JSON lines*."""
        return {
            "id": self.id,
            "title": self.title,
            "url": self.url,
            "publisher": self.publisher,
            "published": self.published.isoformat() if self.published else None,
            "language": self.language,
        }

    @staticmethod
    def from_json(data: dict[str, Any]) -> "ArticleInfo":
        """The inverse of :meth:`to_json`."""
        published = data.get("published")
        return ArticleInfo(
            id=data["id"],
            title=data.get("title"),
            url=data.get("url"),
            publisher=data.get("publisher"),
            published=date.fromisoformat(published) if published else None,
            language=data["language"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and what is known of it. Evidence offsets count Unicode code points in ``text``."""

    info: ArticleInfo
    text: str

    @property
    def id(self) -> str:
        return self.info.id

    @property
    def language(self) -> str:
        return self.info.language

    @property
    def published(self) -> date | None:
        return self.info.published

    def sketched(self) -> "Article":
        """The same article, with what its info keeps of its text: the sketch and the credits."""
        return replace(self, info=replace(self.info, sketch=sketch(self.text), credits=credits(self.text)))
