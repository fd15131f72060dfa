"""A block that is kept while articles come: what each of its clusters gives, derived anew only where it has changed."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.facts.agreements import AGREEMENT_RULES, agreement_of
from kg.facts.clashes import Holding, are_rivals, holding
from kg.facts.derivation import block_terms, derive_witnesses, rulings_on
from kg.facts.events import event_of, event_rules
from kg.facts.judging import Judged
from kg.facts.members import Cluster
from kg.facts.nodes import united
from kg.facts.parting import Parting
from kg.facts.refusals import Refusals
from kg.facts.report import Report
from kg.facts.reports import reports
from kg.facts.rules import Rules
from kg.facts.tenures import contradicted, tenure_of, tenure_rules
from kg.facts.terms import is_sole
from kg.facts.witnesses import Witness
from kg.model import Background, Derivation, Fact, OfficeTerm

Change = tuple[Derivation, Derivation]
"""What the changed part of a block gave before, and what it gives now."""
_NOTHING = Derivation(facts=(), merged_into={})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Kind:
    """How claims of one kind are joined, and what those that are joined give.

    ``note`` hears of claims before they are joined. ``touched`` tells which clusters (numbers) give something else now
    that some have changed, ``given`` what a cluster gives: facts, and what was merged.
    """

    rules: Rules
    note: Callable[[Sequence[Witness]], None]
    touched: Callable[[Collection[int], Parting], Collection[int]]
    given: Callable[[int, Cluster], tuple[list[Fact], dict[str, str]]]


def _events() -> _Kind:
    events = _Events()
    return _Kind(rules=event_rules(events.told), note=events.note, touched=events.touched, given=events.given)


class _Events:
    """Events of which one may be that another, a plan, is called off."""

    def __init__(self) -> None:
        self.told: dict[str, Report] = {}
        self._refusals = Refusals.among({}, self.told)
        self._off: Mapping[int, Sequence[Witness]] = {}

    def note(self, coming: Sequence[Witness]) -> None:
        self.told.update(reports(coming))

    def touched(self, changed: Collection[int], parting: Parting) -> Collection[int]:
        self._refusals.change({number: parting.cluster(number) for number in changed})
        before, self._off = self._off, self._refusals.of_plans()
        numbers = before.keys() | self._off.keys()
        return {*changed} | {number for number in numbers if before.get(number) != self._off.get(number)}

    def given(self, number: int, cluster: Cluster) -> tuple[list[Fact], dict[str, str]]:
        return event_of(cluster, self._off.get(number, ()))


_AGREEMENTS = _Kind(
    rules=AGREEMENT_RULES,
    note=lambda _: None,
    touched=lambda changed, _: changed,
    given=lambda _, cluster: agreement_of(cluster),
)


def _tenures(terms: Sequence[OfficeTerm]) -> _Kind:
    tenures = _Tenures(terms)
    return _Kind(rules=tenure_rules(tenures.against), note=tenures.note, touched=tenures.touched, given=tenures.given)


class _Tenures:
    """Tenures of one office, where one may dispute another."""

    def __init__(self, terms: Sequence[OfficeTerm]) -> None:
        self._terms = terms
        self.against: dict[str, Sequence[str]] = {}
        self._holdings: dict[int, Holding] = {}
        self._rivals: dict[int, set[int]] = defaultdict(set)

    def note(self, coming: Sequence[Witness]) -> None:
        self.against |= contradicted(coming, self._terms)

    def touched(self, changed: Collection[int], parting: Parting) -> Collection[int]:
        disputed = {number for number, rivals in self._rivals.items() if rivals}
        for number in changed:
            for rival in self._rivals.pop(number, ()):
                self._rivals[rival].discard(number)
            self._holdings.pop(number, None)
        for number in changed:
            if (cluster := parting.cluster(number)) and is_sole((found := holding(cluster)).office):
                for rival in [there for there, other in self._holdings.items() if are_rivals(found, other)]:
                    self._rivals[rival].add(number)
                    self._rivals[number].add(rival)
                self._holdings[number] = found
        return {*changed} | (disputed ^ {number for number, rivals in self._rivals.items() if rivals})

    def given(self, number: int, cluster: Cluster) -> tuple[list[Fact], dict[str, str]]:
        return tenure_of(cluster, self.against, clashes=bool(self._rivals.get(number)))


class _Clusters:
    """The clusters of claims that no judgement is on, and what each gives."""

    def __init__(self, kind: _Kind) -> None:
        self._kind = kind
        self._parting = Parting(kind.rules)
        self._given: dict[int, Derivation] = {}

    def add(self, coming: Sequence[Witness]) -> Change:
        self._kind.note(coming)
        touched = sorted(self._kind.touched(self._parting.add(coming), self._parting))
        before = [self._given.pop(number) for number in touched if number in self._given]
        for number in touched:
            if cluster := self._parting.cluster(number):
                facts, merged = self._kind.given(number, cluster)
                self._given[number] = Derivation(facts=tuple(united(facts)), merged_into=merged)
        return _together(before), _together(self._given[number] for number in touched if number in self._given)

    def whole(self) -> Derivation:
        return _together(self._given.values())


class KeptBlock:
    """The claims that bear on one block, by article, and what is derived of them.

    What it gives is always what :func:`kg.facts.derivation.derive_witnesses` makes of its claims. It is derived as a
    whole where a claim goes, and where judgements are on its claims; otherwise claims that come cost what they touch.
    """

    def __init__(self, key: str, witnesses: Iterable[Witness], background: Background, judged: Judged) -> None:
        self._key, self._judged, self._background = key, judged, background
        self._articles: dict[str, list[Witness]] = {}
        self._clusters: _Clusters | None = None
        self._whole = _NOTHING
        self._begin([*witnesses])

    def __len__(self) -> int:
        """How many claims bear on it."""
        return sum(map(len, self._articles.values()))

    def whole(self) -> Derivation:
        """All that it gives."""
        return self._clusters.whole() if self._clusters else self._whole

    def change(self, gone: Collection[str], coming: Mapping[str, Witness], background: Background) -> Change:
        """Take the claims of articles (ids) out and put others in, whose articles are new or among these."""
        added = [coming[iri] for iri in sorted(coming)]
        leave = self._articles.keys() & gone
        if leave or background != self._background or self._clusters is None or self._is_judged(added):
            before = self.whole()
            self._background = background
            stay = [one for article, said in self._articles.items() if article not in leave for one in said]
            self._begin([*stay, *added])
            return before, self.whole()
        self._keep(added)
        return self._clusters.add(added)

    def _begin(self, witnesses: list[Witness]) -> None:
        self._articles, self._clusters = {}, None
        self._keep(witnesses)
        kind = self._kind(witnesses)
        if kind is None:
            held = {one.id: one for one in witnesses}
            self._whole = derive_witnesses(self._key, held, self._background, self._judged)
        else:
            self._clusters = _Clusters(kind)
            self._clusters.add(witnesses)

    def _keep(self, witnesses: Iterable[Witness]) -> None:
        for one in witnesses:
            self._articles.setdefault(one.claim.article.id, []).append(one)

    def _kind(self, witnesses: Sequence[Witness]) -> _Kind | None:
        """How its claims are parted; ``None`` where they are not, or judgements have a say."""
        kind = witnesses[0].claim.kind if witnesses else "relation"
        if kind == "relation" or self._is_judged(witnesses):
            return None
        if kind == "office":
            return _tenures(block_terms(self._key, witnesses, self._background, self._judged))
        return _events() if kind == "event" else _AGREEMENTS

    def _is_judged(self, witnesses: Sequence[Witness]) -> bool:
        return self._key in self._judged.joined.values() or bool(rulings_on(witnesses, self._judged))


def _together(derivations: Iterable[Derivation]) -> Derivation:
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for derivation in derivations:
        facts += derivation.facts
        merged |= derivation.merged_into
    return Derivation(facts=tuple(sorted(facts, key=lambda fact: fact.id)), merged_into=dict(sorted(merged.items())))
