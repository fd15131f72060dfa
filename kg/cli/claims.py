"""``kg claims``: what the articles say."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings

KINDS = ("agreement", "event", "office", "relation")
MODALITIES = ("asserted", "reported", "planned", "possible", "denied")


@click.command()
@click.option("--article", metavar="ID", help="Of this article.")
@click.option("--entity", metavar="NAME", help="Naming this entity: any name of it, ISO code or IRI.")
@click.option("--kind", type=click.Choice(KINDS), help="Of this kind.")
@click.option("--type", "type", help="Of this type: ASSAULT, treaty, …")
@click.option("--modality", type=click.Choice(MODALITIES), help="Said in this way.")
@click.option("--min-confidence", type=click.FloatRange(0, 1), default=0, help="At least this sure.")
@format_option("table", "jsonl", "csv")
@language_option()
@as_of_option()
@click.pass_obj
def command(
    settings: Settings,
    article: str | None,
    entity: str | None,
    kind: str | None,
    type: str | None,
    modality: str | None,
    min_confidence: float,
    format: str,
    language: Language,
    as_of: date | None,
) -> None:
    """List what the articles say, passage by passage."""
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        found = graph.claims(
            article=article, entity=entity, kind=kind, type=type, modality=modality, min_confidence=min_confidence
        )
        if format == "jsonl":
            output.print_json_lines(claim.to_json() for claim in found)
        elif format == "csv":
            from kg.views.flat import CLAIM_COLUMNS, claim_row

            output.print_csv(CLAIM_COLUMNS, map(claim_row, found))
        else:
            from kg.views.tables import claims_table

            output.print_tables([claims_table(found, language=language)], empty="no such claims")
