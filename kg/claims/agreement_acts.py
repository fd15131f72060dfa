"""What happens to agreements in a sentence: stage verbs and nouns, when, by whom, and whether it came about."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.agreement_objects import ObjectFinder, Objects
from kg.claims.agreement_others import bystanders, is_unknown
from kg.claims.agreement_signers import Signers
from kg.claims.agreement_years import year_at
from kg.claims.matching import Firing
from kg.claims.modality import RANK, Judgement
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Modality, Sentence, Stage, TimeMention

STAGES: tuple[Stage, ...] = ("proposed", "announced", "signed", "ratified", "in force", "suspended", "ended")
EXTENSION, ENTRY, _MADE_KNOWN = "extension", "entry", "made known"
_PLAIN = 0.7
_REACHED = ("announced", "signed")
_CAME_ABOUT = ("asserted", "reported")


@dataclass(frozen=True, slots=True)
class Act:
    """What happens to an agreement: the firing, its judgement, its time, and who does it.

    ``failed`` says that there is no agreement to which it could happen: « n'ont trouvé aucun accord », ``open`` that
    it names one who has a part in it without saying who that is: « signé avec les séparatistes », ``of_talks`` that it
    happens to what was to lead to one: "talks on a treaty collapsed".
    """

    firing: Firing
    judgement: Judgement
    time: TimeMention | None
    actors: tuple[Referent, ...]
    mediators: tuple[Referent, ...]
    failed: bool = False
    open: bool = False
    of_talks: bool = False

    @property
    def stage(self) -> Stage:
        """The stage that is spoken of; where no agreement came about, none but a proposed one."""
        if self.lets_end:
            return "ended"
        stage = self.firing.trigger.stage or "proposed"
        return "proposed" if self.of_talks or (self.modality == "denied" and stage in _REACHED) else stage

    @property
    def modality(self) -> Modality:
        """Planned where there is only a proposal: an agreement is what is to come of it."""
        if self.lets_end:
            others = [cue.modality for cue in self.judgement.cues if cue.modality not in (None, "denied")]
            return "asserted" if not others and self._is_plainly_denied else "planned"
        if self.firing.trigger.refused or self.failed:
            return "denied"
        if self.firing.trigger.stage == "proposed" and self.judgement.modality == "asserted":
            return "planned"
        return self.judgement.modality

    @property
    def ends_talks(self) -> bool:
        """Whether the talks or the draft that it happens to led to nothing."""
        return self.firing.trigger.refused or self.firing.trigger.stage == "ended"

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
        return self.firing.trigger.subtype == EXTENSION and not self.lets_end

    @property
    def lets_end(self) -> bool:
        """« n'a pas reconduit l'accord »: without its extension the agreement ends."""
        return self.firing.trigger.subtype == EXTENSION and self.judgement.modality == "denied"

    @property
    def _is_plainly_denied(self) -> bool:
        return all(cue.kind == "negation" for cue in self.judgement.cues if cue.modality == "denied")

    @property
    def presupposes(self) -> bool:
        """Whether there must be an agreement all the same: who threatens to leave one, or does not keep it, has it."""
        late = self.stage in ("suspended", "ended") or (self.stage == "in force" and not self.begins_force)
        return late and self.modality not in _CAME_ABOUT and not self.of_talks

    @property
    def takes_over(self) -> bool:
        """Whether another one of the same parties takes its place: "replaces the 1932 treaty"."""
        return self.firing.trigger.stage == "ended" and self.firing.trigger.roles.get("party", ()) == ()

    @property
    def begins_force(self) -> bool:
        return self.firing.trigger.subtype == ENTRY

    @property
    def begins(self) -> bool:
        """Whether it tells when the stage began: what is invoked or broken in May is in force before."""
        if self.stage != "in force":
            return self.time is None or self.time.span.start is None or self.time.span.end is not None
        return self.begins_force or bool(self.time and self.time.span.end is None)


class ActReader:
    """Reads the acts of the sentences of one article."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._tree = passage.tree
        self._bystanders = frozenset(bystanders(passage))
        self._signers = Signers(passage)

    def read(
        self, sentence: Sentence, fired: Sequence[Firing], nouns: Sequence[AgreementNoun]
    ) -> Iterator[tuple[Act, set[int]]]:
        """The acts of a sentence, each with the heads of what it happens to; ``fired`` are its lexicon entries."""
        objects = ObjectFinder(self._passage, sentence, nouns, fired)
        named = {i for noun in nouns for i in range(noun.first, noun.last)}  # "extended the pause in fighting"
        for firing in fired:
            if firing.trigger.category == "stage" and not (firing.trigger.pos == "noun" and firing.index in named):
                what = objects.of(firing)
                act = self._act(firing, sentence, what)
                if not what.of_talks or (act.ends_talks and act.judgement.modality in _CAME_ABOUT):
                    yield act, set(what.heads)

    def _act(self, firing: Firing, sentence: Sentence, what: Objects) -> Act:
        index, passage = firing.index, self._passage
        time = passage.circumstances.time(index, sentence.first, sentence.last) or self._time_after(firing)
        judgement = self._judged(firing, sentence, time)
        if what.since is not None:  # without what a clause between the verb and the noun adds
            judgement = _of_cues(judgement, {*range(what.since), index, *self._tree.children(index)})
        marks = {self._tree[c].lemma for c in self._tree.children(index, "mark", "case")}
        marks |= {self._tree[i].lemma for i in range(max(0, index - 2), index)}
        return Act(
            firing,
            judgement,
            time,
            self._parties(firing, sentence),
            self._filling(firing, "mediator"),
            failed=what.of_talks or bool(marks & passage.syntax.grammar.lacking),
            open=self._is_open(firing),
            of_talks=what.of_talks,
        )

    def _parties(self, firing: Firing, sentence: Sentence) -> tuple[Referent, ...]:
        index, syntax = firing.index, self._passage.syntax
        parties = self._filling(firing, "party")
        if firing.trigger.pos == "adjective" and (verdict := self._verdict(index)) is not None:
            return tuple(self._passage.referents.actors(syntax.slot(verdict, ("subject",))))
        if not parties and firing.trigger.pos == "verb" and syntax.is_passive(index):
            # « conclu dans la nuit par … », whatever the parser attached it to
            parties = self._signers.at(syntax.following(index, "by"))
        if firing.trigger.stage == "signed" and len(parties) == 1:
            parties += self._signers.at_home(index)
        if self._tree[index].lemma in syntax.grammar.negotiating and len(parties) == 1 and syntax.slot(index, ("by",)):
            return ()  # « négocié par le Qatar »
        if firing.trigger.pos == "noun":  # « sa ratification » is the agreement's
            return tuple(r for r in parties if self._tree[r.head].pos not in ("PRON", "DET"))
        if ("subject",) in firing.trigger.roles.get("party", ()):
            before = tuple(self._just_before(index, sentence.first))
            fewer = {r.entity.id for r in parties} < {r.entity.id for r in before}
            if fewer or not self._tree.children(index, "nsubj"):
                return before or parties
        return parties

    def _verdict(self, index: int) -> int | None:
        """The verb with which somebody calls an agreement so: « Athènes le juge caduc », « le tient pour nul »."""
        tree = self._tree
        of_verb = tree[index].dep.startswith(("xcomp", "ccomp", "obj", "obl", "conj"))
        if not of_verb or tree.children(index, "nsubj", "cop"):
            return None
        above = next((at for at in tree.ancestors(index) if tree[at].pos in ("VERB", "ADJ", "AUX")), None)
        return above if above is not None and tree[above].pos == "VERB" else None

    def _filling(self, firing: Firing, role: str) -> tuple[Referent, ...]:
        heads = [at for at in self._heads(firing, role) if at not in self._bystanders]
        return self._signers.at(heads) if role == "party" else tuple(self._passage.referents.actors(heads))

    def _judged(self, firing: Firing, sentence: Sentence, time: TimeMention | None) -> Judgement:
        """The judgement of the words; what the present tense says of a later day is planned: "expires next year"."""
        index = firing.index
        judgement = self._passage.judge.judge(index, sentence.first, sentence.last)
        offered = (
            firing.trigger.stage == "proposed" and self._tree[index].dep == "acl"
        )  # « rejette le pacte proposé par »
        if (
            (offered or self._is_given(index, time))
            and judgement.modality not in _CAME_ABOUT
            and not judgement.hypothetical
        ):
            said = {cue.index for cue in judgement.cues if cue.kind in ("saying", "source")}
            judgement = _of_cues(judgement, said | {*self._tree.subtree(index)})
        judgement = self._decided(firing, judgement)
        start, published = time.span.start if time else None, self._passage.article.info.published
        is_ahead = bool(start and published and start > published)
        present = "Tense=Pres" in self._tree[index].morph and "VerbForm=Fin" in self._tree[index].morph
        return (
            replace(judgement, modality="planned")
            if is_ahead and present and judgement.modality == "asserted"
            else judgement
        )

    def _decided(self, firing: Firing, judgement: Judgement) -> Judgement:
        """« a décidé de suspendre l'accord »: who may end something does so by saying it."""
        tree, deciding = self._tree, self._passage.syntax.grammar.deciding
        if firing.trigger.stage not in ("suspended", "ended") or judgement.modality != "planned":
            return judgement
        planned = [cue.index for cue in judgement.cues if cue.modality == "planned"]
        past = ("Tense=Past", "VerbForm=Part")
        if any(tree[i].lemma not in deciding or not any(p in tree[i].morph for p in past) for i in planned):
            return judgement
        return _of_cues(judgement, {cue.index for cue in judgement.cues} - {*planned})

    def _is_given(self, index: int, time: TimeMention | None) -> bool:
        """ "cancelled a contract signed in 2016": whether a participle with a past date of its own describes a noun."""
        inside, published = self._tree.subtree(index), self._passage.article.info.published
        past = bool(time and time.span.start and published and time.span.start < published)
        return self._tree[index].dep == "acl" and past and time is not None and time.first in inside

    def _is_open(self, firing: Firing) -> bool:
        """Whether it names, beside or among others, somebody who is not known: « Manille et les rebelles »."""
        heads = self._heads(firing, "party")
        together = heads if len(heads) > 1 else [at for at in heads if self._tree.case(at) in self._tree.words.company]
        return any(is_unknown(self._passage, at) for at in together)

    def _heads(self, firing: Firing, role: str) -> list[int]:
        slots = firing.trigger.roles.get(role, ())
        return [head for slot in slots for head in self._passage.syntax.slot(firing.index, slot)]

    def _time_after(self, firing: Firing) -> TimeMention | None:
        """The date right after the words: « entré en vigueur le 3 août »."""
        end = max(firing.words) + 1
        times = self._passage.reading.times
        return next((t for t in times if end <= t.first <= end + 1), None) or self._year_beside(firing.index)

    def _year_beside(self, index: int) -> TimeMention | None:
        """ "dates from 1988": a bare year among the complements."""
        for child in self._tree.children(index, "obl", "nmod", "advmod"):
            for at in (child, *self._tree.children(child, "obl", "nmod")):
                if year := year_at(self._tree, at):
                    return year
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
            if start <= first or tree[start - 1].text.lower() not in tree.words.name_joints | {","}:
                return
            at = start - 1


