"""``kg query``: SPARQL, written or from the library."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph, Results

TABLE_ROWS = 1000
"""Rows that a table shows where no limit is given: a person reads no more, and all have to be there to be set."""


@click.command()
@click.argument("sparql", required=False)
@click.option("-f", "--file", metavar="FILE", help="Read the query from this file.")
@click.option("-n", "--name", metavar="NAME", help="Run this query of the library.")
@click.option("-p", "--param", "params", multiple=True, metavar="NAME=VALUE", help="A value for the named query.")
@click.option("--list", "listing", is_flag=True, help="Show the library: its queries and their parameters.")
@click.option("--show", is_flag=True, help="Print the SPARQL of the named query, with its values, and do not run it.")
@format_option("table", "json", "csv", "tsv", "xml", "turtle", "nt", "jsonld", "rdfxml")
@click.option("--limit", type=click.IntRange(min=0), metavar="ROWS", help="At most so many rows; 0 for all.")
@click.option(
    "--timeout", type=click.FloatRange(min=0, min_open=True), metavar="SECONDS", help="End it after this time."
)
@click.option("--allow-service", is_flag=True, help="Let SERVICE ask other servers.")
@click.option("--allow-from", is_flag=True, help="Let FROM name graphs that the store has not; they are empty.")
@language_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    sparql: str | None,
    file: str | None,
    name: str | None,
    params: tuple[str, ...],
    listing: bool,
    show: bool,
    format: str,
    limit: int | None,
    timeout: float | None,
    allow_service: bool,
    allow_from: bool,
    language: Language,
    as_of: date | None,
) -> None:
    """Run a SPARQL 1.1 query on the graph.

    The query is SPARQL, a file (-f), standard input (-), or one of the library (--name, with --param for each of its
    parameters; --list shows them). The prefixes kg, rdf, rdfs, owl, xsd, skos, prov, oa, schema, sem and dcterms need
    no declaration. The default graph holds what at least one article asserts. A table shows 1000 rows unless --limit
    says otherwise; what is left out is told.

    \b
      kg query 'SELECT ?agreement ?party { ?agreement kg:party ?party }'
      kg query --name agreements-between --param a=RUS --param b="North Korea"
    """
    if listing:
        _print_library(language, format)
        return
    if name is None and (params or show):
        raise click.UsageError("--param and --show go with --name")
    text = _text(sparql, file) if name is None else None
    if text is None and (sparql is not None or file is not None):
        raise click.UsageError("give a query, or the name of one, not both")
    with settings.to_read(as_of) as graph:
        if text is None:
            text = graph.named_query(str(name), _values(params), language=language)
        if show:
            click.echo(text, nl=False)
            return
        most = TABLE_ROWS if limit is None and format == "table" else limit or None
        results = graph.query(text, allow_service=allow_service, allow_from=allow_from, timeout=timeout, limit=most)
        _print(graph, results, format)
        if results.is_cut:
            click.echo(f"only the first {most} shown; there are more: --limit 0 gives all", err=True)


def _values(params: tuple[str, ...]) -> dict[str, str]:
    values: dict[str, str] = {}
    for param in params:
        name, sign, value = param.partition("=")
        if not sign or not name:
            raise click.UsageError(f"{param!r} is no value; write --param NAME=VALUE")
        if name in values:
            raise click.UsageError(f"{name} is given twice")
        values[name] = value
    return values


def _text(sparql: str | None, file: str | None) -> str:
    from kg.model import QueryError

    if sparql is not None and file is not None:
        raise click.UsageError("give the query as an argument or as a file, not both")
    if sparql is None and file is None and sys.stdin.isatty():
        raise click.UsageError("give a query, its --name, a file (-f) or - for standard input")
    if sparql not in (None, "-"):
        return str(sparql)
    with click.open_file(file or "-", "rb") as stream:
        data: bytes = stream.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _print(graph: "KnowledgeGraph", results: "Results", format: str) -> None:
    from kg.cli.output import print_tables, standard_output
    from kg.views.tables import results_table

    if format != "table":
        results.serialize(format, standard_output())
    elif results.kind == "ask":
        click.echo("yes" if results.truth else "no")
    else:
        rows = [[None if term is None else graph.shorten(term) for term in row] for row in results.rows]
        print_tables([results_table(results.variables, rows)], empty="no results")


def _print_library(language: Language, format: str) -> None:
    from kg.cli.output import print_json, print_tables
    from kg.knowledge_graph import named_queries
    from kg.views.library import library_table, query_to_dict

    queries = named_queries().values()
    if format == "json":
        print_json([query_to_dict(query) for query in queries])
    elif format == "table":
        print_tables([library_table(queries, language)])
    else:
        raise click.UsageError("--list comes as table or json")
