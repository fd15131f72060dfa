"""The values that rooms hand each other: checked when made, the same after JSON, named by their content."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import (
    Article,
    ArticleInfo,
    Claim,
    ClaimError,
    Entity,
    Evidence,
    Fact,
    Names,
    Quantity,
    TimeSpan,
    Value,
    canonical_json,
    digest,
)
from kg.model.rebasing import rebased
from tests.strategies import NORTH_KOREA, PUTIN, RUSSIA, claims, on, treaty

INFO = ArticleInfo(id="a", language="fr", published=date(2025, 6, 19))
ARTICLE = Article(info=INFO, text="Séoul\u00a0😀 a dit non.")


def test_whoever_acts_for_an_organisation_has_no_code_of_a_state() -> None:
    """Programs read ``acts_for`` as an ISO code; the organisation stands beside it, and both survive JSON."""
    whom = Names().make("organisation", "UN")
    officer = Entity(id=Names().make("person", "x"), kind="Person", label="X", acts_for=whom)
    written = officer.to_json()
    assert (written["acts_for"], written["acts_for_organisation"]) == (None, whom)
    assert Entity.from_json(written) == officer
    assert "acts_for_organisation" not in PUTIN.to_json()


@given(claims())
def test_a_claim_survives_json(claim: Claim) -> None:
    """Written and read again it is the same claim, with the same IRI."""
    again = Claim.from_json(json.loads(json.dumps(claim.to_json())))
    assert again.to_json() == claim.to_json()
    assert again.id == claim.id


@given(claims())
def test_a_claim_moves_to_another_base_and_back(claim: Claim) -> None:
    """All its IRIs begin with the new base; back again it is itself."""
    moved = rebased(claim, "http://example.org/")
    entities = [*moved.attribution, *(e for filled in moved.roles.values() for e in filled)]
    assert all(iri.startswith("http://example.org/") for iri in [moved.id, *(e.id for e in entities)])
    assert rebased(moved, claim.base) == claim
    assert rebased(claim, claim.base) is claim


def test_evidence_is_a_passage_of_its_article() -> None:
    """Offsets count code points and are half-open."""
    assert Evidence.of(ARTICLE, 0, 7).quote == "Séoul\u00a0😀"
    Evidence.of(ARTICLE, 8, 17).check(ARTICLE)


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 400)])
def test_evidence_outside_the_text_is_refused(start: int, end: int) -> None:
    """Nor may it be empty or run backwards."""
    with pytest.raises(ClaimError, match="no passage"):
        Evidence.of(ARTICLE, start, end)


def test_a_quote_that_the_article_does_not_read_is_refused() -> None:
    """The message shows quote and offsets."""
    with pytest.raises(ClaimError, match=r"'non' at 0\.\.3"):
        Evidence(quote="non", start=0, end=3).check(ARTICLE)


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"kind": "rumour"}, "unknown kind"),
        ({"roles": {"actor": []}}, "no role actor"),
        ({"modality": "likely"}, "unknown modality"),
        ({"confidence": 1.5}, "not between 0 and 1"),
        ({"evidence": None}, "not a claim"),
        ({"article": {}}, "not a claim"),
        ({"time": {"start": "2024-13-01", "end": None, "precision": "day"}}, "not a claim"),
        ({"time": {"start": "2024-05-02", "end": "2024-05-01", "precision": "day"}}, "cannot end"),
    ],
)
def test_a_claim_that_breaks_the_contract_is_refused(changes: dict[str, Any], message: str) -> None:
    """In one line that says what is wrong."""
    with pytest.raises(ClaimError, match=message) as caught:
        Claim.from_json({**treaty().to_json(), **changes})
    assert "\n" not in str(caught.value)


def test_the_identity_of_a_claim_is_what_it_says_and_where() -> None:
    """Not how sure its finder is, nor which rule found it; another modality, quote or role is another claim."""
    one = treaty()
    assert treaty(confidence=0.5, rule="other").id == one.id
    assert len({one.id, treaty(modality="denied").id, treaty(quote="x").id, treaty(parties=(RUSSIA,)).id}) == 4


def test_filling_gives_roles_in_the_order_asked_for() -> None:
    """Nothing for a role that is open."""
    claim = treaty(parties=(RUSSIA, NORTH_KOREA))
    assert claim.filling("place", "party") == (RUSSIA, NORTH_KOREA)
    assert claim.filling("mediator") == ()


def test_a_time_has_at_least_one_end() -> None:
    """An open end is fine, two are no time."""
    assert TimeSpan(start=None, end=date(2024, 1, 1), precision="range").to_json()["start"] is None
    with pytest.raises(ClaimError, match="first or a last day"):
        TimeSpan(start=None, end=None, precision="range")


@given(st.dates(), st.dates(), st.sampled_from(["day", "month", "season", "year", "range"]))
def test_a_time_survives_json(one: date, two: date, precision: Any) -> None:
    """Whatever its days and precision; no time is no time."""
    span = TimeSpan(start=min(one, two), end=max(one, two), precision=precision)
    assert TimeSpan.from_json(span.to_json()) == span
    assert TimeSpan.from_json(None) is None


@given(
    st.none() | st.integers(0, 10**12), st.none() | st.floats(0, 1e12), st.none() | st.text(max_size=5), st.booleans()
)
def test_a_quantity_survives_json(low: int | None, high: float | None, of: str | None, approximate: bool) -> None:
    """Open ends included."""
    quantity = Quantity(min=low, max=high, of=of, approximate=approximate)
    assert Quantity.from_json(quantity.to_json()) == quantity


def test_article_info_survives_json() -> None:
    """Also where nothing but id and language is known."""
    for info in (INFO, ArticleInfo(id="b", language="en")):
        assert ArticleInfo.from_json(info.to_json()) == info


@pytest.mark.parametrize("value", [PUTIN, Value(text="2024-06", datatype="gYearMonth"), Value(text="x", language="fr")])
def test_a_fact_survives_json(value: Entity | Value) -> None:
    """Its object may be an entity or a literal."""
    fact = Fact(
        id="f", subject=RUSSIA, predicate="p", object=value, status="stated", first_report=date(2025, 1, 1),
        last_report=None, supported_by=("c",),
    )  # fmt: skip
    assert Fact.from_json(json.loads(json.dumps(fact.to_json()))) == fact


def test_iris_hold_no_character_that_an_iri_may_not() -> None:
    """Spaces, slashes, quotes and markup are percent-encoded, letters of all scripts too."""
    iri = Names("http://example.org/").make("person", 'a b/c"<é>?#')
    assert iri == "http://example.org/person/a%20b%2Fc%22%3C%C3%A9%3E%3F%23"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_a_digest_is_of_content(value: Any) -> None:
    """The same for equal content, however its keys are ordered; canonical JSON reads back as it was."""
    assert json.loads(canonical_json(value)) == value
    if isinstance(value, dict):
        value = dict(reversed(value.items()))
    assert digest(value) == digest(json.loads(canonical_json(value)))


def test_on_is_what_it_says() -> None:
    """The helper that these tests share makes the month it names."""
    assert on("2024-02").end == date(2024, 2, 29)
