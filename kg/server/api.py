"""The JSON routes: what the commands print with ``--format json``, and lists a page at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from datetime import date
from itertools import islice
from typing import Any

from kg.knowledge_graph import KnowledgeGraph, named_queries
from kg.model import Moment, TimeSpan
from kg.server.context import ASKING
from kg.server.parameters import LANGUAGE, LIMIT, MODALITIES, OFFSET, SINCE, STATUS, UNTIL, JsonRoute, Parameter, Values
from kg.views.library import query_to_dict

AT_ONCE = 50
"""So many happenings are looked at together."""
KINDS = ("agreement", "event", "office", "relation")


def _ask(graph: KnowledgeGraph, values: Values) -> Any:
    during = _span(values["since"], values["until"])
    with ASKING:
        return graph.ask(values["question"], language=values["language"], during=during).to_json()


def _span(since: date | None, until: date | None) -> TimeSpan | None:
    return TimeSpan(start=since, end=until, precision="range") if since or until else None


def _entity(graph: KnowledgeGraph, values: Values) -> Any:
    name, limit = values["name"], values["limit"]
    entity = graph.entity(name)
    facts = list(islice(graph.facts(entity=name, language=values["language"]), limit + 1))
    shown = facts[:limit]
    claims = {claim.id: claim for claim in graph.claims_behind(shown)}
    return {
        "entity": entity.to_json(),
        "facts": [fact.to_json() for fact in shown],
        "claims": [claim.to_json() for claim in claims.values()],
        "disputed_by": [term.to_json() for term in graph.terms_against(shown).values()],
        "judgements": [one.to_json() for one in graph.judgements_on(entity, shown, claims.values())],
        "more": len(facts) > limit,
    }


def _facts(graph: KnowledgeGraph, values: Values) -> Any:
    found = graph.facts(
        entity=values["entity"],
        article=values["article"],
        predicate=values["predicate"],
        status=values["status"],
        during=_span(values["since"], values["until"]),
        language=values["language"],
    )
    return _page(found, values)


def _claims(graph: KnowledgeGraph, values: Values) -> Any:
    names = ("article", "entity", "kind", "type", "modality")
    return _page(graph.claims(**{name: values[name] for name in names}), values)


def _timeline(graph: KnowledgeGraph, values: Values) -> Any:
    return _page(_latest(graph, values), values)


def _latest(graph: KnowledgeGraph, values: Values) -> Iterator[Moment]:
    """The moments, the last first, found as they are asked for."""
    names = [name for name in (values["entity"], values["with"]) if name]
    days = {name: values[name] for name in ("since", "until")}
    undated: list[Moment] = []
    offset, more = 0, True
    while more:
        found, more = graph.latest_moments(*names, **days, limit=AT_ONCE, offset=offset, language=values["language"])
        offset += AT_ONCE
        wanted = [one for one in found if values["status"] in (None, one.status)]
        yield from sorted((one for one in wanted if one.span), key=_last_day, reverse=True)
        undated += (one for one in wanted if not one.span)
    yield from undated


def _last_day(one: Moment) -> date:
    return (one.span and (one.span.end or one.span.start)) or date.min


def _disputes(graph: KnowledgeGraph, values: Values) -> Any:
    return _page(graph.latest_disputes(values["entity"], language=values["language"]), values)


def _articles(graph: KnowledgeGraph, values: Values) -> Any:
    return _page(graph.article_infos(), values)


def _article(graph: KnowledgeGraph, values: Values) -> Any:
    article = graph.article(values["id"])
    claims = [claim.to_json() for claim in graph.claims(article=values["id"])]
    return {"article": article.info.to_json(), "text": article.text, "claims": claims}


def _search(graph: KnowledgeGraph, values: Values) -> Any:
    limit = values["limit"]
    found = graph.search(values["text"], limit=limit + 1)
    return {"items": [entity.to_json() for entity in found[:limit]], "more": len(found) > limit}


def _near(graph: KnowledgeGraph, values: Values) -> Any:
    return graph.more_near(
        values["name"], limit=values["limit"], offset=values["offset"], language=values["language"] or "en"
    )


def _statistics(graph: KnowledgeGraph, _values: Values) -> Any:
    return asdict(graph.statistics())


def _queries(_graph: KnowledgeGraph, _values: Values) -> Any:
    return {"items": [query_to_dict(query) for query in named_queries().values()], "more": False}


def _page(found: Iterable[Any], values: Values) -> Any:
    """A page of a list, and whether there is more after it."""
    start, limit = values["offset"], values["limit"]
    items = list(islice(found, start, start + limit + 1))
    return {"items": [item.to_json() for item in items[:limit]], "more": len(items) > limit}


def _string(name: str, description: str, *choices: str, required: bool = False) -> Parameter:
    return Parameter(name=name, description=description, choices=choices, required=required)


_ENTITY = _string("entity", "any name of an entity, its ISO code or IRI")
_PAGE = (LIMIT, OFFSET)
ROUTES = (
    JsonRoute(
        path="/api/ask",
        summary="The answer to a question in French or English, with its evidence",
        parameters=(_string("question", "the question", required=True), LANGUAGE, SINCE, UNTIL),
        answer=_ask,
        schema="Answer",
    ),
    JsonRoute(
        path="/api/search",
        summary="Entities and agreements whose names are like a text, the nearest first",
        parameters=(_string("text", "what is looked for", required=True), LIMIT),
        answer=_search,
        schema="EntityList",
    ),
    JsonRoute(
        path="/api/entity",
        summary="All that is known of an entity, agreement or event",
        parameters=(_string("name", "any name of it, its ISO code or IRI", required=True), LANGUAGE, LIMIT),
        answer=_entity,
        schema="Card",
    ),
    JsonRoute(
        path="/api/facts",
        summary="Facts, by IRI",
        parameters=(
            _ENTITY,
            _string("article", "the id of an article that supports or denies them"),
            _string("predicate", "with this property: party, actor, signed, …"),
            STATUS,
            SINCE,
            UNTIL,
            LANGUAGE,
            *_PAGE,
        ),
        answer=_facts,
        schema="FactList",
    ),
    JsonRoute(
        path="/api/claims",
        summary="What articles say, word for word",
        parameters=(
            _ENTITY,
            _string("article", "the id of the article"),
            _string("kind", "of this kind", *KINDS),
            _string("type", "of this type: ASSAULT, treaty, …"),
            _string("modality", "said in this way", *MODALITIES),
            *_PAGE,
        ),
        answer=_claims,
        schema="ClaimList",
    ),
    JsonRoute(
        path="/api/timeline",
        summary="What happened, the last first, what has no date after all that has",
        parameters=(
            _ENTITY,
            _string("with", "another entity that had a part too"),
            SINCE,
            UNTIL,
            STATUS,
            LANGUAGE,
            *_PAGE,
        ),
        answer=_timeline,
        schema="MomentList",
    ),
    JsonRoute(
        path="/api/disputes",
        summary="What sources contradict each other on, over what happened last first",
        parameters=(_ENTITY, LANGUAGE, *_PAGE),
        answer=_disputes,
        schema="DisputeList",
    ),
    JsonRoute(
        path="/api/articles",
        summary="The articles, by id",
        parameters=_PAGE,
        answer=_articles,
        schema="ArticleList",
    ),
    JsonRoute(
        path="/api/article",
        summary="An article's text and what it claims",
        parameters=(_string("id", "the id of the article", required=True),),
        answer=_article,
        schema="ArticleText",
    ),
    JsonRoute(
        path="/api/graph",
        summary="What is near an entity, as the picture shows it: things and relations, the latest first",
        parameters=(_string("name", "any name of it, its ISO code or IRI", required=True), LANGUAGE, *_PAGE),
        answer=_near,
        schema="Picture",
    ),
    JsonRoute(
        path="/api/statistics",
        summary="How much the graph holds",
        parameters=(),
        answer=_statistics,
        schema="Statistics",
    ),
    JsonRoute(
        path="/api/queries",
        summary="The named queries, with their parameters and SPARQL",
        parameters=(),
        answer=_queries,
        schema="QueryList",
    ),
)
