"""Agreements: which claims of a block speak of one agreement, and the facts of each."""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from kg.facts.clusters import parted
from kg.facts.dates import Dated, date_facts
from kg.facts.figures import quantity_facts
from kg.facts.fillings import Fillings
from kg.facts.labels import SAME_NAME, name_link
from kg.facts.members import Cluster
from kg.facts.nodes import Node, Said, concept, make_entity, make_fact, merged_into, weighed
from kg.facts.places import place_facts
from kg.facts.roles import role_facts
from kg.facts.rules import Rules, Signal
from kg.facts.rulings import NO_RULINGS, Rulings
from kg.facts.status import is_asserted, no_better, weigh
from kg.facts.times import agree, first_day, gap, last_day, width
from kg.facts.voices import principal
from kg.facts.witnesses import CLOCK_SLACK, Witness, modality_at
from kg.model import Claim, Entity, Fact, Stage, TimeSpan, Value
from kg.vocabulary.agreement_names import content
from kg.vocabulary.merging import ANY_KIND, load_merging_rules

_ENOUGH = 2
_UNDATED, _BARE = 10**6, 2 * 10**6
_PLAN_HOLDS = timedelta(days=366)  # how long before its signature an agreement may have been announced
_MISDATED = {  # days that two dates of a stage may lie apart for one of two agreements of the same name, or without one
    "time": (31, 3),
    "in_force": (92, 3),
    "ended": (92, 3),
}
_LATE_NEWS = timedelta(days=7)  # how long after it a paper may still speak of it as to come
_UNSIGNED = ("proposed", "announced")
_BEFORE_THERE_IS_ONE: tuple[Stage | None, ...] = (None, "proposed", "announced", "signed")


def agreement_facts(witnesses: Sequence[Witness], rulings: Rulings = NO_RULINGS) -> tuple[list[Fact], dict[str, str]]:
    """The facts of every agreement in a block, and for each IRI that was merged the one it became."""
    facts: list[Fact] = []
    merged: dict[str, str] = {}
    for cluster in parted(witnesses, AGREEMENT_RULES, rulings):
        found, became = agreement_of(cluster)
        facts += found
        merged |= became
    return facts, merged


def agreement_of(cluster: Cluster) -> tuple[list[Fact], dict[str, str]]:
    """The facts of the agreement that the claims of one cluster speak of, and what was merged into it."""
    node = _node(cluster)
    return _facts(node, cluster), merged_into(node.entity, cluster)


def _vagueness(one: Witness) -> int:
    """Dated claims first, the finest before the others; then named ones, the fullest names before those that are short
    for them; then those that only say there is one.
    """
    if one.claim.time:
        return min(width(one.claim.time), _UNDATED)
    name = content(one.claim.label or "")
    return _BARE - len(name) if name else _BARE


def _form(one: Witness) -> Hashable:
    """All that :func:`_signals` look at but the article and its day."""
    claim = one.claim
    name = (claim.label, claim.provides, claim.article.language)
    return name, claim.type, claim.stage, one.modality, claim.time, claim.in_force, claim.ended


def _reach(one: Witness) -> range | None:
    """The days, as ordinals, that signatures of one agreement have in common; ``None`` where none is dated."""
    if one.claim.time is None:
        return None
    slack = max(_MISDATED["time"])
    return range(first_day(one.claim.time).toordinal() - slack, last_day(one.claim.time).toordinal() + 1)


def _signals(one: Witness, other: Witness) -> Iterator[Signal]:
    """What speaks for and against two claims' being of one agreement: name, kind, order in time and dates.

    Dates that differ a little in two articles are dates of one agreement, in dispute.
    """
    here, there = one.claim, other.claim
    alike = name_link(here, there)
    yield "name", alike
    yield "kind", 0 if load_merging_rules().may_be_one(here.type, there.type) else None
    yield "order", None if _out_of_order(one, other) or _out_of_order(other, one) else 0
    own = here.article.id == there.article.id
    yield "article", int(own)
    yield "denial", None if own and (alike or 0) < SAME_NAME and _is_another(one, other) else 0
    for field, slack in _MISDATED.items():
        span, counterpart = getattr(here, field), getattr(there, field)
        if span and counterpart:
            days = slack[alike is None or alike < SAME_NAME]
            yield field, _dates(span, counterpart, 0 if own else days)


