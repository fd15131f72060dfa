"""Questions in both languages and many phrasings get what the claims of the scenario say, and nothing else."""

from collections.abc import Iterator
from typing import Any

import pytest

from kg.model import Answer, Entity, Row
from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

TREATY, PROTOCOL, TRADE, CEASEFIRE, MEMORANDUM = "2024-06-19", "2019-04", "2023", "2024-11-27", "2025-03"
ATTACK, COUNTER = ("ASSAULT", "2024-03-22"), ("ASSAULT", "2024-08-06")
SANCTION, ACCUSATION, AID = ("SANCTION", "2024-02-23"), ("ACCUSE", "2024-01"), ("AID", "2025-06")
VISIT, MEETING = ("CONSULT", "2025-06-17"), ("CONSULT", "2025-06-04")

AGREEMENTS = [
    # All agreements of two parties
    ("Quels accords lient la Russie à la Corée du Nord ?", {TREATY, PROTOCOL}),
    ("Which agreements tie Russia to North Korea?", {TREATY, PROTOCOL}),
    ("Quels sont les accords entre Moscou et Pyongyang ?", {TREATY, PROTOCOL}),
    ("Quels accords y a-t-il entre la Russie et la Corée du Nord ?", {TREATY, PROTOCOL}),
    ("Quels accords existe-t-il entre la Russie et la Corée du Nord ?", {TREATY, PROTOCOL}),
    ("Quels accords la Russie a-t-elle signés avec la Corée du Nord ?", {TREATY, PROTOCOL}),
    ("Quels accords ont été signés par la Russie et la Corée du Nord ?", {TREATY, PROTOCOL}),
    ("Quels accords est-ce que la Russie a conclus avec Pyongyang ?", {TREATY, PROTOCOL}),
    ("accords entre la russie et la corée du nord", {TREATY, PROTOCOL}),
    ("What agreements are there between Russia and North Korea?", {TREATY, PROTOCOL}),
    ("What agreements do Russia and North Korea have?", {TREATY, PROTOCOL}),
    ("Which agreements has Russia concluded with North Korea?", {TREATY, PROTOCOL}),
    ("Show me the agreements between Moscow and Pyongyang", {TREATY, PROTOCOL}),
    ("List all agreements that bind Russia and North Korea.", {TREATY, PROTOCOL}),
    # Of a kind, of a time, of one party
    ("Quel traité lie Moscou et Pyongyang ?", {TREATY}),
    ("Quels traités la Corée du Nord a-t-elle conclus avec la Russie ?", {TREATY}),
    ("Which treaties have Russia and North Korea concluded since 2020?", {TREATY}),
    ("Quels accords la Russie a-t-elle signés avec Pyongyang depuis juin 2024 ?", {TREATY}),
    ("Which agreements did Russia and North Korea sign before 2020?", {PROTOCOL}),
    ("Quels accords commerciaux la France a-t-elle signés en 2023 ?", {TRADE}),
    ("Which trade agreements did France sign in 2023?", {TRADE}),
    ("Which trade deals did Japan conclude?", {TRADE}),
    ("Y a-t-il un accord entre la France et le Japon ?", {TRADE}),
    ("Is there an agreement between France and Japan?", {TRADE}),
    ("List the agreements signed by Russia in 2024.", {TREATY}),
    ("Quels traités a signés la Russie ?", {TREATY}),
    ("Y avait-il un cessez-le-feu entre Israël et le Liban ?", {CEASEFIRE}),
    ("Quels sont les traités que la Russie a signés en 2024 ?", {TREATY}),
    ("Quels accords entre la Corée du Nord et la Russie sont en vigueur ?", {TREATY}),
    ("Which agreements entered into force in December 2024?", {TREATY}),
    ("Quels accords la Russie a-t-elle signés l'an dernier ?", {TREATY}),
    ("Quels accords la Russie a-t-elle signés entre 2018 et 2020 ?", {PROTOCOL}),
    ("Quels cessez-le-feu ont été signés en novembre 2024 ?", {CEASEFIRE}),
    ("Which agreements include a mutual defence clause?", {TREATY}),
    ("Quels accords prévoient une clause d'assistance mutuelle ?", {TREATY}),
]  # fmt: skip

