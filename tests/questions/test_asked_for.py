"""Who or what the opening of a question asks for: of what is to come, by title, among three, without a year."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kg.model import Answer, Quantity
from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

KEN, TZA, PER, BRA, NOR, NPL, USA = (s.state(code) for code in ("KEN", "TZA", "PER", "BRA", "NOR", "NPL", "USA"))
EU, UN, FARC = s.organisation("European Union"), s.organisation("United Nations"), s.organisation("FARC")
OKORO, RUIZ, HANSEN = s.person("Ben Okoro", "KEN"), s.person("Elena Ruiz", "PER"), s.person("Hansen", "NOR")
THAPA = s.person("Bina Thapa", "NPL")


def _event(made: s.Scene, sentence: str, kind: str, actor: Any, target: Any, **more: Any) -> None:
    roles = {"actor": actor, "target": target, **({"place": more.pop("place")} if "place" in more else {})}
    made.says("news", sentence, kind="event", type=kind, roles=roles, **more)


def _agreement(made: s.Scene, sentence: str, kind: str, label: str, parties: Any, **more: Any) -> None:
    roles = {"party": parties, **({"place": more.pop("place")} if "place" in more else {})}
    made.says("news", sentence, kind="agreement", type=kind, label=label, roles=roles, **more)


def _office(made: s.Scene, sentence: str, holder: s.Entity, office: str, of: s.Entity) -> None:
    roles = {"holder": (holder,), "of": (of,)}
    made.says("news", sentence, kind="office", type="office", office=office, standing="current", roles=roles)


def scene() -> s.Scene:
    made = s.Scene()
    made.article("news", "The Lake Post", "2023-11-14")
    _event(made, "Foreign minister Ben Okoro visited Nepal on 3 May 2023.", "CONSULT", (OKORO,), (NPL,),
           subtype="visit", time=s.day("2023-05-03"))  # fmt: skip
    _event(made, "Elena Ruiz is due in Nepal in January 2024.", "CONSULT", (RUIZ,), (NPL,), subtype="visit",
           time=s.day("2024-01"), modality="planned")  # fmt: skip
    _event(made, "Kenya, Tanzania and Peru met in Dodoma on 9 June 2023.", "CONSULT", (KEN,), (TZA, PER),
           subtype="meeting", time=s.day("2023-06-09"), place=(s.place("Dodoma"),))  # fmt: skip
    _event(made, "Brazil held a drill with Norway.", "COOPERATE", (BRA,), (NOR,), subtype="joint exercise")
    _event(made, "Peru pardoned five Kenyans.", "RETREAT", (PER,), (KEN,),
           quantities=(Quantity(min=5, max=5, of="Kenyans"),))  # fmt: skip
    _event(made, "Looters sacked the embassy of Nepal.", "ASSAULT", (TZA,), (NPL,))
    _event(made, "Tanzania shelled Uganda's hills.", "ASSAULT", (TZA,), (s.state("UGA"),))
    _event(made, "Farc broke off talks with Brazil.", "SANCTION", (FARC,), (BRA,))
    _event(made, "Norway arrested Hansen.", "COERCE", (NOR,), (HANSEN,), subtype="arrest")
    _event(made, "Peru and Norway put their names to a text in Lima on 2 March 2023.", "SUPPORT", (PER,), (NOR,),
           subtype="signed", time=s.day("2023-03-02"), place=(s.place("Lima"),))  # fmt: skip
    _agreement(made, "A cotton deal of 2019 ties Kenya and Nepal. It was made in Arusha beside Brazil.", "agreement",
               "cotton deal", (KEN, NPL), stage="signed")  # fmt: skip
    _agreement(made, "Norway and the EU concluded talks on a trade agreement on 6 October 2023.", "trade agreement",
               "trade agreement", (NOR, EU), stage="announced", time=s.day("2023-10-06"))  # fmt: skip
    _agreement(made, "Kenya and Uganda have had a pact on tariffs since 2011.", "defence agreement", "tariff pact",
               (KEN, s.state("UGA")), stage="signed")  # fmt: skip
    _agreement(made, "Brazil and Peru signed a mutual defence treaty in 2021.", "defence agreement",
               "mutual defence treaty", (BRA, PER), stage="signed", time=s.day("2021"))  # fmt: skip
    _office(made, "Joan Silva, defence minister of the United States, spoke.", s.person("Joan Silva", "USA"),
            "defence minister", USA)  # fmt: skip
    _office(made, "Bina Thapa is president of Nepal.", THAPA, "president", NPL)
    _office(made, "Amir Saleh, special envoy of the UN.", s.person("Amir Saleh"), "special envoy", UN)
    return made


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with scene().store() as made:
        yield made


def ask(store: Store, question: str, today: date = date(2026, 6, 1)) -> Answer:
    return answer(question, store, today=today)


def values(found: Answer) -> list[Any]:
    got = [row.columns["value"] for row in found.rows]
    return sorted(one["label"] if isinstance(one, dict) else one for one in got)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who is due to visit Nepal?", ["Elena Ruiz"]),
        ("Qui doit se rendre au Népal ?", ["Elena Ruiz"]),
        ("When will Elena Ruiz visit Nepal?", ["2024-01"]),
        ("Who visited Nepal in May?", ["Ben Okoro"]),
        ("Qui a visité le Népal le 3 mai ?", ["Ben Okoro"]),
        ("Which foreign minister visited Nepal in May 2023?", ["Ben Okoro"]),
        ("Which Kenyan official visited Nepal in 2023?", ["Ben Okoro"]),
        ("When did Kenya, Tanzania and Peru meet?", ["2023-06-09"]),
        ("When did Tanzania, Peru and Kenya meet?", ["2023-06-09"]),
        ("Who met in Dodoma in June 2023?", ["Kenya", "Peru", "Tanzania"]),
        ("With which countries did Brazil hold drills?", ["Norway"]),
        ("Combien de Kényans le Pérou a-t-il graciés ?", [5]),
        ("Which group broke off talks with Brazil?", ["FARC"]),
        ("Whom did Norway arrest?", ["Hansen"]),
        ("Did Norway arrest Lars Hansen?", [True]),
        ("Who signed the cotton deal in Arusha in 2019 with Brazil?", ["Kenya", "Nepal"]),
        ("Who signed the mutual defence treaty?", ["Brazil", "Peru"]),
        ("With whom did Norway conclude a trade agreement in October 2023?", ["European Union"]),
        ("Where did Peru and Norway sign their agreement?", ["Lima"]),
        ("Qui est le ministre de la Défense des États-Unis ?", ["Joan Silva"]),
        ("Qui a été élu président du Népal ?", ["Bina Thapa"]),
        ("Who became president of Nepal?", ["Bina Thapa"]),
        ("Who is the UN's special envoy?", ["Amir Saleh"]),
    ],
)
def test_the_opening_says_who_is_asked_for(store: Store, question: str, expected: list[Any]) -> None:
    """Exactly those whom the articles tell of, and nobody of another deed."""
    found = ask(store, question)
    assert (found.status, values(found)) == ("answered", expected), found.understood


@pytest.mark.parametrize(
    "question",
    ["Who is due to visit Tanzania?", "Qui doit rencontrer Ben Okoro ?", "Who visited Nepal in April?",
     "With whom did Peru sign a trade agreement in October 2023?", "Did Norway arrest Lars Berg?",
     "Who is the UN's special envoy to Chad?"],
)  # fmt: skip
def test_what_is_not_told_is_not_answered(store: Store, question: str) -> None:
    """Neither what was for what is to come, nor another year, stage, person or post."""
    assert ask(store, question).rows == ()


def test_what_is_asked_for_must_be_named(store: Store) -> None:
    """ "Which embassy": not all that was assaulted."""
    (row,) = ask(store, "Which embassy was looted?").rows
    assert [one["label"] for one in row.columns["target"]] == ["Nepal"]


def test_a_signature_tells_of_what_was_signed(store: Store) -> None:
    """Where no agreement is known of which a passage tells the signature, its parties and day are."""
    (row,) = ask(store, "What did Norway and Peru sign in March 2023?").rows
    assert row.columns["signed"] == "2023-03-02"
    assert sorted(one["label"] for one in row.columns["parties"]) == ["Norway", "Peru"]


def test_last_year_counts_from_the_latest_article_where_the_call_tells_no_day(store: Store) -> None:
    """Told a day, it counts from that day alone."""
    question = "Who visited Nepal this year?"
    assert values(answer(question, store)) == ["Ben Okoro"]
    assert ask(store, question).rows == ()
