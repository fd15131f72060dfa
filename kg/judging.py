"""Judgements into a store and out of it: what is named, whether it can be, and what is derived anew for it."""

from collections.abc import Iterable, Sequence
from datetime import date

from kg.facts import Judged, prepared
from kg.ingestion import kept_record, write_records
from kg.model import Judgement, JudgementError, Verdict
from kg.model.closure import chain
from kg.naming import Named, as_judged, find_pair, parties
from kg.store import Store

_SHOWN = 8  # digits of a key


def judge(
    store: Store,
    verdict: Verdict,
    one: str,
    other: str,
    *,
    by: str | None = None,
    on: date | None = None,
    reason: str | None = None,
) -> Judgement:
    """Keep the judgement that what two names mean is the same, or different; the facts that it touches follow it.

    The one that stands already is given back where it says the same. JudgementError where it cannot be: the names are
    of one thing or of things of two kinds, or an earlier judgement, which is named, says otherwise.
    """
    first, second = find_pair(store, one, other)
    judgement = Judgement.make(verdict, *parties(store, verdict, first, second), by=by, on=on, reason=reason)
    keep(store, judgement)
    return next(known for known in store.judgements() if known.key == judgement.key)


def keep(store: Store, judgement: Judgement) -> None:
    """Put a judgement into ``store``; nothing changes where it stands there already."""
    standing = store.judgements()
    if all(known.key != judgement.key for known in standing):
        _refuse_contradiction(standing, judgement)
        replace_judgements(store, (*standing, judgement))


def were_strangers(store: Store, judgement: Judgement) -> bool:
    """Whether nothing but a judgement would ever join the two: names of two entities, or reports never compared."""
    one, other = judgement.parties
    rest = tuple(known for known in store.judgements() if known.key != judgement.key)
    judged = prepared(rest, store.names.base)
    if one.claims:
        here, there = ({key for claim in party.claims for key in judged.keys(claim)} for party in (one, other))
        return here.isdisjoint(there)
    meant = (judged.identities.iri(party.iri, party.article) for party in (one, other))
    return len({*meant}) > 1


def withdraw(store: Store, verdict: Verdict, names: Sequence[str]) -> Judgement:
    """Take the judgement on two names, or of a key or its beginning, out; the graph is as if it had never been given.

    JudgementError, with what there is, where there is none such, or several.
    """
    standing = [judgement for judgement in store.judgements() if judgement.verdict == verdict]
    if len(names) == 1:
        found = [judgement for judgement in standing if judgement.key.startswith(names[0])]
    else:
        named = find_pair(store, *names)
        found = [judgement for judgement in standing if _is_on(judgement, named)]
    if len(found) != 1:
        raise JudgementError(_not_one(verdict, names, found, standing))
    replace_judgements(store, tuple(one for one in store.judgements() if one.key != found[0].key))
    return found[0]


def _not_one(verdict: Verdict, names: Sequence[str], found: Sequence[Judgement], standing: Sequence[Judgement]) -> str:
    what = " and ".join(f"«{name}»" for name in names)
    if found:
        keys = ", ".join(judgement.key[:_SHOWN] for judgement in found)
        return f"several judgements fit {what}; withdraw one by its key: {keys}"
    hint = f"`kg {verdict}` lists those that do" if standing else "none was given"
    return f"no judgement says of {what} that they are {_said(verdict)}; {hint}"


def _said(verdict: Verdict) -> str:
    return "the same" if verdict == "same" else "different"


def _is_on(judgement: Judgement, named: Sequence[Named]) -> bool:
    first, second = named
    pairs = ((judgement.one, judgement.other), (judgement.other, judgement.one))
    return any(as_judged(first, one) and as_judged(second, other) for one, other in pairs)


def _refuse_contradiction(standing: Iterable[Judgement], judgement: Judgement) -> None:
    against = chain(standing, judgement)
    if against:
        first, *rest = against
        also = f", with {', '.join(one.key[:_SHOWN] for one in rest)}" if rest else ""
        given = "".join((f" by {first.by}" if first.by else "", f" on {first.on}" if first.on else ""))
        raise JudgementError(
            f"judgement {first.key[:_SHOWN]}{given} says that «{first.one.label}» and «{first.other.label}» are "
            f"{_said(first.verdict)}{also}; withdraw it first: kg {first.verdict} --withdraw {first.key[:_SHOWN]}"
        )


def replace_judgements(store: Store, judgements: Iterable[Judgement]) -> None:
    """Let ``judgements`` be all that bind, and derive anew what is touched by those that come or go."""
    after = tuple(sorted({one.key: one for one in judgements}.values(), key=lambda one: one.key))
    before = store.judgements()
    if after == before:
        return
    base = store.names.base
    articles = _touched(store, prepared(before, base), prepared(after, base))
    articles |= {
        claim.article.id for judgement in {*before} ^ {*after} for party in judgement.parties for claim in party.claims
    }
    records = {identifier: kept_record(store, identifier) for identifier in sorted(articles)}
    write_records(store, {iri: record for iri, record in records.items() if record}, judgements=after)


def _touched(store: Store, before: Judged, after: Judged) -> set[str]:
    """The ids of articles whose claims name others than they did, or bear on other blocks."""
    here, there = before.identities, after.identities
    merged = {iri for iri in {*here.merged, *there.merged} if here.iri(iri) != there.iri(iri)}
    meant = {
        (iri, article)
        for iri, article in {*here.occurrences, *there.occurrences}
        if here.iri(iri, article) != there.iri(iri, article)
    }
    joined = {key for key in {*before.joined, *after.joined} if before.block(key) != after.block(key)}
    moved = {iri for iri in {*before.group, *after.group} if _home(before, iri) != _home(after, iri)}
    found = {*store.articles_naming(merged), *(article for _, article in meant if article)}
    found |= {article for key in joined for article in store.articles_in_block(before.block(key))}
    named = {claim.id: article for one in (before, after) for article, said in one.named.items() for claim in said}
    return found | {named[iri] for iri in moved}


def _home(judged: Judged, iri: str) -> str | None:
    return judged.homes.get(judged.group.get(iri, ""))
