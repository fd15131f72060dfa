"""The facts of one date of a node: the finest values that the claims leave, and the disputes between them."""

from collections.abc import Iterable, Sequence
from itertools import product

from kg.facts.nodes import Node
from kg.facts.status import Weighed, is_asserted, weigh
from kg.facts.times import agree, finest, first_day, last_day, typed, within
from kg.facts.witnesses import Witness
from kg.model import STATUSES, Fact, Modality, Status, TimeSpan, Value

Dated = tuple[Witness, Modality, TimeSpan]


def date_facts(node: Node, predicate: str, dated: Sequence[Dated], whole: Status | None = None) -> list[Fact]:
    """The facts of the date ``predicate``: its typed literal, and its first and last day.

    A coarser date that agrees with a finer one supports it but does not corroborate its day. Two dates that do not
    agree are both kept, disputed where two voices assert them.
    """
    facts: list[Fact] = []
    kept = [(span, _saying(span, dated)) for span in _kept(dated)]
    for span, exact in kept:
        coarser = [one for one, _, other in dated if within(span, other)]
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


def _kept(dated: Sequence[Dated]) -> list[TimeSpan]:
    """The finest spans; one gives way only to a finer one that is as surely said."""
    levels: dict[int, list[TimeSpan]] = {}
    for span, level in _distinct(dated):
        levels.setdefault(level, []).append(span)
    surer: list[TimeSpan] = []
    kept: list[TimeSpan] = []
    for level in sorted(levels):
        surer += levels[level]
        kept += [span for span in finest(surer) if span in levels[level] and not _bounds_in(span, kept)]
    return kept


def _distinct(dated: Sequence[Dated]) -> list[tuple[TimeSpan, int]]:
    """Each span once, with how surely its days are said."""
    saying: dict[tuple[object, object], list[tuple[Witness, Modality]]] = {}
    for one, modality, span in dated:
        saying.setdefault(_bounds(span), []).append((one, modality))
    levels = {bounds: _level(weigh(said)) for bounds, said in saying.items()}
    return [(span, levels[_bounds(span)]) for span in dict.fromkeys(span for _, _, span in dated)]


def _level(status: Status) -> int:
    return 0 if is_asserted(status) else STATUSES.index(status)


def _bounds_in(span: TimeSpan, kept: Iterable[TimeSpan]) -> bool:
    return any(_bounds(span) == _bounds(other) for other in kept)


def _bounds(span: TimeSpan) -> tuple[object, object]:
    return first_day(span), last_day(span)


def _saying(span: TimeSpan, dated: Sequence[Dated]) -> Weighed:
    return [(one, modality) for one, modality, other in dated if _bounds(other) == _bounds(span)]


def _contradict(span: TimeSpan, exact: Weighed, other: TimeSpan, others: Weighed) -> bool:
    if agree(span, other):
        return False
    here, there = ({one.voice for one, modality in said if modality == "asserted"} for said in (exact, others))
    return any(voice != opponent for voice, opponent in product(here, there))


def surest(dated: Sequence[Dated]) -> list[TimeSpan]:
    """The finest of the spans that are most surely said; several where those differ, none where nothing is dated."""
    found = _distinct(dated)
    best = min((level for _, level in found), default=0)
    return finest(span for span, level in found if level == best)


def values(predicate: str, span: TimeSpan) -> list[tuple[str, Value]]:
    """The predicates and values of the facts that a date gives: its typed literal, its first and its last day."""
    literal = typed(span)
    found = [(predicate, literal)] if literal else []
    for suffix, day in (("From", span.start), ("Until", span.end)):
        if day:
            found.append((predicate + suffix, Value(text=day.isoformat(), datatype="date")))
    return found
