"""Shapes of questions beside the plain ones: cases, duties, what lasts, refusals, offices at a time, own names."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.model import Answer, Quantity
from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

KEN, TZA, PER, BRA, NOR, NPL, UGA = (s.state(code) for code in ("KEN", "TZA", "PER", "BRA", "NOR", "NPL", "UGA"))
RUIZ, SOUZA = s.person("Elena Ruiz", "PER"), s.person("Paulo Souza", "BRA")
MWANGI, OLIVEIRA, THAPA = (
    s.person("Grace Mwangi", "KEN"),
    s.person("Ana Oliveira", "BRA"),
    s.person("Bina Thapa", "NPL"),
)


def _agreement(made: s.Scene, sentence: str, kind: str, label: str, parties: Any, **more: Any) -> None:
    made.says("pacts", sentence, kind="agreement", type=kind, label=label, roles={"party": parties}, **more)


def _event(made: s.Scene, sentence: str, kind: str, actor: Any, target: Any, **more: Any) -> None:
    place = more.pop("place", ())
    roles = {"actor": actor, "target": target, **({"place": place} if place else {})}
    made.says("news", sentence, kind="event", type=kind, roles=roles, **more)


def scene() -> s.Scene:
    made = s.Scene()
    made.article("pacts", "The Lake Post", "2024-03-12")
    made.article("news", "The Lake Post", "2024-03-14")
    _agreement(
        made, "Kenya and Tanzania signed a comprehensive strategic partnership treaty with mutual assistance in 2021.",
        "treaty", "comprehensive strategic partnership treaty", (KEN, TZA), time=s.day("2021"), stage="in force",
        provides=("mutual defence",), in_force=s.day("2022-05-01"),
    )  # fmt: skip
    _agreement(
        made, "Peru and Brazil have suspended Clear Rivers.", "agreement", "Clear Rivers", (PER, BRA),
        time=s.day("2015"), stage="suspended",
    )  # fmt: skip
    _agreement(
        made, "Kenya and Nepal ended their visa agreement of 2010 in 2018.", "agreement", "visa agreement", (KEN, NPL),
        time=s.day("2010"), ended=s.day("2018"), stage="ended",
    )  # fmt: skip
    _agreement(
        made, "A framework agreement of Norway with the European Union is on the table.", "framework agreement",
        "framework agreement", (NOR, s.EU), stage="proposed", modality="planned",
    )  # fmt: skip
    _event(
        made, "Norway refused to sign it with the European Union on 2 March 2024.", "REJECT", (NOR,), (s.EU,),
        subtype="signed", time=s.day("2024-03-02"),
    )  # fmt: skip
    _event(
        made, "Grace Mwangi met Ana Oliveira on 5 March 2024.", "CONSULT", (MWANGI,), (OLIVEIRA,), subtype="meeting",
        time=s.day("2024-03-05"),
    )  # fmt: skip
    _event(
        made, "Uganda says that Kenya sent 40 trucks of grain to Tanzania.", "AID", (KEN,), (TZA,), modality="reported",
        quantities=(Quantity(min=40, max=40, of="vehicles"),), attribution=(UGA,),
    )  # fmt: skip
    _event(
        made, "Peru says that Brazil massed 700 soldiers around Manaus.", "MOBILIZE", (BRA,), (PER,),
        place=(s.place("Manaus"),), modality="reported", quantities=(Quantity(min=700, max=700, of="soldiers"),),
        attribution=(PER,),
    )  # fmt: skip
    _event(
        made, "Grace Mwangi is to visit Nepal in June 2024.", "CONSULT", (MWANGI,), (NPL,), subtype="visit",
        time=s.day("2024-06"), modality="planned",
    )  # fmt: skip
    _event(made, "Brazil backed Peru on 1 February 2024.", "SUPPORT", (BRA,), (PER,), time=s.day("2024-02-01"))
    for sentence, holder, office, of in (
        ("Bina Thapa, prime minister of Nepal, spoke.", THAPA, "prime minister", NPL),
        ("Grace Mwangi is Kenya's foreign minister.", MWANGI, "foreign minister", KEN),
        ("Elena Ruiz is president of Peru.", RUIZ, "president", PER),
        ("Paulo Souza is president of Brazil.", SOUZA, "president", BRA),
    ):
        made.says(
            "news", sentence, kind="office", type="office", office=office, standing="current",
            roles={"holder": (holder,), "of": (of,)},
        )  # fmt: skip
    return made


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with scene().store() as made:
        yield made


def ask(store: Store, question: str) -> Answer:
    return answer(question, store, today=s.TODAY)


def values(found: Answer) -> list[Any]:
    got = [row.columns["value"] for row in found.rows]
    return [one["label"] if isinstance(one, dict) else one for one in got]


@pytest.mark.parametrize(
    "question",
    [
        "Que prévoit le traité entre le Kenya et la Tanzanie en cas d'agression ?",
        "Que prévoit un partenariat stratégique global en cas d'invasion de l'un des pays signataires ?",
        "What does the treaty between Kenya and Tanzania provide in the event of an attack?",
        "What does the treaty provide in case of war against one of the parties?",
    ],
)
def test_what_is_provided_for_a_case(store: Store, question: str) -> None:
    """The agreements with the provision that is made for the case, under another kind's name too."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "agreements")
    assert [row.columns["provides"] for row in found.rows] == [["mutual defence"]]


