"""What is called after people is a place, and nobody who acts."""

import pytest

from tests.sentences import Passage, cases, check, reading, rows

PLACES = """
fr Le roi a parlé sur la place Simón Bolívar. => place Simón Bolívar
fr L'avion s'est posé à l'aéroport international Ahmed Ben Bella. => aéroport international Ahmed Ben Bella
en Crowds met on Nelson Mandela Square. => Nelson Mandela Square
en He landed at Murtala Muhammed International Airport. => Murtala Muhammed International Airport
en Park Jae-min met Tom Bridge. => -
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(PLACES))
def test_thoroughfares_are_places(passage: Passage, wanted: str) -> None:
    """With all their words; a surname that is also a common noun stays a person's."""
    found = [m.entity.label for m in reading(passage).mentions if m.entity.kind == "Place"]
    assert found == ([] if wanted == "-" else [wanted])


@cases("""
fr Le Zambien est à Dakar. Le chef de l'État sénégalais l'a reçu place Léopold Senghor. => no CONSULT SEN>SEN
fr Des étudiants ont défilé avenue Habib Bourguiba, à Tunis, contre le président Kaïs Saïed. => PROTEST
""")
def test_nobody_meets_a_square(passage: Passage, wanted: str) -> None:
    """It fills no role but that of a place."""
    check(passage, wanted)
