"""What names mean that are to be joined or told apart: entities, one article's meaning of them, things, passages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.lookup import find_entity, find_named, require_article
from kg.model import Claim, Entity, JudgementError, Party, UnknownEntityError, Verdict
from kg.model.identities import apart_iri
from kg.store import Store

THINGS = ("Agreement", "Event", "Tenure")
"""Kinds of what is derived from claims, which report it."""
_QUOTE = 3  # words from which on a name may be a passage
_LISTED = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """What a name means. ``entity`` is what it is now, ``iri`` what the name means by itself, whatever was merged.

    ``article`` is the id of the one article by which an entity is meant. Of a thing ``claims`` report it, as they are
    said; ``claim`` is the one of them that the name picks out, and ``whole`` tells whether it may mean them all.
    """

    name: str
    entity: Entity
    iri: str
    article: str | None = None
    claims: tuple[Claim, ...] = ()
    claim: Claim | None = None
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Words:
    """Words that stand in the passages of several claims."""

    name: str
    claims: tuple[Claim, ...]


def find_judged(store: Store, name: str) -> Named:
    """What a name means: an IRI of anything, a name of an entity, ``NAME@ARTICLE``, or words of a passage.

    UnknownEntityError where nothing is known by it, JudgementError where it may mean several things.
    """
    return _settled(store, _find(store, name), ())


def find_pair(store: Store, one: str, other: str) -> tuple[Named, Named]:
    """What two names mean, as :func:`find_judged` has it; of words that stand for several things those of one kind.

    « ont signé un traité » tells of a treaty and of its signature: the treaties are meant where both names tell of one.
    """
    first, second = _find(store, one), _find(store, other)
    shared = [kind for kind in THINGS if kind in _kinds(first) & _kinds(second)]
    return _settled(store, first, shared[:1]), _settled(store, second, shared[:1])


def _kinds(found: Named | _Words) -> frozenset[str]:
    if isinstance(found, Named):
        return frozenset({found.entity.kind})
    return frozenset(map(_kind, found.claims))


def _kind(claim: Claim) -> str:
    return node_path(claim).capitalize()


def _settled(store: Store, found: Named | _Words, kinds: Sequence[str]) -> Named:
    """The one thing that is meant, of ``kinds`` where any are given and the words tell of one."""
    if isinstance(found, Named):
        return found
    meant = [claim for claim in found.claims if _kind(claim) in kinds] or found.claims
    return _by_claim(store, found.name, _only(found.name, meant))


def _find(store: Store, name: str) -> Named | _Words:
    if "://" in name:
        return _by_iri(store, name)
    if (place := _article_in(store, name)) is not None:
        return _in_article(store, name, find_named(store, name[:place]), name[place + 1 :])
    try:
        found = find_named(store, name)
    except UnknownEntityError:
        if claims := _saying(store, name):
            return _Words(name, tuple(claims))
        raise
    if found.kind in THINGS:
        _refuse_several(store, name)
        return _thing(store, name, found.id)
    return Named(name=name, entity=_now(store, found), iri=_own_iri(store, name, found.id))


def find_meant(store: Store, name: str) -> Entity:
    """The entity of a name (see :func:`kg.lookup.find_entity`), or whom one article means by it: ``NAME@ARTICLE``."""
    try:
        return find_entity(store, name)
    except UnknownEntityError:
        place = _article_in(store, name)
        if place is None:
            raise
        return _in_article(store, name, find_named(store, name[:place]), name[place + 1 :]).entity


def _article_in(store: Store, name: str) -> int | None:
    """Where in ``NAME@ARTICLE`` the @ stands that the id of an article follows; ``None`` where none does."""
    places = (place for place, letter in enumerate(name) if letter == "@" and place)
    return next((place for place in places if store.article(name[place + 1 :]) is not None), None)


def _own_iri(store: Store, name: str, iri: str) -> str:
    """The IRI that a name had before a judgement merged it into ``iri``."""
    from kg.vocabulary import fold

    merged = {party.iri for one in store.judgements() for party in one.parties if fold(party.label) == fold(name)}
    return min((former for former in merged if store.resolve(former) == iri), default=iri)


def _by_iri(store: Store, iri: str) -> Named:
    for claim in store.claims_said(ids=[iri]):
        return _by_claim(store, iri, claim)
    for (former, article), _ in store.identities.occurrences.items():
        if article is not None and apart_iri(former, article) == iri:
            return _in_article(store, iri, find_named(store, former), article)
    found = find_named(store, iri)
    if found.kind in THINGS:
        return _thing(store, iri, iri)
    return Named(name=iri, entity=_now(store, found), iri=iri)


def _now(store: Store, entity: Entity) -> Entity:
    became = store.resolve(entity.id)
    return entity if became == entity.id else store.entity(became)


def _in_article(store: Store, name: str, entity: Entity, article: str) -> Named:
    """The entity as one article means it, by the IRI that its claims name it by."""
    require_article(store, article)
    meant = {*store.identities.names_of(entity.id), *store.identities.names_of(store.resolve(entity.id))}
    said = sorted({one.id for claim in store.claims_said(article) for one in _entities(claim) if one.id in meant})
    if not said:
        raise JudgementError(f"article {article!r} names nobody {name!r}; `kg claims --article {article}` shows whom")
    iri = entity.id if entity.id in said else said[0]
    became = store.identities.iri(iri, article)
    now = replace(entity, id=became) if became == apart_iri(iri, article) else store.entity(became)
    return Named(name=name, entity=now, iri=iri, article=article)


def _entities(claim: Claim) -> Iterable[Entity]:
    return (*claim.filling(*claim.roles), *claim.attribution)


def _thing(store: Store, name: str, iri: str) -> Named:
    """The thing of an IRI, or of a name; either may also pick out the claim that it was made from, or that says it."""
    now = store.entity(iri)
    claims = claims_of(store, now.id)
    picked = [one for one in claims if _is_from(one, iri)] if "://" in name else _calling(claims, name)
    return Named(name=name, entity=now, iri=iri, claims=claims, claim=picked[0] if len(picked) == 1 else None)


def _is_from(claim: Claim, iri: str) -> bool:
    return claim.id.rpartition("/")[2] == iri.rpartition("/")[2]


def _calling(claims: Iterable[Claim], name: str) -> list[Claim]:
    from kg.vocabulary import fold

    return [claim for claim in claims if claim.label is not None and fold(claim.label) == fold(name)]


def _by_claim(store: Store, name: str, claim: Claim) -> Named:
    if claim.kind == "relation":
        raise JudgementError(
            f"«{claim.evidence.quote}» says how two are related, and is one with what says the same; judge the two"
        )
    iri = store.names.make(node_path(claim), claim.id.rpartition("/")[2])
    now = store.entity(iri)
    return Named(name=name, entity=now, iri=iri, claims=claims_of(store, now.id), claim=claim, whole=False)


def node_path(claim: Claim) -> str:
    """The part of an IRI that says of which kind the thing is that a claim reports."""
    return "tenure" if claim.kind == "office" else claim.kind


def claims_of(store: Store, thing: str) -> tuple[Claim, ...]:
    """The claims that report an agreement, event or tenure (IRI), as their articles make them; sorted by IRI."""
    facts = store.facts(subject=thing)
    return store.claims_said(ids=sorted({iri for fact in facts for iri in (*fact.supported_by, *fact.denied_by)}))


def _saying(store: Store, words: str) -> list[Claim]:
    """The claims whose passage holds these words, whatever their case and accents."""
    from kg.vocabulary import fold

    wanted = fold(words)
    if len(wanted.split()) < _QUOTE:
        return []
    found = (claim for claim in store.claims() if claim.kind != "relation" and wanted in fold(claim.evidence.quote))
    return list(store.claims_said(ids=[claim.id for claim in found]))


def _only(name: str, claims: Sequence[Claim]) -> Claim:
    if len(claims) == 1:
        return claims[0]
    listed = "; ".join(_choice(claim) for claim in claims[:_LISTED])
    more = f"; and {len(claims) - _LISTED} more" if len(claims) > _LISTED else ""
    raise JudgementError(
        f"«{name}» stands in the passages of {len(claims)} claims; give more of the words, or one of these IRIs: "
        f"{listed}{more}"
    )


def _choice(claim: Claim) -> str:
    """A claim to choose from: what to type, and what it tells."""
    who = ", ".join(dict.fromkeys(entity.label for entity in claim.filling(*claim.roles)))
    what = claim.label or claim.subtype or claim.type
    return f"{claim.id} ({_kind(claim).lower()}: {what}; {who}; article {claim.article.id})"


def _refuse_several(store: Store, name: str) -> None:
    same = sorted({store.resolve(one.id): one for one in store.find_entities(name) if one.kind in THINGS})
    if len(same) > 1:
        raise JudgementError(
            f"{len(same)} things are called «{name}»; give the IRI of one: {', '.join(same[:_LISTED])}"
        )


def parties(store: Store, verdict: Verdict, first: Named, second: Named) -> tuple[Party, Party]:
    """What a judgement on the two is to name; JudgementError where they are one name, or of two kinds."""
    _refuse_other_kind(first, second)
    if not first.claims:
        _refuse_one_name(verdict, first, second)
        return _entity_party(first), _entity_party(second)
    apart = first.entity.id != second.entity.id
    if not apart and (first.claim is None or second.claim is None or first.claim.id == second.claim.id):
        raise JudgementError(
            f"«{first.name}» and «{second.name}» are one already; give words of two passages, or the IRIs of "
            f"two claims: `kg why {first.entity.id}` shows them"
        )
    known = {c.id: c for one in store.judgements() for party in one.parties for c in party.claims}
    return _claims_party(first, known, whole=apart), _claims_party(second, known, whole=apart)


def _refuse_other_kind(first: Named, second: Named) -> None:
    kinds = [one.entity.kind for one in (first, second)]
    things = [kind in THINGS for kind in kinds]
    people = {"Person"} & {*kinds} and {"State", "Place", "Organisation"} & {*kinds}
    if (any(things) and kinds[0] != kinds[1]) or people:
        raise JudgementError(
            f"«{first.name}» is of class {kinds[0]} and «{second.name}» of class {kinds[1]}: "
            "only what is of one class can be the same; name two of one"
        )


def _refuse_one_name(verdict: Verdict, first: Named, second: Named) -> None:
    if (first.iri, first.article) == (second.iri, second.article):
        raise JudgementError(
            f"«{first.name}» and «{second.name}» are one name; say which article means somebody else: "
            f"«{second.name}@ARTICLE»"
        )
    if verdict == "same" and first.entity.id == second.entity.id:
        raise JudgementError(f"«{first.name}» and «{second.name}» are one already; `kg why` says by which rule")


def _entity_party(named: Named) -> Party:
    return Party(iri=named.iri, label=named.entity.label, article=named.article)


def _claims_party(named: Named, known: dict[str, Claim], *, whole: bool) -> Party:
    """The claims that report a thing, or the one that is picked out; one that a judgement names already as it does."""
    claims = named.claims if whole and named.whole else (named.claim,)
    own: dict[str, Claim] = {}
    for claim in claims:
        if claim is not None:
            earlier = [known[iri] for iri in claim.judged if iri in known]
            own |= {one.id: one for one in earlier or [replace(claim, judged=())]}
    return Party(iri=named.iri, label=named.entity.label, claims=tuple(own[iri] for iri in sorted(own)))


def as_judged(named: Named, party: Party) -> bool:
    """Whether a judgement's party is what a name means."""
    from kg.vocabulary import fold

    if fold(party.label) == fold(named.name) or party.iri == named.name:
        return True
    if not party.claims:
        return (party.iri, party.article) == (named.iri, named.article)
    said = [named.claim] if named.claim else named.claims
    own = {claim.id for claim in party.claims}
    return any(not own.isdisjoint({claim.id, *claim.judged}) for claim in said)
