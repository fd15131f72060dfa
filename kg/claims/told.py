"""What an article tells beside an event: the other events that speak for or against one."""

from collections import Counter
from collections.abc import Iterable

from kg.claims.cast import key_of
from kg.claims.finding import Finding
from kg.model import Claim
from kg.vocabulary import Feature

_MOST = 3

Sides = tuple[frozenset[str], frozenset[str]]


class Told:
    """The events that the findings of one article claim."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        self._events = [f.claim for f in findings if f.claim and f.claim.kind == "event"]
        self._often = Counter((claim.type, _sides(claim)) for claim in self._events)

    def features(self, claim: Claim) -> dict[Feature, float]:
        """What the other events say of one that is told; what is not there is left out."""
        beside = [other for other in self._events if other.id != claim.id and _overlap(other, claim)]
        sides = _sides(claim)
        flags: dict[Feature, bool] = {
            "same type beside": any(other.type == claim.type for other in beside),
            "same sides beside": any({*_sides(other)} == {*sides} for other in beside),
            "told elsewhere": self._often[claim.type, sides] > 1,
        }
        found: dict[Feature, float] = {name: 1.0 for name, there in flags.items() if there}
        if beside:
            found["beside"] = float(min(_MOST, len(beside)))
        return found


def _overlap(one: Claim, two: Claim) -> bool:
    return one.evidence.start < two.evidence.end and two.evidence.start < one.evidence.end


def _sides(claim: Claim) -> Sides:
    return frozenset(map(key_of, claim.filling("actor"))), frozenset(map(key_of, claim.filling("target")))
