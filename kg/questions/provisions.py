"""What a question says that an agreement provides, or for which case."""

from collections.abc import Iterable
from functools import cache

from kg.questions.pieces import Pieces
from kg.questions.titles import Noun
from kg.questions.triggers import preposition_of
from kg.questions.words import load_questions
from kg.reading.names import NameMatcher, singular
from kg.vocabulary import load_lexicon

_AGAINST = ("contre", "against", "on", "sur", "one", "either", "party")


def provisions(pieces: Pieces, noun: Noun | None) -> tuple[str, ...]:
    """The keys of what the question says that an agreement provides, or of the case that it names."""
    text = pieces.text
    found = [*_cases(pieces)]
    for match in _provision_matcher(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        if first < last and text.free(first, last) and (noun is None or last <= noun.first or noun.last <= first):
            text.use([*range(first, last), *preposition_of(text, first)])
            _use_content_noun(pieces)
            found.append(match.senses[0])
    return tuple(dict.fromkeys(found))


def _cases(pieces: Pieces) -> Iterable[str]:
    """« en cas de guerre contre une des parties »: the keys, and the words for whom it is said of."""
    text = pieces.text
    for match in _case_matcher(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        if first == last or not text.free(first, last):
            continue
        text.use(range(first, last))
        at = last
        while at < len(text) and (text.is_function(at) or text.key(at) in _AGAINST):
            at += 1
        of_whom = at
        while at < len(text) and any(text.words.nouns.get(one) in ("party", "State") for one in text.lemmas(at)):
            at += 1
        if last < of_whom < at:
            text.use(range(last, at))
            text.nominal.update(range(of_whom, at))
        yield match.senses[0]


@cache
def _case_matcher(language: str) -> NameMatcher[str]:
    return NameMatcher(load_questions().words[language].cases.items())


def _use_content_noun(pieces: Pieces) -> None:
    """« une clause d'assistance »: the noun that only says that it is a provision."""
    text = pieces.text
    for at in range(len(text)):
        if at not in text.used and any(text.words.nouns.get(lemma) == "content" for lemma in text.lemmas(at)):
            text.use([at])


@cache
def _provision_matcher(language: str) -> NameMatcher[str]:
    phrases = load_lexicon().provisions(language)
    return NameMatcher(((" ".join(words), key) for words, key in phrases.items()), key=singular)
