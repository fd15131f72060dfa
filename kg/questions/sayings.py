"""The words of a question that no property answers to, as what a passage must say of it."""

from collections.abc import Iterable
from functools import cache

from kg.model import BASE, LANGUAGES
from kg.questions.passages import CLASS
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.vocabulary import load_gazetteer, load_lexicon
from kg.vocabulary.merging import load_merging_rules

_CONTENT = ("NOUN", "PROPN", "ADJ", "VERB", "NUM", "X")
Alternatives = tuple[str, ...]


def sayings(text: Text, indices: Iterable[int]) -> tuple[Alternatives, ...] | None:
    """What a passage must say for these words; ``None`` where one of them is nothing that a passage says.

    Reasons, manners, degrees, negations and whoever is named are never passed on to a passage.
    """
    found = []
    for index in indices:
        if is_preposition(text, index):
            continue
        if not _is_sayable(text, index):
            return None
        found.append(alternatives_of(text, index))
    return tuple(found)


def is_preposition(text: Text, index: int) -> bool:
    """A preposition of names and places, which says little of how the words after it hang together."""
    known = any(len(phrase) == 1 and phrase[0] == text.key(index) for phrase, _ in text.words.prepositions)
    return known and text.tokens[index].pos in ("ADP", "PART", "SCONJ")


def context(text: Text, first: int, last: int) -> tuple[Alternatives, ...] | None:
    """What the article must say for the words of a clause beside the main one: each of its names and nouns."""
    named = {i: m for m in text.reading.mentions for i in range(m.first, m.last)}
    found: list[Alternatives] = []
    seen: set[str] = set()
    for index in range(first, last):
        mention = named.get(index)
        if mention is not None:
            if mention.entity.id not in seen:
                seen.add(mention.entity.id)
                found.append((text.question_part(mention.first, mention.last), *surfaces_of((mention.entity.id,))))
        elif text.key(index) in text.words.negation or text.is_lemma(index, text.words.refused):
            return None
        elif text.tokens[index].pos in ("NOUN", "PROPN", "NUM", "X") and not text.is_function(index):
            found.append((*alternatives_of(text, index), *_classes(text, index)))
    return tuple(found) or None


def _classes(text: Text, index: int) -> Alternatives:
    """The finer classes of events that the noun reports, each marked."""
    return tuple(
        sorted({f"{CLASS}{one[1]}" for lemma in text.lemmas(index) for one in _classes_of(text.language, lemma)})
    )


def _is_sayable(text: Text, index: int) -> bool:
    token = text.tokens[index]
    blocked = text.is_lemma(index, text.words.refused) or text.key(index) in text.words.negation
    blocked = blocked or any(m.first <= index < m.last and m.entity.kind != "Place" for m in text.reading.mentions)
    return not blocked and token.pos in _CONTENT and any(c.isalnum() for c in token.text)


def alternatives_of(text: Text, index: int) -> Alternatives:
    """The word with what says the same: in an agreement's name, of the same goods, of the same finer class of event."""
    return _alike(text.key(index), text.lemmas(index), text.language)


def same_words(word: str, language: str) -> Alternatives:
    """The word with what says the same, where there is no sentence around it."""
    return _alike(word, (word, word.rstrip("s")), language)


def _alike(key: str, lemmas: tuple[str, ...], language: str) -> Alternatives:
    same = load_merging_rules().words
    meanings = {same[lemma] for lemma in lemmas if lemma in same}
    found = {key, lemmas[0], *(word for word, meaning in same.items() if meaning in meanings)}
    for group in load_questions().goods:
        if group.intersection(lemmas):
            found |= group
    for lemma in lemmas:
        found |= class_words(language, lemma)
    return (key, *sorted(found - {key}))


@cache
def class_words(language: str, lemma: str) -> frozenset[str]:
    """The single words that report the same finer class of event as ``lemma`` does, in every language."""
    classes = _classes_of(language, lemma)
    return frozenset(
        known.words[0]
        for other in LANGUAGES
        for entries in load_lexicon().triggers(other).values()
        for known in entries
        if (known.type, known.subtype) in classes and len(known.words) == 1 and not known.needs
    )


@cache
def _classes_of(language: str, lemma: str) -> frozenset[tuple[str, str | None]]:
    """The types with finer classes of the events that the lemma reports by itself."""
    triggers = load_lexicon().triggers(language).get(lemma, ())
    return frozenset(
        (one.type, one.subtype) for one in triggers if one.subtype and one.words == (lemma,) and not one.needs
    )


@cache
def surfaces_of(iris: tuple[str, ...], *, capitals: bool = True) -> Alternatives:
    """What the gazetteer calls any of the entities, in every language, their ``capitals`` among it."""
    gazetteer = load_gazetteer()
    known = {BASE + "state/" + iri.rpartition("/")[2] if "/state/" in iri else iri for iri in iris}
    return tuple(
        sorted(
            {
                surface
                for one in LANGUAGES
                for surface, sense in gazetteer.names(one)
                if sense.entity.id in known and (capitals or sense.sense in ("name", "adjective", "people"))
            }
        )
    )


@cache
def agreement_words() -> tuple[str, ...]:
    """The words for an agreement, each without its attributes, in every language."""
    head = {"fr": 0, "en": -1}
    nouns = {words[head[one]] for one in LANGUAGES for words in load_lexicon().agreement_nouns(one)}
    return ("accord", *sorted(nouns - {"accord"}))
