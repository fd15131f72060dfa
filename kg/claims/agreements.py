"""Agreements: which kind, between whom, at what stage, since when, and what they provide."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.claims.agreement_nouns import AgreementNoun, agreement_nouns, is_definite, label, noun_matcher, provisions
from kg.claims.events import judgement_words
from kg.claims.finding import CueWord, Filled, Finding, rule_of
from kg.claims.matching import Firing
from kg.claims.modality import Judgement
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Claim, Entity, Modality, Rule, Sentence, Stage, TimeMention, TimeSpan
from kg.reading.names import fold, singular

_STAGES: tuple[Stage, ...] = ("proposed", "announced", "signed", "ratified", "in force", "suspended", "ended")


@dataclass(frozen=True, slots=True)
class _Act:
    """What happens to the agreement: the firing, its judgement and its time."""

    firing: Firing
    judgement: Judgement
    time: TimeMention | None

    @property
    def stage(self) -> Stage | None:
        return self.firing.trigger.stage


@dataclass(slots=True)
class AgreementFinder:
    """Walks an article and remembers the agreements it has met, so that « le traité » finds its parties again."""

    passage: Passage
    _met: list[tuple[str, tuple[Entity, ...], str]] = field(default_factory=list)
    _named: dict[int, tuple[Entity, ...]] = field(default_factory=dict)

    def find(self, sentence: Sentence, fired: Sequence[Firing]) -> Iterator[Finding]:
        """What becomes of a sentence's agreement nouns, in their order, and of the acts that ``fired`` but befall none.

        ``fired`` are the sentence's lexicon entries.
        """
        nouns = list(agreement_nouns(self.passage, sentence))
        acts = list(self._acts(sentence, fired)) if nouns else []
        for noun in nouns:
            finding = self._finding(sentence, noun, acts)
            yield finding
            claim = finding.claim
            if claim is not None:
                self._met.append((claim.type, claim.filling("party"), claim.label or ""))
                self._named[noun.head] = claim.filling("party")
                yield from self._event(finding, claim)
        befalling = [act.firing for act, objects in acts if any(noun.head in objects for noun in nouns)]
        for firing in fired:
            if firing.trigger.category == "stage" and firing not in befalling:
                yield Finding(rule_of(firing), firing.words, reason="no agreement")

    def modifiers(self, sentence: Sentence) -> set[int]:
        """The words of the sentence's agreement names but for their heads: they report no event of their own."""
        return {
            i
            for noun in agreement_nouns(self.passage, sentence)
            for i in range(noun.first, noun.last)
            if i != noun.head
        }

    def parties_of(self, index: int) -> tuple[Entity, ...]:
        """The parties of the agreement that the noun at ``index`` stands for; empty where it stands for none known."""
        if index in self._named:
            return self._named[index]
        lemma = singular(fold(self.passage.tree[index].lemma))
        noun = noun_matcher(self.passage.article.language).senses((lemma,))
        return self._met[-1][1] if noun and self._met else ()

    def _finding(self, sentence: Sentence, noun: AgreementNoun, acts: Sequence[tuple[_Act, set[int]]]) -> Finding:
        mine = [act for act, objects in acts if noun.head in objects]
        own = self._own_parties(noun)
        provided = provisions(self.passage, sentence, noun)
        main = _latest(mine)
        finding = Finding(_rule(noun, main), (*range(noun.first, noun.last), *(main.firing.words if main else ())))
        if not mine and (noun.needs_act or not (own or provided or noun.parties)):
            return finding.unread("no act")
        judgements = [act.judgement for act in mine] or [
            self.passage.judge.judge(noun.head, sentence.first, sentence.last)
        ]
        finding = replace(finding, cues=_cues(main, judgements))
        if all(judgement.hypothetical for judgement in judgements):
            return finding.unread("hypothetical")
        parties, guessed = self._parties(noun, own, mine)
        finding = replace(finding, filled=tuple(self._filled(noun, parties, own, mine)))
        if guessed and noun.needs_act:
            return finding.unread("guessed parties")
        alone = len(parties) == 1 and mine and parties[0].kind == "Organisation"  # « l'ONU a adopté une résolution »
        if len(parties) < 2 and not alone:
            return finding.unread("no party")
        words = self._words(noun, mine, own, provided)
        claim = Claim(
            kind="agreement",
            article=self.passage.article.info,
            type=noun.kind,
            label=self._name(noun, parties),
            roles=self._roles([self._state_of(party) for party in parties], mine),
            time=self._time(noun, mine, sentence, "signed"),
            in_force=self._time(noun, mine, sentence, "in force"),
            ended=self._time(noun, mine, sentence, "ended"),
            stage=main.stage if main else None,
            provides=tuple(dict.fromkeys(key for key, _, _ in provided)),
            modality=_modality(main, judgements[0]),
            attribution=tuple({e.id: e for j in judgements for e in j.attribution}.values()),
            evidence=self.passage.evidence(i for i in words if sentence.first <= i < sentence.last),
            confidence=round((main.firing.trigger.confidence if main else 0.6) * (0.8 if guessed else 1.0), 2),
            rule=finding.rule.id,
        )
        return replace(finding, claim=claim, time=next((act.time for act in mine if act.time), None))

    def _filled(
        self, noun: AgreementNoun, parties: Sequence[Entity], own: Sequence[Referent], acts: Sequence[_Act]
    ) -> Iterator[Filled]:
        """The parties with the words that name them: a party that only the context names has none."""
        named = {_key(r.entity): r for r in (*own, *(r for act in acts for r in self._acting(act)))}
        for party in parties:
            referent = named.get(_key(party))
            if referent:
                yield Filled("party", party, referent.first, referent.last, referent.inferred)
            else:
                last = noun.last if (party.iso3 or party.id) in noun.parties else noun.first
                yield Filled("party", party, noun.first, last, inferred=True)

    def _event(self, finding: Finding, claim: Claim) -> Iterator[Finding]:
        """The event that the stage is: whoever signs or ratifies acts with the other parties."""
        events = self.passage.lexicon.stage_events
        type = events.get(claim.stage or "")
        if type is not None and claim.modality == "planned":
            type = events.get("planned", type)
        parties = claim.filling("party")
        if type is None or len(parties) < 2:
            return
        event = replace(
            claim,
            kind="event",
            type=type,
            subtype=claim.stage,
            label=None,
            roles={"actor": parties[:1], "target": parties[1:]}
            | {role: e for role, e in claim.roles.items() if role == "place"},
            in_force=None,
            ended=None,
            stage=None,
            provides=(),
        )
        first = finding.filled[:1]
        filled = (
            *(replace(one, role="actor") for one in first),
            *(replace(one, role="target") for one in finding.filled[1:]),
        )
        yield replace(finding, claim=event, filled=filled)

    def _acts(self, sentence: Sentence, fired: Sequence[Firing]) -> Iterator[tuple[_Act, set[int]]]:
        passage = self.passage
        for firing in fired:
            if firing.trigger.category != "stage":
                continue
            slots = firing.trigger.roles.get("agreement", ())
            heads = {at for slot in slots for at in passage.syntax.slot(firing.index, slot)}
            judgement = passage.judge.judge(firing.index, sentence.first, sentence.last)
            time = passage.circumstances.time(firing.index, sentence.first, sentence.last)
            yield _Act(firing, judgement, time), heads

    def _own_parties(self, noun: AgreementNoun) -> list[Referent]:
        """The parties that the noun's own complements name."""
        syntax = self.passage.syntax
        found: dict[str, Referent] = {}
        for slot in ("between", "avec", "with", "adjective", "possessor", "by"):
            within = range(noun.first, noun.last)
            found_at = [(i, h) for i in within for h in syntax.slot(i, (slot,)) if h != noun.head]
            heads = [h for i, h in found_at if i == noun.head or h not in within]
            if not heads and slot in ("between", "avec", "with"):
                heads = syntax.following(noun.last - 1, slot)
            for referent in self.passage.referents.actors(heads):
                if slot != "possessor" or not self._is_city(referent):
                    found.setdefault(_key(referent.entity), referent)
        return list(found.values())

    def _is_city(self, referent: Referent) -> bool:
        """« l'accord d'Alger » was concluded there, not by Algeria."""
        mentions = self.passage.referents.mentions(referent.head)
        return bool(mentions) and all(m.sense == "capital" or m.entity.kind == "Place" for m in mentions)

    def _parties(self, noun: AgreementNoun, own: Sequence[Referent], acts: Sequence[_Act]) -> tuple[list[Entity], bool]:
        """All parties, and whether some had to be found in the context."""
        parties = {_key(r.entity): r.entity for act in acts for r in self._acting(act)}
        for referent in own:
            parties.setdefault(_key(referent.entity), referent.entity)
        for code in noun.parties:
            entity = self.passage.gazetteer.entity(code)
            if entity is not None:
                parties.setdefault(_key(entity), entity)
        if len(parties) >= 2:
            return list(parties.values()), False
        for kind, known, _ in reversed(self._met):
            codes = [_key(entity) for entity in known]
            if (kind == noun.kind or is_definite(self.passage, noun)) and all(key in codes for key in parties):
                return list(known), True
        for entity in self.passage.context.recent(noun.head):
            if len(parties) < 2:
                parties.setdefault(_key(entity), entity)
        return list(parties.values()), True

    def _acting(self, act: _Act) -> list[Referent]:
        """The parties that the act itself names: who signs, and with whom."""
        found = []
        for slot in act.firing.trigger.roles.get("party", ()):
            found += self.passage.referents.actors(self.passage.syntax.slot(act.firing.index, slot))
        return found

    def _state_of(self, party: Entity) -> Entity:
        """The state for which a person signs: states are the parties."""
        state = self.passage.referents.state(party.acts_for) if party.kind == "Person" and party.acts_for else None
        return state or party

    def _roles(self, parties: Sequence[Entity], acts: Sequence[_Act]) -> dict[str, tuple[Entity, ...]]:
        roles = {"party": tuple(parties)}
        mediators: dict[str, Entity] = {}
        places: dict[str, Entity] = {}
        for act in acts:
            for slot in act.firing.trigger.roles.get("mediator", ()):
                for referent in self.passage.referents.actors(self.passage.syntax.slot(act.firing.index, slot)):
                    mediators.setdefault(referent.entity.id, referent.entity)
            circumstances = self.passage.circumstances
            beside = circumstances.places(act.firing.index, [e.id for e in parties])
            for place, _ in beside or circumstances.place_named_before(act.firing.index):
                places.setdefault(place.id, place)
        if mediators:
            roles["mediator"] = tuple(mediators.values())
        if places:
            roles["place"] = tuple(places.values())
        return roles

    def _time(self, noun: AgreementNoun, acts: Sequence[_Act], sentence: Sentence, stage: Stage) -> TimeSpan | None:
        """When the stage was reached, as the act says or, for the signature, the noun (« le traité de 1961 »)."""
        for act in acts:
            if act.stage == stage and act.time is not None:
                return act.time.span
        if stage != "signed":
            return None
        for time in self.passage.reading.times:
            head = self.passage.tree.head_of(time.first, time.last)
            if sentence.first <= time.first < sentence.last and self.passage.tree[head].head == noun.head:
                return time.span
        return None

    def _words(
        self,
        noun: AgreementNoun,
        acts: Sequence[_Act],
        own: Sequence[Referent],
        provided: Sequence[tuple[str, int, int]],
    ) -> set[int]:
        words = set(range(noun.first, noun.last))
        words |= {i for r in own for i in range(r.first, r.last)}
        words |= {i for _, first, last in provided for i in range(first, last)}
        for act in acts:
            words |= {*act.firing.words, *judgement_words(self.passage, act.firing.index)}
            words |= {i for r in self._acting(act) for i in range(r.first, r.last)}
            words |= _around(self.passage, act.firing)
            if act.time:
                words |= {act.time.first, act.time.last - 1}
        return words

    def _name(self, noun: AgreementNoun, parties: Sequence[Entity]) -> str:
        """What the agreement is called: a bare « le traité » has the name of the one that was spoken of before."""
        written = label(self.passage, noun)
        if " " in written or not is_definite(self.passage, noun):
            return written
        keys = {_key(party) for party in parties}
        known = (
            name for kind, met, name in reversed(self._met) if kind == noun.kind and {_key(p) for p in met} == keys
        )
        return next((name for name in known if " " in name), written)


