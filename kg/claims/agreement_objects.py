"""Which agreements the words of a stage speak of: as the tree says; where a parser has torn them apart, the order."""

from collections.abc import Sequence
from dataclasses import dataclass

from kg.claims.agreement_clefts import presented
from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.syntax import VERBAL
from kg.model import Sentence
from kg.vocabulary import Slot

_REACH = 12
_ENDS = {".", ";", ":", "!", "?"}
_SUBJECT = (("subject",),)
_OF_OBJECT = 2  # steps of the slot for what the object is of


@dataclass(frozen=True, slots=True)
class Objects:
    """The heads of what something happens to; ``of_talks`` says that it happens to what was to lead there.

    ``since`` is where the noun begins that only the order of the words gives, though others stand between.
    """

    heads: tuple[int, ...]
    of_talks: bool = False
    since: int | None = None


class ObjectFinder:
    """Finds what the stage words of one sentence are said of."""

    def __init__(
        self, passage: Passage, sentence: Sentence, nouns: Sequence[AgreementNoun], fired: Sequence[Firing]
    ) -> None:
        self._passage = passage
        self._tree = passage.tree
        self._sentence = sentence
        self._nouns = nouns
        self._heads_of = {i: noun.head for noun in nouns for i in range(noun.first, noun.last)}
        self._known = self._heads_of.keys()
        self._talks = {
            f.index: f for f in fired if f.trigger.category == "stage" and f.trigger.pos == "noun" and _leads_there(f)
        }

    def of(self, firing: Firing) -> Objects:
        """The agreement nouns that ``firing`` speaks of, else what stands where one should."""
        found = self._heads(firing)
        if not self._known & {*found}:
            for talks in (self._talks[at] for at in found if at in self._talks):
                heads = self.of(talks).heads
                if self._known & {*heads}:
                    return Objects(heads, of_talks=True)
        plain = tuple(self._heads_of.get(at, at) for at in self._plain(firing, found))
        if self._known & {*plain}:
            return Objects(plain)
        if ("object",) in firing.trigger.roles.get("agreement", ()):
            shown = presented(self._passage, self._sentence, firing.index, self._nouns)
            if shown:
                return Objects(shown)
        if not self._may_stand_apart(firing):
            return Objects(plain)
        opening = self._opening(firing.index, bool(found))
        return Objects((opening.head,), since=opening.first) if opening else Objects(plain)

    def _may_stand_apart(self, firing: Firing) -> bool:
        """Whether the agreement is the subject of the verb, so may open its clause."""
        slots, is_passive = firing.trigger.roles.get("agreement", ()), self._passage.syntax.is_passive(firing.index)
        return firing.trigger.pos == "verb" and (slots == _SUBJECT or (("object",) in slots and is_passive))

    def _plain(self, firing: Firing, found: Sequence[int]) -> Sequence[int]:
        slots = firing.trigger.roles.get("agreement", ())
        token = self._tree[firing.index]
        if slots == _SUBJECT and token.dep == "acl:relcl":
            above = [self._tree[at].head for at in found if self._tree[at].dep == "nmod" and at not in self._known]
            found = [at for at in above if at in self._known] or found  # "the pact with Peru, which dates from 1990"
        if self._known & {*found} or (found and slots == (("self",),)):
            return list(found)
        if slots == _SUBJECT and token.dep == "acl":
            return [token.head]  # "the pact, signed in 1998, lapsed": a verb that the parser took for a participle
        if not found and "mediator" in firing.trigger.roles and firing.trigger.pos == "noun":
            return self._passage.syntax.objects(token.head)  # « conclu sous l'égide de l'ONU »
        return self._called(firing) or [*found, *self._beside(firing)]

    def _heads(self, firing: Firing) -> list[int]:
        """What stands in the slots of the words: of "walk away from" also below its particle."""
        slots, syntax = firing.trigger.roles.get("agreement", ()), self._passage.syntax
        own = [head for slot in slots for head in syntax.slot(firing.index, slot)]
        if ("object",) in slots and ("subject",) in slots:  # what a pact ended is not the pact
            own = [*syntax.slot(firing.index, ("object",))] or own
        own = [part for head in own for part in (self._whole(head) or [head])]
        further = firing.words[1 : len(firing.trigger.words)]
        below = [head for at in further for slot in slots for head in syntax.slot(at, slot) if head in self._known]
        return own or below or self._after_particle(firing)

    def _after_particle(self, firing: Firing) -> list[int]:
        """ "voted down a deal": the object, where the parser took the particle for its preposition."""
        last = firing.words[len(firing.trigger.words) - 1]
        marked = firing.trigger.pos == "verb" and last > firing.index and self._tree[last].dep == "case"
        return [self._tree[last].head] if marked and self._tree[last].head in self._known else []

    def _whole(self, head: int) -> list[int]:
        """The agreement of which the noun is a part: « se sont entendus sur les termes d'un accord »."""
        if head in self._known or self._tree[head].lemma not in self._passage.syntax.grammar.agreement_parts:
            return []
        return [at for at in self._passage.syntax.marked(head, self._tree.words.of) if at in self._known]

    def _called(self, firing: Firing) -> list[int]:
        """« ont déclaré nul l'accord », "called the deal dead": what the adjective is said of."""
        token = self._tree[firing.index]
        if (
            firing.trigger.pos != "adjective"
            or token.head == firing.index
            or token.dep not in ("xcomp", "obj", "acomp")
        ):
            return []
        return [at for at in self._passage.syntax.objects(token.head) if at in self._known]

    def _beside(self, firing: Firing) -> list[int]:
        """The agreement noun that stands where the object of the words should: at most one."""
        slots, index, nouns = firing.trigger.roles.get("agreement", ()), firing.index, self._nouns
        if firing.trigger.pos == "noun":
            cases = self._tree.words.of | self._tree.words.dative | {slot[-1] for slot in slots}
            after = [n for n in nouns if index < n.first <= index + _REACH and self._case_before(n) in cases]
            apposed = [n.head for n in nouns if n.last == index - 1 and self._tree[index - 1].text == ","]
            return [n.head for n in after if self._is_one_phrase(index + 1, n.first)][:1] or apposed
        if ("object",) not in slots:
            return self._behind_object(slots, index)
        if self._is_bare_participle(index):
            before = [n for n in nouns if index - _REACH <= n.last <= index and self._is_one_phrase(n.last, index)]
            return [n.head for n in before][-1:] or self._after_fronted(index)
        related = self._related(index) or self._before_subject(index)
        if related:
            return related
        after = [n for n in nouns if index < n.first <= index + _REACH and not self._case_before(n)]
        return [n.head for n in after if not self._has_verb(index + 1, n.first)][:1]

    def _behind_object(self, slots: Sequence[Slot], index: int) -> list[int]:
        """« proclame la fin, "avec effet immédiat", de l'accord »: behind the object and what stands between."""
        cases = {slot[1] for slot in slots if len(slot) == _OF_OBJECT and slot[0] == "object"}
        cases |= self._tree.words.of if "possessor" in cases else set()
        objects = self._passage.syntax.objects(index) if cases else []
        after = [n for n in self._nouns for at in objects[:1] if at < n.first <= at + _REACH]
        return [n.head for n in after if self._case_before(n) in cases and self._is_one_phrase(index + 1, n.first)][:1]

    def _opening(self, index: int, is_found: bool) -> AgreementNoun | None:
        """The agreement noun that opens the verb's clause: « l'accord, conclu en 2010 avec le Chili, a expiré ».

        Where the parser gives another subject (``is_found``), that one must be of a relative clause between the two.
        """
        if not self._passage.syntax.is_finite(index):
            return None
        for noun in reversed([n for n in self._nouns if self._sentence.first <= n.first and n.last <= index]):
            if self._opens_clause(noun) and self._goes_on(noun, index, is_found):
                return noun
        return None

    def _opens_clause(self, noun: AgreementNoun) -> bool:
        first = noun.first
        while first > self._sentence.first and self._tree[first - 1].pos in ("DET", "ADJ", "NUM"):
            first -= 1
        return first == self._sentence.first or self._tree[first - 1].pos in ("CCONJ", "SCONJ", "PUNCT", "SPACE")

    def _goes_on(self, noun: AgreementNoun, index: int, is_found: bool) -> bool:
        """Whether no clause begins between noun and verb but those that describe the noun."""
        words, grammar = self._passage.syntax.words, self._passage.syntax.grammar
        own = {index, *self._tree.children(index)}
        between = [t for t in self._tree.tokens[noun.last : index] if t.index not in own]
        relatives = sum(t.text.lower() in words.relatives for t in between)
        finite = [t for t in between if t.pos in VERBAL and "VerbForm=Fin" in t.morph and t.index != noun.last]
        opened = any(
            t.text in _ENDS or (t.lemma in grammar.openers and t.text.lower() not in words.relatives) or t.dep == "mark"
            for t in between
        )
        return not opened and len(finite) <= relatives and bool(relatives or not is_found)

    def _related(self, index: int) -> list[int]:
        """« l'accord que le Népal et l'Inde ont conclu », « … viennent de conclure »: the noun before the pronoun."""
        above = self._governors(index)
        for at in range(index - 1, max(0, index - _REACH), -1):
            token = self._tree[at]
            if token.text.lower() in self._tree.words.object_relatives:
                before = [n for n in self._nouns if n.last <= at and self._is_one_phrase(n.last, at)]
                return [n.head for n in before if n.last == at or self._is_described(n, at)][-1:]
            verb = token.pos == "VERB" and "VerbForm=Fin" in token.morph
            if token.text in _ENDS or (verb and at not in above):
                break
        return []

    def _before_subject(self, index: int) -> list[int]:
        """ "the deal Lima and Quito have just signed bans …": the noun right before the names of those who do it."""
        tree, at = self._tree, index
        while at > 0 and tree[at - 1].pos in ("AUX", "ADV"):
            at -= 1
        end = at
        while at > 0 and (tree[at - 1].pos == "PROPN" or tree[at - 1].text.lower() in tree.words.name_joints):
            at -= 1
        before = [n for n in self._nouns if n.last == at and at < end and tree[at].pos == "PROPN"]
        return [n.head for n in before if tree[n.first - 1].pos == "DET" or n.first == self._sentence.first]

    def _governors(self, index: int) -> set[int]:
        """The verbs whose infinitive it is: « vient de conclure »."""
        found: set[int] = set()
        while self._tree[index].dep == "xcomp" and self._tree[index].head not in found:
            index = self._tree[index].head
            found.add(index)
        return found

    def _is_described(self, noun: AgreementNoun, last: int) -> bool:
        """Whether all between the noun and ``last`` belongs to the noun: « le contrat de vente de gaz qu'il … »."""
        between = {i for i in range(noun.last, last) if self._tree[i].pos != "PUNCT"}
        return len(between) == last - noun.last and between <= {*self._tree.subtree(noun.head)}

    def _after_fronted(self, index: int) -> list[int]:
        """« Signé samedi à Djeddah par les deux camps, le cessez-le-feu … »."""
        if index and self._tree[index - 1].text not in (*_ENDS, ",") and self._tree[index - 1].pos != "SPACE":
            return []
        subjects = [n for n in self._nouns if n.first - 2 > index and self._tree[n.first - 2].text == ","]
        return [n.head for n in subjects if self._tree[n.first - 1].pos == "DET"][:1]

    def _is_bare_participle(self, index: int) -> bool:
        """Also of a form that the tagger took for a finite one: « la trêve conclue la veille »."""
        token, tree = self._tree[index], self._tree
        if tree.children(index, "aux", "aux:tense", "aux:pass"):
            return False
        said_of = {*tree.children(index, "nsubj", "obj")}
        beside = any(n.last == index and said_of <= {n.head} for n in self._nouns)
        return "VerbForm=Part" in token.morph or (beside and token.pos == "VERB")

    def _is_one_phrase(self, first: int, last: int) -> bool:
        """Whether nothing between the half-open indices begins another clause."""
        between = self._tree.tokens[first:last]
        return not any(t.text in _ENDS or (t.pos in VERBAL and "VerbForm=Fin" in t.morph) for t in between)

    def _has_verb(self, first: int, last: int) -> bool:
        times = self._passage.reading.times
        dated = {i for time in times if first <= time.first < last for i in range(time.first, time.last)}
        return any(t.index not in dated and (t.pos in VERBAL or t.text in _ENDS) for t in self._tree.tokens[first:last])

    def _case_before(self, noun: AgreementNoun) -> str:
        """The preposition before a noun and its article, ``""`` for none."""
        for at in range(noun.first - 1, max(-1, noun.first - 4), -1):
            token = self._tree[at]
            if token.pos == "ADP":
                return token.lemma
            if token.pos not in ("DET", "ADJ", "NUM", "NOUN"):
                break
        return ""


def _leads_there(firing: Firing) -> bool:
    """Whether the noun is of what comes before an agreement: a draft, talks, a bid."""
    return firing.trigger.stage == "proposed"
