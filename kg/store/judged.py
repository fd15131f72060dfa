"""What a query may do, told before it runs: it reads this store and nothing else.

SERVICE reaches other servers and is refused unless it is allowed; FROM takes graphs of this store only; updates are no
queries. Most queries hold no letters that could spell SERVICE or FROM, whatever way one cuts them: those go to the
database as they are. All others are cut into words, judged, and written out again (see :mod:`kg.store.sparql`).
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import pyoxigraph as ox

from kg.model import QueryError, UnknownGraphError
from kg.store import sparql, terms
from kg.store.backend import Backend
from kg.store.terms import PREFIXES

_FROM = re.compile(r"(?<![?$])from(?![ \t\r\n]*[?$;.,)}/|=!>&*+])")
"""FROM, where it is no variable and no end of a name: it has the IRI of a graph, NAMED or a comment after it."""
_OWN_GRAPHS = ("alleged", "expected", "denied", "facts", "changes", "judgements")  # a store has these, empty or not
_SENTENCE = re.compile(r"[A-Z][\w*]*(?: [\w*]+){3,}")
_PLACE = re.compile(r"error at (\d+):(\d+): (?:expected )?(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dataset:
    """The graphs (IRIs) that a query is to see instead of those that it names itself."""

    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A query that may run: its text for the database, and the graphs that it sees (``None``: as the store has them).

    ``words`` are those of the text as the user wrote it.
    """

    written: str
    text: str
    prefixes: dict[str, str]
    labels: Mapping[str, str]
    words: tuple[sparql.Token, ...]
    default: list[Any] | None = None
    named: list[Any] | None = None

    def of(self, words: Sequence[sparql.Token]) -> "Judged":
        """The same with other ``words`` of the same names; errors go on standing where the user wrote."""
        return replace(self, text=sparql.canonical(self.written, words, self.labels), words=tuple(words))


def is_harmless(query: str) -> bool:
    """Whether a query can hold neither SERVICE nor FROM, nor hide them by escapes, so that it may run as it is."""
    small = query.lower()
    return "\\" not in small and "service" not in small and ("from" not in small or not _FROM.search(small))


def judge(
    backend: Backend, query: str, *, allow_service: bool, allow_from: bool, dataset: Dataset | None = None
) -> Judged:
    """The query, word by word; QueryError, with the place, for what is malformed or not allowed."""
    words = sparql.tokens(query)
    sparql.form(words)
    if not allow_service and (service := next((word for word in words if word.says("SERVICE")), None)):
        where = query.count("\n", 0, service.start) + 1
        raise QueryError(
            f"SERVICE in line {where} asks another server, which is not allowed here; leave it out or allow it"
        )
    labels = sparql.prefixes(query, words, PREFIXES)
    known = {labels[prefix]: iri for prefix, iri in PREFIXES.items()}
    if dataset is None:
        default, named = _named_by(backend, query, words, labels, known, allow_from=allow_from)
    else:
        default, named = _graphs(backend, dataset.default), _graphs(backend, dataset.named)
    text = sparql.canonical(query, words, labels)
    return Judged(written=query, text=text, prefixes=known, labels=labels, words=words, default=default, named=named)


def _graphs(backend: Backend, iris: Collection[str]) -> list[Any]:
    """The graphs of these IRIs; QueryError for one that the store has not."""
    return [_graph(backend, terms.iri(iri) if terms.is_iri(iri) else None, iri) for iri in iris]


def _graph(backend: Backend, node: ox.NamedNode | None, iri: str) -> Any:
    own = {backend.names.graph(graph) for graph in _OWN_GRAPHS}
    if node is not None and node.value == backend.names.graph("asserted"):
        return ox.DefaultGraph()
    if node is None or not (node.value in own or backend.database.contains_named_graph(node)):
        raise UnknownGraphError(f"the store has no graph <{iri}>, and a query reads nothing but the store")
    return node


def _named_by(
    backend: Backend,
    query: str,
    words: tuple[sparql.Token, ...],
    labels: Mapping[str, str],
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
        node = resolve(query, (*prologue, graph), labels, known)
        if node.value == backend.names.graph("asserted") and not is_named:
            default.append(ox.DefaultGraph())
        elif allow_from or node.value in own or backend.database.contains_named_graph(node):
            (named if is_named else default).append(node)
        else:
            raise QueryError(
                f"FROM <{node.value}>: the store has no such graph, and a query reads nothing but the store"
            )
    return default, named


def resolve(
    query: str, words: tuple[sparql.Token, ...], labels: Mapping[str, str], known: dict[str, str]
) -> ox.NamedNode:
    """The IRI that the last word stands for after the prologue before it, as the database itself understands it."""
    *prologue, graph = words
    text = sparql.canonical(query, prologue, labels), sparql.canonical(query, [graph], labels)
    try:
        found: Any = ox.Store().query(f"{text[0]}\nSELECT ?graph {{ VALUES ?graph {{ {text[1]} }} }}", prefixes=known)
    except SyntaxError as error:
        raise sparql.malformed(query, graph.start, f"{graph.text} is no absolute IRI") from error
    graph_name: ox.NamedNode = next(found)["graph"]
    return graph_name


def located(judged: Judged, message: str) -> QueryError:
    """The database's complaint about a query, at the place in the text that the user wrote."""
    query, words = judged.written, judged.words
    place = _PLACE.match(message)
    if place is None or not words:
        return QueryError(f"malformed SPARQL: {' '.join(message.split())}")
    line, column, expected = int(place[1]), int(place[2]), " ".join(place[3].split())
    index = min(line, len(words)) - 1
    word = words[index]
    sentence = _SENTENCE.search(expected)
    reason = f" ({sentence.group()})" if sentence else ""
    written = sparql.canonical(query, [word], judged.labels)
    if index == len(words) - 1 and column > len(written.encode()) - sparql.SLACK:
        what = sentence.group() if sentence else "it ends too early"
        return sparql.malformed(query, word.start + len(word.text), what)
    return sparql.malformed(query, word.start, f"unexpected {word.text!r}{reason}")
