"""What differs between two sets of facts, thing by thing."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Claim, Entity, Fact
from kg.model.change import CHANGE_KINDS, Change, ChangeKind, PartChange, kind_of_change

_SELF_EVIDENT = frozenset({"a", "label", "subtype", "office"})
_BOUNDS = ("From", "Until")
_ALIKE = 0.5
"""Share of what is said of either from which on two things without a claim in common are taken for one."""


Content = tuple[str, str, str]
"""A property, a value and its language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """An agreement, event, tenure or relation: the fact that it is there, all its facts, and the claims behind them."""

    whole: Fact
    facts: tuple[Fact, ...]
    claims: frozenset[str]

    @property
    def own(self) -> frozenset[str]:
        """The claims that tell of it; of what nobody but denies those. What calls a plan off tells of another thing."""
        return frozenset(iri for fact in self.facts for iri in fact.supported_by) or self.claims


def things(facts: Iterable[Fact]) -> list[Thing]:
    """The things that ``facts`` speak of, by IRI; of figures only which thing has them."""
    found: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.subject.kind in ("Agreement", "Event", "Tenure"):
            found[fact.subject.id].append(fact)
        elif fact.subject.kind != "Quantity":
            found[fact.id].append(fact)
    return [_thing(found[iri]) for iri in sorted(found)]


def _thing(facts: Sequence[Fact]) -> Thing:
    whole = next((fact for fact in facts if fact.predicate == "a"), facts[0])
    claims = frozenset(iri for fact in facts for iri in _claims(fact))
    return Thing(whole=whole, facts=tuple(facts), claims=claims)


def _claims(fact: Fact) -> tuple[str, ...]:
    return (*fact.supported_by, *fact.denied_by)


def compared(before: Sequence[Fact], after: Sequence[Fact], claims: Mapping[str, Claim]) -> list[Change]:
    """The changes from ``before`` to ``after``; ``claims`` are those behind ``after``. Equal facts give no change.

    A thing is the one of before with which it shares most claims. Where two share their claims with one of before,
    that is the one that shares most, and the other was told apart. Where corrections took claims away, a thing without
    any of before is the one of which most alike was said, and one of which nothing is said any more is gone.
    """
    former, latter = things(before), things(after)
    known, told = (frozenset(iri for thing in each for iri in thing.claims) for each in (former, latter))
    cause = known ^ told
    left = [thing for thing in former if nearest(thing, latter) is None]
    fresh = [thing for thing in latter if nearest(thing, former) is None]
    pairs = matched(left, fresh)
    origins = {now.whole.id: was for was, now in pairs if was and now}
    found = []
    for thing in latter:
        origin = nearest(thing, former) or origins.get(thing.whole.id)
        one = change(origin, thing, cause, claims)
        if origin is not None and thing.whole.id not in origins and nearest(origin, latter) is not thing:
            one = parted(origin, thing, cause, claims)
        if one is not None:
            found.append(one)
    lost = (change(was, None, cause, claims) for was, now in pairs if now is None)
    return [*found, *(one for one in lost if one is not None)]


def parted(origin: Thing, thing: Thing, cause: frozenset[str], claims: Mapping[str, Claim]) -> Change:
    """The change of a thing that was one with another, ``origin``, before."""
    made = cause & thing.claims or cause
    return Change(
        kind="parted",
        kinds=("parted",),
        whole=thing.whole,
        before=origin.whole.status,
        after=thing.whole.status,
        parts=(),
        facts=thing.facts,
        claims=tuple(sorted((claims[iri] for iri in made if iri in claims), key=place)),
    )


def nearest(thing: Thing, others: Sequence[Thing]) -> Thing | None:
    """The one of ``others`` that rests on most of its claims; ``None`` where none rests on any.

    Of several the one of which most of the same tell, not the one that they deny (a refusal denies the plan that it
    calls off), then the one of the same IRI. A relation is only ever itself.
    """

    def rank(other: Thing) -> tuple[int, int, bool, str]:
        shared = len(thing.own & other.own), len(thing.claims & other.claims)
        return -shared[0], -shared[1], other.whole.id != thing.whole.id, other.whole.id

    alike = (
        other
        for other in others
        if other.whole.id == thing.whole.id or thing.whole.predicate == other.whole.predicate == "a"
    )
    found = min(alike, key=rank, default=None)
    return found if found is not None and thing.claims & found.claims else None


