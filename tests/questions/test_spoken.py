"""Questions as people say and type them: spoken, polite, in capitals, without accents or capitals, with slips."""

from collections.abc import Iterator

import pytest

from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with s.scene().store() as made:
        yield made


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("C'est qui le président de la Russie ?", "Qui est le président de la Russie ?"),
        ("C'est qui qui a attaqué l'Ukraine ?", "Qui a attaqué l'Ukraine ?"),
        ("Qui c'est qui dirige la Corée du Nord ?", "Qui dirige la Corée du Nord ?"),
        ("Choïgou a rencontré qui ?", "Qui Choïgou a-t-il rencontré ?"),
        ("La Russie a signé quoi avec la Corée du Nord ?", "Quels accords la Russie a-t-elle signés avec Pyongyang ?"),
        ("Le traité russo-nord-coréen prévoit quoi ?", "Que prévoit le traité russo-nord-coréen ?"),
        ("C'est quand que Choïgou a vu Kim Jong-un ?", "Quand Choïgou a-t-il vu Kim Jong-un ?"),
        ("Le cessez-le-feu entre Israël et le Liban a été signé où ?",
         "Où a été signé le cessez-le-feu entre Israël et le Liban ?"),
        ("Savez-vous si l'Ukraine a attaqué la Russie ?", "L'Ukraine a-t-elle attaqué la Russie ?"),
        ("Peux-tu me dire qui dirige l'OTAN ?", "Qui dirige l'OTAN ?"),
        ("Est-ce qu'il y a un accord entre la France et le Japon ?",
         "Y a-t-il un accord entre la France et le Japon ?"),
        ("Il y a quoi comme accords entre la Russie et la Corée du Nord ?",
         "Quels accords y a-t-il entre la Russie et la Corée du Nord ?"),
        ("QUI DIRIGE LA COREE DU NORD ?", "Qui dirige la Corée du Nord ?"),
        ("qui est le president de la russie", "Qui est le président de la Russie ?"),
        ("que prevoit le traite entre la russie et la coree du nord ?",
         "Que prévoit le traité entre la Russie et la Corée du Nord ?"),
        ("ou a ete signe le cessez-le-feu entre israel et le liban ?",
         "Où a été signé le cessez-le-feu entre Israël et le Liban ?"),
        ("À partir de quelle date le traité entre Moscou et Pyongyang est-il en vigueur ?",
         "Depuis quand le traité entre Moscou et Pyongyang est-il en vigueur ?"),
        ("Can you tell me who leads North Korea?", "Who leads North Korea?"),
        ("Do you know if Ukraine attacked Russia?", "Did Ukraine attack Russia?"),
        ("WHO ATTACKED UKRAINE?", "Who attacked Ukraine?"),
        ("russia signed what with north korea?", "Which agreements has Russia signed with North Korea?"),
        ("What kind of agreements do Russia and North Korea have?", "Which agreements do Russia and North Korea have?"),
        ("How long has the treaty between Russia and North Korea been in force?",
         "Since when has the treaty between Russia and North Korea been in force?"),
    ],
)  # fmt: skip
def test_it_is_the_same_question(store: Store, question: str, plain: str) -> None:
    """The answer is that to the plain question, and there is one."""
    found, wanted = answer(question, store, today=s.TODAY), answer(plain, store, today=s.TODAY)
    assert wanted.rows
    assert [row.to_json() for row in found.rows] == [row.to_json() for row in wanted.rows], found.understood


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("What is the latest agreement between Russia and North Korea?",
         {"comprehensive strategic partnership treaty"}),
        ("Quel est le premier accord entre la Russie et la Corée du Nord ?", {"protocol on fisheries"}),
        ("When did Russia last attack Ukraine?", {"2024-03-22"}),
        ("Qui a rencontré Kim Jong-un en dernier ?", {"Sergueï Choïgou"}),
        ("Whom did Russia's foreign minister accuse?", {"United States"}),
        ("Qui le ministre russe des Affaires étrangères a-t-il accusé ?", {"États-Unis"}),
        ("Who met whom in June 2025?", {"meeting: Sergei Shoigu → Kim Jong-un, 2025-06-04",
                                        "visit: Sergei Shoigu → North Korea, 2025-06-17"}),
        ("Which countries have agreements with both Israel and Lebanon?", set()),
    ],
)  # fmt: skip
def test_the_latest_titles_and_both_sides(store: Store, question: str, values: set[str]) -> None:
    """The latest or first alone; whoever holds the office; each meeting where both sides are asked for."""
    found = answer(question, store, today=s.TODAY)
    assert found.status == ("answered" if values else "none"), found.understood
    got = [row.columns["value"] for row in found.rows]
    assert {one["label"] if isinstance(one, dict) else one for one in got} == values


def test_the_first_of_two_questions_is_answered_and_the_second_kept(store: Store) -> None:
    """The second is said to be still open, with the one whom the first found in place of its pronoun."""
    found = answer("Who leads North Korea, and what did he announce in Kaesong?", store, today=s.TODAY)
    assert [row.columns["value"]["label"] for row in found.rows] == ["Kim Jong-un"]
    assert found.suggestions == ("What did Kim Jong-un announce in Kaesong ?",)


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("Who attacked Zorglub?", "Zorglub"),
        ("Quels accords lient la Russie à Zorglub ?", "Zorglub"),
        ("Which agreements did Russia sign with North Korea in 1950?", "with parties Russia and North Korea"),
        ("Qui a attaqué l'Ukraine en 1950 ?", "(agression) envers Ukraine"),
    ],
)  # fmt: skip
def test_what_the_graph_does_not_hold_has_something_near(store: Store, question: str, near: str) -> None:
    """A name that nothing bears gives no rows, whatever else is asked; the nearest thing known is told."""
    found = answer(question, store, today=s.TODAY)
    assert (found.status, found.rows) == ("none", ())
    assert found.nearest is not None
    assert near in found.nearest
