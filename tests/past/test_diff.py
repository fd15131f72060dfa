"""What the articles of some days changed: new, disputed, come true, corroborated, made more precise."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Claim, Entity, Quantity
from kg.model.change import CHANGE_KINDS, Change, kind_of_change
from kg.past import as_of, diff
from kg.past.comparing import compared, things
from kg.store import Store
from tests.past.graphs import DAYS, by_article, put, redated, store_of
from tests.strategies import NORTH_KOREA, PUTIN, RUSSIA, UKRAINE, article, claim, claim_sets, on, treaty

FIRST, SECOND = date(2024, 6, 20), date(2024, 12, 5)


def _attack(info_key: str, publisher: str, published: str, **fields: object) -> Claim:
    info = article(publisher, published, key=info_key)
    roles = {"actor": RUSSIA, "target": UKRAINE}
    return claim("event", "ASSAULT", roles, info, **{"time": on("2024-06-18"), **fields})


def _store(*claims: Claim) -> Store:
    return store_of(by_article(claims))


def _second(*claims: Claim) -> tuple[Change, ...]:
    with _store(*claims) as store:
        return diff(store, SECOND)


def test_what_nobody_had_spoken_of_is_new() -> None:
    """With its status and the passages that tell of it."""
    here = _attack("a", "Paper A", "2024-06-20")
    there = treaty(article("Paper B", "2024-12-05", key="b"), modality="reported")
    (change,) = _second(here, there)
    assert (change.kind, change.before, change.after) == ("new", None, "alleged")
    assert change.claims == (there,)


def test_a_second_source_corroborates() -> None:
    """The change names the second, not the first."""
    (change,) = _second(_attack("a", "Paper A", "2024-06-20"), second := _attack("b", "Paper B", "2024-12-05"))
    assert (change.kind, change.before, change.after, change.parts) == ("corroborated", "stated", "corroborated", ())
    assert change.claims == (second,)


def test_a_denial_disputes() -> None:
    """What one asserted and another denies."""
    denial = _attack("b", "Paper B", "2024-12-05", modality="denied", attribution=(RUSSIA,))
    (change,) = _second(_attack("a", "Paper A", "2024-06-20"), denial)
    assert (change.kind, change.before, change.after) == ("disputed", "stated", "disputed")
    assert change.claims == (denial,)


def test_a_plan_that_was_called_off_is_not_taken_for_who_called_it_off() -> None:
    """An article of another visit changes nothing of either, whichever of the two comes first by its IRI."""
    for number in range(6):
        visit = {"subtype": "visit", "time": on("2024-06-25")}
        plan = _attack(f"a{number}", "Paper A", "2024-06-17", **visit, modality="planned")
        refusal = _attack("b", "Paper B", "2024-06-18", subtype="visit")
        other = _attack("c", "Paper C", "2024-12-05", subtype="visit", time=on("2024-12-04"))
        said = replace(plan, type="AGREE"), replace(refusal, type="REJECT", time=None), replace(other, type="CONSULT")
        with _store(*said) as store:
            assert sorted(one.status for one in store.facts(predicate="a")) == ["denied", "stated", "stated"]
            (change,) = diff(store, SECOND)
            assert change.whole.supported_by == (said[2].id,)


def test_what_was_expected_or_alleged_is_now_asserted() -> None:
    """The plan came true; the hearsay was taken up."""
    for modality, before in (("planned", "expected"), ("reported", "alleged")):
        early = _attack("a", "Paper A", "2024-06-17", modality=modality)
        (change,) = _second(early, _attack("b", "Paper B", "2024-12-05"))
        assert (change.kind, change.before, change.after) == ("confirmed", before, "stated")


def test_a_date_that_became_known_is_told() -> None:
    """With the coarser one that it took the place of."""
    early = treaty(article("Paper A", "2024-06-20", key="a"), time=on("2024-06"))
    late = treaty(article("Paper A", "2024-12-05", key="b"), time=on("2024-06-19"), in_force=on("2024-12-04"))
    (change,) = _second(early, late)
    told = {
        (part.fact.predicate, part.fact.object.text, part.after is not None)
        for part in change.parts
        if not isinstance(part.fact.object, Entity)
    }
    assert change.kind == "learned"
    assert {("signed", "2024-06", False), ("signed", "2024-06-19", True), ("inForce", "2024-12-04", True)} <= told
    assert not {name for name, _, _ in told} & {"signedFrom", "signedUntil", "inForceFrom", "inForceUntil"}


def test_a_figure_in_dispute_is_told_with_both_values() -> None:
    """A later, lower count is no running total."""
    many, few = (Quantity(min=n, max=n, of="killed") for n in (31, 26))
    early = _attack("a", "Paper A", "2024-06-20", quantities=(many,))
    (change,) = _second(early, _attack("b", "Paper B", "2024-12-05", quantities=(few,)))
    told = {part.fact.object.label: (part.before, part.after) for part in change.parts}  # type: ignore[union-attr]
    assert change.kind == "disputed"
    assert told == {"31 killed": ("stated", "disputed"), "26 killed": (None, "disputed")}


def test_only_what_an_entity_takes_part_in() -> None:
    """Itself, or by who acts for it; as a thing, only itself."""
    visit = claim(
        "event", "CONSULT", {"actor": PUTIN, "target": NORTH_KOREA}, article("Paper B", "2024-12-05", key="b")
    )
    with _store(visit, _attack("c", "Paper C", "2024-12-06")) as store:
        assert len(diff(store, SECOND, entity=RUSSIA)) == 2
        assert [change.whole.subject.label for change in diff(store, SECOND, entity=NORTH_KOREA)] == [
            "CONSULT: Vladimir Putin → PRK"
        ]
        assert len(diff(store, SECOND, entity=diff(store, SECOND)[0].whole.subject)) == 1


def test_what_comes_later_and_what_has_no_date_is_left_out() -> None:
    """The window has two ends."""
    claims = [_attack("a", "Paper A", "2024-06-20"), _attack("b", "Paper B", "2024-12-05")]
    undated = _attack("c", "Paper C", "2024-06-20")
    dateless = claim(
        "event", "ASSAULT", undated.roles, article("Paper C", None, key="c"), time=on("2024-06-18"), modality="denied"
    )
    with _store(*claims, dateless) as store:
        assert [change.kind for change in diff(store, FIRST, FIRST)] == ["new"]
        assert [change.kind for change in diff(store, FIRST)] == ["new"]
        assert [change.after for change in diff(store, FIRST)] == ["corroborated"]
        assert diff(store, date(2025, 1, 1)) == ()


@given(claim_sets())
@settings(max_examples=40, deadline=None)
def test_equal_graphs_do_not_differ(claims: list[Claim]) -> None:
    """Of the same facts nothing is told."""
    with _store(*claims) as store:
        facts, known = [*store.facts()], {one.id: one for one in claims}
        assert compared(facts, facts, known) == []
        assert diff(store, date(2025, 1, 1)) == ()


@given(claim_sets(), st.sampled_from(DAYS), st.sampled_from(DAYS))
@settings(max_examples=40, deadline=None)
def test_it_is_the_difference_of_the_graphs_of_two_days(claims: list[Claim], one: date, other: date) -> None:
    """Each status before and after is that of a thing in the graph of its day, and no new thing is left out."""
    since, until = min(one, other), max(one, other)
    with _store(*claims) as store:
        changes = diff(store, since, until)
        with as_of(store, since - timedelta(days=1)) as before, as_of(store, until) as after:
            former, latter = (things(store.facts()) for store in (before, after))
    known = {iri for thing in former for iri in thing.claims}
    new = {thing.whole.id for thing in latter if not thing.claims & known}
    assert new == {change.whole.id for change in changes if change.kind == "new"}
    statuses = {thing.whole.id: thing.whole.status for thing in latter}
    for change in changes:
        assert statuses[change.whole.id] == change.after
        assert change.before in {None, *(thing.whole.status for thing in former)}
        assert change.kinds
        assert change.claims
        assert change.kind in change.kinds
        assert set(change.kinds) <= set(CHANGE_KINDS)


@given(claim_sets(), claim_sets(), st.integers(0, 40), st.sampled_from(DAYS), st.sampled_from(DAYS))
@settings(max_examples=40, deadline=None)
def test_corrections_count_from_their_day(
    first: list[Claim], second: list[Claim], later: int, one: date, other: date
) -> None:
    """With them too it is the difference of the graphs of two days, and what is in neither's place is gone.

    A thing that one more article speaks of may have another IRI and be the same.
    """
    since, until = min(one, other), max(one, other)
    with store_of(by_article(first)) as store:
        put(store, redated(by_article(second), timedelta(days=later)), "Corrected.")
        changes = diff(store, since, until)
        with as_of(store, since - timedelta(days=1)) as before, as_of(store, until) as after:
            former, latter = (things(each.facts()) for each in (before, after))
    statuses = {thing.whole.id: thing.whole.status for thing in latter}
    was = {thing.whole.id: thing.whole.status for thing in former}
    for change in changes:
        assert change.before in {None, *was.values()}
        assert statuses.get(change.whole.id) == change.after or change.kind == "gone"
    assert {change.whole.id for change in changes if change.kind == "gone"} <= was.keys()
    assert (not changes) or former != latter
    assert bool(changes) or sorted(statuses.values()) == sorted(was.values())


def test_what_a_correction_takes_back_is_gone_from_its_day_on() -> None:
    """The paper withdraws the attack a week later: new on the one day, gone on the other."""
    early = _attack("a", "Paper A", "2024-06-20")
    with _store(early) as store:
        other = treaty(article("Paper A", "2024-06-27", key="a"))
        put(store, {"a": [other]}, "Corrected.")
        assert [change.kind for change in diff(store, FIRST, date(2024, 6, 26))] == ["new"]
        assert {change.kind for change in diff(store, date(2024, 6, 27))} == {"new", "gone"}
        assert [change.kind for change in diff(store, FIRST)] == ["new"]
        assert diff(store, date(2024, 6, 28)) == ()


def test_every_step_has_a_name_and_its_reverse_another() -> None:
    """No two statuses are one, and what one step does the other undoes."""
    statuses = (None, "disputed", "corroborated", "stated", "alleged", "expected", "denied")
    for before in statuses:
        for after in statuses:
            kind = kind_of_change(before, after)  # type: ignore[arg-type]
            assert (kind is None) is (before == after)
            assert before == after or kind == "changed" or kind != kind_of_change(after, before)  # type: ignore[arg-type]


def test_order_and_versions_of_reading_do_not_matter() -> None:
    """Articles put one after the other or at once give one report."""
    claims: Sequence[Claim] = [
        _attack("a", "Paper A", "2024-06-20"),
        _attack("b", "Paper B", "2024-12-05"),
        treaty(article("Paper C", "2024-12-06", key="c")),
    ]
    with _store(*claims) as store, Store.open() as other:
        for one in reversed(claims):
            put(other, {one.article.id: [one]})
        assert diff(store, SECOND) == diff(other, SECOND)
