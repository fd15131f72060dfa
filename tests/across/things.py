"""What the annotators hold to be one event, agreement or entity, and what the claims and readings have of it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kg.model import Article, Claim, Fact
from kg.model.reading import Mention as NamedMention
from kg.model.reading import Reading
from tests.across.scoring import Item

GOLD = Path(__file__).parent.parent / "gold"
Span = tuple[int, int]
_SAME_STRETCH = 0.6  # what two stretches of text share of what they cover together, from which on they are one name


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Where an article speaks of a thing: passages, and where known the types, sides and date that a claim of it has.

    ``sides`` are ISO codes of states, of parties on the first side; ``date`` is the beginning of an ISO date.
    """

    article: str
    thing: str
    kind: str
    spans: tuple[Span, ...]
    types: frozenset[str] = frozenset()
    sides: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
    mutual: bool = True
    date: str = ""

    @property
    def name(self) -> str:
        """Which it is, to show."""
        return f"{self.article} {self.spans[0][0]}"


def mentions(articles: Sequence[Article], records: Mapping[str, Mapping[str, Any]]) -> tuple[Mention, ...]:
    """All mentions of events and agreements in ``articles``.

    A record of the gold that no thing of the file names is a thing of its own.
    """
    texts = {article.id: article.text for article in articles}
    found: list[Mention] = []
    named: set[tuple[str, str]] = set()
    for thing in _things("same-events.jsonl"):
        for place in thing["mentions"]:
            named.add((place["article"], place.get("record", "")))
            if place["article"] in texts:
                found.append(_mention(thing, place, texts[place["article"]], records))
    for article, record in records.items():
        for kind in ("agreements", "events"):
            for number in range(len(record.get(kind, ()))):
                key = f"{kind}/{number}"
                if article in texts and (article, key) not in named:
                    alone = {"id": f"{article} {key}", "kind": kind.removesuffix("s")}
                    found.append(_mention(alone, {"article": article, "record": key}, texts[article], records))
    return tuple(found)


def open_pairs() -> frozenset[frozenset[str]]:
    """Pairs of things that a reader may well take for one, or for a part of the other."""
    pairs = (
        frozenset({thing["id"], other}) for thing in _things("same-events.jsonl") for other in thing.get("maybe", ())
    )
    return frozenset(pairs)


def claimed(found: Iterable[Mention], claims: Iterable[Claim]) -> dict[str, Mention]:
    """For each claim, by IRI, the mention that it is of; those that are of none are left out."""
    by_article: dict[str, list[Mention]] = {}
    for mention in found:
        by_article.setdefault(mention.article, []).append(mention)
    best = ((claim.id, _best(claim, by_article.get(claim.article.id, ()))) for claim in claims)
    return {iri: mention for iri, mention in best if mention}


def nodes_of(facts: Iterable[Fact]) -> dict[str, str]:
    """For each claim of an event or agreement the node that it was put in."""
    return {
        iri: fact.subject.id
        for fact in facts
        if fact.predicate == "a" and fact.subject.kind in ("Event", "Agreement")
        for iri in (*fact.supported_by, *fact.denied_by)
    }


def entity_items(readings: Mapping[str, Reading]) -> list[tuple[str, Item]]:
    """The kind of each annotated name, or ``description``, and the entity that the reading takes it for, if any."""
    items = []
    for thing in _things("same-entities.jsonl"):
        for kind, key in ((thing["kind"], "mentions"), ("description", "descriptions")):
            for article, spans in thing.get(key, {}).items():
                for start, end in spans if article in readings else ():
                    taken = _named(readings[article], (start, end))
                    nodes = frozenset({taken} if taken else ())
                    items.append((kind, Item(name=f"{article} {start}", thing=thing["id"], nodes=nodes)))
    return items


def _things(name: str) -> Iterator[dict[str, Any]]:
    return map(json.loads, (GOLD / name).read_text(encoding="utf-8").splitlines())


def _mention(
    thing: Mapping[str, Any], place: Mapping[str, Any], text: str, records: Mapping[str, Mapping[str, Any]]
) -> Mention:
    quotes, known = [place.get("quote", "")], dict[str, Any]()
    if "record" in place:
        kind, _, number = place["record"].partition("/")
        record = records[place["article"]][kind][int(number)]
        quotes = [record["quote"], *record.get("also", ())]
        quotes = [quotes[place["passage"]]] if "passage" in place else quotes
        known = _known(record)
    spans = [(text.index(quote), text.index(quote) + len(quote)) for quote in quotes]
    if "start" in place:
        spans = [(place["start"], place["end"])]
    fields = {"types": frozenset(thing.get("types", ())), **known}
    return Mention(article=place["article"], thing=thing["id"], kind=thing["kind"], spans=tuple(spans), **fields)


def _known(record: Mapping[str, Any]) -> dict[str, Any]:
    """What an annotated record says that a claim of it must fit."""
    first, second = (
        frozenset(name for role in roles for name in record.get(role, ()) if len(name) == 3)
        for roles in (("actor", "party", "parties"), ("target",))
    )
    return {
        "types": frozenset(record.get("types", ())),
        "sides": (first, second),
        "mutual": record.get("reciprocal", "parties" in record),
        "date": record.get("date") or record.get("signed") or "",
    }


def _best(claim: Claim, found: Iterable[Mention]) -> Mention | None:
    """The mention that ``claim`` is of: of those that fit, first one whose date it does not contradict, then the one
    with which its passage shares most.
    """
    span = (claim.evidence.start, claim.evidence.end)
    fitting = [
        (_is_dated(claim, mention), max(_overlap(span, other) for other in mention.spans), mention)
        for mention in found
        if mention.kind == claim.kind and (not mention.types or claim.type in mention.types) and _is_of(claim, mention)
    ]
    overlapping = [one for one in fitting if one[1] > 0]
    return max(overlapping, key=lambda one: (one[0], one[1], one[2].thing))[2] if overlapping else None


def _is_of(claim: Claim, mention: Mention) -> bool:
    """Whether the states on the sides of ``claim`` are those of ``mention``, as far as both tell them."""
    first = {entity.state for entity in claim.filling("actor", "party")}
    second = {entity.state for entity in claim.filling("target")} if claim.kind == "event" else set()
    if mention.mutual:
        first = second = first | second
        sides = [mention.sides[0] | mention.sides[1]]
    else:
        sides = list(mention.sides)
    return all(not side or not said or side & said for side, said in zip(sides, (first, second), strict=False))


def _is_dated(claim: Claim, mention: Mention) -> bool:
    """Whether ``claim`` and ``mention`` may speak of one day."""
    if claim.time is None or not mention.date:
        return True
    first, last = (claim.time.start or date.min).isoformat(), (claim.time.end or date.max).isoformat()
    length = len(mention.date)
    return first[:length] <= mention.date <= last[:length]


def _overlap(one: Span, other: Span) -> float:
    """What two spans share of what they cover together."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, shared) / (max(one[1], other[1]) - min(one[0], other[0]))


def _named(reading: Reading, span: Span) -> str | None:
    """The entity of the mention that most narrowly covers ``span``, or of one that covers most of it."""

    def where(mention: NamedMention) -> Span:
        return reading.tokens[mention.first].start, reading.tokens[mention.last - 1].end

    spans = [(where(mention), mention.entity.id) for mention in reading.mentions]
    covering = [(last - first, iri) for (first, last), iri in spans if first <= span[0] and span[1] <= last]
    within = [(-_overlap(span, here), iri) for here, iri in spans if _overlap(span, here) >= _SAME_STRETCH]
    return min(covering, default=min(within, default=(0, None)))[1]
