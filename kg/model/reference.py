"""Reference data: what is known beforehand, and claims are held against. It is evidence for none of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from kg.model.claim import TimeSpan


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeTerm:
    """A person's term in an office, as the reference called ``reference`` has it.

    ``names`` are pairs of a language (``""`` for all) and a name, sorted; ``holders`` the IRIs that articles may know
    the person by. ``of`` is the IRI of a state or organisation. ``end`` is ``None`` for whoever holds the office on the
    last day of which the reference speaks; of days outside ``speaks_from`` to ``speaks_until`` it tells nothing.
    """

    id: str
    reference: str
    names: tuple[tuple[str, str], ...]
    holders: tuple[str, ...]
    offices: tuple[str, ...]
    of: str
    start: TimeSpan
    end: TimeSpan | None
    speaks_from: date
    speaks_until: date
    source: str

    def name(self, language: str) -> str:
        """What the holder is called in ``language``, else in every language, else in the first that there is."""
        by_language = dict(reversed(self.names))
        return by_language.get(language) or by_language.get("") or self.names[0][1]

    def to_json(self) -> dict[str, Any]:
        """A plain object: the term's IRI, its reference, holder, office, bounds at their precision, and source."""
        return {
            "id": self.id,
            "reference": self.reference,
            "holder": {"id": self.holders[0], "label": self.name("en")},
            "office": self.offices[0],
            "of": self.of,
            "start": self.start.to_json(),
            "end": self.end.to_json() if self.end else None,
            "source": self.source,
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """Background knowledge under one name; it speaks of the days from ``first_day`` to ``last_day``.

    ``titles`` are by language.
    """

    name: str
    titles: Mapping[str, str]
    first_day: date
    last_day: date
    terms: tuple[OfficeTerm, ...]

    def to_json(self) -> dict[str, Any]:
        """A plain object: name, titles, the days of which it speaks, and its terms."""
        return {
            "name": self.name,
            "titles": dict(self.titles),
            "from": self.first_day.isoformat(),
            "until": self.last_day.isoformat(),
            "terms": [term.to_json() for term in self.terms],
        }


@dataclass(frozen=True, slots=True, kw_only=True)
class Background:
    """What deriving the facts of a block may look at besides its claims."""

    terms: tuple[OfficeTerm, ...] = ()


NO_BACKGROUND = Background()