CONTENT = [
    "Que prévoit le traité entre la Russie et la Corée du Nord ?",
    "Que contient l'accord entre Moscou et Pyongyang ?",
    "Qu'est-ce que le traité entre la Russie et la Corée du Nord prévoit ?",
    "Quelles sont les clauses du traité entre la Russie et la Corée du Nord ?",
    "Quel est le contenu du traité russo-nord-coréen ?",
    "What does the treaty between Russia and North Korea provide?",
    "What does the Russia-North Korea treaty contain?",
    "What are the terms of the treaty between Russia and North Korea?",
]

ENTITIES = [
    ("Avec qui la Russie a-t-elle signé un traité ?", {s.PRK}),
    ("Avec quels pays la France a-t-elle conclu des accords commerciaux ?", {s.JPN}),
    ("Quels pays sont liés par un traité à la Russie ?", {s.PRK}),
    ("Qui a signé un cessez-le-feu avec le Liban ?", {s.ISR}),
    ("With whom did Russia sign a treaty?", {s.PRK}),
    ("Which countries has France signed trade agreements with?", {s.JPN}),
    ("Who signed a ceasefire with Lebanon?", {s.ISR}),
    ("Who brokered the ceasefire between Israel and Lebanon?", {s.USA}),
    ("Where was the ceasefire between Israel and Lebanon signed?", {s.place("Naqoura")}),
    ("Qui sont les signataires du cessez-le-feu entre Israël et le Liban ?", {s.ISR, s.LBN}),
    ("Who are the parties to the strategic partnership treaty?", {s.RUS, s.PRK}),
    ("Quels sont les pays que la Russie a attaqués ?", {s.UKR}),
    ("Quels sont les pays qui ont attaqué la Russie ?", {s.UKR}),
    ("Who attacked Kharkiv?", {s.RUS}),
    ("Which countries did Shoigu visit?", {s.PRK}),
    ("Qui le ministre russe des Affaires étrangères Sergueï Lavrov a-t-il accusé ?", {s.USA}),
    ("Qui est à la tête de l'OTAN ?", {s.RUTTE}),
    ("Who is in charge of NATO?", {s.RUTTE}),
    ("De quel pays Vladimir Poutine est-il le président ?", {s.RUS}),
    ("Qui a attaqué l'Ukraine ?", {s.RUS}),
    ("Qui a bombardé l'Ukraine en 2024 ?", {s.RUS}),
    ("Qui l'Ukraine a-t-elle attaqué ?", {s.RUS}),
    ("Quels pays a attaqués la Russie ?", {s.UKR}),
    ("Quels pays ont attaqué la Russie ?", {s.UKR}),
    ("Quel pays la Russie a-t-elle attaqué ?", {s.UKR}),
    ("Par qui l'Ukraine a-t-elle été attaquée ?", {s.RUS}),
    ("Who bombed Ukraine?", {s.RUS}),
    ("Whom did Ukraine attack?", {s.RUS}),
    ("Who did Ukraine attack?", {s.RUS}),
    ("Who was attacked by Ukraine?", {s.RUS}),
    ("Which countries has Russia attacked since 2022?", {s.UKR}),
    ("Où l'Ukraine a-t-elle attaqué la Russie ?", {s.place("Kursk")}),
    ("Where did Ukraine attack Russia?", {s.place("Kursk")}),
    ("Qui a sanctionné la Russie en 2024 ?", {s.EU}),
    ("Which organisations have sanctioned Russia?", {s.EU}),
    ("Who visited Pyongyang in June 2025?", {s.SHOIGU}),
    ("Qui s'est rendu à Pyongyang en juin 2025 ?", {s.SHOIGU}),
    ("Qui a rencontré Kim Jong-un ?", {s.SHOIGU}),
    ("Who met Kim Jong-un?", {s.SHOIGU}),
    ("Who did Shoigu meet in June 2025?", {s.KIM}),
    ("Qui Lavrov a-t-il accusé ?", {s.USA}),
    ("Who accused the United States?", {s.LAVROV}),
    ("À qui la Corée du Nord a-t-elle envoyé des soldats ?", {s.RUS}),
    ("Qui est le président de la Russie ?", {s.PUTIN}),
    ("Who is the president of Russia?", {s.PUTIN}),
    ("Qui est le président russe ?", {s.PUTIN}),
    ("Who is Russia's foreign minister?", {s.LAVROV}),
    ("Qui est le ministre russe de la Défense ?", {s.BELOUSOV}),
    ("Qui est le secrétaire du Conseil de sécurité russe ?", {s.SHOIGU}),
    ("Who is the secretary of Russia's Security Council?", {s.SHOIGU}),
    ("Who is the current defence minister of Russia?", {s.BELOUSOV}),
    ("Qui est l'ancien ministre de la Défense de la Russie ?", {s.SHOIGU}),
    ("Who is the former defence minister of Russia?", {s.SHOIGU}),
    ("Who was Russia's defence minister?", {s.SHOIGU, s.BELOUSOV}),
    ("Qui dirige la Corée du Nord ?", {s.KIM}),
    ("Who leads North Korea?", {s.KIM}),
    ("Who is the leader of North Korea?", {s.KIM}),
    ("Qui dirige l'OTAN ?", {s.RUTTE}),
    ("Who heads NATO?", {s.RUTTE}),
    ("Qui est le secrétaire général de l'OTAN ?", {s.RUTTE}),
]  # fmt: skip

