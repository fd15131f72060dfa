"""Disputes: values side by side, with who says which since when; none is dropped."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts import derive, disputes
from kg.model import ArticleInfo, Background, Claim, Dispute, Entity, Quantity
from kg.vocabulary import load_gazetteer
from tests.facts import test_merging
from tests.facts.test_merging import ENGLISH, FRENCH, GLOBAL, LATER
from tests.facts.test_status import PAPER_A, PAPER_B, PAPER_C, dead, raid
from tests.facts.test_terms import AUSTINS, HEGSETHS, TERMS, minister
from tests.strategies import IRAN, RUSSIA, SHOIGU, UKRAINE, article, claim, claim_sets, on, person, treaty


def found(*claims: Claim) -> tuple[Dispute, ...]:
    return disputes(derive(claims).facts, {one.id: one for one in claims})


def only(*claims: Claim) -> Dispute:
    (one,) = found(*claims)
    return one


def test_what_is_asserted_and_denied() -> None:
    """Both sides, each voice with the day of its first report and its passages; the dispute lasts since the second."""
    said, again, denied = raid(), raid(PAPER_C), raid(PAPER_B, "denied", attribution=(RUSSIA,))
    one = only(said, again, denied)
    assert (one.kind, one.predicate, one.status, one.since) == ("denial", "a", "disputed", date(2024, 6, 21))
    yes, no = one.positions
    assert (yes.denied, yes.since, no.denied, no.since) == (False, date(2024, 6, 20), True, date(2024, 6, 21))
    assert [(voice.name, voice.since) for voice in yes.said_by] == [
        ("Paper A", date(2024, 6, 20)),
        ("Paper C", date(2024, 6, 22)),
    ]
    assert [(voice.who, voice.claims) for voice in no.said_by] == [(RUSSIA, (denied,))]


def test_denied_hearsay_is_told_with_its_status() -> None:
    """Kyiv says so, according to a paper, and Moscow denies it: nobody asserts, yet two contradict each other."""
    one = only(raid(modality="reported", attribution=(UKRAINE,)), raid(PAPER_B, "denied", attribution=(RUSSIA,)))
    assert (one.status, [voice.who for side in one.positions for voice in side.said_by]) == (
        "alleged",
        [UKRAINE, RUSSIA],
    )


def test_a_voice_that_contradicts_itself_disputes_nothing() -> None:
    """One paper with two figures, or one that denies what it has said."""
    assert found(raid(), raid(modality="denied", start=5)) == ()
    assert found(raid(quantities=dead(600, 600)), raid(quantities=dead(4000, 4000), start=5)) == ()


def test_figures_side_by_side() -> None:
    """All that exclude another; what agrees with all, and a count that only grows, are not there."""
    other = article("Paper B", "2024-06-20", "en")
    third = article("Paper C", "2024-06-20", "en")
    one = only(
        raid(quantities=dead(600, 600)),
        raid(other, quantities=dead(4000, 4000)),
        raid(third, quantities=dead(500, None)),
    )
    assert (one.kind, [side.value for side in one.positions]) == ("figure", [*dead(600, 600), *dead(4000, 4000)])
    assert found(raid(quantities=dead(600, 600)), raid(PAPER_B, quantities=dead(700, 700))) == ()


def test_hearsay_of_two_sides_in_one_paper() -> None:
    """What Kyiv and Moscow say of the dead, in one article, are two voices."""
    info = article("Paper A", "2024-06-20")
    kyiv = raid(info, "reported", quantities=dead(6000, 6000), attribution=(UKRAINE,))
    moscow = raid(info, "reported", quantities=dead(600, 600), attribution=(RUSSIA,), start=9)
    one = only(kyiv, moscow)
    assert (one.kind, one.status) == ("figure", "alleged")


def test_dates_side_by_side() -> None:
    """The finest dates; a coarser one stands with the one that it holds, and disputes nothing by itself."""
    one = treaty(FRENCH, time=on("2024-06-18"), label=GLOBAL)
    other = treaty(ENGLISH, time=on("2024-06-19"), label=GLOBAL)
    month = treaty(LATER, time=on("2024-06"), label=GLOBAL)
    dispute = only(one, other, month)
    assert (dispute.kind, dispute.predicate) == ("date", "signed")
    assert [side.value for side in dispute.positions] == [on("2024-06-18"), on("2024-06-19")]
    assert [len(side.said_by) for side in dispute.positions] == [2, 2]
    assert found(one, month) == ()


def test_a_stage_that_is_denied() -> None:
    """Of a treaty whose signature is denied the stage is in dispute, once."""
    no = treaty(ENGLISH, stage="signed", modality="denied", time=on("2024-06-19"))
    one = only(treaty(FRENCH, stage="signed", time=on("2024-06-19")), no)
    assert (one.predicate, getattr(one.positions[0].value, "text", "")) == ("stage", "signed")


def test_places_side_by_side() -> None:
    """Two cities of one signature."""
    places = [load_gazetteer().find(name)[0].entity for name in ("Geneva", "Versailles")]
    claims = [
        claim("agreement", "treaty", {"party": (RUSSIA, UKRAINE), "place": where}, info, time=on("2024-06-19"))
        for where, info in zip(places, (FRENCH, ENGLISH), strict=True)
    ]
    one = only(*claims)
    assert (one.kind, {side.value.label for side in one.positions if isinstance(side.value, Entity)}) == (
        "place",
        {"Geneva", "Versailles"},
    )


def test_holders_side_by_side() -> None:
    """Two people in one office on one day; a third, much later, is no part of it."""
    tenure = test_merging.TestTenures().tenure
    belousov, other = person("Andrei Belousov", "RUS"), person("Somebody Else", "RUS")
    claims = [tenure(SHOIGU), tenure(belousov, article("Paper B", "2024-06-20", "en"))]
    one = only(*claims, tenure(other, article("Paper C", "2026-06-20")))
    assert (one.kind, one.predicate, one.since) == ("holder", "holder", date(2024, 6, 20))
    assert {side.value for side in one.positions} == {SHOIGU, belousov}


def test_a_relation_that_is_denied() -> None:
    """The triple itself is in dispute."""
    roles = {"subject": RUSSIA, "object": UKRAINE}
    one = only(
        claim("relation", "allyOf", roles, PAPER_A), claim("relation", "allyOf", roles, PAPER_B, modality="denied")
    )
    assert (one.subject.id, one.predicate, one.positions[0].value) == (RUSSIA.id, "allyOf", UKRAINE)


@given(claim_sets(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_laws_of_disputes(claims: list[Claim], random: st.DataObject) -> None:
    """Order changes nothing; each has two sides or more, each with a voice and words; none is lost."""
    shuffled = list(claims)
    random.shuffle(shuffled)
    told = found(*claims)
    assert found(*shuffled) == told
    for one in told:
        sides = [(side.value, side.denied) for side in one.positions]
        assert len(sides) >= 2
        assert all(sides.count(side) == 1 for side in sides)
        assert all(side.said_by and all(voice.claims for voice in side.said_by) for side in one.positions)
        assert one.to_json()["id"] == one.id
    over = {one.subject.id for one in told}
    for fact in derive(claims).facts:
        if fact.status == "disputed" and fact.subject.kind in ("Event", "Agreement"):
            assert fact.subject.id in over


def test_a_figure_without_a_day_is_a_dispute() -> None:
    """Where nobody knows which came first, the higher figure is no development."""
    undated = article("Paper B", None, "en")
    figures = (Quantity(min=9000, max=9000, of="dead"),)
    one = only(raid(quantities=dead(600, 600)), raid(undated, quantities=figures))
    assert (one.kind, one.since) == ("figure", None)


def test_a_reference_is_a_side_without_a_voice() -> None:
    """Austin in June 2025, says a paper; his term has ended and another's runs, says the reference."""
    terms = {term.id: term for term in TERMS}
    said = minister()
    facts = derive([said], Background(terms=TERMS)).facts
    (one,) = disputes(facts, {said.id: said}, terms)
    assert (one.kind, one.since) == ("holder", date(2025, 6, 19))
    assert one.positions[0].said_by[0].claims == (said,)
    against = {(side.denied, side.terms, side.said_by) for side in one.positions[1:]}
    assert against == {(True, (AUSTINS,), ()), (False, (HEGSETHS,), ())}


