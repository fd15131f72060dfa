"""``kg explain``: how an article is read, sentence by sentence."""

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import Day, format_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph


@click.command()
@click.argument("article")
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write it as a page to this file."
)
@click.option("--published", type=Day(), metavar="DATE", help="When a file was published, as 2025-06-19.")
@click.option("--article-language", metavar="CODE", help="The language that a file is written in: fr, en, …")
@format_option("text", "json")
@language_option()
@click.pass_obj
def command(
    settings: Settings,
    article: str,
    output: Path | None,
    published: date | None,
    article_language: str | None,
    format: str,
    language: Language,
) -> None:
    """Show how an article is read, sentence by sentence.

    For each sentence: whom its names were taken for, its offices, dates and figures, each claim with the words and the
    rule that it rests on, and the words that could have reported something but gave no claim, with the reason.

    ARTICLE is the id of an article in the graph, else a file, a web address or - for standard input, which is read
    with the rules of now and not kept. With -o it is an HTML page that opens with no network.
    """
    with _graph(settings) as graph:
        explanation = graph.explain(article, stdin=sys.stdin.buffer, published=published, language=article_language)
        if output is not None:
            click.echo(f"wrote {graph.view_explanation(explanation, output, language=language)}")
            return
    if format == "json":
        from kg.cli.output import print_json

        print_json(explanation.to_json())
        return
    from kg.cli.explained import explained

    for line in explained(explanation, language):
        click.echo(line)


def _graph(settings: Settings) -> "KnowledgeGraph":
    """The graph; an empty one where there is none, for a file needs none."""
    from kg.knowledge_graph import KnowledgeGraph

    return settings.to_read() if settings.store.exists() else KnowledgeGraph()
