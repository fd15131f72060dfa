"""What is planned or refused by a word of its own: the deed in its complement ("plans to visit", "cancelled talks")."""

from collections.abc import Sequence
from dataclasses import replace

from kg.claims.finding import Finding
from kg.claims.matching import Firing, PassedOver
from kg.model import Claim
from kg.vocabulary import Lexicon, Trigger

_TO_COME = ("planned", "possible")


def naming_the_deed(lexicon: Lexicon, firing: Firing, finding: Finding, passed_over: Sequence[PassedOver]) -> Finding:
    """The finding, its claim with the finer class of the deed that it foresees or refuses, where it has none itself.

    That is the class, or else the type, of the first entry among those ``passed_over`` whose word is a part of what
    ``firing`` says and that becomes the claim's type where it is only announced or refused.
    """
    claim = finding.claim
    if claim is None or claim.subtype is not None:
        return finding
    parts = (one.firing.trigger for one in passed_over if one.reason == "part" and one.taker == firing)
    deeds = [part for part in parts if _is_deed(lexicon, part, claim)]
    named = next((part.subtype for part in deeds if part.subtype), deeds[0].type if deeds else None)
    return replace(finding, claim=replace(claim, subtype=named)) if named else finding


def _is_deed(lexicon: Lexicon, part: Trigger, claim: Claim) -> bool:
    becomes = lexicon.types[part.type].becomes
    announced = claim.modality in _TO_COME and claim.type == becomes.get("announced")
    return announced or claim.type == becomes.get("refused")
