"""The facts of a node → the columns of a row, as plain JSON values."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, get_args

from kg.model import ASSERTED, Entity, Fact, Stage, Value, concept_name
from kg.vocabulary import load_lexicon

RANK = {
    status: rank for rank, status in enumerate(("corroborated", "stated", "disputed", "alleged", "expected", "denied"))
}
"""How sure a status is, the surest first."""

FactsOf = Callable[[str], Iterable[Fact]]


def agreement_columns(node: Entity, facts: Sequence[Fact]) -> dict[str, Any]:
    """The columns of an agreement: its parties, dates (ISO at their precision, or ``None``), stage and provisions."""
    return {
        "value": node.to_json(),
        "type": type_name(facts),
        "parties": entities(facts, "party"),
        "signed": iso_date(facts, "signed"),
        "in_force": iso_date(facts, "inForce"),
        "ended": iso_date(facts, "ended"),
        "stage": _stage(facts),
        "provides": sorted({text_of(fact) for fact in _surest(facts, "provides")}),
    }


def signing_columns(node: Entity, facts: Sequence[Fact]) -> dict[str, Any]:
    """The columns of an agreement of which no more is known than that those named signed it: ``value`` is that deed."""
    sides = {one["id"]: one for role in ("actor", "target") for one in entities(facts, role)}
    unknown: dict[str, Any] = {"in_force": None, "ended": None, "stage": "signed", "provides": []}
    parties = [sides[iri] for iri in sorted(sides)]
    signed = iso_date(facts, "time")
    return {"value": node.to_json(), "type": "agreement", "parties": parties, "signed": signed, **unknown}


def event_columns(node: Entity, facts: Sequence[Fact], facts_of: FactsOf) -> dict[str, Any]:
    """The columns of an event; ``facts_of`` gives the facts of its figures."""
    return {
        "value": node.to_json(),
        "type": type_name(facts),
        "actor": entities(facts, "actor"),
        "target": entities(facts, "target"),
        "date": iso_date(facts, "time"),
        "place": entities(facts, "place"),
        "quantities": [figure(fact, facts_of) for fact in _surest(facts, "quantity")],
    }


def office_columns(value: dict[str, Any], facts: Sequence[Fact]) -> dict[str, Any]:
    """The columns of an office held, beside the ``value`` that was asked for."""
    return {
        "value": value,
        "office": first_text(facts, "office"),
        "holder": entities(facts, "holder"),
        "of": entities(facts, "of"),
        "standing": first_text(facts, "standing"),
        "date": iso_date(facts, "time"),
    }


def quantity_columns(node: Entity, fact: Fact, facts_of: FactsOf) -> dict[str, Any]:
    """The columns of a figure: ``value`` is its number, the bound that it has, or both bounds of a range."""
    own = figure(fact, facts_of)
    low, high = own["min"], own["max"]
    value = low if high is None or low == high else high if low is None else [low, high]
    return {"value": value, **own, "event": node.to_json()}


def figure(fact: Fact, facts_of: FactsOf) -> dict[str, Any]:
    """The figure that is the object of ``fact``, as claims write one."""
    own: dict[str, Any] = {"min": None, "max": None, "of": None, "unit": None, "approximate": False}
    if isinstance(fact.object, Entity):
        for part in facts_of(fact.object.id):
            if isinstance(part.object, Value) and part.predicate in own:
                own[part.predicate] = _plain(part.object)
    return own


def type_name(facts: Iterable[Fact]) -> str | None:
    """The type's name as claims have it, the first where there are several."""
    found = sorted(text_of(fact).rpartition("#")[2] for fact in facts if fact.predicate == "type")
    return _type_names().get(found[0], found[0]) if found else None


@cache
def _type_names() -> dict[str, str]:
    """The name of each type by the local part of its IRI."""
    return {concept_name(name): name for name in load_lexicon().types}


def entities(facts: Iterable[Fact], predicate: str) -> list[dict[str, Any]]:
    """Who fills a role, by IRI: those that are asserted, where any is."""
    found = {fact.object.id: fact.object for fact in _surest(facts, predicate) if isinstance(fact.object, Entity)}
    return [found[iri].to_json() for iri in sorted(found)]


def _surest(facts: Iterable[Fact], predicate: str) -> list[Fact]:
    """The facts with ``predicate`` that are asserted; where none is, those of the best status."""
    own = [fact for fact in facts if fact.predicate == predicate]
    asserted = [fact for fact in own if fact.status in ASSERTED]
    best = min((RANK[fact.status] for fact in own), default=0)
    return asserted or [fact for fact in own if RANK[fact.status] == best]


def iso_date(facts: Sequence[Fact], predicate: str) -> str | None:
    """The date as ISO at its precision, the surest and finest; for a season or range its first and last day."""
    ranked = sorted((RANK[f.status], -len(text_of(f)), text_of(f)) for f in facts if f.predicate == predicate)
    if ranked:
        return ranked[0][2]
    first = min((text_of(fact) for fact in facts if fact.predicate == f"{predicate}From"), default=None)
    last = max((text_of(fact) for fact in facts if fact.predicate == f"{predicate}Until"), default=None)
    return f"{first or '..'}/{last or '..'}" if first or last else None


def _stage(facts: Iterable[Fact]) -> str | None:
    """The latest stage that is asserted; where none is, the latest that is said."""
    said = [(fact.status in ASSERTED, text_of(fact)) for fact in facts if fact.predicate == "stage"]
    stages = [stage for asserted, stage in said if asserted] or [stage for _, stage in said]
    return max(stages, key=get_args(Stage).index, default=None)


def first_text(facts: Iterable[Fact], predicate: str) -> str | None:
    """The value of the first fact with ``predicate``."""
    return next((text_of(fact) for fact in facts if fact.predicate == predicate), None)


def text_of(fact: Fact) -> str:
    """The text of a literal, the IRI of an entity."""
    return fact.object.text if isinstance(fact.object, Value) else fact.object.id


def _plain(value: Value) -> Any:
    if value.datatype == "integer":
        return int(value.text)
    if value.datatype == "decimal":
        return float(value.text)
    return value.text == "true" if value.datatype == "boolean" else value.text
