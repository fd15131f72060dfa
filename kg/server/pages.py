"""The web pages: what a person sees of the graph, each built on demand from what is near it."""

import re
from collections.abc import Callable, Coroutine
from html import unescape
from itertools import islice
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kg.knowledge_graph import PREFIXES, KnowledgeGraph, named_queries
from kg.server.context import ASKING, Context, context_of
from kg.server.negotiation import choose
from kg.server.parameters import AS_OF, LANGUAGE, OFFSET, SINCE, UNTIL, Parameter, Values, day_of, read_values
from kg.server.protocol import RequestError
from kg.views import site as views
from kg.views.site import Site
from kg.views.site.entity_page import entity_page
from kg.views.site.moments_page import moments_page

SHOWN = 50
"""So many things are shown on the page of an entity or of the timeline."""
DRAWN = 60
"""So many happenings are drawn at a time."""
DISPUTES = 20
"""So many disputes are shown at a time."""
LISTED = 100
LATEST = 12
"""So many happenings are told on the first page."""
Build = Callable[[KnowledgeGraph, Values, Site], str]
_POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)">')


def page_routes() -> list[Route]:
    """A route for each page."""
    return [Route(path, _endpoint(parameters, build), methods=["GET"]) for path, parameters, build in _PAGES]


def page_response(html: str, status: int = 200) -> Response:
    """A page as it is sent: its own policy goes before it, and no other page may frame it."""
    told = _POLICY.search(html)
    policy = [unescape(told[1])] if told else ["default-src 'none'"]
    headers = {"Content-Security-Policy": "; ".join([*policy, "frame-ancestors 'none'"])}
    return Response(html, status_code=status, media_type="text/html", headers=headers)


def site_of(request: Request) -> Site:
    """The page that is asked for: its path and fields, and the language that the address or the browser wants."""
    given = request.query_params.multi_items()
    fields = [(name, value) for name, value in given if name not in ("language", AS_OF.name)]
    wanted = request.query_params.get("language") or _preferred(request.headers.get("accept-language", ""))
    try:
        day = day_of(given)
    except RequestError:
        day = None  # whoever builds the page tells
    return Site(language="fr" if wanted == "fr" else "en", path=request.url.path, fields=tuple(fields), as_of=day)


def _preferred(accept: str) -> str:
    """The language that a browser likes best, of French and English."""
    ranges = ",".join(
        f"{part.split(';')[0].strip()[:2]}/*;{';'.join(part.split(';')[1:])}" for part in accept.split(",")
    )
    return (choose(ranges, ["en/x", "fr/x"]) or "en")[:2]


def _endpoint(parameters: tuple[Parameter, ...], build: Build) -> Callable[[Request], Coroutine[Any, Any, Response]]:
    async def endpoint(request: Request) -> Response:
        given = [
            (name, words) for name, words in request.query_params.multi_items() if words
        ]  # a form sends all fields
        values = read_values((*parameters, LANGUAGE, AS_OF), given)
        context = context_of(request)
        return page_response(await context.run(_built, context, build, values, site_of(request)))

    return endpoint


def _built(context: Context, build: Build, values: Values, site: Site) -> str:
    with context.graphs.reading(values[AS_OF.name]) as graph:
        return build(graph, values, site)


def _home(graph: KnowledgeGraph, _values: Values, site: Site) -> str:
    found, _ = graph.latest_moments(limit=LATEST, language=site.language)
    return views.home_page(site, [one for one in found if one.span][::-1])


def _search(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    return views.search_page(site, values["text"], graph.search(values["text"], limit=LISTED))


def _ask(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    question = values["question"]
    with ASKING:
        answer = graph.ask(question) if question else None
    return views.answer_page(site, answer)


def _entity(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    entity, moments, more = graph.moments_near(values["name"], limit=SHOWN, language=site.language)
    facts = graph.own_facts(entity, language=site.language)
    note = site.say["recent"].format(SHOWN) if more else ""
    return entity_page(site, entity, facts, graph.terms_against(facts), moments, note=note)


def _graph(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    if not values["name"]:
        return graph.picture_latest(limit=DRAWN, site=site)
    return graph.picture_near(values["name"], limit=DRAWN, site=site)


def _timeline(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    asked = {name: values[name] for name in ("name", "with", "since", "until")}
    names = [name for name in (values["name"], values["with"]) if name]
    days, offset = {name: values[name] for name in ("since", "until")}, values["offset"]
    moments, more = graph.latest_moments(*names, **days, limit=SHOWN, offset=offset, language=site.language)
    who = [graph.entity(name) for name in names]
    return moments_page(site, who, moments, asked=asked, offset=offset, limit=SHOWN, more=more)


def _articles(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    start = values["offset"]
    found = [*islice(graph.article_infos(), start, start + LISTED + 1)]
    more = site.href("/articles", offset=str(start + LISTED)) if len(found) > LISTED else None
    return views.articles_page(site, found[:LISTED], more)


def _article(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    article = graph.article(values["id"])
    moments = graph.moments_told(article.id, language=site.language)
    return views.article_page(site, article, graph.claims(article=article.id), moments)


def _query(graph: KnowledgeGraph, _values: Values, site: Site) -> str:
    return views.query_page(site, named_queries().values(), PREFIXES, graph.base)


def _yasgui(_graph: KnowledgeGraph, _values: Values, site: Site) -> str:
    return views.yasgui_page(site, PREFIXES)


def _disputes(graph: KnowledgeGraph, values: Values, site: Site) -> str:
    name, start = values["name"], values["offset"]
    found = [*islice(graph.latest_disputes(name, language=site.language), start, start + DISPUTES + 1)]
    fields = {"name": name} if name else {}
    more = site.href("/disputes", **fields, offset=str(start + DISPUTES)) if len(found) > DISPUTES else None
    return views.disputes_page(site, found[:DISPUTES], graph.entity(name) if name else None, more)


_NAME = Parameter(name="name", description="any name of it, its ISO code or IRI", required=True)
_ANY_NAME = Parameter(name="name", description="any name of an entity, agreement or event")
_WITH = Parameter(name="with", description="another entity that had a part too")
_PAGES: tuple[tuple[str, tuple[Parameter, ...], Build], ...] = (
    ("/", (), _home),
    ("/search", (Parameter(name="text", description="what is looked for", required=True),), _search),
    ("/ask", (Parameter(name="question", description="the question"),), _ask),
    ("/entity", (_NAME,), _entity),
    ("/graph", (_ANY_NAME,), _graph),
    ("/timeline", (_ANY_NAME, _WITH, SINCE, UNTIL, OFFSET), _timeline),
    ("/articles", (OFFSET,), _articles),
    ("/article", (Parameter(name="id", description="the id of the article", required=True),), _article),
    ("/query", (Parameter(name="query", description="a query to run"),), _query),
    ("/yasgui", (), _yasgui),
    ("/disputes", (_ANY_NAME, OFFSET), _disputes),
)
PATHS = frozenset(path for path, _, _ in _PAGES)
