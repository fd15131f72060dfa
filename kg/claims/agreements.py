"""Agreements: which kind, between whom, at what stage, since when, and what they provide."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from kg.claims.agreement_acts import Act
from kg.claims.agreement_clusters import Agreement, Clusters
from kg.claims.agreement_meetings import Meetings
from kg.claims.agreement_mentions import AgreementMention, MentionReader
from kg.claims.agreement_nouns import agreement_nouns, modifiers, noun_matcher
from kg.claims.agreement_passages import Passages
from kg.claims.agreement_signers import party_key
from kg.claims.agreement_stages import Standing, main_act, signed_before, stage_now, standing
from kg.claims.avowals import avowed
from kg.claims.events import judgement_words
from kg.claims.finding import CueWord, Filled, Finding, rule_of
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.syntax import VERBAL
from kg.model import Claim, Entity, Modality, Quantity, Reason, Rule, Sentence, Stage, TimeSpan
from kg.reading.names import fold, singular
from kg.vocabulary import load_language
from kg.vocabulary.merging import load_merging_rules

_PAIR = 2
_GUESSED = 0.8
_UNSTAGED = 0.6
_OF_STATES = ("organisation", "body")
_CONCLUDED: tuple[Stage, ...] = ("proposed", "announced", "signed")  # what an agreement's place is the place of
_ADOPTED = ("resolution", "statement")  # families of what one organisation may adopt alone


class ArticleAgreements:
    """The agreements of one article: its passages are put together first, then each agreement is told."""

    def __init__(self, passage: Passage, fired: Mapping[Sentence, Sequence[Firing]]) -> None:
        """``fired`` are the lexicon entries that fire in each sentence."""
        self._passage = passage
        self._fired = fired
        reader = MentionReader(passage)
        sentences = passage.reading.sentences
        self._order = {sentence: at for at, sentence in enumerate(sentences)}
        self._nouns = {sentence: agreement_nouns(passage, sentence) for sentence in sentences}
        mentions = [
            mention
            for sentence in sentences
            for mention in reader.read(sentence, self._nouns[sentence], fired[sentence])
        ]
        self._agreements = Clusters(passage, Meetings(passage, fired)).of(mentions)
        self._of_head = {m.noun.head: agreement for agreement in self._agreements for m in agreement.mentions}
        self._findings: dict[Sentence, list[Finding]] = {}
        for agreement in self._agreements:
            for sentence, finding in self._told(agreement):
                self._findings.setdefault(sentence, []).append(finding)

    def inside_names(self, sentence: Sentence) -> set[int]:
        """The words of a sentence that are part of the name of an agreement but not its head."""
        return modifiers(self._nouns[sentence])

    def findings(self, sentence: Sentence) -> Iterator[Finding]:
        """What the sentence tells of agreements, and why others that it names are not told.

        Each agreement is told where the article says most of it; those of its stages that are events follow.
        """
        found = self._findings.get(sentence, [])
        yield from found
        befalling = {index for finding in found for index in finding.words}
        for firing in self._fired[sentence]:
            auxiliary = self._passage.tree[firing.index].dep.startswith("aux")
            if firing.trigger.category == "stage" and firing.index not in befalling and not auxiliary:
                yield Finding(rule_of(firing), firing.words, reason="no agreement")

    def _told(self, agreement: Agreement) -> Iterator[tuple[Sentence, Finding]]:
        reason = self._untold(agreement)
        if reason:
            for mention in agreement.mentions:
                yield mention.sentence, self._finding(agreement, mention).unread(reason)
            return
        passages = Passages.of(agreement, self._order)
        told = {mentions[0].noun: mentions for mentions in (passages.main, *passages.others)}
        for mention in agreement.mentions:
            finding = self._finding(agreement, mention)
            mentions = told.get(mention.noun)
            if mentions:
                claim = self._claim(agreement, mentions, standing(agreement, mentions))
                yield mention.sentence, replace(finding, claim=claim)
            elif not any(mention in others for others in told.values()):
                yield mention.sentence, finding.unread("told already")
            for claim in (*self._extension(agreement, mention), *self._event(agreement, mention)):
                yield mention.sentence, replace(finding, claim=claim)

    def _finding(self, agreement: Agreement, mention: AgreementMention) -> Finding:
        act, noun = main_act([mention]), mention.noun
        firing = act.firing if act else None
        words = {*range(noun.first, noun.last), *(i for a in mention.acts for i in a.firing.words)}
        return Finding(
            rule_of(firing) if firing else _kind_rule(agreement.kind),
            tuple(sorted(words)),
            filled=tuple(self._filled(agreement, mention)),
            cues=_cues(act, mention),
            time=act.time if act else mention.time,
        )

    def _filled(self, agreement: Agreement, mention: AgreementMention) -> Iterator[Filled]:
        """The parties with the words that name them: a party that only the context names has none."""
        named = {party_key(r.entity): r for r in (*mention.own, *mention.signers)}
        noun, elsewhere = mention.noun, {*agreement.naming}
        for key, party in agreement.parties.items():
            if key in named:
                yield Filled("party", party, named[key].first, named[key].last, named[key].inferred)
            else:
                last = noun.last if (party.iso3 or party.id) in noun.parties else noun.first
                yield Filled("party", party, noun.first, last, inferred=True, guessed=key not in elsewhere)

    def parties_of(self, index: int) -> tuple[Entity, ...]:
        """The parties of the agreement that the noun at ``index`` stands for; empty where it stands for none known."""
        agreement = self._of_head.get(index)
        lemma = singular(fold(self._passage.tree[index].lemma))
        if agreement is None and noun_matcher(self._passage.article.language).senses((lemma,)):
            before = [a for a in self._agreements if a.mentions[0].noun.first < index]
            agreement = before[-1] if before else None
        return tuple(agreement.parties.values()) if agreement else ()

    def _untold(self, agreement: Agreement) -> Reason | None:
        """Why the article does not tell of the agreement: it says nothing of it, or not whose it is."""
        told = any(m.acts or m.own or m.provisions or m.time or m.lacking or m.noun.parties for m in agreement.mentions)
        needs_act = all(m.noun.needs_act for m in agreement.mentions)
        if not told or (needs_act and not any(act.is_plain for act in agreement.acts)):
            return "no act"
        plural = agreement.mentions[0].plural
        is_told = any(act.is_plain for act in agreement.acts) and not plural
        is_bare = not is_told and all(
            (m.is_bare or (plural and " " not in m.label)) and not (m.time or m.own or m.signers)
            for m in agreement.mentions
        )
        is_orphan = all(m.noun.copied and not (m.noun.follows or m.own or m.signers) for m in agreement.mentions)
        if (needs_act or is_bare or is_orphan) and not agreement.named:
            return "guessed parties"
        return None if len(agreement.parties) >= _PAIR or self._may_stand_alone(agreement) else "no party"

    def _may_stand_alone(self, agreement: Agreement) -> bool:
        """« l'ONU a adopté une résolution », « l'Iran a quitté le traité de non-prolifération »."""
        parties = list(agreement.parties.values())
        if not parties or not agreement.acts:
            return False
        profile = self._passage.gazetteer.profile(parties[0].id)
        of_states = parties[0].kind == "Organisation" and profile is not None and profile.kind in _OF_STATES
        adopted = load_merging_rules().family(agreement.kind) in _ADOPTED and of_states
        return adopted or (bool(agreement.name) and any(a.actors for a in agreement.acts))

    def _claim(self, agreement: Agreement, mentions: Sequence[AgreementMention], said: Standing) -> Claim:
        language = self._passage.article.language
        confidence = said.act.firing.trigger.confidence if said.act else _UNSTAGED
        return Claim(
            kind="agreement",
            article=self._passage.article.info,
            type=agreement.kind,
            label=agreement.label or self._passage.lexicon.types[agreement.kind].label[language],
            roles=self._roles(agreement, _CONCLUDED),
            time=said.signed,
            in_force=said.in_force,
            ended=said.ended,
            stage=stage_now(agreement, said, self._passage.article.info.published),
            provides=tuple(dict.fromkeys(key for m in agreement.mentions for key, _, _ in m.provisions)),
            quantities=self._quantities(mentions),
            modality=self._modality(agreement, said),
            attribution=said.attribution,
            evidence=self._passage.evidence({i for m in mentions for i in self._words(m)}),
            confidence=round(confidence * (_GUESSED if agreement.guessed else 1.0), 2),
            rule=said.act.firing.trigger.id if said.act else _kind_rule(agreement.kind).id,
        )

    def _modality(self, agreement: Agreement, said: Standing) -> Modality:
        """How sure it is; whoever suspends or ends an agreement does so by saying it."""
        if said.act is None:
            return said.modality
        ending = said.act.stage in ("suspended", "ended")
        parties = [*agreement.parties.values()]
        doers = [r.entity for r in said.act.actors] if ending else []
        judgement = replace(said.act.judgement, modality=said.modality)
        return avowed(self._passage.syntax, judgement, doers or parties, parties, spoken=ending)

    def _extension(self, agreement: Agreement, mention: AgreementMention) -> Iterator[Claim]:
        """The agreement to prolong another: one of its own, of the same kind and parties."""
        for act in mention.acts:
            if act.is_extension and act.modality not in ("possible", "denied"):
                said = Standing(
                    act=act,
                    modality=act.modality,
                    attribution=act.judgement.attribution,
                    stage=act.stage,
                    signed=act.time.span if act.time else None,
                    in_force=None,
                    ended=None,
                )
                own = replace(mention, acts=(act,))
                label = load_language(self._passage.article.language).extension
                yield replace(self._claim(agreement, [own], said), label=label, provides=())

    def _event(self, agreement: Agreement, mention: AgreementMention) -> Iterator[Claim]:
        """The event that the stage is: whoever signs or ratifies acts with the other parties."""
        act = signed_before(mention) or main_act([mention])
        if act is None or act.firing.trigger.refused or act.lets_end or len(agreement.parties) < _PAIR:
            return
        events = self._passage.lexicon.stage_events
        type = None if _tells_of_text(act) else events.get(act.firing.trigger.stage or "")
        if type is None:
            return
        if act.modality == "planned":
            type = events.get("planned", type)
        doing = {party_key(r.entity) for r in act.actors}
        parties = sorted(agreement.parties, key=lambda key: key not in doing)
        sides = tuple(agreement.parties[key] for key in parties)
        said = standing(agreement, [mention])
        roles = self._roles(agreement, (act.stage,))
        yield replace(
            self._claim(agreement, [mention], said),
            kind="event",
            type=type,
            subtype=act.firing.trigger.stage,
            label=None,
            roles={"actor": sides[:1], "target": sides[1:]} | {r: e for r, e in roles.items() if r == "place"},
            time=act.time.span if act.time else self._time_of(agreement, act),
            in_force=None,
            ended=None,
            stage=None,
            provides=(),
        )

    def _time_of(self, agreement: Agreement, act: Act) -> TimeSpan | None:
        """When an agreement was signed, as its other mentions date it, where this one only says that it was."""
        signed = act.stage == "signed" and act.is_plain and act.modality == "asserted"
        return standing(agreement, agreement.mentions).signed if signed else None

    def _roles(self, agreement: Agreement, stages: Collection[Stage]) -> dict[str, tuple[Entity, ...]]:
        """Who has a part in an agreement, and where its ``stages`` took place; where all did if it has none of them."""
        roles = {"party": tuple(agreement.parties.values())}
        parties = [entity.id for entity in roles["party"]]
        mediators = {r.entity.id: r.entity for act in agreement.acts for r in act.mediators}
        places: dict[str, Entity] = {}
        for act in [act for act in agreement.acts if act.stage in stages] or agreement.acts:
            circumstances = self._passage.circumstances
            beside = circumstances.places(act.firing.index, parties)
            beside = beside or circumstances.place_named_before(act.firing.index)
            if not beside and self._passage.tree[act.firing.index].lemma in self._passage.syntax.grammar.signing:
                beside = circumstances.dateline(act.firing.index)
            for place, _ in beside:
                places.setdefault(place.id, place)
        if mediators:
            roles["mediator"] = tuple(mediators.values())
        if places:
            roles["place"] = tuple(places.values())
        return roles

    def _quantities(self, mentions: Sequence[AgreementMention]) -> tuple[Quantity, ...]:
        """The figures that the noun has beside it: « un contrat portant sur six drones »."""
        figures = self._passage.tallies.quantities
        found = [figures(m.noun.head, None, m.sentence.first, m.sentence.last) for m in mentions]
        return tuple(dict.fromkeys(quantity for one in found for quantity, _ in one))

    def _words(self, mention: AgreementMention) -> set[int]:
        """The words of a mention that its claim rests on."""
        passage, sentence = self._passage, mention.sentence
        words = set(range(mention.noun.first, mention.noun.last))
        words |= {i for r in mention.own for i in range(r.first, r.last)}
        words |= {i for _, first, last in mention.provisions for i in range(first, last)}
        if mention.time:
            words |= {mention.time.first, mention.time.last - 1}
        if mention.noun.unnamed:  # what they agreed on
            said = passage.tree.children(mention.noun.head, "xcomp", "ccomp", "advcl", "obl", "obj")
            words |= {i for c in said for i in (c, *passage.tree.children(c, "obj"))}
        for act in mention.acts:
            words |= {*act.firing.words, *judgement_words(passage, act.firing.index)}
            words |= {i for r in act.actors for i in range(r.first, r.last)}
            words |= _around(passage, act.firing)
            if act.time:
                words |= {act.time.first, act.time.last - 1}
        return {i for i in words if sentence.first <= i < sentence.last}


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


def _tells_of_text(act: Act) -> bool:
    """Whether the verb says something of the text itself: an accord that "dates from 1990" is no deed of anybody."""
    return act.firing.trigger.roles.get("agreement") == (("subject",),)


def _kind_rule(kind: str) -> Rule:
    """The file of the kind: what tells of an agreement that is only named."""
    return Rule(id=f"agreement/{kind}", type=kind, source=f"ontology/lexicon/agreements/{kind.replace(' ', '_')}.yaml")


def _cues(act: Act | None, mention: AgreementMention) -> tuple[CueWord, ...]:
    cues = dict.fromkeys(act.judgement.cues if act else mention.judgement.cues)
    if act is not None and act.modality == "denied" and act.judgement.modality != "denied":
        cues[CueWord(act.firing.index, "entry", "denied")] = None
    return tuple(cues)
