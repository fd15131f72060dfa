"""What the clause makes of a predicate: awaited (« une fois que »), provided for (« aux termes de »), undone."""

from collections.abc import Collection, Iterator

from kg.claims.finding import CueWord
from kg.claims.syntax import VERBAL, Syntax

_OPENING = 6


class Prospects:
    """The clauses of one article; ``texts`` are the nouns for agreements, whose present tense says what is to be."""

    def __init__(self, syntax: Syntax, texts: Collection[str] = ()) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._texts = {*texts, *syntax.grammar.agreement_texts}

    def cues(self, at: int, first: int) -> Iterator[CueWord]:
        """What the conjunction before the word at ``at``, or what opens its sentence at ``first``, says of it."""
        for mark in self._tree.children(at, "mark", "case", "advmod"):
            if self._tree[mark].lemma in self._syntax.grammar.lacking and self._is_undone(at, mark):
                yield CueWord(mark, "negation", "denied")
            elif self._is_awaited(at, mark):
                yield CueWord(mark, "condition", "planned")
        if self._is_headline(at):
            yield CueWord(at, "tense", "planned")
        if (text := self._provided_by(at, first)) is not None:
            yield CueWord(text, "condition", "planned")

    def awaits(self, verb: int) -> bool:
        """Whether the verb opens a clause of what is still to come: "when the instruments change hands"."""
        return any(self._is_awaited(verb, mark) for mark in self._tree.children(verb, "mark", "advmod"))

    def is_let(self, at: int) -> bool:
        """Whether the verb is what something to come lets somebody do: "would let China send troops"."""
        token, grammar = self._tree[at], self._syntax.grammar
        if token.dep not in ("ccomp", "xcomp") or self._tree[token.head].lemma not in grammar.letting:
            return False
        auxiliaries = {self._tree[c].text.lower() for c in self._tree.children(token.head, "aux")}
        return token.pos in VERBAL and bool(auxiliaries & grammar.planned)

    def _is_headline(self, at: int) -> bool:
        """Whether the infinitive with a subject is a headline's future: "Ghana to send troops to Haiti"."""
        token = self._tree[at]
        children = [self._tree[c] for c in self._tree.children(at)]
        infinitive = token.dep == "root" and "VerbForm=Inf" in token.morph and token.pos == "VERB"
        own = any(c.dep.startswith("nsubj") for c in children)
        return infinitive and own and any(c.pos == "PART" and c.dep.startswith("aux") for c in children)

    def _is_undone(self, at: int, mark: int) -> bool:
        """ "left without signing a pact", « sans avoir signé »."""
        return self._tree[at].pos in VERBAL and mark < at and not self._tree.is_finite(at)

    def _is_awaited(self, at: int, mark: int) -> bool:
        """ "once both have ratified it", "when they exchange letters" beside what is to come or always so."""
        token = self._tree[at]
        words = {self._tree[i].lemma for i in (mark, *self._tree.children(mark, "fixed"))}
        awaited = token.dep.startswith(("advcl", "acl:relcl")) and words & self._syntax.words.awaited
        return bool(awaited) and self._is_present(at) and self._is_ahead(token.head)

    def _is_ahead(self, verb: int) -> bool:
        """Whether the verb tells nothing that has happened."""
        forms = [verb, *self._tree.children(verb, "aux", "cop")]
        return self._tree[verb].pos in VERBAL and not any("Tense=Past" in self._tree[i].morph for i in forms)

    def _is_present(self, verb: int) -> bool:
        """Whether the finite form is of the present, as that of "have ratified" is."""
        forms = [*self._tree.children(verb, "aux", "cop"), verb]
        finite = next((self._tree[i] for i in forms if "VerbForm=Fin" in self._tree[i].morph), None)
        return finite is not None and "Tense=Pres" in finite.morph

    def _provided_by(self, at: int, first: int) -> int | None:
        """The agreement that opens the sentence: "Under the treaty, both exchange data"; ``None`` where none does."""
        token = self._tree[at]
        main = token.dep in ("root", "conj") or token.head == at
        if token.pos not in VERBAL or not main or self._is_told(at):
            return None
        opening = range(first, min(at, first + _OPENING))
        words = " ".join(self._tree[i].lemma for i in opening)
        under = any(words.startswith(f"{phrase} ") for phrase in self._syntax.grammar.under)
        return next((i for i in opening if self._is_text(i)), None) if under else None

    def _is_told(self, verb: int) -> bool:
        """Whether the verb, or that which it goes on from, tells of what has happened."""
        verbs = [i for i in (verb, *self._tree.ancestors(verb)) if self._tree[i].pos in VERBAL]
        return any(not self._is_ahead(i) or self._is_perfect(i) for i in verbs)

    def _is_text(self, noun: int) -> bool:
        return any(self._tree[i].lemma in self._texts for i in (noun, *self._tree.children(noun, "nmod", "compound")))

    def _is_perfect(self, verb: int) -> bool:
        auxiliaries = [self._tree[c] for c in self._tree.children(verb, "aux")]
        return any(a.lemma in self._syntax.words.perfect_auxiliaries for a in auxiliaries)
