"""``kg view``: the graph as an interactive page."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Day, as_of_option, during_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.model import TimeSpan


@click.command()
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default="graph.html",
    show_default=True,
    help="The file to write.",
)
@click.option("--focus", metavar="NAME", help="Only what is near this entity.")
@click.option("--hops", type=click.IntRange(min=0), default=1, show_default=True, help="How near.")
@click.option("--since", type=Day(), metavar="DATE", help="Only what happened on this day or later.")
@click.option("--until", type=Day(last=True), metavar="DATE", help="Only what happened on this day or before.")
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    metavar="THINGS",
    help="Of more things draw the most connected, 2000 unless given; the page says what it leaves out.",
)
@click.option("--title", help="The page's title.")
@language_option()
@during_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    output: Path,
    focus: str | None,
    hops: int,
    since: date | None,
    until: date | None,
    limit: int | None,
    title: str | None,
    language: Language,
    during: "TimeSpan | None",
    as_of: date | None,
) -> None:
    """Draw the graph as an interactive page.

    The page is one HTML file that opens with no network: search, filters by kind, type, status, source and time,
    details with quotes, a table of the same, and the picture saved as PNG or SVG.
    """
    if during is not None:
        if since or until:
            raise click.UsageError("give --during, or --since and --until, not both")
        since, until = during.start, during.end
    with settings.to_read(as_of) as graph:
        path = graph.view(
            output, title=title, focus=focus, hops=hops, since=since, until=until, language=language, limit=limit
        )
    click.echo(f"wrote {path}")
