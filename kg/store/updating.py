"""SPARQL updates: of graphs of the user's own, for what kg derives is only changed by what it is derived from.

A graph is kg's where its IRI begins as those do that the store makes; so is the default graph. Which graph an update
writes to must stand in it as an IRI. LOAD and SERVICE, which reach elsewhere, are refused.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from kg.model import QueryError
from kg.store import sparql
from kg.store.backend import Backend, trouble
from kg.store.judged import Dataset, Judged, located, resolve
from kg.store.sparql import Token
from kg.store.terms import PREFIXES, is_iri

_PROLOGUE = ("PREFIX", "BASE", "VERSION")
_SWEEPING = ("DEFAULT", "NAMED", "ALL")
_OPEN, _CLOSED = ("{", "(", "["), ("}", ")", "]")


def update(backend: Backend, text: str, using: Dataset | None = None) -> None:
    """Carry out the operations of ``text``, all or none; what they match is looked for in the graphs of ``using``.

    QueryError, before anything happens, for what is malformed or not allowed.
    """
    words = sparql.tokens(text)
    labels = sparql.prefixes(text, words, PREFIXES)
    known = {labels[prefix]: iri for prefix, iri in PREFIXES.items()}
    written: list[Token] = []
    prologue: list[Token] = []
    for operation in _operations(words):
        head, body = _parted(operation)
        prologue += head
        _Judge(backend, text, tuple(prologue), labels, known).judge(body)
        written += [*head, *(_using(body, using) if using is not None else body)]
        written += [Token("sign", ";", operation[-1].start)] if operation else []
    judged = Judged(
        written=text, text=sparql.canonical(text, written, labels), prefixes=known, labels=labels, words=tuple(written)
    )
    with trouble(backend.path):
        try:
            backend.database.update(judged.text, prefixes=known)
        except SyntaxError as error:
            raise located(judged, str(error)) from error
    backend.flush()


def _operations(words: Sequence[Token]) -> Iterator[list[Token]]:
    """The words between the semicolons that part operations."""
    depth = 0
    found: list[Token] = []
    for word in words:
        depth += (word.text in _OPEN) - (word.text in _CLOSED)
        if word.text == ";" and depth == 0:
            yield found
            found = []
        else:
            found.append(word)
    if found:
        yield found


def _parted(operation: list[Token]) -> tuple[list[Token], list[Token]]:
    """The prologue of an operation, and the rest."""
    at = 0
    while at < len(operation) and operation[at].kind == "word" and operation[at].text.upper() in _PROLOGUE:
        at += 3 if operation[at].says("PREFIX") else 2
    return operation[:at], operation[at:]


def _using(body: list[Token], dataset: Dataset) -> list[Token]:
    """The operation with USING clauses for ``dataset``; QueryError where it has its own."""
    if any(word.says("USING") or word.says("WITH") for word in body):
        raise QueryError(
            "the update chooses its graphs itself (USING, WITH), and the request chooses others; leave one"
        )
    where = next((i for i, word in enumerate(_outer(body)) if word is not None and word.says("WHERE")), None)
    if where is None:
        return body
    if body[0].says("DELETE") and where == 1:
        raise QueryError("DELETE WHERE cannot be told its graphs by the request; write DELETE { … } WHERE { … }")
    clauses: list[Token] = []
    for named, iris in ((False, dataset.default), (True, dataset.named)):
        for iri in iris:
            if not is_iri(iri):
                raise QueryError(f"{iri!r} is no absolute IRI of a graph")
            clauses.append(Token("word", "USING", body[where].start))
            clauses += [Token("word", "NAMED", body[where].start)] if named else []
            clauses.append(Token("iri", f"<{iri}>", body[where].start))
    return [*body[:where], *clauses, *body[where:]]


def _outer(words: Sequence[Token]) -> list[Token | None]:
    """The words that stand in no bracket, the others as ``None``."""
    found: list[Token | None] = []
    depth = 0
    for word in words:
        depth -= word.text in _CLOSED
        found.append(word if depth == 0 else None)
        depth += word.text in _OPEN
    return found


class _Judge:
    """Refuses what an operation may not do."""

    def __init__(
        self, backend: Backend, text: str, prologue: tuple[Token, ...], labels: Mapping[str, str], known: Any
    ) -> None:
        self._base = backend.names.base
        self._text = text
        self._prologue = prologue
        self._labels = labels
        self._known = known

    def judge(self, body: list[Token]) -> None:
        """QueryError where the operation reaches elsewhere, or changes what is kg's."""
        if not body:
            return
        verb = body[0].text.upper()
        if verb == "LOAD" or any(word.says("SERVICE") for word in body):
            raise QueryError(
                "LOAD and SERVICE reach other servers and files, which is not allowed; send the data itself"
            )
        if verb in ("CLEAR", "DROP", "CREATE"):
            self._named(body[1:])
        elif verb in ("ADD", "MOVE", "COPY"):
            self._moved(verb, body[1:])
        elif verb in ("INSERT", "DELETE", "WITH"):
            self._changed(body)
        else:
            raise QueryError(f"an update begins with INSERT, DELETE, WITH or the like, not with {body[0].text!r}")

    def _named(self, words: list[Token]) -> None:
        words = [word for word in words if not (word.says("SILENT") or word.says("GRAPH"))]
        if len(words) != 1 or words[0].text.upper() in _SWEEPING:
            raise self._refusal(words[0] if words else None)
        self._own(words[0])

    def _moved(self, verb: str, words: list[Token]) -> None:
        words = [word for word in words if not (word.says("SILENT") or word.says("GRAPH"))]
        if len(words) != 3 or words[2].says("DEFAULT") or (verb == "MOVE" and words[0].says("DEFAULT")):
            raise self._refusal(words[-1] if words else None)
        for word in words if verb == "MOVE" else words[2:]:
            if not word.says("TO"):
                self._own(word)

    def _changed(self, body: list[Token]) -> None:
        """Every quad that is put in or taken out has its graph named, by GRAPH or WITH."""
        outer = _outer(body)
        within = body[0].says("WITH")
        if within:
            self._own(body[min(1, len(body) - 1)])
        where = next((i for i, word in enumerate(outer) if word is not None and word.says("WHERE")), len(body))
        shorthand = body[0].says("DELETE") and where == 1
        using = next((i for i, word in enumerate(outer) if word is not None and word.says("USING")), where)
        self._quads(body if shorthand else body[: min(where, using)], within=within)

    def _quads(self, words: list[Token], *, within: bool) -> None:
        depth = 0
        named_at: int | None = None
        for index, word in enumerate(words):
            if word.text == "{":
                depth += 1
            elif word.text == "}":
                depth -= 1
                named_at = None if named_at is not None and depth < named_at else named_at
            elif word.says("GRAPH") and depth == 1:
                self._own(words[index + 1] if index + 1 < len(words) else word)
                named_at = 2
            elif depth == 1 and not within and not (index and words[index - 1].says("GRAPH")) and word.text != ".":
                raise self._refusal(word)

    def _own(self, word: Token) -> None:
        """QueryError unless the word is the IRI of a graph that is not kg's."""
        if word.kind not in ("iri", "name"):
            raise self._refusal(word)
        iri = resolve(self._text, (*self._prologue, word), self._labels, self._known).value
        if iri.startswith(self._base):
            raise self._refusal(word)

    def _refusal(self, word: Token | None) -> QueryError:
        what = f" ({word.text!r})" if word is not None else ""
        return QueryError(
            f"an update changes graphs of your own, each named by its IRI{what}; the default graph and those below"
            f" {self._base} hold what kg derives, which ingest, retract, import, same and different change"
        )
