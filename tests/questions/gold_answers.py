"""Whether an answer is what a reader of the articles would give: right, missed, refused or wrong."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from kg.model import Answer, Row
from kg.vocabulary import fold

Verdict = Literal["right", "missed", "refused", "wrong"]
Wanted = Mapping[str, Any]


def verdict(wanted: Wanted, found: Answer) -> Verdict:
    """``wanted`` is the ``answer`` of a line of ``tests/gold/questions.jsonl``.

    A refusal is never wrong. Where the articles do not say it, no rows are right.
    """
    if found.status == "not understood":
        return "refused"
    if wanted["kind"] == "none":
        return "wrong" if found.rows else "right"
    if not found.rows:
        return "missed"
    return "right" if _JUDGES[wanted["kind"]](wanted["values"], found.rows) else "wrong"


def is_meant(named: str, entity: Mapping[str, Any]) -> bool:
    """Whether the entity is the one that ``named`` is: an ISO code, or one of the names that ``|`` parts."""
    variants = named.split("|")
    if {entity.get("iso3"), entity.get("acts_for")} & set(variants):
        return True
    words = set(fold(entity["label"]).replace("-", " ").split())
    names = [set(fold(one).replace("-", " ").split()) for one in variants]
    return any(one <= words or (len(words) > 1 and words <= one) for one in names)


def _agrees(day: str, other: object) -> bool:
    """Whether one ISO date is the other, or a part of it that is less precise."""
    return bool(other) and (str(other).startswith(day) or day.startswith(str(other)))


def _covers(values: Sequence[Any], rows: Sequence[Row], judge: Callable[[Any, Row], bool], spare: int) -> bool:
    """Each value has its row, and at most ``spare`` rows answer nothing that was asked."""
    extra = [row for row in rows if not any(judge(value, row) for value in values)]
    return all(any(judge(value, row) for row in rows) for value in values) and len(extra) <= spare


def _agreement(value: Mapping[str, Any], row: Row) -> bool:
    parties = row.columns["parties"]
    dated = "signed" not in value or _agrees(value["signed"], row.columns["signed"])
    told = "provides" not in value or bool(row.columns["provides"])
    return dated and told and all(any(is_meant(one, party) for party in parties) for one in value["parties"])


def _event(value: Mapping[str, Any], row: Row) -> bool:
    sides = [row.columns["actor"], row.columns["target"]]

    def filled(actors: Any, targets: Any) -> bool:
        pairs = ((value["actor"], actors), (value["target"], targets))
        return all(not names or any(is_meant(n, one) for n in names for one in side) for names, side in pairs)

    return row.columns["type"] in value["types"] and (filled(*sides) or filled(*reversed(sides)))


def _values(rows: Sequence[Row]) -> list[Any]:
    return [row.columns["value"] for row in rows]


_JUDGES: Mapping[str, Callable[[Sequence[Any], Sequence[Row]], bool]] = {
    "agreements": lambda values, rows: _covers(values, rows, _agreement, 0),
    "events": lambda values, rows: _covers(values, rows, _event, max(1, len(values))),
    "entities": lambda values, rows: _covers(values, rows, lambda v, row: is_meant(v, row.columns["value"]), 0),
    "number": lambda values, rows: set(values) <= set(_values(rows)),
    "date": lambda values, rows: _covers(values, rows, lambda v, row: _agrees(v, row.columns["value"]), 0),
    "boolean": lambda values, rows: _values(rows)[:1] == list(values),
}
