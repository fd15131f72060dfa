"""Clusters that are kept while claims come are those of all claims at once."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts.clusters import parted
from kg.facts.derivation import rules_of
from kg.facts.parting import Parting
from kg.facts.rules import Rules
from kg.facts.witnesses import Witness, witness
from kg.model import Claim
from tests.strategies import NORTH_KOREA, RUSSIA, article, claim, claim_sets, on, person, treaty


def clusters(parting: Parting) -> list[list[str]]:
    """The clusters with their claims (IRIs), sorted."""
    return sorted([one.id for one in parting.cluster(number)] for number in parting.numbers())


def at_once(witnesses: list[Witness], rules: Rules) -> list[list[str]]:
    """The same, of all claims together."""
    return sorted([one.id for one in cluster] for cluster in parted(witnesses, rules))


def grown(claims: list[Claim], sizes: list[int]) -> tuple[list[list[str]], list[list[str]]]:
    """The clusters of claims that come some at a time, and those of all at once."""
    if not claims:
        return [], []
    witnesses = [witness(one) for one in claims]
    rules = rules_of(sorted(witnesses, key=lambda one: one.id), ())
    parting, start = Parting(rules), 0
    for size in [*sizes, len(witnesses)]:
        before = {number: parting.cluster(number) for number in parting.numbers()}
        changed = parting.add(witnesses[start : start + size])
        start += size
        assert all(parting.cluster(number) == before[number] for number in before.keys() - changed)
        assert set(parting.numbers()) - before.keys() <= changed
    return clusters(parting), at_once(witnesses, rules)


@pytest.mark.parametrize("kind", ["event", "agreement", "office"])
@given(st.data())
@settings(max_examples=150, deadline=None)
def test_claims_that_come_one_after_another_are_parted_as_all_at_once(kind: str, data: st.DataObject) -> None:
    """Whatever comes in whatever order, and whoever is drawn away by it; what is not told to have changed has not."""
    claims = [one for one in data.draw(claim_sets(40)) if one.kind == kind]
    sizes = data.draw(st.lists(st.integers(1, 5), max_size=12))
    kept, thorough = grown(claims, sizes)
    assert kept == thorough


_NAMES = (None, "treaty", "peace treaty", "treaty on trade", "treaty on fisheries")


@st.composite
def pacts(draw: st.DrawFn) -> Claim:
    """A claim of an agreement between the same two, often bare, often told long after or before it."""
    number = draw(st.integers(0, 25))
    day = date(2024, 6, 1) + timedelta(days=13 * (number % 12))
    signed = draw(st.sampled_from([None, None, "2024-06-19", "2024-07-19", "2024-08-01", "2024-06"]))
    return treaty(
        article(f"Paper {number % 7}", day.isoformat() if number else None, key=f"a{number}"),
        label=draw(st.sampled_from(_NAMES)),
        time=on(signed) if signed else None,
        stage=draw(st.sampled_from([None, "announced", "signed", "in force"])),
        modality=draw(st.sampled_from(["asserted", "asserted", "planned", "denied"])),
        start=draw(st.integers(0, 3)),
    )


@given(st.lists(pacts(), max_size=40, unique_by=lambda one: one.id), st.lists(st.integers(1, 4), max_size=25))
@settings(max_examples=150, deadline=None)
def test_bare_agreements_find_the_only_one_that_is_open_to_them(claims: list[Claim], sizes: list[int]) -> None:
    """As long as there is only one, whoever comes later, and from whatever day."""
    kept, thorough = grown(claims, sizes)
    assert kept == thorough


def test_only_claims_that_a_new_one_bears_on_are_compared() -> None:
    """Of hundreds of visits of a year, and of hundreds of reports of one, few are looked at for one more report."""
    asked: list[tuple[str, str]] = []

    def visit(number: int, day: str, **fields: Any) -> Claim:
        roles = {"actor": RUSSIA, "target": NORTH_KOREA}
        return claim("event", "CONSULT", roles, article(f"Paper {number}", day, key=f"{day} {number}"), **fields)

    days = [(date(2024, 1, 1) + timedelta(days=n)).isoformat() for n in range(300)]
    claims = [visit(n, day, time=on(day)) for n, day in enumerate(days)]
    claims += [visit(1000 + n, "2024-06-20", time=on("2024-06-19")) for n in range(300)]
    late = witness(visit(5000, "2024-06-21", time=on("2024-06-19")))
    witnesses = [*map(witness, claims), late]
    rules = rules_of(witnesses, ())
    counted = Rules(
        signals=lambda one, other: asked.append((one.id, other.id)) or rules.signals(one, other),  # type: ignore[func-returns-value]
        enough=rules.enough,
        vagueness=rules.vagueness,
        form=rules.form,
        copies=rules.copies,
        reach=rules.reach,
    )
    parting = Parting(counted)
    parting.add(witnesses[:-1])
    asked.clear()
    changed = parting.add([late])
    assert [len(parting.cluster(number)) for number in changed] == [302]
    assert len(asked) < 40
    assert clusters(parting) == at_once(witnesses, rules)


def test_one_office_has_many_reports_and_few_comparisons() -> None:
    """Hundreds of papers give one president his office; who else says so is compared with two of them."""
    asked: list[str] = []
    roles = {"holder": person("Vladimir Putin", "RUS"), "of": RUSSIA}
    claims = [
        claim(
            "office", "office", roles, article(f"Paper {n}", f"2024-06-{1 + n % 28:02}", key=f"{n}"), office="president"
        )
        for n in range(400)
    ]
    witnesses = [*map(witness, claims)]
    rules = rules_of(witnesses, ())
    counted = Rules(
        signals=lambda one, other: asked.append(one.id) or rules.signals(one, other),  # type: ignore[func-returns-value]
        enough=rules.enough,
        vagueness=rules.vagueness,
        form=rules.form,
    )
    parting = Parting(counted)
    parting.add(witnesses[:200])
    asked.clear()
    for one in witnesses[200:]:
        parting.add([one])
    assert len(asked) < 10 * 200
    assert clusters(parting) == at_once(witnesses, rules)
