"""Fits ``ontology/lexicon/roles.yaml`` to annotated articles and prints how often it tells who fills an open role.

    fit_roles.py [--texts FOLDER] [--write] GOLD.jsonl …

An open role is one that the rules fill with nobody, in an event that is annotated. Articles are parted in eight:
the table has for each part what fitting the others says of it.
"""

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from gold import Annotation, is_named, overlaps, records

from kg.claims.agreements import ArticleAgreements
from kg.claims.candidates import Features
from kg.claims.event_roles import RoleFiller
from kg.claims.find import fire
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Article, Entity
from kg.reading import read_many
from kg.vocabulary import (
    ROLE_FEATURES,
    Role,
    RoleWeights,
    load_gazetteer,
    load_lexicon,
    load_role_weights,
)

FILE = Path(__file__).resolve().parent.parent / "ontology" / "lexicon" / "roles.yaml"
ROLES: tuple[Role, Role] = ("actor", "target")
PARTS = 8
PENALTY = 2.0
ROUNDS = 40
FEWEST = 8
LEAST = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7)


@dataclass(frozen=True)
class Case:
    """One open role: its article, what speaks for each candidate and at last for nobody, and which are right."""

    article: str
    features: tuple[Features, ...]
    right: tuple[bool, ...]


def main() -> None:
    """Prints the tables, and writes the weights where asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--texts", type=Path, help="the folder of the articles that a record only names")
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases: dict[Role, list[Case]] = {"actor": [], "target": []}
    for path in options.gold:
        for role, case in cases_of(path, options.texts):
            cases[role].append(case)
    for role in ROLES:
        print_table(role, cases[role])
    if options.write:
        write({role: fitted(cases[role]) for role in ROLES})


def cases_of(path: Path, texts: Path | None) -> Iterator[tuple[Role, Case]]:
    """The open roles of the annotated events of a file."""
    articles = {article.id: (article, record) for article, record in records(path, texts)}
    ordered = sorted((article for article, _ in articles.values()), key=lambda article: article.language)
    for article, reading in read_many(ordered):
        passage = Passage.of(article, reading, load_lexicon(), load_gazetteer())
        fired = {sentence: fire(passage, sentence).fired for sentence in reading.sentences}
        agreements = ArticleAgreements(passage, fired)
        firings = [(s, f) for s, own in fired.items() for f in own if f.trigger.category == "event"]
        for sentence, firing in firings:
            told = list(_told(passage, firing, article, articles[article.id][1]))
            if told:
                judgement = passage.judge.judge(firing.index, sentence.first, sentence.last, firing.words)
                filler = RoleFiller(passage, firing, agreements.parties_of, judgement.attribution)
                yield from _open_roles(passage, filler, told)


def _told(passage: Passage, firing: Firing, article: Article, record: Annotation) -> Iterator[Annotation]:
    """The annotated events that the words report."""
    start = min(passage.tree[i].start for i in firing.words)
    end = max(passage.tree[i].end for i in firing.words)
    types = {firing.trigger.type, *passage.lexicon.types[firing.trigger.type].becomes.values()}
    for annotation in record.get("events") or ():
        if types & set(annotation["types"]) and overlaps(start, end, article, annotation):
            yield annotation


def _open_roles(passage: Passage, filler: RoleFiller, told: Sequence[Annotation]) -> Iterator[tuple[Role, Case]]:
    """The roles that the grammar leaves open; beside the target stands the actor who is annotated."""
    found: dict[Role, list[Referent]] = dict(zip(ROLES, filler.by_rules(), strict=True))
    candidates = filler.candidates
    for role, other in (ROLES, ROLES[::-1]):
        if found[role]:
            continue
        wanted = _with_other([annotation for annotation in told if annotation[role]], other, found[other])
        rows = candidates.rows(found[other])
        right = [_fills(passage, key, found[other], role, other, wanted) for key, _ in rows]
        if role == "actor" and any(right):
            found[role] = [candidates.referent(next(key for (key, _), good in zip(rows, right, strict=True) if good))]
        features = (*(row for _, row in rows), candidates.nobody(taken=filler.is_taken(role)))
        yield role, Case(passage.article.id, features, (*right, not any(right)))


def _with_other(told: Sequence[Annotation], other: Role, referents: Sequence[Referent]) -> Sequence[Annotation]:
    """The annotations that have in the other role whom the rules have there; all where none has."""
    return [a for a in told if is_named(a[other], [r.entity for r in referents])] or told


def _fills(
    passage: Passage, key: str, others: Sequence[Referent], role: Role, other: Role, wanted: Sequence[Annotation]
) -> bool:
    """Whether an annotation has the candidate in the role."""
    across = [r.entity for r in others]
    return any(_has(annotation, role, other, [passage.cast.members[key].entity], across) for annotation in wanted)


def _has(annotation: Annotation, role: Role, other: Role, entities: Sequence[Entity], across: Sequence[Entity]) -> bool:
    """Whether an annotation has one of the entities in the role, or in the other where both sides act alike."""
    straight, turned = is_named(annotation[other], across), is_named(annotation[role], across)
    if not annotation.get("reciprocal") or (straight and not turned):
        return is_named(annotation[role], entities)
    if turned and not straight:
        return is_named(annotation[other], entities)
    return is_named([*annotation[role], *annotation[other]], [e for e in entities if e not in across])


def fitted(cases: Sequence[Case]) -> RoleWeights:
    """The weights under which a right candidate is likeliest in each case, kept small (a ridge penalty).

    Of several right ones any may be meant: each round shares the case among them by the weights so far, and takes one
    step of Newton's method.
    """
    known = [case for case in cases if any(case.right)]
    used = [n for n in ROLE_FEATURES if sum(n in row for case in known for row in case.features) >= FEWEST]
    rows = [np.array([[row.get(name, 0.0) for name in used] for row in case.features]) for case in known]
    right = [np.array(case.right) for case in known]
    weights = np.zeros(len(used))
    for _ in range(ROUNDS):
        slope, curve = -PENALTY * weights, PENALTY * np.eye(len(used))
        for own, good in zip(rows, right, strict=True):
            chance = _softmax(own @ weights)
            share = np.where(good, chance, 0.0) / chance[good].sum()
            slope += own.T @ (share - chance)
            mean = chance @ own
            curve += (own * chance[:, None]).T @ own - np.outer(mean, mean)
        weights += np.linalg.solve(curve, slope)
    numbers = {name: round(float(weight), 2) for name, weight in zip(used, weights, strict=True)}
    return RoleWeights(of={name: number for name, number in numbers.items() if number})


def _softmax(scores: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    odds = np.exp(scores - scores.max())
    return np.asarray(odds / odds.sum())


def print_table(role: str, cases: Sequence[Case]) -> None:
    """How many open roles are filled, and how many of them rightly, where all or only the likely are chosen."""
    named = sum(not c.right[-1] for c in cases)
    print(f"{role}: {len(cases)} open, of which the article names who fills it {named}")
    judged = list(_each_by_the_others(cases))
    print(f"  left open: {sum(nobody for _, _, nobody in judged)}")
    for least in LEAST:
        chosen = [right for chance, right, nobody in judged if chance >= least and not nobody]
        print(f"  from {least:.1f}: {len(chosen):4} filled, {sum(chosen):4} right ({sum(chosen) / len(chosen):.2f})")


def _each_by_the_others(cases: Sequence[Case]) -> Iterator[tuple[float, bool, bool]]:
    """The chance of the likeliest candidate of each case under weights of other articles, whether right, or nobody."""
    articles = sorted({case.article for case in cases})
    for part in range(PARTS):
        held = set(articles[part::PARTS])
        weights = fitted([case for case in cases if case.article not in held])
        for case in (case for case in cases if case.article in held):
            chances = weights.chances(case.features)
            best = max(range(len(chances)), key=chances.__getitem__)
            yield chances[best], case.right[best], best == len(chances) - 1


def write(weights: dict[Role, RoleWeights]) -> None:
    """Replaces the weights; the comment and the least chances stay."""
    comment = "".join(line for line in FILE.read_text("utf-8").splitlines(keepends=True) if line.startswith("#"))
    old = load_role_weights()
    blocks = (
        f"{role}:\n  least: {old[role].least}\n" + "".join(f"  {n}: {v}\n" for n, v in weights[role].of.items())
        for role in ROLES
    )
    FILE.write_text(comment + "".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    main()