EVENTS = [
    ("Qu'a fait la Russie à l'Ukraine en 2024 ?", {ATTACK}),
    ("What did Russia do to Ukraine?", {ATTACK}),
    ("Que s'est-il passé entre la Russie et l'Ukraine en 2024 ?", {ATTACK, COUNTER}),
    ("What happened between Russia and Ukraine in 2024?", {ATTACK, COUNTER}),
    ("Quelles attaques la Russie a-t-elle menées contre l'Ukraine ?", {ATTACK}),
    ("Quelles sont les attaques de la Russie contre l'Ukraine ?", {ATTACK}),
    ("Russian attacks on Ukraine", {ATTACK}),
    ("What are Russia's attacks on Ukraine?", {ATTACK}),
    ("Quelles sanctions l'Union européenne a-t-elle imposées à la Russie ?", {SANCTION}),
    ("What sanctions has the EU imposed on Russia?", {SANCTION}),
    ("Que reproche Lavrov aux États-Unis ?", {ACCUSATION}),
    ("Qu'a reproché la Russie aux États-Unis en janvier 2024 ?", {ACCUSATION}),
    ("What did Lavrov say about the United States?", {ACCUSATION}),
    ("Qu'a dit Lavrov des États-Unis ?", {ACCUSATION}),
    ("What did North Korea do in June 2025?", {AID}),
]

DATES = [
    ("Quand la Russie et la Corée du Nord ont-elles signé leur traité ?", {TREATY}),
    ("Quand a été signé le traité entre la Russie et la Corée du Nord ?", {TREATY}),
    ("Quelle est la date de signature du traité entre la Russie et la Corée du Nord ?", {TREATY}),
    ("When did Russia and North Korea sign the treaty?", {TREATY}),
    ("When was the treaty between Russia and North Korea signed?", {TREATY}),
    ("On what date did Moscow and Pyongyang sign their treaty?", {TREATY}),
    ("Quand le traité russo-nord-coréen est-il entré en vigueur ?", {"2024-12-04"}),
    ("Depuis quand le traité entre la Russie et la Corée du Nord est-il en vigueur ?", {"2024-12-04"}),
    ("Since when has the treaty between Russia and North Korea been in force?", {"2024-12-04"}),
    ("When did the treaty between Russia and North Korea enter into force?", {"2024-12-04"}),
    ("Depuis quel jour le traité entre Moscou et Pyongyang est-il en vigueur ?", {"2024-12-04"}),
    ("Quand l'Ukraine a-t-elle attaqué la Russie ?", {"2024-08-06"}),
    ("When did Ukraine attack Russia?", {"2024-08-06"}),
    ("Quand Choïgou s'est-il rendu à Pyongyang ?", {"2025-06-17"}),
    ("When did Shoigu visit Pyongyang?", {"2025-06-17"}),
    ("Quand l'Union européenne a-t-elle sanctionné la Russie ?", {"2024-02-23"}),
]

