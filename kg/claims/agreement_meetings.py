"""Between whom an agreement is where nobody signs it: « A a reçu B. Deux accords ont été signés. »"""

from collections.abc import Iterator, Mapping, Sequence

from kg.claims.agreement_mentions import AgreementMention
from kg.claims.event_roles import RoleFiller
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Entity, Sentence

_LATELY = 1  # sentences
_CONCLUDED = ("signed", "announced")


class Meetings:
    """Who met whom in the sentences of one article; ``fired`` are the lexicon entries that fire in each."""

    def __init__(self, passage: Passage, fired: Mapping[Sentence, Sequence[Firing]]) -> None:
        self._passage = passage
        self._fired = fired
        self._order = {sentence: at for at, sentence in enumerate(passage.reading.sentences)}

    def before(self, mention: AgreementMention) -> list[list[Entity]]:
        """The sides of each meeting of which a text newly concluded may come, the nearest first.

        None for an agreement that was known before, unless its name says that several adopted it.
        """
        if not self._is_new(mention) or mention.own or mention.signers:
            return []
        sentences, at = self._passage.reading.sentences, self._order[mention.sentence]
        lately = sentences[max(0, at - _LATELY) : at + 1]
        near = [s for s in lately if mention.sentence.paragraph - s.paragraph <= 1]
        return [sides for sentence in reversed(near) for sides in self._met(sentence)]

    def _is_new(self, mention: AgreementMention) -> bool:
        passive = any(act.stage in _CONCLUDED and act.is_plain for act in mention.acts)
        words = {self._passage.tree[i].lemma for i in self._passage.tree.subtree(mention.noun.head)}
        joint = bool(words & self._passage.syntax.grammar.joint)
        counted = not mention.plural or bool(self._passage.tree.children(mention.noun.head, "nummod"))
        other = mention.noun.stands_in or mention.noun.copied or not counted
        return not other and (joint or (passive and not mention.definite))

    def _met(self, sentence: Sentence) -> Iterator[list[Entity]]:
        for firing in self._fired[sentence]:
            if self._is_encounter(firing):
                roles = RoleFiller(self._passage, firing, lambda _: ()).fill()
                yield [r.entity for r in (*roles["actor"], *roles["target"]) if self._is_said(r, sentence)]

    def _is_encounter(self, firing: Firing) -> bool:
        trigger = firing.trigger
        if trigger.category != "event" or trigger.subtype == "mediation":
            return False
        return "encounter" in self._passage.lexicon.types[trigger.type].traits

    def _is_said(self, referent: Referent, sentence: Sentence) -> bool:
        return sentence.first <= referent.head < sentence.last