@pytest.mark.parametrize(
    ("question", "truth"),
    [
        ("Le Kenya et la Tanzanie sont-ils tenus de se défendre mutuellement ?", True),
        ("Are Kenya and Tanzania obliged to come to each other's aid?", True),
        ("Le traité entre le Kenya et la Tanzanie est-il toujours en vigueur ?", True),
        ("Is the treaty between Kenya and Tanzania still in force?", True),
        ("Does Brazil still take part in Clear Rivers?", False),
        ("Le Pérou participe-t-il encore à Clear Rivers ?", False),
        ("Oslo a-t-elle signé un accord-cadre avec l'Union européenne ?", False),
        ("Has Norway signed the framework agreement with the European Union?", False),
    ],
)
def test_duties_what_lasts_and_refusals(store: Store, question: str, truth: bool) -> None:
    """Bound by whichever agreement provides so; over where the latest stage says so; unsigned where one refused to."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "boolean")
    assert values(found) == [truth]
    assert all(row.evidence for row in found.rows)


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Is Brazil bound to Peru by a defence treaty?", "boolean"),
        ("Le Pérou est-il lié au Kenya par un pacte ?", "boolean"),
        ("Are Kenya and Peru bound to defend each other?", "boolean"),
        ("Has Norway signed a peace treaty with the European Union?", "boolean"),
        ("Has Norway signed the framework agreement with Kenya?", "boolean"),
        ("Who was prime minister of Nepal in 2019?", "entities"),
    ],
)
def test_silence_is_no_answer(store: Store, question: str, kind: str) -> None:
    """Understood, but nothing in the graph says so: neither yes nor no."""
    found = ask(store, question)
    assert (found.status, found.kind, found.rows) == ("none", kind, ())


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who was Nepal's prime minister in March 2024?", ["Bina Thapa"]),
        ("Qui était Premier ministre du Népal en 2024 ?", ["Bina Thapa"]),
        ("Who did Grace Mwangi see in March 2024?", ["Ana Oliveira"]),
        ("Quel jour Grace Mwangi a-t-elle vu Ana Oliveira ?", ["2024-03-05"]),
        ("Who are the parties to Clear Rivers?", ["Brazil", "Peru"]),
        ("Qui Grace Mwangi vient-elle de rencontrer ?", ["Ana Oliveira"]),
        ("Qui dirige le ministère kényan des Affaires étrangères ?", ["Grace Mwangi"]),
        ("Who heads the Kenyan foreign ministry?", ["Grace Mwangi"]),
        ("Quand le traité de 2021 entre le Kenya et la Tanzanie est-il entré en vigueur ?", ["2022-05-01"]),
        ("En quelle année le Kenya a-t-il mis fin à l'accord de 2010 avec le Népal ?", ["2018"]),
        ("When did the 2021 treaty between Kenya and Tanzania enter into force?", ["2022-05-01"]),
    ],
)
def test_offices_at_a_time_meetings_and_own_names(store: Store, question: str, expected: list[str]) -> None:
    """An office without dates was held when its article appeared; to see somebody is to meet; a name is enough."""
    found = ask(store, question)
    assert found.status == "answered", found.understood
    assert sorted(values(found)) == expected


@pytest.mark.parametrize(
    "question",
    ["Has Kenya still met Brazil?", "Which agreements does Kenya still have?", "Who is still prime minister of Nepal?"],
)
def test_only_agreements_are_asked_whether_they_last(store: Store, question: str) -> None:
    """Of anything else the graph does not tell whether it goes on, so the question is not answered in part."""
    assert ask(store, question).status == "not understood"


@pytest.mark.parametrize(
    ("question", "kind", "expected"),
    [
        ("By Kampala's estimate, how many trucks of grain have gone from Kenya to Tanzania?", "number", [40]),
        ("Selon le décompte de Kampala, combien de camions sont partis du Kenya pour la Tanzanie ?", "number", [40]),
        ("D'après les chiffres de l'Ouganda, combien de camions le Kenya a-t-il envoyés en Tanzanie ?", "number", [40]),
        ("Who says Brazil mobilised 700 soldiers near Manaus?", "entities", ["Peru"]),
        ("Qui affirme que le Brésil a mobilisé 700 soldats ?", "entities", ["Pérou"]),
        ("According to whom did Kenya send 40 trucks to Tanzania?", "entities", ["Uganda"]),
        ("Selon qui le Kenya a-t-il envoyé 40 camions en Tanzanie ?", "entities", ["Ouganda"]),
    ],
)
def test_who_says_so_and_by_whose_count(store: Store, question: str, kind: str, expected: list[Any]) -> None:
    """Those to whom the claims are credited; and the figures of one of them alone."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", kind), found.understood
    assert values(found) == expected
    assert found.rows[0].status == "alleged"


