"""Events: who did what to whom, from the lexicon's triggers and the syntax around them."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.claims.avowals import avowed
from kg.claims.contents import without_contents
from kg.claims.event_roles import PartiesOf, RoleFiller
from kg.claims.finding import CueWord, Filled, Finding, rule_of
from kg.claims.matching import Firing, PassedOver
from kg.claims.modality import Judgement
from kg.claims.passage import Passage
from kg.claims.promised import naming_the_deed
from kg.claims.referents import Referent
from kg.model import Claim, Entity, Modality, Reason, Sentence, TimeMention
from kg.vocabulary import Trait

_LEAST_CONFIDENCE = 0.3
_LONGEST_EVIDENCE = 60
_SECOND_BEST = 0.9  # what is left of the confidence of an entry where a stronger one fits the words
_ROLES_OPEN: tuple[Reason, ...] = ("no roles", "no actor", "no target")


def events(
    passage: Passage,
    sentence: Sentence,
    fired: Sequence[Firing],
    parties_of: PartiesOf,
    passed_over: Sequence[PassedOver] = (),
) -> Iterator[Finding]:
    """What becomes of the entries that fire in a sentence and report events, in the order of ``fired``.

    Then of those ``passed_over`` for another entry whose roles nobody fills: "critics hailed Peru's withdrawal".
    ``parties_of`` gives the parties of the agreement that a noun stands for: who welcomes a treaty supports them.
    """
    reporting = (firing for firing in fired if firing.trigger.category == "event" and not _is_group(passage, firing))
    found = [(firing, _finding(passage, sentence, firing, parties_of)) for firing in reporting]
    asking = passage.lexicon.with_trait("prospective")
    for firing, asked in _waiting(found, passed_over, asking):
        finding = _finding(passage, sentence, firing, parties_of)
        known = any(other.index == firing.index and one.claim for other, one in found)
        claim = finding.claim
        if claim and not known and not (asked and claim.modality == "asserted" and claim.type == firing.trigger.type):
            found.append((firing, finding))
    found = [(firing, _of_story(passage, sentence, firing, finding, parties_of)) for firing, finding in found]
    lexicon = passage.lexicon
    found = [(firing, naming_the_deed(lexicon, firing, finding, passed_over)) for firing, finding in found]
    yield from without_contents(
        passage.tree, found, lexicon.with_trait("prospective"), lexicon.with_trait("presupposing")
    )


def _waiting(
    found: Sequence[tuple[Firing, Finding]], passed_over: Sequence[PassedOver], asking: Collection[str]
) -> Iterator[tuple[Firing, bool]]:
    """What fires where nobody fills the roles of the entry that needs its word or is stronger there.

    And whether that entry but asks for it or refuses it.
    """
    idle = [firing for firing, finding in found if finding.reason in _ROLES_OPEN]
    used = {index for firing, finding in found if finding.claim for index in firing.words}
    for passed in passed_over:
        firing, taker = passed.firing, passed.taker
        if taker in idle and firing.trigger.category == "event" and firing.index not in used:
            if firing.index == taker.index:
                unsure = replace(firing.trigger, confidence=firing.trigger.confidence * _SECOND_BEST)
                yield replace(firing, trigger=unsure), False
            else:
                yield firing, taker.trigger.type in asking


def _of_story(passage: Passage, sentence: Sentence, firing: Firing, finding: Finding, parties_of: PartiesOf) -> Finding:
    """The finding, its open roles filled by whom the article most likely means."""
    claim = finding.claim
    is_open = finding.reason in _ROLES_OPEN or (claim and not (claim.filling("actor") and claim.filling("target")))
    return _finding(passage, sentence, firing, parties_of, open_too=True) if is_open else finding


def _is_group(passage: Passage, firing: Firing) -> bool:
    """Whether the noun names people rather than what they do: « l'opposition vénézuélienne », « Forces de soutien »."""
    referents = passage.referents
    return firing.trigger.pos == "noun" and (referents.is_group(firing.index) or referents.is_named(firing.index))


def _finding(
    passage: Passage, sentence: Sentence, firing: Firing, parties_of: PartiesOf, *, open_too: bool = False
) -> Finding:
    encounter = firing.trigger.type in passage.lexicon.with_trait("encounter")
    judgement = passage.judge.judge(firing.index, sentence.first, sentence.last, firing.words, encounter=encounter)
    finding = Finding(rule_of(firing), firing.words, cues=judgement.cues)
    if judgement.hypothetical:
        return finding.unread("hypothetical")
    roles = RoleFiller(passage, firing, parties_of, judgement.attribution).fill(open_too=open_too)
    actors, targets = roles["actor"], roles["target"]
    trigger = firing.trigger
    traits = passage.lexicon.types[trigger.type].traits
    confidence = _confidence(firing, actors, targets, traits)
    finding = replace(
        finding,
        filled=(*Filled.by("actor", actors, firing.index), *Filled.by("target", targets, firing.index)),
        confidence=round(confidence, 2),
    )
    refusal = actors and _refuses(passage, firing, judgement)
    if "no agent" in traits and _befalls(passage, firing, targets):
        traits |= {"no actor"}
    reason = (None if refusal else _open(_is_aside(passage, firing), actors, targets, traits)) or (
        "unsure" if confidence < _LEAST_CONFIDENCE else None
    )
    if reason:
        return finding.unread(reason)
    return _claimed(passage, sentence, firing, judgement, actors, targets, finding)


