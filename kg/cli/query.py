"""``kg query``: SPARQL."""

import sys
from datetime import date
from typing import TYPE_CHECKING

import click

from kg.cli.options import as_of_option, format_option
from kg.cli.settings import Settings

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph, Results


@click.command()
@click.argument("sparql", required=False)
@click.option("-f", "--file", metavar="FILE", help="Read the query from this file.")
@format_option("table", "json", "csv", "tsv", "xml", "turtle", "nt", "jsonld")
@click.option("--allow-service", is_flag=True, help="Let SERVICE ask other servers.")
@click.option("--allow-from", is_flag=True, help="Let FROM name graphs that the store has not; they are empty.")
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    sparql: str | None,
    file: str | None,
    format: str,
    allow_service: bool,
    allow_from: bool,
    as_of: date | None,
) -> None:
    """Run a SPARQL 1.1 query on the graph.

    The query is SPARQL, a file (-f), or standard input (-). The prefixes kg, rdf, rdfs, owl, xsd, skos, prov, oa,
    schema, sem and dcterms need no declaration. The default graph holds what at least one article asserts.
    """
    text = _text(sparql, file)
    with settings.to_read(as_of) as graph:
        results = graph.query(text, allow_service=allow_service, allow_from=allow_from)
        if format == "table":
            _print_table(graph, results)
        else:
            from kg.cli.output import standard_output

            results.serialize(format, standard_output())


def _text(sparql: str | None, file: str | None) -> str:
    from kg.model import QueryError

    if sparql is not None and file is not None:
        raise click.UsageError("give the query as an argument or as a file, not both")
    if sparql is None and file is None and sys.stdin.isatty():
        raise click.UsageError("give a query, a file (-f) or - for standard input")
    if sparql not in (None, "-"):
        return str(sparql)
    with click.open_file(file or "-", "rb") as stream:
        data: bytes = stream.read()
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(f"the query is not UTF-8 (byte {error.start}); save it as UTF-8") from error


def _print_table(graph: "KnowledgeGraph", results: "Results") -> None:
    from kg.cli.output import print_tables
    from kg.views.tables import results_table

    if results.kind == "ask":
        click.echo("yes" if results.truth else "no")
        return
    rows = [[None if term is None else graph.shorten(term) for term in row] for row in results.rows]
    print_tables([results_table(results.variables, rows)], empty="no results")
