"""``kg import``: reference data into the graph."""

from pathlib import Path

import click

from kg.cli.options import format_option, language_option
from kg.cli.settings import Language, Settings


@click.command("import")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--name", metavar="NAME", help="What to call it; else as the file is called. The same name replaces.")
@click.option("--bundled", metavar="NAME", help="What comes with kg: office-holders.")
@click.option("--list", "listed", is_flag=True, help="List what was imported.")
@format_option("table", "json")
@language_option()
@click.pass_obj
def command(
    settings: Settings,
    file: Path | None,
    name: str | None,
    bundled: str | None,
    listed: bool,
    format: str,
    language: Language,
) -> None:
    """Import reference data, which claims are held against.

    FILE is Turtle: terms of office with their holders, bounds and sources. A claim that contradicts them is disputed by
    the reference. They are evidence for no claim, and no answer rests on them. `kg retract --reference` takes them out.

    \b
      kg import --bundled office-holders
      kg import ministers.ttl --name ministers
      kg import --list
    """
    if sum((file is not None, bundled is not None, listed)) != 1:
        raise click.UsageError("give a file, --bundled NAME or --list: one of them")
    if listed:
        _list(settings, format, language)
        return
    with settings.to_write() as graph:
        if file is not None:
            came = graph.import_reference(file, name=name)
        else:
            came = graph.import_bundled(str(bundled), name=name)
        disputed = sum(fact.predicate == "a" for fact in graph.facts(status="disputed") if fact.disputed_by)
    click.echo(
        f"imported {came.name}: {_count(len(came.terms), 'term')} of office, speaking of {came.first_day} to "
        f"{came.last_day}; reference data disputes {_count(disputed, 'tenure')}"
    )


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _list(settings: Settings, format: str, language: Language) -> None:
    from kg.cli import output

    with settings.to_read() as graph:
        found = list(graph.references())
    if format == "json":
        output.print_json([reference.to_json() for reference in found])
        return
    from kg.views.tables import references_table

    output.print_tables([references_table(found, language=language)], empty="no reference data was imported")
