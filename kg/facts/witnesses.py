"""A claim as a witness: whose voice it is, and what its modality is worth."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

from rapidfuzz import fuzz

from kg.facts.voices import fold, voice
from kg.model import Claim, Entity, Modality, TimeSpan
from kg.model.sketch import overlap

NEAR_COPY = 90  # rapidfuzz ratio of two quotes from which one is taken for a copy of the other
_CUT = 95  # the same, of a quote and a part of a longer one
_TELLING = 10  # words from which on a part of a quote is no chance
_HALF = 0.5  # share of the shorter text from which on two articles are copies as wholes
CLOCK_SLACK = timedelta(days=1)  # a paper dated here may report what is already tomorrow there

_THINGS = {"agreement": "agreement", "event": "event", "office": "tenure", "relation": "relation"}


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Witness:
    """A claim with what deriving needs of it at hand; ``modality`` is that of the thing as a whole.

    ``thing`` is the IRI of what it alone would speak of: ``<base><kind>/<digest of the claim>``. ``roles`` are those of
    the claim; who fills a role alike in many claims is mostly one value.
    """

    claim: Claim
    id: str
    thing: str
    voice: str
    modality: Modality
    words: str
    roles: Mapping[str, tuple[Entity, ...]]


def witness(claim: Claim) -> Witness:
    """``claim`` as a witness."""
    iri = claim.id  # a hash, so taken once
    return Witness(
        claim=claim,
        id=iri,
        thing=f"{claim.base}{_THINGS[claim.kind]}/{iri.rpartition('/')[2]}",  # a digest has nothing to be encoded
        voice=voice(claim),
        modality=modality_of_whole(claim),
        words=fold(claim.evidence.quote),
        roles={role: _shared(entities) for role, entities in claim.roles.items()},
    )


@lru_cache(maxsize=1 << 14)
def _shared(entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """The same value, be it as another one that was asked for before."""
    return entities


def modality_of_whole(claim: Claim) -> Modality:
    """How ``claim`` speaks of its event or agreement as something that took place.

    An agreement that is only proposed is planned, however firmly that is asserted; one that was reached is there,
    though nobody has signed it yet.
    """
    if claim.modality != "denied" and claim.stage == "proposed":
        return "planned"
    return modality_at(claim, claim.time)


def modality_at(claim: Claim, span: TimeSpan | None) -> Modality:
    """The modality of ``claim`` for what happened in ``span``.

    Nobody can assert what starts more than a day after the date of publication: that is planned.
    """
    published = claim.article.published
    if claim.modality == "asserted" and span and span.start and published and span.start > published + CLOCK_SLACK:
        return "planned"
    return claim.modality


def is_copy(one: Witness, other: Witness) -> bool:
    """Whether two claims of one language rest on one text: their passages or their whole articles are near-copies.

    A passage may be cut at either end, an article have another headline, fewer paragraphs, and some words of its own.
    """
    here, there = one.claim.article, other.claim.article
    if here.id == there.id or here.language != there.language:
        return False
    if overlap(*sorted((here.sketch, there.sketch))) >= _HALF:
        return True
    return fuzz.ratio(one.words, other.words, score_cutoff=NEAR_COPY) > 0 or _is_cut(one.words, other.words)


def _is_cut(words: str, others: str) -> bool:
    """Whether the shorter of two passages is a telling part of the longer one."""
    short = min(words, others, key=len)
    return short.count(" ") >= _TELLING - 1 and fuzz.partial_ratio(words, others, score_cutoff=_CUT) > 0


def are_independent(witnesses: Sequence[Witness]) -> bool:
    """Whether at least two of ``witnesses`` have neither a voice nor a text in common, not even by way of others."""
    left = _by_voice(witnesses)
    if len(left) < 2:
        return False
    rarest = min(left, key=lambda voice: len(left[voice]))  # any will do; this one is soon compared with the others
    return bool(_apart(rarest, left))


def sources(witnesses: Sequence[Witness]) -> int:
    """How many independent sources ``witnesses`` are: those with a voice or a text in common count once."""
    number = 0
    left = _by_voice(witnesses)
    while left:
        left = _apart(next(iter(left)), left)
        number += 1
    return number


_Voices = Mapping[str, Sequence[Witness]]


def _by_voice(witnesses: Iterable[Witness]) -> _Voices:
    found: dict[str, list[Witness]] = {}
    for one in witnesses:
        found.setdefault(one.voice, []).append(one)
    return found


def _apart(first: str, voices: _Voices) -> _Voices:
    """The voices that have no text in common with the ``first``, not even by way of others."""
    left = {voice: said for voice, said in voices.items() if voice != first}
    ends = list(voices[first])
    while ends and left:
        here = ends.pop()
        for copying in [one for one, said in left.items() if any(is_copy(here, there) for there in said)]:
            ends += left.pop(copying)
    return left
