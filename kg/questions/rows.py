"""What a query found → the rows of an answer, with status and evidence from the facts of each node."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from kg.model import ASSERTED, STATUSES, Claim, Entity, Fact, Row, Value
from kg.questions.form import Constraint, Named, QueryForm
from kg.store import Store

_RANK = {
    status: rank for rank, status in enumerate(("corroborated", "stated", "disputed", "alleged", "expected", "denied"))
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One row of the query: a node with all its facts, the fact that answers, and the value asked for."""

    node: Entity
    facts: tuple[Fact, ...]
    fact: Fact
    value: str | None


class Rows:
    """Makes the rows of one answer."""

    def __init__(self, form: QueryForm, store: Store, language: str) -> None:
        self._form = form
        self._store = store
        self._language = language

    def of(self, found: Sequence[tuple[str, str | None, str]]) -> tuple[Row, ...]:
        """The rows for the (node, value, fact) triples that the query gave, asserted ones first."""
        nodes: dict[str, tuple[Fact, ...]] = {}
        items: list[Found] = []
        for node, value, fact_id in found:
            facts = nodes.setdefault(node, tuple(self._store.facts(subject=node, language=self._language)))
            fact = next((one for one in facts if one.id == fact_id), None)
            if fact is not None and self._from_source(fact):
                items.append(Found(node=fact.subject, facts=facts, fact=fact, value=value))
        rows = list(self._rows(items))
        return tuple(sorted(rows, key=_order))

    def _rows(self, items: Sequence[Found]) -> Iterable[Row]:
        form = self._form
        if form.wanted == "agreements":
            return [self._row(item, self._agreement(item)) for item in items]
        if form.wanted == "events":
            return [self._row(item, self._event(item)) for item in items]
        if form.wanted == "boolean":
            return self._boolean(items)
        if form.count:
            return self._count(items)
        if form.wanted == "date":
            return self._dates(items)
        if form.wanted == "number":
            return [self._row(item, self._quantity(item)) for item in items]
        return self._entities(items)

    # Status and evidence

    def _row(self, item: Found, columns: Mapping[str, Any]) -> Row:
        return Row(columns=columns, status=self._status(item), evidence=self._claims([item]))

    def _status(self, item: Found) -> str:
        """The status of the fact that answers, or the worse one of a role, date or provision that the question names."""
        statuses = [item.fact.status]
        for fact in self._relevant(item):
            statuses.append(fact.status)
        weakest = max(statuses, key=_RANK.__getitem__)
        return weakest if weakest not in ASSERTED or "disputed" in statuses else item.fact.status

    def _relevant(self, item: Found) -> Iterable[Fact]:
        """For each condition of the question the best fact that meets it."""
        form = self._form
        for constraint in form.constraints:
            meeting = [fact for fact in item.facts if _meets(fact, constraint, mutual=form.mutual)]
            if meeting:
                yield min(meeting, key=lambda fact: _RANK[fact.status])
        for provision in form.provides:
            yield from [fact for fact in item.facts if fact.predicate == "provides" and _text(fact) == provision][:1]

    def _claims(self, items: Iterable[Found]) -> tuple[Claim, ...]:
        """The claims that support the answering facts, then those that deny them; of named sources only, if any is."""
        supporting: list[str] = []
        denying: list[str] = []
        for item in items:
            supporting += item.fact.supported_by
            denying += item.fact.denied_by
        return tuple(
            claim for claim in self._store.claims(dict.fromkeys([*supporting, *denying])) if self._said_by_source(claim)
        )

    def _from_source(self, fact: Fact) -> bool:
        if not self._form.sources:
            return True
        return any(self._said_by_source(claim) for claim in self._store.claims([*fact.supported_by, *fact.denied_by]))

    def _said_by_source(self, claim: Claim) -> bool:
        def is_source(entity: Entity, source: Named) -> bool:
            state = self._store.names.state(entity.acts_for) if entity.acts_for else None
            return entity.id in source.iris or (source.acting and state in source.iris)

        return not self._form.sources or any(
            is_source(entity, source) for source in self._form.sources for entity in claim.attribution
        )

    # Columns

    def _agreement(self, item: Found) -> dict[str, Any]:
        return {
            "value": item.node.to_json(),
            "type": _types(item.facts),
            "parties": _entities(item.facts, "party"),
            "signed": _date(item.facts, "signed"),
            "in_force": _date(item.facts, "inForce"),
            "ended": _date(item.facts, "ended"),
            "stage": _stage(item.facts),
            "provides": sorted({_text(fact) for fact in item.facts if fact.predicate == "provides"}),
        }

    def _event(self, item: Found) -> dict[str, Any]:
        return {
            "value": item.node.to_json(),
            "type": _types(item.facts),
            "actor": _entities(item.facts, "actor"),
            "target": _entities(item.facts, "target"),
            "date": _date(item.facts, "time"),
            "place": _entities(item.facts, "place"),
            "quantities": [self._figure(fact) for fact in item.facts if fact.predicate == "quantity"],
        }

    def _quantity(self, item: Found) -> dict[str, Any]:
        figure = self._figure(item.fact)
        low, high = figure["min"], figure["max"]
        value = low if high is None or low == high else high if low is None else [low, high]
        return {"value": value, **figure, "event": item.node.to_json()}

    def _figure(self, fact: Fact) -> dict[str, Any]:
        own: dict[str, Any] = {"min": None, "max": None, "of": None, "unit": None, "approximate": False}
        if isinstance(fact.object, Entity):
            for part in self._store.facts(subject=fact.object.id):
                if isinstance(part.object, Value) and part.predicate in own:
                    own[part.predicate] = _plain(part.object)
        return own

    # Rows of values

    def _boolean(self, items: Sequence[Found]) -> list[Row]:
        """True where it is asserted or alleged, false where it is only denied; what is only planned says neither."""
        rows = []
        for item in items:
            status = self._status(item)
            if status == "expected" and not self._form.future:
                continue
            kind = (
                "agreement" if self._form.node == "agreement" else "event" if self._form.node == "event" else "office"
            )
            rows.append(self._row(item, {"value": status != "denied", kind: item.node.to_json()}))
        return rows

    def _count(self, items: Sequence[Found]) -> list[Row]:
        """How many different nodes or values are asserted; of what is only alleged and so on a count for each status."""
        groups: dict[str, dict[str, list[Found]]] = {}
        for item in items:
            status = self._status(item)
            level = "stated" if status in ASSERTED else status
            groups.setdefault(level, {}).setdefault(item.value or item.node.id, []).append(item)
        rows = []
        for level in sorted(groups, key=_RANK.__getitem__):
            members = [item for group in groups[level].values() for item in group]
            statuses = {self._status(item) for item in members}
            status = statuses.pop() if len(statuses) == 1 else level
            rows.append(Row(columns={"value": len(groups[level])}, status=status, evidence=self._claims(members)))
        return rows

    def _dates(self, items: Sequence[Found]) -> list[Row]:
        """A row for each node and date; of a season or range, which no literal holds, its first and last day."""
        about = "agreement" if self._form.node == "agreement" else "event"
        rows = []
        for node in dict.fromkeys(item.node.id for item in items):
            own = [item for item in items if item.node.id == node]
            exact = [item for item in own if item.fact.predicate == self._form.column]
            for item in exact:
                rows.append(self._row(item, {"value": item.value, about: item.node.to_json()}))
            if not exact and own:
                value = _date(own[0].facts, self._form.column or "time")
                rows.append(self._row(own[0], {"value": value, about: own[0].node.to_json()}))
        return rows

    def _entities(self, items: Sequence[Found]) -> list[Row]:
        """A row for each value, with the best status of the nodes that give it."""
        groups: dict[str, list[Found]] = {}
        for item in items:
            groups.setdefault(item.value or "", []).append(item)
        rows = []
        for value, members in groups.items():
            status = min((self._status(item) for item in members), key=_RANK.__getitem__)
            same = [item for item in members if (self._status(item) in ASSERTED) == (status in ASSERTED)]
            columns = self._tenure(members[0]) if self._form.node == "tenure" else self._named(value)
            rows.append(Row(columns=columns, status=status, evidence=self._claims(same)))
        return rows

    def _named(self, iri: str) -> dict[str, Any]:
        return {"value": self._store.entity(iri, language=self._language).to_json()}

    def _tenure(self, item: Found) -> dict[str, Any]:
        office = next((_text(fact) for fact in item.facts if fact.predicate == "office"), None)
        if self._form.column == "office":
            value = {**item.node.to_json(), "label": office or item.node.label}
        else:
            value = self._named(item.value or item.node.id)["value"]
        return {
            "value": value,
            "office": office,
            "holder": _entities(item.facts, "holder"),
            "of": _entities(item.facts, "of"),
            "standing": next((_text(fact) for fact in item.facts if fact.predicate == "standing"), None),
            "date": _date(item.facts, "time"),
        }


