"""What the service is, as SPARQL 1.1 Service Description has it."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.server import negotiation
from kg.server.context import context_of
from kg.server.protocol import RequestError

_FORMATS = (
    "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV", "Turtle", "N-Triples",
    "RDF_XML", "JSON-LD",
)  # fmt: skip
_RDFLIB = {"turtle": "turtle", "nt": "nt11", "rdfxml": "pretty-xml", "jsonld": "json-ld"}


def describe(request: Request) -> Response:
    """The description in the form that the client likes best, the editor for a browser; RequestError for neither."""
    offers = negotiation.GRAPHS
    chosen = negotiation.choose(request.headers.get("accept"), [*offers, "text/html"])
    if chosen == "text/html":
        return RedirectResponse("/query", 303)
    if chosen is None:
        raise RequestError(406, f"the description of the service comes as {', '.join(offers)}; or give a query")
    text = turtle(str(request.url.replace(query="")), updates=context_of(request).settings.token is not None)
    if offers[chosen] != "turtle":
        from rdflib import Graph

        text = Graph().parse(data=text, format="turtle").serialize(format=_RDFLIB[offers[chosen]])
    return Response(text, media_type=chosen, headers={"Vary": "Accept"})


def turtle(endpoint: str, *, updates: bool) -> str:
    """The description of the service at ``endpoint`` (IRI)."""
    languages = ["sd:SPARQL11Query", *(["sd:SPARQL11Update"] if updates else [])]
    formats = ", ".join(f"<http://www.w3.org/ns/formats/{name}>" for name in _FORMATS)
    return f"""@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .

[] a sd:Service ;
    sd:endpoint <{_escaped(endpoint)}> ;
    sd:supportedLanguage {", ".join(languages)} ;
    sd:feature sd:EmptyGraphs ;
    sd:resultFormat {formats} ;
    sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] .
"""


def _escaped(iri: str) -> str:
    return "".join(f"%{ord(c):02X}" if c <= " " or c in '<>"{}|^`\\' else c for c in iri)
