"""``kg show``: all that is known of one entity."""

from datetime import date

import click

from kg.cli.options import as_of_option, format_option, language_option
from kg.cli.settings import Language, Settings

_CONTRADICTED = {
    "fr": "des voix se contredisent là-dessus : kg disputes {0}",
    "en": "voices contradict each other on this: kg disputes {0}",
}


@click.command()
@click.argument("entity", nargs=-1, required=True)
@format_option("table", "json")
@language_option()
@as_of_option()
@click.pass_obj
def command(settings: Settings, entity: tuple[str, ...], format: str, language: Language, as_of: date | None) -> None:
    """Show what is known of an entity.

    These are its facts, those that name it, the passages that they rest on, and judgements on who or what is one.

    ENTITY is a name in French or English, an ISO code or an IRI; NAME@ARTICLE is whom one article means by a name.
    """
    from kg.cli import output

    with settings.to_read(as_of) as graph:
        name = " ".join(entity)
        found = graph.entity(name)
        meant = found.id if "@" in name else name
        facts = tuple(graph.facts(entity=meant, language=language if format == "table" else None))
        claims = {claim.id: claim for claim in graph.claims_behind(facts)}
        terms = graph.terms_against(facts)
        judgements = graph.judgements_on(found, facts, claims.values())
        if format == "json":
            output.print_json(
                {
                    "entity": found.to_json(),
                    "facts": [fact.to_json() for fact in facts],
                    "claims": [claim.to_json() for claim in claims.values()],
                    "disputed_by": [term.to_json() for term in terms.values()],
                    "judgements": [judgement.to_json() for judgement in judgements],
                }
            )
            return
        from kg.views.judgements import judgement_tables
        from kg.views.tables import card

        output.print_tables(
            (*card(found, facts, claims, terms, language=language), *judgement_tables(judgements, language=language)),
            empty=f"the graph holds nothing about {found.label}",
        )
        if any(fact.status == "disputed" or (fact.denied_by and fact.supported_by) for fact in facts):
            click.echo(_CONTRADICTED[language].format(name), err=True)
