"""Where a passage has what it says from: verbs of saying, asides, « selon »."""

from collections.abc import Collection, Sequence

from kg.claims.referents import Referent, Referents
from kg.claims.speakers import Speakers
from kg.claims.syntax import VERBAL, Syntax
from kg.model import CueKind, Entity, OfficeMention
from kg.reading.names import fold
from kg.vocabulary import AttributionWords


class Sources:
    """The words of one article that say who says so, and whom they name."""

    def __init__(
        self, syntax: Syntax, referents: Referents, attribution: AttributionWords, offices: Sequence[OfficeMention]
    ) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._referents = referents
        self._cues = attribution.cues
        self.saying: Collection[str] = {
            lemma
            for lemma, cues in attribution.cues.items()
            if any(cue.pos == "verb" and len(cue.words) == 1 for cue in cues)
        }
        nouns = {lemma for lemma, cues in attribution.cues.items() if any(cue.pos == "noun" for cue in cues)}
        self._nouns = nouns
        self.speakers = Speakers(syntax, referents, offices, self.saying, nouns)
        self._prepositions = {
            " ".join(cue.words) for cues in attribution.cues.values() for cue in cues if cue.pos == "preposition"
        }

    def reports(self, at: int, above: int) -> bool:
        """Whether the word above says what the word at ``at`` heads."""
        token, governor = self._tree[at], self._tree[above]
        if self._syntax.is_cleft(at):
            return False
        if token.dep == "ccomp" and governor.pos in (*VERBAL, "NOUN", "ADJ"):
            opening = "VerbForm=Part" in governor.morph and not self._tree.children(above, "nsubj", "aux", "aux:tense")
            finite = self._tree.is_finite(at) and above < at and not opening  # « Signé en 1975, le pacte a expiré »
            return governor.lemma in self.saying or (finite and governor.lemma not in self._syntax.grammar.letting)
        if governor.lemma not in self.saying:
            return False
        if token.dep == "advcl" and self._tree.marks(at) & self._tree.words.that:  # "reported only that …"
            return True
        if token.dep == "advcl" and above > at and self._closes(at, above):  # « … », a-t-il ajouté
            return True
        if (
            token.dep in ("xcomp", "advcl", "acl") and self._tree.marks(at) & self._tree.words.of
        ):  # « accuse X d'avoir attaqué »
            return token.pos in VERBAL
        if token.dep == "xcomp" and (self._syntax.is_passive(above) or self._is_perfect(at)):
            return True  # "is said to have attacked", « dit avoir attaqué »
        return token.dep in ("parataxis", "xcomp") and self._tree.is_finite(at) and not self._is_parted(at, above)

    def tellers(self, verb: int) -> list[Entity]:
        """Who says what the verb's clause tells; of a verb that only may say something no nameless thing."""
        speakers = self.speakers.of(verb)
        if self._tree[verb].lemma in self.saying:
            return speakers
        nameless = {self._tree[s].lemma for s in self._syntax.slot(verb, ("subject",))} - self._nouns
        return [s for s in speakers if s.kind != "Group" or fold(s.label) not in map(fold, nameless)]

    def _is_parted(self, one: int, two: int) -> bool:
        """Whether a semicolon parts them: what is told there is told for itself."""
        return any(self._tree[i].text == ";" for i in range(min(one, two), max(one, two)))

    def _is_perfect(self, at: int) -> bool:
        """Whether a verb tells of what was done before: « avoir attaqué », "having attacked"."""
        auxiliaries = [self._tree[c] for c in self._tree.children(at, "aux")]
        return any(a.lemma in self._tree.words.perfect_auxiliaries for a in auxiliaries)

    def _closes(self, at: int, above: int) -> bool:
        """Whether a clause of its own, without a conjunction, ends with a comma or quote before the word above."""
        ends = any(self._tree[i].text in (",", "»", '"', "”") for i in range(at, above))
        return ends and self._tree.is_finite(at) and not self._tree.marks(at) - {""}

    def tells_of(self, at: int, above: int) -> bool:
        """Whether the word above is a verb that reports its object: « fait état de dix accords », "counts 20 raids"."""
        token, verb = self._tree[at], self._tree[self.verb_of(above)]
        if token.pos in VERBAL or token.pos == "PRON" or verb.pos not in VERBAL:
            return False
        nouns = (self._tree[above].lemma,) if verb.index != above else self._objects(above)
        if any(cue.words[1:] == (noun,) for noun in nouns for cue in self._cues.get(verb.lemma, ())):
            return True
        direct = token.dep == "obj" or (token.dep.startswith("obl") and self._tree.case(at) in self._tree.words.of)
        reports = verb.index == above and direct and verb.lemma in self._syntax.grammar.reporting
        return reports and bool(self.speakers.of(above))

    def _objects(self, verb: int) -> list[str]:
        return [self._tree[c].lemma for c in self._tree.children(verb, "obj")]

    def verb_of(self, above: int) -> int:
        """The verb of a phrase whose noun the word is (« faire état »), else the word itself."""
        token = self._tree[above]
        return token.head if token.pos == "NOUN" and token.dep == "obj" else above

    def beside(self, at: int, below: set[int], said: list[tuple[int, CueKind]]) -> list[Entity]:
        """Who says so in an aside: « …, a annoncé la Maison Blanche », "…, officials said".

        ``below`` are the predicate and the words above a relative clause on the way up: what is said of a speaker is
        not what he says.
        """
        found: list[Entity] = []
        for child in self._tree.children(at, "parataxis", "ccomp", "advcl", "dep", "conj"):
            token = self._tree[child]
            aside = token.dep == "parataxis" or child > at
            own = [s for s in self._tree.children(child, "nsubj", "obj", "expl:subj") if s > child - 4]
            if token.dep == "conj" and (self._tree.children(child, "cc") or not self._persons(own)):
                continue
            comma = any(self._tree[i].text in (",", "»", '"', "”", "–") for i in range(max(0, child - 4), child))
            if (
                token.lemma in self.saying
                and aside
                and comma
                and own
                and child not in below
                and not self._is_parted(at, child)
                and self._may_speak(own, child)
                and not self._tree.children(child, "mark", "ccomp")
            ):
                found += self.speakers.named(own) if token.dep == "conj" else self.speakers.of(child)
                found += self.speakers.quoted(child)
                said.append((child, "saying"))
        return found

    def credited(self, at: int, said: list[tuple[int, CueKind]]) -> list[Entity]:
        """Which media an aside credits: « comme l'écrit X », "as X first reported", « A, rapporte X, a … »."""
        found: list[Entity] = []
        inside = [c for s in self._tree.children(at, "nsubj") for c in self._tree.children(s, "acl") if c > s + 1]
        for clause in (*self._tree.children(at, "advcl"), *inside):
            if self._tree[clause].lemma not in self.saying or not self._tree.is_finite(clause):
                continue
            if clause not in inside and not self._tree.marks(clause) & self._tree.words.as_told:
                continue
            if media := self._referents.media(self._tree.children(clause, "nsubj", "obj", "nmod")):
                found += media
                said.append((clause, "saying"))
        return found

    def describes(self, at: int, above: int) -> bool:
        """Whether the clause says something of the noun above; what comes after a colon is said by it."""
        return self._tree[at].dep.startswith("acl") and all(self._tree[i].text != ":" for i in range(above, at))

    def _may_speak(self, nouns: Sequence[int], verb: int) -> bool:
        """Whether the nouns stand before the verb, or name somebody or a kind of source, as "said officials" does."""
        sources = [n for n in nouns if self._tree[n].lemma in self._nouns]
        return min(nouns) < verb or bool(sources or self._persons(nouns) or self.speakers.outlets(verb))

    def _persons(self, nouns: Sequence[int]) -> list[Referent]:
        return [referent for noun in nouns for referent in self.speakers.persons(noun)]

    def according_to(self, index: int, first: int, last: int, said: list[tuple[int, CueKind]]) -> list[Entity]:
        """Whom « selon X » beside the predicate or at the sentence's head names; so too « à en croire X », « X : »."""
        chain = set(self._syntax.chain(index))
        found: list[Entity] = []
        for at in range(first, last):
            if not self._gives_source(at):
                continue
            between = range(min(at, index), max(at, index))
            beside = self._tree[at].head in chain and not any(self._tree[i].text == ";" for i in between)
            if beside or self._opens(at, first):
                pronoun = self.speakers.are_pronouns([at])
                found += self.speakers.before(at) if pronoun else self.speakers.named(self._tree.conjuncts(at))
                found += self.speakers.quoted(at)
                said.append((at, "source"))
        if last - first > 2 and self._tree[first + 1].text == ":" and first != index:  # « Séoul : … »
            heads = self._referents.actors([first]) if self._is_said(first + 2, last) else []
            found += [referent.entity for referent in heads]
            said += [(first, "source")] if heads else []
        return found

    def _is_said(self, first: int, last: int) -> bool:
        """Whether somebody may say it: quoted words or a whole sentence, as « accord signé à Bogota » is none."""
        words = self._tree.tokens[first:last]
        return any(t.text in ("«", '"', "“") or (t.pos in VERBAL and "VerbForm=Fin" in t.morph) for t in words)

    def _gives_source(self, at: int) -> bool:
        """Whether the noun is what « selon », « de source … » or « à en croire » names."""
        token = self._tree[at]
        if token.pos in VERBAL:
            return False
        if token.dep == "obj" and self._tree[token.head].lemma == "croire":
            return "à" in self._tree.marks(token.head)
        case = self._tree.case(at)
        bare = token.lemma == "source" and case == "de" and token.dep.startswith("obl")
        return case in self._prepositions or bare

    def _opens(self, noun: int, first: int) -> bool:
        """Whether « selon X » opens the sentence, and so goes for all that it says."""
        if self._tree[noun].dep == "obj":
            return min(self._tree.children(self._tree[noun].head), default=noun) == first
        return min([c for c in self._tree.children(noun, "case") if c >= first], default=noun) - first <= 1
