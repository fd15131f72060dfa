"""Plans that are called off: they are no longer expected, and what was planned stays visible."""

import pytest

from kg.facts import derive
from kg.model import Claim, Modality
from tests.facts.look import pick
from tests.strategies import article, claim, on, person, place, state

LULA, COLOMBIA, CHILE = person("Luiz Inácio Lula da Silva", acts_for="BRA"), state("COL"), state("CHL")


def plan(day: str | None = "2025-03-12", *, told: str = "2025-03-03", whom=COLOMBIA, paper: str = "Paper A") -> Claim:
    """A paper tells that somebody will visit."""
    return visit("AGREE", "planned", day, told, whom, paper)


def refusal(told: str = "2025-03-11", *, whom=COLOMBIA, paper: str = "Paper B", **fields) -> Claim:
    """Another tells that he will not."""
    return visit("REJECT", fields.pop("modality", "asserted"), fields.pop("day", None), told, whom, paper, **fields)


def visit(type_: str, modality: Modality, day: str | None, told: str, whom, paper: str, **fields) -> Claim:
    roles = {"actor": LULA, "target": whom, "place": place("Bogota") if whom is COLOMBIA else ()}
    time = on(day) if day else None
    return claim("event", type_, roles, article(paper, told), subtype="visit", modality=modality, time=time, **fields)


def plans(*claims: Claim) -> dict[str, str]:
    """The status of each planned visit, by its day."""
    derivation = derive(claims)
    assert derivation == derive(claims[::-1])
    planned = {fact.subject.id for fact in pick(derivation, "type") if fact.object.text.endswith("#AGREE")}
    found = {fact.subject: fact.status for fact in pick(derivation, "a", "Event") if fact.subject.id in planned}
    return {subject.label.rpartition(", ")[2]: status for subject, status in found.items()}


def test_a_plan_that_is_called_off_is_denied():
    """With the plan as its support and the refusal against it; the refusal is a deed of its own."""
    foreseen, off = plan(), refusal()
    derivation = derive([foreseen, off])
    facts = {fact.supported_by: fact for fact in pick(derivation, "a", "Event")}
    assert facts[(foreseen.id,)].status == "denied"
    assert facts[(foreseen.id,)].denied_by == (off.id,)
    assert facts[(off.id,)].status == "stated"
    assert facts[(off.id,)].subject.label == "REJECT: visit, Luiz Inácio Lula da Silva → COL"


def test_a_plan_is_expected_until_it_is_called_off():
    """A refusal that came before, by somebody else or of another visit says nothing of it."""
    assert plans(plan()) == {"2025-03-12": "expected"}
    assert plans(plan(), refusal("2025-03-01")) == {"2025-03-12": "expected"}
    assert plans(plan(), refusal("2025-03-20")) == {"2025-03-12": "expected"}
    assert plans(plan(), refusal(whom=CHILE)) == {"2025-03-12": "expected"}
    assert plans(plan(), refusal(day="2025-05-02")) == {"2025-03-12": "expected"}


def test_a_plan_that_is_told_again_later_stands():
    """What is foreseen after the refusal is expected again; hearsay of a refusal takes nothing away."""
    assert plans(plan(), refusal("2025-03-05"), plan(told="2025-03-08", paper="Paper C")) == {"2025-03-12": "expected"}
    assert plans(plan(), refusal(modality="reported")) == {"2025-03-12": "expected"}


def test_the_next_visit_is_meant():
    """Of two that are foreseen the nearer one is called off, unless the day of the other is told."""
    both = plan(), plan("2025-06-20", paper="Paper C")
    assert plans(*both, refusal()) == {"2025-03-12": "denied", "2025-06-20": "expected"}
    assert plans(*both, refusal(day="2025-06-20")) == {"2025-03-12": "expected", "2025-06-20": "denied"}


def test_what_is_put_off_without_a_day_stays_expected():
    """A plan for a day falls when the visit is postponed, one without a day when it is cancelled."""
    put_off, cancelled = (refusal(rule=f"REJECT:en:verb:{word}") for word in ("postpone", "cancel"))
    assert plans(plan(), put_off) == {"2025-03-12": "denied"}
    assert set(plans(plan(None), put_off).values()) == {"expected"}
    assert set(plans(plan(None), cancelled).values()) == {"denied"}


def test_a_visit_that_takes_place_after_all_is_a_fact():
    """A refusal is no denial of what papers tell later."""
    done = visit("CONSULT", "asserted", "2025-03-12", "2025-03-13", COLOMBIA, "Paper C")
    derivation = derive([plan(), refusal(), done])
    (event,) = [fact for fact in pick(derivation, "a", "Event") if done.id in fact.supported_by]
    assert event.status == "stated"
    assert plan().id in event.supported_by


def test_a_refusal_is_not_what_it_refuses():
    """Who will not come and who came are two, on whatever day papers tell it."""
    came = visit("CONSULT", "asserted", "2025-03-12", "2025-03-13", COLOMBIA, "Paper C")
    refused = refusal("2025-03-12", day="2025-03-12")
    assert len(pick(derive([came, refused]), "a", "Event")) == 2


def comes_true(foreseen: Claim, *done: Claim) -> list[Claim]:
    """The deeds that are one event with the plan."""
    facts = pick(derive([foreseen, *done]), "a", "Event")
    return [one for one in done if any({foreseen.id, one.id} <= {*fact.supported_by} for fact in facts)]


@pytest.mark.parametrize(("day", "joined"), [("2025-03-23", True), ("2025-05-17", True), ("2025-09-19", False)])
def test_a_plan_without_a_day_comes_true(day: str, joined: bool):
    """Months later too, where somebody named does what he was to do."""
    done = visit("CONSULT", "asserted", day, day, COLOMBIA, "Paper B")
    assert comes_true(plan(None), done) == ([done] if joined else [])


def test_the_nearer_deed_is_what_was_planned():
    """Of two; where both came long after it nobody can tell, and the plan stays by itself."""
    soon, later, last = (
        visit("CONSULT", "asserted", day, day, COLOMBIA, "Paper B")
        for day in ("2025-03-23", "2025-05-17", "2025-07-20")
    )
    assert comes_true(plan(None), soon, later) == [soon]
    assert comes_true(plan(None), later, last) == []
