"""Claims, facts and answers as flat rows, for spreadsheets. What is several stands in one cell, parted by ``; ``."""

from collections.abc import Iterator, Mapping
from typing import Any

from kg.model import ROLES, Answer, Claim, Entity, Fact

_ROLES = tuple(dict.fromkeys(role for roles in ROLES.values() for role in roles))
CLAIM_COLUMNS = (
    *("id", "kind", "type", "subtype", "label", *_ROLES, "time_start", "time_end", "time_precision", "stage"),
    *("office", "standing", "provides", "quantities", "modality", "attribution", "article", "title", "publisher"),
    *("published", "url", "language", "quote", "start", "end", "confidence"),
)
FACT_COLUMNS = (
    *("id", "subject", "subject_label", "subject_kind", "predicate", "object", "object_label", "object_kind"),
    *("language", "status", "first_report", "last_report", "supported_by", "denied_by", "disputed_by"),
)


def claim_row(claim: Claim) -> Mapping[str, Any]:
    """A claim by ``CLAIM_COLUMNS``: entities by their labels, times by their bounds."""
    data = claim.to_json()
    time, article = data["time"] or {}, data["article"]
    return {
        **{name: data[name] for name in ("id", "kind", "type", "subtype", "label", "stage", "office", "standing")},
        **{name: data[name] for name in ("modality", "confidence")},
        **{role: cell(data["roles"].get(role)) for role in _ROLES},
        **{f"time_{name}": time.get(name) for name in ("start", "end", "precision")},
        **{name: cell(data[name]) for name in ("provides", "quantities", "attribution")},
        **{name: article[name] for name in ("title", "publisher", "published", "url", "language")},
        **data["evidence"],
        "article": article["id"],
    }


def fact_row(fact: Fact) -> Mapping[str, Any]:
    """A fact by ``FACT_COLUMNS``."""
    value = fact.object
    shown: dict[str, Any]
    if isinstance(value, Entity):
        shown = {"object": value.id, "object_label": value.label, "object_kind": value.kind, "language": ""}
    else:
        shown = {"object": value.text, "object_label": "", "object_kind": value.datatype, "language": value.language}
    return {
        "id": fact.id,
        "subject": fact.subject.id,
        "subject_label": fact.subject.label,
        "subject_kind": fact.subject.kind,
        "predicate": fact.predicate,
        **shown,
        "status": fact.status,
        "first_report": fact.first_report,
        "last_report": fact.last_report,
        "supported_by": " ".join(fact.supported_by),
        "denied_by": " ".join(fact.denied_by),
        "disputed_by": " ".join(fact.disputed_by),
    }


def answer_columns(answer: Answer) -> tuple[str, ...]:
    """The columns of the rows, then status and first passage, and the terms of references against them, if any."""
    rows = (*answer.rows, *answer.also)
    names = dict.fromkeys(name for row in rows for name in row.columns)
    against = ("disputed_by",) if any(row.disputed_by for row in rows) else ()
    return (*names, "status", "article", "quote", "start", "end", *against)


def answer_rows(answer: Answer) -> Iterator[Mapping[str, Any]]:
    """The rows of an answer by :func:`answer_columns`, and after them those that are not asserted."""
    for row in (*answer.rows, *answer.also):
        first = row.evidence[0] if row.evidence else None
        passage = {**first.to_json()["evidence"], "article": first.article.id} if first else {}
        against = {"disputed_by": " ".join(term.id for term in row.disputed_by)} if row.disputed_by else {}
        yield {**{name: cell(value) for name, value in row.columns.items()}, "status": row.status, **passage, **against}


def cell(value: Any) -> Any:
    """A JSON value as one cell.

    >>> cell([{"id": "x:1", "label": "Russia"}, {"id": "x:2", "label": "Japan"}])
    'Russia; Japan'
    >>> cell({"min": 600, "max": None, "of": "soldiers", "unit": None, "approximate": False})
    '600.. soldiers'
    """
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case list() | tuple():
            return "; ".join(str(cell(one)) for one in value)
        case {"label": str(label)}:
            return label
        case {"min": low, "max": high}:
            bounds = str(low) if low == high else f"{'' if low is None else low}..{'' if high is None else high}"
            return " ".join(str(part) for part in (bounds, value.get("unit"), value.get("of")) if part)
        case dict():
            return "; ".join(f"{key}: {cell(one)}" for key, one in value.items() if one is not None)
    return value
