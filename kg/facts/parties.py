"""Parties in dispute: papers that list other parties of what is, by its name and day of signature, one agreement.

Agreements of other parties are never joined, for most are two. So the dispute is one between them, as that of two
holders of an office is one between tenures; and one within an agreement where a judgement joined them.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from kg.facts.labels import SAME_NAME, name_link
from kg.facts.positions import make_dispute, position
from kg.facts.times import width
from kg.facts.voices import principal
from kg.facts.witnesses import Witness
from kg.model import Dispute, Entity
from kg.vocabulary.merging import load_merging_rules


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    """The claims of an agreement that assert it with the same ``parties``, by whom they act for."""

    node: Entity
    said: Sequence[Witness]
    parties: Mapping[str, Entity]


def party_disputes(agreements: Iterable[tuple[Entity, Sequence[Witness]]]) -> list[Dispute]:
    """A dispute for each set of lists of parties of which each differs from another of one agreement."""
    listings = [listing for node, said in agreements for listing in _listings(node, said)]
    return [_dispute(rivals) for rivals in _rivals(listings)]


def _listings(node: Entity, said: Sequence[Witness]) -> Iterator[_Listing]:
    found: dict[frozenset[str], list[Witness]] = defaultdict(list)
    for one in said:
        parties = frozenset(map(principal, one.claim.filling("party")))
        if one.modality == "asserted" and len(parties) > 1:
            found[parties].append(one)
    for parties in sorted(found, key=sorted):
        named = {whom: _shown(whom, found[parties]) for whom in sorted(parties)}
        yield _Listing(node=node, said=found[parties], parties=named)


def _shown(whom: str, said: Sequence[Witness]) -> Entity:
    """The state or organisation itself where a claim names it, else who acts for it."""
    entities = [entity for one in said for entity in one.claim.filling("party") if principal(entity) == whom]
    return min(entities, key=lambda entity: (whom not in (entity.iso3, entity.id), entity.id, entity.label))


def _rivals(listings: Sequence[_Listing]) -> list[list[_Listing]]:
    """The listings that differ of one agreement, be it by way of others."""
    groups = [{number} for number in range(len(listings))]
    for i, j in combinations(range(len(listings)), 2):
        if _differ(listings[i], listings[j]):
            joined = groups[i] | groups[j]
            for number in joined:
                groups[number] = joined
    distinct = sorted({tuple(sorted(group)) for group in groups if len(group) > 1})
    return [[listings[number] for number in group] for group in distinct]


def _differ(one: _Listing, other: _Listing) -> bool:
    """Whether two papers list other parties of one agreement.

    A state signs agreements of one name with several others, even on one day: of lists of which neither holds the
    other the city must be one too. An article that tells of both tells of two agreements.
    """
    here, there = set(one.parties), set(other.parties)
    if here == there or not here & there:
        return False
    if len({each.voice for each in (*one.said, *other.said)}) < 2:
        return False
    if one.node.id == other.node.id:
        return True
    if {each.claim.article.id for each in one.said} & {each.claim.article.id for each in other.said}:
        return False
    nested = here < there or there < here
    return any(_are_one(mine, yours, nested=nested) for mine, yours in product(one.said, other.said))


def _are_one(mine: Witness, yours: Witness, *, nested: bool) -> bool:
    """Whether two claims have the day of signature, the name and, unless ``nested``, the city in common."""
    here, there = mine.claim, yours.claim
    if mine.voice == yours.voice or here.time is None or here.time != there.time or width(here.time) > 1:
        return False
    if not load_merging_rules().may_be_one(here.type, there.type) or (name_link(here, there) or 0) < SAME_NAME:
        return False
    return nested or not _cities(mine).isdisjoint(_cities(yours))


def _cities(one: Witness) -> set[str]:
    return {place.id for place in one.claim.filling("place") if not place.iso3}


def _dispute(rivals: Sequence[_Listing]) -> Dispute:
    said: dict[tuple[str, ...], list[Witness]] = defaultdict(list)
    shown: dict[tuple[str, ...], tuple[Entity, ...]] = {}
    for listing in rivals:
        key = tuple(listing.parties)
        said[key] += listing.said
        shown.setdefault(key, tuple(listing.parties.values()))
    positions = [position(shown[key], [one.claim for one in said[key]]) for key in sorted(said)]
    nodes = {listing.node.id: listing.node for listing in rivals}
    first, *others = (nodes[iri] for iri in sorted(nodes))
    return make_dispute("parties", first, "party", "disputed", positions, others)
