"""What all pages of the server share: the language, addresses, and the words of the menu."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from kg.model import Entity
from kg.views.site.words import SITE
from kg.views.words import Language


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where a page stands: its language, its path and the fields of its address."""

    language: Language
    path: str = "/"
    fields: tuple[tuple[str, str], ...] = ()

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
        return f"{self.path}?{urlencode([*self.fields, ('language', self.other)])}"

    def href(self, path: str, /, **fields: str) -> str:
        """The address of another page, in the same language."""
        return f"{path}?{urlencode([*fields.items(), ('language', self.language)])}"

    def entity(self, entity: Entity) -> str:
        """The address of the page of an entity, agreement or event."""
        return self.href("/entity", name=entity.id)

    def article(self, article_id: str) -> str:
        """The address of the page of an article."""
        return self.href("/article", id=article_id)
