"""``kg retract``: an article or reference data out of the graph."""

import click

from kg.cli.settings import Settings


@click.command()
@click.argument("article", required=False)
@click.option("--reference", metavar="NAME", help="Reference data that was imported under this name.")
@click.pass_obj
def command(settings: Settings, article: str | None, reference: str | None) -> None:
    """Take an article or reference data out.

    ARTICLE is its id. The graph is then as if it had never been read, or the reference never imported.
    """
    if (article is None) == (reference is None):
        raise click.UsageError("give the id of an article, or --reference NAME")
    settings.to_read().close()  # where there is no store, none is made
    with settings.to_write() as graph:
        if article is not None:
            graph.retract(article)
        else:
            graph.withdraw_reference(str(reference))
        left = graph.statistics()
    click.echo(
        f"retracted {article or reference}; "
        f"the graph holds {left.articles} articles, {left.claims} claims, {left.facts} facts"
    )
