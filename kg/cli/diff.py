"""``kg diff``: what the articles of some days changed."""

from datetime import date

import click

from kg.cli.options import Day, format_option, language_option
from kg.cli.settings import Language, Settings


@click.command()
@click.argument("entity", nargs=-1)
@click.option(
    "--since", type=Day(), required=True, metavar="DATE", help="From this day (or start of this month or year)."
)
@click.option("--until", type=Day(last=True), metavar="DATE", help="To this day (or end of this month or year).")
@format_option("table", "jsonl")
@language_option()
@click.pass_obj
def command(
    settings: Settings,
    entity: tuple[str, ...],
    since: date,
    until: date | None,
    format: str,
    language: Language,
) -> None:
    """Tell what the articles published since a day changed.

    For each agreement, event, office and relation: whether it is new, newly disputed, asserted where it was only
    expected or alleged, newly corroborated or denied, or what more is known of it, each with the passages that made it
    so, and what corrections took away. It is the difference between the graph as of the day before --since and as of
    --until.

    With ENTITY (a name in French or English, an ISO code or an IRI) only what it takes part in.
    """
    from kg.cli import output

    if until is not None and until < since:
        raise click.UsageError(f"--until {until} is before --since {since}; give the earlier day to --since")
    with settings.to_read() as graph:
        settings.tell_undated(graph)
        shown_in = language if format == "table" else None
        found = graph.diff(since, until, entity=" ".join(entity) or None, language=shown_in)
    if format == "jsonl":
        output.print_json_lines(change.to_json() for change in found)
        return
    from kg.views.changes import change_tables

    output.print_tables(change_tables(found, language=language), empty="nothing changed")
