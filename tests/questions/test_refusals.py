"""A question of which a word is not understood is refused, never answered in part; no question breaks anything."""

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.questions import answer
from kg.store import Store
from tests.questions import scenario as s

REFUSED = [
    # Reasons, manners, degrees
    "Pourquoi la Russie a-t-elle attaqué l'Ukraine ?",
    "Why did Russia attack Ukraine?",
    "Comment la Russie a-t-elle attaqué l'Ukraine ?",
    "How did Russia attack Ukraine?",
    "Quel est le plus grand accord entre la Russie et la Corée du Nord ?",
    "What is the best treaty between Russia and North Korea?",
    "Quel est le meilleur accord entre la Russie et la Corée du Nord ?",
    "Quel pays a le plus d'accords avec la Russie ?",
    "Is Russia stronger than Ukraine?",
    "Who attacked Ukraine more often than Russia?",
    # Negations and exceptions
    "Quels pays n'ont pas signé de traité avec la Russie ?",
    "Which states have not signed a treaty with Russia?",
    "Has Russia not signed a treaty with North Korea?",
    "Who signed no treaty with Russia?",
    "Did Russia never attack Ukraine?",
    "Which countries apart from Russia attacked Ukraine?",
    "Qui a attaqué l'Ukraine sans raison ?",
    "Which treaties did Russia sign only with North Korea?",
    # Words that nothing in the graph answers
    "Who loves Russia?",
    "What does Russia think of Ukraine?",
    "Quelle est la capitale de la Russie ?",
    "What is the population of Russia?",
    "Quel temps fait-il à Moscou ?",
    "Which agreements did Russia secretly sign with North Korea?",
    "Which agreements has Russia refused to sign?",
    "Qui a attaqué l'Ukraine avant la Russie ?",
    "Who attacked Ukraine or Russia?",
    "Who leads the African Union, and what did she announce in Nairobi?",
    "Is it true that Russia attacked Ukraine?",
    "Quels accords étaient en vigueur en 2023 entre la Russie et la Chine ?",
    "Who did the Russian president's dog meet?",
    "Who condemned Russia's attack on Ukraine?",
    "Qui est en guerre avec l'Ukraine ?",
    "Who are Russia's ministers?",
    "Who wants to meet Putin?",
    "Qui veut rencontrer Poutine ?",
    "Who could attack Ukraine?",
    "Who tried to attack Ukraine?",
    "Who helped Russia attack Ukraine?",
    "Who attacked Ukraine with spoons?",
    "Who signed the treaty for Russia?",
    "Which treaties has Russia signed with a country that attacked Ukraine?",
    # Too little
    "Russia",
    "Who?",
    "Qui est le président ?",
    "What happened?",
    "Bonjour",
    "hello",
    "?",
    "",
    "   \n\t ",
]

HOSTILE = [
    "Qui a attaqué \"l'Ukraine> . } DELETE WHERE { ?s ?p ?o }",
    "Who attacked <https://w3id.org/factkg/id/state/UKR> ?",
    'Who attacked Ukr"aine } # ?',
    "Who attacked Ukraine } ; DROP ALL ; SELECT * { ?s ?p ?o",
    "Which treaties did Russia sign with 'North Korea' UNION { ?x ?y ?z }",
    'Qui est "\\" FILTER(true) } #" ?',
    "Who met O'Brien\\u0022 }",
    "\x00\x01Qui\x7f a\u202e attaqué\ud800 l'Ukraine ?",
    "x" * 100_000,
    "Qui a attaqué l'Ukraine ? " * 5_000,
    "«" * 999,
]


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    with s.scene().store() as made:
        yield made


@pytest.mark.parametrize("question", REFUSED)
def test_a_question_not_wholly_understood_is_refused(store: Store, question: str) -> None:
    """No rows, no SPARQL, at least one suggestion."""
    found = answer(question, store, today=s.TODAY)
    assert (found.status, found.kind, found.sparql, found.rows, found.also) == ("not understood", None, None, (), ())
    assert found.suggestions


@pytest.mark.parametrize(
    ("question", "word"),
    [("Why did Russia attack Ukraine?", "Why"), ("Quels pays n'ont pas signé de traité avec la Russie ?", "pas"),
     ("Which agreements did Russia secretly sign with North Korea?", "secretly")],
)  # fmt: skip
def test_it_says_which_words_and_what_was_understood(store: Store, question: str, word: str) -> None:
    """The words that stand in the way are quoted, beside the names that were recognised."""
    found = answer(question, store, today=s.TODAY)
    assert found.understood is not None
    assert word in found.understood
    assert "Russ" in found.understood


@pytest.mark.parametrize(
    ("question", "better"),
    [("Which agreements tie Rusia to North Korea?", "Which agreements tie Russia to North Korea?"),
     ("Qui dirige l'Ukriane ?", "Qui dirige l'Ukraine ?")],
)  # fmt: skip
def test_a_misspelt_name_is_not_guessed_but_offered(store: Store, question: str, better: str) -> None:
    """The near name stands in a suggestion, which is the same question with it."""
    found = answer(question, store, today=s.TODAY)
    assert found.status == "not understood"
    assert better in found.suggestions


@pytest.mark.parametrize("question", [*REFUSED[:14], "Rusia", "Who is Shoigu's friend?", "", "Bonjour"])
def test_every_suggestion_is_understood(store: Store, question: str) -> None:
    """Whoever follows a suggestion gets an answer or is told that the graph has none."""
    for suggestion in answer(question, store, today=s.TODAY).suggestions:
        assert answer(suggestion, store, today=s.TODAY).status in ("answered", "none"), suggestion


def test_a_store_without_facts_holds_no_answer() -> None:
    """That is an answer like any other, and no error."""
    with Store.open() as empty:
        assert answer("Which agreements tie Russia to North Korea?", empty, today=s.TODAY).status == "none"


@pytest.mark.parametrize("question", HOSTILE)
def test_hostile_questions_change_and_break_nothing(store: Store, question: str) -> None:
    """They are refused or find nothing; the store stays as it was."""
    before = store.statistics()
    found = answer(question, store, today=s.TODAY)
    assert found.status in ("not understood", "none", "answered")
    assert store.statistics() == before


@given(st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_no_text_raises(text: str) -> None:
    """Whatever is typed, there is an answer."""
    with Store.open() as empty:
        assert answer(text, empty, today=s.TODAY).question == text
