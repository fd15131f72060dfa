"""Questions as journalists put them, over our own annotated articles: most are answered, and hardly one wrongly."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest

from kg import KnowledgeGraph
from kg.model import Answer
from tests.across import texts
from tests.questions.gold_answers import Verdict, verdict

QUESTIONS = [
    json.loads(line) for line in (texts.OWN.parent / "questions.jsonl").read_text(encoding="utf-8").splitlines()
]
TODAY = date(2026, 6, 1)
RIGHT, WRONG = 0.52, 0.07
"""The least share of those that have an answer, and the largest of all."""


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KnowledgeGraph]:
    """A graph of the annotated articles."""
    folder = tmp_path_factory.mktemp("own")
    lines = [article_line(record) for record in texts.of_our_own().values()]
    (folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
    with KnowledgeGraph(folder / "store") as made:
        assert made.ingest(folder / "articles.jsonl").unread == ()
        yield made


def article_line(record: texts.Record) -> str:
    keys = ("id", "title", "text", "published", "publisher", "url")
    return json.dumps({**{key: record[key] for key in keys}, "language": record["lang"]}, ensure_ascii=False)


@pytest.fixture(scope="module")
def answers(graph: KnowledgeGraph) -> list[tuple[dict[str, Any], Answer, Verdict]]:
    """Each question with its answer and what that is worth."""
    asked = [(one, graph.ask(one["question"], today=TODAY)) for one in QUESTIONS]
    return [(one, found, verdict(one["answer"], found)) for one, found in asked]


def test_most_questions_that_have_an_answer_get_it(answers: list[tuple[dict[str, Any], Answer, Verdict]]) -> None:
    """The share of right answers does not fall."""
    judged = [(one, worth) for one, _, worth in answers if one["answer"]["kind"] != "none"]
    missing = [f"{worth}: {one['question']}" for one, worth in judged if worth != "right"]
    assert len(judged) - len(missing) >= RIGHT * len(judged), "\n".join(missing)


def test_hardly_any_answer_is_wrong(answers: list[tuple[dict[str, Any], Answer, Verdict]]) -> None:
    """A question that cannot be answered is refused, or the graph is said to hold no answer."""
    wrong = [one["question"] for one, _, worth in answers if worth == "wrong"]
    assert len(wrong) <= WRONG * len(answers), "\n".join(wrong)


def test_every_suggestion_for_a_refused_question_is_understood(
    graph: KnowledgeGraph, answers: list[tuple[dict[str, Any], Answer, Verdict]]
) -> None:
    """Whoever follows what is suggested in place of a question is not refused again."""
    suggested = {text for _, found, worth in answers if worth == "refused" for text in found.suggestions}
    assert [text for text in sorted(suggested) if graph.ask(text, today=TODAY).status == "not understood"] == []
