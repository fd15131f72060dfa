"""How sure a claim is: the chance that a careful reader would make it too, from what it rests on."""

import math
from collections.abc import Mapping
from dataclasses import replace

from kg.claims.finding import Finding
from kg.claims.passage import Passage
from kg.claims.told import Told
from kg.model import Claim
from kg.vocabulary import Feature, Trait, Weights

_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "appos")
_DEEPEST = 3
_LEAST, _MOST = 0.02, 0.98
_BODIES = ("Organisation", "Group")
_DOMESTIC: frozenset[Trait] = frozenset({"at home", "locals", "own soil", "crowds"})
_CHOSEN: tuple[tuple[str, Feature, Feature, Feature], ...] = (
    ("actor", "chosen actor", "likely actor", "instead actor"),
    ("target", "chosen target", "likely target", "instead target"),
)


def calibrated(passage: Passage, finding: Finding, calibration: Mapping[str, Weights], told: Told) -> Finding:
    """The finding with its claim's confidence as a probability, to two places; what is too unsure is no claim."""
    claim = finding.claim
    weights = calibration.get(claim.kind) if claim else None
    if claim is None or weights is None:
        return finding
    sure = weights.probability(features(passage, finding, claim, told))
    if sure < weights.least:
        return replace(finding.unread("unsure"), confidence=round(sure, 2))
    return replace(finding, claim=replace(claim, confidence=round(min(_MOST, max(_LEAST, sure)), 2)))


def features(passage: Passage, finding: Finding, claim: Claim, told: Told) -> dict[Feature, float]:
    """What ``claim`` rests on, among the events ``told`` by its article; what is not there is left out."""
    inferred = {filled.role for filled in finding.filled if filled.inferred}
    parties = claim.filling("party")
    pos = finding.rule.id.split(":")[2:3]
    flags: dict[Feature, bool] = {
        "noun": pos == ["noun"],
        "adjective": pos == ["adjective"],
        "phrase": len(finding.words) > 1,
        "inferred actor": "actor" in inferred,
        "inferred target": "target" in inferred,
        "inferred party": "party" in inferred,
        "guessed party": any(filled.guessed for filled in finding.filled),
        "several": len(claim.filling("actor")) > 1 or len(parties) > 2,
        "reported": claim.modality == "reported",
        "planned": claim.modality == "planned",
        "possible": claim.modality == "possible",
        "denied": claim.modality == "denied",
        "no stage": claim.kind == "agreement" and claim.stage is None,
    }
    found: dict[Feature, float] = {"entry": _odds(claim.confidence)}
    found |= {name: 1.0 for name, there in flags.items() if there}
    if claim.kind == "event":
        found |= _of_sides(passage, claim) | _of_choice(finding) | told.features(claim)
    if depth := _depth(passage, finding):
        found["depth"] = float(depth)
    return found


def _of_sides(passage: Passage, claim: Claim) -> dict[Feature, float]:
    """Who the sides of an event are, and what the words say of it besides."""
    actors, targets = claim.filling("actor"), claim.filling("target")
    one_side = bool({a.principal for a in actors} & {t.principal for t in targets})
    flags: dict[Feature, bool] = {
        "no actor": not actors,
        "no target": not targets,
        "one side": one_side,
        "one side abroad": one_side and not passage.lexicon.types[claim.type].traits & _DOMESTIC,
        "body actor": any(a.kind in _BODIES for a in actors),
        "body target": any(t.kind in _BODIES for t in targets),
        "private actor": any(a.kind == "Person" and not a.acts_for for a in actors),
        "placed": bool(claim.filling("place")),
        "dated": claim.time is not None,
        "counted": bool(claim.quantities),
        "attributed": bool(claim.attribution),
    }
    found: dict[Feature, float] = {name: 1.0 for name, there in flags.items() if there}
    found["prominent actor"] = max(map(passage.cast.share, actors), default=0.0)
    found["prominent target"] = max(map(passage.cast.share, targets), default=0.0)
    return found


def _of_choice(finding: Finding) -> dict[Feature, float]:
    """What tells of roles that were chosen among all whom the article names."""
    found: dict[Feature, float] = {}
    for role, chosen, likely, instead in _CHOSEN:
        of_role = [filled for filled in finding.filled if filled.role == role]
        chances = [filled.chance for filled in of_role if filled.chance is not None]
        if chances:
            found |= {chosen: 1.0, likely: _odds(min(chances))}
        if any(filled.instead for filled in of_role):
            found[instead] = 1.0
    if all(chosen in found for _, chosen, _, _ in _CHOSEN):
        found["both chosen"] = 1.0
    return found


def _odds(chance: float) -> float:
    held = min(_MOST, max(_LEAST, chance))
    return math.log(held / (1 - held))


def _depth(passage: Passage, finding: Finding) -> int:
    """The clauses between the word that reports it and the top of its sentence; « savez-vous que » opens none."""
    if not finding.words:
        return 0
    tree, factive = passage.tree, passage.syntax.grammar.factive
    index = finding.words[0]
    clauses = (tree[at] for at in (index, *tree.ancestors(index)) if tree[at].dep.startswith(_CLAUSES))
    return min(_DEEPEST, sum(clause.dep != "ccomp" or tree[clause.head].lemma not in factive for clause in clauses))
