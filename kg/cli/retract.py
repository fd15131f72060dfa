"""``kg retract``: an article out of the graph."""

import click

from kg.cli.settings import Settings


@click.command()
@click.argument("article")
@click.pass_obj
def command(settings: Settings, article: str) -> None:
    """Take an article out.

    ARTICLE is its id. The graph is then as if it had never been read.
    """
    settings.to_read().close()  # where there is no store, none is made
    with settings.to_write() as graph:
        graph.retract(article)
        left = graph.statistics()
    click.echo(
        f"retracted {article}; the graph holds {left.articles} articles, {left.claims} claims, {left.facts} facts"
    )
