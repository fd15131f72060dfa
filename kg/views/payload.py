"""What the page holds, as plain JSON: the picture's nodes and edges, and the facts, passages and articles it shows."""

import re
import textwrap
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from kg.model import Claim, Entity, Fact, OfficeTerm
from kg.views.graph import when_of
from kg.views.phrases import clean, object_words, reported
from kg.views.style import edge_look, is_quiet, node_look
from kg.views.terms import contradiction
from kg.views.words import MODALITIES, PREDICATES, Wording, day, word

if TYPE_CHECKING:
    from kg.views.graph import Graph
    from kg.views.layout import Box

_BOUNDS = re.compile(r"(time|signed|inForce|ended)(From|Until)$")
_ORDER = {predicate: place for place, predicate in enumerate(PREDICATES)}
SKIPPED = frozenset({"a", "label", "iso3", "sameAs"})  # what the heading says already


def web_address(url: str | None) -> str | None:
    """The address if it is one of the web (http or https, with a host), else ``None``.

    >>> web_address("https://a.example/b"), web_address("javascript:alert(1)"), web_address("//a.example")
    ('https://a.example/b', None, None)
    """
    try:
        parts = urlsplit(url or "")
        return url if parts.scheme in ("http", "https") and parts.hostname else None
    except ValueError:
        return None


def most_telling(graph: "Graph", limit: int) -> list[str]:
    """At most ``limit`` nodes, in the graph's order: the most connected, among equals the most recent."""
    ranked = sorted(graph, key=lambda iri: (graph.nodes[iri]["until"] or graph.nodes[iri]["since"], iri), reverse=True)
    ranked.sort(key=lambda iri: -graph.degree(iri))
    chosen = set(ranked[:limit])
    return [iri for iri in graph if iri in chosen]


def vis_nodes(graph: "Graph", *, placed: bool = True) -> list[dict[str, Any]]:
    """The nodes as vis-network takes them, numbered in the graph's order, each in its place unless not ``placed``."""
    from kg.views.layout import positions

    looks, boxes = {}, {}
    letters = _letters(graph)
    for iri, data in graph.nodes(data=True):
        lines = wrapped(data["short"])
        look = node_look(data["kind"], data["status"], graph.degree(iri), letters.get(iri, 0))
        looks[iri] = {"label": "\n".join(lines), "group": data["kind"], **look}
        boxes[iri] = _box(lines, look.get("size"), letters.get(iri) or (17 if data["kind"] == "State" else 14))
    if not placed:
        return [{"id": number, **looks[iri]} for number, iri in enumerate(graph)]
    links, rooms = _links(graph)
    places = positions([*graph, *rooms], links, boxes | rooms)
    return [{"id": number, "x": places[iri][0], "y": places[iri][1], **looks[iri]} for number, iri in enumerate(graph)]


