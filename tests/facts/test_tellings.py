"""When claims of one article tell one event, and from which side an event is told."""

from datetime import date

import pytest

from kg.model import Claim, TimeSpan
from tests.facts.look import nodes, only_status, statuses
from tests.strategies import KIM, NORTH_KOREA, PUTIN, RUSSIA, SHOIGU, UKRAINE, article, claim, on, place, treaty

FRENCH, ENGLISH = article("Paper A", "2024-06-20", "fr"), article("Paper B", "2024-12-05", "en")


def told(start: int, type_: str, word: str, info=FRENCH, who=RUSSIA, whom=NORTH_KOREA, **fields) -> Claim:
    """A claim in the words from ``start`` to ``start`` + 20, found by ``word``."""
    rule = f"{type_}:{info.language}:verb:{word}"
    return claim("event", type_, {"actor": who, "target": whom}, info, start=start, end=start + 20, rule=rule, **fields)


def test_a_signature_is_told_from_either_side():
    """« A signed with B » and « B signed with A » are one signature."""
    claims = [
        told(0, "SUPPORT", "signer", subtype="signed", time=on("2024-06-19")),
        told(0, "SUPPORT", "sign", ENGLISH, NORTH_KOREA, RUSSIA, subtype="signed", time=on("2024-06")),
    ]
    assert only_status(claims, "Event") == "corroborated"


def test_a_visit_is_not_returned():
    """A's visit to B and B's to A in one month are two, a meeting is one whoever is named first."""
    there = told(0, "CONSULT", "visiter", subtype="visit", time=on("2024-06"))
    back = told(0, "CONSULT", "visit", ENGLISH, NORTH_KOREA, RUSSIA, subtype="visit", time=on("2024-06"))
    assert len(nodes([there, back], "Event")) == 2
    met = told(0, "CONSULT", "rencontrer", subtype="meeting", time=on("2024-06"))
    again = told(0, "CONSULT", "meet", ENGLISH, NORTH_KOREA, RUSSIA, subtype="meeting", time=on("2024-06"))
    assert len(nodes([met, again], "Event")) == 1


def test_a_mediation_that_a_side_denies_is_the_one_that_the_mediator_tells():
    """The mediator alone tells which it is, and one side's denial may name but that side."""
    claims = [
        told(0, "CONSULT", "mediate", who=RUSSIA, whom=(NORTH_KOREA, UKRAINE), subtype="mediation"),
        told(40, "CONSULT", "mediate", who=RUSSIA, whom=UKRAINE, subtype="mediation", modality="denied"),
    ]
    (status,) = nodes(claims, "Event").values()
    assert status == "stated"
    assert len(nodes(claims[:1], "Event")) == 1


@pytest.mark.parametrize(
    ("other", "events"),
    [
        (told(40, "AID", "livrer"), 1),  # the same word again
        (told(40, "AID", "aider"), 2),  # another word: perhaps another deed
        (told(40, "AID", "livrer", modality="planned"), 2),  # one has happened, one is to come
        (told(10, "AID", "aider"), 1),  # another word of the same passage
    ],
)
def test_two_tellings_of_one_article_without_a_date(other: Claim, events: int):
    """They are one event where their word or their passage is the same, not for being of one type."""
    assert len(nodes([told(0, "AID", "livrer"), other], "Event")) == events


def test_what_is_told_again_has_the_date_of_its_first_telling():
    """So half a year later it still is the event that another paper dates."""
    claims = [
        told(0, "SUPPORT", "conclude", ENGLISH, subtype="signed", time=on("2024-06")),
        told(40, "SUPPORT", "sign", ENGLISH, subtype="signed"),
        told(0, "SUPPORT", "signer", FRENCH, subtype="signed", time=on("2024-06-19")),
    ]
    assert only_status(claims, "Event") == "corroborated"
    assert set(statuses(claims, "time", "Event")) == {"2024-06-19"}


def test_a_denied_deed_is_no_other_deed_of_that_day():
    """An article that denies the one and tells the other in other words speaks of two."""
    claims = [
        told(0, "AGREE", "promettre", time=on("2024-06-19")),
        told(40, "AGREE", "fixer", time=on("2024-06-19"), modality="denied"),
    ]
    assert sorted(nodes(claims, "Event").values()) == ["denied", "stated"]


def test_an_article_that_denies_one_agreement_tells_of_another():
    """« Aucun accord … Le traité de 1961 … »: what was not concluded is not what was."""
    claims = [treaty(FRENCH, modality="denied"), treaty(FRENCH, time=on("1961"), stage="signed", start=40)]
    assert sorted(nodes(claims, "Agreement").values()) == ["denied", "stated"]


def test_a_plan_that_happened_is_a_fact_and_stays_visible():
    """Expected by one, told by the other: one visit that took place, which both support, with its finest day."""
    plan = told(0, "CONSULT", "rendre", who=PUTIN, subtype="visit", time=on("2024-12"), modality="planned")
    deed = told(0, "CONSULT", "visit", ENGLISH, PUTIN, subtype="visit", time=on("2024-12-04"))
    (status,) = nodes([plan, deed], "Event").values()
    assert status == "stated"
    assert only_status([plan], "Event") == "expected"


def test_people_of_one_state_are_not_taken_for_one_another():
    """Two visits on one day by two men of one state are two."""
    claims = [
        told(0, "CONSULT", "visiter", who=PUTIN, subtype="visit", time=on("2024-06-19")),
        told(0, "CONSULT", "visit", ENGLISH, SHOIGU, subtype="visit", time=on("2024-06-19")),
    ]
    assert len(nodes(claims, "Event")) == 2


def test_visits_of_two_years_and_places_are_two():
    """The same two in another year, or on that day elsewhere."""
    first = told(0, "CONSULT", "visiter", who=PUTIN, whom=KIM, subtype="visit", time=on("2024-06-19"))
    other = told(40, "CONSULT", "visiter", who=PUTIN, whom=KIM, subtype="visit", time=on("2019-04-25"))
    assert len(nodes([first, other], "Event")) == 2
    here, there = (
        claim(
            "event",
            "ASSAULT",
            {"actor": RUSSIA, "target": UKRAINE, "place": place(name)},
            article(f"Paper {name}", "2024-06-20"),
            time=on("2024-06-19"),
        )
        for name in ("kharkiv", "odesa")
    )
    assert len(nodes([here, there], "Event")) == 2


def test_a_truce_and_a_ceasefire_may_be_one():
    """Words that name but the kind are no two names: what was concluded is what is in force."""
    claims = [
        treaty(FRENCH, type_="ceasefire", label="cessez-le-feu", stage="signed"),
        treaty(FRENCH, type_="ceasefire", label="trêve", stage="in force", in_force=on("2024-06-18"), start=40),
    ]
    assert only_status(claims, "Agreement") == "stated"


def test_a_plan_with_a_deadline_is_the_one_without():
    """Two papers of one day on one withdrawal that is to come: one says until when."""
    roles = {"actor": RUSSIA, "target": UKRAINE, "place": place("kharkiv")}
    until = TimeSpan(start=date(2024, 6, 20), end=date(2024, 8, 19), precision="range")
    plans = [
        claim("event", "RETREAT", roles, article(paper, "2024-06-20"), modality="planned", time=time)
        for paper, time in (("Paper A", until), ("Paper B", None))
    ]
    assert only_status(plans, "Event") == "expected"
