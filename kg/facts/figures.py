"""The figures of a node: which agree, which exclude each other, and their facts."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import product

from kg.facts.nodes import Node, concept, make_fact, weighed
from kg.facts.voices import fold
from kg.facts.witnesses import Witness
from kg.model import Claim, Entity, Fact, Names, Quantity, Value
from kg.vocabulary.merging import load_merging_rules

_ROUNDING = 0.1  # two figures of which one is approximate agree when they differ by a tenth
Figures = list[tuple[Quantity, list[Witness]]]


def quantity_facts(node: Node) -> list[Fact]:
    """Each figure as a node of its own with its bounds; figures that exclude each other are disputed."""
    found = figures(node.heard)
    facts: list[Fact] = []
    for figure, said in found:
        entity = _entity(node, figure)
        link = node.part("quantity", entity, weighed(said), contradicted=is_contradicted(figure, said, found))
        supports, denials = (weighed(said), []) if node.supports else ([], said)
        facts.append(link)
        facts.extend(
            make_fact(entity, predicate, value, link.status, supports, denials) for predicate, value in _values(figure)
        )
    return facts


def figures(witnesses: Iterable[Witness]) -> Figures:
    """Each figure with the claims that give it; « près de 600 » and 600 are one, exact as soon as one says so."""
    said: dict[tuple[object, ...], dict[str, Witness]] = defaultdict(dict)
    forms: dict[tuple[object, ...], list[Quantity]] = defaultdict(list)
    for one in witnesses:
        for figure in one.claim.quantities:
            key = (figure.min is None, figure.min or 0, figure.max is None, figure.max or 0, *counted(figure))
            forms[key].append(figure)
            said[key][one.id] = one
    return [
        (
            min(forms[key], key=lambda figure: (figure.approximate, figure.of or "", figure.unit or "")),
            list(said[key].values()),
        )
        for key in sorted(forms, key=repr)
    ]


def counted(figure: Quantity) -> tuple[str, str]:
    """What a figure counts, and in which unit, folded; "people killed" are deaths."""
    of = fold(figure.of or "")
    return load_merging_rules().counts.get(of, of), fold(figure.unit or "")


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether both figures count the same and cannot both be right.

    >>> exclude(Quantity(min=600, max=None, of="dead"), Quantity(min=4000, max=4000, of="dead"))
    False
    """
    if counted(one) != counted(other):
        return False
    slack = 1 + _ROUNDING if one.approximate or other.approximate else 1
    return any(
        low.min is not None and high.max is not None and low.min > high.max * slack
        for low, high in ((one, other), (other, one))
    )


def is_contradicted(figure: Quantity, said: Sequence[Witness], found: Figures) -> bool:
    """Whether another voice asserts a figure that excludes this one, and neither is a later, higher count."""
    return any(
        one.voice != against.voice
        and one.modality == "asserted" == against.modality
        and exclude(figure, other)
        and not is_development(figure, one.claim, other, against.claim)
        for other, others in found
        for one, against in product(said, others)
    )


def is_development(figure: Quantity, one: Claim, other: Quantity, against: Claim) -> bool:
    """Whether of two counts of an event the later one is the higher one: a total that grows.

    What an agreement lays down does not grow.
    """
    if one.kind == "agreement":
        return False
    here, there = one.article.published, against.article.published
    if here is None or there is None or here == there:
        return False
    earlier, later = (figure, other) if here < there else (other, figure)
    return later.min is not None and earlier.max is not None and later.min > earlier.max


def _entity(node: Node, figure: Quantity) -> Entity:
    content = {**figure.to_json(), "approximate": None}
    low, high = (_number(bound) if bound is not None else "" for bound in (figure.min, figure.max))
    amount = low if low == high else f"{low}–{high}"
    label = " ".join(filter(None, ("~" if figure.approximate else "", amount, figure.unit, figure.of)))
    iri = Names(node.heard[0].claim.base).hashed("quantity", [node.entity.id, content])
    return Entity(id=iri, kind="Quantity", label=label)


def _number(number: float | int) -> str:
    text = format(Decimal(str(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _values(figure: Quantity) -> list[tuple[str, Value]]:
    values = [("a", concept("Quantity"))]
    for predicate, number in (("min", figure.min), ("max", figure.max)):
        if number is not None:
            text = _number(number)
            values.append((predicate, Value(text=text, datatype="decimal" if "." in text else "integer")))
    values += [(key, Value(text=text)) for key, text in (("of", figure.of), ("unit", figure.unit)) if text]
    values.append(("approximate", Value(text=str(figure.approximate).lower(), datatype="boolean")))
    return values
