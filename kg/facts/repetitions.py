"""One contradiction told once: the same words may report an agreement and its signature, or a strike on a state and on
its people, and put both in dispute.
"""

from collections.abc import Iterable, Sequence

from kg.model import Claim, Dispute, Position, canonical_json

_Passages = dict[str, list[tuple[int, int]]]


def told_once(disputes: Iterable[Dispute]) -> list[Dispute]:
    """``disputes`` in their order, but those whose sides say in the same passages what those of a fuller one say.

    The dispute over an agreement is fuller than that over an event, and of events the one of which more is told.
    """
    found = list(disputes)
    kept: list[Dispute] = []
    for one in sorted(found, key=_fullness):
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return [one for one in found if one in kept]


def _fullness(one: Dispute) -> tuple[bool, int, str]:
    roles = [len(claim.filling(*claim.roles)) for position in one.positions for claim in _claims(position)]
    return one.subject.kind != "Agreement", -max(roles, default=0), one.id


def _repeats(one: Dispute, other: Dispute) -> bool:
    if one.kind != other.kind or one.status != other.status or len(one.positions) != len(other.positions):
        return False
    left = list(other.positions)
    for position in one.positions:
        same = next((there for there in left if _same(position, there, of_values=one.kind != "denial")), None)
        if same is None:
            return False
        left.remove(same)
    return True


def _same(here: Position, there: Position, *, of_values: bool) -> bool:
    """Whether two sides take one stand in the same passages; of a denial it does not matter what is denied."""
    if here.denied != there.denied or here.terms != there.terms:
        return False
    if of_values and canonical_json(here.to_json()["value"]) != canonical_json(there.to_json()["value"]):
        return False
    return _are_read_in(_passages(here), _passages(there))


def _are_read_in(ours: _Passages, theirs: _Passages) -> bool:
    return ours.keys() == theirs.keys() and all(
        any(start < other_end and other_start < end for other_start, other_end in theirs[article])
        for article, spans in ours.items()
        for start, end in spans
    )


def _passages(position: Position) -> _Passages:
    found: _Passages = {}
    for claim in _claims(position):
        found.setdefault(claim.article.id, []).append((claim.evidence.start, claim.evidence.end))
    return found


def _claims(position: Position) -> Sequence[Claim]:
    return [claim for testimony in position.said_by for claim in testimony.claims]
