"""``kg disputes``: what voices contradict each other on."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings


@click.command()
@click.argument("name", nargs=-1)
@format_option("table", "jsonl", "csv")
@language_option()
@as_of_option()
@click.pass_obj
def command(settings: Settings, name: tuple[str, ...], format: str, language: Language, as_of: date | None) -> None:
    """Show what voices contradict each other on, side by side.

    A dispute is over a date, a figure, a place, the parties of an agreement or the holder of an office, or over whether
    something happened. For each side: who says so, since when, and in which words; none is ever dropped. A later,
    higher count is a development and no dispute. What is only hearsay on both sides has the status alleged.

    NAME shows the disputes over an entity or in which it has a part or a say: a name in French or English, an ISO code
    or an IRI. The oldest comes first.
    """
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        entity = " ".join(name) or None
        found = graph.disputes(entity, language=language if format == "table" else None)
        if format == "jsonl":
            output.print_json_lines(dispute.to_json() for dispute in found)
        elif format == "csv":
            from kg.views.dispute_tables import DISPUTE_COLUMNS, dispute_rows

            output.print_csv(DISPUTE_COLUMNS, dispute_rows(found))
        else:
            from kg.views.dispute_tables import dispute_tables

            output.print_tables(dispute_tables(found, language=language), empty="no disputes")
