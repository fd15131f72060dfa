"""Blocks: which claims must be looked at together, told from each claim alone."""

from collections.abc import Sequence
from typing import Any

from kg.facts.voices import fold, principal
from kg.model import Claim, Entity, digest
from kg.vocabulary import load_lexicon
from kg.vocabulary.merging import load_merging_rules


def block_keys(claim: Claim) -> tuple[str, ...]:
    """The keys of the blocks that ``claim`` belongs to, sorted and never empty: ``<kind>/<32 hexadecimal digits>``.

    Claims that may speak of one thing share a key. An agreement, event or office claim has exactly one; a relation
    claim has one for each triple that it says.

    - An agreement's block is its parties, each taken for the state that it acts for, and the family of its kind.
    - An event's block is its type (of a promise, that of what is promised), the year and the principals of its actors
      (of its targets where it has no actor; of both, in no order, where papers may name either first). Without a time
      the year of publication counts.
    - An office's block is the office and of what; of whom where the claim does not say of what.
    - A relation's block is its one triple.
    """
    if claim.kind == "relation":
        keys = {triple_key(claim.type, one, other) for one, other in pairs(claim)}
        return tuple(sorted(keys)) or (f"relation/{digest([claim.id])}",)
    return (f"{claim.kind}/{digest([*block_content(claim).values()])}",)


def block_content(claim: Claim) -> dict[str, Any]:
    """What all claims of an agreement's, event's or office's block share, by what it is; one alone has its IRI."""
    return {"agreement": _agreement, "event": _event, "office": _office}[claim.kind](claim)


def pairs(claim: Claim) -> list[tuple[Entity, Entity]]:
    """The subject and object of each triple that a relation claim says."""
    return [(one, other) for one in claim.filling("subject") for other in claim.filling("object")]


def triple_key(relation: str, subject: Entity, other: Entity) -> str:
    """The key of the block of one relation triple."""
    return f"relation/{digest([relation, subject.id, other.id])}"


def _agreement(claim: Claim) -> dict[str, Any]:
    parties = sorted({principal(party) for party in claim.filling("party")})
    return {"parties": parties, "family": load_merging_rules().family(claim.type)} if parties else {"claim": claim.id}


def _event(claim: Claim) -> dict[str, Any]:
    deed = load_lexicon().deed(claim.type, claim.subtype)
    unordered = load_merging_rules().is_unordered(deed, claim.subtype)
    actors = sorted({principal(one) for one in claim.filling("actor", *(["target"] if unordered else []))})
    targets = [] if actors else sorted({principal(one) for one in claim.filling("target")})
    if not actors and not targets:
        return {"claim": claim.id}
    return {"deed": deed, "year": _year(claim), "actors": actors, "targets": targets}


def _year(claim: Claim) -> int | None:
    day = (claim.time.start or claim.time.end) if claim.time else claim.article.published
    return day.year if day else None


def _office(claim: Claim) -> dict[str, Any]:
    whole = sorted({principal(one) for one in claim.filling("of")})
    holders = [] if whole else sorted({one.id for one in claim.filling("holder")})
    return _office_content(claim.office or claim.type, whole, holders)


def _office_content(office: str, whole: Sequence[str], holders: Sequence[str]) -> dict[str, Any]:
    return {"office": fold(office), "of": [*whole], "holders": [*holders]}


def office_key(office: str, whole: Sequence[str], holders: Sequence[str] = ()) -> str:
    """The key of the block of an office of ``whole`` (principals, sorted); by holders where no claim says of what."""
    return f"office/{digest([*_office_content(office, whole, holders).values()])}"