def _claimed(
    passage: Passage,
    sentence: Sentence,
    firing: Firing,
    judgement: Judgement,
    actors: Sequence[Referent],
    targets: Sequence[Referent],
    finding: Finding,
) -> Finding:
    """The finding with its claim: when, where, how many, whether and who says so."""
    trigger = firing.trigger
    moving = "moving" in passage.lexicon.types[trigger.type].traits
    circumstances = passage.circumstances
    time = _when(passage, sentence, firing, judgement)
    places = circumstances.places(firing.index, [r.entity.id for r in actors], [r.head for r in targets], moving=moving)
    places = places or circumstances.place_named_before(firing.index)
    signing = passage.tree[firing.index].lemma in passage.syntax.grammar.signing
    if not places and (signing or "encounter" in passage.lexicon.types[trigger.type].traits):
        places = circumstances.dateline(firing.index)
    figures = passage.tallies.quantities(firing.index, trigger.quantity, sentence.first, sentence.last)
    words = {*firing.words, *judgement_words(passage, firing.index)}
    words |= {i for r in (*actors, *targets) for i in range(r.first, r.last)}
    words |= {head for _, head in places}
    words |= {i for _, m in figures for i in range(m.first, m.last)}
    if time is not None:
        words |= {time.first, time.last - 1}
    entry = trigger.modality if judgement.modality == "asserted" else None
    type = _type(passage, firing, judgement) if actors else trigger.type
    claim = Claim(
        kind="event",
        article=passage.article.info,
        type=type,
        subtype=trigger.subtype or (trigger.type if type != trigger.type else None),
        roles=_roles(passage, actors, targets, [place for place, _ in places]),
        time=time.span if time else None,
        quantities=tuple(quantity for quantity, _ in figures),
        modality=entry or _modality(passage, firing, judgement, actors, targets),
        attribution=judgement.attribution,
        evidence=passage.evidence(_near(words, firing.index, sentence)),
        confidence=finding.confidence or 0.0,
        rule=trigger.id,
    )
    return replace(
        finding,
        claim=claim,
        filled=(*finding.filled, *(Filled("place", place, head, head + 1) for place, head in places)),
        cues=(*finding.cues, *((CueWord(firing.index, "entry", entry),) if entry else ())),
        time=time,
        figures=tuple((m.first, m.last) for _, m in figures),
    )


def _when(passage: Passage, sentence: Sentence, firing: Firing, judgement: Judgement) -> TimeMention | None:
    """When it happened; what is done by saying it, when that was said: « a annoncé mardi qu'il ne signera pas »."""
    lexicon, circumstances = passage.lexicon, passage.circumstances
    time = circumstances.time(firing.index, sentence.first, sentence.last)
    if time is not None:
        return time
    name = firing.trigger.type
    if firing.trigger.pos != "verb":
        before = circumstances.time_before(firing.index) if name in lexicon.with_trait("encounter") else None
        return before if judgement.modality in ("asserted", "reported") else None
    spoken = _is_spoken(passage, firing) and judgement.modality in ("asserted", "reported")
    said = spoken or _refuses(passage, firing, judgement)
    return circumstances.time_of_telling(firing.index) if said else None


def _modality(
    passage: Passage, firing: Firing, judgement: Judgement, actors: Sequence[Referent], targets: Sequence[Referent]
) -> Modality:
    """Whether it happened; a refusal happens where somebody says that he will not."""
    refused = bool(actors) and _type(passage, firing, judgement) != firing.trigger.type
    refused = refused and _refuses(passage, firing, judgement)
    own = replace(judgement, modality=judgement.of_refusal) if refused else judgement
    spoken = refused or _is_spoken(passage, firing)
    return avowed(passage.syntax, own, [r.entity for r in actors], [r.entity for r in targets], spoken=spoken)


def _is_spoken(passage: Passage, firing: Firing) -> bool:
    """Whether it is done by saying it, and told as of now: « a déclaré qu'il rejetait l'offre »."""
    spoken = passage.lexicon.with_trait("from sentences")
    return (
        firing.trigger.pos == "verb" and firing.trigger.type in spoken and not passage.syntax.is_perfect(firing.index)
    )


