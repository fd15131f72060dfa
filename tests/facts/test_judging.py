"""What judgements make of facts: merges that are forced, merges that are refused, names that are told apart."""

from dataclasses import replace

import pytest

from kg.facts import Judged, block_keys, derive, describe, prepared
from kg.facts.judging import counterpart
from kg.model import Claim, Derivation, Entity, Judgement, Names, Party, Verdict
from tests.strategies import (
    KIM,
    NORTH_KOREA,
    PUTIN,
    RUSSIA,
    SHOIGU,
    UKRAINE,
    article,
    claim,
    on,
    organisation,
    person,
    treaty,
)

ONE, OTHER, THIRD = (article(f"Paper {key}", "2024-06-20", "en", key) for key in ("a1", "a2", "a3"))
STRANGER = person("Serge Shoygoo")


def visit(info=ONE, who=SHOIGU, when="2024-06-19", **fields):  # type: ignore[no-untyped-def]
    """A claim that somebody went to North Korea."""
    return claim("event", "CONSULT", {"actor": who, "target": NORTH_KOREA}, info, time=on(when), **fields)


def judged(*judgements: Judgement) -> Judged:
    """Judgements, ready to be applied."""
    return prepared(judgements, Names().base)


def on_entities(verdict: Verdict, one: Entity, other: Entity, *whose: str | None) -> Judgement:
    """A judgement on two entities, each as an article means it where one is given."""
    first, second = (*whose, None, None)[:2]
    return Judgement.make(
        verdict,
        Party(iri=one.id, label=one.label, article=first),
        Party(iri=other.id, label=other.label, article=second),
    )


def on_claims(verdict: Verdict, one: Claim, other: Claim) -> Judgement:
    """A judgement on what two claims report."""
    return Judgement.make(verdict, *(Party(iri=each.id, label=each.type, claims=(each,)) for each in (one, other)))


def nodes(derivation: Derivation) -> list[frozenset[str]]:
    """The claims of each thing, by its IRI."""
    return [
        frozenset((*fact.supported_by, *fact.denied_by))
        for fact in sorted(derivation.facts, key=lambda fact: fact.subject.id)
        if fact.predicate == "a"
    ]


def together(derivation: Derivation, *claims: Claim) -> bool:
    """Whether one thing rests on all of these claims."""
    return any({one.id for one in claims} <= node for node in nodes(derivation))


def test_two_iris_of_one_person_become_one():
    """Who is judged the same has one IRI, so that what is told of both is one event, and the other name still finds."""
    one, other = visit(), visit(OTHER, STRANGER)
    assert len(nodes(derive([one, other]))) == 2
    same = judged(on_entities("same", SHOIGU, STRANGER))
    derived = derive([one, other], judged=same)
    assert together(derived, one, other)
    actors = {fact.object.id for fact in derived.facts if fact.predicate == "actor"}  # type: ignore[union-attr]
    assert len(actors) == 1
    names = {(one.predicate, one.object.text) for one in describe([one, other], same.identities)}
    assert {("label", "Sergei Shoigu"), ("altLabel", "Serge Shoygoo")} <= names


def test_what_the_gazetteer_knows_gives_the_iri():
    """Of two IRIs that are one the known one stays, whichever is smaller: its class, code and names are known."""
    group = organisation("a-group", "the Kremlin's men")
    same = judged(on_entities("same", group, RUSSIA))
    moved = same.identities.claim(visit(who=group)).filling("actor")[0]
    assert (moved.id, moved.kind, moved.iso3, moved.label) == (RUSSIA.id, "State", "RUS", "Russia")


def test_two_people_of_one_name_are_told_apart_by_article():
    """One article's bearer of a name gets an IRI of his own; other articles can be judged to mean him too."""
    said = [visit(info) for info in (ONE, OTHER, THIRD)]
    apart = on_entities("different", SHOIGU, SHOIGU, None, "a2")
    derived = derive(said, judged=judged(apart))
    assert together(derived, said[0], said[2])
    assert not together(derived, said[0], said[1])
    too = on_entities("same", SHOIGU, SHOIGU, "a2", "a3")
    derived = derive(said, judged=judged(apart, on_entities("different", SHOIGU, SHOIGU, None, "a3"), too))
    assert together(derived, said[1], said[2])
    assert not together(derived, said[0], said[1])
    own = {each.object.id for each in derived.facts if each.predicate == "actor"}  # type: ignore[union-attr]
    assert own == {SHOIGU.id, f"{SHOIGU.id}/in/a2"}


def test_whoever_acts_for_an_organisation_acts_for_what_it_became():
    """A merged organisation is one too where somebody acts for it."""
    one, other = organisation("o1"), organisation("o2")
    spokesman = person("A Spokesman", other.id)
    same = judged(on_entities("same", one, other))
    claims = [visit(who=one), visit(OTHER, who=spokesman)]
    assert together(derive(claims, judged=same), *claims)


