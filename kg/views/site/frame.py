"""What all pages of the server share: the language, addresses, and the words of the menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from kg.model import Entity
from kg.views.site.words import SITE
from kg.views.words import Language, day


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a page stands: its language, its path, the fields of its address, and the day as of which it tells."""

    language: Language
    path: str = "/"
    fields: tuple[tuple[str, str], ...] = ()
    as_of: date | None = None

    @property
    def say(self) -> Mapping[str, str]:
        """The words of the menu and of the pages."""
        return {name: entry[self.language] for name, entry in SITE.items()}

    @property
    def other(self) -> Language:
        """The other language."""
        return "en" if self.language == "fr" else "fr"

    @property
    def other_href(self) -> str:
        """The address of the same page in the other language."""
        return f"{self.path}?{urlencode([*self.fields, *self._day, ('language', self.other)])}"

    @property
    def today_href(self) -> str:
        """The address of the same page as all articles have it."""
        return f"{self.path}?{urlencode([*self.fields, ('language', self.language)])}"

    @property
    def told_day(self) -> str:
        """What the page says of the day as of which it tells; empty where it tells of all."""
        return self.say["as_known"].format(day(self.as_of, self.language)) if self.as_of else ""

    @property
    def _day(self) -> list[tuple[str, str]]:
        return [("as_of", self.as_of.isoformat())] if self.as_of else []

    def href(self, path: str, /, **fields: str) -> str:
        """The address of another page, in the same language and as of the same day."""
        return f"{path}?{urlencode([*fields.items(), *self._day, ('language', self.language)])}"

    def entity(self, entity: Entity) -> str:
        """The address of the page of an entity, agreement or event."""
        return self.href("/entity", name=entity.id)

    def article(self, article_id: str) -> str:
        """The address of the page of an article."""
        return self.href("/article", id=article_id)
