"""What stands near an entity, without looking at all the rest: the latest things in which it has a part."""

from kg.store.backend import Backend
from kg.store.query import run
from kg.store.terms import iri

_ROLES = "kg:party kg:actor kg:target kg:mediator kg:place kg:holder kg:of"


def latest_things(backend: Backend, who: tuple[str, ...], limit: int) -> tuple[str, ...]:
    """The IRIs of events, agreements and tenures in which any of ``who`` (IRIs) has a part; at most ``limit``, the one
    reported last first.
    """
    names = " ".join(str(iri(one)) for one in who)
    facts = iri(backend.names.graph("facts"))
    query = f"""SELECT ?thing (MAX(?report) AS ?last) {{
        GRAPH {facts} {{
            VALUES ?who {{ {names} }}
            VALUES ?role {{ {_ROLES} }}
            ?fact rdf:object ?who ; rdf:predicate ?role ; rdf:subject ?thing
            OPTIONAL {{ ?fact kg:lastReport ?report }}
        }}
    }} GROUP BY ?thing ORDER BY DESC(?last) ?thing LIMIT {limit}"""
    return tuple(str(row[0]) for row in run(backend, query).rows)