def matched(former: Sequence[Thing], latter: Sequence[Thing]) -> list[tuple[Thing | None, Thing | None]]:
    """Which thing after is which before: those that share claims, then those of which most alike is said."""
    pairs: list[tuple[Thing | None, Thing | None]] = []
    left, rest = list(former), list(latter)
    for thing in latter:
        origin = nearest(thing, left)
        if origin is not None and nearest(origin, rest) is thing:
            pairs.append((origin, thing))
            left.remove(origin)
            rest.remove(thing)
    scored = sorted(
        (-_likeness(was, now), was.whole.id, now.whole.id, i, j)
        for i, was in enumerate(left)
        for j, now in enumerate(rest)
        if was.whole.subject.kind == now.whole.subject.kind
    )
    gone, come = dict(enumerate(left)), dict(enumerate(rest))
    for score, _, _, i, j in scored:
        if -score >= _ALIKE and i in gone and j in come:
            pairs.append((gone.pop(i), come.pop(j)))
    return [*pairs, *((was, None) for was in gone.values()), *((None, now) for now in come.values())]


def _likeness(one: Thing, other: Thing) -> float:
    here, there = by_content(one).keys(), by_content(other).keys()
    return len(here & there) / max(1, len(here | there))


def change(
    before: Thing | None, after: Thing | None, cause: frozenset[str], claims: Mapping[str, Claim]
) -> Change | None:
    """How a thing differs; ``None`` where it does not. ``cause`` are the claims (IRIs) that came or went."""
    shown = after or before
    if shown is None:
        return None
    statuses = before.whole.status if before else None, after.whole.status if after else None
    whole = kind_of_change(*statuses)
    parts = _parts(before, after, whole)
    kinds = {kind for kind in (whole, *map(_kind, parts)) if kind}
    if not kinds:
        return None
    ranked = tuple(kind for kind in CHANGE_KINDS if kind in kinds)
    touched = [part.fact for part in parts] if whole is None else shown.facts
    made = cause & {iri for fact in touched for iri in _claims(fact)} or cause & shown.claims or cause
    return Change(
        kind=whole if whole in ("new", "gone") else ranked[0],
        kinds=ranked,
        whole=shown.whole,
        before=statuses[0],
        after=statuses[1],
        parts=parts,
        facts=shown.facts,
        claims=tuple(sorted((claims[iri] for iri in made if iri in claims), key=place)),
    )


def place(claim: Claim) -> tuple[str, str, int, str]:
    """Where a claim stands among others: by day of publication (none last), article, place in it."""
    published = claim.article.published
    return published.isoformat() if published else "~", claim.article.id, claim.evidence.start, claim.id


def _kind(part: PartChange) -> ChangeKind | None:
    if part.before is None or part.after is None:
        return "disputed" if part.after == "disputed" else "learned"
    return kind_of_change(part.before, part.after)


def _parts(before: Thing | None, after: Thing | None, whole: ChangeKind | None) -> tuple[PartChange, ...]:
    """The parts that differ otherwise than the whole does; of a new thing those in dispute, of one gone none."""
    former, latter = (by_content(thing) for thing in (before, after))
    found = []
    for key in sorted({*former, *latter}):
        was, now = former.get(key), latter.get(key)
        fact = now or was
        if fact is None or (was and now and was.status == now.status):
            continue
        part = PartChange(fact=fact, before=was.status if was else None, after=now.status if now else None)
        if whole in ("new", "gone"):
            told = whole == "new" and part.after == "disputed" != (after.whole.status if after else None)
        else:
            told = _kind(part) != whole
        if told:
            found.append(part)
    return tuple(found)


def by_content(thing: Thing | None) -> dict[Content, Fact]:
    """The facts that make a thing out, by property and value; bounds of a date that says them itself are left out."""
    facts = [fact for fact in thing.facts if fact.predicate not in _SELF_EVIDENT] if thing else []
    exact = {(fact.predicate, fact.object.text) for fact in facts if not isinstance(fact.object, Entity)}
    return {content(fact): fact for fact in facts if not _is_implied(fact, exact)}


def content(fact: Fact) -> Content:
    """A property and a value, the same whatever the thing is called; a figure by what it counts."""
    if isinstance(fact.object, Entity):
        return fact.predicate, fact.object.label if fact.object.kind == "Quantity" else fact.object.id, ""
    return fact.predicate, fact.object.text, fact.object.language or ""


def _is_implied(fact: Fact, exact: Iterable[tuple[str, str]]) -> bool:
    suffix = next((bound for bound in _BOUNDS if fact.predicate.endswith(bound)), None)
    if suffix is None or isinstance(fact.object, Entity):
        return False
    date, day = fact.predicate.removesuffix(suffix), fact.object.text
    return any(predicate == date and day.startswith(text) for predicate, text in exact)
