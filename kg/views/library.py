"""The library of named queries, as a table and as plain values."""

from collections.abc import Iterable
from typing import Any, Literal

from kg.model import NamedQuery, Parameter
from kg.views.tables import Table

_COLUMNS = {"en": ("query", "what it tells", "parameters"), "fr": ("requête", "ce qu'elle dit", "paramètres")}
_DEFAULT = {"en": "else", "fr": "sinon"}


def library_table(queries: Iterable[NamedQuery], language: Literal["fr", "en"]) -> Table:
    """A row a query, in the order of ``queries``: its name, its title and what its parameters mean."""
    rows = tuple(
        (query.name, query.title[language], "; ".join(_told(one, language) for one in query.parameters))
        for query in queries
    )
    return Table(columns=_COLUMNS[language], rows=rows)


def _told(parameter: Parameter, language: Literal["fr", "en"]) -> str:
    words = f"{parameter.name}: {parameter.description[language]}"
    if parameter.default is None:
        return words
    return f"{words} ({_DEFAULT[language]} {parameter.default})"


def query_to_dict(query: NamedQuery) -> dict[str, Any]:
    """The query as plain values, with its SPARQL as it stands in the library."""
    return {
        "name": query.name,
        "title": dict(query.title),
        "description": dict(query.description),
        "parameters": [
            {"name": one.name, "kind": one.kind, "description": dict(one.description), "default": one.default}
            for one in query.parameters
        ],
        "sparql": query.sparql,
    }
