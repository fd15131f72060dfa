"""Whatever happens to a store, and in whatever order and batches: it is what its articles and references make together.

Articles are read, read again, corrected and retracted, references imported, replaced and withdrawn. Among the articles
are near-copies, and figures that later ones give higher.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingestion import make_record, write_records
from kg.model import Article, Claim
from kg.references import import_reference, withdraw_reference
from kg.store import Store
from tests.past.graphs import by_article, everything
from tests.strategies import claim_sets
from tests.test_references import terms_file

Version = tuple[Article, list[Claim]]
_WORLDS = 3  # texts that articles share: those of one are near-copies
_NAMES = ("one", "two")


@dataclass(frozen=True, slots=True)
class Step:
    """Something that happens to a store: versions of articles put in at once, one taken out, a reference in or out."""

    kind: Literal["put", "retract", "import", "withdraw"]
    versions: Mapping[str, Version]
    name: str = ""
    number: int = 0


@pytest.fixture(scope="module")
def references(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Two references to presidents of Russia, neither of which agrees with the other."""
    folder = tmp_path_factory.mktemp("references")
    return [
        terms_file(folder, "first", ("Vladimir Putin", "2020-05-07", "2024-06-30")),
        terms_file(folder, "second", ("Sergei Shoigu", "2020-05-07", "2024-07-30")),
    ]


def text(identifier: str, version: int) -> str:
    """The text of an article: long enough to be compared, and all but the same as those of its world."""
    world = sum(map(ord, identifier)) % _WORLDS
    words = " ".join(f"word{world}x{number}" for number in range(60))
    return f"Headline of {identifier}. {words} Version {version}."


def versions(claims: Sequence[Claim], version: int) -> dict[str, Version]:
    """The articles of ``claims`` with the texts of a version, and the claims made in them."""
    found: dict[str, Version] = {}
    for identifier, own in by_article(claims).items():
        article = Article(info=own[0].article, text=text(identifier, version)).sketched()
        found[identifier] = article, [replace(claim, article=article.info) for claim in own]
    return found


@st.composite
def courses(draw: st.DrawFn) -> list[Step]:
    """Up to six steps: some articles at a time, of which later ones may correct earlier ones."""
    steps: list[Step] = []
    for number in range(draw(st.integers(2, 6))):
        kind = draw(st.sampled_from(["put", "put", "put", "retract", "import", "withdraw"]))
        coming = versions(draw(claim_sets(10)), number) if kind in ("put", "retract") else {}
        steps.append(Step(kind, coming, draw(st.sampled_from(_NAMES)), draw(st.integers(0, 1))))
    return steps


def happen(store: Store, steps: Sequence[Step], references: Sequence[Path]) -> None:
    """What the steps do to ``store``."""
    held: set[str] = set()
    for step in steps:
        if step.kind == "put":
            write(store, step.versions)
        elif step.kind == "retract":
            write_records(store, {}, sorted(step.versions))
        elif step.kind == "import":
            import_reference(store, references[step.number], step.name)
            held.add(step.name)
        elif step.name in held:
            withdraw_reference(store, step.name)
            held.discard(step.name)


def write(store: Store, coming: Mapping[str, Version]) -> None:
    """Put articles in, all in one batch."""
    write_records(store, {iri: make_record(article, claims, "1") for iri, (article, claims) in coming.items()})


def outcome(steps: Sequence[Step]) -> tuple[dict[str, Version], dict[str, int]]:
    """The articles and references that there are after the steps."""
    articles: dict[str, Version] = {}
    held: dict[str, int] = {}
    for step in steps:
        if step.kind == "put":
            articles |= step.versions
        elif step.kind == "retract":
            articles = {iri: version for iri, version in articles.items() if iri not in step.versions}
        elif step.kind == "import":
            held[step.name] = step.number
        else:
            held.pop(step.name, None)
    return articles, held


def standing(store: Store) -> set[str]:
    """All that a store holds but what articles said before they were corrected, which depends on what happened."""
    return {quad for quad in everything(store) if not quad.endswith("/graph/changes>")}


def batches(order: Sequence[str], cuts: Sequence[int]) -> Iterator[Sequence[str]]:
    """``order`` cut into runs."""
    bounds = [0, *sorted(min(cut, len(order)) for cut in cuts), len(order)]
    for first, last in pairwise(bounds):
        if first < last:
            yield order[first:last]


@given(courses(), st.randoms(use_true_random=False), st.lists(st.integers(0, 12), max_size=3), st.booleans())
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_only_what_is_there_counts(
    references: list[Path], steps: list[Step], random: st.DataObject, cuts: list[int], before: bool
) -> None:
    """The store is the one that only read what there is at the end, in another order, in other batches."""
    articles, held = outcome(steps)
    order = sorted(articles)
    random.shuffle(order)
    with Store.open() as store, Store.open() as fresh:
        happen(store, steps, references)
        imports = [(name, references[number]) for name, number in sorted(held.items(), reverse=before)]
        for name, path in imports if before else ():
            import_reference(fresh, path, name)
        for batch in batches(order, cuts):
            write(fresh, {iri: articles[iri] for iri in batch})
        for name, path in () if before else imports:
            import_reference(fresh, path, name)
        assert standing(store) == standing(fresh)


@given(courses(), claim_sets(12))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_retraction_is_the_inverse_of_ingestion(references: list[Path], steps: list[Step], coming: list[Claim]) -> None:
    """Articles that were not there come and go, in one batch and one by one, and leave nothing, not even a version."""
    with Store.open() as store:
        happen(store, steps, references)
        there = outcome(steps)[0]
        new = {iri: version for iri, version in versions(coming, 9).items() if iri not in there}
        before = everything(store)
        write(store, new)
        for identifier in sorted(new):
            write_records(store, {}, [identifier])
        assert everything(store) == before


@given(claim_sets(16), claim_sets(16), st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_the_order_of_the_same_corrections_leaves_no_trace(
    first: list[Claim], second: list[Claim], random: st.DataObject
) -> None:
    """Articles each of which is read and then corrected, in any order among them: former versions too are the same."""
    former, latter = versions(first, 1), versions(second, 2)
    events = [(iri, version) for version in (former, latter) for iri in sorted(version)]
    other = list(events)
    random.shuffle(other)
    other.sort(key=lambda event: event[1] is latter and event[0] in former)
    with Store.open() as one, Store.open() as another:
        for store, course in ((one, events), (another, other)):
            for iri, version in course:
                write(store, {iri: version[iri]})
        assert everything(one) == everything(another)
