# ruff: noqa: E501
"""Public offices: which, of what, held by whom, and whether still."""

import pytest

from tests.sentences import Passage, named, reading, rows, who

OFFICES = """
# the state inside, before and after the title
fr Le ministre russe des Affaires étrangères Sergueï Lavrov est arrivé. => foreign minister|minister of foreign affairs/Lavrov/RUS/current
fr Le président du Ghana, John Mahama, est arrivé. => president/Mahama/GHA/current
fr Le président ghanéen John Mahama est arrivé. => president/Mahama/GHA/current
en Ghanaian President John Mahama arrived. => president/Mahama/GHA/current
en The president of Ghana, John Mahama, arrived. => president/Mahama/GHA/current
en Poland's prime minister, Donald Tusk, arrived. => prime minister/Tusk/POL/current
en Indian Foreign Minister Subrahmanyam Jaishankar arrived. => foreign minister|minister of foreign affairs/Jaishankar/IND/current
# the title as an apposition after the name
fr John Mahama, président du Ghana, est arrivé. => president/Mahama/GHA/current
en John Mahama, the president of Ghana, arrived. => president/Mahama/GHA/current
fr Sergueï Choïgou, secrétaire du Conseil de sécurité russe, est arrivé. => secretary of the Security Council/Choïgou/RUS/current
# the title as a predicate
fr John Mahama est le président du Ghana. => president/Mahama/GHA/current
en Donald Tusk is the prime minister of Poland. => prime minister/Tusk/POL/current
# standings
fr L'ancien président français François Hollande est arrivé. => president/Hollande/FRA/former
fr L'ex-président français François Hollande est arrivé. => president/Hollande/FRA/former
en Former French President François Hollande arrived. => president/Hollande/FRA/former
en Acting South Korean President Han Duck-soo arrived. => president/Han Duck-soo/KOR/acting
fr Le président par intérim du Gabon, Brice Oligui, est arrivé. => president/Oligui/GAB/acting
"""


@pytest.mark.parametrize(("passage", "wanted"), rows(OFFICES))
def test_an_office_with_its_holder_and_state(passage: Passage, wanted: str) -> None:
    """The title may hold the demonym, stand before or after the name, or be said of it."""
    titles, holder, of, standing = wanted.split("/")
    found = [(o.office, o.holder.label if o.holder else "-", who(o.of), o.standing) for o in reading(passage).offices]
    assert any(
        office in titles.split("|") and label.endswith(holder) and rest == [of, standing]
        for office, label, *rest in found
    ), found


TWO = named(Passage("Les présidents russe et ukrainien se sont parlé."))
NOBODY = named(Passage("Le président a salué la foule."))


def test_a_plural_has_no_one_holder() -> None:
    """« les présidents russe et ukrainien » names no person."""
    assert all(o.holder is None for o in reading(TWO).offices)


def test_a_bare_title_names_nobody() -> None:
    """Neither holder nor state where the text gives none."""
    assert [(o.holder, o.of) for o in reading(NOBODY).offices] == [(None, None)]


SURNAME = named(Passage("Le Premier ministre polonais Donald Tusk est arrivé. Tusk a condamné la Biélorussie."))


def test_the_holder_acts_for_the_state_everywhere() -> None:
    """Named again by the surname alone, he is the same person and still acts for Poland."""
    people = {(m.entity.id, m.entity.acts_for) for m in reading(SURNAME).mentions if m.entity.kind == "Person"}
    assert len(people) == 1
    assert {code for _, code in people} == {"POL"}
