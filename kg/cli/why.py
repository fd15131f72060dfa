"""``kg why``: why two are one, or are not."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings


@click.command()
@click.argument("one")
@click.argument("other", required=False)
@format_option("table", "json")
@language_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings, one: str, other: str | None, format: str, language: Language, as_of: date | None
) -> None:
    """Tell why ONE and OTHER are one, or are not.

    Of ONE alone it tells what was merged into it, and why.

    Of people, states and organisations it shows the names that articles give them, and by which rule each name stands
    for them. Of events, agreements and terms of office it shows the passages that were joined, step by step, and for
    each step what was compared: who, when, where, how many, under which name, and what that weighs; where they are
    apart, what comes nearest to joining them and what rules it out. The rules are those that join, run again.
    Judgements (kg same, kg different) are named where they decided.

    ONE and OTHER are names in French or English, ISO codes or IRIs; NAME@ARTICLE is whom one article means by a name;
    an event or agreement may be given by words of a passage, which mean the agreement where both tell of an agreement
    and of its signature.

    \b
      kg why "Sergueï Choïgou" "Sergei Shoigu"
      kg why "visited Pyongyang" "s'est rendu à Pyongyang" --language fr
      kg why "treaty on mutual defence"
    """
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        found = graph.why(one, other)
    if format == "json":
        output.print_json(found.to_json())
        return
    from kg.views.reasons import reasons_sentence, reasons_tables

    click.echo(reasons_sentence(found, [name for name in (one, other) if name], language=language))
    tables = reasons_tables(found, language=language)
    if tables:
        output.print_tables(tables)
