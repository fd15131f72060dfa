"""The JSON values of the routes, as JSON Schema: the contracts of claims and answers, and lists of them."""

from typing import Any

Schema = dict[str, Any]


def _object(required: str, **properties: Schema) -> Schema:
    return {"type": "object", "properties": properties, "required": required.split()}


def _ref(name: str) -> Schema:
    return {"$ref": f"#/components/schemas/{name}"}


def _many(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _maybe(kind: str, **rest: Any) -> Schema:
    return {"type": [kind, "null"], **rest}


def _list(items: Schema) -> Schema:
    """A page of a list; ``more`` says whether there is another after it."""
    return _object("items more", items=_many(items), more={"type": "boolean"})


_TEXT: Schema = {"type": "string"}
_COUNT: Schema = {"type": "integer", "minimum": 0}
_COUNTS: Schema = {"type": "object", "additionalProperties": _COUNT}
_IRIS = _many({"type": "string", "format": "iri"})
_ANYTHING: Schema = {"type": "object"}
SCHEMAS: dict[str, Schema] = {
    "Error": _object("error", error=_TEXT),
    "Entity": _object(
        "id kind label",
        id={"type": "string", "format": "iri"},
        kind=_TEXT,
        label=_TEXT,
        iso3=_maybe("string"),
        acts_for=_maybe("string"),
    ),
    "Article": _object(
        "id language",
        id=_TEXT,
        title=_maybe("string"),
        url=_maybe("string"),
        publisher=_maybe("string"),
        published=_maybe("string", format="date"),
        language=_TEXT,
    ),
    "Evidence": _object("quote start end", quote=_TEXT, start=_COUNT, end=_COUNT),
    "Claim": _object(
        "id kind article type roles modality attribution evidence confidence",
        id={"type": "string", "format": "iri"},
        kind={"enum": ["agreement", "event", "office", "relation"]},
        article=_ref("Article"),
        type=_TEXT,
        roles={"type": "object", "additionalProperties": _many(_ref("Entity"))},
        modality={"enum": ["asserted", "reported", "planned", "possible", "denied"]},
        attribution=_many(_ref("Entity")),
        evidence=_ref("Evidence"),
        confidence={"type": "number", "minimum": 0, "maximum": 1},
    ),
    "Fact": _object(
        "id subject predicate object status supported_by denied_by",
        id={"type": "string", "format": "iri"},
        subject=_ref("Entity"),
        predicate=_TEXT,
        object=_ANYTHING,
        status=_ref("Status"),
        first_report=_maybe("string", format="date"),
        last_report=_maybe("string", format="date"),
        supported_by=_IRIS,
        denied_by=_IRIS,
        disputed_by=_IRIS,
    ),
    "Status": {"enum": ["disputed", "corroborated", "stated", "alleged", "expected", "denied"]},
    "Answer": _object(
        "question status kind sparql understood rows also suggestions",
        question=_TEXT,
        status={"enum": ["answered", "none", "not understood"]},
        kind=_maybe("string"),
        sparql=_maybe("string"),
        understood=_maybe("string"),
        rows=_many(_ANYTHING),
        also=_many(_ANYTHING),
        suggestions=_many(_TEXT),
    ),
    "Card": _object(
        "entity facts claims disputed_by judgements more",
        entity=_ref("Entity"),
        facts=_many(_ref("Fact")),
        claims=_many(_ref("Claim")),
        disputed_by=_many(_ANYTHING),
        judgements=_many(_ANYTHING),
        more={"type": "boolean"},
    ),
    "ArticleText": _object("article text claims", article=_ref("Article"), text=_TEXT, claims=_many(_ref("Claim"))),
    "Picture": _object(
        "entity nodes edges facts claims articles picture more",
        entity=_ref("Entity"),
        **{name: _many(_ANYTHING) for name in ("nodes", "edges", "facts", "claims", "articles")},
        picture=_object("nodes edges", nodes=_many(_ANYTHING), edges=_many(_ANYTHING)),
        more={"type": "boolean"},
    ),
    "Statistics": _object(
        "articles claims facts quads by_status by_kind by_class",
        articles=_COUNT,
        claims=_COUNT,
        facts=_COUNT,
        quads=_COUNT,
        by_status=_COUNTS,
        by_kind=_COUNTS,
        by_class=_COUNTS,
    ),
    "EntityList": _list(_ref("Entity")),
    "FactList": _list(_ref("Fact")),
    "ClaimList": _list(_ref("Claim")),
    "ArticleList": _list(_ref("Article")),
    "List": _list(_ANYTHING),
}