def _key(entity: Entity) -> str:
    """What makes two parties the same: a state and whoever acts for it are one."""
    return entity.iso3 or entity.acts_for or entity.id


def _around(passage: Passage, firing: Firing) -> set[int]:
    """For an act that is a noun, the verb it depends on with its subject: « ce rapprochement a été scellé par … »."""
    tree, noun = passage.tree, passage.tree[firing.index]
    if (
        firing.trigger.pos != "noun"
        or tree[noun.head].pos not in VERBAL
        or not noun.dep.startswith(("obl", "obj", "nsubj"))
    ):
        return set()
    return {noun.head, *judgement_words(passage, noun.head), *tree.children(noun.head, "nsubj")}


def _latest(acts: Sequence[_Act]) -> _Act | None:
    staged = [act for act in acts if act.stage]
    return max(staged, key=lambda act: _STAGES.index(act.stage) if act.stage else -1, default=None)


def _rule(noun: AgreementNoun, act: _Act | None) -> Rule:
    """The entry that tells of the agreement: that of the act, else the kind's file."""
    if act is not None:
        return rule_of(act.firing)
    file = noun.kind.replace(" ", "_")
    return Rule(id=f"agreement/{noun.kind}", type=noun.kind, source=f"ontology/lexicon/agreements/{file}.yaml")


def _cues(act: _Act | None, judgements: Sequence[Judgement]) -> tuple[CueWord, ...]:
    cues = dict.fromkeys(cue for judgement in judgements for cue in judgement.cues)
    if act is not None and act.firing.trigger.refused:
        cues[CueWord(act.firing.index, "entry", "denied")] = None
    return tuple(cues)


def _modality(act: _Act | None, judgement: Judgement) -> Modality:
    if act is None:
        return judgement.modality
    if act.firing.trigger.refused:
        return "denied"
    return act.judgement.modality
