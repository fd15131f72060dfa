"""Reference data held against what claims say of offices."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts import block_keys, derive, derive_block, term_keys
from kg.model import ASSERTED, Background, Claim, Names, OfficeTerm
from tests.facts.look import pick
from tests.strategies import PUTIN, RUSSIA, SHOIGU, article, claim, claim_sets, on, organisation, person, place, state

USA = state("USA")
AUSTIN, HEGSETH = person("Lloyd Austin", "USA"), person("Pete Hegseth", "USA")
SPEAKS = {"speaks_from": date(2020, 1, 1), "speaks_until": date(2025, 6, 30)}


def term(name: str, since: str, until: str | None, office: str = "defence minister", **fields: Any) -> OfficeTerm:
    """A term in the reference ``r``, of the United States unless ``of`` says otherwise."""
    given = {"reference": "r", "of": USA.id, "source": "https://example.org/list", **SPEAKS, **fields}
    return OfficeTerm(
        id=Names().hashed("term", [name, since, until, office]),
        names=(("", name),),
        holders=(person(name).id,),
        offices=(office,),
        start=on(since),
        end=on(until) if until else None,
        **given,
    )


AUSTINS = term("Lloyd Austin", "2021-01-22", "2025-01-20")
HEGSETHS = term("Pete Hegseth", "2025-01-25", None)
TERMS = (AUSTINS, HEGSETHS)


def minister(holder: Any = AUSTIN, published: str | None = "2025-06-19", **fields: Any) -> Claim:
    """An article's claim that somebody is American secretary of defence."""
    info = article(fields.pop("publisher", "Paper A"), published)
    roles = {"holder": holder, "of": fields.pop("of", USA)}
    return claim("office", "office", roles, info, office="defence minister", **{"standing": "current", **fields})


def disputing(*claims: Claim, terms: tuple[OfficeTerm, ...] = TERMS) -> dict[str, set[str]]:
    """For each holder's tenure that the reference disputes, the names in the terms that do."""
    names = {term.id: term.names[0][1] for term in terms}
    found = pick(derive(claims, Background(terms=terms)), "holder")
    return {f.object.label: {names[iri] for iri in f.disputed_by} for f in found if f.disputed_by}  # type: ignore[union-attr]


def test_an_office_held_after_the_term_is_disputed_by_the_reference() -> None:
    """In June 2025 Lloyd Austin's term has ended, and Pete Hegseth holds the office: both terms are against it."""
    derivation = derive([minister()], Background(terms=TERMS))
    assert {fact.status for fact in derivation.facts} == {"disputed"}
    assert {fact.disputed_by for fact in derivation.facts} == {tuple(sorted((AUSTINS.id, HEGSETHS.id)))}
    assert disputing(minister()) == {"Lloyd Austin": {"Lloyd Austin", "Pete Hegseth"}}


def test_the_reference_supports_nothing() -> None:
    """What it agrees with stays stated, by its one claim; of no claims nothing follows."""
    agreeing = [minister(published="2023-05-04"), minister(HEGSETH)]
    assert derive(agreeing, Background(terms=TERMS)) == derive(agreeing)
    assert derive([], Background(terms=TERMS)).facts == ()


def test_what_was_right_in_its_time_is_not_disputed_with_what_is_wrong() -> None:
    """Reports of 2023 stay corroborated, beside the disputed tenure that the report of 2025 gives."""
    right = [minister(published="2023-05-04"), minister(published="2023-06-01", publisher="Paper B")]
    holders = pick(derive([*right, minister()], Background(terms=TERMS)), "holder")
    assert {(fact.status, len(fact.supported_by)) for fact in holders} == {("corroborated", 2), ("disputed", 1)}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (minister(standing="former"), "who held it before is rightly called former"),
        (minister(HEGSETH, "2024-12-01", standing="new"), "designated, before the term begins"),
        (minister(published="2025-01-24"), "a paper still tells of the days before the term ended"),
        (minister(published="2019-05-04"), "the reference does not speak of 2019"),
        (minister(published="2025-07-01"), "nor of what comes after its last day"),
        (minister(published=None), "an article without a date says nothing of when"),
        (minister(time=on("2025-01")), "he held it in some of that month"),
        (minister(modality="reported"), "hearsay is asserted by nobody"),
        (minister(standing="acting", holder=person("Robert Salesses")), "who stands in has no term"),
        (minister(holder=person("Austin"), published="2024-05-04"), "a surname may be the holder's"),
        (minister(of=organisation("NATO")), "an office of something else"),
    ],
)
def test_what_the_reference_does_not_contradict(said: Claim, why: str) -> None:
    """It is believed only where it is sure."""
    assert disputing(said) == {}, why


