"""The forms that results are written in: tables as the W3C lays them down, graphs as RDF."""

from collections.abc import Mapping
from typing import Any, Literal

import pyoxigraph as ox

from kg.model import QueryError

ResultKind = Literal["select", "ask", "construct"]
TABLES: Mapping[str, Any] = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
GRAPHS: Mapping[str, Any] = {
    "turtle": ox.RdfFormat.TURTLE,
    "nt": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
_WHAT = {
    "select": "SELECT gives a table",
    "ask": "ASK gives true or false",
    "construct": "CONSTRUCT and DESCRIBE give a graph",
}


def check(kind: ResultKind, format: str) -> None:
    """QueryError where results of that kind do not fit the format of that name, or none is called so."""
    formats = GRAPHS if kind == "construct" else TABLES
    if format in formats:
        return
    use = f"use {', '.join(formats)}"
    if format in GRAPHS or format in TABLES:
        raise QueryError(f"{_WHAT[kind]}, which {format} cannot hold; {use}")
    raise QueryError(f"unknown format {format!r}; {_WHAT[kind]}: {use}")