def _letters(graph: "Graph") -> dict[str, int]:
    """For the most connected actors and places of a large graph the size of their names, readable when all is seen."""
    size = min(80, round(15 * (len(graph) / 60) ** 0.5))
    actors = [iri for iri, data in graph.nodes(data=True) if data["kind"] not in ("Event", "Agreement")]
    actors.sort(key=lambda iri: -graph.degree(iri))
    return dict.fromkeys(actors[: max(20, len(graph) // 20)], size) if size > 18 else {}


def _links(graph: "Graph") -> tuple[list[tuple[str, str]], dict[str, "Box"]]:
    """What holds the picture together: the linked pairs, and room amid those whose lines bear words."""
    words: dict[tuple[str, str], list[str]] = defaultdict(list)
    links = []
    for a, b, data in graph.edges(data=True):
        if is_quiet(data["predicate"]):
            links.append((a, b))
        else:
            words[min(a, b), max(a, b)].append(data["label"][:30])
    rooms = {}
    for (a, b), labels in words.items():
        if a != b:
            middle = f"{a} {b}"
            rooms[middle] = (6.0 * max(map(len, labels)) + 20, 32.0 * len(labels) + 10)
            links += [(a, middle), (middle, b)]
    return links, rooms


def wrapped(text: str, width: int = 22, most: int = 3) -> list[str]:
    """A name in at most ``most`` lines; what does not fit is left out, with an ellipsis. A line of its own stays one.

    >>> wrapped("traité de partenariat stratégique global\\njuin 2024")
    ['traité de partenariat', 'stratégique global', 'juin 2024']
    """
    *head, last = text.split("\n") if "\n" in text else (text, "")
    lines = textwrap.wrap(clean(" ".join(head)), width, max_lines=most - bool(last), placeholder="…") or ["…"]
    return [*lines, clean(last, width + 6)] if last else lines


def _box(lines: list[str], size: int | None, letters: int) -> "Box":
    """The room that a node takes: its shape with the name below, or the name in a frame."""
    width, height = 0.56 * letters * max(map(len, lines)), 1.25 * letters * len(lines)
    if size is None:
        return width + 24, height + 24
    return max(width, 2.0 * size) + 8, height + 2.0 * size + 10


def vis_edges(graph: "Graph") -> list[dict[str, Any]]:
    """The edges as vis-network takes them, numbered in the graph's order; parallel ones bend apart."""
    number = {iri: index for index, iri in enumerate(graph)}
    beside = Counter(frozenset((a, b)) for a, b, _ in graph.edges(keys=True))
    placed: Counter[frozenset[str]] = Counter()
    edges = []
    for index, (a, b, data) in enumerate(graph.edges(data=True)):
        pair = frozenset((a, b))
        look = edge_look(data["predicate"], data["status"], placed[pair], beside[pair], number[a] <= number[b])
        if a == b:
            look["selfReference"] = {"size": 18 + 8 * placed[pair], "angle": 0.8}
        placed[pair] += 1
        shown = "" if is_quiet(data["predicate"]) else clean(data["label"], 30)
        edges.append({"id": index, "from": number[a], "to": number[b], "label": shown, **look})
    return edges


def details(
    graph: "Graph", claims: Mapping[str, Claim], words: Wording, terms: Mapping[str, OfficeTerm] | None = None
) -> dict[str, Any]:
    """What the side panel shows. Things refer to each other by their place in these lists:

    ``nodes`` (names, kind, type, status, time, IRI, facts), ``edges`` (ends, label, status, time, facts), ``facts``
    (what they say, which passages they rest on, what reference data has against them), ``claims`` (quote, modality, who
    said it, article), ``articles``. Each has an id of its own, by which another such value can be added to it.
    """
    return _Details(graph, claims, words, terms or {}).build()


def in_order(told: Sequence[Fact]) -> list[Fact]:
    """The facts in the order in which a reader asks for them, without bounds of a date that is told itself."""
    said = {fact.predicate for fact in told}
    clear = [
        fact for fact in told if not (_BOUNDS.match(fact.predicate) and _BOUNDS.sub(r"\1", fact.predicate) in said)
    ]
    return sorted(clear, key=lambda fact: _ORDER.get(fact.predicate, len(_ORDER)))


class _Details:
    """Numbers facts, claims and articles as they come up."""

    def __init__(
        self, graph: "Graph", claims: Mapping[str, Claim], words: Wording, terms: Mapping[str, OfficeTerm]
    ) -> None:
        self.graph, self.known, self.words, self.terms = graph, claims, words, terms
        self.number = {iri: index for index, iri in enumerate(graph)}
        self.all_facts: Mapping[str, Fact] = graph.graph["facts"]
        self.facts: dict[str, int] = {}
        self.claims: dict[str, int] = {}
        self.articles: dict[str, int] = {}
        self.lists: dict[str, list[Any]] = defaultdict(list)

    def build(self) -> dict[str, Any]:
        for iri, data in self.graph.nodes(data=True):
            self.lists["nodes"].append(
                {
                    "label": clean(data["label"]),
                    "also": [clean(name) for name in self.words.names(iri) if name != data["label"]],
                    "kind": data["kind"],
                    "type": clean(self.words.type(data["type"])) if data["type"] else "",
                    "status": data["status"],
                    "since": data["since"],
                    "until": data["until"],
                    "when": clean(data["short"].partition("\n")[2]),
                    "iri": clean(iri),
                    "facts": self.fact_numbers(data["facts"]),
                }
            )
        for a, b, key, data in self.graph.edges(keys=True, data=True):
            since, until, _ = when_of([self.all_facts[iri] for iri in data["facts"]], self.words.language)
            self.lists["edges"].append(
                {
                    "id": clean(key),
                    "from": self.number[a],
                    "to": self.number[b],
                    "label": clean(data["label"]),
                    "status": data["status"],
                    "since": since,
                    "until": until,
                    "facts": self.fact_numbers(data["facts"]),
                }
            )
        return {name: self.lists[name] for name in ("nodes", "edges", "facts", "claims", "articles")}

    def fact_numbers(self, iris: tuple[str, ...]) -> list[int]:
        own = [self.all_facts[iri] for iri in iris]
        told = [fact for fact in own if fact.predicate not in SKIPPED] or own
        return [self.fact(fact) for fact in in_order(told)]

    def fact(self, fact: Fact) -> int:
        if fact.id in self.facts:
            return self.facts[fact.id]
        other = fact.object
        self.facts[fact.id] = len(self.lists["facts"])
        self.lists["facts"].append(
            {
                "id": clean(fact.id),
                "subject": self.number.get(fact.subject.id, -1),
                "predicate": clean(self.words.type(fact.predicate)),
                "object": self.number.get(other.id, -1) if isinstance(other, Entity) else -1,
                "text": object_words(fact, self.words),
                "status": fact.status,
                "reported": reported(fact, self.words.language),
                "by": [self.claim(iri) for iri in fact.supported_by if iri in self.known],
                "against": [self.claim(iri) for iri in fact.denied_by if iri in self.known],
                "reference": contradiction(
                    [self.terms[iri] for iri in fact.disputed_by if iri in self.terms], fact.first_report, self.words
                ),
            }
        )
        return self.facts[fact.id]

    def claim(self, iri: str) -> int:
        if iri not in self.claims:
            claim = self.known[iri]
            self.claims[iri] = len(self.lists["claims"])
            said = "" if claim.modality == "asserted" else word(MODALITIES, claim.modality, self.words.language)
            self.lists["claims"].append(
                {
                    "id": clean(iri),
                    "quote": claim.evidence.quote,
                    "modality": said,
                    "who": clean(", ".join(entity.label for entity in claim.attribution)),
                    "article": self.article(claim),
                }
            )
        return self.claims[iri]

    def article(self, claim: Claim) -> int:
        info = claim.article
        if info.id not in self.articles:
            self.articles[info.id] = len(self.lists["articles"])
            self.lists["articles"].append(
                {
                    "id": clean(info.id),
                    "title": clean(info.title or info.id),
                    "language": info.language,
                    "url": web_address(info.url),
                    "publisher": clean(info.publisher or ""),
                    "date": day(info.published, self.words.language) if info.published else "",
                }
            )
        return self.articles[info.id]
