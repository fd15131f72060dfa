"""Queries: judged before they run, answered lazily.

A query reads the store and nothing else: SERVICE reaches other servers and is refused unless it is allowed; FROM takes
graphs of this store only; updates are no queries. SPARQL's known prefixes need no declaration.
"""

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO, Any, Literal

import pyoxigraph as ox

from kg.model import QueryError
from kg.store import sparql
from kg.store.backend import Backend, trouble
from kg.store.terms import PREFIXES, Term, plain

ResultKind = Literal["select", "ask", "construct"]
_TABLES = {
    "json": ox.QueryResultsFormat.JSON,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
    "xml": ox.QueryResultsFormat.XML,
}
_GRAPHS = {"turtle": ox.RdfFormat.TURTLE, "nt": ox.RdfFormat.N_TRIPLES, "jsonld": ox.RdfFormat.JSON_LD}
_OWN_GRAPHS = ("alleged", "expected", "denied", "facts", "changes", "judgements")  # a store has these, empty or not
_SENTENCE = re.compile(r"[A-Z][\w*]*(?: [\w*]+){3,}")
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """What a query gave, to be read once, in the order of the store: as ``rows`` or by :meth:`serialize`.

    ``kind`` is ``select``, ``ask`` or ``construct`` (DESCRIBE too). ``variables`` names the columns; for ``construct``
    they are subject, predicate and object, and ``ask`` has none, but ``truth``.
    """

    kind: ResultKind
    variables: tuple[str, ...]
    truth: bool | None = None
    _found: Any = field(repr=False)
    _backend: Backend = field(repr=False)
    _deadline: float | None = field(default=None, repr=False)

    @property
    def rows(self) -> Iterator[tuple[Term | None, ...]]:
        """The rows, found as they are asked for; ``None`` is an unbound variable. ``ask`` has no rows."""
        if self.kind == "ask":
            return
        with trouble(self._backend.path):
            for row in self._found:
                if self._deadline is not None and time.monotonic() > self._deadline:
                    raise QueryError("the query took longer than its time; ask for less, or add a LIMIT")
                yield tuple(plain(term) for term in row)

    def serialize(self, format: str, output: IO[bytes] | None = None) -> bytes | None:
        """The results as ``json``, ``csv``, ``tsv`` or ``xml`` (W3C), a graph as ``turtle``, ``nt`` or ``jsonld``.

        They go to ``output``, or come back as bytes where there is none. QueryError where the format does not fit: a
        table is no graph, and a graph no table. The answer to ASK has no CSV or TSV form of its own in the standard;
        it is ``true`` or ``false`` on a line.
        """
        formats: dict[str, Any] = dict(_GRAPHS if self.kind == "construct" else _TABLES)
        if format not in formats:
            raise QueryError(self._misfit(format, ", ".join(formats)))
        if self.kind == "ask" and format in ("csv", "tsv"):
            return _written(b"true\n" if self.truth else b"false\n", output)
        with trouble(self._backend.path):
            if self.kind == "construct":
                data = ox.serialize(self._found, format=formats[format], prefixes=dict(PREFIXES))
                return _written(data or b"", output)
            if output is None:
                return bytes(self._found.serialize(format=formats[format]))
            self._found.serialize(output, formats[format])
            return None

    def _misfit(self, format: str, fitting: str) -> str:
        what = {
            "select": "SELECT gives a table",
            "ask": "ASK gives true or false",
            "construct": "CONSTRUCT and DESCRIBE give a graph",
        }
        if format in _GRAPHS or format in _TABLES:
            return f"{what[self.kind]}, which {format} cannot hold; use {fitting}"
        return f"unknown format {format!r}; {what[self.kind]}: use {fitting}"


def _written(data: bytes, output: IO[bytes] | None) -> bytes | None:
    if output is None:
        return data
    output.write(data)
    return None