@pytest.mark.parametrize(
    "question",
    [
        "By Lima's count, how many trucks have gone from Kenya to Tanzania?",
        "How many trucks of weapons have gone from Kenya to Tanzania?",
        "Who says Brazil mobilised 900 soldiers?",
        "Who says Grace Mwangi met Ana Oliveira?",
    ],
)
def test_another_source_figure_or_freight_is_no_answer(store: Store, question: str) -> None:
    """What somebody else says, of another figure or of other goods, is not what was asked."""
    assert ask(store, question).status == "none"


@pytest.mark.parametrize(
    "question",
    [
        "Who says Peru?",
        "Who says why Brazil mobilised 700 soldiers?",
        "How many trucks of love have gone to Tanzania?",
        "How much did Kenya secretly send to Tanzania?",
    ],
)
def test_half_of_such_a_question_is_refused(store: Store, question: str) -> None:
    """What stands beside what is understood is not passed over."""
    assert ask(store, question).status == "not understood"


@pytest.mark.parametrize(
    "question",
    [
        "Que s'est-il passé entre Elena Ruiz et Paulo Souza le 1er février 2024 ?",
        "What happened between Elena Ruiz and Paulo Souza on 1 February 2024?",
    ],
)
def test_between_heads_of_state_their_states_count(store: Store, question: str) -> None:
    """Where nothing is told of the two themselves; the answer says that it is of their states."""
    found = ask(store, question)
    assert [(row.columns["type"], row.columns["date"]) for row in found.rows] == [("SUPPORT", "2024-02-01")]
    assert found.understood is not None
    assert "Ruiz" not in found.understood


@pytest.mark.parametrize(
    "question",
    ["Which countries did Grace Mwangi visit in June 2024?", "Quand Grace Mwangi a-t-elle visité le Népal ?"],
)
def test_a_plan_answers_as_a_plan(store: Store, question: str) -> None:
    """Where nothing is asserted what is expected is the answer, and says that it is."""
    found = ask(store, question)
    assert (found.status, found.also) == ("answered", ())
    assert {row.status for row in found.rows} == {"expected"}
