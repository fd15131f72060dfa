"""What corrections changed: a former version's claims in the place of the next one's, all else being as it is now."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from kg.facts import Judged
from kg.ingestion import derive_from, judged_in
from kg.model import ArticleInfo, Claim, Fact
from kg.model.history import Correction
from kg.past.comparing import Thing, change, matched, things
from kg.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class _Version:
    info: ArticleInfo
    number: int
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Replacement:
    """What became of one thing when a version of an article took the place of another.

    ``was`` or ``now`` is ``None`` where there is no such thing; ``correction`` is ``None`` where nothing changed.
    """

    was: Thing | None
    now: Thing | None
    correction: Correction | None


def corrections(store: Store) -> tuple[Correction, ...]:
    """What each correction of an article changed, by article and version; nothing of one that changed no fact."""
    return tuple(one.correction for one in replacements(store) if one.correction is not None)


def replacements(store: Store) -> tuple[Replacement, ...]:
    """What became of each thing of which a corrected article spoke, by article and version.

    Every other article counts as it is now, so what is told depends on the articles alone, not on when they were read.
    """
    found: list[Replacement] = []
    judged = judged_in(store)
    for identifier, replaced in groupby(store.versions(), key=lambda version: version.article.id):
        chain = [
            _Version(info=one.article, number=one.number, claims=tuple(judged.claims(one.claims))) for one in replaced
        ]
        now = store.article(identifier)
        if now is not None:
            current = tuple(judged.claims(store.claims_said(identifier)))
            chain.append(_Version(info=now.info, number=len(chain) + 1, claims=current))
        for before, after in pairwise(chain):
            found += _corrected(store, judged, before, after)
    return tuple(found)


def _corrected(store: Store, judged: Judged, before: _Version, after: _Version) -> Iterator[Replacement]:
    known = {claim.id: claim for claim in (*before.claims, *after.claims)}
    cause = frozenset(claim.id for claim in before.claims) ^ frozenset(claim.id for claim in after.claims)
    keys = sorted({key for claim in known.values() for key in judged.keys(claim)})
    former, latter = (things(_facts(store, judged, keys, version)) for version in (before, after))
    for was, now in matched(former, latter):
        found = change(was, now, cause, known)
        told = None
        if found is not None:
            withdrawn = tuple(claim for claim in before.claims if was and claim.id in was.claims & cause)
            kept = tuple(claim for claim in found.claims if claim not in before.claims)
            told = Correction(
                former=before.info,
                latter=after.info,
                number=before.number,
                change=replace(found, claims=kept),
                withdrawn=withdrawn,
            )
        yield Replacement(was=was, now=now, correction=told)


def _facts(store: Store, judged: Judged, keys: Sequence[str], version: _Version) -> list[Fact]:
    """The facts of some blocks if this were the article's version."""
    return [
        fact
        for key in keys
        for fact in derive_from(
            store,
            key,
            [
                *(claim for claim in store.claims_in_block(key) if claim.article.id != version.info.id),
                *(claim for claim in version.claims if key in judged.keys(claim)),
            ],
            judged,
        ).facts
    ]
