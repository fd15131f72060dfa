"""Where an article speaks of an agreement, and what each of these passages says of it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.agreement_acts import Act, ActReader, with_own_times
from kg.claims.agreement_copies import copies
from kg.claims.agreement_implied import ImpliedNouns
from kg.claims.agreement_nouns import AgreementNoun, is_definite, label, provisions
from kg.claims.agreement_others import fighters, is_unknown, paired_names
from kg.claims.agreement_signers import Signers, party_key
from kg.claims.agreement_years import year_at
from kg.claims.matching import Firing
from kg.claims.modality import Judgement
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Sentence, TimeMention
from kg.vocabulary.agreement_names import content

_PAIR = 2
_PLURAL = "Number=Plur"
_REACH = 12  # words from an agreement to those between whom it was concluded
_ENDS = {".", ";", ":", "!", "?", "(", ")"}


@dataclass(frozen=True, slots=True)
class AgreementMention:
    """A passage of one sentence that speaks of an agreement.

    ``own`` are those whom the noun's own complements name as its parties, ``between`` says that they are all of them.
    ``lacking`` marks « sans accord », ``under`` what is done under an agreement, ``open`` that one of its parties is
    named without its being known who that is.
    """

    noun: AgreementNoun
    sentence: Sentence
    acts: tuple[Act, ...]
    own: tuple[Referent, ...]
    between: bool
    provisions: tuple[tuple[str, int, int], ...]
    time: TimeMention | None
    judgement: Judgement
    label: str
    definite: bool
    differs: bool
    plural: bool
    lacking: bool
    under: bool
    open: bool

    @property
    def meaning(self) -> frozenset[str]:
        """What the words of its name mean; empty for a bare « le traité »."""
        hollow = self.noun.stands_in or self.noun.unnamed or self.noun.copied
        return frozenset() if hollow else content(self.label)

    @property
    def is_bare(self) -> bool:
        return self.noun.stands_in or (not self.meaning and not self.noun.name)

    @property
    def is_idle(self) -> bool:
        """Whether a word that need not mean an agreement is only named: « le marché brésilien », "the bloc"."""
        return self.noun.needs_act and not (self.acts or self.own or self.time)

    @property
    def concludes(self) -> bool:
        """Whether it is of an agreement that is being concluded, so of none that has ended."""
        return any(act.stage in ("signed", "ratified") and not act.is_extension for act in self.acts)

    @property
    def signers(self) -> list[Referent]:
        """Those who act on it, each once."""
        found = {referent.entity.id: referent for act in self.acts for referent in act.actors}
        return list(found.values())


class MentionReader:
    """Reads the mentions of agreements in the sentences of one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tree = passage.tree
        self._acts = ActReader(passage)
        self._signers = Signers(passage)
        self._implied = ImpliedNouns(passage)
        self._grammar = passage.syntax.grammar
        self._before: list[AgreementNoun] = []

    def read(
        self, sentence: Sentence, nouns: Sequence[AgreementNoun], fired: Sequence[Firing]
    ) -> Iterator[AgreementMention]:
        """The mentions of a sentence in the order of the text; ``fired`` are its lexicon entries.

        A question or a condition is none.
        """
        steps = {firing.index for firing in fired if firing.trigger.category == "stage"}
        nouns = sorted([*nouns, *copies(self._passage, sentence, steps, [*self._before, *nouns])], key=_place)
        self._before = [noun for noun in nouns if not (noun.stands_in or noun.copied)] or self._before
        acts = list(self._acts.read(sentence, fired, nouns))
        heads = {i for noun in nouns for i in range(noun.first, noun.last)}
        nouns += [noun for noun in self._implied.of(acts) if noun.head not in heads]
        for noun in sorted(nouns, key=_place):
            same = {*range(noun.first, noun.last), noun.head, self._coordinated(noun.head)}
            mine = [act for act, heads in acts if same & heads or act.firing.index == noun.head]
            mine = with_own_times(self._passage, mine, self._own_time(noun, sentence))
            judgement = self._passage.judge.judge(noun.head, sentence.first, sentence.last)
            real = [act for act in mine if not act.judgement.hypothetical]
            if real or not (mine or judgement.hypothetical):
                yield from self._shared_out(self._mention(noun, sentence, real, judgement))

    def _shared_out(self, mention: AgreementMention) -> Iterator[AgreementMention]:
        """« des accords avec le Laos et le Cambodge »: one with each of them; any other mention is one."""
        at = [mention.noun.head, *(act.firing.index for act in mention.acts)]
        heads = {h for i in at for word in self._tree.words.company for h in self._passage.syntax.slot(i, (word,))}
        partners = dict.fromkeys(party_key(r.entity) for r in self._passage.referents.actors(sorted(heads)))
        if not mention.plural or mention.between or mention.noun.name or len(partners) < _PAIR:
            return (yield mention)
        for partner in partners:
            others = partners.keys() - {partner}
            yield replace(
                mention,
                own=_without(mention.own, others),
                acts=tuple(replace(act, actors=_without(act.actors, others)) for act in mention.acts),
            )

    def _coordinated(self, head: int) -> int:
        """« un accord sur l'eau et un accord sur le gaz »: the like noun before the one that the parser took."""
        token = self._tree[head]
        if token.dep != "conj":
            return head
        above = (at for at in self._tree.ancestors(head) if self._tree[at].lemma == token.lemma)
        return next(above, head)

    def _mention(
        self, noun: AgreementNoun, sentence: Sentence, acts: Sequence[Act], judgement: Judgement
    ) -> AgreementMention:
        tree, passage = self._tree, self._passage
        named, between = self._own_parties(noun)
        beside = {*tree.children(noun.head), *range(max(0, noun.first - 1), noun.last)}
        lemmas = {tree[at].lemma for at in beside}
        case = tree.case(noun.head)
        lacking = self._denied(noun) or case in self._grammar.lacking
        return AgreementMention(
            noun=noun,
            sentence=sentence,
            acts=tuple(replace(act, failed=act.failed or lacking) for act in acts),
            own=tuple(named),
            between=between,
            provisions=tuple(provisions(passage, sentence, noun)),
            time=self._own_time(noun, sentence),
            judgement=judgement,
            label="" if noun.unnamed or noun.copied else label(passage, noun),
            definite=is_definite(passage, noun) or bool(noun.name) or noun.stands_in,
            differs=noun.copied or bool(lemmas & self._grammar.differing) or self._is_replaced(noun, sentence, acts),
            plural=_PLURAL in tree[noun.head].morph,
            lacking=lacking,
            under=case in self._grammar.under,
            open=any(act.open for act in acts) or (len(named) < _PAIR and self._is_between_more(noun)),
        )

    def _is_replaced(self, noun: AgreementNoun, sentence: Sentence, acts: Sequence[Act]) -> bool:
        """ "it replaces the 1932 treaty": whether a date tells the one replaced from the one that replaces it."""
        verbs = [act.firing.index for act in acts if act.takes_over and act.firing.trigger.pos == "verb"]
        active = any(not self._passage.syntax.is_passive(at) for at in verbs)
        return active and self._own_time(noun, sentence) is not None

    def _denied(self, noun: AgreementNoun) -> bool:
        """« aucun accord », « il n'y a pas d'accord »."""
        tree, passage, before = self._tree, self._passage, noun.first - 1
        if self._opens_lack(before) or tree[noun.head].text.lower() in self._grammar.nothing:
            return True
        if any(tree[c].text.lower() in self._grammar.none for c in tree.children(noun.head, "det")):
            return True
        negation = passage.lexicon.modality(passage.article.language).negation
        partitive = before > 0 and tree[before].text.lower() in passage.syntax.words.negated_partitives
        return partitive and tree[before - 1].lemma in negation

    def _opens_lack(self, before: int) -> bool:
        """« faute d'accord », "failing an agreement"."""
        tree = self._tree
        while before > 0 and (tree[before].pos in ("DET", "ADJ") or tree[before].lemma in tree.words.of):
            before -= 1
        return before >= 0 and tree[before].lemma.lower() in self._grammar.lacking

    def _own_parties(self, noun: AgreementNoun) -> tuple[list[Referent], bool]:
        """The parties that the noun's own complements name, and whether they say that these are all."""
        syntax, between = self._passage.syntax, False
        found: dict[str, Referent] = {}
        if paired := paired_names(self._passage, noun.head):
            return paired, True
        joint = ("between", *syntax.words.company)
        for slot in (*joint, "adjective", "possessor", "by"):
            within = range(noun.first, noun.last)
            found_at = [(i, h) for i in within for h in syntax.slot(i, (slot,)) if h != noun.head]
            heads = [h for i, h in found_at if h not in within]
            if not heads and slot in joint and not noun.stands_in:
                heads = syntax.following(noun.last - 1, slot) or (self._between(noun) if slot == "between" else [])
            if noun.stands_in:  # « sa ratification »
                heads = [at for at in heads if self._tree[at].pos not in ("PRON", "DET")]
            referents = self._named(slot, heads)
            named_after = [r for r in referents if slot in ("possessor", "adjective") and self._is_namesake(r)]
            for referent in referents:
                if referent not in named_after or len(named_after) > 1:
                    found.setdefault(party_key(referent.entity), referent)
            between = between or (slot == "between" and len(referents) > 1)
        return list(found.values()), between

    def _named(self, slot: str, heads: Sequence[int]) -> list[Referent]:
        """Whom the heads name; what an unknown name describes an agreement by is no party: "the Kampala accord"."""
        if slot in ("adjective", "possessor"):
            return [*self._passage.referents.actors(heads), *fighters(self._passage, heads)]
        return list(self._signers.at(heads))

    def _between(self, noun: AgreementNoun) -> list[int]:
        """« l'accord conclu en 2016 entre l'État et les Farc »: who stands after the participle."""
        tree, syntax = self._tree, self._passage.syntax
        for at in range(noun.last, min(len(tree), noun.last + _REACH)):
            token = tree[at]
            if token.text in _ENDS or (token.pos in VERBAL and at > noun.last and "VerbForm=Part" not in token.morph):
                break
            if token.pos == "ADP" and token.lemma in syntax.words.between and token.head > at:
                above = tree[token.head].head
                return tree.conjuncts(token.head) if tree[above].pos in VERBAL else []
        return []

    def _is_between_more(self, noun: AgreementNoun) -> bool:
        """« entre Manille et les rebelles »: whether it says between whom, of whom some are not known."""
        slots = [("between",), *((word,) for word in self._tree.words.company)]
        words = range(noun.first, noun.last)
        named = [{h for i in words for h in self._passage.syntax.slot(i, slot)} for slot in slots]
        unknown = any(is_unknown(self._passage, at) for heads in named for at in heads)
        return unknown or len(named[0]) >= _PAIR  # « entre Manille et des rebelles philippins »

    def _is_namesake(self, referent: Referent) -> bool:
        """« l'accord d'Alger » was concluded there, not by Algeria; "Moscow's pact" was by Russia.

        "the Simla accord": a name of which nothing is known is no party either.
        """
        entity, mentions = referent.entity, self._passage.referents.mentions(referent.head)
        if self._tree[referent.head].dep == "nmod:poss" or not mentions:
            return False
        if entity.kind == "Person" and not entity.state:
            return True
        if entity.kind == "Organisation" and self._passage.gazetteer.profile(entity.id) is None:
            named = [m.head for m in self._passage.reading.mentions if m.entity.id == entity.id]
            return all(self._tree[at].dep == "compound" for at in named)
        return all(m.sense in ("capital", "seat") or m.entity.kind == "Place" for m in mentions)

    def _own_time(self, noun: AgreementNoun, sentence: Sentence) -> TimeMention | None:
        """The date that the noun itself bears: « le traité de 1961 », "last year's pact"."""
        for time in self._passage.reading.times:
            if sentence.first <= time.first < sentence.last:
                head = self._tree.head_of(time.first, time.last)
                inside = noun.first <= head < noun.last or self._is_between(time, noun)
                beside = noun.first <= self._tree[head].head < noun.last
                next_to = time.first == noun.last + 1
                of = self._tree[time.first - 1].lemma in self._tree.words.of | self._tree.words.whence
                if inside or (beside and (time.last <= noun.head or of)) or (next_to and of):
                    return time
        after = noun.last + 1
        of = after < sentence.last and self._tree[noun.last].lemma in self._tree.words.of | self._tree.words.whence
        return year_at(self._tree, after) if of else None

    def _is_between(self, time: TimeMention, noun: AgreementNoun) -> bool:
        """ "the 1972 Simla accord": between the noun and its article, among what names it."""
        tree, named = self._tree, range(time.last, noun.first)
        opens = time.first > 0 and tree[time.first - 1].pos == "DET"
        return opens and time.last <= noun.first and all(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in named)


def _place(noun: AgreementNoun) -> int:
    return noun.first


def _without(referents: Sequence[Referent], keys: Collection[str]) -> tuple[Referent, ...]:
    return tuple(referent for referent in referents if party_key(referent.entity) not in keys)
