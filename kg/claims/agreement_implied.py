"""Agreements that no noun names: "it took effect", « la ratification est attendue », « se sont entendus sur … »."""

from collections.abc import Iterator, Sequence

from kg.claims.agreement_acts import Act
from kg.claims.agreement_nouns import AgreementNoun, noun_matcher
from kg.claims.agreement_signers import party_key
from kg.claims.passage import Passage
from kg.reading.names import fold, singular
from kg.vocabulary.merging import ANY_KIND

_SPOKEN_OF = ("signed", "ratified", "in force", "suspended", "ended")
_SURE = 0.8


class ImpliedNouns:
    """Finds what stands for agreements among the acts of the sentences of one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tree = passage.tree
        self._grammar = passage.syntax.grammar

    def of(self, acts: Sequence[tuple[Act, set[int]]]) -> Iterator[AgreementNoun]:
        """What stands for an agreement that is spoken of: "it took effect", « la ratification est attendue »."""
        seen: set[int] = set()
        for act, heads in acts:
            trigger, index = act.firing.trigger, act.firing.index
            nothing = [at for at in heads if self._tree[at].text.lower() in self._grammar.nothing]
            sides = {party_key(r.entity) for r in act.actors}
            if nothing and trigger.stage in ("announced", "signed") and len(sides) > 1:
                yield AgreementNoun(nothing[0], nothing[0] + 1, nothing[0], ANY_KIND, False, unnamed=True)
            if index in heads and self._is_deal(act):
                yield AgreementNoun(index, index + 1, index, ANY_KIND, False, unnamed=True)
            if trigger.stage not in _SPOKEN_OF or trigger.confidence < _SURE:
                continue
            pronouns = [at for at in heads if self._tree[at].text.lower() in self._grammar.agreement_pronouns]
            for at in pronouns:
                if at in seen:
                    continue
                seen.add(at)
                yield AgreementNoun(at, at + 1, at, ANY_KIND, True, stands_in=True)
            if not heads and trigger.pos == "noun" and self._is_step(act):
                yield AgreementNoun(index, index + 1, index, ANY_KIND, True, stands_in=True)

    def _is_step(self, act: Act) -> bool:
        """« la ratification est attendue », "the signing took place": a step of the agreement spoken of before."""
        stage, index = act.firing.trigger.stage, act.firing.index
        known = {self._tree[c].text.lower() for c in self._tree.children(index, "det", "nmod:poss")}
        signed = stage == "signed" and act.is_plain and bool(known & self._passage.syntax.words.known_by)
        return stage in ("ratified", "in force") or (signed and not act.is_extension)

    def _is_deal(self, act: Act) -> bool:
        """Whether two have agreed on something that the clause or complement says, and more than to go on together."""
        index = act.firing.index
        said = [c for c in self._tree.children(index, "xcomp", "ccomp", "advcl", "obl", "obj") if c > index]
        if any(self._names_agreement(c) for c in said if c not in act.firing.words):
            return False
        said = [c for c in said if c not in self._passage.syntax.times and not self._passage.referents.mentions(c)]
        plain = {self._tree[c].lemma for c in said} & self._grammar.undertakings
        past = any(mark in self._tree[index].morph for mark in ("Tense=Past", "VerbForm=Part"))
        sides = {party_key(r.entity) for r in act.actors}
        return bool(said) and past and not plain and len(sides) > 1

    def _names_agreement(self, index: int) -> bool:
        if self._tree[index].lemma in self._grammar.agreement_parts:
            return any(self._names_agreement(c) for c in self._tree.children(index, "nmod"))
        lemma = singular(fold(self._tree[index].lemma))
        return bool(noun_matcher(self._passage.article.language).senses((lemma,)))
