"""How well reports of one event and names of one entity are joined, counted over pairs."""

from collections.abc import Collection

import pytest

from kg.model import Claim
from tests.across.conftest import Read
from tests.across.scoring import Item, PairScore, score_pairs
from tests.across.things import claimed, entity_items, mentions, nodes_of, open_pairs


def items(read: Read, *kinds: str, all: bool = False) -> list[Item]:
    """The annotated mentions that claims were made of, or ``all``, with the nodes that these claims stand in."""
    found = [mention for mention in mentions(read.articles, read.records) if mention.kind in kinds]
    nodes, by_mention = nodes_of(read.derivation.facts), dict[int, set[str]]()
    for iri, mention in claimed(found, read.claims).items():
        by_mention.setdefault(id(mention), set()).add(nodes[iri])
    listed = [Item(name=one.name, thing=one.thing, nodes=frozenset(by_mention.get(id(one), ()))) for one in found]
    return [one for one in listed if all or one.nodes]


def told(score: PairScore, floors: tuple[float, float]) -> str:
    """What to show where a score is below its floors: the wrong and the missed pairs."""
    lines = [f"{score}, wanted {floors}"]
    for word, pairs in (("wrong", score.wrong), ("missed", score.missed)):
        lines += [f"{word}: {one.thing} ({one.name}) | {other.thing} ({other.name})" for one, other in pairs]
    return "\n".join(lines)


def reaches(score: PairScore, precision: float, recall: float) -> None:
    assert score.precision >= precision, told(score, (precision, recall))
    assert score.recall >= recall, told(score, (precision, recall))


def test_reports_of_one_event_are_joined(together: Read) -> None:
    """Over the mentions of agreements and events that were read, in the press and the examples."""
    reaches(score_pairs(items(together, "event", "agreement"), open_pairs()), 0.97, 0.80)


@pytest.mark.parametrize(("kind", "precision", "recall"), [("agreement", 1.0, 0.98), ("event", 0.95, 0.80)])
def test_agreements_and_events_alone(together: Read, kind: str, precision: float, recall: float) -> None:
    """The treaty that eight articles tell of does not hide what becomes of the others."""
    reaches(score_pairs(items(together, kind), open_pairs()), precision, recall)


@pytest.mark.parametrize(("kind", "precision", "recall"), [("agreement", 0.97, 0.85), ("event", 0.95, 0.50)])
def test_what_our_own_articles_tell(ours: Read, kind: str, precision: float, recall: float) -> None:
    """Fifty-five articles, among them six pairs of papers on one matter and one of three."""
    reaches(score_pairs(items(ours, kind), open_pairs()), precision, recall)


def test_what_was_not_read_is_counted_too(together: Read) -> None:
    """Over all annotated mentions: nothing that reading misses may fall behind what it is now."""
    reaches(score_pairs(items(together, "event", all=True), open_pairs()), 0.95, 0.55)


NAMES = ("person", "organisation", "place", "state")


def names(read: Read, kinds: Collection[str]) -> list[Item]:
    return [item for kind, item in entity_items(read.readings) if kind in kinds]


def test_names_of_one_entity_have_one_iri(together: Read) -> None:
    """People, organisations, places and states by their names, in two languages and several spellings."""
    reaches(score_pairs(names(together, NAMES)), 0.97, 0.80)


@pytest.mark.parametrize(
    ("kind", "precision", "recall"),
    [("person", 1.0, 0.95), ("organisation", 1.0, 0.9), ("place", 1.0, 1.0), ("state", 1.0, 0.9)],
)
def test_names_kind_by_kind(together: Read, kind: str, precision: float, recall: float) -> None:
    """Different people are never merged, whatever their states have in common."""
    reaches(score_pairs(names(together, [kind])), precision, recall)


def test_a_score_counts_pairs() -> None:
    """Three mentions of one thing of which two are joined, with a fourth: one right, two missed, two wrong."""
    listed = [
        Item(name=name, thing=thing, nodes=frozenset({node}))
        for name, thing, node in (("a", "x", "1"), ("b", "x", "1"), ("c", "x", "2"), ("d", "y", "1"))
    ]
    score = score_pairs(listed)
    assert (len(score.right), len(score.wrong), len(score.missed)) == (1, 2, 2)
    assert score_pairs(listed, [frozenset({"x", "y"})]).precision == 1.0


def test_every_claim_is_of_one_mention_at_most(ours: Read) -> None:
    """And of one of its own article."""
    by_iri: dict[str, Claim] = {claim.id: claim for claim in ours.claims}
    for iri, mention in claimed(mentions(ours.articles, ours.records), ours.claims).items():
        assert by_iri[iri].article.id == mention.article