def run(backend: Backend, query: str, *, allow_service: bool, allow_from: bool, timeout: float | None) -> Results:
    """The results of ``query``; QueryError, before anything runs, for what is malformed or not allowed."""
    words = sparql.tokens(query)
    kind = words[sparql.form(words)].text.upper()
    if not allow_service and (service := next((word for word in words if word.says("SERVICE")), None)):
        where = query.count("\n", 0, service.start) + 1
        raise QueryError(
            f"SERVICE in line {where} asks another server, which is not allowed here; leave it out or allow it"
        )
    labels = sparql.prefixes(query, words, PREFIXES)
    known = {labels[prefix]: iri for prefix, iri in PREFIXES.items()}
    default, named = _dataset(backend, query, words, labels, known, allow_from=allow_from)
    with trouble(backend.path):
        try:
            found: Any = backend.database.query(
                sparql.canonical(query, words, labels), prefixes=known, default_graph=default, named_graphs=named
            )
        except SyntaxError as error:
            raise _located(query, words, labels, str(error)) from error
        except RuntimeError as error:
            raise QueryError(f"the query cannot be answered: {' '.join(str(error).split())}") from error
    deadline = None if timeout is None else time.monotonic() + timeout
    if kind == "ASK":
        return Results(kind="ask", variables=(), truth=bool(found), _found=found, _backend=backend)
    if kind == "SELECT":
        columns = tuple(variable.value for variable in found.variables)
        return Results(kind="select", variables=columns, _found=found, _backend=backend, _deadline=deadline)
    columns = ("subject", "predicate", "object")
    return Results(kind="construct", variables=columns, _found=found, _backend=backend, _deadline=deadline)


def _dataset(
    backend: Backend,
    query: str,
    words: tuple[sparql.Token, ...],
    labels: Any,
    known: dict[str, str],
    *,
    allow_from: bool,
) -> tuple[list[Any] | None, list[Any] | None]:
    """The default and the named graphs that the query's FROM clauses choose; ``None`` twice where it has none."""
    clauses = list(sparql.from_clauses(words))
    if not clauses:
        return None, None
    prologue = words[: sparql.form(words)]
    own = {backend.names.graph(graph) for graph in _OWN_GRAPHS}
    default: list[Any] = []
    named: list[Any] = []
    for word, is_named, graph in clauses:
        if graph is None:
            raise sparql.malformed(query, word.start, "FROM without the IRI of a graph")
        node = _resolve(query, (*prologue, graph), labels, known)
        if node.value == backend.names.graph("asserted") and not is_named:
            default.append(ox.DefaultGraph())
        elif allow_from or node.value in own or backend.database.contains_named_graph(node):
            (named if is_named else default).append(node)
        else:
            raise QueryError(
                f"FROM <{node.value}>: the store has no such graph, and a query reads nothing but the store"
            )
    return default, named


def _resolve(query: str, words: tuple[sparql.Token, ...], labels: Any, known: dict[str, str]) -> ox.NamedNode:
    """The IRI that the last word stands for after the prologue before it, as the database itself understands it."""
    *prologue, graph = words
    text = sparql.canonical(query, prologue, labels), sparql.canonical(query, [graph], labels)
    try:
        found: Any = ox.Store().query(f"{text[0]}\nSELECT ?graph {{ VALUES ?graph {{ {text[1]} }} }}", prefixes=known)
    except SyntaxError as error:
        raise sparql.malformed(query, graph.start, f"{graph.text} is no absolute IRI") from error
    graph_name: ox.NamedNode = next(found)["graph"]
    return graph_name


def _located(query: str, words: tuple[sparql.Token, ...], labels: Any, message: str) -> QueryError:
    """The database's complaint, at the place in the text that the user wrote."""
    place = _PLACE.match(message)
    if place is None:
        return QueryError(f"malformed SPARQL: {' '.join(message.split())}")
    line, column, expected = int(place[1]), int(place[2]), " ".join(place[3].split())
    index = min(line, len(words)) - 1
    word = words[index]
    sentence = _SENTENCE.search(expected)
    reason = f" ({sentence.group()})" if sentence else ""
    written = sparql.canonical(query, [word], labels)
    if index == len(words) - 1 and column > len(written.encode()) - sparql.SLACK:
        what = sentence.group() if sentence else "it ends too early"
        return sparql.malformed(query, word.start + len(word.text), what)
    return sparql.malformed(query, word.start, f"unexpected {word.text!r}{reason}")
