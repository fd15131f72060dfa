"""Which passages of an article speak of one agreement."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from kg.claims.agreement_acts import Act
from kg.claims.agreement_meetings import Meetings
from kg.claims.agreement_mentions import AgreementMention
from kg.claims.agreement_parties import Parties, PartyFinder, bodies
from kg.claims.agreement_signers import party_key
from kg.claims.passage import Passage
from kg.model import Stage, TimeSpan
from kg.vocabulary.merging import ANY_KIND, load_merging_rules

_PAIR = 2
_ALIKE = 0.5
_RECALLED = 3  # sentences over which « il » or « le texte » may mean an agreement
_SIGNED_WITHIN = 366  # days between the announcement of an agreement and its signature, in either order
_LONG_AGO = 60  # days after which what was reached is not what is being sought
_UNBORN = ("proposed", "announced", "signed")
_ALONE = "resolution"
_BY_PARTIES = ("ratified", "suspended", "ended")  # what only parties can bring about
_CATCHALL = {ANY_KIND, "treaty", "pact"}


@dataclass(slots=True)
class Agreement:
    """An agreement of an article: the passages that speak of it and its parties.

    ``named`` says that these passages name them, ``guessed`` that nothing but the states nearby does.
    """

    mentions: list[AgreementMention] = field(default_factory=list)
    parties: Parties = field(default_factory=dict)
    guessed: bool = False
    named: bool = True

    @property
    def kind(self) -> str:
        """The kind that its first passages give, the general one only where there is no finer one."""
        kinds = [m.noun.kind for m in self.mentions if not m.noun.stands_in and not m.is_idle]
        return next((kind for kind in kinds if kind != ANY_KIND), kinds[0] if kinds else ANY_KIND)

    @property
    def acts(self) -> list[Act]:
        return [act for mention in self.mentions for act in mention.acts]

    @property
    def naming(self) -> Iterator[str]:
        """The parties that any of its passages names: what makes each the same as others."""
        for mention in self.mentions:
            yield from mention.noun.parties
            yield from (party_key(referent.entity) for referent in (*mention.own, *mention.signers))

    @property
    def name(self) -> str | None:
        return next((m.noun.name for m in self.mentions if m.noun.name), None)

    @property
    def label(self) -> str:
        """What it is called most fully."""
        named = [m for m in self.mentions if not m.noun.stands_in]
        return max(named or self.mentions, key=lambda m: (len(m.meaning), not m.is_bare, -m.noun.first)).label

    @property
    def meaning(self) -> frozenset[str]:
        return frozenset[str]().union(*(m.meaning for m in self.mentions))

    @property
    def is_news(self) -> bool:
        """Whether it is a deal just reached, that no noun names: « se sont mis d'accord »."""
        return all(mention.noun.unnamed for mention in self.mentions)

    @property
    def has_ended(self) -> bool:
        return any(act.stage == "ended" and act.modality in ("asserted", "reported") for act in self.acts)

    @property
    def is_to_come(self) -> bool:
        """Whether all that is said of it is that it is being sought or planned."""
        plans = ("planned", "possible", "denied")
        return bool(self.acts) and all(act.modality in plans and act.stage in _UNBORN for act in self.acts)

    def is_in_force_before(self, span: TimeSpan) -> bool:
        """Whether it was in force before ``span`` began."""
        since = (a.time.span.start for a in self.acts if a.stage == "in force" and a.time and a.begins)
        return any(start < span.start for start in since if start and span.start)

    def reached(self) -> Iterator[tuple[Stage | None, TimeSpan]]:
        """The dates on which it was agreed or signed, ``None`` for one that the noun bears (« le traité de 1961 »)."""
        for mention in self.mentions:
            yield from ((a.stage, a.time.span) for a in mention.acts if a.time and a.stage in ("signed", "announced"))
            if mention.time:
                yield None, mention.time.span


