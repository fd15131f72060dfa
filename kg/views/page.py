"""The graph as one HTML page that needs nothing else: no network, no file beside it, no time to settle.

pyvis makes the page, from a template of ours: its own asks a content network for Bootstrap and lets a heading become
script. Everything that comes from articles is in one JSON block, which the page's script writes as text only.
"""

import base64
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.model import STATUSES, Claim, KgError, OfficeTerm
from kg.views.graph import part_of
from kg.views.interface import INTERFACE
from kg.views.payload import details, most_telling, vis_edges, vis_nodes
from kg.views.phrases import clean
from kg.views.site.frame import Site
from kg.views.style import KIND_STYLES, options
from kg.views.templates import asset
from kg.views.words import KINDS, STATUS_WORDS, Language, Wording, wording

if TYPE_CHECKING:
    from kg.views.graph import Graph

LIMIT = 2000
_SCRIPTS = ("data", "picture", "panel", "filters", "search", "table", "saving", "growing", "last")
_COLUMNS = ("what", "kind", "when", "status", "relations", "sources")


@dataclass(frozen=True, slots=True, kw_only=True)
class Centre:
    """Around what a served picture stands: its IRI, how many things come at a time, whether more are near it.

    A picture of what happened last stands around nothing; what is near each thing in it is fetched all the same.
    """

    iri: str | None
    limit: int
    more: bool


def page(
    graph: "Graph",
    claims: Mapping[str, Claim],
    terms: Mapping[str, OfficeTerm] | None = None,
    *,
    title: str,
    language: Language = "fr",
    limit: int = LIMIT,
    words: Wording | None = None,
    site: Site | None = None,
    centre: Centre | None = None,
    left_out: str = "",
) -> str:
    """The HTML of a page that shows the graph of :func:`~kg.views.graph.build_graph`, in French or English.

    ``claims`` give the quotes, ``terms`` what reference data has against facts; an IRI that they lack is passed over.
    Of more than ``limit`` nodes the most connected are shown, among equals the most recent, and the page says what it
    left out and how to get it, unless ``left_out`` does. On a ``site`` it has its menu, its title links to the page of
    its ``centre``, and what is near anything is fetched on demand. The same input gives the same page. KgError where
    pyvis comes without the script that draws.
    """
    part = part_of(graph, set(most_telling(graph, limit))) if len(graph) > limit else graph
    words = words or wording(language)
    say = INTERFACE[language]
    content = {
        "words": {
            **say["script"],
            "counts": say["counts"],
            "kinds": _chosen(KINDS, language),
            "statuses": _chosen(STATUS_WORDS, language),
        },
        "near": _near(site, centre) if site and centre else None,
        **details(part, claims, words, terms),
    }
    return _render(
        vis_nodes(part),
        vis_edges(part),
        say=say,
        title=clean(title),
        language=language,
        content=content,
        counts=_counts(part, content, language),
        left_out=left_out or _left_out(graph, part, language),
        site=site,
        home=site.href("/entity", name=centre.iri) if site and centre and centre.iri else None,
        columns=[(name, say["columns"][name]) for name in _COLUMNS],
        kinds=[(kind, KINDS[kind][language], _number(part, kind)) for kind in KIND_STYLES],
        statuses=[(status, STATUS_WORDS[status][language]) for status in STATUSES],
    )


def more_of_it(
    graph: "Graph", claims: Mapping[str, Claim], terms: Mapping[str, OfficeTerm], *, language: Language
) -> dict[str, Any]:
    """What a page needs to add a graph to the one that it shows: as in the page itself, without places."""
    return {
        **details(graph, claims, wording(language), terms),
        "picture": {"nodes": vis_nodes(graph, placed=False), "edges": vis_edges(graph)},
    }


def _near(site: Site, centre: Centre) -> dict[str, Any]:
    """How the page asks for more."""
    return {
        "centre": clean(centre.iri) if centre.iri else None,
        "limit": centre.limit,
        "offset": centre.limit,
        "more": centre.more,
        "as_of": site.as_of.isoformat() if site.as_of else None,
    }


def _chosen(table: Mapping[str, Mapping[str, str]], language: str) -> dict[str, str]:
    return {key: entry[language] for key, entry in table.items()}


def _number(graph: "Graph", kind: str) -> int:
    return sum(data["kind"] == kind for _, data in graph.nodes(data=True))


def _counts(graph: "Graph", content: Mapping[str, Any], language: str) -> str:
    numbers = (len(graph), graph.number_of_edges(), len(content["claims"]), len(content["articles"]))
    return str(INTERFACE[language]["counts"]).format(*(_grouped(number, language) for number in numbers))


def _left_out(graph: "Graph", part: "Graph", language: str) -> str:
    """What the page does not show, and how to get it; empty where it shows all."""
    if len(part) == len(graph):
        return ""
    numbers = (len(part), len(graph), len(graph) - len(part), graph.number_of_edges() - part.number_of_edges())
    return str(INTERFACE[language]["left_out"]).format(*(_grouped(number, language) for number in numbers))


def _grouped(number: int, language: str) -> str:
    return f"{number:,}".replace(",", "\u202f" if language == "fr" else ",")


def _render(nodes: list[dict[str, Any]], edges: list[dict[str, Any]], **values: Any) -> str:
    """The page from pyvis with our template. Nodes and edges are set at once: adding them one by one is quadratic."""
    import pyvis
    from jinja2 import Environment, FunctionLoader
    from markupsafe import Markup
    from pyvis.network import Network

    texts = {
        "library": _library(Path(pyvis.__file__).parent),
        "script": "\n".join(['"use strict";', "(() => {", *(asset(f"graph/{name}.js") for name in _SCRIPTS), "})();"]),
        "style": "\n".join(map(asset, ("graph/page.css", "signs.css", *(["nav.css"] if values["site"] else [])))),
    }
    network = Network(height="100%", width="100%", directed=True, cdn_resources="in_line")
    network.nodes, network.edges, network.options = nodes, edges, options(len(nodes))
    network.path = "graph/page.html"
    network.templateEnv = Environment(loader=FunctionLoader(asset), autoescape=True)
    network.templateEnv.globals.update(
        values,
        policy=_policy(texts, served=values["site"] is not None),
        **{name: Markup(text) for name, text in texts.items()},  # noqa: S704 our own files
    )
    return str(network.generate_html())


def _library(folder: Path) -> str:
    """The script of vis-network that pyvis carries."""
    found = sorted(folder.glob("templates/lib/vis-*/vis-network.min.js"))
    if not found:
        raise KgError(f"pyvis in {folder} has no vis-network.min.js; install pyvis 0.3.2 again")
    return found[-1].read_text("utf-8").replace("\r\n", "\n")


def _policy(texts: Mapping[str, str], *, served: bool) -> str:
    """The content security policy: only these scripts and this style, and nothing from anywhere but its own server."""

    def source(name: str) -> str:
        return f"'sha256-{base64.b64encode(hashlib.sha256(texts[name].encode()).digest()).decode()}'"

    return (
        f"default-src 'none'; script-src {source('library')} {source('script')}; style-src {source('style')}; "
        + ("connect-src 'self'; form-action 'self'; " if served else "form-action 'none'; ")
        + "img-src data:; base-uri 'none'"
    )
