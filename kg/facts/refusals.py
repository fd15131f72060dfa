"""Refusals: plans that are called off, and by which claims."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from kg.facts.members import Cluster
from kg.facts.report import Report
from kg.facts.reports import PLANS, participants
from kg.facts.times import agree, first_day, last_day
from kg.facts.witnesses import CLOCK_SLACK, Witness
from kg.vocabulary.merging import load_merging_rules

_HELD = timedelta(days=90)  # how long a plan without a day may be meant by who calls one off
_Rank = tuple[bool, date]


def is_plan(cluster: Cluster, told: Mapping[str, Report]) -> bool:
    """Whether the claims of a cluster only foresee what they tell of."""
    said = [one for one in cluster if one.modality != "denied"]
    return bool(said) and all(one.modality in PLANS and not told[one.id].refuses for one in said)


def is_refusal(cluster: Cluster, told: Mapping[str, Report]) -> bool:
    """Whether the claims of a cluster only tell that something is not to be."""
    return all(told[one.id].refuses or _is_off(one) for one in cluster)


def _is_off(one: Witness) -> bool:
    """Whether the article itself says of what is to come that it will not: « la visite a été annulée »."""
    span, published = one.claim.time, one.claim.article.published
    ahead = span is None or published is None or last_day(span) >= published - CLOCK_SLACK
    return one.modality == "denied" and not one.claim.attribution and ahead


def stands(plan: Sequence[Witness], refusals: Sequence[Witness]) -> bool:
    """Whether somebody told of the ``plan`` after the last refusal that is not mere hearsay, or nobody refused it."""
    off = [_day(one) for one in refusals if one.claim.modality in ("asserted", "denied")]
    return not off or max(map(_day, plan)) > max(off)


def _day(one: Witness) -> date:
    return one.claim.article.published or date.min


def rank(refusal: Cluster, plan: Cluster, told: Mapping[str, Report]) -> _Rank | None:
    """How near a plan is to those that a refusal may mean, the nearest the least; ``None`` where it cannot be meant.

    Who calls a visit off means the next one that was foreseen, before one without a day.
    """
    meant = [
        told[foreseen.id].time
        for one, foreseen in product(refusal, plan)
        if foreseen.modality in PLANS and _means(told[one.id], told[foreseen.id])
    ]
    days = [(span is None, first_day(span) if span else date.max) for span in meant]
    return min(days, default=None)


def _means(refusal: Report, plan: Report) -> bool:
    if refusal.published is None or plan.published is None or plan.published > refusal.published:
        return False
    if None not in (refusal.witness.claim.subtype, plan.subtype) and refusal.witness.claim.subtype != plan.subtype:
        return False
    if (participants(refusal, plan, None) or 0) <= 0:
        return False
    ahead = refusal.time if refusal.time and first_day(refusal.time) > refusal.published else None
    if plan.time:
        return last_day(plan.time) >= refusal.published and (ahead is None or agree(ahead, plan.time))
    return refusal.published - plan.published <= _HELD and not _postpones(refusal)


def _postpones(refusal: Report) -> bool:
    """Whether what is refused is but to come later."""
    word = (refusal.trigger or "").rpartition(":")[2]
    return word in load_merging_rules().postponing


@dataclass(frozen=True, slots=True)
class Refusals:
    """Which clusters (by number) are called off by which, kept while clusters change."""

    told: Mapping[str, Report]
    plans: dict[int, Cluster]
    refusals: dict[int, Cluster]
    meant: dict[int, dict[int, _Rank]]

    @staticmethod
    def among(clusters: Mapping[int, Cluster], told: Mapping[str, Report]) -> "Refusals":
        """Those among ``clusters``; ``told`` has the report of each claim, maybe not yet."""
        found = Refusals(told, {}, {}, {})
        found.change(clusters)
        return found

    def change(self, clusters: Mapping[int, Cluster]) -> None:
        """Take note of clusters that came or changed, and of those that are gone: they are empty."""
        self._forget(clusters.keys())
        for number, cluster in clusters.items():
            if cluster and is_plan(cluster, self.told):
                self.plans[number] = cluster
            elif cluster and is_refusal(cluster, self.told):
                self.refusals[number] = cluster
        fresh = clusters.keys() & self.refusals.keys()
        self._compare(fresh, self.plans.keys())
        self._compare(self.refusals.keys() - fresh, clusters.keys() & self.plans.keys())

    def _forget(self, numbers: Collection[int]) -> None:
        for number in numbers:
            self.plans.pop(number, None)
            self.refusals.pop(number, None)
            self.meant.pop(number, None)
        for meant in self.meant.values():
            for number in meant.keys() & numbers:
                del meant[number]

    def _compare(self, refusals: Iterable[int], plans: Collection[int]) -> None:
        for refusal, plan in product(refusals, plans):
            found = rank(self.refusals[refusal], self.plans[plan], self.told)
            if found is not None:
                self.meant.setdefault(refusal, {})[plan] = found

    def of_plans(self) -> dict[int, tuple[Witness, ...]]:
        """The claims that call each plan off, of plans that any do, sorted by IRI."""
        found: dict[int, list[Witness]] = {}
        for refusal, meant in self.meant.items():
            if meant:
                next_one = min(meant, key=lambda plan: (*meant[plan], min(one.id for one in self.plans[plan])))
                found.setdefault(next_one, []).extend(self.refusals[refusal])
        return {plan: tuple(sorted(said, key=lambda one: one.id)) for plan, said in found.items()}
