"""Where a story stands: the place that « y », "there", « où » or « dans la région » points back to."""

from bisect import bisect_right
from collections.abc import Iterator

from kg.claims.syntax import VERBAL, Syntax
from kg.model import Mention, Reading

_MAIN = ("root", "conj", "parataxis", "acl:relcl", "ccomp", "advcl")
_SENTENCES = 3


class Venues:
    """The places that one article's story moves through."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._starts = [sentence.first for sentence in reading.sentences]
        self._syntax = syntax
        self._tree = syntax.tree
        self._places = [m for m in reading.mentions if self._is_place(m)]

    def place(self, index: int) -> Mention | None:
        """The place that « y », "there", « où » or « dans la région » beside the word at ``index`` points back to."""
        for verb in self._clause(index):
            token = self._tree[verb]
            objects = self._tree.children(verb, "obj")
            for child in (*self._tree.children(verb), *(c for o in objects for c in self._tree.children(o, "advmod"))):
                lemma, dep = self._tree[child].lemma, self._tree[child].dep
                if lemma in ("où", "where") and token.dep == "acl:relcl":
                    return next((m for m in reversed(self._places) if m.first <= token.head < m.last), None)
                if (lemma in self._syntax.grammar.there and dep != "expl") or self._is_bare_region(child):
                    return self._last_place(child)
        return None

    def _clause(self, index: int) -> Iterator[int]:
        """The predicate and the words above it up to the verb of its clause."""
        for at in self._syntax.chain(index):
            yield at
            token = self._tree[at]
            if token.pos in VERBAL and (token.dep in _MAIN or at != index):
                return

    def _is_bare_region(self, index: int) -> bool:
        """« dans la région », "in the city": a place that only the text before names."""
        token = self._tree[index]
        if token.lemma not in self._syntax.grammar.regions or not self._tree.case(index):
            return False
        return all(self._tree[c].dep in ("case", "det", "punct") for c in self._tree.children(index))

    def _is_place(self, mention: Mention) -> bool:
        """Whether the mention names a place, or a land or capital where the text goes, stays or leaves."""
        if mention.entity.kind == "Place":
            return True
        if mention.sense not in ("name", "capital") or mention.entity.kind != "State":
            return False
        token = self._tree[mention.head]
        return token.dep == "obj" or self._tree.case(mention.head) in self._syntax.words.places

    def _last_place(self, before: int) -> Mention | None:
        """The last place named before the word, in its sentence or the two before it."""
        here = self._sentence(before)
        for mention in reversed(self._places):
            if mention.last <= before:
                return mention if here - self._sentence(mention.first) < _SENTENCES else None
        return None

    def _sentence(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)
