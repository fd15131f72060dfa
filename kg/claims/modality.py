"""Whether what a word reports has happened, and who says so."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.claims.background import Background
from kg.claims.denials import Denials
from kg.claims.finding import CueWord, untold
from kg.claims.prospects import Prospects
from kg.claims.referents import Referents
from kg.claims.remembered import remembered
from kg.claims.sources import Sources
from kg.claims.syntax import VERBAL, Syntax
from kg.model import CueKind, Entity, Modality, OfficeMention, Token
from kg.vocabulary import AttributionWords, Gazetteer, ModalityCue, ModalityWords

_HEARSAY_MOOD = "Mood=Cnd"
_COMPLEMENTS = ("xcomp", "ccomp", "obj", "csubj", "acl", "obl:arg", "nmod", "nsubj:pass")
RANK: dict[Modality, int] = {"asserted": 0, "reported": 1, "planned": 2, "possible": 3, "denied": 4}


@dataclass(frozen=True, slots=True)
class Judgement:
    """The modality of a passage, who the text says it comes from, and whether it is a mere question or hypothesis.

    ``cues`` are the words that tell so.
    """

    modality: Modality
    attribution: tuple[Entity, ...]
    hypothetical: bool
    cues: tuple[CueWord, ...]

    @property
    def to_come(self) -> bool:
        """Whether the predicate's own form makes it future: not a verb of intention, nor a purpose."""
        own = any(cue.kind in ("tense", "auxiliary") and cue.modality == "planned" for cue in self.cues)
        return own and self.modality == "planned"

    @property
    def refusing(self) -> bool:
        """Whether the form says that somebody will not: « n'acceptera pas », "will not meet"."""
        kinds = {(cue.kind, cue.modality) for cue in self.cues}
        return self.negated and (("tense", "planned") in kinds or ("auxiliary", "planned") in kinds)

    @property
    def negated(self) -> bool:
        """Whether nothing but its own negation denies the predicate."""
        kinds = {(cue.kind, cue.modality) for cue in self.cues}
        return ("negation", "denied") in kinds and not {("governor", "denied"), ("adverb", "denied")} & kinds

    @property
    def of_refusal(self) -> Modality:
        """The modality of that refusal itself."""
        return "reported" if any(cue.modality == "reported" for cue in self.cues) else "asserted"


