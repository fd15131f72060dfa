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
