"""The page on which SPARQL is written: an editor with completion, the library of queries, and a table of results."""

from collections.abc import Iterable, Mapping
from typing import Any

from kg.model import NamedQuery
from kg.views.site.frame import Site
from kg.views.templates import static_page
from kg.vocabulary.ontology_terms import ontology_terms

_EXAMPLE = """SELECT ?agreement ?name ?party {
  ?agreement a kg:Agreement ; rdfs:label ?name ; kg:party ?party .
}
ORDER BY ?name
LIMIT 100"""
_KEYWORDS = (
    "SELECT ASK CONSTRUCT DESCRIBE WHERE FILTER OPTIONAL UNION GRAPH VALUES BIND MINUS EXISTS DISTINCT COUNT LIMIT"
    " OFFSET REGEX CONTAINS COALESCE STR LANG"
)
_OTHERS = (
    "rdf:type rdf:subject rdf:predicate rdf:object rdfs:label owl:sameAs prov:wasDerivedFrom oa:hasSelector oa:exact"
    " oa:start oa:end schema:identifier schema:headline schema:publisher schema:datePublished xsd:date"
)
_FORMS = (
    ("CSV", "text/csv, text/turtle;q=0.5"),
    ("TSV", "text/tab-separated-values, text/turtle;q=0.5"),
    ("JSON", "application/sparql-results+json, application/ld+json;q=0.5"),
    ("XML", "application/sparql-results+xml, application/rdf+xml;q=0.5"),
)
_RESIZER = "'sha256-zCK2EVMoPc04mRF/g5CotUvxbJPWS+8V0b+s9ptqQIk='"  # the style that YASGUI's table puts in by itself
_SCRIPT = ("run", "wait", "unreachable", "yes", "no", "rows", "cut", "drawn")


def query_page(site: Site, queries: Iterable[NamedQuery], prefixes: Mapping[str, str], base: str) -> str:
    """The editor, with the named queries; ``base`` is where the IRIs of things begin, which become links."""
    language = site.language
    library = [_described(query, language) for query in queries]
    return static_page(
        "query.html",
        "base.css",
        "nav.css",
        "site.css",
        forms_to="'self'",
        script="query.js",
        language=language,
        title="SPARQL",
        site=site,
        queries=library,
        example=_EXAMPLE,
        forms_of=_FORMS,
        content={
            "words": {name: site.say[name] for name in _SCRIPT},
            "queries": library,
            "terms": _terms(language, prefixes),
            "prefixes": dict(prefixes),
            "base": base,
        },
    )


def yasgui_page(site: Site, prefixes: Mapping[str, str]) -> str:
    """YASGUI, for those who know it, on the server's own endpoint; a query in it has the ``prefixes`` declared."""
    used = {name: iri for name, iri in prefixes.items() if f"{name}:" in _EXAMPLE}
    declared = "\n".join(f"PREFIX {name}: <{iri}>" for name, iri in used.items())
    return static_page(
        "yasgui.html",
        "base.css",
        "nav.css",
        "site.css",
        "yasgui/yasgui.min.css",
        forms_to="'self'",
        script=("yasgui/yasgui.min.js", "yasgui.js"),
        styles=_RESIZER,
        language=site.language,
        title="YASGUI",
        site=site,
        content={"example": f"{declared}\n\n{_EXAMPLE}", "as_of": site.as_of.isoformat() if site.as_of else None},
    )


def _described(query: NamedQuery, language: str) -> dict[str, Any]:
    parameters = [
        {"name": one.name, "description": one.description[language], "default": one.default} for one in query.parameters
    ]
    return {
        "name": query.name,
        "title": query.title[language],
        "description": query.description[language],
        "parameters": parameters,
    }


def _terms(language: str, prefixes: Mapping[str, str]) -> list[dict[str, str]]:
    """What may be completed: terms of the ontology with what they mean, others, prefixes and keywords."""
    own = [{"name": name, "told": labels[language]} for name, labels in ontology_terms().items()]
    return [
        *own,
        *({"name": name, "told": ""} for name in (*_OTHERS.split(), *(f"{p}:" for p in prefixes), *_KEYWORDS.split())),
    ]
