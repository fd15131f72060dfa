"""What a query found → the rows of an answer, with status and evidence from the facts of each node."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, get_args

from kg.model import ASSERTED, STATUSES, Claim, Entity, Fact, Row, Stage
from kg.questions.columns import (
    RANK,
    agreement_columns,
    event_columns,
    first_text,
    iso_date,
    office_columns,
    quantity_columns,
    signing_columns,
    text_of,
)
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.found import Found, acted_for, covered, in_office, named_ones, numbered, outermost, to_come, told_so
from kg.questions.passages import Passages
from kg.questions.sparql import AFTER
from kg.store import Store
from kg.vocabulary import load_gazetteer

_IN_OFFICE = ("current", "new", "acting")


class Rows:
    """Makes the rows of one answer."""

    def __init__(self, form: QueryForm, store: Store, language: str) -> None:
        self._form = form
        self._store = store
        self._language = language
        self._passages = Passages(store)

    def of(self, found: Sequence[tuple[str, str | None, str]]) -> tuple[Row, ...]:
        """The rows for the (node, value, fact) triples that the query gave, asserted ones first."""
        nodes: dict[str, tuple[Fact, ...]] = {}
        items: list[Found] = []
        for node, value, fact_id in found:
            facts = nodes.setdefault(node, tuple(self._facts_of(node)))
            fact = next((one for one in facts if one.id == fact_id), None)
            if fact is not None and self._answers(fact, facts):
                items.append(Found(node=fact.subject, facts=facts, fact=self._deciding(fact, facts), value=value))
        if self._form.disputed and self._form.column is None:
            items = list({item.node.id: item for item in reversed(items)}.values())
        items = to_come(self._form, told_so(self._form, self._store, in_office(self._form, items)), self._status)
        rows = list(self._rows(outermost(self._form, named_ones(self._form, self._store, items), self._status)))
        return tuple(sorted(rows, key=_order))

    def _answers(self, fact: Fact, facts: Sequence[Fact]) -> bool:
        """Whether the fact meets what of the form no query asks: its sources, its time, the words of its passages."""
        return self._from_source(fact) and self._held_then(facts) and self._is_of_goods(fact) and self._is_said(fact)

    def _is_said(self, fact: Fact) -> bool:
        """Whether a passage of the fact says the words that no property answers to."""
        form = self._form
        if not (form.said or form.beside or form.quoted or form.sentence):
            return True
        claims = self._store.claims(fact.supported_by or fact.denied_by)
        return any(self._passages.meets(claim, form) for claim in claims)

    def _rows(self, items: Sequence[Found]) -> Iterable[Row]:
        form = self._form
        if form.wanted == "agreements":
            columns = signing_columns if form.node == "event" else agreement_columns
            return [self._row(item, columns(item.node, item.facts)) for item in items]
        if form.wanted == "events":
            return [self._row(item, event_columns(item.node, item.facts, self._facts_of)) for item in items]
        if form.wanted == "boolean":
            return self._boolean(items)
        if form.count:
            return self._count(items)
        if form.wanted == "date":
            return self._dates(items)
        if form.wanted == "number":
            return [self._row(item, quantity_columns(item.node, item.fact, self._facts_of)) for item in items]
        return self._sources(items) if form.column == "source" else self._entities(items)

    def _deciding(self, fact: Fact, facts: Sequence[Fact]) -> Fact:
        """Where the question is about a stage or a provision of the agreement, the surest fact that says so."""
        if self._form.still:
            return _latest_stage(facts) or fact
        stage = self._form.stage
        if self._form.wanted == "boolean" and self._form.provides:
            said = [one for one in facts if one.predicate == "provides" and text_of(one) in self._form.provides]
            return max(said, key=lambda one: (RANK[one.status], one.id), default=fact)
        if stage is None or self._form.column is not None:
            return fact
        stages = AFTER.get(stage, (stage,))
        said = [one for one in facts if one.predicate == "stage" and text_of(one) in stages]
        return min(said, key=lambda one: (RANK[one.status], one.id), default=fact)

    def _row(self, item: Found, columns: Mapping[str, Any]) -> Row:
        return self._made(columns, self._status(item), [item])

    def _made(self, columns: Mapping[str, Any], status: str | None, items: Sequence[Found]) -> Row:
        facts = [fact for item in items for fact in (item.fact, *self._relevant(item))]
        against = sorted({iri for fact in facts for iri in fact.disputed_by})
        evidence, disputing = self._claims(items), self._store.office_terms(against)
        return Row(columns=columns, status=status, evidence=evidence, disputed_by=disputing)

    def _status(self, item: Found) -> str:
        """The status of the fact that answers, or the worse one of a role or provision that the question names."""
        statuses = [item.fact.status]
        for fact in () if self._form.disputed else self._relevant(item):
            statuses.append(fact.status)
        weakest = max(statuses, key=RANK.__getitem__)
        return weakest if weakest not in ASSERTED or "disputed" in statuses else item.fact.status

    def _relevant(self, item: Found) -> Iterable[Fact]:
        """For each condition of the question the best fact that meets it."""
        form = self._form
        for constraint in form.constraints:
            meeting = [fact for fact in item.facts if _meets(fact, constraint, mutual=form.mutual)]
            if meeting:
                yield min(meeting, key=lambda fact: RANK[fact.status])
        provided = [fact for fact in item.facts if fact.predicate == "provides"]
        for provision in form.provides:
            yield from [fact for fact in provided if text_of(fact) == provision][:1]
        if form.with_provisions and provided:
            yield min(provided, key=lambda fact: RANK[fact.status])

    def _claims(self, items: Iterable[Found]) -> tuple[Claim, ...]:
        """The claims that support the answering facts, then those that deny them; of named sources only, if any is."""
        supporting: list[str] = []
        denying: list[str] = []
        for item in items:
            if self._form.with_provisions or self._form.provides:
                supporting += [iri for fact in item.facts if fact.predicate == "provides" for iri in fact.supported_by]
            supporting += item.fact.supported_by
            denying += item.fact.denied_by
        return tuple(
            claim for claim in self._store.claims(dict.fromkeys([*supporting, *denying])) if self._said_by_source(claim)
        )

    def _from_source(self, fact: Fact) -> bool:
        if not self._form.sources:
            return True
        return any(self._said_by_source(claim) for claim in self._store.claims([*fact.supported_by, *fact.denied_by]))

    def _held_then(self, facts: Sequence[Fact]) -> bool:
        """Whether an office without dates was held at the time asked for, as articles of that time say that it is."""
        time = self._form.time
        if self._form.node != "tenure" or time is None:
            return True
        if any(fact.predicate in ("timeFrom", "timeUntil") for fact in facts):
            return True
        said = [fact for fact in facts if fact.predicate == "standing" and text_of(fact) in _IN_OFFICE]
        days = [claim.article.published for fact in said for claim in self._store.claims(fact.supported_by)]
        return any(day and (not time.start or time.start <= day) and (not time.end or day <= time.end) for day in days)

    def _said_by_source(self, claim: Claim) -> bool:
        def is_source(entity: Entity, source: Named) -> bool:
            state = self._store.names.state(entity.state) if entity.state else None
            meant = {*source.iris, *self._states_of(source)}
            return entity.id in meant or (source.acting and bool({state, entity.acts_for} & meant))

        return not self._form.sources or any(
            is_source(entity, source) for source in self._form.sources for entity in claim.attribution
        )

    def _states_of(self, source: Named) -> Iterable[str]:
        """The state whose the organisation is: an agency of it speaks for it."""
        known = [load_gazetteer().entity(iri) for iri in source.iris]
        return [self._store.names.state(one.state) for one in known if one is not None and one.state]

    def _boolean(self, items: Sequence[Found]) -> list[Row]:
        """True where it is asserted or alleged, false where it is only denied; what is only planned says neither."""
        rows = []
        for item in items:
            status = self._status(item)
            if status == "expected" and not self._form.future:
                continue
            kind = "office" if self._form.node == "tenure" else self._form.node
            if self._form.still and item.fact.predicate == "stage" and not self._tells(text_of(item.fact)):
                continue
            holds = status != "denied" and not self._form.against and not _is_over(self._form, item.fact)
            rows.append(self._row(item, {"value": holds, kind: item.node.to_json()}))
        return rows

    def _tells(self, stage: str) -> bool:
        """Whether the latest stage says that the agreement lasts, or that it does not."""
        return stage in (*self._form.still, "suspended", "ended")

    def _count(self, items: Sequence[Found]) -> list[Row]:
        """How many different nodes or values are asserted; of what is not, a count for each status."""
        groups: dict[str, dict[str, list[Found]]] = {}
        for item in items:
            status = self._status(item)
            level = "stated" if status in ASSERTED else status
            groups.setdefault(level, {}).setdefault(item.value or item.node.id, []).append(item)
        rows = []
        for level in sorted(groups, key=RANK.__getitem__):
            members = [item for group in groups[level].values() for item in group]
            statuses = {self._status(item) for item in members}
            status = statuses.pop() if len(statuses) == 1 else level
            again = covered(self._form, self._store, groups[level])
            own = [group for node, group in groups[level].items() if node not in again]
            count = sum(numbered(self._form, self._store, group) for group in own)
            rows.append(self._made({"value": count}, status, members))
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
                value = iso_date(own[0].facts, self._form.column or "time")
                rows.append(self._row(own[0], {"value": value, about: own[0].node.to_json()}))
        return rows

    def _entities(self, items: Sequence[Found]) -> list[Row]:
        """A row for each value, with the best status of the nodes that give it."""
        groups: dict[str, list[Found]] = {}
        for item in items:
            groups.setdefault(item.value or "", []).append(item)
        for coarse in acted_for(self._form, self._store, groups):
            del groups[coarse]
        rows = []
        for value, members in groups.items():
            status = min((self._status(item) for item in members), key=RANK.__getitem__)
            same = [item for item in members if (self._status(item) in ASSERTED) == (status in ASSERTED)]
            columns = self._tenure(members[0]) if self._form.node == "tenure" else self._named(value)
            rows.append(self._made(columns, status, same))
        return rows

    def _sources(self, items: Sequence[Found]) -> list[Row]:
        """A row for each one to whom a claim is credited, with these claims."""
        claims = dict.fromkeys(claim for item in items for claim in self._store.claims(item.fact.supported_by))
        figure = self._form.figure
        said = [one for one in claims if figure is None or any(figure in (q.min, q.max) for q in one.quantities)]
        status = {
            claim.id: self._status(item) for item in items for claim in self._store.claims(item.fact.supported_by)
        }
        rows = []
        for speaker in dict.fromkeys(entity.id for claim in said for entity in claim.attribution):
            own = tuple(claim for claim in said if speaker in {entity.id for entity in claim.attribution})
            rows.append(Row(columns=self._named(speaker), status=status[own[0].id], evidence=own, disputed_by=()))
        return rows

    def _is_of_goods(self, fact: Fact) -> bool:
        """Whether a passage with the figure names the goods that the question does."""
        goods = self._form.goods
        quotes = [claim.evidence.quote.lower() for claim in self._store.claims(fact.supported_by)] if goods else []
        return not goods or any(word in quote for word in goods for quote in quotes)

    def _named(self, iri: str) -> dict[str, Any]:
        return {"value": self._store.entity(iri, language=self._language).to_json()}

    def _tenure(self, item: Found) -> dict[str, Any]:
        """An office held; asked for the office itself, the value is the tenure, which bears the title."""
        if self._form.column == "office":
            label = first_text(item.facts, "office") or item.node.label
            return office_columns({**item.node.to_json(), "label": label}, item.facts)
        return office_columns(self._named(item.value or item.node.id)["value"], item.facts)

    def _facts_of(self, iri: str) -> Iterable[Fact]:
        return self._store.facts(subject=iri, language=self._language)


def _latest_stage(facts: Sequence[Fact]) -> Fact | None:
    """The fact of the latest stage that is asserted; ``None`` where none is."""
    said = [one for one in facts if one.predicate == "stage" and one.status in ASSERTED]
    return max(said, key=lambda one: (get_args(Stage).index(text_of(one)), one.id), default=None)


def _is_over(form: QueryForm, fact: Fact) -> bool:
    """Whether the agreement of which the question asks if it lasts does not."""
    return bool(form.still) and fact.predicate == "stage" and text_of(fact) not in form.still


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
    whom = fact.object.acts_for
    return bool(whom) and any(iri == whom or iri.endswith(f"/state/{whom}") for iri in named.iris)


def _order(row: Row) -> tuple[int, str, str]:
    status = row.status or "stated"
    dated = str(row.columns.get("date") or row.columns.get("signed") or "")
    return (0 if status in ASSERTED else STATUSES.index(status), dated, repr(sorted(row.columns.items(), key=repr)))