def _is_another(one: Witness, other: Witness) -> bool:
    """Whether one of two claims denies that there is an agreement, and the other tells of one that there is."""
    denials = [each for each in (one, other) if each.modality == "denied"]
    return len(denials) == 1 and denials[0].claim.stage in _BEFORE_THERE_IS_ONE


def _dates(span: TimeSpan, counterpart: TimeSpan, slack: int) -> int | None:
    """3 for a date in common, 2 for a coarse one, 0 for dates at most ``slack`` days apart, ``None`` for others."""
    if agree(span, counterpart):
        return 3 if max(width(span), width(counterpart)) <= 31 else 2
    return 0 if gap(span, counterpart) <= slack else None


AGREEMENT_RULES = Rules(
    signals=_signals,
    enough=_ENOUGH,
    vagueness=_vagueness,
    form=_form,
    timed=frozenset(("order",)),
    lone=True,
    reach=_reach,
)
"""When claims of agreements are joined."""


def _out_of_order(one: Witness, other: Witness) -> bool:
    """Whether ``one`` cannot speak of the agreement that ``other`` dates: not there yet, or there already."""
    signed, published = other.claim.time, one.claim.article.published
    if signed is None:
        return False
    if one.claim.in_force and last_day(one.claim.in_force) < first_day(signed):
        return True
    if published is None or other.modality == "planned" or other.modality == "possible":
        return False
    if one.claim.stage == "announced" and one.modality in ("asserted", "reported"):
        return signed.start is not None and published + _PLAN_HOLDS < signed.start
    if one.modality in ("planned", "possible"):
        if one.claim.stage not in (None, "signed", *_UNSIGNED):
            return False
        late = signed.end is not None and published > signed.end + _LATE_NEWS
        return late or (signed.start is not None and published + _PLAN_HOLDS < signed.start)
    return one.modality == "asserted" and signed.start is not None and published + CLOCK_SLACK < signed.start


def _node(cluster: Cluster) -> Node:
    supports = tuple(one for one in cluster if one.modality != "denied")
    denials = tuple(one for one in cluster if one.modality == "denied")
    against = tuple(one for one in denials if one.claim.stage in _BEFORE_THERE_IS_ONE)
    fillings = Fillings(supports or denials)
    entity = make_entity(cluster, "Agreement", _shown_label(supports or denials, fillings))
    supported = Said(weighed(supports))
    whole = supported.status_against(against)
    denials = against if supports else denials
    return Node(entity=entity, whole=whole, supports=supports, supported=supported, denials=denials, fillings=fillings)


def _facts(node: Node, cluster: Cluster) -> list[Fact]:
    stages = _stage_facts(node, cluster)
    reached = {fact.object.text: fact for fact in stages if isinstance(fact.object, Value)}
    facts = [node.is_there("a", concept("Agreement")), *stages]
    facts += [node.part("type", concept(kind), weighed(said)) for kind, said in _kinds(node.heard)]
    facts += _label_facts(node)
    facts += _party_facts(node) + role_facts(node, "mediator") + place_facts(node)
    facts += [
        node.part(
            "provides", Value(text=provision), weighed([one for one in node.heard if provision in one.claim.provides])
        )
        for provision in sorted({provision for one in node.heard for provision in one.claim.provides})
    ]
    facts += _stage_dates(node, "signed", "time", reached.get("signed"))
    facts += _stage_dates(node, "inForce", "in_force", reached.get("in force"))
    facts += _stage_dates(node, "ended", "ended", reached.get("ended"))
    return facts + quantity_facts(node)


def _stage_dates(node: Node, predicate: str, field: str, stage: Fact | None) -> list[Fact]:
    """The dates of a stage, never surer than that it was reached: who denies the stage denies its date."""
    facts = date_facts(node, predicate, dated(node.heard, field), stage.status if stage else None)
    denied_by = stage.denied_by if stage else ()
    return [replace(fact, denied_by=fact.denied_by or denied_by) if fact.status == "denied" else fact for fact in facts]


