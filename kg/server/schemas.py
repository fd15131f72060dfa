"""The JSON values of the routes, as JSON Schema: the contracts of claims and answers, and lists of them."""

from typing import Any

from kg.server.parameters import MODALITIES

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
_YES: Schema = {"type": "boolean"}
_WORDS = _object("fr en", fr=_TEXT, en=_TEXT)
_DAY = _maybe("string", format="date")
_SPAN: Schema = {"anyOf": [_ref("TimeSpan"), {"type": "null"}]}
SCHEMAS: dict[str, Schema] = {
    "Error": _object("error", error=_TEXT),
    "Entity": _object(
        "id kind label",
        id={"type": "string", "format": "iri"},
        kind=_TEXT,
        label=_TEXT,
        iso3=_maybe("string"),
        acts_for=_maybe("string"),
        acts_for_organisation=_maybe("string"),
    ),
    "Article": _object(
        "id language",
        id=_TEXT,
        title=_maybe("string"),
        url=_maybe("string"),
        publisher=_maybe("string"),
        published=_DAY,
        language=_TEXT,
    ),
    "TimeSpan": _object("start end precision", start=_DAY, end=_DAY, precision=_TEXT),
    "Quantity": _object(
        "min max of unit approximate",
        min=_maybe("number"),
        max=_maybe("number"),
        of=_maybe("string"),
        unit=_maybe("string"),
        approximate=_YES,
    ),
    "Evidence": _object("quote start end", quote=_TEXT, start=_COUNT, end=_COUNT),
    "Claim": _object(
        "id kind article type roles modality attribution evidence confidence",
        id={"type": "string", "format": "iri"},
        kind={"enum": ["agreement", "event", "office", "relation"]},
        article=_ref("Article"),
        type=_TEXT,
        subtype=_maybe("string"),
        label=_maybe("string"),
        roles={"type": "object", "additionalProperties": _many(_ref("Entity"))},
        time=_SPAN,
        in_force=_SPAN,
        ended=_SPAN,
        stage=_maybe("string"),
        office=_maybe("string"),
        standing=_maybe("string"),
        provides=_many(_TEXT),
        quantities=_many(_ref("Quantity")),
        modality={"enum": [*MODALITIES]},
        attribution=_many(_ref("Entity")),
        evidence=_ref("Evidence"),
        confidence={"type": "number", "minimum": 0, "maximum": 1},
        rule=_maybe("string"),
        scene=_ref("TimeSpan"),
    ),
    "Passage": _object(
        "article quote start end modality attribution",
        claim={"type": "string", "format": "iri"},
        article=_ref("Article"),
        quote=_TEXT,
        start=_COUNT,
        end=_COUNT,
        modality={"enum": [*MODALITIES]},
        attribution=_many(_ref("Entity")),
    ),
    "Term": _object(
        "id reference holder office of start end source",
        id=_TEXT,
        reference=_TEXT,
        holder=_object("id label", id=_TEXT, label=_TEXT),
        office=_TEXT,
        of=_TEXT,
        start=_SPAN,
        end=_SPAN,
        source=_TEXT,
    ),
    "Moment": _object(
        "id subject kind type what time status who whom places figures sources evidence denied_by",
        id={"type": "string", "format": "iri"},
        subject=_ref("Entity"),
        kind={"enum": ["event", "agreement", "office"]},
        type=_TEXT,
        what=_maybe("string"),
        time=_SPAN,
        status=_ref("Status"),
        who=_many(_ref("Entity")),
        whom=_many(_ref("Entity")),
        places=_many(_ref("Entity")),
        figures=_many(_TEXT),
        sources=_COUNT,
        first_report=_DAY,
        last_report=_DAY,
        evidence=_many(_ref("Passage")),
        disputed_by=_many(_ref("Term")),
        denied_by=_many(_ref("Passage")),
    ),
    "Dispute": _object(
        "id kind subject predicate status since positions others",
        id={"type": "string", "format": "iri"},
        kind={"enum": ["denial", "date", "figure", "place", "holder", "parties"]},
        subject=_ref("Entity"),
        predicate=_TEXT,
        status=_ref("Status"),
        since=_DAY,
        positions=_many(_ref("Position")),
        others=_many(_ref("Entity")),
    ),
    "Position": _object(
        "value denied since said_by terms",
        value=_ANYTHING,
        denied=_YES,
        since=_DAY,
        said_by=_many(_ref("Voice")),
        terms=_many(_ref("Term")),
    ),
    "Voice": _object(
        "who name since evidence",
        who={"anyOf": [_ref("Entity"), {"type": "null"}]},
        name=_TEXT,
        since=_DAY,
        evidence=_many(_ref("Passage")),
    ),
    "NamedQuery": _object(
        "name title description parameters sparql",
        name=_TEXT,
        title=_WORDS,
        description=_WORDS,
        parameters=_many(
            _object(
                "name kind description default", name=_TEXT, kind=_TEXT, description=_WORDS, default=_maybe("string")
            )
        ),
        sparql=_TEXT,
    ),
    "Health": _object("status", status={"enum": ["ok", "failing"]}, error=_TEXT),
    "Fact": _object(
        "id subject predicate object status supported_by denied_by",
        id={"type": "string", "format": "iri"},
        subject=_ref("Entity"),
        predicate=_TEXT,
        object=_ANYTHING,
        status=_ref("Status"),
        first_report=_DAY,
        last_report=_DAY,
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
        rows=_many(_ref("Row")),
        also=_many(_ref("Row")),
        suggestions=_many(_TEXT),
        nearest=_maybe("string"),
    ),
    "Row": {
        **_object("status evidence", status=_maybe("string"), evidence=_many(_ref("Passage"))),
        "additionalProperties": True,
    },
    "Card": _object(
        "entity facts claims disputed_by judgements more",
        entity=_ref("Entity"),
        facts=_many(_ref("Fact")),
        claims=_many(_ref("Claim")),
        disputed_by=_many(_ref("Term")),
        judgements=_many(_ANYTHING),
        more=_YES,
    ),
    "ArticleText": _object("article text claims", article=_ref("Article"), text=_TEXT, claims=_many(_ref("Claim"))),
    "Picture": _object(
        "entity nodes edges facts claims articles picture more",
        entity=_ref("Entity"),
        **{name: _many(_ANYTHING) for name in ("nodes", "edges", "facts", "claims", "articles")},
        picture=_object("nodes edges", nodes=_many(_ANYTHING), edges=_many(_ANYTHING)),
        more=_YES,
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
    "MomentList": _list(_ref("Moment")),
    "DisputeList": _list(_ref("Dispute")),
    "QueryList": _list(_ref("NamedQuery")),
}
