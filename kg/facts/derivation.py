"""Facts from claims, block by block."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.facts.agreements import AGREEMENT_RULES, agreement_facts
from kg.facts.blocks import block_keys
from kg.facts.events import event_facts, event_rules
from kg.facts.judging import NOTHING_JUDGED, Judged
from kg.facts.nodes import united
from kg.facts.relations import relation_facts
from kg.facts.reports import reports
from kg.facts.rules import Rules
from kg.facts.rulings import NO_RULINGS, Rulings
from kg.facts.tenures import contradicted, tenure_facts, tenure_rules
from kg.facts.terms import term_keys
from kg.facts.witnesses import Witness, witness
from kg.model import NO_BACKGROUND, Background, Claim, Derivation, Fact, OfficeTerm


def derive(
    claims: Iterable[Claim], background: Background = NO_BACKGROUND, judged: Judged = NOTHING_JUDGED
) -> Derivation:
    """Every fact that follows from ``claims``, in whatever order they come: what their blocks give, put together."""
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for derivation in derive_blocks(claims, background, judged).values():
        facts += derivation.facts
        merged |= derivation.merged_into
    return Derivation(facts=tuple(sorted(facts, key=lambda fact: fact.id)), merged_into=dict(sorted(merged.items())))


def derive_blocks(
    claims: Iterable[Claim], background: Background = NO_BACKGROUND, judged: Judged = NOTHING_JUDGED
) -> dict[str, Derivation]:
    """What each block of ``claims`` gives, by key, sorted; no fact stands in two. An article is given whole."""
    articles: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        articles[claim.article.id].append(claim)
    blocks: dict[str, list[Claim]] = defaultdict(list)
    for said in articles.values():
        for claim in judged.claims(said):
            for key in judged.keys(claim):
                blocks[key].append(claim)
    return {key: derive_block(key, blocks[key], background, judged) for key in sorted(blocks)}


def derive_block(
    key: str, claims: Sequence[Claim], background: Background = NO_BACKGROUND, judged: Judged = NOTHING_JUDGED
) -> Derivation:
    """What one block gives: its facts and merges, from all the claims that bear its ``key``; others are passed over.

    ``background`` is held against the claims; of it too only what bears the key counts. ``judged`` binds; what it makes
    of the claims (see :meth:`Judged.claims`) is told of them before. A claim that comes twice counts once; of no claims
    nothing follows.
    """
    distinct = {claim.id: claim for claim in claims if key in judged.keys(claim)}
    witnesses = {iri: witness(judged.identities.claim(claim)) for iri, claim in distinct.items()}
    return derive_witnesses(key, witnesses, background, judged)


def derive_witnesses(
    key: str,
    witnesses: Mapping[str, Witness],
    background: Background = NO_BACKGROUND,
    judged: Judged = NOTHING_JUDGED,
) -> Derivation:
    """What the block ``key`` gives, from all the claims that bear on it, by IRI and as witnesses.

    The claims are named as judgements have it, see :meth:`Judged.claims`.
    """
    ordered = [witnesses[iri] for iri in sorted(witnesses)]
    facts, merged = _derived(key, ordered, rulings_on(ordered, judged), block_terms(key, ordered, background, judged))
    return Derivation(facts=tuple(united(facts)), merged_into=dict(sorted(merged.items())))


def rules_of(witnesses: Sequence[Witness], terms: Sequence[OfficeTerm]) -> Rules:
    """When the claims of one block, which report events, agreements or offices, are joined."""
    kind = witnesses[0].claim.kind
    if kind == "office":
        return tenure_rules(contradicted(witnesses, terms))
    return event_rules(reports(witnesses)) if kind == "event" else AGREEMENT_RULES


def rulings_on(witnesses: Sequence[Witness], judged: Judged) -> Rulings:
    """What judgements decide between the claims of one block."""
    if not judged.group:
        return NO_RULINGS
    groups = {one.id: judged.groups(one.claim) for one in witnesses if judged.groups(one.claim)}
    own = {one.id: block_keys(one.claim)[0] for one in witnesses if one.claim.kind != "relation"}
    return Rulings(groups=groups, apart=judged.apart, blocks=own if len(set(own.values())) > 1 else {})


def block_terms(key: str, witnesses: Sequence[Witness], background: Background, judged: Judged) -> list[OfficeTerm]:
    """The terms of office in the background that bear on a block, their holders as judgements have them."""
    if not background.terms or not witnesses:
        return []
    keys, base = set(judged.parts_of(key)), witnesses[0].claim.base
    bearing = [term for term in background.terms if not keys.isdisjoint(term_keys(term, base))]
    if not judged.identities:
        return bearing
    merged = judged.identities.iri
    return [replace(term, holders=tuple(sorted(set(map(merged, term.holders))))) for term in bearing]


def _derived(
    key: str, witnesses: list[Witness], rulings: Rulings, terms: Sequence[OfficeTerm]
) -> tuple[list[Fact], dict[str, str]]:
    if not witnesses:
        return [], {}
    kind = witnesses[0].claim.kind
    if kind == "relation":
        return relation_facts(key, witnesses), {}
    if kind == "office":
        return tenure_facts(witnesses, terms, rulings)
    rules = {"agreement": agreement_facts, "event": event_facts}
    return rules[kind](witnesses, rulings)
