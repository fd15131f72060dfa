"""Moments: what happened when, dated as precisely as is known, with what it rests on."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts import derive, moments
from kg.model import ArticleInfo, Claim, Moment
from tests.facts import test_merging
from tests.facts.test_merging import ENGLISH, FRENCH, GLOBAL, LATER
from tests.facts.test_status import PAPER_A, PAPER_B, PAPER_C, dead, raid
from tests.strategies import KURSK, NORTH_KOREA, RUSSIA, SHOIGU, UKRAINE, article, claim, claim_sets, on, treaty


def told(*claims: Claim) -> tuple[Moment, ...]:
    return moments(derive(claims).facts, {one.id: one for one in claims})


def test_an_event_with_all_that_is_known() -> None:
    """Who, whom, when, how many, in how many independent sources, and the passages."""
    (one,) = told(raid(quantities=dead(12, 12)), raid(PAPER_B, day="2024-06"), raid(PAPER_A, start=5))
    assert (one.kind, one.type, one.who, one.whom) == ("event", "ASSAULT", (RUSSIA,), (UKRAINE,))
    assert (one.span, one.status, one.sources, one.figures) == (on("2024-06-18"), "stated", 2, ("12 dead",))
    assert (one.first_report, one.last_report, len(one.claims)) == (date(2024, 6, 20), date(2024, 6, 21), 3)


def test_the_stages_of_an_agreement_are_moments_in_order() -> None:
    """Signed and in force with their days; a later stage without a day comes last; an announcement is past telling."""
    claims = [
        treaty(FRENCH, label=GLOBAL, time=on("2024-06-19"), stage="signed"),
        treaty(ENGLISH, label=GLOBAL, in_force=on("2024-12-04"), stage="in force"),
        treaty(LATER, label=GLOBAL, stage="ratified"),
    ]
    assert [(one.what, one.span) for one in told(*claims)] == [
        ("signed", on("2024-06-19")),
        ("in force", on("2024-12-04")),
        ("ratified", None),
    ]
    (bare,) = told(treaty(FRENCH, stage="announced"))
    assert (bare.what, bare.span, bare.status, set(bare.who)) == ("announced", None, "stated", {RUSSIA, NORTH_KOREA})


def test_the_place_of_an_agreement_is_that_of_its_signature() -> None:
    """Signed at a place, in force everywhere."""
    roles = {"party": (RUSSIA, NORTH_KOREA), "place": KURSK}
    one = claim("agreement", "treaty", roles, LATER, time=on("2024-06-19"), in_force=on("2024-12-04"), stage="in force")
    assert [(each.what, each.places) for each in told(one)] == [("signed", (KURSK,)), ("in force", ())]


def test_each_date_in_dispute_is_a_moment() -> None:
    """Two days of one signature, both shown, both disputed."""
    both = told(
        treaty(FRENCH, time=on("2024-06-18"), label=GLOBAL), treaty(ENGLISH, time=on("2024-06-19"), label=GLOBAL)
    )
    assert [(one.span, one.status) for one in both] == [(on("2024-06-18"), "disputed"), (on("2024-06-19"), "disputed")]
    assert both[0].id != both[1].id


def test_a_plan_a_denial_and_an_office() -> None:
    """What is to come is expected, what is denied names its denier, an office without dates has none."""
    (plan,) = told(raid(article(published="2024-06-01")))
    assert plan.status == "expected"
    (denied,) = told(raid(modality="denied", attribution=(RUSSIA,)))
    assert (denied.status, denied.claims, len(denied.denials)) == ("denied", (), 1)
    (office,) = told(test_merging.TestTenures().tenure(SHOIGU))
    assert (office.kind, office.type, office.who, office.span) == ("office", "defence minister", (SHOIGU,), None)


@given(claim_sets(), st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_laws_of_moments(claims: list[Claim], random: st.DataObject) -> None:
    """Order changes nothing; moments are sorted, no two are one, and no thing is left out."""
    shuffled = list(claims)
    random.shuffle(shuffled)
    found = told(*claims)
    assert told(*shuffled) == found
    days = [one.span.start or one.span.end for one in found if one.span]
    assert days == sorted(day for day in days if day)
    assert [one.span is None for one in found] == sorted(one.span is None for one in found)
    assert len({one.id for one in found}) == len(found)
    things = {fact.subject.id for fact in derive(claims).facts if fact.predicate == "a"}
    quantities = {fact.subject.id for fact in derive(claims).facts if fact.subject.kind == "Quantity"}
    assert {one.subject.id for one in found} == things - quantities
    assert all(one.claims or one.denials for one in found)
    assert all(one.sources >= 1 for one in found if one.claims)


def test_copies_are_one_source() -> None:
    """Three papers, two of which print one sentence."""
    words = "Russian aircraft struck the city of Kharkiv on Tuesday, wounding dozens, local officials said."
    (one,) = told(raid(PAPER_A), raid(PAPER_B, quote=words), raid(PAPER_C, quote=words))
    assert one.sources == 2


def test_who_foresaw_it_is_no_source_of_what_took_place() -> None:
    """A plan of one paper that came true in another: one source says that it did, and both are told."""
    (one,) = told(raid(PAPER_A, modality="planned"), raid(PAPER_B))
    assert (one.status, one.sources, len(one.claims)) == ("stated", 1, 2)
    (one,) = told(raid(PAPER_A, modality="planned"), raid(PAPER_B, modality="planned"))
    assert (one.status, one.sources) == ("expected", 2)


def signature(info: ArticleInfo, day: str | None = "2024-06-19", subtype: str = "signed", start: int = 0) -> Claim:
    roles = {"actor": RUSSIA, "target": NORTH_KOREA}
    time = on(day) if day else None
    return claim("event", "SUPPORT", roles, info, subtype=subtype, time=time, start=start)


def test_an_act_that_words_of_its_own_report_is_told_once() -> None:
    """A signature of the agreement's day in another paper supports the stage; that of another day is another."""
    agreement = treaty(FRENCH, label=GLOBAL, time=on("2024-06-19"), stage="signed")
    (one,) = told(agreement, signature(FRENCH), signature(ENGLISH))
    assert (one.kind, one.what, one.sources) == ("agreement", "signed", 2)
    assert {claim.article for claim in one.claims} == {FRENCH, ENGLISH}
    assert [each.kind for each in told(agreement, signature(ENGLISH, "2024-06-20"))] == ["agreement", "event"]
    assert [each.kind for each in told(agreement, signature(ENGLISH, None))] == ["agreement", "event"]
    assert [each.kind for each in told(agreement, signature(FRENCH, None))] == ["agreement"]


def test_a_stage_without_a_day_gives_way_to_the_act_that_has_one() -> None:
    """Where the same words tell both: who ratified, and when."""
    ratified = treaty(LATER, label=GLOBAL, stage="ratified")
    (one,) = told(ratified, signature(LATER, "2024-11-09", "ratified"))
    assert (one.kind, one.span) == ("event", on("2024-11-09"))
    assert len(told(ratified, signature(ENGLISH, "2024-11-09", "ratified"))) == 2
