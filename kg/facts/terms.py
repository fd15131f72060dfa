"""Terms of office in reference data: which of them contradict a claim that somebody holds an office.

The reference is held against claims and supports none of them. It is believed only where it is sure: within the days
of which it speaks, beyond the bounds of a term as coarsely as they are given, and some days from them, since papers
tell on one day of another and go on using a title for a while.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache

from kg.facts.blocks import office_key
from kg.facts.times import first_day, last_day
from kg.facts.voices import fold, principal
from kg.facts.witnesses import CLOCK_SLACK
from kg.model import Claim, Names, OfficeTerm
from kg.model.person_names import person_key
from kg.vocabulary import load_gazetteer
from kg.vocabulary.merging import load_merging_rules

_LATE = timedelta(days=7)
_UNTOLD = ("former", "acting", "disputed")  # standings of which a list of terms says nothing
_SHORTEST = 3  # letters of a name's word that tells its bearer

Days = tuple[date, date]


def term_keys(term: OfficeTerm, base: str) -> tuple[str, ...]:
    """The keys of the blocks whose claims ``term`` may contradict, sorted: one for each name of its office."""
    whole = load_gazetteer(base).entity(term.of)
    principals = [principal(whole) if whole else term.of]
    return tuple(sorted({office_key(office, principals) for office in term.offices}))


def contradicting(claim: Claim, terms: Sequence[OfficeTerm]) -> tuple[OfficeTerm, ...]:
    """The terms that contradict ``claim``, sorted by IRI; empty where it contradicts none, and for no office.

    A claim contradicts the term of its holder that lies nearest where the holder's terms in the office are all past or
    all to come on the day of which it speaks; and the term of somebody else who held the office on that day, where one
    person at a time does. A name that may be a form of the other's contradicts nothing.

    « le président américain George W. Bush », told of 2003, is who held the office then, and « le président russe »,
    told of his youth, who holds it now: what is right of either is not contradicted.
    """
    if claim.standing in _UNTOLD:
        return ()
    scene = (first_day(claim.scene), last_day(claim.scene)) if claim.scene else None
    if scene and not _contradicting(claim, terms, scene):
        return ()
    days = _days(claim)
    return _contradicting(claim, terms, days) if days else ()


def _contradicting(claim: Claim, terms: Sequence[OfficeTerm], days: Days) -> tuple[OfficeTerm, ...]:
    """The terms that contradict that the office was held on one of ``days``."""
    found: set[OfficeTerm] = set()
    for reference in sorted({term.reference for term in terms}):
        told = [term for term in terms if term.reference == reference and _tells(term, claim, days)]
        found |= _against(claim, told, days)
    return tuple(sorted(found, key=lambda term: term.id))


def is_sole(office: str) -> bool:
    """Whether one person at a time holds the office."""
    return fold(office) in _sole_offices()


@cache
def _sole_offices() -> frozenset[str]:
    return frozenset(map(fold, load_merging_rules().sole_offices))


def _against(claim: Claim, terms: Sequence[OfficeTerm], days: Days) -> set[OfficeTerm]:
    holders = {entity.id for entity in claim.filling("holder")}
    own = [term for term in terms if not holders.isdisjoint(term.holders)]
    others = [term for term in terms if term not in own and _holds(term, days) and is_sole(claim.office or claim.type)]
    if own:
        gaps = {term: _gap(term, days, _slack(claim)) for term in own}
        nearest = min(own, key=lambda term: (abs(gaps[term]), term.id))
        to_come = any(gap < 0 for gap in gaps.values())
        if gaps[nearest] == 0 or (claim.standing == "new" and to_come):
            return set()
        return {nearest, *others}
    if claim.standing == "new" or any(_may_be(claim, term) for term in terms):
        return set()
    return set(others)


def _tells(term: OfficeTerm, claim: Claim, days: Days) -> bool:
    """Whether the reference speaks of these days, and the term is in what the claim says the office is of."""
    if days[0] < term.speaks_from or days[1] > term.speaks_until:
        return False
    state = Names(claim.base).state
    return any(
        entity.id == term.of
        or (entity.kind == "Place" and entity.acts_for is not None and state(entity.acts_for) == term.of)
        for entity in claim.filling("of")
    )


def _days(claim: Claim) -> Days | None:
    """The days on one of which the office was held: those of the time that the claim gives, else that of the report."""
    if claim.time:
        return first_day(claim.time), last_day(claim.time)
    published = claim.article.published
    return (published, published) if published else None


def _slack(claim: Claim) -> timedelta:
    return CLOCK_SLACK if claim.time else _LATE


def _gap(term: OfficeTerm, days: Days, slack: timedelta) -> int:
    """By how many days ``days`` are surely after (or, negative, before) the term; 0 where they may be in it."""
    if days[1] + slack < first_day(term.start):
        return (days[1] - first_day(term.start)).days
    if term.end and last_day(term.end) + slack < days[0]:
        return (days[0] - last_day(term.end)).days
    return 0


def _holds(term: OfficeTerm, days: Days) -> bool:
    """Whether the term surely lasted on all of ``days``, and well before and after them."""
    since, until = last_day(term.start), first_day(term.end) if term.end else date.max
    return since + _LATE < days[0] and days[1] < until - _LATE


def _may_be(claim: Claim, term: OfficeTerm) -> bool:
    """Whether the claim's holder has a word of the name in common with the term's: a surname, a shorter form."""
    words = {word for entity in claim.filling("holder") for word in _words(entity.label)}
    return any(not words.isdisjoint(_words(name)) for _, name in term.names)


def _words(name: str) -> set[str]:
    return {person_key(word) for word in name.replace("-", " ").split() if len(word) >= _SHORTEST}
