"""Tables: plain rows in the reader's language."""

import pytest

from kg.model import Answer, Row
from kg.views import tables
from tests.views import sample

FR, EN = sample.WORDS["fr"], sample.WORDS["en"]


def test_a_claim_is_a_row() -> None:
    """What, who, when, how it is said, where, and the passage."""
    _, claims = sample.world()
    table = tables.claims_table(claims.values(), words=FR)
    assert table.columns == ("type", "qui", "à qui", "quand", "modalité", "source", "passage")
    first = table.rows[0]
    assert first[:6] == (
        "traité",
        "Russie, Corée du Nord",
        "",
        "juin 2024",
        "affirmé",
        "Le Courrier du Port, 2024-06-20",
    )
    assert first[6].startswith("Les deux délégations")
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_a_fact_is_a_row() -> None:
    """The triple in words, its status, when it was reported and in how many passages."""
    facts, _ = sample.world()
    table = tables.facts_table(facts, words=FR)
    row = next(row for row in table.rows if row[2] == "défense mutuelle")
    assert row == (
        "traité de partenariat stratégique global",
        "prévoit",
        "défense mutuelle",
        "corroboré",
        "20 juin 2024 – 22 juin 2024",
        "2",
        "",
    )


def test_a_card_shows_an_entity_from_both_sides() -> None:
    """Korea's own relation, the facts that name it, and the passages; nothing of others."""
    facts, claims = sample.world()
    own, naming, said = tables.card(sample.KOREA, facts, claims, words=FR)
    assert own.title == "Corée du Nord · État"
    assert own.rows == (("ally", "Russie", "allégué", "2 mars 2025", "1", ""),)
    assert {row[0] for row in naming.rows} == {"Russie", "traité de partenariat stratégique global", "m"}
    assert len(said.rows) == 4
    assert tables.card(sample.thing("Person", "personne"), facts, claims, words=FR) == ()


def test_statistics_count_what_is_there() -> None:
    """Three articles, twelve passages, six states; no row for what there is none of."""
    facts, claims = sample.world()
    rows = dict(tables.statistics(facts, claims.values(), language="en").rows)
    assert rows["articles"] == "3"
    assert rows["passages"] == "12"
    assert rows["facts"] == str(len(facts))
    assert rows["State"] == "6"
    assert "State" not in dict(tables.statistics([], [], language="en").rows)


@pytest.mark.parametrize(
    ("words", "heads"), [(FR, ("réponse", "signé", "parties")), (EN, ("answer", "signed", "parties"))]
)
def test_an_answer_shows_its_rows_and_apart_what_is_not_asserted(words: object, heads: tuple[str, ...]) -> None:
    """The columns of the rows, then status, passage and source; no table where there are no rows."""
    _, claims = sample.world()
    said = next(iter(claims.values()))
    row = Row(
        columns={
            "value": {"id": "x", "kind": "Agreement", "label": "traité"},
            "signed": "2024-06-19",
            "parties": [{"id": sample.RUSSIA.id, "label": "Russie", "iso3": "RUS"}],
        },
        status="alleged",
        evidence=(said,),
    )
    answer = Answer(question="?", status="answered", kind="agreements", sparql="", understood="", also=(row,))
    (table,) = tables.answer_tables(answer, language=words.language, words=words)  # type: ignore[attr-defined]
    assert table.title
    assert table.columns[:3] == heads
    assert table.rows[0][0] == "traité"
    assert table.rows[0][1] in ("19 juin 2024", "19 June 2024")
    assert table.rows[0][2] in ("Russie", "Russia")
    assert table.rows[0][4].startswith("Les deux délégations")


def test_controls_never_reach_a_terminal() -> None:
    """An escape sequence in a result is shown without what would steer the terminal."""
    assert tables.results_table(["x"], [["\x1b[31mrouge\x07"]]).rows == (("[31mrouge",),)
