"""What happens to agreements in a sentence: which stage verbs and nouns go with which agreement nouns.

The tree says so; where a parser has torn the words apart, those that stand side by side do.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.agreement_others import bystanders, is_unknown
from kg.claims.matching import Firing
from kg.claims.modality import Judgement
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.claims.syntax import VERBAL
from kg.model import Modality, Sentence, Stage, TimeMention, TimeSpan

STAGES: tuple[Stage, ...] = ("proposed", "announced", "signed", "ratified", "in force", "suspended", "ended")
EXTENSION, _MADE_KNOWN = "extension", "made known"
_PLAIN = 0.7
_REACHED = ("announced", "signed")
_REACH = 12
_DIGITS = 4
_OF = {"de", "of", "to", "à"}
_WITH = {"avec", "with"}
_RELATIVE = {"que", "qu'", "qu’", "that", "which"}
_JOINING = {"et", "and", ","}
_ENDS = {".", ";", ":", "!", "?"}


@dataclass(frozen=True, slots=True)
class Act:
    """What happens to an agreement: the firing, its judgement, its time, and who does it.

    ``failed`` says that there is no agreement to which it could happen: « n'ont trouvé aucun accord », ``open`` that
    it names one who has a part in it without saying who that is: « signé avec les séparatistes ».
    """

    firing: Firing
    judgement: Judgement
    time: TimeMention | None
    actors: tuple[Referent, ...]
    mediators: tuple[Referent, ...]
    failed: bool = False
    open: bool = False

    @property
    def stage(self) -> Stage:
        """The stage that is spoken of; where no agreement came about, none but a proposed one."""
        stage = self.firing.trigger.stage or "proposed"
        return "proposed" if self.modality == "denied" and stage in _REACHED else stage

    @property
    def modality(self) -> Modality:
        """Planned where there is only a proposal: an agreement is what is to come of it."""
        if self.firing.trigger.refused or self.failed:
            return "denied"
        if self.firing.trigger.stage == "proposed" and self.judgement.modality == "asserted":
            return "planned"
        return self.judgement.modality

    @property
    def is_plain(self) -> bool:
        """Whether the words leave no doubt about the stage."""
        return self.firing.trigger.confidence >= _PLAIN

    @property
    def is_made_known(self) -> bool:
        """Whether somebody only makes the agreement known: a party, or another."""
        return self.firing.trigger.subtype == _MADE_KNOWN

    @property
    def is_extension(self) -> bool:
        return self.firing.trigger.subtype == EXTENSION


class ActReader:
    """Reads the acts of the sentences of one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tree = passage.tree
        self._bystanders = frozenset(bystanders(passage))

    def read(
        self, sentence: Sentence, fired: Sequence[Firing], nouns: Sequence[AgreementNoun]
    ) -> Iterator[tuple[Act, set[int]]]:
        """The acts of a sentence, each with the heads of what it happens to; ``fired`` are its lexicon entries."""
        passage = self._passage
        for firing in fired:
            if firing.trigger.category != "stage":
                continue
            index = firing.index
            time = passage.circumstances.time(index, sentence.first, sentence.last) or self._time_after(firing)
            judgement = self._judged(index, sentence, time)
            parties = self._filling(firing, "party")
            if firing.trigger.pos == "noun":  # « sa ratification » is the agreement's
                parties = tuple(r for r in parties if self._tree[r.head].pos not in ("PRON", "DET"))
            elif ("subject",) in firing.trigger.roles.get("party", ()):
                before = tuple(self._just_before(index, sentence.first))
                if not self._tree.children(index, "nsubj") or {r.entity.id for r in parties} < {
                    r.entity.id for r in before
                }:
                    parties = before or parties
            marks = {self._tree[c].lemma for c in self._tree.children(index, "mark", "case")}
            marks |= {self._tree[i].lemma for i in range(max(0, index - 2), index)}
            failed = bool(marks & passage.syntax.grammar.lacking)
            act = Act(
                firing, judgement, time, parties, self._filling(firing, "mediator"), failed, self._is_open(firing)
            )
            yield act, set(self._objects(firing, nouns))

    def _filling(self, firing: Firing, role: str) -> tuple[Referent, ...]:
        heads = [at for at in self._heads(firing, role) if at not in self._bystanders]
        return tuple(self._passage.referents.actors(part for head in heads for part in self._shared_out(head)))

    def _judged(self, index: int, sentence: Sentence, time: TimeMention | None) -> Judgement:
        """The judgement of the words; what the present tense says of a later day is planned: "expires next year"."""
        judgement = self._passage.judge.judge(index, sentence.first, sentence.last)
        start, published = time.span.start if time else None, self._passage.article.info.published
        is_ahead = bool(start and published and start > published)
        present = "Tense=Pres" in self._tree[index].morph and "VerbForm=Fin" in self._tree[index].morph
        return (
            replace(judgement, modality="planned")
            if is_ahead and present and judgement.modality == "asserted"
            else judgement
        )

    def _is_open(self, firing: Firing) -> bool:
        """Whether it names, beside or among others, somebody who is not known: « Manille et les rebelles »."""
        heads = self._heads(firing, "party")
        together = heads if len(heads) > 1 else [at for at in heads if self._tree.case(at) in _WITH]
        return any(is_unknown(self._passage, at) for at in together)

    def _shared_out(self, head: int) -> list[int]:
        """« les émissaires de l'Inde et du Népal »: the two whom they act for; else the noun itself."""
        for child in self._tree.children(head, "nmod"):
            parts = self._tree.conjuncts(child)
            named = [part for part in parts if self._passage.referents.mentions(part)]
            if self._tree.case(child) in _OF and len(named) > 1:
                return named
        return [head]

    def _heads(self, firing: Firing, role: str) -> list[int]:
        slots = firing.trigger.roles.get(role, ())
        return [head for slot in slots for head in self._passage.syntax.slot(firing.index, slot)]

    def _objects(self, firing: Firing, nouns: Sequence[AgreementNoun]) -> list[int]:
        found = self._heads(firing, "agreement")
        known = {i for noun in nouns for i in range(noun.first, noun.last)}
        slots = firing.trigger.roles.get("agreement", ())
        if slots == (("subject",),) and self._tree[firing.index].dep == "acl:relcl":
            above = [self._tree[at].head for at in found if self._tree[at].dep == "nmod" and at not in known]
            found = [at for at in above if at in known] or found  # "the pact with Peru, which dates from 1990"
        if known & {*found} or (found and slots == (("self",),)):
            return found
        token = self._tree[firing.index]
        if slots == (("subject",),) and token.dep == "acl":
            return [token.head]  # "the pact, signed in 1998, lapsed": a verb that the parser took for a participle
        if not found and "mediator" in firing.trigger.roles and firing.trigger.pos == "noun":
            return self._passage.syntax.objects(token.head)  # « conclu sous l'égide de l'ONU »
        return [*found, *self._beside(firing, nouns)]

    def _beside(self, firing: Firing, nouns: Sequence[AgreementNoun]) -> list[int]:
        """The agreement noun that stands where the object of the words should: at most one."""
        slots, index = firing.trigger.roles.get("agreement", ()), firing.index
        if firing.trigger.pos == "noun":
            after = [n for n in nouns if index < n.first <= index + _REACH and self._case_before(n) in _OF]
            return [n.head for n in after if self._is_one_phrase(index + 1, n.first)][:1]
        if ("object",) not in slots:
            return []
        if self._is_bare_participle(index):
            before = [n for n in nouns if index - _REACH <= n.last <= index and self._is_one_phrase(n.last, index)]
            return [n.head for n in before][-1:] or self._after_fronted(index, nouns)
        related = self._related(index, nouns)
        if related:
            return related
        after = [n for n in nouns if index < n.first <= index + _REACH and not self._case_before(n)]
        return [n.head for n in after if not self._has_verb(index + 1, n.first)][:1]

    def _related(self, index: int, nouns: Sequence[AgreementNoun]) -> list[int]:
        """« l'accord que le Népal et l'Inde ont conclu »: the noun before the relative pronoun of the clause."""
        for at in range(index - 1, max(0, index - _REACH), -1):
            token = self._tree[at]
            if token.text.lower() in _RELATIVE:
                return [n.head for n in nouns if n.last == at]
            if token.text in _ENDS or (token.pos == "VERB" and "VerbForm=Fin" in token.morph):
                break
        return []

    def _after_fronted(self, index: int, nouns: Sequence[AgreementNoun]) -> list[int]:
        """« Signé samedi à Djeddah par les deux camps, le cessez-le-feu … »."""
        if index and self._tree[index - 1].text not in (*_ENDS, ",") and self._tree[index - 1].pos != "SPACE":
            return []
        subjects = [n for n in nouns if n.first - 2 > index and self._tree[n.first - 2].text == ","]
        return [n.head for n in subjects if self._tree[n.first - 1].pos == "DET"][:1]

    def _is_bare_participle(self, index: int) -> bool:
        token = self._tree[index]
        return "VerbForm=Part" in token.morph and not self._tree.children(index, "aux", "aux:tense", "aux:pass")

    def _is_one_phrase(self, first: int, last: int) -> bool:
        """Whether nothing between the half-open indices begins another clause."""
        between = self._tree.tokens[first:last]
        return not any(t.text in _ENDS or (t.pos in VERBAL and "VerbForm=Fin" in t.morph) for t in between)

    def _has_verb(self, first: int, last: int) -> bool:
        return any(t.pos in VERBAL or t.text in _ENDS for t in self._tree.tokens[first:last])

    def _case_before(self, noun: AgreementNoun) -> str:
        """The preposition before a noun and its article, ``""`` for none."""
        for at in range(noun.first - 1, max(-1, noun.first - 4), -1):
            token = self._tree[at]
            if token.pos == "ADP":
                return token.lemma
            if token.pos not in ("DET", "ADJ", "NUM", "NOUN"):
                break
        return ""

    def _time_after(self, firing: Firing) -> TimeMention | None:
        """The date right after the words: « entré en vigueur le 3 août »."""
        end = max(firing.words) + 1
        times = self._passage.reading.times
        return next((t for t in times if end <= t.first <= end + 1), None) or self._year_beside(firing.index)

    def _year_beside(self, index: int) -> TimeMention | None:
        """ "dates from 1988": a bare year among the complements."""
        for child in self._tree.children(index, "obl", "nmod", "advmod"):
            for at in (child, *self._tree.children(child, "obl", "nmod")):
                text = self._tree[at].text
                if self._tree[at].pos == "NUM" and len(text) == _DIGITS and text.isdigit() and "1" <= text[0] <= "2":
                    span = TimeSpan(start=date(int(text), 1, 1), end=date(int(text), 12, 31), precision="year")
                    return TimeMention(at, at + 1, span)
        return None

    def _just_before(self, index: int, first: int) -> Iterator[Referent]:
        """Those who are named right before the verb: « Ankara et Tripoli s'étaient entendues »."""
        tree, at = self._tree, index
        while at > first and (
            tree[at - 1].pos in ("AUX", "ADV") or tree[at - 1].dep.startswith(("aux", "expl", "iobj"))
        ):
            at -= 1
        while at > first:
            named = [
                m for m in self._passage.referents.mentions(at - 1) if m.last == at and m.sense in ("name", "capital")
            ]
            if not named:
                return
            start = min(m.first for m in named)
            start -= tree[start - 1].pos == "DET" and start > first
            if start > first and tree[start - 1].pos == "ADP":
                return
            yield from self._passage.referents.actors([named[0].head])
            if start <= first or tree[start - 1].text.lower() not in _JOINING:
                return
            at = start - 1


def with_own_times(passage: Passage, acts: Sequence[Act], of_noun: TimeMention | None) -> list[Act]:
    """The acts without the dates of others: « signé en 2019, a expiré » does not say when it expired."""
    tree = passage.tree
    nearest = {}
    for time in {act.time.first: act.time for act in acts if act.time}.values():
        doing = {act.firing.index for act in acts if act.time == time}
        above = tree.ancestors(tree.head_of(time.first, time.last))
        nearest[time.first] = next((at for at in above if at in doing), None)
    return [
        replace(act, time=None)
        if act.time and (nearest[act.time.first] not in (None, act.firing.index) or act.time == of_noun)
        else act
        for act in acts
    ]
