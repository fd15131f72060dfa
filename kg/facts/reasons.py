"""Why claims are of one thing, or are not: told by the very rules that join them, run again over their block."""

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from itertools import pairwise, product
from typing import Any

from kg.facts.blocks import block_content
from kg.facts.clusters import Joining, parted
from kg.facts.derivation import block_terms, rules_of, rulings_on
from kg.facts.judging import Judged
from kg.facts.rules import strength
from kg.facts.witnesses import Witness, witness
from kg.model import Background, Claim
from kg.model.reasons import Comparison, How, Sign

_COMPARED = 24  # claims of either side that are looked at for what comes nearest
_VALUES = {
    "participants": ("actor", "target"),
    "place": ("place",),
    "holder": ("holder",),
}
_FIELDS = {"name": "label", "kind": "type", "subtype": "subtype", "denial": "modality", "time": "time"}


class Reasoning:
    """The clustering of one block, with how each claim came to its cluster."""

    def __init__(self, key: str, claims: Sequence[Claim], background: Background, judged: Judged) -> None:
        """``claims`` are all that bear on the block ``key``, as their articles make them."""
        named = {claim.id: judged.identities.claim(claim) for claim in claims}
        witnesses = [witness(named[iri]) for iri in sorted(named)]
        self._witnesses = {one.id: one for one in witnesses}
        self._rulings = rulings_on(witnesses, judged)
        rules = rules_of(witnesses, block_terms(key, witnesses, background, judged))
        self._rules = rules.within(self._rulings)
        self._joinings: list[Joining] = []
        self._clusters = parted(witnesses, rules, self._rulings, told=self._joinings.append)

    def joined(self, iris: Collection[str]) -> tuple[Comparison, ...]:
        """How each of some claims (IRIs) came to its thing, in the order of joining; then what judgements united."""
        own = [one for one in self._joinings if one.one.id in iris]
        found = [self._told(one.one, one.other, one.how, one.strength) for one in own]
        return (*found, *(self._told(one, other, "judged") for one, other in self._sworn(iris)))

    def way(self, start: Collection[str], goal: Collection[str]) -> tuple[Comparison, ...]:
        """The shortest way of joins from one of some claims to one of others; empty where they are of two things."""
        edges: dict[str, list[tuple[str, Comparison]]] = defaultdict(list)
        for step in self.joined([*self._witnesses]):
            if step.other is not None:
                edges[step.one.id].append((step.other.id, step))
                edges[step.other.id].append((step.one.id, step))
        ahead: deque[tuple[str, tuple[Comparison, ...]]] = deque((iri, ()) for iri in sorted(start))
        seen = set(start)
        while ahead:
            here, way = ahead.popleft()
            if here in goal:
                return way
            for there, step in edges[here]:
                if there not in seen:
                    seen.add(there)
                    ahead.append((there, (*way, step)))
        return ()

    def apart(self, ones: Collection[str], others: Collection[str]) -> tuple[Comparison, ...]:
        """What comes nearest to joining two things, and what keeps them apart where that would be enough."""
        pairs = [
            self.compared(one, other)
            for one, other in product(sorted(ones)[:_COMPARED], sorted(others)[:_COMPARED])
            if one != other
        ]
        nearest = max(pairs, key=_nearness, default=None)
        if nearest is None:
            return ()
        judged = [one for one in pairs if one.how == "judged"]
        barred = judged or [one for one in pairs if one.how == "forbidden"]
        if nearest.how != "outdone" or not barred:
            return (nearest,)
        return (nearest, barred[0])

    def compared(self, one: str, other: str) -> Comparison:
        """Two claims of two things, by IRI."""
        here, there = self._witnesses[one], self._witnesses[other]
        if any(
            self._rulings.apart.get(group, frozenset()) & self._rulings.of(there) for group in self._rulings.of(here)
        ):
            return self._told(here, there, "judged")
        sum_of = strength(self._rules.signals(here, there))
        how: How = "forbidden" if sum_of is None else "weak" if sum_of < self._rules.enough else "outdone"
        return self._told(here, there, how, sum_of)

    def _sworn(self, iris: Collection[str]) -> Iterable[tuple[Witness, Witness]]:
        """Pairs of claims that judgements united, which no rule has joined."""
        groups: dict[str, list[Witness]] = defaultdict(list)
        for iri in sorted(iris):
            for group in sorted(self._rulings.of(self._witnesses[iri])):
                groups[group].append(self._witnesses[iri])
        roots = self._roots()
        for group in sorted(groups):
            for one, other in pairwise(groups[group]):
                if roots[one.id] != roots[other.id]:
                    yield one, other

    def _roots(self) -> dict[str, str]:
        """For each claim the one that began the cluster that the rules put it into."""
        roots: dict[str, str] = {}
        for joining in self._joinings:
            roots[joining.one.id] = roots[joining.other.id] if joining.other else joining.one.id
        return roots

    def _told(self, one: Witness, other: Witness | None, how: How, sum_of: int | None = None) -> Comparison:
        found = [*self._rules.signals(one, other)] if other else []
        signs = tuple(
            Sign(name=name, points=points, one=_value(one.claim, name), other=_value(other.claim, name))
            for name, points in found
            if other is not None
        )
        return Comparison(
            one=one.claim,
            other=other.claim if other else None,
            how=how,
            strength=strength(found) if other and sum_of is None else sum_of,
            enough=self._rules.enough,
            signs=signs,
        )


def _nearness(comparison: Comparison) -> tuple[int, int, str, str]:
    """More where less forbids, then where more speaks for it."""
    barring = sum(sign.points is None for sign in comparison.signs)
    other = comparison.other.id if comparison.other else ""
    return -barring, sum(sign.points or 0 for sign in comparison.signs), comparison.one.id, other


def strangers(one: Claim, other: Claim) -> Comparison:
    """Two claims that are never compared: what all reports of a thing share, as each has it; what differs forbids."""
    here, there = block_content(one), block_content(other)
    signs = tuple(
        Sign(
            name=name, points=0 if same else None, one=_named(one, here.get(name)), other=_named(other, there.get(name))
        )
        for name in dict.fromkeys((*here, *there))
        for same in [name in here and name in there and here[name] == there[name]]
    )
    return Comparison(one=one, other=other, how="block", strength=None, enough=0, signs=signs)


def _named(claim: Claim, value: Any) -> Any:
    """A list of principals with the labels of those that the claim itself names."""
    labels = {entity.id: entity.label for entity in claim.filling(*claim.roles)}
    return [labels.get(one, one) for one in value] if isinstance(value, list) else value


def _value(claim: Claim, name: str) -> Any:
    """What a claim says of what was compared, as plain JSON."""
    if name in _VALUES:
        return [entity.to_json() for entity in claim.filling(*_VALUES[name])]
    if name in _FIELDS:
        value = getattr(claim, _FIELDS[name])
        return value.to_json() if hasattr(value, "to_json") else value
    if name in ("in_force", "ended"):
        return getattr(claim, name).to_json()
    if name == "figures":
        return [figure.to_json() for figure in claim.quantities]
    if name == "order":
        return [claim.stage, str(claim.article.published or "")]
    if name in ("article", "copy"):
        return claim.article.id
    return None
