"""The weights of confidence: a chance from what a claim rests on."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import VocabularyError
from kg.vocabulary import FEATURES, Feature, Weights, load_calibration, read_calibration

NUMBERS = st.floats(-50, 50)
WEIGHED = st.dictionaries(st.sampled_from(FEATURES), NUMBERS)


def calibration(folder: Path, text: str) -> Weights:
    """The weights of events in a file with this text."""
    path = folder / "confidence.yaml"
    path.write_text(text, encoding="utf-8")
    return read_calibration(path)["event"]


@given(
    st.dictionaries(st.sampled_from(FEATURES), NUMBERS), st.dictionaries(st.sampled_from(FEATURES), NUMBERS), NUMBERS
)
def test_a_probability_lies_between_0_and_1(of: dict[Feature, float], there: dict[Feature, float], base: float) -> None:
    """Whatever the weights and features."""
    assert 0 < Weights(base=base, of=of).probability(there) < 1


def test_a_feature_changes_the_odds_by_its_weight(tmp_path: Path) -> None:
    """Even odds times e² for a feature of weight 2; what the file does not weigh changes nothing."""
    weights = calibration(tmp_path, "event: {base: 0, noun: 2, least: 0.3}\n")
    assert weights.probability({}) == weights.probability({"adjective": 1.0}) == 0.5
    assert weights.probability({"noun": 1.0}) == pytest.approx(0.8808, abs=1e-4)
    assert weights.least == 0.3


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("event: {base: 0, colour: 1}\n", "confidence.yaml:1: unknown key 'colour'"),
        ("event:\n  base: 0\n  noun: much\n", "confidence.yaml:3: expected a number, found 'much'"),
        ("event:\n  base: 0\n  noun: .inf\n", "confidence.yaml:3: expected a number"),
        ("event:\n  noun: 1\n", "the key 'base' is missing"),
        ("event: {base: 0, least: 2}\n", "2 is not between 0 and 1"),
    ],
)
def test_a_wrong_weight_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """With the line and what is wrong."""
    with pytest.raises(VocabularyError) as caught:
        calibration(tmp_path, text)
    assert says in str(caught.value)


def test_every_kind_of_claim_is_weighed() -> None:
    """What is installed has weights for all four."""
    assert set(load_calibration()) == {"event", "agreement", "office", "relation"}
