"""Facts from claims, block by block."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.facts.agreements import agreement_facts
from kg.facts.blocks import block_keys
from kg.facts.events import event_facts
from kg.facts.nodes import united
from kg.facts.relations import relation_facts
from kg.facts.tenures import tenure_facts
from kg.facts.terms import term_keys
from kg.facts.witnesses import Witness, witness
from kg.model import NO_BACKGROUND, Background, Claim, Derivation, Fact


def derive(claims: Iterable[Claim], background: Background = NO_BACKGROUND) -> Derivation:
    """Every fact that follows from ``claims``, in whatever order they come: what their blocks give, put together."""
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for derivation in derive_blocks(claims, background).values():
        facts += derivation.facts
        merged |= derivation.merged_into
    return Derivation(facts=tuple(sorted(facts, key=lambda fact: fact.id)), merged_into=dict(sorted(merged.items())))


def derive_blocks(claims: Iterable[Claim], background: Background = NO_BACKGROUND) -> dict[str, Derivation]:
    """What each block of ``claims`` gives, by key, sorted; no fact stands in two."""
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        for key in block_keys(claim):
            blocks[key].append(claim)
    return {key: derive_block(key, blocks[key], background) for key in sorted(blocks)}


def derive_block(key: str, claims: Sequence[Claim], background: Background = NO_BACKGROUND) -> Derivation:
    """What one block gives: its facts and merges, from all the claims that bear its ``key``; others are passed over.

    ``background`` is held against the claims; of it too only what bears the key counts. A claim that comes twice counts
    once; of no claims nothing follows.
    """
    distinct = {claim.id: claim for claim in claims if key in block_keys(claim)}
    return derive_witnesses(key, {iri: witness(claim) for iri, claim in distinct.items()}, background)


def derive_witnesses(key: str, witnesses: Mapping[str, Witness], background: Background = NO_BACKGROUND) -> Derivation:
    """What the block ``key`` gives, from all the claims that bear on it, by IRI and as witnesses."""
    facts, merged = _derived(key, [witnesses[iri] for iri in sorted(witnesses)], background)
    return Derivation(facts=tuple(united(facts)), merged_into=dict(sorted(merged.items())))


def _derived(key: str, witnesses: list[Witness], background: Background) -> tuple[list[Fact], dict[str, str]]:
    if not witnesses:
        return [], {}
    kind = witnesses[0].claim.kind
    if kind == "relation":
        return relation_facts(key, witnesses), {}
    if kind == "office":
        base = witnesses[0].claim.base
        return tenure_facts(witnesses, [term for term in background.terms if key in term_keys(term, base)])
    rules = {"agreement": agreement_facts, "event": event_facts}
    return rules[kind](witnesses)
