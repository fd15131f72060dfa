"""Relations: one triple between two entities, and what its claims are worth."""

from collections.abc import Sequence

from kg.facts.blocks import pairs, triple_key
from kg.facts.fillings import commonest
from kg.facts.nodes import make_fact, weighed
from kg.facts.status import weigh
from kg.facts.witnesses import Witness
from kg.model import Entity, Fact


def relation_facts(key: str, witnesses: Sequence[Witness]) -> list[Fact]:
    """The fact of the triple whose block ``key`` is; none where no claim says it."""
    subjects: list[Entity] = []
    objects: list[Entity] = []
    saying: list[Witness] = []
    for one in witnesses:
        found = [pair for pair in pairs(one.claim) if triple_key(one.claim.type, *pair) == key]
        subjects += [subject for subject, _ in found]
        objects += [other for _, other in found]
        saying += [one] if found else []
    if not saying:
        return []
    supports = weighed(one for one in saying if one.modality != "denied")
    denials = [one for one in saying if one.modality == "denied"]
    status = weigh(supports, denials)
    relation = saying[0].claim.type
    return [make_fact(commonest(subjects), relation, commonest(objects), status, supports, denials)]
