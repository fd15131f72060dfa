"""The parameters of the JSON routes: told once, for requests to be checked and for the description to be written."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from kg.knowledge_graph import KnowledgeGraph
from kg.server.protocol import RequestError

Kind = Literal["string", "integer", "date", "last day"]
Values = Mapping[str, Any]
_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
LANGUAGES = ("fr", "en")
MODALITIES = ("asserted", "reported", "planned", "possible", "denied")
STATUSES = ("disputed", "corroborated", "stated", "alleged", "expected", "denied")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of the address: ``least`` and ``most`` bound an integer, ``choices`` a string.

    A "last day" may be a month or year too, and is its last day then; empty, as a form sends it, it is none.
    """

    name: str
    description: str
    kind: Kind = "string"
    required: bool = False
    default: str | int | None = None
    choices: tuple[str, ...] = ()
    least: int = 0
    most: int = 1000

    def value(self, words: str) -> Any:
        """What the words mean; RequestError where they are no such value."""
        if self.kind == "integer":
            if not (
                words.isascii() and words.isdecimal() and len(words) < 10 and self.least <= int(words) <= self.most
            ):
                raise self._error(words, f"a number from {self.least} to {self.most}")
            return int(words)
        if self.kind == "date":
            try:
                return date.fromisoformat(words)
            except ValueError as error:
                raise self._error(words, "a date like 2025-06-19") from error
        if self.kind == "last day":
            return self._last_day(words) if words else None
        if self.choices and words not in self.choices:
            raise self._error(words, f"one of {', '.join(self.choices)}")
        return words

    def _last_day(self, words: str) -> date:
        found = _DAY.fullmatch(words)
        try:
            if found is None:
                raise ValueError
            year, month, day = (int(part or 0) for part in found.groups())
            month = month or 12
            return date(year, month, day or monthrange(year, month)[1])
        except ValueError as error:
            raise self._error(words, "a date like 2025-06-19, 2025-06 or 2025") from error

    def _error(self, words: str, expected: str) -> RequestError:
        return RequestError(400, f"{self.name} is {words!r}; it must be {expected}")


@dataclass(frozen=True, slots=True, kw_only=True)
class JsonRoute:
    """A route that gives JSON: what it is for, what it takes, what it gives, and the name of the schema of that."""

    path: str
    summary: str
    parameters: tuple[Parameter, ...]
    answer: Callable[[KnowledgeGraph, Values], Any]
    schema: str


def read_values(parameters: Sequence[Parameter], given: Sequence[tuple[str, str]]) -> dict[str, Any]:
    """The value of each parameter; RequestError for one that is missing, unknown, given twice or wrong."""
    known = {parameter.name: parameter for parameter in parameters}
    values: dict[str, Any] = {name: parameter.default for name, parameter in known.items()}
    seen: set[str] = set()
    for name, words in given:
        if name not in known:
            takes = f"use {', '.join(known)}" if known else "this takes none"
            raise RequestError(400, f"unknown parameter {name!r}; {takes}")
        if name in seen:
            raise RequestError(400, f"{name} is given twice; give it once")
        seen.add(name)
        values[name] = known[name].value(words)
    for name, parameter in known.items():
        if parameter.required and not values[name]:
            raise RequestError(400, f"{name} is missing ({parameter.description}); add ?{name}=…")
    return values


LANGUAGE = Parameter(name="language", description="the language of names: fr or en", choices=LANGUAGES)
LIMIT = Parameter(name="limit", description="how many at most", kind="integer", default=100, least=1)
OFFSET = Parameter(name="offset", description="how many to pass over", kind="integer", default=0, most=999_999_999)
SINCE = Parameter(name="since", description="not before this day", kind="date")
UNTIL = Parameter(name="until", description="not after this day", kind="date")
STATUS = Parameter(name="status", description="of this status", choices=STATUSES)
AS_OF = Parameter(
    name="as_of", description="as known on this day, or at the end of this month or year", kind="last day"
)


def day_of(given: Sequence[tuple[str, str]]) -> date | None:
    """The day as of which a request asks, where it names one; RequestError where that is no day, or given twice."""
    found: date | None = read_values((AS_OF,), [one for one in given if one[0] == AS_OF.name])[AS_OF.name]
    return found
