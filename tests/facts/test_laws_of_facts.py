"""Laws that hold for any claims: order, batches, retraction, provenance."""

from collections import Counter
from itertools import pairwise
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.facts import block_keys, clusters, derive, derive_block, derive_blocks, describe, members
from kg.facts.rules import Form
from kg.model import ASSERTED, STATUSES, Claim, Derivation, Entity, Fact
from tests.strategies import claim_sets


@given(claim_sets(), st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_the_order_of_claims_changes_nothing(claims: list[Claim], random: st.DataObject) -> None:
    """Any permutation of a set of claims gives an equal derivation."""
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert derive(shuffled) == derive(claims)


class EachAlone(members.Members):
    """A cluster in which no two claims are of one form."""

    def __init__(self, form: Form) -> None:
        super().__init__(lambda one: one.id)


@given(claim_sets())
def test_claims_of_one_form_are_linked_alike(claims: list[Claim]) -> None:
    """To ask only some claims of each form gives what asking all of them gives."""
    with patch.object(clusters, "Members", EachAlone):
        thorough = derive(claims)
    assert derive(claims) == thorough


@given(claim_sets(), st.lists(st.integers(0, 25), max_size=4))
@settings(max_examples=80, deadline=None)
def test_batches_change_nothing(claims: list[Claim], cuts: list[int]) -> None:
    """Claims that come in batches, each replacing the blocks that it touches, end in what all at once give."""
    kept: dict[str, list[Claim]] = {}
    derived: dict[str, Derivation] = {}
    bounds = [0, *sorted(min(cut, len(claims)) for cut in cuts), len(claims)]
    for first, last in pairwise(bounds):
        for one in claims[first:last]:
            for key in block_keys(one):
                kept.setdefault(key, []).append(one)
        touched = {key for one in claims[first:last] for key in block_keys(one)}
        derived |= {key: derive_block(key, kept[key]) for key in touched}
    assert derived == derive_blocks(claims)


@given(claim_sets())
@settings(max_examples=80, deadline=None)
def test_retraction_undoes_reading(claims: list[Claim]) -> None:
    """Without an article's claims, rederiving the blocks that they touched gives what the rest alone gives."""
    gone = claims[0].article.id if claims else ""
    rest = [one for one in claims if one.article.id != gone]
    blocks = derive_blocks(claims)
    for key in {key for one in claims if one.article.id == gone for key in block_keys(one)}:
        blocks[key] = derive_block(key, [one for one in rest if key in block_keys(one)])
    assert {key: block for key, block in blocks.items() if block.facts} == {
        key: block for key, block in derive_blocks(rest).items() if block.facts
    }


@given(claim_sets())
@settings(max_examples=100, deadline=None)
def test_every_fact_rests_on_claims(claims: list[Claim]) -> None:
    """Each fact names claims that exist and bear its block's key, and no fact stands in two blocks."""
    known = {one.id for one in claims}
    blocks = derive_blocks(claims)
    for key, block in blocks.items():
        bearing = {one.id for one in claims if key in block_keys(one)}
        for fact in block.facts:
            rest = {*fact.supported_by, *fact.denied_by}
            assert rest
            assert rest <= bearing <= known
    seen = Counter(fact.id for block in blocks.values() for fact in block.facts)
    assert not [iri for iri, times in seen.items() if times > 1]
    assert [fact.id for fact in derive(claims).facts] == sorted(seen)


@given(claim_sets())
@settings(max_examples=100, deadline=None)
def test_status_follows_from_modalities(claims: list[Claim]) -> None:
    """What nobody asserts never is in the default graph, and no part is surer than its node.

    What is denied somebody denies, or it is a part of a plan that was called off.
    """
    modality = {one.id: one.modality for one in claims}
    facts = derive(claims).facts
    nodes = {fact.subject.id: fact for fact in facts if fact.predicate == "a"}
    off = {iri for iri, whole in nodes.items() if whole.denied_by}
    off |= {fact.object.id for fact in facts if isinstance(fact.object, Entity) and fact.subject.id in off}
    for fact in facts:
        if fact.status in ASSERTED:
            assert any(modality[iri] == "asserted" for iri in fact.supported_by)
        if fact.status == "denied":
            denied = all(modality[iri] == "denied" for iri in fact.supported_by)
            assert fact.denied_by or denied or fact.subject.id in off
        if fact.status == "disputed" and fact.predicate == "a" and fact.subject.kind == "Event":
            assert fact.denied_by
        if fact.subject.id in nodes and nodes[fact.subject.id].status not in ASSERTED:
            assert STATUSES.index(fact.status) >= STATUSES.index(nodes[fact.subject.id].status)


@given(claim_sets())
@settings(max_examples=100, deadline=None)
def test_merges_lead_to_nodes(claims: list[Claim]) -> None:
    """An IRI that was merged is no subject any more, and the one that it became is a smaller one with facts."""
    derivation = derive(claims)
    subjects = {fact.subject.id for fact in derivation.facts}
    for gone, stays in derivation.merged_into.items():
        assert gone not in subjects
        assert stays in subjects
        assert stays < gone


@given(claim_sets(max_size=10), st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_descriptions_are_a_set_without_order(claims: list[Claim], random: st.DataObject) -> None:
    """The descriptions of claims are those of each claim put together, whatever the order."""
    shuffled = list(claims)
    random.shuffle(shuffled)
    assert describe(shuffled) == describe(claims)
    assert set(describe(claims)) == {triple for one in claims for triple in describe([one])}


@given(claim_sets(max_size=12))
@settings(max_examples=50, deadline=None)
def test_facts_survive_json(claims: list[Claim]) -> None:
    """A fact written as JSON and read back is equal."""
    for fact in derive(claims).facts:
        assert Fact.from_json(fact.to_json()) == fact
