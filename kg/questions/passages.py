"""The passages that claims rest on: whether one says the words of a question that the graph has no property for."""

import re
from collections.abc import Sequence
from functools import lru_cache

from kg.model import Claim
from kg.questions.form import QueryForm
from kg.store import Store
from kg.vocabulary import fold

_WORD = re.compile(r"\w+", re.UNICODE)
_BOUNDARY = re.compile(r"[.!?…]+[\s»\"”’)]+|\n+|\s*;\s+")
CLASS = "@"
_SHARED = 5
_ENDING = 3


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are forms of one, in either language: alike but for an ending.

    >>> same_word("violation", "violations"), same_word("militaire", "military"), same_word("arme", "armee")
    (True, True, False)
    """
    if one == other or one.rstrip("s") == other.rstrip("s"):
        return True
    short = min(len(one), len(other))
    shared = next((i for i in range(short) if one[i] != other[i]), short)
    return shared >= _SHARED and len(one) - shared <= _ENDING and len(other) - shared <= _ENDING


class Passages:
    """The texts around the claims of one store."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._text = lru_cache(maxsize=64)(self._article_text)

    def meets(self, claim: Claim, form: QueryForm) -> bool:
        """Whether the passage of the claim, its sentence and its article say what the form wants them to."""
        return (
            self.says(claim, form.said)
            and self.names(claim, form.sentence)
            and self.told_beside(claim, form.beside)
            and self.quotes(claim, form.quoted)
        )

    def says(self, claim: Claim, words: Sequence[Sequence[str]]) -> bool:
        """Whether the sentences around the claim hold each of ``words``, or another of its alternatives, and its own
        sentence at least one."""
        if not words:
            return True
        own = self.sentence(claim)
        return any(_holds(own, (group,)) for group in words) and _holds(self.sentence(claim, beside=1), words)

    def told_beside(self, claim: Claim, words: Sequence[Sequence[str]]) -> bool:
        """Whether the article of the claim, or its title, holds each of ``words``; ``@visit`` stands for any claim of
        that finer class in it."""
        text = f"{claim.article.title or ''}\n{self._text(claim.article.id)}" if words else ""
        return all(_holds(text, (group,)) or self._claimed(claim.article.id, group) for group in words)

    def _claimed(self, article_id: str, group: Sequence[str]) -> bool:
        classes = {word[1:] for word in group if word.startswith(CLASS)}
        return bool(classes) and any(one.subtype in classes for one in self._store.claims(article=article_id))

    def names(self, claim: Claim, words: Sequence[Sequence[str]]) -> bool:
        """Whether the claim's own sentence holds each of ``words``."""
        return _holds(self.sentence(claim), words)

    def quotes(self, claim: Claim, words: Sequence[str]) -> bool:
        """Whether the quote itself holds one of ``words``; always where there are none."""
        return not words or _holds(claim.evidence.quote, (words,))

    def sentence(self, claim: Claim, *, beside: int = 0) -> str:
        """The sentence or sentences that hold the passage, and so many ``beside`` them on each side."""
        text = self._text(claim.article.id)
        start, end = claim.evidence.start, max(claim.evidence.start, claim.evidence.end - 1)
        starts = [0, *(m.end() for m in _BOUNDARY.finditer(text, 0, start))]
        ends = [*(m.start() for m in _BOUNDARY.finditer(text, end)), len(text)]
        return text[starts[max(0, len(starts) - 1 - beside)] : ends[min(beside, len(ends) - 1)]]

    def _article_text(self, article_id: str) -> str:
        article = self._store.article(article_id)
        return article.text if article else ""


def _holds(text: str, words: Sequence[Sequence[str]]) -> bool:
    return all(any(_stands(one, text) for one in group) for group in words)


def _stands(word: str, text: str) -> bool:
    """Whether ``text`` holds a form of the word, or the very words of a phrase."""
    parts = _WORD.findall(fold(word))
    there = _folded_words(text) if not word.startswith(CLASS) else ()
    if len(parts) == 1:
        return any(same_word(parts[0], other) for other in there)
    return bool(parts) and any(list(there[i : i + len(parts)]) == parts for i in range(len(there)))


@lru_cache(maxsize=256)
def _folded_words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(text)))
