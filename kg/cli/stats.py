"""``kg stats``: how much the graph holds."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings


@click.command()
@format_option("table", "json")
@language_option()
@as_of_option()
@click.pass_obj
def command(settings: Settings, format: str, language: Language, as_of: date | None) -> None:
    """Count what the graph holds.

    Articles, claims and facts, then things by kind and facts by status.
    """
    from dataclasses import asdict

    from kg.cli import output

    with settings.to_read(as_of) as graph:
        held = graph.statistics()
    if format == "json":
        output.print_json(asdict(held))
        return
    from kg.views.interface import HEADS
    from kg.views.tables import counts_table
    from kg.views.words import KINDS, STATUS_WORDS

    rows = [
        *((HEADS[name][language], getattr(held, name)) for name in ("articles", "claims", "facts")),
        *((KINDS[kind][language], number) for kind, number in held.by_class.items() if number and kind in KINDS),
        *((STATUS_WORDS[status][language], number) for status, number in held.by_status.items() if number),
    ]
    output.print_tables([counts_table(rows, language=language)])
