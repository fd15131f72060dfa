"""Why what two names mean is one thing, or is not; and what was merged into what one name means."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from kg.facts.reasons import Reasoning, strangers
from kg.ingestion import judged_in
from kg.model import Claim, Entity, Judgement, JudgementError
from kg.model.closure import way
from kg.model.reasons import Comparison, NameUse, Reasons, Rule
from kg.naming import Named, find_judged, find_pair
from kg.selection import judgements_on
from kg.store import Store

_WEAKER: tuple[Rule, ...] = ("known", "letters", "spelling", "context")


def why(store: Store, one: str, other: str | None = None) -> Reasons:
    """Why two names mean one thing, or two; of one name what was merged into it, step by step.

    Names are those of :func:`kg.naming.find_judged`. JudgementError where one is a thing and the other is none.
    """
    if other is None:
        return _of_one(store, find_judged(store, one))
    first, second = find_pair(store, one, other)
    if bool(first.claims) != bool(second.claims):
        raise JudgementError(
            f"«{one}» is of class {first.entity.kind} and «{other}» of class {second.entity.kind}; name two of one"
        )
    return _of_things(store, first, second) if first.claims else _of_entities(store, first, second)


def _of_one(store: Store, named: Named) -> Reasons:
    if named.claims:
        reasoning, judgements = _reasoning(store, named.entity.id), store.judgements()
        steps = reasoning.joined([claim.id for claim in named.claims])
        given = judgements_on(store, (), named.claims)
        return Reasons(
            one=named.entity,
            other=None,
            same=None,
            rule="compared",
            steps=_decided(steps, judgements),
            judgements=given,
        )
    names = _names(store, named.entity)
    given = judgements_on(store, [named.entity.id], ())
    rule: Rule = "judged" if given else names[0].rule if names else "context"
    return Reasons(one=named.entity, other=None, same=None, rule=rule, names=names, judgements=given)


# Things


def _reasoning(store: Store, thing: str) -> Reasoning:
    key = store.block_of(thing) or ""
    judged = judged_in(store)
    return Reasoning(key, store.claims_in_block(key), store.background(*judged.parts_of(key)), judged)


def _of_things(store: Store, first: Named, second: Named) -> Reasons:
    ones, others = (_meant(named, apart=first.entity.id != second.entity.id) for named in (first, second))
    judgements = store.judgements()
    reasoning = _reasoning(store, first.entity.id)
    if first.entity.id == second.entity.id:
        steps = reasoning.way(ones, [iri for iri in others if iri not in ones] or others)
        rule: Rule = "chain" if len(steps) > 1 else "compared"
        return _reasons(first, second, True, rule, steps, judgements)
    if store.block_of(first.entity.id) == store.block_of(second.entity.id):
        return _reasons(first, second, False, "compared", reasoning.apart(ones, others), judgements)
    judged = judged_in(store)
    here, there = (
        [judged.identities.claim(claim) for claim in named.claims if claim.id in meant]
        for named, meant in ((first, ones), (second, others))
    )
    if here[0].kind != there[0].kind:
        return _reasons(first, second, False, "apart", (), judgements)
    return _reasons(first, second, False, "apart", (strangers(here[0], there[0]),), judgements)


def _meant(named: Named, *, apart: bool) -> list[str]:
    """The IRIs of the claims that a name means: the one that it picks out, else all that report the thing."""
    if named.claim is not None and not (apart and named.whole):
        return [named.claim.id]
    return [claim.id for claim in named.claims]


def _reasons(
    first: Named,
    second: Named,
    same: bool,
    rule: Rule,
    steps: Sequence[Comparison],
    judgements: tuple[Judgement, ...],
) -> Reasons:
    decided = _decided(steps, judgements)
    given = tuple(dict.fromkeys(one for step in decided for one in step.judgements))
    shown: Rule = "judged" if given and rule != "chain" else rule
    return Reasons(one=first.entity, other=second.entity, same=same, rule=shown, steps=decided, judgements=given)


def _decided(steps: Iterable[Comparison], judgements: tuple[Judgement, ...]) -> tuple[Comparison, ...]:
    """The steps with the judgements that decided them."""
    return tuple(
        replace(step, judgements=way(judgements, _points(step.one), _points(step.other)))
        if step.how == "judged" and step.other is not None
        else step
        for step in steps
    )


def _points(claim: Claim | None) -> list[tuple[str, str | None]]:
    return [(iri, None) for iri in claim.judged] if claim else []


# Entities


def _of_entities(store: Store, first: Named, second: Named) -> Reasons:
    same = first.entity.id == second.entity.id
    points = [[(named.iri, named.article)] for named in (first, second)]
    given = way(store.judgements(), points[0], points[1])
    names = _names(store, first.entity)
    if not same:
        names = (*names, *_names(store, second.entity))
    else:
        names = tuple(sorted(names, key=lambda use: use.name not in (first.name, second.name)))
    rule: Rule = "judged" if given else _rule(store, first, second) if same else "apart"
    return Reasons(one=first.entity, other=second.entity, same=same, rule=rule, names=names, judgements=given)


def _rule(store: Store, first: Named, second: Named) -> Rule:
    """The weakest of the rules by which two names stand for one IRI."""
    rules = [_rule_of(store, named.name, named.iri)[0] for named in (first, second)]
    return max(rules, key=_WEAKER.index)


def _names(store: Store, entity: Entity) -> tuple[NameUse, ...]:
    """The names that articles give an entity, the commonest first, each with the rule by which it stands for it."""
    used: dict[tuple[str, str], set[str]] = defaultdict(set)
    meant = store.identities.names_of(entity.id)
    for claim in store.claims_said(ids=[claim.id for claim in store.claims(entity=entity.id)]):
        for one in (*claim.filling(*claim.roles), *claim.attribution):
            if one.id in meant and store.identities.iri(one.id, claim.article.id) == entity.id:
                used[one.label, one.id].add(claim.article.id)
    found = []
    for (name, iri), articles in used.items():
        rule, key = _rule_of(store, name, iri)
        own = iri if store.identities.merged.get(iri) == entity.id else entity.id
        found.append(NameUse(name=name, iri=own, rule=rule, key=key, articles=tuple(sorted(articles))))
    return tuple(sorted(found, key=lambda use: (-len(use.articles), use.name, use.iri)))


def _rule_of(store: Store, name: str, iri: str) -> tuple[Rule, str | None]:
    """Why a name stands for an IRI: the gazetteer knows it, its spelling or letters are the IRI's, or the context."""
    from kg.model.person_names import person_key
    from kg.vocabulary import fold, load_gazetteer

    gazetteer = load_gazetteer(store.names.base)
    key = person_key(name) if iri.startswith(f"{store.names.base}person/") else None
    if name == iri or any(sense.entity.id == iri for sense in gazetteer.find(name)):
        return "known", key
    known = gazetteer.entity(name.upper()) if len(name) == 3 else None
    if known is not None and known.id == iri:
        return "known", key
    if key and store.names.make("person", key) == iri:
        return "spelling", key
    if iri.rpartition("/")[2].endswith(fold(name).replace(" ", "-")):
        return "letters", key
    return "context", key