NUMBERS = [
    ("Combien d'accords la Russie a-t-elle signés avec la Corée du Nord ?", {2}),
    ("How many treaties has Russia signed with North Korea?", {1}),
    ("Combien de soldats la Corée du Nord a-t-elle envoyés en Russie ?", {6000}),
    ("How many soldiers did North Korea send to Russia?", {6000}),
    ("Combien de civils ont été tués à Kharkiv ?", {12}),
    ("How many civilians were killed in Kharkiv?", {12}),
    ("How many people were killed in Ukraine?", {12}),
    ("Combien de morts y a-t-il eu à Kharkiv ?", {12}),
    ("How many troops has Pyongyang sent to Moscow?", {6000}),
    ("Combien d'attaques la Russie a-t-elle menées contre l'Ukraine ?", {1}),
    ("How many times has Shoigu met Kim Jong-un?", {1}),
]

BOOLEANS = [
    ("La Russie et la Corée du Nord ont-elles signé un traité ?", True, "corroborated"),
    ("Did Russia and North Korea sign a treaty?", True, "corroborated"),
    ("Does Russia have a treaty with North Korea?", True, "corroborated"),
    ("Is the treaty between Russia and North Korea in force?", True, "stated"),
    ("Does the treaty between Russia and North Korea provide for mutual defence?", True, "corroborated"),
    ("La Suisse et l'Union européenne ont-elles conclu l'accord-cadre ?", False, "denied"),
    ("Has Switzerland signed the framework agreement with the EU?", False, "denied"),
    ("Est-ce que la Russie a signé un mémorandum avec la Chine ?", True, "alleged"),
    ("L'Ukraine a-t-elle attaqué la Russie ?", True, "stated"),
    ("Was Ukraine attacked by Russia?", True, "stated"),
    ("Did the EU sanction Russia?", True, "stated"),
    ("L'Iran a-t-il attaqué Israël ?", True, "alleged"),
    ("La Chine a-t-elle livré des armes à la Russie ?", False, "denied"),
    ("Did China deliver arms to Russia?", False, "denied"),
    ("Trump va-t-il rencontrer Poutine ?", True, "expected"),
    ("Will Trump meet Putin?", True, "expected"),
    ("Choïgou et Kim Jong-un se sont-ils rencontrés ?", True, "stated"),
    ("Le cessez-le-feu entre Israël et le Liban a-t-il été signé à Naqoura ?", True, "stated"),
    ("Kim Jong-un dirige-t-il la Corée du Nord ?", True, "stated"),
    ("Is Sergei Lavrov the foreign minister of Russia?", True, "stated"),
]

NONE = [
    ("Is there any agreement between France and Germany?", "agreements"),
    ("Qui est le président de la France ?", "entities"),
    ("Who is South Korea's defense minister?", "entities"),
    ("Did Trump meet Putin?", "boolean"),
    ("L'Ukraine et le Royaume-Uni ont-ils signé un accord de défense ?", "boolean"),
    ("Did France attack Japan?", "boolean"),
    ("Qui a attaqué Kiev ?", "entities"),
    ("Was the treaty between Russia and North Korea signed in Pyongyang?", "boolean"),
    ("Quels accords lient la Russie, la Chine et la Corée du Nord ?", "agreements"),
    ("Which treaties has Russia suspended?", "agreements"),
    ("Qui a attaqué l'Ukraine en 2019 ?", "entities"),
    ("Que prévoit l'accord commercial entre la France et le Japon ?", "agreements"),
    ("Combien de soldats la France a-t-elle envoyés au Japon ?", "number"),
    ("When did France and Japan sign a peace treaty?", "date"),
]

