"""Asides between an auxiliary and its participle, where parsers stumble: « a, selon X, envoyé », « a, lui, … ».

The sentence is parsed again without the aside, whose words then hang on the participle.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.reading.stand_ins import Reread
from kg.vocabulary import load_language

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
    from spacy.tokens import Token as SpacyToken

_LONGEST_SENTENCE = 80
_LONGEST = 9  # words of an aside
_BETWEEN = 3  # words from the aside to the participle: « déjà », « été », « également »
_SUBJECTS = ("nsubj", "nsubj:pass")


@dataclass(frozen=True, slots=True)
class _Aside:
    """The half-open span of an aside with its commas, counted from the sentence, the auxiliary and the participle."""

    auxiliary: int
    first: int
    last: int
    participle: int


class Asides:
    """Has a model parse sentences without their asides."""

    def __init__(self, model: "Language", language: str) -> None:
        self._model = model
        self._auxiliaries = load_language(language).auxiliary_forms

    def reread(self, docs: list["Doc"]) -> list[dict[int, Reread]]:
        """For each parsed text the words of those sentences that are better read so, by index."""
        found: list[dict[int, Reread]] = [{} for _ in docs]
        if not self._auxiliaries:
            return found
        broken = [
            (number, sentence, aside)
            for number, doc in enumerate(docs)
            for sentence in doc.sents
            if (aside := self._aside(sentence)) is not None
        ]
        again = self._model.pipe([_without(sentence, aside) for _, sentence, aside in broken])
        for (number, sentence, aside), doc in zip(broken, again, strict=True):
            participle = doc[aside.participle - (aside.last - aside.first)]
            if _is_verb(participle, aside.auxiliary):
                found[number].update(_words(sentence, doc, aside))
        return found

    def _aside(self, sentence: "Span") -> _Aside | None:
        """The first aside of the sentence after which the parser lost the verb."""
        if len(sentence) > _LONGEST_SENTENCE:
            return None
        for at in range(1, len(sentence) - 3):
            if sentence[at + 1].text == "," and sentence[at].text.lower() in self._auxiliaries:
                last = _end(sentence, at + 2)
                participle = _participle(sentence, last) if last else None
                if last and participle and not _is_verb(sentence[participle], sentence[at].i):
                    return _Aside(at, at + 1, last, participle)
        return None


def _end(sentence: "Span", first: int) -> int | None:
    """Behind the comma that ends the aside which begins at ``first``, if it tells of nothing that somebody did."""
    for at in range(first, min(len(sentence), first + _LONGEST + 1)):
        if sentence[at].text == ",":
            return at + 1 if at > first else None
        if "VerbForm=Fin" in str(sentence[at].morph) and sentence[at].dep_ != "case":
            return None
    return None


def _participle(sentence: "Span", first: int) -> int | None:
    near = range(first, min(len(sentence), first + _BETWEEN))
    found = [at for at in near if "VerbForm=Part" in str(sentence[at].morph)]
    return (
        found[-1]
        if found and all(sentence[at].pos_ in ("ADV", "AUX", "VERB") for at in range(first, found[-1]))
        else None
    )


def _is_verb(participle: "SpacyToken", auxiliary: int) -> bool:
    """Whether the parser has the word for a verb with a subject and this auxiliary."""
    children = {child.i: child.dep_ for child in participle.children}
    joined = participle.dep_ == "conj" or any(dep in _SUBJECTS for dep in children.values())
    return participle.pos_ == "VERB" and joined and children.get(auxiliary, "").startswith("aux")


def _without(sentence: "Span", aside: _Aside) -> "Doc":
    from spacy.tokens import Doc

    kept = [word for at, word in enumerate(sentence) if not aside.first <= at < aside.last]
    return Doc(sentence.vocab, words=[w.text for w in kept], spaces=[bool(w.whitespace_) for w in kept])


def _words(sentence: "Span", doc: "Doc", aside: _Aside) -> Iterator[tuple[int, Reread]]:
    """Each word as it is read in the second parse; those of the aside as in the first, below the participle."""
    cut, start = aside.last - aside.first, sentence.start
    for at, old in enumerate(sentence):
        if aside.first <= at < aside.last:
            inside = aside.first <= old.head.i - start < aside.last and old.head.i != old.i
            head = old.head.i if inside else start + aside.participle
            yield old.i, Reread(old, head, None, None if inside else _relation(old))
        else:
            word = doc[at if at < aside.first else at - cut]
            place = word.head.i if word.head.i < aside.first else word.head.i + cut
            yield old.i, Reread(word, start + place, None)


def _relation(word: "SpacyToken") -> str:
    """How the head of an aside hangs on the verb."""
    if word.pos_ == "PUNCT":
        return "punct"
    return "obl:mod" if word.pos_ in ("NOUN", "PROPN", "PRON", "NUM") else "advmod"