def _of_cues(judgement: Judgement, within: Collection[int]) -> Judgement:
    """The judgement by those of its words that stand ``within`` alone."""
    cues = tuple(cue for cue in judgement.cues if cue.index in within)
    said = any(cue.kind in ("saying", "source") for cue in cues)
    modality: Modality = max((c.modality for c in cues if c.modality), key=RANK.__getitem__, default="asserted")
    return replace(judgement, modality=modality, cues=cues, attribution=judgement.attribution if said else ())


def with_own_times(passage: Passage, acts: Sequence[Act], of_noun: TimeMention | None) -> list[Act]:
    """The acts without the dates of others: « signé en 2019, a expiré » does not say when it expired."""
    tree = passage.tree
    nearest = {}
    for time in {act.time.first: act.time for act in acts if act.time}.values():
        doing = {act.firing.index: act for act in acts if act.time == time}
        above = (at for at in tree.ancestors(tree.head_of(time.first, time.last)) if at in doing)
        beside = (at for at, act in doing.items() if time.first == max(act.firing.words) + 1)
        nearest[time.first] = next(beside, next(above, None))
    return [
        replace(act, time=None)
        if act.time and (nearest[act.time.first] not in (None, act.firing.index) or act.time == of_noun)
        else act
        for act in acts
    ]