OFFICES = [
    ("Quel poste occupe Mark Rutte ?", {"secretary-general"}),
    ("Quelle est la fonction de Mark Rutte ?", {"secretary-general"}),
    ("What office does Sergei Shoigu hold?", {"secretary of the Security Council", "defence minister"}),
    ("What is Mark Rutte's position?", {"secretary-general"}),
    ("Who is Andrei Belousov?", {"defence minister"}),
    ("Qui est Andreï Beloousov ?", {"defence minister"}),
]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with s.scene().store() as made:
        yield made


def ask(store: Store, question: str) -> Answer:
    return answer(question, store, today=s.TODAY)


def column(rows: tuple[Row, ...], *keys: str) -> set[Any]:
    if len(keys) == 1:
        return {row.columns[keys[0]] for row in rows}
    return {tuple(row.columns[key] for key in keys) for row in rows}


def ids(rows: tuple[Row, ...]) -> set[str]:
    return {row.columns["value"]["id"] for row in rows}


@pytest.mark.parametrize(("question", "signed"), AGREEMENTS)
def test_agreements_by_party_kind_time_and_provision(store: Store, question: str, signed: set[str]) -> None:
    """The agreements that are asserted between the parties, told apart by their date of signature."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "agreements")
    assert column(found.rows, "signed") == signed


@pytest.mark.parametrize("question", CONTENT)
def test_what_an_agreement_provides(store: Store, question: str) -> None:
    """Only agreements of which a provision is known, with it, and the sentence that says so first."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "agreements")
    assert [(row.columns["signed"], row.columns["provides"]) for row in found.rows] == [(TREATY, ["mutual defence"])]
    assert "assistance mutuelle" in found.rows[0].evidence[0].evidence.quote


@pytest.mark.parametrize(("question", "entities"), ENTITIES)
def test_who_and_where(store: Store, question: str, entities: set[Entity]) -> None:
    """The entities that fill the asked role, and no others."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "entities")
    assert ids(found.rows) == {entity.id for entity in entities}


@pytest.mark.parametrize(("question", "events"), EVENTS)
def test_events(store: Store, question: str, events: set[tuple[str, str]]) -> None:
    """The events between the actors, told apart by type and date."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "events")
    assert column(found.rows, "type", "date") == events


@pytest.mark.parametrize(("question", "dates"), DATES)
def test_dates(store: Store, question: str, dates: set[str]) -> None:
    """ISO dates at the precision of the claims."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "date")
    assert column(found.rows, "value") == dates


@pytest.mark.parametrize(("question", "numbers"), NUMBERS)
def test_numbers(store: Store, question: str, numbers: set[int]) -> None:
    """Figures that claims give, and counts of what is asserted."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "number")
    assert column(found.rows, "value") == numbers


