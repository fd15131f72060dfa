"""The node of an event, agreement or tenure, and the facts about it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import chain

from kg.facts.fillings import Fillings
from kg.facts.status import Weighed, decisive, of_part, weigh
from kg.facts.witnesses import Witness
from kg.model import ONTOLOGY, STATUSES, Entity, EntityKind, Fact, Modality, Names, Status, Value, concept_name


class Said:
    """What claims say together, each with the modality that it says it in; worked out when it is first asked for."""

    def __init__(self, weighed: Weighed) -> None:
        self.weighed = weighed if isinstance(weighed, list) else [*weighed]
        self._reports: dict[Status, tuple[date | None, date | None]] = {}

    def __eq__(self, other: object) -> bool:
        """Whether the same claims say it, in the same modalities and order."""
        return isinstance(other, Said) and self.weighed == other.weighed

    __hash__ = None  # type: ignore[assignment]

    @cached_property
    def status(self) -> Status:
        """The status of what nobody denies."""
        return weigh(self.weighed)

    def status_against(self, denials: Sequence[Witness]) -> Status:
        """The status of what ``denials`` deny."""
        return weigh(self.weighed, denials) if denials else self.status

    @cached_property
    def ids(self) -> tuple[str, ...]:
        """The IRIs of the claims, sorted."""
        return _ids(one for one, _ in self.weighed)

    def reports(self, status: Status) -> tuple[date | None, date | None]:
        """The first and last day on which those reported who make ``status``."""
        if status not in self._reports:
            self._reports[status] = _days(decisive(status, self.weighed))
        return self._reports[status]


def _ids(witnesses: Iterable[Witness]) -> tuple[str, ...]:
    return tuple(sorted({one.id for one in witnesses}))


def _days(witnesses: Iterable[Witness]) -> tuple[date | None, date | None]:
    days = [one.claim.article.published for one in witnesses if one.claim.article.published]
    return min(days, default=None), max(days, default=None)


@dataclass(frozen=True, kw_only=True)
class Node:
    """One thing that claims speak of, the claims, and the status of its having taken place.

    ``supports`` and ``denials`` are sorted by IRI. ``heard`` are the claims that its roles, dates and figures are taken
    from: a denial says nothing of them where anybody says otherwise; ``fillings`` are those of their roles.
    ``supported`` is what all that support it say of its having taken place. Most of its parts rest on just these
    claims.
    """

    entity: Entity
    whole: Status
    supports: tuple[Witness, ...]
    supported: Said
    denials: tuple[Witness, ...]
    fillings: Fillings

    @property
    def heard(self) -> tuple[Witness, ...]:
        return self.supports or self.denials

    def weighed(self, said: Sequence[Witness]) -> Weighed:
        """The same as :func:`weighed` of some that are heard."""
        return self.supported.weighed if len(said) == len(self.supports) else weighed(said)

    def is_there(self, predicate: str, value: Value) -> Fact:
        """The fact that the thing is what it is (its class, its type): what a denial denies."""
        return fact_said(self.entity, predicate, value, self.whole, self.supported, self.denials)

    def part(
        self,
        predicate: str,
        value: Entity | Value,
        exact: Weighed,
        *,
        coarser: Sequence[Witness] = (),
        differ: bool = False,
        contradicted: bool = False,
        whole: Status | None = None,
    ) -> Fact:
        """The fact of one role, date or figure that ``exact`` give; ``coarser`` agree without giving it."""
        if not self.supports:
            return make_fact(self.entity, predicate, value, "denied", (), [one for one, _ in exact])
        said = self.supported if exact is self.supported.weighed else Said(exact)
        said = self.supported if said == self.supported else said
        status = of_part(whole or self.whole, said.status, differ=differ, contradicted=contradicted)
        said = Said([*exact, *weighed(coarser)]) if coarser else said
        return fact_said(self.entity, predicate, value, status, said)


def weighed(witnesses: Iterable[Witness]) -> list[tuple[Witness, Modality]]:
    """Each witness with the modality in which it speaks of the whole."""
    return [(one, one.modality) for one in witnesses]


def concept(name: str) -> Value:
    """The IRI of a class or concept of the ontology.

    >>> concept("trade agreement").text
    'https://w3id.org/factkg/ontology#tradeAgreement'
    """
    return Value(text=ONTOLOGY + concept_name(name), datatype="anyURI")


def make_fact(
    subject: Entity,
    predicate: str,
    value: Entity | Value,
    status: Status,
    supports: Weighed,
    denials: Iterable[Witness] = (),
) -> Fact:
    """The fact with its identity, its claims and the dates between which it was reported."""
    return fact_said(subject, predicate, value, status, Said(supports), denials)


def fact_said(
    subject: Entity,
    predicate: str,
    value: Entity | Value,
    status: Status,
    said: Said,
    denials: Iterable[Witness] = (),
) -> Fact:
    """The same, of what supports have said."""
    denials = list(denials)
    first, last = said.reports(status) if said.weighed else _days(denials)
    base = (said.weighed[0][0] if said.weighed else denials[0]).claim.base
    content = value.id if isinstance(value, Entity) else [value.text, value.datatype, value.language]
    return Fact(
        id=Names(base).hashed("fact", [subject.id, predicate, content]),
        subject=subject,
        predicate=predicate,
        object=value,
        status=status,
        first_report=first,
        last_report=last,
        supported_by=said.ids,
        denied_by=_ids(denials),
    )


def united(facts: Iterable[Fact]) -> list[Fact]:
    """``facts`` by IRI, each triple once: with the best of its statuses, all its claims and all its dates."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        found[fact.id].append(fact)
    return [_one(found[iri]) for iri in sorted(found)]


def _one(same: list[Fact]) -> Fact:
    if len(same) == 1:
        return same[0]
    best = min(same, key=lambda fact: STATUSES.index(fact.status))
    return Fact(
        id=best.id,
        subject=best.subject,
        predicate=best.predicate,
        object=best.object,
        status=best.status,
        first_report=min((fact.first_report for fact in same if fact.first_report), default=None),
        last_report=max((fact.last_report for fact in same if fact.last_report), default=None),
        supported_by=tuple(sorted(set(chain.from_iterable(fact.supported_by for fact in same)))),
        denied_by=tuple(sorted(set(chain.from_iterable(fact.denied_by for fact in same)))),
        disputed_by=tuple(sorted(set(chain.from_iterable(fact.disputed_by for fact in same)))),
    )


def make_entity(cluster: Sequence[Witness], kind: EntityKind, label: str) -> Entity:
    """The node's entity, under the smallest of its claims' IRIs."""
    return Entity(id=min([one.thing for one in cluster]), kind=kind, label=label)


def merged_into(entity: Entity, cluster: Sequence[Witness]) -> dict[str, str]:
    """For each other IRI of the cluster the one that it became."""
    iris = {one.thing for one in cluster}
    return dict.fromkeys(sorted(iris - {entity.id}), entity.id)
