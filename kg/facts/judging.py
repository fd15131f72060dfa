"""What judgements make of claims: who is who in them, which blocks they bring together, and what they part.

A judgement on events, agreements or offices names claims. It holds for the claim of the same article that says what the
named one said: itself, else the one that speaks of the same passage in the most alike way, as another reading or a
corrected text may have it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.facts.blocks import block_keys
from kg.facts.voices import fold
from kg.model import Claim
from kg.model.closure import Classes, closure
from kg.model.identities import NO_IDENTITIES, Identities, identities
from kg.model.judgement import Judgement, Party
from kg.vocabulary import load_gazetteer


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """Judgements, ready to be applied.

    ``group`` tells of each claim that is named in one (by IRI) which others are the same: by the smallest; ``apart``
    which groups are different. ``joined`` maps keys of blocks to the key of what they were brought together in, and
    ``homes`` each group that a judgement made to its key.
    """

    identities: Identities = NO_IDENTITIES
    named: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    group: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    joined: Mapping[str, str] = field(default_factory=dict)
    homes: Mapping[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.identities or self.group)

    def claims(self, said: Sequence[Claim]) -> list[Claim]:
        """All the claims of one article as judgements have them, in the same order."""
        return [self.identities.claim(claim) for claim in self.told(said)]

    def told(self, said: Sequence[Claim]) -> list[Claim]:
        """All the claims of one article as they are, in the same order, each with those in judgements that it is."""
        if not said or said[0].article.id not in self.named:
            return list(said)
        stands_for: dict[str, list[str]] = defaultdict(list)
        for named in self.named[said[0].article.id]:
            if (iri := counterpart(named, said)) is not None:
                stands_for[iri].append(named.id)
        return [replace(one, judged=tuple(sorted(stands_for.get(one.id, ())))) for one in said]

    def keys(self, claim: Claim) -> tuple[str, ...]:
        """The keys of the blocks that a claim bears on, see :func:`block_keys`, brought together by judgements."""
        homes = {self.homes[self.group[iri]] for iri in claim.judged if self.group.get(iri) in self.homes}
        if homes:
            return (min(homes),)
        keys = block_keys(self.identities.claim(claim))
        return tuple(sorted(set(map(self.block, keys)))) if self.joined else keys

    def block(self, key: str) -> str:
        """The key of the block that judgements brought the block ``key`` into, else itself."""
        return self.joined.get(key, key)

    def parts_of(self, key: str) -> tuple[str, ...]:
        """The keys of the blocks that were brought together under ``key``, sorted; itself where none were."""
        return tuple(sorted(own for own, whole in self.joined.items() if whole == key)) or (key,)

    def groups(self, claim: Claim) -> frozenset[str]:
        """The groups that a claim belongs to; none where no judgement names it."""
        return frozenset(self.group[iri] for iri in claim.judged if iri in self.group)


NOTHING_JUDGED = Judged()


@lru_cache(maxsize=8)
def prepared(judgements: tuple[Judgement, ...], base: str) -> Judged:
    """``judgements`` ready to be applied below ``base``; they may come in any order."""
    if not judgements:
        return NOTHING_JUDGED
    own = identities(judgements, load_gazetteer(base).entity)
    on_claims = [judgement for judgement in judgements if judgement.one.claims]
    claims = {claim.id: claim for judgement in on_claims for party in judgement.parties for claim in party.claims}
    classes: Classes[str] = closure(on_claims, _claims)
    groups = {min(members): members for members in classes.members().values()}
    group = {iri: smallest for smallest, members in groups.items() for iri in members}
    named: dict[str, list[Claim]] = defaultdict(list)
    for iri in sorted(claims):
        named[claims[iri].article.id].append(claims[iri])
    joined, homes = _homes(groups, claims, own)
    return Judged(
        identities=own,
        named=named,
        group=group,
        apart={smallest: frozenset(group[other] for other in classes.apart(smallest)) for smallest in groups},
        joined=joined,
        homes=homes,
    )


def _claims(party: Party) -> list[str]:
    return sorted(claim.id for claim in party.claims)


def _homes(
    groups: Mapping[str, Sequence[str]], claims: Mapping[str, Claim], own: Identities
) -> tuple[dict[str, str], dict[str, str]]:
    """Under which key the blocks of each group are brought together, and where each group is at home."""
    blocks: Classes[str] = Classes()
    keys = {
        smallest: sorted({key for iri in members for key in block_keys(own.claim(claims[iri]))})
        for smallest, members in groups.items()
        if len(members) > 1
    }
    for first, *rest in keys.values():
        for key in rest:
            blocks.join(first, key)
    whole = {key: min(members) for members in blocks.members().values() for key in members}
    homes = {smallest: whole.get(first, first) for smallest, (first, *_) in keys.items()}
    return dict(sorted(whole.items())), homes


def counterpart(named: Claim, said: Iterable[Claim]) -> str | None:
    """Which of the claims that an article makes now is ``named``: its IRI, ``None`` where there is none any more."""
    said = list(said)
    if any(one.id == named.id for one in said):
        return named.id
    alike = [(_likeness(named, one), -one.evidence.start, one.id) for one in said if _same_passage(named, one)]
    return max(alike)[2] if alike else None


def _same_passage(named: Claim, one: Claim) -> bool:
    if named.kind != one.kind:
        return False
    here, there = fold(named.evidence.quote), fold(one.evidence.quote)
    return here in there or there in here


def _likeness(named: Claim, one: Claim) -> int:
    """In how many things two claims of one passage agree."""
    alike = sum(same for same in _compared(named, one))
    fillers = [{(role, entity.id) for role in claim.roles for entity in claim.filling(role)} for claim in (named, one)]
    return 4 * alike + len(fillers[0] & fillers[1])


def _compared(named: Claim, one: Claim) -> Iterator[bool]:
    yield named.type == one.type
    yield named.evidence.quote == one.evidence.quote
    yield (named.label, named.subtype, named.office) == (one.label, one.subtype, one.office)
    yield named.time == one.time
