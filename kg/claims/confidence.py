"""How sure a claim is: the chance that a careful reader would make it too, from what it rests on."""

import math
from collections.abc import Mapping
from dataclasses import replace

from kg.claims.finding import Finding
from kg.claims.passage import Passage
from kg.model import Claim
from kg.vocabulary import Feature, Weights

_CLAUSES = ("acl", "advcl", "ccomp", "csubj", "parataxis", "appos")
_DEEPEST = 3
_LEAST, _MOST = 0.02, 0.98


def calibrated(passage: Passage, finding: Finding, calibration: Mapping[str, Weights]) -> Finding:
    """The finding with its claim's confidence as a probability, to two places; what is too unsure is no claim."""
    claim = finding.claim
    weights = calibration.get(claim.kind) if claim else None
    if claim is None or weights is None:
        return finding
    sure = weights.probability(features(passage, finding, claim))
    if sure < weights.least:
        return finding.unread("unsure")
    return replace(finding, claim=replace(claim, confidence=round(min(_MOST, max(_LEAST, sure)), 2)))


def features(passage: Passage, finding: Finding, claim: Claim) -> dict[Feature, float]:
    """What ``claim`` rests on; what is not there is left out."""
    raw = min(_MOST, max(_LEAST, claim.confidence))
    inferred = {filled.role for filled in finding.filled if filled.inferred}
    actors, targets, parties = claim.filling("actor"), claim.filling("target"), claim.filling("party")
    pos = finding.rule.id.split(":")[2:3]
    flags: dict[Feature, bool] = {
        "noun": pos == ["noun"],
        "adjective": pos == ["adjective"],
        "phrase": len(finding.words) > 1,
        "no actor": claim.kind == "event" and not actors,
        "no target": claim.kind == "event" and not targets,
        "inferred actor": "actor" in inferred,
        "inferred target": "target" in inferred,
        "inferred party": "party" in inferred,
        "guessed party": any(filled.guessed for filled in finding.filled),
        "several": len(actors) > 1 or len(parties) > 2,
        "one side": bool({a.principal for a in actors} & {t.principal for t in targets}),
        "reported": claim.modality == "reported",
        "planned": claim.modality == "planned",
        "possible": claim.modality == "possible",
        "denied": claim.modality == "denied",
        "no stage": claim.kind == "agreement" and claim.stage is None,
    }
    found: dict[Feature, float] = {"entry": math.log(raw / (1 - raw))}
    found |= {name: 1.0 for name, there in flags.items() if there}
    if depth := _depth(passage, finding):
        found["depth"] = float(depth)
    return found


def _depth(passage: Passage, finding: Finding) -> int:
    """The clauses between the word that reports it and the top of its sentence; « savez-vous que » opens none."""
    if not finding.words:
        return 0
    tree, factive = passage.tree, passage.syntax.grammar.factive
    index = finding.words[0]
    clauses = (tree[at] for at in (index, *tree.ancestors(index)) if tree[at].dep.startswith(_CLAUSES))
    return min(_DEEPEST, sum(clause.dep != "ccomp" or tree[clause.head].lemma not in factive for clause in clauses))
