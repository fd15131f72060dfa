"""What denies a predicate in its clause: « ne … pas », « ni », « aucun pays », « loin de », "had X attacked"."""

from collections.abc import Collection, Iterator

from kg.claims.syntax import VERBAL, Syntax
from kg.model import Token

_CONJUNCTIONS = ("cc", "cc:preconj", "preconj")
_LONGEST_PHRASE = 4


class Denials:
    """Finds what denies the predicates of one article; ``negation`` are the words that do."""

    def __init__(self, syntax: Syntax, negation: Collection[str]) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._grammar = syntax.grammar
        self._negation = negation

    def of(self, at: int) -> Iterator[int]:
        """All words that say that it did not happen, or that nobody did it."""
        yield from self._nobody(at)
        yield from self.negations(at)
        yield from self._instead(at)
        yield from self._cleft(at)

    def negations(self, at: int) -> list[int]:
        """The negations beside the word, unless they say that something was but the least that was done."""
        token = self._tree[at]
        if token.lemma in self._grammar.contenting or token.lemma in self._grammar.ceasing:
            return []
        joined = [
            c for c in self._tree.children(token.head, *_CONJUNCTIONS) if token.head < c < at and token.dep == "conj"
        ]
        return [c for c in (*joined, *self._tree.children(at)) if self._negates(self._tree[c], token)]

    def goes_on(self, at: int) -> bool:
        """Whether it is denied that something is done no more: « ne cesse de condamner », "has not stopped backing"."""
        if self._tree[at].lemma not in self._grammar.ceasing:
            return False
        beside = {self._tree[c].text.lower() for c in self._tree.children(at, "advmod", "neg")}
        return bool(beside & {*self._negation, *self._syntax.words.verb_negations})

    def inverted(self, at: int) -> list[int]:
        """The auxiliary that opens a condition: "Had Pakistan attacked, …"."""
        subjects = self._tree.children(at, "nsubj")
        if self._tree[at].dep != "advcl" or not subjects:
            return []
        auxiliaries = [self._tree[c] for c in self._tree.children(at, "aux", "cop")]
        return [a.index for a in auxiliaries if a.index < subjects[0] and a.text.lower() in self._grammar.inverted]

    def _negates(self, child: Token, token: Token) -> bool:
        text = child.text.lower()
        if child.dep == "det":
            return text in self._grammar.none
        if child.dep in _CONJUNCTIONS:  # « ni condamné ni soutenu »
            return token.pos in VERBAL and text in self._grammar.none
        return (
            child.dep in ("advmod", "neg") and text in self._negation and text not in self._syntax.words.verb_negations
        )

    def _cleft(self, at: int) -> list[int]:
        """« Ce n'est pas A qui a tiré »: the negation of whoever the clause is about."""
        noun = self._tree[at].head
        if self._tree[at].dep != "acl:relcl" or not self._tree.children(noun, "cop"):
            return []
        subjects = {self._tree[c].lemma for c in self._tree.children(noun, "nsubj", "expl")}
        if not subjects & self._grammar.cleft_subjects:
            return []
        beside = self._tree.children(noun, "advmod", "neg")
        return [c for c in beside if self._tree[c].text.lower() in self._grammar.contrasting]

    def _nobody(self, at: int) -> list[int]:
        """The words that make its subject or object nothing: « aucun pays », « ni A ni B », "reached no deal"."""
        subjects = [part for s in self._tree.children(at, "nsubj") for part in self._tree.conjuncts(s)]
        before = [c for s in subjects for c in (s, *self._tree.children(s, "det", "cc", "punct", "advmod"))]
        before += [c for o in self._tree.children(at, "obj") for c in (o, *self._tree.children(o, "det"))]
        return [c for c in before if self._tree[c].text.lower() in self._grammar.none]

    def _instead(self, at: int) -> list[int]:
        """The phrase before an infinitive or gerund that says what was not done: « au lieu de condamner »."""
        if self._tree[at].pos not in VERBAL or self._syntax.is_finite(at):
            return []
        own = [c for c in self._tree.children(at, "aux", "expl", "obj", "iobj", "advmod") if c < at]
        end = next((c for c in sorted({*own, at}) if {*range(c, at)} <= {*own}), at)
        for first in range(max(0, end - _LONGEST_PHRASE), end):
            phrase = " ".join(token.text.lower().replace("’", "'") for token in self._tree.tokens[first:end])
            if phrase in self._grammar.instead:
                return [first]
        return []
