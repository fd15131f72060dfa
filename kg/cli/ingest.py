"""``kg ingest``: articles into the graph."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import Day
from kg.cli.settings import Settings

if TYPE_CHECKING:
    from kg.knowledge_graph import Progress


@click.command()
@click.argument("sources", nargs=-1, required=True)
@click.option("--id", help="The id of the one article that is read.")
@click.option("--publisher", help="Who published it.")
@click.option("--published", type=Day(), metavar="DATE", help="When it was published, as 2025-06-19.")
@click.option("--url", help="Where it stands on the web.")
@click.option("--language", metavar="CODE", help="The language it is written in: fr, en, or one that was added.")
@click.option("--progress/--no-progress", default=None, help="Show how far it is; by default on a terminal.")
@click.pass_obj
def command(
    settings: Settings,
    sources: tuple[str, ...],
    id: str | None,
    publisher: str | None,
    published: date | None,
    url: str | None,
    language: str | None,
    progress: bool | None,
) -> None:
    """Read articles into the graph.

    SOURCES are files and folders (.txt, .md, .html, .jsonl, feeds, web archives), web addresses, and - for standard
    input. The options go before what an article says of itself. What cannot be read is told with its reason, and all
    else is read; the status is then 1.
    """
    shown = sys.stderr.isatty() if progress is None else progress
    with settings.to_write() as graph, _progress(shown) as report:
        done = graph.ingest(
            *sources,
            stdin=sys.stdin.buffer,
            id=id,
            published=published,
            publisher=publisher,
            url=url,
            language=language,
            progress=report,
        )
    for unread in done.unread:
        click.echo(f"not read: {unread}", err=True)
    known = f" ({done.unchanged} already known)" if done.unchanged else ""
    click.echo(
        f"{_count(done.articles + done.unchanged, 'article')} read{known}: {_count(done.claims, 'claim')} found, "
        f"{_count(done.facts, 'fact')} in the graph; {len(done.unread)} not read"
    )
    if done.unread:
        raise click.exceptions.Exit(1)


@contextmanager
def _progress(shown: bool) -> Iterator["Callable[[Progress], None] | None"]:
    """A function that moves a bar on standard error; ``None`` where none is to be shown."""
    if not shown:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, SpinnerColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (
        SpinnerColumn(),
        TextColumn("Reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("articles · {task.fields[claims]} claims"),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=Console(stderr=True, markup=False, highlight=False, emoji=False)) as bar:
        task = bar.add_task("", total=None, claims=0)
        yield lambda now: bar.update(task, completed=now.articles + now.unread, total=now.total, claims=now.claims)


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
