"""Content negotiation (RFC 9110, section 12.5.1): which of the forms that are offered a client likes best."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

TABLES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/json": "json",
    "application/sparql-results+xml": "xml",
    "application/xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
GRAPHS: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/n-triples": "nt",
    "application/rdf+xml": "rdfxml",
    "application/ld+json": "jsonld",
    "application/xml": "rdfxml",
    "application/json": "jsonld",
    "text/plain": "nt",
}


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept header: what it names, with ``*`` for any, and how much it is liked (0 to 1)."""

    kind: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How closely it names ``media_type``: 2 itself, 1 its kind, 0 anything, -1 not at all."""
        kind, _, subtype = media_type.partition("/")
        if self.kind == "*":
            return 0
        if self.kind != kind:
            return -1
        return 1 if self.subtype == "*" else 2 if self.subtype == subtype else -1


def choose(accept: str | None, offers: Sequence[str]) -> str | None:
    """The media type of ``offers`` that ``accept`` likes best, the first of those equally liked; ``None`` for none.

    >>> choose("text/csv;q=0.5, text/turtle", ["text/csv", "text/turtle"])
    'text/turtle'
    >>> choose("text/html", ["text/csv"]) is None
    True
    """
    ranges = _ranges(accept) if accept and accept.strip() else [_Range("*", "*", 1.0)]
    liked = [(_quality(ranges, offer), -index, offer) for index, offer in enumerate(offers)]
    quality, _, offer = max(liked, default=(0.0, 0, ""))
    return offer if quality > 0 else None


def _quality(ranges: Sequence[_Range], offer: str) -> float:
    """What the range that names ``offer`` most closely says of it."""
    fitting = [(range.specificity(offer), range.quality) for range in ranges]
    closest = max(fitting, key=lambda one: one[0], default=(-1, 0.0))
    return closest[1] if closest[0] >= 0 else 0.0


def _ranges(accept: str) -> list[_Range]:
    found = []
    for part in accept.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        kind, slash, subtype = name.lower().partition("/")
        if kind and slash and subtype:
            found.append(_Range(kind, subtype, _q(parameters)))
    return found


def _q(parameters: Sequence[str]) -> float:
    """The weight; one that is no number from 0 to 1 counts as none."""
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            try:
                weight = float(value.strip())
            except ValueError:
                return 0.0
            return weight if 0.0 <= weight <= 1.0 else 0.0
    return 1.0