class Clusters:
    """Puts the mentions of an article together, one after another."""

    def __init__(self, passage: Passage, meetings: Meetings) -> None:
        """``meetings`` tell who met before a text was concluded."""
        self._passage = passage
        self._meetings = meetings
        self._finder = PartyFinder(passage)
        self._order = {sentence.first: at for at, sentence in enumerate(passage.reading.sentences)}
        self._found: list[Agreement] = []

    def of(self, mentions: Iterable[AgreementMention]) -> list[Agreement]:
        """The agreements in the order of their first passages, each with its parties as far as they can be known."""
        for mention in mentions:
            named = self._owned(mention, self._finder.named(mention))
            agreement = self._antecedent(mention, named)
            if agreement is None:
                if mention.noun.stands_in and (len(named) < _PAIR or not self._finder.concluding(mention.acts)):
                    continue
                agreement = Agreement()
                self._found.append(agreement)
            self._add(agreement, mention, named)
        for at, agreement in enumerate(self._found):
            self._complete(at, agreement)
            agreement.mentions = [_without_others(m, agreement.parties) for m in agreement.mentions]
        return self._found

    def _owned(self, mention: AgreementMention, named: Parties) -> Parties:
        """« un accord avec Madrid et un autre avec Londres »: whose the one before was, that has partners too."""
        if not mention.noun.copied or len(named) != 1 or not self._found:
            return named
        last = self._found[-1]
        slots = [((word,), m) for m in last.mentions for word in self._passage.tree.words.company]
        heads = [h for slot, m in slots for i in _words(m) for h in self._passage.syntax.slot(i, slot)]
        partners = self._finder.keys(r.entity for r in self._passage.referents.actors(heads))
        owners = {key: party for key, party in last.parties.items() if key not in partners}
        return named | owners if partners and len(owners) == 1 else named

    def _add(self, agreement: Agreement, mention: AgreementMention, named: Parties) -> None:
        agreement.mentions.append(mention)
        if len(agreement.parties) < _PAIR:
            agreement.parties = named if mention.between else bodies(agreement.parties | named)
        elif not mention.between:
            agreement.parties = bodies(agreement.parties | self._finder.concluding(mention.acts))

    def _complete(self, at: int, agreement: Agreement) -> None:
        if len(agreement.parties) >= _PAIR or (agreement.parties and any(m.open for m in agreement.mentions)):
            return
        if self._amends(agreement.mentions[0]):
            at_first = agreement.mentions[0].sentence.first
            whole = [
                o for o in self._found[:at] if len(o.parties) >= _PAIR and agreement.parties.keys() <= o.parties.keys()
            ]
            near = [o for o in whole if self._order[at_first] - self._order[o.mentions[-1].sentence.first] <= _RECALLED]
            if near:
                agreement.parties = near[-1].parties
                return
        if agreement.parties and (agreement.name or load_merging_rules().family(agreement.kind) == _ALONE):
            return
        if not agreement.parties and (met := self._met(agreement)):
            agreement.parties, agreement.named = met, True
            return
        paragraphs = {m.sentence.paragraph for m in agreement.mentions}
        pairs = {frozenset(other.parties) for other in self._found[:at] if len(other.parties) >= _PAIR}
        only = len(pairs) == 1 and (not self._finder.topic or self._finder.topic in pairs)
        before = [
            (other.parties, only or any(m.sentence.paragraph in paragraphs for m in other.mentions))
            for other in reversed(self._found[:at])
        ]
        others = [*before, *((other.parties, False) for other in self._found[at + 1 :])]
        best = max(agreement.mentions, key=lambda m: len(m.acts))
        agreement.parties, agreement.guessed = self._finder.completed(best, agreement.parties, others)
        if len(agreement.parties) == _PAIR and self._finder.is_for_three(best):
            agreement.parties = {}
        taken_over = any(act.takes_over for mention in agreement.mentions for act in mention.acts)
        agreement.named = not agreement.guessed and (taken_over or self._finder.tells_of_sides(best))

    def _met(self, agreement: Agreement) -> Parties:
        """The two that met where it was concluded; nobody where it is open who did."""
        sides = (self._finder.sides(met) for m in agreement.mentions for met in self._meetings.before(m))
        return next((found for found in sides if len(found) == _PAIR), {})

    def _amends(self, mention: AgreementMention) -> bool:
        """Whether it is an amendment: an agreement between those of the one that it changes."""
        lemma = self._passage.tree[mention.noun.head].lemma
        return not mention.noun.name and lemma in self._passage.syntax.grammar.amending

    def _antecedent(self, mention: AgreementMention, named: Parties) -> Agreement | None:
        """The agreement that was spoken of last among those that the mention may mean."""
        if mention.differs or mention.lacking or mention.noun.unnamed:
            return None
        recent = sorted(self._found, key=lambda a: a.mentions[-1].noun.first, reverse=True)
        if mention.noun.stands_in:
            near = [a for a in recent if self._is_near(a, mention)] if mention.definite else []
            near = [a for a in near if not (a.has_ended and mention.concludes)] or near
            one = [a for a in near if a.mentions[-1].plural == mention.plural]
            return next(iter(one or near), None)
        return next((a for a in recent if self._may_mean(mention, named, a)), None)

    def _is_old(self, mention: AgreementMention) -> bool:
        """Whether it was reached long before the article: no agreement that is still to come."""
        published = self._passage.article.info.published
        dates = [span.end for _, span in Agreement(mentions=[mention]).reached() if span.end]
        return bool(published and dates) and all((published - end).days > _LONG_AGO for end in dates if published)

    def _is_near(self, agreement: Agreement, mention: AgreementMention) -> bool:
        last = agreement.mentions[-1].sentence
        return self._order[mention.sentence.first] - self._order[last.first] <= _RECALLED

    def _may_mean(self, mention: AgreementMention, named: Parties, agreement: Agreement) -> bool:
        if mention.noun.name and agreement.name:
            return mention.noun.name == agreement.name
        if not self._kinds_agree(mention, agreement) or not _dates_agree(mention, agreement):
            return False
        if agreement.is_to_come and self._is_old(mention):
            return False
        if mention.noun.name and not agreement.parties.keys() & {*mention.noun.parties, *named}:
            return False
        if mention.plural != agreement.mentions[0].plural and not (mention.noun.name or agreement.name):
            return False
        if not self._parties_agree(mention, agreement):
            return False
        if not mention.definite:
            same = len(named) >= _PAIR and named.keys() == agreement.parties.keys()
            beside = mention.sentence == agreement.mentions[-1].sentence
            it = beside and mention.under and agreement.is_news  # « ont convenu, aux termes d'un accord, de … »
            if not it and (beside or not same):
                return False
        return _meanings_agree(mention, agreement)

    def _parties_agree(self, mention: AgreementMention, agreement: Agreement) -> bool:
        """Whether those whom the mention names as its parties may be those of the agreement."""
        own, there = self._finder.keys(referent.entity for referent in mention.own), agreement.parties.keys()
        if not own <= there and not (len(there) < _PAIR and there <= own):
            return False
        if own and not there and mention.noun.needs_act:
            return False
        concluded = own | self._finder.concluding(mention.acts).keys()
        return len(concluded) < _PAIR or concluded <= there or there <= concluded

    def _kinds_agree(self, mention: AgreementMention, agreement: Agreement) -> bool:
        if mention.is_bare and mention.noun.kind in _CATCHALL and not mention.time:
            return not any(self._amends(m) for m in agreement.mentions)
        rules = load_merging_rules()
        if self._amends(mention) != any(self._amends(m) for m in agreement.mentions):
            return False
        if mention.time and rules.family(mention.noun.kind) != rules.family(agreement.kind):
            return False
        return rules.may_be_one(mention.noun.kind, agreement.kind)


