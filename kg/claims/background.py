"""What a text tells of things it takes for known, whoever says the rest of the sentence."""

from kg.claims.syntax import VERBAL, Syntax
from kg.model import Token
from kg.vocabulary import AttributionWords

_QUOTES = ("«", "»", '"', "“", "”")


class Background:
    """The relative clauses and participles of one article."""

    def __init__(self, syntax: Syntax, attribution: AttributionWords) -> None:
        self._syntax = syntax
        self._tree = syntax.tree
        self._according = {
            lemma for lemma, cues in attribution.cues.items() if any(cue.pos == "preposition" for cue in cues)
        }

    def holds(self, at: int, first: int, last: int) -> bool:
        """« Le traité que A et B ont signé sera revu, a dit X »: what the article itself tells of what is known."""
        token = self._tree[at]
        relative = token.dep == "acl:relcl" and self._tree.is_finite(at)
        if not relative or self.is_content(at) or not self._is_known(token.head, at):
            return False
        quotes = [t.index for t in self._tree.tokens[first:last] if t.text in _QUOTES]
        return not any(q < at for q in quotes) or not any(q > at for q in quotes)

    def stands_apart(self, at: int, first: int, last: int) -> bool:
        """ "said he had met L, whom few recognise, to talk": commas part it from what is said on both sides."""
        inside = [i for i in self._tree.subtree(at) if first <= i < last and self._tree[i].pos != "PUNCT"]
        before, after = min(inside) - 1, max(inside) + 1
        return before > first and after < last and self._tree[before].text == self._tree[after].text == ","

    def is_sequel(self, at: int) -> bool:
        """ "said it would sue, two days after B stormed its embassy": what the article itself says went before."""
        marks = [
            m for m in self._tree.children(at, "mark") if m < at and self._tree[m].lemma in self._syntax.words.after
        ]
        if self._tree[at].dep != "advcl" or not marks or "Tense=Past" not in self._tree[at].morph:
            return False
        start = min([*marks, *(i for c in self._tree.children(at) if c < marks[0] for i in self._tree.subtree(c))])
        return start > 0 and self._tree[start - 1].text == "," and marks[0] > self._tree[at].head

    def is_given(self, noun: int, *, encounter: bool) -> bool:
        """« après sept ans de négociations », « a rendu compte de ses discussions »: what a noun takes for known.

        What people met for is known wherever it is theirs; any deed after which something is said to be done.
        """
        token = self._tree[noun]
        if token.pos != "NOUN":
            return False
        owned = any("Poss=Yes" in self._tree[c].morph for c in self._tree.children(noun, "det", "nmod:poss"))
        known = {self._tree[c].text.lower() for c in self._tree.children(noun, "det")} & self._syntax.words.known_by
        beside = token.dep.startswith(("obl", "nmod"))
        at = noun
        while self._tree[at].dep == "nmod" and self._tree.case(at) in self._tree.words.of:
            at = self._tree[at].head
        after = self._tree[at].dep.startswith("obl") and self._tree.case(at) in self._syntax.words.after
        return (beside and owned and encounter) or (after and bool(encounter or known or owned))

    def _is_known(self, noun: int, at: int) -> bool:
        """Whether the relative clause tells of something known, or stands apart; a colon opens what is said."""
        between = {self._tree[i].text for i in range(noun, at)}
        words = {self._tree[c].text.lower() for c in self._tree.children(noun, "det", "nmod:poss")}
        known = "," in between or self._tree[noun].pos == "PROPN" or words & self._syntax.words.known_by
        return bool(known) and ":" not in between

    def is_content(self, at: int) -> bool:
        """« les rumeurs selon lesquelles … »: a relative clause that says what the noun says."""
        relatives = (c for c in self._tree.children(at) if "PronType=Rel" in self._tree[c].morph)
        return any(self._tree.case(c) in self._according for c in relatives)

    def tells_of_known(self, token: Token) -> bool:
        """« a renoncé à l'accord signé en 2017 »: the participle tells what befell something that is there."""
        is_past = "VerbForm=Part" in token.morph and "Tense=Past" in token.morph
        if token.dep != "acl" or token.pos not in VERBAL or not is_past:
            return False
        determiners = [self._tree[c] for c in self._tree.children(token.head, "det")]
        return any("PronType=Art" in d.morph and "Definite=Ind" not in d.morph for d in determiners)
