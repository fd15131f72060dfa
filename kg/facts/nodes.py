"""The node of an event, agreement or tenure, and the facts about it."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from kg.facts.status import Weighed, decisive, of_part
from kg.facts.witnesses import Witness
from kg.model import ONTOLOGY, STATUSES, Entity, EntityKind, Fact, Modality, Names, Status, Value, concept_name


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """One thing that claims speak of, the claims, and the status of its having taken place.

    ``supports`` and ``denials`` are sorted by IRI. ``heard`` are the claims that its roles, dates and figures are taken
    from: a denial says nothing of them where anybody says otherwise.
    """

    entity: Entity
    whole: Status
    supports: tuple[Witness, ...]
    denials: tuple[Witness, ...]

    @property
    def heard(self) -> tuple[Witness, ...]:
        return self.supports or self.denials

    def is_there(self, predicate: str, value: Value) -> Fact:
        """The fact that the thing is what it is (its class, its type): what a denial denies."""
        return make_fact(self.entity, predicate, value, self.whole, weighed(self.supports), self.denials)

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
        status = of_part(whole or self.whole, exact, differ=differ, contradicted=contradicted)
        return make_fact(self.entity, predicate, value, status, [*exact, *weighed(coarser)])


def weighed(witnesses: Iterable[Witness]) -> list[tuple[Witness, Modality]]:
    """Each witness with the modality in which it speaks of the whole."""
    return [(one, one.modality) for one in witnesses]


def iri_of(witness: Witness, kind: str) -> str:
    """The IRI of what one claim alone speaks of: ``<base><kind>/<digest of the claim>``."""
    return Names(witness.claim.base).make(kind, witness.id.rsplit("/", 1)[1])


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
    denials = list(denials)
    reports = decisive(status, supports) or denials
    dates = [one.claim.article.published for one in reports if one.claim.article.published]
    content = value.id if isinstance(value, Entity) else [value.text, value.datatype, value.language]
    return Fact(
        id=Names(reports[0].claim.base).hashed("fact", [subject.id, predicate, content]),
        subject=subject,
        predicate=predicate,
        object=value,
        status=status,
        first_report=min(dates, default=None),
        last_report=max(dates, default=None),
        supported_by=tuple(sorted({one.id for one, _ in supports})),
        denied_by=tuple(sorted({one.id for one in denials})),
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
    return Entity(id=min(iri_of(one, kind.lower()) for one in cluster), kind=kind, label=label)


def merged_into(entity: Entity, cluster: Sequence[Witness]) -> dict[str, str]:
    """For each other IRI of the cluster the one that it became."""
    iris = {iri_of(one, entity.kind.lower()) for one in cluster}
    return dict.fromkeys(sorted(iris - {entity.id}), entity.id)
