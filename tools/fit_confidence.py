"""Fits ``ontology/lexicon/confidence.yaml`` to annotated articles and prints how well confidence tells what is right.

    fit_confidence.py [--texts FOLDER] [--kind KIND …] [--whole] [--write] GOLD.jsonl …

Articles are halved by their ids: one half is fitted, and the table is of the other. Where there are few, ``--whole``
fits all of them, and the table has for each article what fitting the others says of it.
"""

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gold import is_right, records

from kg.claims.confidence import features
from kg.claims.find import find
from kg.claims.passage import Passage
from kg.claims.told import Told
from kg.reading import read_many
from kg.vocabulary import FEATURES, Feature, Weights, load_calibration, load_gazetteer, load_lexicon

FILE = Path(__file__).resolve().parent.parent / "ontology" / "lexicon" / "confidence.yaml"
KINDS = ("event", "agreement", "office")
LEAST = {"event": 0.3, "agreement": 0.0, "office": 0.0}
TOLD_AS_TRUE = ("asserted", "reported")  # what an annotation that names no modality may be
PENALTY = 2.0
ROUNDS = 50
FEWEST = 10
BINS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Case:
    """One claim: its kind, its article and the half that it is in, what it rests on and whether it is right."""

    kind: str
    article: str
    half: int
    features: Mapping[Feature, float]
    right: bool


def main() -> None:
    """Prints the table, and writes the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="the folder of the articles that a record only names")
    parser.add_argument("--kind", choices=KINDS, action="append", help="which claims to fit; all where none is named")
    parser.add_argument("--whole", action="store_true", help="fit all articles, and test each on the others")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = [case for path in options.gold for case in cases_of(path, options.texts)]
    weights = {}
    for kind in options.kind or KINDS:
        own = [case for case in cases if case.kind == kind]
        seen = [case for case in own if options.whole or not case.half]
        if seen:
            weights[kind] = fitted(seen)
            print_table(kind, each_by_the_others(own) if options.whole else judged(weights[kind], own))
    if options.write:
        write(weights)


def judged(weights: Weights, cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """How sure ``weights`` are of each claim of the half that was not fitted, and whether it is right."""
    return [(weights.probability(case.features), case.right) for case in cases if case.half]


def each_by_the_others(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """How sure the weights that all other articles give are of each article's claims, and whether they are right."""
    found = []
    for article in sorted({case.article for case in cases}):
        weights = fitted([case for case in cases if case.article != article])
        found += [(weights.probability(c.features), c.right) for c in cases if c.article == article]
    return found


def cases_of(path: Path, texts: Path | None) -> list[Case]:
    """A case for each claim that the articles of a file give, of the kinds and modalities that are annotated in it."""
    articles = {article.id: (article, record) for article, record in records(path, texts)}
    annotated = {
        (kind, modality)
        for _, record in articles.values()
        for kind in KINDS
        for annotation in record.get(f"{kind}s") or ()
        for modality in ([annotation["modality"]] if "modality" in annotation else TOLD_AS_TRUE)
    }
    ordered = sorted((article for article, _ in articles.values()), key=lambda article: article.language)
    cases = []
    for article, reading in read_many(ordered):
        record = articles[article.id][1]
        passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
        half = hashlib.sha256(article.id.removesuffix("-fr").encode()).digest()[-1] % 2
        findings = list(find(passage, calibration={}))
        told = Told(findings)
        for finding in findings:
            claim = finding.claim
            if claim and (claim.kind, claim.modality) in annotated:
                right = is_right(claim, article, record)
                cases.append(Case(claim.kind, article.id, half, features(passage, finding, claim, told), right))
    return cases


def fitted(cases: Sequence[Case]) -> Weights:
    """The weights that make the cases likeliest, kept small (a ridge penalty on all but the base)."""
    used = [name for name in FEATURES if sum(name in case.features for case in cases) >= FEWEST]
    rows = np.array([[1.0, *(case.features.get(name, 0.0) for name in used)] for case in cases])
    right = np.array([float(case.right) for case in cases])
    ridge = np.diag([1e-3, *[PENALTY] * len(used)])
    weights = np.zeros(len(used) + 1)
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - ridge @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + ridge
        weights += np.linalg.solve(curve, slope)
    numbers = [round(float(weight), 2) for weight in weights]
    return Weights(base=numbers[0], of=dict(zip(used, numbers[1:], strict=True)), least=LEAST[cases[0].kind])


def print_table(kind: str, tested: Sequence[tuple[float, bool]]) -> None:
    """For each range of confidence: how many claims, how sure they are on average and how many are right."""
    bins: dict[float, list[tuple[float, bool]]] = defaultdict(list)
    for sure, right in tested:
        bins[max(low for low in BINS if low <= sure)].append((sure, right))
    print(f"{kind}: {len(tested)} claims")
    for low in sorted(bins):
        own = bins[low]
        mean, share = sum(s for s, _ in own) / len(own), sum(r for _, r in own) / len(own)
        print(f"  from {low:.1f}: {len(own):4} claims, confidence {mean:.2f}, right {share:.2f}")
    print(f"  Brier score {sum((s - r) ** 2 for s, r in tested) / max(1, len(tested)):.3f}")


def write(weights: Mapping[str, Weights]) -> None:
    """Replaces the weights of these kinds; the comment and the other kinds stay."""
    comment = "".join(line for line in FILE.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    blocks = (f"{kind}:\n{_lines(own)}" for kind, own in {**load_calibration(), **weights}.items())
    FILE.write_text(comment + "".join(blocks), encoding="utf-8")


def _lines(weights: Weights) -> str:
    numbers = [("least", weights.least), ("base", weights.base), *weights.of.items()]
    return "".join(f"  {name}: {number}\n" for name, number in numbers)


if __name__ == "__main__":
    main()