def test_events_of_two_blocks_become_one():
    """What differs in type, year or actors is one by judgement, with all that is told of either, then and later."""
    one = visit()
    other = claim("event", "COOPERATE", {"actor": PUTIN, "target": KIM}, OTHER, time=on("2024-07-01"))
    same = judged(on_claims("same", one, other))
    later = visit(THIRD)
    stranger = claim("event", "COOPERATE", {"actor": PUTIN, "target": KIM}, THIRD, time=on("2024-03-01"))
    derived = derive([one, other, later, stranger], judged=same)
    assert together(derived, one, other, later)
    assert not together(derived, one, stranger)
    merged = [iri for iri in derived.merged_into if iri.rpartition("/")[2] == max(one.id, other.id).rpartition("/")[2]]
    assert merged or later.id < min(one.id, other.id)


def test_blocks_that_are_brought_together_stay_strange_to_each_other():
    """Reports that no rule would compare are not joined because two others of their blocks are judged the same."""
    one, other = (
        visit(),
        claim("event", "ASSAULT", {"actor": SHOIGU, "target": NORTH_KOREA}, OTHER, time=on("2024-06-19")),
    )
    third = claim("event", "ASSAULT", {"actor": SHOIGU, "target": NORTH_KOREA}, THIRD, time=on("2024-09-09"))
    fourth = visit(THIRD, when="2024-09-09", start=50)
    derived = derive([one, other, third, fourth], judged=judged(on_claims("same", one, other)))
    assert together(derived, one, other)
    assert not together(derived, third, fourth)


def test_reports_that_the_rules_join_are_kept_apart():
    """What is judged different are two events; a third report goes to the one that it is linked to, or to neither."""
    one, other = visit(), visit(OTHER)
    assert together(derive([one, other]), one, other)
    different = judged(on_claims("different", one, other))
    assert not together(derive([one, other], judged=different), one, other)
    third = visit(THIRD)
    derived = derive([one, other, third], judged=different)
    assert len(nodes(derived)) >= 2
    assert not together(derived, one, other)


def test_different_holds_through_what_is_the_same():
    """What is the same as one of two that are different is different from the other, whatever the rules find."""
    one, other, third = visit(), visit(OTHER), visit(THIRD)
    binding = judged(on_claims("same", one, other), on_claims("different", other, third))
    derived = derive([one, other, third], judged=binding)
    assert together(derived, one, other)
    assert not together(derived, one, third)
    assert not together(derived, other, third)


def test_agreements_and_offices_follow_judgements_too():
    """Treaties of two names become one, one treaty becomes two; so do the terms of two holders."""
    one = treaty(ONE, label="treaty of peace", time=on("2024-06-19"))
    other = treaty(OTHER, label="pact on fishing", time=on("2024-06-19"), parties=(RUSSIA, UKRAINE))
    assert together(derive([one, other], judged=judged(on_claims("same", one, other))), one, other)
    again = treaty(OTHER, label="treaty of peace", time=on("2024-06-19"))
    assert together(derive([one, again]), one, again)
    assert not together(derive([one, again], judged=judged(on_claims("different", one, again))), one, again)
    holds = [
        claim("office", "office", {"holder": who, "of": RUSSIA}, info, office="president", time=on("2024"))
        for who, info in ((PUTIN, ONE), (SHOIGU, OTHER))
    ]
    assert together(derive(holds, judged=judged(on_claims("same", *holds))), *holds)


def test_a_judgement_survives_another_reading():
    """The claim of the same passage that says most of what the judged one said stands for it; of others none does."""
    one = visit(quote="He visited Pyongyang.")
    better = replace(one, roles={"actor": (SHOIGU, PUTIN), "target": (NORTH_KOREA,)}, subtype="visit")
    beside = claim("event", "ASSAULT", {"actor": UKRAINE}, ONE, quote="He visited Pyongyang.")
    assert counterpart(one, [one, better, beside]) == one.id
    assert counterpart(one, [better, beside]) == better.id
    assert counterpart(one, [visit(quote="Something else was said.")]) is None
    other = visit(OTHER)
    different = judged(on_claims("different", one, other))
    assert together(derive([better, other]), better, other)
    assert not together(derive([better, other], judged=different), better, other)


@pytest.mark.parametrize("swap", [False, True])
def test_who_comes_first_does_not_matter(swap):
    """A judgement on A and B is one on B and A, with one key; who gave it, when and why is no part of that."""
    pair = (SHOIGU, STRANGER) if swap else (STRANGER, SHOIGU)
    assert on_entities("same", *pair).key == on_entities("same", STRANGER, SHOIGU).key
    assert on_entities("different", *pair).key != on_entities("same", *pair).key
    assert Judgement.from_json(on_claims("same", visit(), visit(OTHER)).to_json()) == on_claims(
        "same", visit(), visit(OTHER)
    )


def test_nothing_judged_changes_no_key():
    """Without judgements a claim bears on the blocks that it is told from."""
    one = visit()
    assert judged().keys(one) == block_keys(one)
    assert not judged()
