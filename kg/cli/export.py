"""``kg export``: the graph as RDF and in other programs' formats."""

from datetime import date
from pathlib import Path

import click

from kg.cli.options import as_of_option
from kg.cli.settings import Settings

FORMATS = ("turtle", "trig", "nt", "nquads", "jsonld", "rdfxml", "graphml", "gexf", "csv", "jsonl")


@click.command()
@click.option("-f", "--format", "format", type=click.Choice(FORMATS), required=True, help="How to write it.")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="The file to write; else standard output."
)
@as_of_option()
@click.pass_obj
def command(settings: Settings, format: str, output: Path | None, as_of: date | None) -> None:
    """Write the graph to a file or to standard output.

    turtle, nt and rdfxml hold what is asserted; trig, nquads and jsonld hold all graphs; graphml and gexf the picture;
    csv a fact a line; jsonl a claim a line.
    """
    from kg.cli.output import standard_output

    with settings.to_read(as_of) as graph:
        graph.export(format, output or standard_output())
