"""A query that has a name: SPARQL with parameters, told about in French and English."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ParameterKind = Literal["entity", "event type", "agreement kind", "date", "article", "text", "iri"]
PARAMETER_KINDS: tuple[ParameterKind, ...] = (
    "entity", "event type", "agreement kind", "date", "article", "text", "iri",
)  # fmt: skip
KNOWN_VALUES = ("asserted", "alleged", "expected", "denied", "facts", "language")
"""What ``$name`` always stands for in a named query: graphs of the store, and the language to show labels in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A value that a query is to be given: ``$name`` in its text.

    ``description`` is by language. ``default`` is meant where none is given; without one the value must be given.
    """

    name: str
    kind: ParameterKind
    description: Mapping[str, str]
    default: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedQuery:
    """A query of the library. ``title`` and ``description`` are by language; ``sparql`` holds ``$name`` for values."""

    name: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    sparql: str
