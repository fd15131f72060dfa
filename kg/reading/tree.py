"""The dependency tree of an article's tokens, for walking up and down."""

from collections.abc import Callable, Iterator, Sequence

from kg.model import Token
from kg.vocabulary import LanguageWords


class Tree:
    """Children, subtrees and spans over tokens whose ``index`` is their place in the sequence.

    ``words`` are the small words of their language.
    """

    def __init__(self, tokens: Sequence[Token], words: LanguageWords) -> None:
        self.tokens = tokens
        self.words = words
        self._deps = [token.dep for token in tokens]
        self._stems = [dep.partition(":")[0] for dep in self._deps]
        self._children: list[list[int]] = [[] for _ in tokens]
        for token in tokens:
            if token.head != token.index:
                self._children[token.head].append(token.index)

    def __getitem__(self, index: int) -> Token:
        return self.tokens[index]

    def __len__(self) -> int:
        return len(self.tokens)

    def children(self, index: int, *deps: str) -> list[int]:
        """The direct dependents in the order of the text; with ``deps``, those whose relation or its stem is named."""
        below = self._children[index]
        if not deps or not below:
            return below
        return [child for child in below if self._deps[child] in deps or self._stems[child] in deps]

    def subtree(self, index: int, skip: Callable[[Token], bool] | None = None) -> Iterator[int]:
        """``index`` and all below it, not in order; branches whose top satisfies ``skip`` are left out."""
        stack = [index]
        while stack:
            at = stack.pop()
            yield at
            stack += [
                child for child in self._children[at] if child != index and not (skip and skip(self.tokens[child]))
            ]

    def ancestors(self, index: int) -> Iterator[int]:
        """The governors from the nearest to the root."""
        seen = {index}
        while (head := self.tokens[index].head) not in seen:
            yield head
            seen.add(head)
            index = head

    def head_of(self, first: int, last: int) -> int:
        """The token of the half-open span whose governor stands outside it.

        Where a parser has torn the span apart and several do, the last that is a noun and no mere modifier.
        """
        tops = [i for i in range(first, last) if not first <= self.tokens[i].head < last or self.tokens[i].head == i]
        tops = [i for i in tops if any(c.isalnum() for c in self.tokens[i].text)] or tops
        nominal = [i for i in tops if self.tokens[i].pos in ("NOUN", "PROPN", "PRON")]
        arguments = [i for i in nominal if self.tokens[i].dep not in ("advmod", "flat:name", "compound", "dep", "det")]
        return (arguments or nominal or tops or [last - 1])[-1]

    def conjuncts(self, index: int) -> list[int]:
        """``index`` and what is coordinated with it further right, through chains of ``conj``."""
        found, stack = [index], [index]
        while stack:
            for child in self.children(stack.pop(), "conj"):
                if child not in found:
                    found.append(child)
                    stack.append(child)
        return sorted(found)

    def case(self, index: int) -> str:
        """The lemma of the preposition that marks a noun, words of a compound one joined by spaces, or ``""``."""
        marks = [c for c in self.children(index, "case") if c < index]
        words = []
        for mark in marks:
            words.append(self.tokens[mark].lemma)
            words += [self.tokens[f].lemma for f in self.children(mark, "fixed")]
        return " ".join(words)

    def marks(self, index: int) -> set[str]:
        """The lemmas of the conjunctions and prepositions that open a clause, and all of them joined by spaces."""
        marks = [self.tokens[c].lemma for c in self.children(index, "mark", "case")]
        return {*marks, " ".join(marks)}

    def is_finite(self, index: int) -> bool:
        """Whether the verb has a finite form or a subject."""
        return any(
            "VerbForm=Fin" in self.tokens[i].morph or self.tokens[i].dep == "nsubj"
            for i in (index, *self.children(index, "aux", "cop", "nsubj"))
        )