def _meets(fact: Fact, constraint: Constraint, *, mutual: bool) -> bool:
    roles = {
        *constraint.roles,
        *(("actor", "target") if mutual and set(constraint.roles) & {"actor", "target"} else ()),
    }
    if fact.predicate not in roles or not isinstance(fact.object, Entity):
        return False
    named = constraint.named
    if fact.object.id in (*named.iris, *named.places):
        return True
    return bool(fact.object.acts_for) and any(iri.endswith(f"/state/{fact.object.acts_for}") for iri in named.iris)


def _order(row: Row) -> tuple[int, str, str]:
    status = row.status or "stated"
    dated = str(row.columns.get("date") or row.columns.get("signed") or "")
    return (0 if status in ASSERTED else STATUSES.index(status), dated, repr(sorted(row.columns.items(), key=repr)))  # type: ignore[arg-type]


def _types(facts: Iterable[Fact]) -> str | None:
    """The type's name as the ontology's IRIs have it."""
    found = sorted(_text(fact).rpartition("#")[2] for fact in facts if fact.predicate == "type")
    return found[0] if found else None


def _entities(facts: Iterable[Fact], predicate: str) -> list[dict[str, Any]]:
    found = {
        fact.object.id: fact.object for fact in facts if fact.predicate == predicate and isinstance(fact.object, Entity)
    }
    return [found[iri].to_json() for iri in sorted(found)]


