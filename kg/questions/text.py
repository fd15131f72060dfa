"""A question's words: how each may be looked up, and which are accounted for.

A question is understood only when every word of it is: what nothing accounts for makes it refused.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kg.model import Reading, Token
from kg.questions.words import Phrase, QuestionWords

_FRENCH = (
    *(("ées", "er"), ("ée", "er"), ("és", "er"), ("é", "er"), ("ies", "ir"), ("ie", "ir"), ("is", "ir"), ("it", "ir")),
    *(("i", "ir"), ("ues", "re"), ("ue", "re"), ("us", "re"), ("u", "re"), ("ent", "er"), ("e", "er")),
    *(("aux", "al"), ("s", ""), ("x", "")),
)
_ENGLISH = (("ied", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ies", "y"), ("es", ""), ("s", ""))
_ENDINGS = {"fr": _FRENCH, "en": _ENGLISH}


@dataclass(kw_only=True)
class Text:
    """The tokens of a question with the set ``used`` of those that are accounted for."""

    question: str
    language: str
    reading: Reading
    words: QuestionWords
    used: set[int] = field(default_factory=set)
    nominal: set[int] = field(default_factory=set)

    @property
    def tokens(self) -> Sequence[Token]:
        return self.reading.tokens

    def __len__(self) -> int:
        return len(self.reading.tokens)

    def key(self, index: int) -> str:
        """The word as closed words are compared: lower case, plain apostrophe, without the hyphen of an inversion."""
        raw = self.raw(index)
        return raw[1:] if len(raw) > 1 and raw[0] == "-" else raw

    def raw(self, index: int) -> str:
        return self.tokens[index].text.lower().replace("’", "'").replace("‘", "'")

    def lemmas(self, index: int) -> tuple[str, ...]:
        """What the word may be a form of, the likeliest first: the parser's lemma, itself, and regular stems."""
        token = self.tokens[index]
        key = self.key(index)
        stems = [key[: -len(end)] + new for end, new in _ENDINGS[self.language] if key.endswith(end) and len(key) >= 3]
        irregular = [self.words.irregular[key]] if key in self.words.irregular else []
        found = [*irregular, token.lemma, key, *stems]
        return tuple(dict.fromkeys([*found, *(self.words.like[lemma] for lemma in found if lemma in self.words.like)]))

    def is_lemma(self, index: int, wanted: Iterable[str]) -> bool:
        """Whether the word is a form of one of ``wanted``."""
        return not set(wanted).isdisjoint(self.lemmas(index))

    def use(self, indices: Iterable[int]) -> None:
        """Account for these tokens."""
        self.used.update(indices)

    def release(self, indices: Iterable[int]) -> None:
        """Take these tokens for not understood after all."""
        self.used.difference_update(indices)

    def free(self, first: int, last: int) -> bool:
        """Whether no token of the half-open span is accounted for."""
        return self.used.isdisjoint(range(first, last))

    def phrase_at(self, index: int, phrase: Phrase) -> int | None:
        """The end of ``phrase`` where its words, as written, stand at ``index``; else ``None``."""
        last = index + len(phrase)
        return last if last <= len(self) and all(self.key(index + n) == word for n, word in enumerate(phrase)) else None

    def phrases(self, known: Iterable[tuple[Phrase, str]]) -> Iterator[tuple[int, int, str]]:
        """Each stretch of free words that is one of ``known`` (longest first), with its meaning."""
        pairs = list(known)
        at = 0
        while at < len(self):
            for phrase, meaning in pairs:
                last = self.phrase_at(at, phrase)
                if last is not None and self.free(at, last):
                    yield at, last, meaning
                    at = last - 1
                    break
            at += 1

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """The half-open token span that holds the half-open span of characters; empty where no token does."""
        inside = [token.index for token in self.tokens if token.start < end and token.end > start]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def is_function(self, index: int) -> bool:
        """Whether the word says nothing by itself."""
        raw = self.raw(index)
        if index and self.raw(index - 1) in ("-", "t-", "-t-") and f"-{raw}" in self.words.function:
            return True
        return raw in self.words.function or (
            self.tokens[index].lemma in self.words.auxiliaries and self._is_form(index)
        )

    def _is_form(self, index: int) -> bool:
        return self.tokens[index].pos in ("AUX", "VERB")

    def left(self) -> list[int]:
        """The tokens that nothing accounts for, in order."""
        return [index for index in range(len(self)) if index not in self.used and not self.is_function(index)]

    def leftover(self) -> tuple[str, ...]:
        """The words that nothing accounts for, as written, in order; neighbours are joined."""
        found: list[list[int]] = []
        for index in self.left():
            if found and found[-1][-1] == index - 1:
                found[-1].append(index)
            else:
                found.append([index])
        return tuple(self.question_part(span[0], span[-1] + 1) for span in found)

    def question_part(self, first: int, last: int) -> str:
        """The words of a half-open token span as the question writes them."""
        return self.question[self.tokens[first].start : self.tokens[last - 1].end]

    @cached_property
    def negated(self) -> bool:
        return any(self.key(index) in self.words.negation for index in range(len(self)) if index not in self.used)


def is_past(morph: str) -> bool:
    """Whether these features are of a verb in the past."""
    return "Tense=Imp" in morph or "Tense=Past" in morph