def dated(heard: Sequence[Witness], field: str) -> list[Dated]:
    """The dates that claims of an agreement give in ``field``, each with the modality that it has then."""
    found: list[Dated] = []
    for one in heard:
        span: TimeSpan | None = getattr(one.claim, field)
        if span:
            modality = modality_at(one.claim, span) if one.modality == one.claim.modality else one.modality
            found.append((one, modality, span))
    return found


def _stage_facts(node: Node, cluster: Cluster) -> list[Fact]:
    """A fact for each stage that a claim states, dates or denies, never surer than the agreement itself.

    Where it is in dispute that there is an agreement at all, so is every stage of it.
    """
    refused = node.whole == "disputed" and any(one.claim.stage in (None, "proposed") for one in node.denials)
    facts = []
    stated = {one.id: _stages(one.claim) for one in cluster}
    for stage in sorted({stage for stages in stated.values() for stage in stages}):
        said = [(one, modality_at(one.claim, stated[one.id][stage])) for one in cluster if stage in stated[one.id]]
        supports = [(one, modality) for one, modality in said if modality != "denied"]
        denials = [one for one, modality in said if modality == "denied"]
        status = no_better(weigh(supports, denials), node.whole)
        if refused and is_asserted(status):
            status = "disputed"
        facts.append(make_fact(node.entity, "stage", Value(text=stage), status, supports, denials))
    return facts


def _stages(claim: Claim) -> dict[str, TimeSpan | None]:
    """The stages that a claim speaks of, with their dates: its own, and those that it dates."""
    stages: dict[str, TimeSpan | None] = {}
    if claim.modality != "denied":
        if claim.time and claim.stage not in _UNSIGNED:
            stages["signed"] = claim.time
        if claim.in_force:
            stages["in force"] = claim.in_force
        if claim.ended:
            stages["ended"] = claim.ended
    if claim.stage:
        stages.setdefault(claim.stage, None)
    return stages


def _kinds(heard: Sequence[Witness]) -> list[tuple[str, list[Witness]]]:
    """Each kind with the claims that name it; the general one only where no finer one is as surely said."""
    kinds = {
        kind: [one for one in heard if one.claim.type == kind] for kind in sorted({one.claim.type for one in heard})
    }
    finer = [said for kind, said in kinds.items() if kind != ANY_KIND]
    general = kinds.get(ANY_KIND)
    if general and any(_sureness(said) <= _sureness(general) for said in finer):
        del kinds[ANY_KIND]
    return list(kinds.items())


def _sureness(said: Sequence[Witness]) -> int:
    order = ("asserted", "reported", "planned", "possible", "denied")
    return min(order.index(one.modality) for one in said)


def _label_facts(node: Node) -> list[Fact]:
    """One label a language, the surest and fullest; a made one, of no language, where no claim gives any."""
    facts = []
    for language in sorted({one.claim.article.language for one in node.heard if one.claim.label}):
        label = _best_label([one for one in node.heard if one.claim.article.language == language])
        said = weighed(one for one in node.heard if (one.claim.label, one.claim.article.language) == (label, language))
        facts.append(node.part("label", Value(text=label, language=language), said))
    return facts or [node.part("label", Value(text=node.entity.label), node.weighed(node.heard))]


def _best_label(witnesses: Sequence[Witness]) -> str:
    named = [(one, one.claim.label) for one in witnesses if one.claim.label]
    said: dict[str, list[Witness]] = {}
    for one, label in named:
        said.setdefault(label, []).append(one)
    return min(said, key=lambda label: (_sureness(said[label]), -len(content(label)), -len(said[label]), label))


def _shown_label(heard: Sequence[Witness], fillings: Fillings) -> str:
    named = [one for one in heard if one.claim.label]
    if named:
        return _best_label(named)
    return f"{_kinds(heard)[0][0]}: {fillings.names('party')}"


def _party_facts(node: Node) -> list[Fact]:
    """The parties; where a state is one, who acts for it is not another."""
    parties = node.fillings["party"]
    states = {entity.iso3: entity for entity, _ in parties if entity.iso3}
    said: dict[str, tuple[Entity, dict[str, Witness]]] = {}
    for entity, witnesses in parties:
        party = states.get(principal(entity), entity)
        said.setdefault(party.id, (party, {}))[1].update((one.id, one) for one in witnesses)
    return [node.part("party", party, node.weighed([*found.values()])) for party, found in said.values()]