def _type(passage: Passage, firing: Firing, judgement: Judgement) -> str:
    """The entry's type, or what it becomes where the act is only announced, refused or made to hang on a condition."""
    info = passage.lexicon.types[firing.trigger.type]
    if firing.trigger.pos != "verb":
        return info.name
    if _refuses(passage, firing, judgement):
        return info.becomes.get("refused", info.name)
    if (judgement.to_come or judgement.modality == "possible") and _is_ultimatum(passage, firing.index):
        return info.becomes.get("conditional", info.name)
    return info.becomes.get("announced", info.name) if judgement.to_come else info.name


def _refuses(passage: Passage, firing: Firing, judgement: Judgement) -> bool:
    """Whether somebody will not do it, or is not willing: « n'acceptera pas », « ne veut pas de »."""
    unwilling = judgement.negated and passage.tree[firing.index].lemma in passage.syntax.grammar.willing
    return judgement.refusing or (unwilling and "refused" in passage.lexicon.types[firing.trigger.type].becomes)


def _is_ultimatum(passage: Passage, index: int) -> bool:
    """Whether a condition makes what is announced a threat: "will withdraw unless …"."""
    tree, grammar = passage.tree, passage.syntax.grammar
    clauses = tree.children(index, "advcl", "ccomp", "obl")
    marks = [m for clause in clauses for m in tree.children(clause, "mark", "case")] + tree.children(index, "advmod")
    words = {tree[i].lemma for mark in marks for i in (mark, *tree.children(mark, "fixed"))}
    return bool(words & grammar.ultimatum)


def _is_aside(passage: Passage, firing: Firing) -> bool:
    """Whether the words only mention the event: a noun, or a participle ("arms seized from X", "captured soldiers")."""
    token = passage.tree[firing.index]
    return firing.trigger.pos == "noun" or (token.dep in ("acl", "amod") and "VerbForm=Part" in token.morph)


def _befalls(passage: Passage, firing: Firing, targets: Sequence[Referent]) -> bool:
    """Whether a passive tells of its own subject: « des otages ont été libérés »."""
    syntax, at = passage.syntax, firing.index
    return syntax.is_passive(at) and bool({r.head for r in targets} & {*syntax.slot(at, ("object",))})


def _open(
    aside: bool, actors: Sequence[Referent], targets: Sequence[Referent], traits: Collection[Trait]
) -> Reason | None:
    """Which role is open that must not be; the type or the passive may leave one open, what is but mentioned none."""
    if actors and targets:
        return None
    if not actors and not targets:
        return "no roles"
    if not aside and ("no target" if actors else "no actor") in traits:
        return None
    return "no target" if actors else "no actor"


def judgement_words(passage: Passage, index: int) -> set[int]:
    """The auxiliaries and negations of a verb: they belong to the quote."""
    tree = passage.tree
    return {c for c in tree.children(index) if tree[c].dep.startswith(("aux", "cop")) or tree[c].dep in ("neg", "expl")}


def _near(words: set[int], index: int, sentence: Sentence) -> list[int]:
    """The words that a quote of bearable length around the trigger can hold."""
    return [
        i for i in words if sentence.first <= i < sentence.last and abs(i - index) <= _LONGEST_EVIDENCE
    ]  # fmt: skip


def _roles(
    passage: Passage, actors: Sequence[Referent], targets: Sequence[Referent], places: Sequence[Entity]
) -> dict[str, tuple[Entity, ...]]:
    """Who fills the roles; beside who acts for an organisation, which has no code to tell it by, the organisation."""
    filled = {
        "actor": _with_organisations(passage, actors),
        "target": _with_states(passage, actors, targets),
        "place": tuple(places),
    }
    return {role: entities for role, entities in filled.items() if entities}


def _with_organisations(passage: Passage, referents: Sequence[Referent]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for entity in (r.entity for r in referents):
        whole = passage.referents.organisation(entity)
        for one in (entity, whole) if whole else (entity,):
            found.setdefault(one.id, one)
    return tuple(found.values())


def _with_states(passage: Passage, actors: Sequence[Referent], targets: Sequence[Referent]) -> tuple[Entity, ...]:
    """The targets, and beside the nationals of another state than the actor's that state."""
    found = {entity.id: entity for entity in _with_organisations(passage, targets)}
    own = {r.entity.state for r in actors if r.entity.state}
    for state in (state for r in targets for state in passage.referents.charge(r)):
        if actors and state.state not in own:
            found.setdefault(state.id, state)
    return tuple(found.values())


def _confidence(
    firing: Firing, actors: Sequence[Referent], targets: Sequence[Referent], traits: Collection[Trait]
) -> float:
    """The entry's own confidence, less for each role that is open or only inferred."""
    confidence = firing.trigger.confidence
    nominal = firing.trigger.pos == "noun"
    if not actors and "no actor" not in traits:
        confidence *= 0.55 if nominal else 0.75
    if not targets:
        confidence *= 0.55 if nominal else 0.8
    if any(r.inferred for r in (*actors, *targets)):
        confidence *= 0.95
    return confidence