def _date(facts: Sequence[Fact], predicate: str) -> str | None:
    """The date as ISO at its precision, the surest and finest; for a season or range its first and last day."""
    ranked = sorted(
        (_RANK[fact.status], -len(_text(fact)), _text(fact)) for fact in facts if fact.predicate == predicate
    )
    if ranked:
        return ranked[0][2]
    first = min((_text(fact) for fact in facts if fact.predicate == f"{predicate}From"), default=None)
    last = max((_text(fact) for fact in facts if fact.predicate == f"{predicate}Until"), default=None)
    return f"{first or '..'}/{last or '..'}" if first or last else None


_STAGES = ("proposed", "announced", "signed", "ratified", "in force", "suspended", "ended")


def _stage(facts: Iterable[Fact]) -> str | None:
    """The latest stage that is as sure as the surest."""
    said = [(_RANK[fact.status], _text(fact)) for fact in facts if fact.predicate == "stage"]
    if not said:
        return None
    asserted = [stage for rank, stage in said if rank <= _RANK["disputed"]]
    return max(asserted or [stage for _, stage in said], key=_STAGES.index)


def _text(fact: Fact) -> str:
    return fact.object.text if isinstance(fact.object, Value) else fact.object.id


def _plain(value: Value) -> Any:
    if value.datatype == "integer":
        return int(value.text)
    if value.datatype == "decimal":
        return float(value.text)
    return value.text == "true" if value.datatype == "boolean" else value.text