class Judge:
    """Judges the predicates of one article.

    What somebody says is hearsay; what a news medium is credited with is as good as the medium, so stays asserted.
    """

    def __init__(
        self,
        syntax: Syntax,
        referents: Referents,
        modality: ModalityWords,
        attribution: AttributionWords,
        gazetteer: Gazetteer,
        offices: Sequence[OfficeMention] = (),
        texts: Collection[str] = (),
    ) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._grammar = syntax.grammar
        self.sources = Sources(syntax, referents, attribution, offices)
        self._prospects = Prospects(syntax, texts)
        self._modality = modality
        self._denials = Denials(syntax, modality.negation)
        self._gazetteer = gazetteer
        self._background = Background(syntax, attribution)
        self._hearsay = {
            lemma
            for lemma, cues in attribution.cues.items()
            if any(cue.pos in ("adverb", "adjective") and len(cue.words) == 1 for cue in cues)
        }

    @remembered
    def judge(
        self, index: int, first: int, last: int, told: tuple[int, ...] = (), *, encounter: bool | None = None
    ) -> Judgement:
        """The judgement of the predicate at ``index`` in the sentence of the half-open token span.

        A negation among the words ``told`` is what the predicate says: "does not recognise" tells of a refusal.
        ``encounter`` says of an event whether people meet in it: so much may be taken for known.
        """
        found: list[CueWord] = []
        sources: list[Entity] = []
        said: list[tuple[int, CueKind]] = []
        hypothetical = self._tree[last - 1].text == "?"
        unreal = [CueWord(last - 1, "condition", None)] if hypothetical else []
        within, apart = True, encounter is not None and self._background.is_given(index, encounter=encounter)
        aside = not apart
        below = {index}
        for at, above in self._path(index, first, last):
            if within:
                found += untold([*self._own(at, first, governs=at != index)], told)
            conditions = [c for c in self._tree.children(at, "mark") if self._tree[c].lemma in self._grammar.unreal]
            conditions += self._denials.inverted(at)
            if conditions:
                hypothetical = True
                unreal += [CueWord(c, "condition", None) for c in conditions]
            sources += [*self.sources.beside(at, below, said), *self.sources.credited(at, said)] if aside else []
            if above is None:
                break
            if self._background.holds(at, first, last):
                aside, apart = False, apart or self._background.stands_apart(at, first, last)
            elif self._background.is_sequel(at):
                aside, apart = False, True
            if self.sources.describes(at, above):
                below |= {*self._syntax.chain(above)}
            if within:
                found += self._cue(at, above)
                sources += self.sources.tellers(above) if self._is_denial(at, above) else []
            within = within and self._inherits(at, index)
            if apart or (not aside and above > at):
                continue
            if self.sources.reports(at, above):
                governor = self._tree[above]
                if governor.lemma in self._grammar.factive and not conditions:
                    hypothetical = False
                    continue
                sources += [*self.sources.tellers(above), *self.sources.speakers.quoted(above)]
                said.append((above, "saying"))
            elif self.sources.tells_of(at, above):
                sources += self.sources.speakers.of(self.sources.verb_of(above))
                found.append(CueWord(above, "saying", "reported"))
        sources += self.sources.according_to(index, first, last, said) if aside else []
        if said and not sources:
            found.append(CueWord(*said[-1], "reported"))
        reported: Modality | None = (
            "reported" if any(not self._gazetteer.is_media(source.id) for source in sources) else None
        )
        cues = dict.fromkeys([*found, *(CueWord(at, kind, reported) for at, kind in said)])
        modality: Modality = max((c.modality for c in cues if c.modality), key=RANK.__getitem__, default="asserted")
        if hypothetical:
            cues |= dict.fromkeys(unreal)
        sources += [medium for at, _ in said for medium in self.sources.speakers.outlets(at)]
        return Judgement(modality, tuple({s.id: s for s in sources}.values()), hypothetical, tuple(cues))

    def _path(self, index: int, first: int, last: int) -> Iterator[tuple[int, int | None]]:
        """From ``index`` to the root of its sentence: each word with the one above it."""
        at = index
        for _ in range(40):
            head = self._tree[at].head
            if head == at or not first <= head < last:
                yield at, None
                return
            yield at, head
            at = head

    def _inherits(self, at: int, index: int) -> bool:
        """Whether the word shares the modality of the one above: finite clauses and distant nouns do not."""
        token = self._tree[at]
        if (
            token.dep == "nsubj"
            and token.pos not in VERBAL
            and self._tree[token.head].lemma not in self._grammar.happening
            and not self._prospects.awaits(token.head)
        ):
            return False
        if token.pos not in VERBAL and at != index and token.dep != "conj" and not self._tree.children(at, "cop"):
            return False
        if token.dep == "acl:relcl" and self._background.is_content(at):
            return True
        if token.dep in ("acl:relcl", "parataxis", "appos") or self._background.tells_of_known(token):
            return False
        if token.dep in ("ccomp", "advcl", "conj") and token.pos in VERBAL:
            let = self._tree[token.head].lemma in self._grammar.letting
            return not (self._syntax.is_finite(at) if let else self._tree.is_finite(at))
        return True

    def _own(self, at: int, first: int, *, governs: bool) -> Iterator[CueWord]:
        """What the word's own form, auxiliaries and negation say; what ``governs`` another may leave it open."""
        token = self._tree[at]
        children = [self._tree[c] for c in self._tree.children(at)]
        for negation in self._denials.of(at):
            yield CueWord(negation, "negation", "possible" if governs and self._denies(token) else "denied")
        yield from self._prospects.cues(at, first)
        if token.pos not in (*VERBAL, "ADJ", "NOUN"):
            return
        auxiliaries = [c for c in children if c.dep.startswith(("aux", "cop"))]
        for verb in (token, *auxiliaries):
            if _HEARSAY_MOOD in verb.morph:
                modality = self._conditional(verb, perfect=verb is not token and verb.dep.startswith("aux"))
                yield CueWord(verb.index, "mood", modality)
            elif "Tense=Fut" in verb.morph and verb.pos in VERBAL:
                yield CueWord(verb.index, "tense", "planned")
        for auxiliary in auxiliaries:
            if auxiliary.lemma in self._grammar.possible or auxiliary.text.lower() in self._grammar.possible:
                yield CueWord(auxiliary.index, "auxiliary", "possible")
            elif auxiliary.text.lower() in self._grammar.planned:
                yield CueWord(auxiliary.index, "auxiliary", "planned")
        for child in children:
            if child.lemma in self._hearsay and child.dep in ("advmod", "amod"):
                yield CueWord(child.index, "adverb", "reported")
            for cue in self._modality.cues.get(child.lemma, ()):
                if cue.pos in ("adverb", "adjective") and len(cue.words) == 1 and child.dep in ("advmod", "amod"):
                    yield CueWord(child.index, "adverb", cue.modality)

    def _conditional(self, verb: Token, *, perfect: bool) -> Modality:
        if verb.lemma in self._syntax.words.able_verbs:
            return "possible"
        if verb.lemma in self._syntax.words.bound_verbs:
            return "planned"
        return "reported" if perfect else "possible"

    def _is_about_to(self, governor: Token) -> bool:
        """« va attaquer », "is going to attack"."""
        words = self._syntax.words
        present = governor.lemma in words.going_verbs and "Tense=Past" not in governor.morph
        return present or governor.text.lower() in words.going_forms

    def _has_gone(self, governor: Token) -> bool:
        """« est allé saluer X »: who has gone to do it has done it."""
        return governor.lemma in self._syntax.words.going_verbs and "Tense=Past" in governor.morph

    def _cue(self, at: int, above: int) -> Iterator[CueWord]:
        """What the governor makes of its complement: « refuser de », "plans to", « la menace d'une attaque »."""
        token, governor = self._tree[at], self._tree[above]
        if token.dep == "xcomp" and self._is_about_to(governor):
            yield CueWord(above, "auxiliary", "planned")
        elif token.dep == "xcomp" and self._has_gone(governor):
            return
        if self._prospects.is_let(at):
            yield CueWord(above, "governor", "possible")
        if token.dep == "advcl" and self._is_purpose(at):
            yield CueWord(at, "purpose", "planned")
        if above in self._syntax.times:  # "in May, when X visited Y"
            return
        if token.pos == "NOUN" and governor.lemma in self._grammar.blaming:
            yield CueWord(above, "governor", "reported")
            return
        if not (token.dep.startswith(_COMPLEMENTS) or self._is_gerund(at)):
            return
        if token.dep in ("obl:arg", "nmod") and self._tree.case(at) not in self._syntax.words.content:
            return
        if governor.lemma in self._grammar.ceasing and (token.pos not in VERBAL or self._denials.goes_on(above)):
            return
        for cue in self._modality.cues.get(governor.lemma, ()):
            if self._cue_fits(cue, governor, at):
                undenied = cue.modality == "denied" and bool(self._denials.negations(above))
                yield CueWord(above, "governor", "possible" if undenied else cue.modality)
                return

    def _is_denial(self, at: int, above: int) -> bool:
        """ "denied having attacked", "did not rule out that …": who says so is the subject."""
        verb = self._tree[above]
        cues = self._modality.cues.get(verb.lemma, ())
        says = verb.pos in VERBAL and any(c.modality == "denied" and not c.failure for c in cues)
        return says and any(c.kind == "governor" for c in self._cue(at, above))

    def _is_purpose(self, at: int) -> bool:
        """« pour attaquer » is a purpose; « pour avoir attaqué » is a reason."""
        infinitive = "VerbForm=Inf" in self._tree[at].morph and not self._tree.children(at, "aux:tense")
        return infinitive and bool(self._tree.marks(at) & self._grammar.purpose)

    def _is_gerund(self, at: int) -> bool:
        """ "close to signing", "on the verge of signing": a gerund that completes the word before its preposition."""
        token = self._tree[at]
        words = self._syntax.words.content | self._syntax.words.dative | self._grammar.kept_from
        marks = self._tree.marks(at) & words
        return token.dep == "advcl" and token.text.endswith("ing") and bool(marks)

    def _denies(self, token: Token) -> bool:
        """« exclure », "rule out": a verb that denies its complement."""
        return any(
            c.modality == "denied" and self._cue_fits(c, token) for c in self._modality.cues.get(token.lemma, ())
        )

    def _cue_fits(self, cue: ModalityCue, governor: Token, complement: int | None = None) -> bool:
        """Whether the cue's further words stand near, or mark the complement: « s'est engagé, en mai, à signer »."""
        if cue.pos == "adverb" or (cue.pos == "noun") != (governor.pos == "NOUN"):
            return False
        near = {*range(governor.index + 1, min(len(self._tree), governor.index + 4))}
        near |= {*self._tree.children(governor.index, "case")}  # « sur le point de »
        near |= {*self._tree.children(complement, "mark", "case")} if complement is not None else set()
        return all(
            any(word in (self._tree[i].lemma, self._tree[i].text.lower()) for i in near) for word in cue.words[1:]
        )
