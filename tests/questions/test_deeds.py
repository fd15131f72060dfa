"""Who did what to an agreement, with what, and whose it was: the deed itself answers, not all whom it concerns."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.model import Answer
from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

KEN, TZA, PER, BRA, NOR, NPL, UGA = (s.state(code) for code in ("KEN", "TZA", "PER", "BRA", "NOR", "NPL", "UGA"))
OKORO, RUIZ = s.person("Ben Okoro", "KEN"), s.person("Elena Ruiz", "TZA")


def _agreement(made: s.Scene, sentence: str, kind: str, label: str, parties: Any, **more: Any) -> None:
    roles = {"party": parties, **({"place": more.pop("place")} if "place" in more else {})}
    made.says("news", sentence, kind="agreement", type=kind, label=label, roles=roles, **more)


def _event(made: s.Scene, sentence: str, kind: str, actor: Any, target: Any, **more: Any) -> None:
    made.says("news", sentence, kind="event", type=kind, roles={"actor": actor, "target": target}, **more)


def scene() -> s.Scene:
    made = s.Scene()
    made.article("news", "The Lake Post", "2024-03-14")
    _agreement(made, "Kenya and Tanzania have a joint declaration on fishing that is suspended.", "declaration",
               "joint declaration", (KEN, TZA), stage="suspended", time=s.day("2023-10"))  # fmt: skip
    _event(made, "Tanzania suspended the declaration after a storm.", "REJECT", (TZA,), (KEN,))
    _event(made, "Elena Ruiz and Ben Okoro had negotiated the deal for months.", "CONSULT", (RUIZ,), (OKORO,),
           subtype="meeting")  # fmt: skip
    _agreement(made, "Peru and Brazil reached an accord on forests in 2013.", "agreement", "forest accord",
               (PER, BRA), stage="announced", time=s.day("2013"))  # fmt: skip
    _event(made, "A truce between Peru and Brazil was announced by Norway.", "RETREAT", (NOR,), (PER, BRA),
           subtype="ceasefire")  # fmt: skip
    _agreement(made, "A truce between Peru and Brazil was made known.", "ceasefire", "truce", (PER, BRA),
               stage="announced")  # fmt: skip
    _event(made, "Uganda held a naval drill with Norway.", "COOPERATE", (UGA,), (NOR,))
    _event(made, "Uganda sold rifles and ammunition to Nepal.", "COOPERATE", (UGA,), (NPL,))
    _event(made, "Kenyan soldiers are stationed in Nepal.", "MOBILIZE", (KEN,), (NPL,))
    _event(made, "Norway praised the pact.", "SUPPORT", (NOR,), (KEN, TZA))
    _event(made, "Kenya and Tanzania put their names to it.", "SUPPORT", (KEN,), (TZA,), subtype="signed")
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
        ("Who suspended the joint declaration between Kenya and Tanzania?", ["Tanzania"]),
        ("Quel pays a suspendu la déclaration commune ?", ["Tanzanie"]),
        ("Who announced the truce between Peru and Brazil?", ["Norway"]),
        ("Who negotiated the declaration between Kenya and Tanzania?", ["Ben Okoro", "Elena Ruiz"]),
        ("Did Uganda sell weapons to Nepal?", [True]),
        ("Did Uganda sell weapons to Norway?", []),
        ("L'Ouganda a-t-il vendu des armes à la Norvège ?", []),
        ("Whose soldiers are stationed in Nepal?", ["Kenya"]),
        ("Who praised Tanzania?", ["Norway"]),
        ("Which country condemned the accord between Peru and Brazil?", []),
    ],
)
def test_who_did_it_and_with_what(store: Store, question: str, values: list[object]) -> None:
    """The one who did it alone, of the goods that the question names; none where no passage tells so."""
    found = ask(store, question)
    assert found.status == ("answered" if values else "none"), found.understood
    got = [row.columns["value"] for row in found.rows]
    assert sorted((one["label"] if isinstance(one, dict) else one for one in got), key=str) == values


@pytest.mark.parametrize(
    "question",
    [
        "Which accord did Peru and Brazil reach in 2013?",
        "Quel accord le Pérou et le Brésil ont-ils trouvé en 2013 ?",
        "Quels textes lient ou ont lié le Pérou et le Brésil depuis 2010 ?",
        "What is the name of the accord that Peru and Brazil reached in 2013?",
    ],
)
def test_what_was_agreed_on_need_not_be_signed(store: Store, question: str) -> None:
    """An agreement that was reached is one, whatever its stage; a verb that stands twice says no more than once."""
    labels = {row.columns["value"]["label"] for row in ask(store, question).rows}
    assert "forest accord" in labels


@pytest.mark.parametrize(
    "question",
    [
        "When did the foreign ministers of Kenya and Tanzania sign the declaration?",
        "Quand les présidents du Kenya et de la Tanzanie ont-ils signé la déclaration ?",
    ],
)
def test_whoever_speaks_for_two_states_is_understood(store: Store, question: str) -> None:
    """The ministers or presidents of two states stand for them."""
    assert [row.columns["value"] for row in ask(store, question).rows] == ["2023-10"]


@pytest.mark.parametrize(
    ("question", "suggested"),
    [
        ("Whose soldiers are stationed in Nepal? Who suspended the joint declaration?",
         "Who suspended the joint declaration ?"),
        ("Who attacked Fiji? Whose soldiers are stationed in Nepal?", "Whose soldiers are stationed in Nepal ?"),
    ],
)  # fmt: skip
def test_two_questions_are_never_read_as_one(store: Store, question: str, suggested: str) -> None:
    """The first is answered and the other kept; where the first has no answer, the one that has is suggested."""
    found = ask(store, question)
    assert suggested in found.suggestions
    if found.status == "answered":
        assert [row.columns["value"]["label"] for row in found.rows] == ["Kenya"]


@pytest.mark.parametrize(
    "question",
    ["Why did Kenya leave?", "Kenya and the weather?", "Flurb the snark?",
     "Pourquoi la Norvège et le Kenya ?", "Qui a vexé Ben Okoro ?"],
)  # fmt: skip
def test_what_is_suggested_is_answered(store: Store, question: str) -> None:
    """Each question that a refusal suggests finds something in this very graph."""
    found = ask(store, question)
    assert found.status == "not understood"
    assert found.suggestions
    for suggestion in found.suggestions:
        assert ask(store, suggestion).status == "answered", suggestion
