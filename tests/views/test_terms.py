"""What a reference says against a fact, in words."""

from datetime import date

import pytest

from kg.model import OfficeTerm
from kg.views.terms import contradiction
from kg.views.words import Wording
from tests.facts.test_terms import AUSTINS, HEGSETHS, term

FR, EN = Wording(language="fr"), Wording(language="en")
JUNE = date(2025, 6, 19)


@pytest.mark.parametrize(
    ("terms", "told", "words", "expected"),
    [
        ([AUSTINS], JUNE, EN, "the term of Lloyd Austin ended on 20 January 2025"),
        ([AUSTINS], JUNE, FR, "le mandat de Lloyd Austin a pris fin le 20 janvier 2025"),
        ([AUSTINS], date(2020, 5, 4), FR, "le mandat de Lloyd Austin a commencé le 22 janvier 2021"),
        ([HEGSETHS], JUNE, EN, "Pete Hegseth held the office from 25 January 2025"),
        ([HEGSETHS], JUNE, FR, "Pete Hegseth exerçait la fonction depuis le 25 janvier 2025"),
        ([AUSTINS], None, EN, "Lloyd Austin held the office from 22 January 2021 to 20 January 2025"),
        ([term("Ada", "2021-03", "2022")], JUNE, FR, "le mandat d'Ada a pris fin en 2022"),
        (
            [term("Ada", "2021-03", "2022-05")],
            None,
            FR,
            "Ada exerçait la fonction depuis mars 2021 et jusqu'à mai 2022",
        ),
        (
            [HEGSETHS, AUSTINS],
            JUNE,
            EN,
            "the term of Lloyd Austin ended on 20 January 2025; Pete Hegseth held the office from 25 January 2025",
        ),
    ],
)
def test_a_contradiction_in_words(terms: list[OfficeTerm], told: date | None, words: Wording, expected: str) -> None:
    """The term of old first, as precise as it is, with the reference's name and each source once."""
    assert contradiction(terms, told, words) == f"{expected} (r, https://example.org/list)"


def test_nothing_against_nothing() -> None:
    """No terms, no words."""
    assert contradiction([], JUNE, EN) == ""
