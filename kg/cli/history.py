"""``kg history``: how the status of a fact went, and what corrections changed."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings


@click.command()
@click.argument("name", nargs=-1, required=True)
@format_option("table", "json")
@language_option()
@as_of_option()
@click.pass_obj
def command(settings: Settings, name: tuple[str, ...], format: str, language: Language, as_of: date | None) -> None:
    """Show how a fact came to be known, article by article.

    In the order of publication: which article says what of it, and the status after it. Then what corrections changed:
    where a new version of an article has taken the place of another, what that one said and what its going changed.

    NAME is the IRI of a fact (kg facts --format jsonl shows them), or the name or IRI of an agreement, event or office;
    of a state, organisation, person or place all in which it takes part are shown.
    """
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        found = graph.history(" ".join(name), language=language if format == "table" else None)
    if format == "json":
        output.print_json([history.to_json() for history in found])
        return
    from kg.views.changes import history_tables

    output.print_tables(
        [table for history in found for table in history_tables(history, language=language)],
        empty="nothing was reported of it",
    )
