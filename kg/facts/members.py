"""The claims of one cluster, and which clusters a claim may be linked to at all."""

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence, Set
from datetime import date
from itertools import islice
from typing import TypeVar

from kg.facts.rules import Form, Reach, Rules
from kg.facts.witnesses import Witness

K = TypeVar("K", bound=Hashable)
Cluster = list[Witness]
Before = Callable[[Witness], bool]
"""Whether a claim had come to its cluster before the one that is looked at."""

_SLOT = 4  # days that are looked up together
_WIDE = 400  # days; who reaches further is looked up everywhere


class Members:
    """The claims of one cluster, in the order in which they came, by their article and by their form."""

    def __init__(self, form: Form) -> None:
        self._all: dict[str, Witness] = {}
        self._form = form
        self._of_form: dict[Hashable, Cluster] = {}
        self._of_article: dict[str, Cluster] = {}

    def __len__(self) -> int:
        return len(self._all)

    def __iter__(self) -> Iterator[Witness]:
        return iter(self._all.values())

    def add(self, one: Witness) -> None:
        self._all[one.id] = one
        self._of_article.setdefault(one.claim.article.id, []).append(one)
        insort(self._of_form.setdefault(self._group(one), []), one, key=_published)

    def remove(self, one: Witness) -> None:
        """Take a member out."""
        del self._all[one.id]
        own = self._of_article[one.claim.article.id]
        _take_out(one, own, 0)
        if not own:
            del self._of_article[one.claim.article.id]
        alike = self._of_form[self._group(one)]
        _take_out(one, alike, bisect_left(alike, _published(one), key=_published))
        if not alike:
            del self._of_form[self._group(one)]

    def member(self, iri: str) -> Witness:
        """The member with an IRI."""
        return self._all[iri]

    def groups(self) -> Collection[Sequence[Witness]]:
        """Those of each form, the earliest published first; those without a day of publication apart."""
        return self._of_form.values()

    def of_article(self, one: Witness) -> Sequence[Witness]:
        """Those of the article that ``one`` stands in."""
        return self._of_article.get(one.claim.article.id, ())

    def of_others(self, one: Witness, before: Before | None = None) -> Iterator[Iterator[Witness]]:
        """Those of other articles, form by form: the earliest, the latest, then the rest."""
        own = one.claim.article.id
        for alike in self._of_form.values():
            yield _from_both_ends(alike, own, before)

    def _group(self, one: Witness) -> Hashable:
        return self._form(one), one.claim.article.published is None


def _take_out(one: Witness, of: Cluster, start: int) -> None:
    """Take ``one`` out of a list in which it stands at ``start`` or behind."""
    del of[next(place for place in range(start, len(of)) if of[place].id == one.id)]


def _published(one: Witness) -> date:
    return one.claim.article.published or date.min


def _from_both_ends(alike: Sequence[Witness], own: str, before: Before | None) -> Iterator[Witness]:
    def counts(one: Witness) -> bool:
        return one.claim.article.id != own and (before is None or before(one))

    first = next((place for place, one in enumerate(alike) if counts(one)), len(alike))
    if first < len(alike):
        yield alike[first]
    yield from (alike[place] for place in range(len(alike) - 1, first, -1) if counts(alike[place]))


def link(one: Witness, cluster: Members, rules: Rules, before: Before | None = None) -> tuple[int, Witness] | None:
    """How strongly ``one`` is linked to whom it is linked to most, and to whom; ``None`` where any member forbids it.

    Only members that came ``before`` count, where that is told. Of one form two are asked, and the rest where these are
    linked less than is enough and copies are told.
    """
    own = (other for other in cluster.of_article(one) if before is None or before(other))
    found = [(rules.link(one, other), other) for other in own]
    for alike in cluster.of_others(one, before):
        asked = [(rules.link(one, other), other) for other in islice(alike, 2)]
        if rules.copies and any(points is not None and points < rules.enough for points, _ in asked):
            asked += [(rules.link(one, other), other) for other in alike]
        found += asked
        if any(points is None for points, _ in asked):
            break
    allowed = [(points, other) for points, other in found if points is not None]
    return max(allowed, key=lambda link: link[0], default=None) if len(allowed) == len(found) else None


class Index:
    """Numbers of clusters by what their members reach and by article."""

    def __init__(self, reach: Reach) -> None:
        self._reach = reach
        self._at: dict[int | None, dict[int, int]] = defaultdict(dict)  # slot, ``None`` for everywhere: members there
        self._slots: dict[int, dict[int | None, int]] = {}
        self._of_article: dict[str, dict[int, int]] = defaultdict(dict)

    def add(self, one: Witness, number: int) -> None:
        """Notes that cluster ``number`` has the member ``one``."""
        slots = self._slots.setdefault(number, {})
        for slot in self._slots_of(one):
            _count(slots, slot, 1)
            _count(self._at[slot], number, 1)
        _count(self._of_article[one.claim.article.id], number, 1)

    def remove(self, one: Witness, number: int) -> None:
        """Notes that ``one`` is no member of cluster ``number`` any more."""
        for slot in self._slots_of(one):
            _count(self._slots[number], slot, -1)
            _count(self._at[slot], number, -1)
        _count(self._of_article[one.claim.article.id], number, -1)
        if not self._slots[number]:
            del self._slots[number]

    def of_article(self, one: Witness) -> Set[int]:
        """The numbers of the clusters with a member of the article that ``one`` stands in."""
        return self._of_article.get(one.claim.article.id, {}).keys()

    def near(self, one: Witness) -> Sequence[int]:
        """The numbers of all clusters that ``one`` may be linked to, in order, and perhaps of others."""
        return sorted(self._at_slots(self._slots_of(one)).union(self.of_article(one)))

    def around(self, number: int) -> Sequence[int]:
        """The numbers of all clusters that members of cluster ``number`` may be linked to, and perhaps of others."""
        return sorted(self._at_slots(self._slots.get(number, ())))

    def _at_slots(self, slots: Iterable[int | None]) -> set[int]:
        slots = [*slots]
        if None in slots:
            return {*self._slots}
        return set(self._at.get(None, ())).union(*(self._at[slot] for slot in slots if slot in self._at))

    def _slots_of(self, one: Witness) -> Iterable[int | None]:
        days = self._reach(one)
        if days is None or len(days) > _WIDE:
            return (None,)
        return range(days.start // _SLOT, (days.stop - 1) // _SLOT + 1) if days else (-1,)


def _count(counts: dict[K, int], key: K, by: int) -> None:
    counts[key] = counts.get(key, 0) + by
    if not counts[key]:
        del counts[key]
