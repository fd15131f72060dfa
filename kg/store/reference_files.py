"""Reference data as Turtle → a :class:`Reference`, checked.

A file describes itself once and holds any number of terms of office::

    [] a kg:Reference ; dcterms:title "Defence ministers"@en ;
       kg:timeFrom "2020-01-01"^^xsd:date ; kg:timeUntil "2025-06-30"^^xsd:date .   # the days of which it speaks
    [] a kg:OfficeTerm ; kg:named "Lloyd Austin" ; kg:office "defence minister" ; kg:of "USA" ;
       schema:startDate "2021-01-22"^^xsd:date ; schema:endDate "2025-01-20"^^xsd:date ;
       dcterms:source <https://www.wikidata.org/wiki/Q941247> .

``kg:named`` may come several times, with languages; ``kg:office`` too, where papers call one office by several names
that the vocabulary knows. ``kg:of`` is the ISO code or any name of a state or organisation, or its IRI. Dates are
``xsd:date``, ``xsd:gYearMonth`` or ``xsd:gYear``; a term without an end lasts beyond the days of which the file speaks.
Nothing that a file names is fetched, and its own IRIs are not kept.
"""

import codecs
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pyoxigraph as ox

from kg.model import BackgroundError, Names, OfficeTerm, Reference, TimeSpan
from kg.model.person_names import person_key
from kg.store import terms
from kg.store.references import read_span
from kg.store.terms import name as iri_of
from kg.vocabulary import load_gazetteer

LARGEST_FILE = 16 * 2**20
"""Bytes."""
MOST_TERMS = 50_000
LONGEST_TEXT = 300
"""Characters of a name, an office or an address."""

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}")
_OF_REFERENCE = ("rdf:type", "dcterms:title", "kg:timeFrom", "kg:timeUntil", "rdfs:comment")
_OF_TERM = ("rdf:type", "kg:named", "kg:office", "kg:of", "schema:startDate", "schema:endDate", "dcterms:source")
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")

Node = Mapping[str, Sequence[Any]]
"""The objects of one node of the file by predicate IRI."""


def read_reference(path: str | Path, name: str, names: Names) -> Reference:
    """The reference in the Turtle file at ``path``, called ``name``, with the IRIs of the store that ``names`` makes.

    BackgroundError, with the line or the node, the value and the remedy, where the file cannot be read or is wrong.
    """
    if not _NAME.fullmatch(name):
        raise BackgroundError(f"{name!r} is no name for reference data; use letters, digits, dots, - and _")
    return _File(Path(path), name, names).read()


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST_FILE + 1)
    except OSError as error:
        raise BackgroundError(f"{path}: {error.strerror or error}; name a Turtle file") from error
    if len(data) > LARGEST_FILE:
        raise BackgroundError(f"{path}: larger than {LARGEST_FILE >> 20} MiB; split it, and import the parts by name")
    return data.removeprefix(codecs.BOM_UTF8)


