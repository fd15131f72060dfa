"""Pictures of a store: its facts as a graph, and the pages that are written of it."""

from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from kg.lookup import find_entity
from kg.model import Claim, Explanation, Moment, UnknownEntityError
from kg.selection import terms_against
from kg.store import Store

if TYPE_CHECKING:
    import networkx as nx

Language = Literal["fr", "en"]


def graph_and_claims(
    store: Store, focus: str | None, hops: int, since: date | None, until: date | None, language: Language
) -> "tuple[nx.MultiDiGraph[str], Mapping[str, Claim]]":
    """The facts as a directed multigraph, and all claims by IRI.

    ``focus`` (any name of an entity) and ``hops`` cut the graph to a neighbourhood, ``since`` and ``until`` to what
    happened between these days. UnknownEntityError where nothing in it is called ``focus``.
    """
    from kg.views import between, build_graph, neighbourhood

    claims = {claim.id: claim for claim in store.claims()}
    graph = build_graph(store.facts(language=language), claims, language=language)
    if since or until:
        graph = between(graph, since, until)
    if focus is not None:
        iri = store.resolve(find_entity(store, focus).id)
        if iri not in graph:
            when = " at that time" if since or until else ""
            raise UnknownEntityError(f"no fact in the graph names {focus!r}{when}; `kg show` tells what is known")
        graph = neighbourhood(graph, iri, hops)
    return graph, claims


def write_view(
    store: Store,
    output: str | Path,
    *,
    title: str | None,
    focus: str | None,
    hops: int,
    since: date | None,
    until: date | None,
    language: Language,
    limit: int | None = None,
) -> Path:
    """Write the interactive picture of :func:`graph_and_claims` as one HTML file; its path."""
    from kg.views import page
    from kg.views.page import LIMIT

    graph, claims = graph_and_claims(store, focus, hops, since, until, language)
    shown = title or (find_entity(store, focus).label if focus else "Knowledge graph")
    terms = terms_against(store, graph.graph["facts"].values())
    return _write(page(graph, claims, terms, title=shown, language=language, limit=limit or LIMIT), output)


def write_explanation(explanation: Explanation, output: str | Path, *, language: Language) -> Path:
    """Write an explanation as one HTML file; its path."""
    from kg.views import explanation_page

    return _write(explanation_page(explanation, language=language), output)


def write_timeline(moments: Iterable[Moment], output: str | Path, *, title: str | None, language: Language) -> Path:
    """Write moments as one HTML file; its path."""
    from kg.views import timeline_page

    return _write(timeline_page(moments, title=title, language=language), output)


def _write(html: str, output: str | Path) -> Path:
    """Write a page, whole or not at all; StoreError where it cannot be written."""
    from kg.export import whole_file

    with whole_file(output) as out:
        out.write(html.encode())
    return Path(output)
