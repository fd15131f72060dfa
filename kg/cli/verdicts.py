"""``kg same`` and ``kg different``: judgements given, withdrawn and listed."""

from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import Day, format_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.model import Judgement, Verdict

_SHOWN = 8  # digits of a key


def verdict_command(verdict: "Verdict", help: str) -> click.Command:
    """The command that gives one verdict."""

    @click.command(verdict, help=help)
    @click.argument("names", nargs=-1, metavar="[A B]")
    @click.option("--withdraw", is_flag=True, help="Take the judgement on A and B, or of one KEY, back.")
    @click.option("--by", metavar="NAME", help="Who says so.")
    @click.option("--on", type=Day(), metavar="DATE", help="The day on which it was judged.")
    @click.option("--reason", metavar="TEXT", help="Why.")
    @format_option("table", "json")
    @language_option()
    @click.pass_obj
    def command(
        settings: Settings,
        names: tuple[str, ...],
        withdraw: bool,
        by: str | None,
        on: date | None,
        reason: str | None,
        format: str,
        language: Language,
    ) -> None:
        if not names and not withdraw:
            _list(settings, verdict, format, language)
            return
        if len(names) != 2 and not (withdraw and len(names) == 1):
            raise click.UsageError(
                "give two names, each in quotes if it has spaces" + (", or the key of a judgement" if withdraw else "")
            )
        settings.to_read().close()  # where there is no store, none is made
        with settings.to_write() as graph:
            if withdraw:
                click.echo(_said("withdrawn", graph.withdraw_judgement(verdict, *names)))
            else:
                given = graph.judge(verdict, *names, by=by, on=on, reason=reason)
                click.echo(_said("judged", given))
                if verdict == "different" and graph.were_strangers(given):
                    click.echo("nothing but a judgement would have joined them; this one is kept", err=True)

    return command


def _said(what: str, judgement: "Judgement") -> str:
    from kg.views.judgements import party_words

    one, other = (party_words(party, "en") for party in judgement.parties)
    return f"{what} {judgement.key[:_SHOWN]}: {one} and {other} are {_AS[judgement.verdict]}"


_AS = {"same": "the same", "different": "different"}


def _list(settings: Settings, verdict: "Verdict", format: str, language: Language) -> None:
    from kg.cli import output

    with settings.to_read() as graph:
        found = graph.judgements(verdict)
    if format == "json":
        output.print_json([judgement.to_json() for judgement in found])
        return
    from kg.views.judgements import judgements_table

    output.print_tables([judgements_table(found, language=language)], empty="no such judgement was given")
