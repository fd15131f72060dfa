"""The clusters of a block, kept while claims come: only what a new claim bears on is decided again.

What :func:`kg.facts.clusters.parted` gives is decided claim by claim, in the order of their vagueness, each by those
before it. A claim that comes is put where it belongs in that order; of those after it only the ones are decided again
whose choice it may change: whom it attracts, keeps off or frees. If they go elsewhere, so on for those after them.
"""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from itertools import chain, count, islice

from kg.facts.clusters import candidates, only
from kg.facts.members import Before, Cluster, Index, Members, link
from kg.facts.rules import Rules
from kg.facts.witnesses import Witness

Place = tuple[int, str]
_ALONE = 1


class _Ahead:
    """The claims that are still to be decided, in order."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._claims: dict[Place, Witness] = {}

    def push(self, place: Place, one: Witness) -> None:
        if place not in self._claims:
            heappush(self._places, place)
            self._claims[place] = one

    def __iter__(self) -> Iterator[Witness]:
        while self._places:
            yield self._claims.pop(heappop(self._places))


class Parting:
    """The claims of one block that are there so far, in clusters that have a number each."""

    def __init__(self, rules: Rules) -> None:
        """``rules`` must know every claim before it comes."""
        self._rules = rules
        self._clusters: dict[int, Members] = {}
        self._ordered: dict[int, Cluster] = defaultdict(list)
        self._index = Index(rules.reach)
        self._first: dict[int, Witness] = {}
        self._number: dict[str, int] = {}
        self._place: dict[str, Place] = {}
        self._loose: dict[int, dict[str, int]] = {}
        """Who was not linked to its cluster with enough: among how many others it could not choose when it began it
        (none, or several), or that it joined the only one that was open to it."""
        self._last: Place = (-1, "")
        self._numbers = count()

    def numbers(self) -> Iterable[int]:
        """The numbers of all clusters."""
        return self._clusters.keys()

    def cluster(self, number: int) -> Cluster:
        """The claims of a cluster, the least vague first; none where there is no such cluster any more."""
        return [*self._ordered.get(number, ())]

    def add(self, coming: Iterable[Witness]) -> set[int]:
        """Put claims where they belong; the numbers of the clusters that have changed, came or are gone."""
        ahead = _Ahead()
        for one in coming:
            self._place[one.id] = self._rules.vagueness(one), one.id
            ahead.push(self._place[one.id], one)
        changed: set[int] = set()
        for one in ahead:
            changed |= self._decide(one, ahead)
        return changed

    def _decide(self, one: Witness, ahead: _Ahead) -> set[int]:
        """Let ``one`` choose its cluster by those before it, and put ahead whose choice that may change."""
        former = self._number.get(one.id)
        chosen, loose = self._choice(one)
        if chosen is None and former is not None and self._first[former] is one:
            chosen = former
        moves = former is None or chosen != former
        if moves:
            if former is not None:
                self._leave(one, former, ahead)
            chosen = self._begun(one) if chosen is None else chosen
            self._join(one, chosen, ahead)
        self._note(one, loose)
        return {number for number in (former, chosen) if number is not None} if moves else set()

    def _choice(self, one: Witness) -> tuple[int | None, int | None]:
        before = self._before(one)
        found = {number: link(one, self._clusters[number], self._rules, before) for number in self._index.near(one)}
        links = {number: told[0] for number, told in found.items() if told is not None}
        open_to_it, linked = candidates(links, self._rules)
        own = {number for number in self._index.of_article(one) if any(map(before, self._own(one, number)))}
        chosen = only(open_to_it, own)
        if chosen is None:
            return None, len(open_to_it)
        return chosen, None if linked else _ALONE

    def _begun(self, one: Witness) -> int:
        """The number of the cluster that ``one`` begins: a new one, or one of claims after it, which will follow it.

        It is all the same which; but those that follow need not move.
        """
        least = 0 if self._rules.lone else self._rules.enough
        following = [
            (len(self._clusters[number]), number)
            for number in self._index.near(one)
            if self._is_after(self._first[number], one) and (self._rules.link(self._first[number], one) or 0) >= least
        ]
        return max(following)[1] if following else next(self._numbers)

    def _own(self, one: Witness, number: int) -> Sequence[Witness]:
        return self._clusters[number].of_article(one)

    def _place_of(self, one: Witness) -> Place:
        return self._place[one.id]

    def _before(self, one: Witness) -> Before:
        place = self._place[one.id]
        return lambda other: self._place[other.id] < place

    def _note(self, one: Witness, loose: int | None) -> None:
        told = self._loose.setdefault(self._number[one.id], {})
        if loose is None:
            told.pop(one.id, None)
        else:
            told[one.id] = loose

    def _join(self, one: Witness, number: int, ahead: _Ahead) -> None:
        self._clusters.setdefault(number, Members(self._rules.form)).add(one)
        insort(self._ordered[number], one, key=self._place_of)
        self._index.add(one, number)
        self._number[one.id] = number
        first = self._first.setdefault(number, one)
        if self._is_after(first, one):
            self._first[number] = one
            ahead.push(self._place[first.id], first)
        self._last = max(self._last, self._place[one.id])
        self._put_ahead(ahead, one, self._index.around(number), number, came=True)

    def _leave(self, one: Witness, number: int, ahead: _Ahead) -> None:
        around = {*self._index.around(number), number}
        self._clusters[number].remove(one)
        ordered = self._ordered[number]
        del ordered[bisect_left(ordered, self._place[one.id], key=self._place_of)]
        self._index.remove(one, number)
        self._loose[number].pop(one.id, None)
        if not self._clusters[number]:
            around.remove(number)
            del self._clusters[number], self._ordered[number], self._loose[number], self._first[number]
        else:
            self._first[number] = ordered[0]
        self._put_ahead(ahead, one, around, number, came=False)

    def _put_ahead(self, ahead: _Ahead, one: Witness, around: Iterable[int], number: int, *, came: bool) -> None:
        """Those after ``one``, near the cluster that it joined or left, whose choice that may change."""
        if self._last <= self._place[one.id]:
            return
        for there in sorted({*around, *self._index.of_article(one)}):
            disturbed = (
                self._fellows(one, there, came=came)
                if there == number
                else self._strangers(one, there, number, came=came)
            )
            for other in chain(self._own(one, there), disturbed):
                if self._is_after(other, one):
                    ahead.push(self._place[other.id], other)

    def _is_after(self, other: Witness, one: Witness) -> bool:
        return self._place[other.id] > self._place[one.id]

    def _fellows(self, one: Witness, number: int, *, came: bool) -> Iterator[Witness]:
        """Members of the cluster that it joined or left: whom it keeps off, or who may have come for its sake."""
        least = 0 if self._rules.lone else self._rules.enough

        def matters(points: int | None) -> bool:
            return points is None if came else points is not None and points >= least

        for alike in self._clusters[number].of_others(one):
            ends = self._ends(alike, one)
            if any(matters(self._rules.link(other, one)) for other in ends) or (
                ends and self._rules.copies and not came
            ):
                yield from (other for other in chain(ends, alike) if matters(self._rules.link(other, one)))

    def _ends(self, alike: Iterator[Witness], one: Witness) -> list[Witness]:
        """The first two of those that are alike; none where all of them come before ``one``: they are equally vague."""
        ends = [*islice(alike, 2)]
        return ends if ends and self._place[ends[0].id][0] >= self._place[one.id][0] else []

    def _strangers(self, one: Witness, there: int, number: int, *, came: bool) -> Iterator[Witness]:
        """Members of another cluster: those that it attracts to its own, or keeps off from there no longer."""
        yield from self._attracted(one, there) if came else self._freed(one, there, number)
        for iri, choices in [*self._loose[there].items()]:
            other = self._clusters[there].member(iri)
            if self._is_after(other, one) and self._is_torn_otherwise(other, choices, one, number, came=came):
                yield other

    def _attracted(self, one: Witness, there: int) -> Iterator[Witness]:
        rules = self._rules
        for alike in self._clusters[there].of_others(one):
            ends = self._ends(alike, one)
            links = [rules.link(other, one) for other in ends]
            if ends and rules.timed and all(points is None for points in links):
                links = [rules.link_of_forms(ends[0], one)]
            possible = any(points is not None and (rules.copies or points >= rules.enough) for points in links)
            if possible:
                yield from (other for other in chain(ends, alike) if (rules.link(other, one) or 0) >= rules.enough)

    def _freed(self, one: Witness, there: int, number: int) -> Iterator[Witness]:
        first = self._first.get(number)
        if first is None:
            return
        for alike in self._clusters[there].groups():
            if self._place[alike[0].id][0] < self._place[one.id][0]:
                continue
            strange = next((other for other in alike if other.claim.article.id != first.claim.article.id), None)
            barred = strange is not None and self._rules.link_of_forms(strange, first) is None
            for other in alike:
                if barred and other.claim.article.id != first.claim.article.id:
                    continue
                if self._is_after(other, one) and self._rules.link(other, one) is None and self._is_open(number, other):
                    yield other

    def _is_open(self, number: int, other: Witness) -> bool:
        found = link(other, self._clusters[number], self._rules, self._before(other))
        return found is not None and found[0] >= (0 if self._rules.lone else self._rules.enough)

    def _is_torn_otherwise(self, other: Witness, choices: int, one: Witness, number: int, *, came: bool) -> bool:
        """Whether somebody whom nothing bound may choose otherwise now that cluster ``number`` has changed by ``one``.

        Who could not choose among many others is not asked as long as two are surely left.
        """
        points = self._rules.link(other, one)
        if choices <= _ALONE:
            return came and self._rules.lone and points is not None and points >= 0
        if number in self._index.of_article(other):
            return True
        if (points is None) == came:
            self._loose[self._number[other.id]][other.id] = choices - 1
            return choices - 1 <= _ALONE
        return False