def _without_others(mention: AgreementMention, parties: Parties) -> AgreementMention:
    """The mention without what states that are no parties do: who denounces a pact of others does not end it."""

    def is_of_others(act: Act) -> bool:
        keys = {party_key(r.entity) for r in act.actors if r.entity.state}
        return act.stage in _BY_PARTIES and len(keys) == len(act.actors) > 0 and not keys & parties.keys()

    acts = tuple(act for act in mention.acts if not is_of_others(act))
    return mention if len(parties) < _PAIR or len(acts) == len(mention.acts) else replace(mention, acts=acts)


def _dates_agree(mention: AgreementMention, agreement: Agreement) -> bool:
    here, there = list(Agreement(mentions=[mention]).reached()), list(agreement.reached())
    if mention.time and not there and (agreement.is_news or agreement.is_in_force_before(mention.time.span)):
        return False
    return all(_overlap(one, two) or _follow(first, one, second, two) for first, one in here for second, two in there)


def _follow(first: Stage | None, one: TimeSpan, second: Stage | None, two: TimeSpan) -> bool:
    """Whether one day may be that of the announcement and the other that of the signature of one agreement."""
    if {first, second} != {"announced", "signed"} or not (one.start and two.start):
        return False
    return abs((one.start - two.start).days) <= _SIGNED_WITHIN


def _overlap(one: TimeSpan, other: TimeSpan) -> bool:
    return not (
        (one.end and other.start and one.end < other.start) or (other.end and one.start and other.end < one.start)
    )


def _meanings_agree(mention: AgreementMention, agreement: Agreement) -> bool:
    """Whether their names may be of one: one says nothing or what the other says, or both bear one date."""
    here, there = mention.meaning, agreement.meaning
    if not here or not there or here <= there or there <= here:
        return True
    if len(here & there) / len(here | there) >= _ALIKE:
        return True
    dated = any(True for _ in Agreement(mentions=[mention]).reached()) and any(True for _ in agreement.reached())
    return dated and load_merging_rules().may_be_one(mention.noun.kind, agreement.kind)


def _words(mention: AgreementMention) -> list[int]:
    """The words that an agreement's partners hang on: its noun and its acts."""
    return [mention.noun.head, *(act.firing.index for act in mention.acts)]