class _File:
    def __init__(self, path: Path, name: str, names: Names) -> None:
        self._path = path
        self._name = name
        self._names = names
        self._gazetteer = load_gazetteer(names.base)

    def read(self) -> Reference:
        nodes = self._nodes()
        kinds = {"kg:Reference": _OF_REFERENCE, "kg:OfficeTerm": _OF_TERM}
        by_kind: dict[str, list[tuple[str, Node]]] = {kind: [] for kind in kinds}
        for node, own in nodes.items():
            kind = next((kind for kind in kinds if iri_of(kind) in own.get(iri_of("rdf:type").value, ())), None)
            if kind is None:
                raise self._error(node, "is neither a kg:Reference nor a kg:OfficeTerm; say which, or remove it")
            self._check_properties(node, own, kinds[kind])
            by_kind[kind].append((node, own))
        if len(by_kind["kg:Reference"]) != 1:
            found = len(by_kind["kg:Reference"])
            raise self._error(None, f"has {found} nodes of the class kg:Reference; describe the file in exactly one")
        if not by_kind["kg:OfficeTerm"]:
            raise self._error(None, "holds no kg:OfficeTerm; there is nothing to import")
        return self._reference(*by_kind["kg:Reference"][0], by_kind["kg:OfficeTerm"])

    def _nodes(self) -> dict[str, dict[str, list[Any]]]:
        """What the file says, by node; BackgroundError with the line of what is no Turtle."""
        nodes: dict[str, dict[str, list[Any]]] = {}
        try:
            for quad in ox.parse(_content(self._path), format=ox.RdfFormat.TURTLE):
                nodes.setdefault(str(quad.subject), {}).setdefault(quad.predicate.value, []).append(quad.object)
                if len(nodes) > MOST_TERMS:
                    raise self._error(None, f"describes more than {MOST_TERMS} nodes; split it, and import the parts")
        except SyntaxError as error:
            line, message = error.lineno or 1, " ".join(str(error.msg).split())
            raise BackgroundError(f"{self._path}:{line}: malformed Turtle ({message}); correct the line") from error
        return nodes

    def _check_properties(self, node: str, own: Node, known: Sequence[str]) -> None:
        wrong = sorted(set(own) - {iri_of(one).value for one in known})
        if wrong:
            what = ", ".join(one for one in known if one != "rdf:type")
            raise self._error(_own_name(own) or node, f"has the unknown property <{wrong[0]}>; use {what}")

    def _reference(self, node: str, own: Node, found: Sequence[tuple[str, Node]]) -> Reference:
        first, last = self._day(node, own, "kg:timeFrom"), self._day(node, own, "kg:timeUntil")
        if first > last:
            raise self._error(node, f"speaks of days until {last}, before the first, {first}; exchange them")
        called = own.get(iri_of("dcterms:title").value, ())
        titles = {getattr(one, "language", None) or "": self._text(node, one) for one in called}
        read = {term.id: term for term in (self._term(*each, first, last) for each in found)}
        return Reference(
            name=self._name,
            titles=dict(sorted(titles.items())),
            first_day=first,
            last_day=last,
            terms=tuple(read[iri] for iri in sorted(read)),
        )

    def _day(self, node: str, own: Node, predicate: str) -> date:
        span = self._span(node, own, predicate)
        if span is None or span.precision != "day" or span.start is None:
            raise self._error(node, f'needs one {predicate}, a day of the form "2025-06-30"^^xsd:date')
        return span.start

    def _term(self, node: str, own: Node, first: date, last: date) -> OfficeTerm:
        where = _own_name(own) or node
        start, end = self._span(where, own, "schema:startDate"), self._span(where, own, "schema:endDate")
        if start is None:
            raise self._error(where, 'needs a schema:startDate, such as "2021-01-22"^^xsd:date')
        if end and end.end and start.start and start.start > end.end:
            raise self._error(where, f"ends on {end.end}, before it starts, {start.start}; exchange the dates")
        called = self._some(where, own, "kg:named")
        named = tuple(sorted((getattr(one, "language", None) or "", self._text(where, one)) for one in called))
        offices = tuple(sorted({self._office(where, one) for one in self._some(where, own, "kg:office")}))
        of = self._whole(where, self._one(where, own, "kg:of"))
        source = self._source(where, self._one(where, own, "dcterms:source"))
        days = [first.isoformat(), last.isoformat()]
        content = [self._name, named, offices, of, _bounds(start), _bounds(end), source, days]
        return OfficeTerm(
            id=self._names.hashed("term", content),
            reference=self._name,
            names=named,
            holders=tuple(sorted({iri for _, text in named for iri in self._people(where, text)})),
            offices=offices,
            of=of,
            start=start,
            end=end,
            speaks_from=first,
            speaks_until=last,
            source=source,
        )

    def _people(self, where: str, text: str) -> Iterator[str]:
        """The IRIs under which articles may know who is called ``text``."""
        key = person_key(text)
        if not key:
            raise self._error(where, f"has the name {text!r}, which has no letter; write it out")
        yield self._names.make("person", key)
        for sense in self._gazetteer.find(text):
            if sense.entity.kind == "Person" and not sense.ambiguous:
                yield sense.entity.id

    def _office(self, where: str, value: Any) -> str:
        text = self._text(where, value)
        for language in ("en", "fr"):
            if office := self._gazetteer.offices(language).get(text.lower()):
                return office.key
        from rapidfuzz import process

        known = sorted({office.key for office in self._gazetteer.offices("en").values()})
        near = ", ".join(match for match, _, _ in process.extract(text, known, limit=3))
        raise self._error(where, f"has the unknown office {text!r}; did you mean {near}?")

    def _whole(self, where: str, value: Any) -> str:
        text = value.value if isinstance(value, ox.NamedNode) else self._text(where, value)
        known = self._gazetteer.entity(text)
        if known is None:
            senses = [sense.entity for sense in self._gazetteer.find(text) if sense.sense == "name"]
            known = senses[0] if len({entity.id for entity in senses}) == 1 else None
        if known is None or known.kind not in ("State", "Organisation"):
            near = self._gazetteer.nearest(text, 3)
            hint = f"did you mean {', '.join(near)}?" if near else "use an ISO code, such as USA"
            raise self._error(where, f"is of {text!r}, no state or organisation that is known; {hint}")
        return known.id

    def _source(self, where: str, value: Any) -> str:
        text = value.value if isinstance(value, ox.NamedNode) else self._text(where, value)
        if len(text) > LONGEST_TEXT or not _ADDRESS.fullmatch(text) or not terms.is_iri(text):
            raise self._error(where, f"has the source {text[:80]!r}; give the address of a page, http or https")
        return text

    def _span(self, where: str, own: Node, predicate: str) -> TimeSpan | None:
        if iri_of(predicate).value not in own:
            return None
        value = self._one(where, own, predicate)
        datatype = value.datatype.value.rpartition("#")[2] if isinstance(value, ox.Literal) else ""
        span = read_span(value.value, datatype)
        if span is None:
            shown = str(getattr(value, "value", value))[:80]
            forms = '"2025-01-20"^^xsd:date, "2025-01"^^xsd:gYearMonth or "2025"^^xsd:gYear'
            raise self._error(where, f"has the {predicate} {shown!r}; write {forms}")
        return span

    def _one(self, where: str, own: Node, predicate: str) -> Any:
        values = self._some(where, own, predicate)
        if len(values) > 1:
            raise self._error(where, f"has {len(values)} values of {predicate}; keep one")
        return values[0]

    def _some(self, where: str, own: Node, predicate: str) -> Sequence[Any]:
        values = own.get(iri_of(predicate).value, ())
        if not values:
            raise self._error(where, f"has no {predicate}; add it")
        return values

    def _text(self, where: str, value: Any) -> str:
        text = value.value if isinstance(value, ox.Literal) else None
        if text is None or not text.strip() or not text.isprintable() or len(text) > LONGEST_TEXT:
            shown = str(getattr(value, "value", value))[:80]
            wanted = f"a text of one line and up to {LONGEST_TEXT} characters"
            raise self._error(where, f"has {shown!r} where {wanted} is wanted; correct it")
        return text.strip()

    def _error(self, where: str | None, what: str) -> BackgroundError:
        if where and where.startswith("_:"):
            where = "a node without an IRI"
        return BackgroundError(f"{self._path}: {f'{where} ' if where else ''}{what}")


def _own_name(own: Node) -> str | None:
    """What a term is called in messages: the name of its holder, quoted; ``None`` where it has none."""
    names = sorted(str(getattr(one, "value", one)) for one in own.get(iri_of("kg:named").value, ()))
    return f"the term of {names[0][:80]!r}" if names else None


def _bounds(span: TimeSpan | None) -> list[str] | None:
    return [str(span.start), str(span.end)] if span else None
