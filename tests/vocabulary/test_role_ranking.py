"""The weights of roles: a chance for each candidate from what speaks for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import VocabularyError
from kg.vocabulary import ROLE_FEATURES, RoleFeature, RoleWeights, load_role_weights, read_role_weights

NUMBERS = st.floats(-50, 50)
FEATURES = st.dictionaries(st.sampled_from(ROLE_FEATURES), NUMBERS, max_size=6)


@given(FEATURES, st.lists(FEATURES, min_size=1, max_size=6))
def test_chances_sum_to_1(of: dict[RoleFeature, float], candidates: list[dict[RoleFeature, float]]) -> None:
    """Whatever the weights and features; each lies between 0 and 1."""
    chances = RoleWeights(of=of).chances(candidates)
    assert sum(chances) == pytest.approx(1.0)
    assert all(0 <= chance <= 1 for chance in chances)


@given(FEATURES, st.lists(FEATURES, min_size=2, max_size=6), st.randoms())
def test_order_gives_no_advantage(
    of: dict[RoleFeature, float], candidates: list[dict[RoleFeature, float]], random: st.DrawFn
) -> None:
    """A candidate's chance is the same wherever it stands in the list."""
    weights = RoleWeights(of=of)
    turned = weights.chances(candidates[::-1])[::-1]
    assert turned == pytest.approx(weights.chances(candidates))


def test_nobody_to_choose_from_gives_no_chances() -> None:
    """An article that names no party."""
    assert RoleWeights(of={}).chances([]) == []


def test_a_weight_multiplies_the_odds(tmp_path: Path) -> None:
    """e² to 1 for the candidate with a feature of weight 2; a feature without a weight changes nothing."""
    path = tmp_path / "roles.yaml"
    path.write_text("actor: {least: 0.3, subject: 2}\ntarget: {}\n", encoding="utf-8")
    weights = read_role_weights(path)
    assert weights["actor"].chances([{"subject": 1.0}, {"venue": 1.0}]) == pytest.approx([0.8808, 0.1192], abs=1e-4)
    assert weights["target"].chances([{"subject": 1.0}, {}]) == [0.5, 0.5]
    assert (weights["actor"].least, weights["target"].least) == (0.3, 0.0)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("actor: {colour: 1}\ntarget: {}\n", "roles.yaml:1: unknown key 'colour'"),
        ("actor: {}\ntarget:\n  subject: much\n", "roles.yaml:3: expected a number, found 'much'"),
        ("actor: {least: 2}\ntarget: {}\n", "2 is not between 0 and 1"),
        ("actor: {}\n", "the key 'target' is missing"),
        ("actor: {}\ntarget: {}\nplace: {}\n", "unknown key 'place'"),
    ],
)
def test_a_wrong_weight_is_refused(tmp_path: Path, text: str, says: str) -> None:
    """With the line and what is wrong."""
    path = tmp_path / "roles.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError) as caught:
        read_role_weights(path)
    assert says in str(caught.value)


def test_what_is_installed_weighs_both_roles() -> None:
    """A subject is rather the actor, the other one named in the sentence rather the target."""
    actor, target = (load_role_weights()[role].of for role in ("actor", "target"))
    assert actor["subject"] > 0 > target["subject"]
    assert target["with"] > 0 > actor["with"]
