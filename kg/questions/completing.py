"""What may come next in a question that is being typed: shapes of questions, names of the graph, words for types."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from kg.questions.language import language_of
from kg.questions.wording import load_wording
from kg.store import Store
from kg.vocabulary import fold, load_gazetteer, load_lexicon

CompletionKind = Literal["question", "entity", "type"]
_MOST = 12
_LONGEST_NAME = 5
_BLANK = "…"
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """Text that takes the place of the last ``replaces`` characters before the cursor, and what it is."""

    text: str
    replaces: int
    kind: CompletionKind


def completions(typed: str, store: Store, language: str | None = None) -> tuple[Completion, ...]:
    """What ``typed`` (a question up to the cursor) may go on with, the likeliest first; at most a dozen of a kind.

    An empty line is offered the shapes of questions, with "…" where names go.
    """
    chosen = (language,) if language else (language_of(typed),) if typed.strip() else ("fr", "en")
    found = [*_shapes(typed, chosen), *_entities(typed, store), *_types(typed, chosen)]
    return tuple({(one.text, one.replaces): one for one in found}.values())


def _shapes(typed: str, languages: Iterable[str]) -> Iterator[Completion]:
    """Shapes of questions that begin as the line does."""
    start = fold(typed)
    for language in languages:
        shapes = [shape.format(*[_BLANK] * shape.count("{}")) for shape in load_wording()[language].suggested["shapes"]]
        fitting = [shape for shape in shapes if fold(shape).startswith(start) and shape != typed]
        yield from (Completion(text=one, replaces=len(typed), kind="question") for one in fitting[:_MOST])


def _entities(typed: str, store: Store) -> Iterator[Completion]:
    """Names of the graph that begin with the last words of the line; the longest stretch that any does."""
    for tail in _tails(typed):
        if len(fold(tail)) < _FEWEST:
            continue
        names = store.names_starting(tail, _MOST)
        if names:
            yield from (Completion(text=name, replaces=len(tail), kind="entity") for name in names)
            return


def _tails(typed: str) -> Iterator[str]:
    """The ends of the line that begin with a word, the longest first; an elided article is none of a name."""
    words = typed.replace("'", " ").split(" ")[-_LONGEST_NAME:]
    for first in range(len(words)):
        tail = " ".join(words[first:])
        if tail.strip() and words[first]:
            yield typed[len(typed) - len(tail) :]


def _types(typed: str, languages: Iterable[str]) -> Iterator[Completion]:
    """Words for kinds of agreement, offices and types of events that begin with the last word."""
    last = typed.replace("'", " ").rpartition(" ")[2]
    if len(last) < _FEWEST:
        return
    start = fold(last)
    for language in languages:
        fitting = [word for word in _type_words(language) if fold(word).startswith(start) and word != last]
        yield from (Completion(text=one, replaces=len(last), kind="type") for one in fitting[:_MOST])


@cache
def _type_words(language: str) -> tuple[str, ...]:
    """What the ontology calls agreements, offices and deeds in the language, in order."""
    lexicon = load_lexicon()
    nouns = {" ".join(words) for words in lexicon.agreement_nouns(language)}
    titles = {title for title in load_gazetteer().offices(language) if title.islower()}
    labels = {info.label[language] for info in lexicon.types.values() if language in info.label}
    deeds = {
        lemma
        for lemma, entries in lexicon.triggers(language).items()
        if any(one.category == "event" and one.words == (lemma,) and not one.needs for one in entries)
    }
    return tuple(sorted(nouns | titles | labels | deeds))
