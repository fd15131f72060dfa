"""Who is who, as judgements have it: which IRIs of entities are one, and which articles mean somebody else by one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import quote

from kg.model.claim import Claim, Entity
from kg.model.closure import closure
from kg.model.judgement import Judgement, Party

Occurrence = tuple[str, str | None]
"""An entity's IRI, and the id of the article that means it; ``None`` for all articles that are not judged apart."""
Lookup = Callable[[str], Entity | None]
"""What is known beforehand of an entity by IRI or ISO code."""


def apart_iri(iri: str, article: str) -> str:
    """The IRI of what one article alone calls as others call ``iri``.

    >>> apart_iri("https://example.org/person/kim", "a 1")
    'https://example.org/person/kim/in/a%201'
    """
    return f"{iri}/in/{quote(article, safe='')}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Identities:
    """The IRI of each entity by judgement: ``merged`` where it holds in every article, else by ``occurrences``.

    ``labels`` are the names, by IRI, that what others were merged into was judged under.
    """

    merged: Mapping[str, str]
    occurrences: Mapping[Occurrence, str]
    labels: Mapping[str, str]
    lookup: Lookup = field(compare=False, repr=False)

    def __bool__(self) -> bool:
        return bool(self.merged or self.occurrences)

    def iri(self, iri: str, article: str | None = None) -> str:
        """What an IRI of an entity became, as the article means it."""
        return self.occurrences.get((iri, article)) or self.merged.get(iri, iri)

    def names_of(self, iri: str) -> tuple[str, ...]:
        """The IRIs, sorted, under which claims may name what ``iri`` stands for now; itself too."""
        whole = {former for former, became in self.merged.items() if became == iri}
        partly = {former for (former, _), became in self.occurrences.items() if became == iri}
        return tuple(sorted({iri, *whole, *partly}))

    def claim(self, claim: Claim) -> Claim:
        """``claim`` with its entities under the IRIs that they have by judgement, and the id that it had before."""
        if not self or claim.said_as is not None:
            return claim
        roles = {role: tuple(self._entity(one, claim) for one in whom) for role, whom in claim.roles.items()}
        attribution = tuple(self._entity(one, claim) for one in claim.attribution)
        if roles == claim.roles and attribution == claim.attribution:
            return claim
        return replace(claim, roles=roles, attribution=attribution, said_as=claim.id)

    def _entity(self, entity: Entity, claim: Claim) -> Entity:
        iri = self.iri(entity.id, claim.article.id)
        acts_for = self._acts_for(entity, claim)
        if iri == entity.id:
            return entity if acts_for == entity.acts_for else replace(entity, acts_for=acts_for)
        known = self.lookup(iri)
        if known is None:
            label = self.labels.get(iri, entity.label)
            return replace(entity, id=iri, label=label, iso3=None, acts_for=acts_for)
        whom = acts_for or known.acts_for
        return replace(entity, id=iri, kind=known.kind, label=known.label, iso3=known.iso3, acts_for=whom)

    def _acts_for(self, entity: Entity, claim: Claim) -> str | None:
        """The organisation for which it acts, under its IRI by judgement."""
        whom = entity.organisation
        return self.iri(whom, claim.article.id) if whom else entity.acts_for


NO_IDENTITIES = Identities(merged={}, occurrences={}, labels={}, lookup=lambda _: None)


def identities(judgements: Iterable[Judgement], lookup: Lookup) -> Identities:
    """Who is who by those of ``judgements`` that are on entities.

    An article means by an IRI what all others do, unless that is judged different. What is one has the IRI that
    ``lookup`` knows, of several the smallest; what one article alone means, and is part of nothing else, has its own.
    """
    own = [judgement for judgement in judgements if not judgement.one.claims]
    if not own:
        return NO_IDENTITIES
    classes = closure(own, _occurrence)
    named = sorted({node for members in classes.members().values() for node in members}, key=str)
    for iri, article in named:
        if article is not None:
            classes.join((iri, None), (iri, article))
    merged: dict[str, str] = {}
    occurrences: dict[Occurrence, str] = {}
    for members in classes.members().values():
        became = _chosen(members, lookup)
        merged |= {iri: became for iri, article in members if article is None and iri != became}
        occurrences |= {(iri, article): became for iri, article in members if article is not None}
    same = {node for node, became in occurrences.items() if became == merged.get(node[0], node[0])}
    return Identities(
        merged=dict(sorted(merged.items())),
        occurrences={node: occurrences[node] for node in sorted(occurrences, key=str) if node not in same},
        labels=_labels(own),
        lookup=lookup,
    )


def _labels(judgements: Iterable[Judgement]) -> dict[str, str]:
    """What each entity that is judged was called, of several names the first in order."""
    called = sorted((party.iri, party.label) for judgement in judgements for party in judgement.parties)
    return dict(reversed(called))


def _occurrence(party: Party) -> list[Occurrence]:
    return [(party.iri, party.article)]


def _chosen(members: Iterable[Occurrence], lookup: Lookup) -> str:
    members = list(members)
    whole = sorted(iri for iri, article in members if article is None)
    partly = sorted(apart_iri(iri, article) for iri, article in members if article is not None)
    return min(whole, key=lambda iri: (lookup(iri) is None, iri)) if whole else partly[0]
