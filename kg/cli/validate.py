"""``kg validate``: whether the graph is what its shapes say."""

import click

from kg.cli.options import format_option
from kg.cli.settings import Settings


@click.command()
@format_option("table", "json")
@click.pass_obj
def command(settings: Settings, format: str) -> None:
    """Check the graph against its shapes.

    The shapes are SHACL; the status is 1 where the graph does not conform, and every violation is told.
    """
    from dataclasses import asdict

    from kg.cli import output
    from kg.views.tables import Table

    with settings.to_read() as graph:
        report = graph.validate()
    if format == "json":
        output.print_json({"conforms": report.conforms, "violations": [asdict(each) for each in report.violations]})
    elif report.conforms:
        click.echo("the graph conforms to its shapes")
    else:
        rows = tuple((each.focus, each.path or "", each.value or "", each.message) for each in report.violations)
        output.print_tables([Table(columns=("node", "property", "value", "violation"), rows=rows)])
    if not report.conforms:
        raise click.exceptions.Exit(1)