def accord(info: ArticleInfo, *parties: Entity, label: str = "transport agreement", day: str = "2024-06-19") -> Claim:
    return claim("agreement", "agreement", {"party": parties}, info, time=on(day), stage="signed", label=label)


def test_parties_side_by_side() -> None:
    """A list that holds another, of one name and day; of other names, days or voices they are two agreements."""
    three, two = accord(FRENCH, RUSSIA, UKRAINE, IRAN), accord(ENGLISH, RUSSIA, UKRAINE)
    one = only(three, two)
    assert (one.kind, one.predicate, len(one.others)) == ("parties", "party", 1)
    assert {len(side.value) for side in one.positions if isinstance(side.value, tuple)} == {2, 3}
    assert found(three, accord(ENGLISH, RUSSIA, UKRAINE, label="grain agreement")) == ()
    assert found(three, accord(ENGLISH, RUSSIA, UKRAINE, day="2024-06-20")) == ()
    assert found(three, accord(FRENCH, RUSSIA, UKRAINE)) == ()


def test_parties_of_two_agreements_of_one_name_and_day() -> None:
    """A state signs with one and with another, or an article tells of both: no dispute."""
    assert found(accord(FRENCH, RUSSIA, UKRAINE), accord(ENGLISH, RUSSIA, IRAN)) == ()
    both = (accord(ENGLISH, RUSSIA, UKRAINE), accord(ENGLISH, RUSSIA, UKRAINE, IRAN))
    assert found(accord(FRENCH, RUSSIA, UKRAINE, IRAN), *both) == ()


def test_a_later_stage_has_a_place_of_its_own() -> None:
    """Instruments are exchanged in Moscow for what was signed in Pyongyang: where it was concluded is in no dispute."""
    places = [load_gazetteer().find(name)[0].entity for name in ("Pyongyang", "Moscow")]
    parties = (RUSSIA, UKRAINE)
    one, other = (
        claim("agreement", "treaty", {"party": parties, "place": where}, info, stage=stage, label=GLOBAL)
        for where, info, stage in zip(places, (FRENCH, ENGLISH), ("signed", "in force"), strict=True)
    )
    third = claim("agreement", "treaty", {"party": parties, "place": places[0]}, LATER, stage="in force", label=GLOBAL)
    assert found(one, other, third) == ()
    told = [fact for fact in derive([one, other, third]).facts if fact.predicate == "place"]
    assert [fact.object for fact in told] == [places[0]]
