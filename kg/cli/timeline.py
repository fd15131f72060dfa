"""``kg timeline``: what happened, in order."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Day, as_of_option, during_option, format_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.model import TimeSpan

STATUSES = ("disputed", "corroborated", "stated", "alleged", "expected", "denied")


@click.command()
@click.argument("names", metavar="[NAME [NAME]]", nargs=-1)
@click.option("--since", type=Day(), metavar="DATE", help="Only what may have happened on this day or later.")
@click.option("--until", type=Day(last=True), metavar="DATE", help="Only what may have happened on this day or before.")
@during_option()
@click.option("--status", type=click.Choice(STATUSES), multiple=True, help="Only of this status; may be repeated.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write it as a page to FILE.",
)
@click.option("--title", help="The page's title.")
@format_option("table", "jsonl", "csv")
@language_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    names: tuple[str, ...],
    since: date | None,
    until: date | None,
    during: "TimeSpan | None",
    status: tuple[str, ...],
    output: Path | None,
    title: str | None,
    format: str,
    language: Language,
    as_of: date | None,
) -> None:
    """Tell what happened, in order.

    These are events, stages of agreements and terms of office, each as precisely dated as is known, with its status and
    how many independent sources say so. What has no date comes last, and is left out with --since, --until or --during.

    One NAME tells in what an entity has a part (or whoever acts for it), or the course of one agreement; two tell in
    what both have: kg timeline Russia "North Korea". A NAME is a name in French or English, an ISO code or an IRI; one
    of several words needs quotes. With -o it is an HTML page, with its evidence on demand, that opens with no network.
    """
    if len(names) > 2:
        raise click.UsageError("give at most two names; one of several words needs quotes")
    if during is not None and (since or until):
        raise click.UsageError("give --during, or --since and --until")
    from kg.cli import output as printing

    since, until = (during.start, during.end) if during is not None else (since, until)
    with settings.to_read(as_of) as graph:
        shown_in = language if output or format == "table" else None
        found = graph.timeline(*names, since=since, until=until, statuses=status, language=shown_in)
        if output is not None:
            path = graph.view_timeline(found, output, title=title or " – ".join(names) or None, language=language)
            click.echo(f"wrote {path}")
        elif format == "jsonl":
            printing.print_json_lines(moment.to_json() for moment in found)
        elif format == "csv":
            from kg.views.timeline import MOMENT_COLUMNS, moment_rows

            printing.print_csv(MOMENT_COLUMNS, moment_rows(found))
        else:
            from kg.views.timeline import timeline_tables

            printing.print_tables(timeline_tables(found, language=language), empty="nothing happened")
