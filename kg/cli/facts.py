"""``kg facts``: what follows from the claims."""

from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import as_of_option, during_option, format_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.model import TimeSpan

STATUSES = ("disputed", "corroborated", "stated", "alleged", "expected", "denied")


@click.command()
@click.option("--article", metavar="ID", help="That this article supports or denies.")
@click.option("--entity", metavar="NAME", help="About this entity: any name of it, ISO code or IRI.")
@click.option("--predicate", help="With this property: party, actor, signed, …")
@click.option("--status", type=click.Choice(STATUSES), help="Of this status.")
@format_option("table", "jsonl", "csv")
@language_option()
@during_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    article: str | None,
    entity: str | None,
    predicate: str | None,
    status: str | None,
    format: str,
    language: Language,
    during: "TimeSpan | None",
    as_of: date | None,
) -> None:
    """List the facts, each with its status."""
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        shown_in = language if format == "table" else None
        found = graph.facts(
            article=article, entity=entity, predicate=predicate, status=status, during=during, language=shown_in
        )
        if format == "jsonl":
            output.print_json_lines(fact.to_json() for fact in found)
        elif format == "csv":
            from kg.views.flat import FACT_COLUMNS, fact_row

            output.print_csv(FACT_COLUMNS, map(fact_row, found))
        else:
            from kg.views.tables import facts_table

            shown = list(found)
            table = facts_table(shown, graph.terms_against(shown), language=language)
            output.print_tables([table], empty="no such facts")
