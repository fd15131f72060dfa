"""The facts of one date of a node: the finest values that the claims leave, and the disputes between them."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from kg.facts.nodes import Node
from kg.facts.status import Weighed, rank
from kg.facts.times import agree, finest, first_day, last_day, typed, within
from kg.facts.witnesses import Witness
from kg.model import STATUSES, Fact, Modality, Status, TimeSpan, Value

Dated = tuple[Witness, Modality, TimeSpan]
_Spans = Mapping[TimeSpan, Weighed]


def date_facts(node: Node, predicate: str, dated: Sequence[Dated], whole: Status | None = None) -> list[Fact]:
    """The facts of the date ``predicate``: its typed literal, and its first and last day.

    A coarser date that agrees with a finer one supports it but does not corroborate its day. Two dates that do not
    agree are both kept, disputed where two voices assert them.
    """
    facts: list[Fact] = []
    spans = _by_span(dated)
    kept = [(span, _saying(span, spans)) for span in _kept(spans)]
    for span, exact in kept:
        coarser = [one for other, said in spans.items() if within(span, other) for one, _ in said]
        facts.extend(
            node.part(
                name,
                value,
                exact,
                coarser=coarser,
                differ=len(exact) < len(dated),
                contradicted=any(_contradict(span, exact, *other) for other in kept),
                whole=whole,
            )
            for name, value in values(predicate, span)
        )
    return facts


def _by_span(dated: Sequence[Dated]) -> _Spans:
    found: dict[TimeSpan, list[tuple[Witness, Modality]]] = {}
    for one, modality, span in dated:
        found.setdefault(span, []).append((one, modality))
    return found


def _kept(spans: _Spans) -> list[TimeSpan]:
    """The finest spans; one gives way only to a finer one that is as surely said."""
    levels: dict[int, list[TimeSpan]] = {}
    for span, level in _levels(spans).items():
        levels.setdefault(level, []).append(span)
    surer: list[TimeSpan] = []
    kept: list[TimeSpan] = []
    for level in sorted(levels):
        surer += levels[level]
        kept += [span for span in finest(surer) if span in levels[level] and not _bounds_in(span, kept)]
    return kept


def _levels(spans: _Spans) -> dict[TimeSpan, int]:
    """How surely the days of each span are said."""
    levels: dict[object, int] = {}
    for span, said in spans.items():
        levels[_bounds(span)] = min(rank(said), levels.get(_bounds(span), len(STATUSES)))
    return {span: levels[_bounds(span)] for span in spans}


def _bounds_in(span: TimeSpan, kept: Iterable[TimeSpan]) -> bool:
    return any(_bounds(span) == _bounds(other) for other in kept)


def _bounds(span: TimeSpan) -> tuple[object, object]:
    return first_day(span), last_day(span)


def _saying(span: TimeSpan, spans: _Spans) -> Weighed:
    same = [said for other, said in spans.items() if _bounds(other) == _bounds(span)]
    return same[0] if len(same) == 1 else [one for said in same for one in said]


def _contradict(span: TimeSpan, exact: Weighed, other: TimeSpan, others: Weighed) -> bool:
    if agree(span, other):
        return False
    here, there = ({one.voice for one, modality in said if modality == "asserted"} for said in (exact, others))
    return any(voice != opponent for voice, opponent in product(here, there))


def surest(dated: Sequence[Dated]) -> list[TimeSpan]:
    """The finest of the spans that are most surely said; several where those differ, none where nothing is dated."""
    found = _levels(_by_span(dated))
    best = min(found.values(), default=0)
    return finest(span for span, level in found.items() if level == best)


def values(predicate: str, span: TimeSpan) -> list[tuple[str, Value]]:
    """The predicates and values of the facts that a date gives: its typed literal, its first and its last day."""
    literal = typed(span)
    found = [(predicate, literal)] if literal else []
    for suffix, day in (("From", span.start), ("Until", span.end)):
        if day:
            found.append((predicate + suffix, Value(text=day.isoformat(), datatype="date")))
    return found
