"""``kg ask``: a question in French or English, answered with its evidence."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

import click

from kg.cli.options import Day, as_of_option, during_option, format_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph
    from kg.model import Answer, TimeSpan

STATUSES = {"answered": 0, "none": 3, "not understood": 4}


@click.command()
@click.argument("question", nargs=-1)
@format_option("table", "json", "csv", "jsonl")
@click.option("--explain", is_flag=True, help="Show what was understood, and the SPARQL.")
@click.option("--language", type=click.Choice(("fr", "en")), help="The language of the question; else it is told.")
@click.option(
    "--today",
    type=Day(),
    metavar="DATE",
    help="The day from which « l'an dernier » and the like count; else the day of --as-of, or of the call.",
)
@during_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    question: tuple[str, ...],
    format: str,
    explain: bool,
    language: Language | None,
    today: date | None,
    during: "TimeSpan | None",
    as_of: date | None,
) -> None:
    """Answer a question in French or English.

    The answer stands with the passages that it rests on. Without QUESTION, at a terminal, questions are asked one after
    the other at a prompt, with history (in the file that KG_HISTORY names) and completion by Tab of names, types and
    shapes of questions.

    The status is 0 where the question is answered, 3 where the graph holds no answer and 4 where the question is not
    understood. Of two questions in one line the table answers both, one after the other. With - for QUESTION and
    --format jsonl, each line of standard input is a question, and each line of standard output its answer, in order;
    the status is then 0.
    """
    from kg.cli import prompting

    text = " ".join(question)
    if text == "-" and format != "jsonl":
        raise click.UsageError("questions from standard input need --format jsonl")
    if not question and not prompting.is_possible():
        raise click.UsageError("no question; give one, or - to read one a line from standard input")
    with settings.to_read(as_of) as graph:
        asking = _Asking(graph, format, language, during, today or as_of or date.today())
        if not question:
            prompting.prompt(graph, asking.ask, asking.show)
            return
        if text == "-":
            from kg.cli.output import print_json_lines

            print_json_lines(asking.ask(line).to_json() for line in _lines())
            return
        answer = asking.ask(text)
        asking.show(answer, explain)
    if status := STATUSES[answer.status]:
        raise click.exceptions.Exit(status)


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").strip()


class _Asking(NamedTuple):
    """How the questions of one call are asked and shown."""

    graph: "KnowledgeGraph"
    format: str
    language: Language | None
    during: "TimeSpan | None"
    today: date

    def ask(self, question: str) -> "Answer":
        return self.graph.ask(question, language=self.language, during=self.during, today=self.today)

    def show(self, answer: "Answer", explained: bool) -> None:
        """Print the answer, in a table also those to what was asked beside it."""
        language = self.language or self.graph.language_of(answer.question)
        if explained:
            self._explain(answer, language)
        _print(answer, self.format, language)
        if self.format == "table" and answer.status == "answered":
            for other in answer.suggestions:
                click.echo(f"\n{other}")
                self.show(self.ask(other), explained)

    def _explain(self, answer: "Answer", language: Language) -> None:
        to_error = self.format != "table"
        if answer.understood:
            click.echo(f"Understood: {answer.understood}", err=to_error)
        for words in self.graph.relative_times(answer.question, language=language):
            click.echo(f"“{words}” counts from {self.today} (--today takes another day).", err=to_error)
        if answer.sparql:
            click.echo(f"SPARQL:\n{answer.sparql.strip()}\n", err=to_error)
        sys.stdout.flush()


def _print(answer: "Answer", format: str, language: Language) -> None:
    from kg.cli import output

    if format == "json":
        output.print_json(answer.to_json())
    elif format == "jsonl":
        output.print_json_lines([answer.to_json()])
    elif format == "csv":
        from kg.views.flat import answer_columns, answer_rows

        output.print_csv(answer_columns(answer), answer_rows(answer))
    elif answer.status == "answered":
        from kg.views.tables import answer_tables

        output.print_tables(answer_tables(answer, language=language))
    if answer.status != "answered" and format in ("table", "csv"):
        _say_why_not(answer)


def _say_why_not(answer: "Answer") -> None:
    if answer.status == "none":
        click.echo(f"The graph holds no answer to this (understood: {answer.understood}).", err=True)
        if answer.nearest:
            click.echo(f"  {answer.nearest}", err=True)
        return
    from kg.model.answer import LONGEST_QUESTION

    if len(" ".join(answer.question.split())) > LONGEST_QUESTION:
        click.echo(f"The question is longer than {LONGEST_QUESTION} characters; ask a shorter one.", err=True)
        return
    told = f" ({answer.understood})" if answer.understood else ""
    click.echo(f"The question was not understood{told}.", err=True)
    for suggestion in answer.suggestions:
        click.echo(f"  Try: {suggestion}", err=True)
