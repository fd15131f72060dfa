"""Turns of phrase told by the order of words and by what the graph holds: sums, bodies, stand-ins, counts."""

from collections.abc import Iterator

import pytest

from kg.model import Answer, Quantity
from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

KEN, TZA, PER, BRA, NPL = (s.state(code) for code in ("KEN", "TZA", "PER", "BRA", "NPL"))
ECOWAS = s.organisation("ECOWAS")
DIALLO, OKORO = s.person("Awa Diallo"), s.person("Ben Okoro")
THAPA, RANA = s.person("Bina Thapa", "NPL"), s.person("Hari Rana", "NPL")


def _event(made: s.Scene, sentence: str, kind: str, actor: s.Entity, target: s.Entity, **more: object) -> None:
    made.says("news", sentence, kind="event", type=kind, roles={"actor": (actor,), "target": (target,)}, **more)


def scene() -> s.Scene:
    made = s.Scene()
    made.article("news", "The Lake Post", "2024-03-14")
    _event(
        made, "Kenya paid Tanzania 40 million dollars in 2023.", "AID", KEN, TZA, time=s.day("2023"),
        quantities=(Quantity(min=40_000_000, max=40_000_000, of="money", unit="USD"),),
    )  # fmt: skip
    _event(
        made, "Kenya sent 300 engineers to Nepal in May 2023.", "AID", KEN, NPL, time=s.day("2023-05"),
        quantities=(Quantity(min=300, max=300, of="engineers"),),
    )  # fmt: skip
    made.says(
        "news", "Peru and Brazil signed three protocols on 2 June 2022 in Lima.", kind="agreement", type="protocol",
        label="protocols", roles={"party": (PER, BRA), "place": (s.place("Lima"),)}, time=s.day("2022-06-02"),
        stage="signed", quantities=(Quantity(min=3, max=3, of="protocols"),),
    )  # fmt: skip
    made.says(
        "news", "The Dodoma accord ties Kenya and Brazil since 2019.", kind="agreement", type="agreement",
        label="Dodoma accord", roles={"party": (KEN, BRA)}, time=s.day("2019"), stage="signed",
    )  # fmt: skip
    for sentence, holder, office, of, standing in (
        ("Awa Diallo, president of the Commission of ECOWAS, spoke.", DIALLO, "president of the commission", ECOWAS,
         "current"),
        ("Bina Thapa is prime minister of Nepal.", THAPA, "prime minister", NPL, "current"),
        ("Hari Rana is acting prime minister of Nepal.", RANA, "prime minister", NPL, "acting"),
    ):  # fmt: skip
        made.says(
            "news", sentence, kind="office", type="office", office=office, standing=standing,
            roles={"holder": (holder,), "of": (of,)},
        )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with scene().store() as made:
        yield made


def ask(store: Store, question: str) -> Answer:
    return answer(question, store, today=s.TODAY)


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("How much money did Kenya pay Tanzania?", [40_000_000]),
        ("What sum did Kenya pay Tanzania?", [40_000_000]),
        ("Combien d'argent le Kenya a-t-il versé à la Tanzanie ?", [40_000_000]),
        ("How many engineers did Kenya deploy to Nepal?", [300]),
        ("How many military engineers has Kenya sent to Nepal?", [300]),
        ("How many trucks did Kenya send to Nepal?", []),
        ("How many protocols did Peru and Brazil sign?", [3]),
        ("Combien de protocoles le Pérou et le Brésil ont-ils signés en 2022 ?", [3]),
        ("Qui préside la Commission de la Cedeao ?", ["Awa Diallo"]),
        ("Who is prime minister of Nepal?", ["Bina Thapa"]),
        ("Who was Nepal's prime minister in March 2024?", ["Bina Thapa"]),
        ("Who is party to the Dodoma accord?", ["Brazil", "Kenya"]),
        ("Quel pays est lié au Kenya par l'accord de Dodoma ?", ["Brésil"]),
        ("Is Kenya a party to the Dodoma accord?", [True]),
        ("Which countries have agreements with both Peru and Kenya?", ["Brazil"]),
        ("Quels pays ont des accords à la fois avec le Pérou et le Kenya ?", ["Brésil"]),
        ("Where did the presidents of Peru and Brazil sign their protocols?", ["Lima"]),
    ],
)
def test_turns(store: Store, question: str, values: list[object]) -> None:
    """The answer that the claims give, or none where they say nothing of what is asked."""
    found = ask(store, question)
    assert found.status == ("answered" if values else "none"), found.understood
    got = [row.columns["value"] for row in found.rows]
    assert sorted((one["label"] if isinstance(one, dict) else one for one in got), key=str) == values


def test_who_holds_it_and_who_acts_are_told_apart(store: Store) -> None:
    """What two are said to hold at once is in dispute, and may be asked for."""
    found = ask(store, "Which offices are disputed?")
    assert found.kind == "entities"
    assert found.understood is not None
    assert "contradict" in found.understood
