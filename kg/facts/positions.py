"""The sides of a dispute: who gives which value since when, and which of them contradict each other."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product
from typing import Generic, TypeVar

from kg.facts.voices import speaker
from kg.facts.witnesses import Witness
from kg.model import (
    Claim,
    Dispute,
    DisputeKind,
    Entity,
    Modality,
    Names,
    Position,
    Quantity,
    Status,
    Testimony,
    TimeSpan,
    Value,
    canonical_json,
)

V = TypeVar("V", Entity, TimeSpan, Quantity)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side(Generic[V]):
    """A value with the claims that give it, each with its modality then, and those that only agree with it."""

    value: V
    exact: Sequence[tuple[Witness, Modality]]
    coarser: Sequence[Witness] = ()


def contradictions(
    kind: DisputeKind,
    subject: Entity,
    predicate: str,
    sides: Sequence[Side[V]],
    exclude: Callable[[V, Witness, V, Witness], bool],
) -> list[Dispute]:
    """The one dispute between the sides of which each is excluded by another; none where no two voices contradict."""
    worst: list[Status] = []
    contrary: set[int] = set()
    for (i, one), (j, other) in combinations(enumerate(sides), 2):
        for (here, modality), (there, against) in product(one.exact, other.exact):
            status = _level(here, modality, there, against)
            if status and exclude(one.value, here, other.value, there):
                worst.append(status)
                contrary |= {i, j}
    if not contrary:
        return []
    status = "disputed" if "disputed" in worst else "alleged"
    positions = [_position(sides[i]) for i in sorted(contrary)]
    return [make_dispute(kind, subject, predicate, status, positions)]


def _position(side: Side[V]) -> Position:
    sayers = (*(one for one, _ in side.exact), *side.coarser)
    return position(side.value, [one.claim for one in sayers])


def _level(one: Witness, modality: Modality, against: Witness, other: Modality) -> Status | None:
    """What a contradiction of two claims makes of their values; ``None`` where nobody else says so."""
    if modality == "asserted" == other:
        return "disputed" if one.voice != against.voice else None
    heard = {modality, other} <= {"asserted", "reported"}
    return "alleged" if heard and speaker(one.claim)[0] != speaker(against.claim)[0] else None


def make_dispute(
    kind: DisputeKind,
    subject: Entity,
    predicate: str,
    status: Status,
    positions: Iterable[Position],
    others: Iterable[Entity] = (),
) -> Dispute:
    """The dispute with its identity: the thing, the property and the values. The side first reported comes first."""
    ordered = sorted(positions, key=lambda one: (one.since or date.max, one.denied, _size(one), _text(one)))
    reports = sorted(one.since for one in ordered if one.since)
    second = 0 if any(one.terms for one in ordered) else 1
    base = next(one.said_by[0].claims[0].base for one in ordered if one.said_by)
    return Dispute(
        id=Names(base).hashed("dispute", [kind, subject.id, predicate, sorted(map(_text, ordered))]),
        kind=kind,
        subject=subject,
        predicate=predicate,
        status=status,
        since=reports[second] if len(reports) > second else None,
        positions=tuple(ordered),
        others=tuple(others),
    )


def _size(one: Position) -> float:
    figure = one.value
    bounds = (figure.min, figure.max) if isinstance(figure, Quantity) else ()
    return next((bound for bound in bounds if bound is not None), 0)


def _text(one: Position) -> str:
    return canonical_json([one.to_json()["value"], one.denied])


def position(
    value: Entity | Value | TimeSpan | Quantity | tuple[Entity, ...], claims: Iterable[Claim], *, denied: bool = False
) -> Position:
    """The side of ``claims``, voice by voice, the first to report first."""
    distinct = {claim.id: claim for claim in claims}
    voices: dict[str, list[Claim]] = {}
    for claim in sorted(distinct.values(), key=_in_time):
        voices.setdefault(speaker(claim)[0], []).append(claim)
    said_by = tuple(_testimony(said) for said in voices.values())
    return Position(value=value, denied=denied, since=_first(distinct.values()), said_by=said_by)


def _testimony(said: Sequence[Claim]) -> Testimony:
    _, who, name = speaker(said[0])
    return Testimony(who=who, name=name, since=_first(said), claims=tuple(said))


def _in_time(claim: Claim) -> tuple[date, str, int, str]:
    return claim.article.published or date.max, claim.article.id, claim.evidence.start, claim.id


def _first(claims: Iterable[Claim]) -> date | None:
    return min((claim.article.published for claim in claims if claim.article.published), default=None)
