"""``kg serve``: the graph over HTTP."""

import click

from kg.cli.settings import Settings


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="The port; 0 for any.")
@click.option("--token", envvar="KG_TOKEN", metavar="TOKEN", help="Who bears it may update; better given as $KG_TOKEN.")
@click.option("--cors", "origins", multiple=True, metavar="ORIGIN", help="A site whose pages may read; * for all.")
@click.option("--allow-host", "hosts", multiple=True, metavar="NAME", help="Another name by which it may be called.")
@click.option(
    "--timeout",
    type=click.FloatRange(min=0, min_open=True),
    default=30,
    show_default=True,
    metavar="SECONDS",
    help="End a query after this time.",
)
@click.option(
    "--limit",
    type=click.IntRange(min=1),
    default=100_000,
    show_default=True,
    metavar="ROWS",
    help="At most so many rows or triples for a query.",
)
@click.option(
    "--max-body",
    type=click.IntRange(min=1),
    default=1 << 20,
    show_default=True,
    metavar="BYTES",
    help="Refuse larger requests.",
)
@click.option(
    "--max-size",
    type=click.IntRange(min=1),
    default=1 << 28,
    show_default=True,
    metavar="BYTES",
    help="Break off larger results.",
)
@click.pass_obj
def command(
    settings: Settings,
    host: str,
    port: int,
    token: str | None,
    origins: tuple[str, ...],
    hosts: tuple[str, ...],
    timeout: float,
    limit: int,
    max_body: int,
    max_size: int,
) -> None:
    """Serve the graph over HTTP, until it is stopped with Ctrl-C.

    /sparql is the SPARQL 1.1 Protocol, /graphs the Graph Store Protocol for reading, /api the same as JSON
    (/openapi.json describes it), /health and /metrics are for whoever watches it. It shows what was committed last,
    also while another process ingests. Only this machine reaches it unless --host says otherwise. A query that takes
    too long is ended, SERVICE, LOAD and FROM of other graphs are refused, and only who bears the token may update.
    With as_of=2024-06-19 (or 2024-06, or 2024) in the address every route and page tells what was known then.

    \b
      kg serve --port 8000
      curl http://127.0.0.1:8000/sparql --data-urlencode 'query=SELECT * { ?agreement a kg:Agreement }'
    """
    from kg.server import ServerSettings, serve

    told = ServerSettings(
        store=settings.store,
        base=settings.base,
        host=host,
        port=port,
        token=token or None,
        origins=origins,
        hosts=tuple(name.lower() for name in hosts),
        timeout=timeout,
        rows=limit,
        body=max_body,
        size=max_size,
    )
    serve(told, lambda address: click.echo(f"kg serves {settings.store} at {address} (Ctrl-C stops it)"))
