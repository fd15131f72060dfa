"""``kg ask``: a question in French or English, answered with its evidence."""

import sys
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import as_of_option, during_option, format_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.model import Answer, TimeSpan

STATUSES = {"answered": 0, "none": 3, "not understood": 4}


@click.command()
@click.argument("question", nargs=-1)
@format_option("table", "json", "csv", "jsonl")
@click.option("--explain", is_flag=True, help="Show what was understood, and the SPARQL.")
@click.option("--language", type=click.Choice(("fr", "en")), help="The language of the question; else it is told.")
@during_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    question: tuple[str, ...],
    format: str,
    explain: bool,
    language: Language | None,
    during: "TimeSpan | None",
    as_of: date | None,
) -> None:
    """Answer a question in French or English.

    The answer stands with the passages that it rests on. Without QUESTION, at a terminal, questions are asked one after
    the other at a prompt, with history (in the file that KG_HISTORY names) and completion by Tab of names, types and
    shapes of questions.

    The status is 0 where the question is answered, 3 where the graph holds no answer and 4 where the question is not
    understood. With - for QUESTION and --format jsonl, each line of standard input is a question, and each line of
    standard output its answer, in order; the status is then 0.
    """
    from kg.cli import prompting

    text = " ".join(question)
    if text == "-" and format != "jsonl":
        raise click.UsageError("questions from standard input need --format jsonl")
    if not question and not prompting.is_possible():
        raise click.UsageError("no question; give one, or - to read one a line from standard input")
    with settings.to_read(as_of) as graph:
        if not question:
            prompting.prompt(
                graph,
                lambda line: graph.ask(line, language=language, during=during),
                lambda answer, explained: _print(
                    answer, format, explain or explained, language or graph.language_of(answer.question)
                ),
            )
            return
        if text == "-":
            from kg.cli.output import print_json_lines

            print_json_lines(graph.ask(line, language=language, during=during).to_json() for line in _lines())
            return
        answer = graph.ask(text, language=language, during=during)
        _print(answer, format, explain, language or graph.language_of(text))
    if status := STATUSES[answer.status]:
        raise click.exceptions.Exit(status)


def _lines() -> Iterator[str]:
    for line in sys.stdin.buffer:
        yield line.decode("utf-8", "replace").strip()


def _print(answer: "Answer", format: str, explain: bool, language: Language) -> None:
    from kg.cli import output

    if explain:
        _explain(answer, to_error=format != "table")
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
        for suggestion in answer.suggestions:
            click.echo(f"  Ask apart: {suggestion}", err=True)
    if answer.status != "answered" and format in ("table", "csv"):
        _say_why_not(answer)


def _explain(answer: "Answer", *, to_error: bool) -> None:
    if answer.understood:
        click.echo(f"Understood: {answer.understood}", err=to_error)
    if answer.sparql:
        click.echo(f"SPARQL:\n{answer.sparql.strip()}\n", err=to_error)
    sys.stdout.flush()


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