@pytest.mark.parametrize(("question", "truth", "status"), BOOLEANS)
def test_yes_and_no_rest_on_claims(store: Store, question: str, truth: bool, status: str) -> None:
    """True where a claim says so, false where one denies it, with the status of what it rests on."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "boolean")
    assert [(row.columns["value"], row.status) for row in found.rows] == [(truth, status)]
    assert all(row.evidence for row in found.rows)


@pytest.mark.parametrize(("question", "kind"), NONE)
def test_what_the_graph_does_not_say(store: Store, question: str, kind: str) -> None:
    """Understood, with its kind and SPARQL, but without rows: silence is no "no", and a plan is no deed."""
    found = ask(store, question)
    assert (found.status, found.kind, found.rows) == ("none", kind, ())
    assert found.sparql
    assert found.understood


@pytest.mark.parametrize(("question", "offices"), OFFICES)
def test_offices_of_a_person(store: Store, question: str, offices: set[str]) -> None:
    """Each office is a row whose value bears its canonical title."""
    found = ask(store, question)
    assert (found.status, found.kind) == ("answered", "entities")
    assert {row.columns["value"]["label"] for row in found.rows} == offices


def test_what_is_not_asserted_stands_apart(store: Store) -> None:
    """Beside asserted rows what is only alleged stands in ``also``; alone it is the answer, with its status."""
    beside = ask(store, "Quels accords la Russie a-t-elle ?")
    assert column(beside.rows, "signed") == {TREATY, PROTOCOL}
    assert [(row.columns["signed"], row.status) for row in beside.also] == [(MEMORANDUM, "alleged")]
    alone = ask(store, "Which agreements bind Russia and China?")
    assert (alone.status, alone.also) == ("answered", ())
    assert [(row.columns["signed"], row.status) for row in alone.rows] == [(MEMORANDUM, "alleged")]


def test_an_expected_meeting_is_no_meeting(store: Store) -> None:
    """Who met whom: a planned meeting stands in ``also`` as expected."""
    found = ask(store, "Who has Russia met?")
    assert ids(found.rows) == {s.KIM.id}
    assert [(row.columns["value"]["id"], row.status) for row in found.also] == [(s.TRUMP.id, "expected")]


@pytest.mark.parametrize(
    "question",
    ["Selon Séoul, combien de soldats la Corée du Nord a-t-elle envoyés en Russie ?",
     "According to Seoul, how many soldiers did North Korea send to Russia?",
     "D'après la Corée du Sud, combien de soldats la Corée du Nord a-t-elle envoyés en Russie ?"],
)  # fmt: skip
def test_according_to_somebody(store: Store, question: str) -> None:
    """Only what the named source is credited with."""
    found = ask(store, question)
    assert [(row.columns["value"], row.status) for row in found.rows] == [(11000, "alleged")]
    assert found.rows[0].columns["max"] is None


def test_the_rows_of_an_agreement_keep_the_contract(store: Store) -> None:
    """Keys, ISO dates, parties as entities in the question's language, and the evidence to the character."""
    found = ask(store, "Quel traité lie la Russie à la Corée du Nord ?").to_json()
    (row,) = found["rows"]
    assert found["sparql"].startswith("PREFIX kg:")
    assert (row["signed"], row["in_force"], row["status"]) == ("2024-06-19", "2024-12-04", "corroborated")
    assert {(party["iso3"], party["label"]) for party in row["parties"]} == {
        ("RUS", "Russie"),
        ("PRK", "Corée du Nord"),
    }
    assert row["value"]["kind"] == "Agreement"
    assert {one["article"]["id"] for one in row["evidence"]} == {"treaty-fr", "treaty-en"}
    assert all(one["end"] - one["start"] == len(one["quote"]) for one in row["evidence"])


def test_the_language_may_be_given(store: Store) -> None:
    """A given language goes before the one that the question looks to be in."""
    assert answer("Russia", store, language="fr").suggestions[0].endswith(" ?")
    assert answer("Russia", store, language="en").suggestions[0].endswith("?")


def test_the_same_question_gives_the_same_answer() -> None:
    """Two graphs made of the same claims give answers that are equal to the letter."""
    questions = [question for question, *_ in (*AGREEMENTS[:4], *ENTITIES[:4], *NUMBERS[:2])]
    with s.scene().store() as one, s.scene().store() as other:
        for question in questions:
            assert ask(one, question).to_json() == ask(other, question).to_json()


def test_the_sparql_gives_the_rows_of_the_answer(store: Store) -> None:
    """What ``--explain`` shows may be run as it is."""
    found = ask(store, "Which agreements tie Russia to North Korea?")
    assert found.sparql is not None
    nodes = {str(row[0]) for row in store.query(found.sparql).rows}
    assert nodes == ids(found.rows)