def test_a_claim_that_gives_its_own_time_is_judged_by_it() -> None:
    """An article of 2023 that tells of 2020, and one of June 2025 that tells of 2022."""
    assert disputing(minister(published="2023-05-04", time=on("2020"))) == {"Lloyd Austin": {"Lloyd Austin"}}
    assert disputing(minister(time=on("2022"))) == {}


def test_somebody_unknown_in_an_office_that_one_person_holds() -> None:
    """Whoever else is called the holder contradicts the one who is; in an office of several nobody does."""
    other = minister(person("Jane Roe"), "2023-05-04")
    assert disputing(other) == {"Jane Roe": {"Lloyd Austin"}}
    deputies = term("Lloyd Austin", "2021-01-22", "2025-01-20", "ambassador")
    said = claim("office", "office", {"holder": person("Jane Roe"), "of": USA}, article(), office="ambassador")
    assert disputing(said, terms=(deputies,)) == {}


def test_bounds_as_coarse_as_they_are_given() -> None:
    """A term that ended in some month may have lasted until its last day."""
    until = term("Lloyd Austin", "2021", "2025-01")
    assert disputing(minister(published="2025-02-05"), terms=(until,)) == {}
    assert disputing(minister(published="2025-02-15"), terms=(until,)) == {"Lloyd Austin": {"Lloyd Austin"}}


def test_a_capital_that_stands_for_its_state() -> None:
    """« le secrétaire à la Défense de Washington » is of the United States."""
    capital = place("Washington")
    capital = type(capital)(id=capital.id, kind="Place", label="Washington", acts_for="USA")
    assert disputing(minister(of=capital)) == {"Lloyd Austin": {"Lloyd Austin", "Pete Hegseth"}}


def test_terms_bear_on_the_blocks_of_their_office() -> None:
    """The key of a term is that of the claims of its office, and of no other."""
    assert term_keys(AUSTINS, Names().base) == block_keys(minister())
    assert not set(term_keys(AUSTINS, Names().base)) & set(block_keys(minister(of=RUSSIA)))


_days = st.dates(date(2023, 1, 1), date(2025, 6, 30))


@st.composite
def _terms(draw: st.DrawFn) -> OfficeTerm:
    start = draw(_days)
    until = draw(st.none() | st.integers(0, 900).map(lambda days: (start + timedelta(days=days)).isoformat()))
    name = draw(st.sampled_from([PUTIN.label, SHOIGU.label, "Jane Roe"]))
    return term(name, start.isoformat(), until, "president", of=RUSSIA.id, reference=draw(st.sampled_from("ab")))


@given(claim_sets(), st.lists(_terms(), max_size=4), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_laws_of_the_background(claims: list[Claim], terms: list[OfficeTerm], random: Any) -> None:
    """Order changes nothing; blocks suffice; no fact rests on it; and but for offices all is as without it."""
    background = Background(terms=tuple(terms))
    derived = derive(claims, background)
    random.shuffle(terms)
    assert derive(reversed(claims), Background(terms=tuple(terms))) == derived
    keys = {key for one in claims for key in block_keys(one)}
    facts = [fact for key in keys for fact in derive_block(key, claims, background).facts]
    assert sorted(facts, key=lambda fact: fact.id) == list(derived.facts)
    known, without = {one.id for one in claims}, derive(claims)
    for fact in derived.facts:
        assert {*fact.supported_by, *fact.denied_by} <= known
        assert not fact.disputed_by or fact.status == "disputed"
        assert {*fact.disputed_by} <= {term.id for term in terms}
        if fact.subject.kind != "Tenure":
            assert fact in without.facts
    supported = [{iri for fact in each.facts for iri in fact.supported_by} for each in (derived, without)]
    asserted = [{f.predicate for f in each.facts if f.status in ASSERTED} for each in (derived, without)]
    assert supported[0] == supported[1]
    assert asserted[0] == asserted[1]


def test_a_story_of_old_gives_the_title_of_then_or_of_now() -> None:
    """What is right of either is not disputed; what is right of neither is; the reference must speak of the day."""
    assert disputing(minister(scene=on("2023-06-01"))) == {}
    assert disputing(minister(published="2023-05-04", scene=on("2021-01-02"))) == {}
    assert disputing(minister(scene=on("2003-03"))) == {}
    assert disputing(minister(scene=on("2025-06-19"))) == {"Lloyd Austin": {"Lloyd Austin", "Pete Hegseth"}}
