"""Confidence: the chance that a careful reader would make the claim too."""

from collections import defaultdict
from pathlib import Path

from kg.claims import find_claims
from kg.claims.find import find
from kg.claims.passage import Passage as Read
from kg.reading import read_many
from kg.vocabulary import Weights, load_calibration, load_gazetteer, load_lexicon
from tests.sentences import Passage, claims, reading
from tools.gold import is_right, records

GOLD = Path(__file__).parents[1] / "gold" / "articles.jsonl"


def confidence(text: str, language: str = "en") -> float:
    """Of the one event that a sentence tells."""
    (claim,) = (claim for claim in claims(Passage(text, language)) if claim.kind == "event")
    return claim.confidence


def test_who_is_named_in_the_clause_is_surer_than_who_is_inferred() -> None:
    """A role from the verb's own subject and object beats one from elsewhere."""
    assert confidence("Estonia attacked Latvia.") > confidence("Latvia was attacked.")


def test_what_a_subordinate_clause_tells_is_less_sure() -> None:
    """The main clause is what the sentence is about."""
    main = confidence("Estonia bombed Latvia.")
    below = claims(Passage("Peru left because Estonia bombed Latvia.", "en"))
    assert [main > claim.confidence for claim in below if claim.type == "ASSAULT"] == [True]


def test_parties_that_no_passage_on_the_agreement_names_are_less_sure() -> None:
    """Whoever concluded it by its own words is surer than whom only the article around it names."""

    def of_agreement(text: str) -> float:
        return next(c.confidence for c in claims(Passage(text, "en")) if c.kind == "agreement")

    named = of_agreement("A truce between Chad and Libya took effect on Monday.")
    guessed = of_agreement("Chad and Libya have fought since May. A truce took effect on Monday.")
    assert guessed < named


def test_what_is_too_unsure_is_no_claim() -> None:
    """The finding stays, with the reason and how sure it is."""
    passage = Passage("Estonia attacked Latvia.", "en")
    read = Read.of(passage.article, reading(passage), load_lexicon(), load_gazetteer())
    (found,) = find(read, {"event": Weights(base=0.0, of={}, least=0.6)})
    assert (found.claim, found.reason, found.confidence) == (None, "unsure", 0.5)


def test_weights_without_the_kind_leave_the_raw_confidence() -> None:
    """So the fit sees what the entry and the roles give alone."""
    passage = Passage("Estonia attacked Latvia.", "en")
    read = Read.of(passage.article, reading(passage), load_lexicon(), load_gazetteer())
    (found,) = find(read, {})
    assert found.claim is not None
    assert found.claim.confidence == 0.8


def test_surer_claims_are_oftener_right() -> None:
    """On the annotated articles: what is at least 0.7 sure is right far oftener than what is less than 0.5 sure."""
    annotated = {article.id: (article, record) for article, record in records(GOLD)}
    shares: dict[str, list[bool]] = defaultdict(list)
    for article, found in read_many(sorted((a for a, _ in annotated.values()), key=lambda a: a.language)):
        for claim in find_claims(article, found):
            if claim.kind == "event":
                least = load_calibration()["event"].least
                assert least <= claim.confidence + 0.005
                sure = "high" if claim.confidence >= 0.7 else "low" if claim.confidence < 0.5 else "middle"
                shares[sure].append(is_right(claim, article, annotated[article.id][1]))
    high, low = (sum(shares[name]) / len(shares[name]) for name in ("high", "low"))
    assert high > low + 0.15
