"""Words that no property answers to are looked for in the passages; where none says them the question is refused."""

from collections.abc import Iterator

import pytest

from kg.model import Answer
from kg.questions import answer
from kg.questions.passages import same_word
from kg.store import Store
from tests.questions import scenario as s
from tests.questions.test_shapes import KEN, NOR, PER, TZA, UGA, _agreement, _event


def scene() -> s.Scene:
    made = s.Scene()
    made.article("pacts", "The Lake Post", "2024-03-12")
    made.article("news", "The Lake Post", "2024-03-14")
    made.article("other", "The Hill Post", "2024-05-14")
    _agreement(
        made, "Kenya and Tanzania signed a fisheries treaty on 2 May 2021 in Dodoma.", "treaty", "fisheries treaty",
        (KEN, TZA), time=s.day("2021-05-02"), stage="ratified",
    )  # fmt: skip
    _event(
        made, "Kenya ratified the fisheries text on 9 June 2021; Tanzania followed.", "SUPPORT", (KEN,), (TZA,),
        subtype="ratified", time=s.day("2021-06-09"),
    )  # fmt: skip
    _event(
        made, "In Arusha the two exchanged the instruments on 4 July 2021.", "SUPPORT", (TZA,), (KEN,),
        subtype="ratified", time=s.day("2021-07-04"), place=(s.place("Arusha"),),
    )  # fmt: skip
    _event(
        made, "Peru condemned Norway over its flagrant overfishing near the ice.", "ACCUSE", (PER,), (NOR,),
        time=s.day("2024-03-13"),
    )  # fmt: skip
    _event(made, "Uganda condemned Norway over whales.", "ACCUSE", (UGA,), (NOR,), time=s.day("2024-03-13"))
    made.says(
        "other", "Norway has not denounced the treaty of 1972 with Peru.", kind="event", type="ACCUSE",
        roles={"actor": (NOR,), "target": (PER,)}, modality="denied",
    )  # fmt: skip
    made.says(
        "other", "A treaty on krill binds Norway and Peru.", kind="agreement", type="treaty", label="treaty on krill",
        roles={"party": (NOR, PER)}, time=s.day("1972"), stage="signed",
    )  # fmt: skip
    made.says(
        "other", "Minister Aud Berg of Norway met the envoy of Peru.", kind="event", type="CONSULT", subtype="meeting",
        roles={"actor": (NOR,), "target": (PER,)},
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
        ("Who condemned Norway's flagrant overfishing?", {"Peru"}),
        ("Who condemned Norway over whales?", {"Uganda"}),
        ("Qui a condamné la Norvège pour sa surpêche flagrante ?", None),
        ("When did Kenya ratify the treaty?", {"2021-06-09"}),
        ("Quand le Kenya a-t-il fini de ratifier ?", {"2021-06-09"}),
        ("Where were the ratification papers exchanged?", {"Arusha"}),
        ("Où a eu lieu l'échange des instruments de ratification ?", {"Arusha"}),
        ("Has Norway denounced the 1972 treaty with Peru?", {False}),
        ("La Norvège a-t-elle dénoncé le traité de 1972 avec le Pérou ?", None),
        ("Who condemned Norway when the ice was mentioned?", {"Peru", "Uganda"}),
        ("Who condemned Norway for its dragons?", None),
        ("Who condemned Norway when dragons came?", None),
    ],
)
def test_passages_say_the_rest(store: Store, question: str, values: set[object] | None) -> None:
    """The passages that say the words answer; words that none says leave the question refused or without answer."""
    found = ask(store, question)
    if values is None:
        assert found.status != "answered", found.understood
        return
    got = [row.columns["value"] for row in found.rows]
    assert {one["label"] if isinstance(one, dict) else one for one in got} == values, found.understood


def test_an_answer_says_that_it_rests_on_words(store: Store) -> None:
    """What was understood names the words that were looked for in passages."""
    found = ask(store, "Who condemned Norway's flagrant overfishing?")
    assert found.understood is not None
    assert "overfishing" in found.understood


def test_forms_of_a_word_are_told_from_other_words() -> None:
    """Endings differ, in either language; short words must be the same but for a plural."""
    assert same_word("resolution", "resolutions")
    assert same_word("militaire", "military")
    assert not same_word("arms", "army")
    assert not same_word("nord", "norvege")
