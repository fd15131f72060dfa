"""The spaCy pipelines, set up to find the same in less time than as they come."""

import importlib
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, islice, pairwise, product
from typing import TYPE_CHECKING, Any

from kg.model import ArticleError
from kg.vocabulary import languages, load_language

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_FULL_STOPS = {".", "!", "?", "…", "...", "?!", "!!", ".."}
_CLOSING = {"»", "”", '"', ")", "’", "'", "]"}
_ASKED = ("TAG", "LOWER", "DEP")
"""What rules for words may ask for: the language's own tag, the form in lower case, the relation."""
_Asked = tuple[str | None, ...]
"""The values of these; ``None`` where any will do."""
_WORDS_KEPT = 1 << 14
_SENTENCE_STARTS, _GOES_ON = 1, -1  # spaCy's numbers for them


@cache
def load_model(language: str) -> "Language":
    """The spaCy pipeline of ``language``; ArticleError where there is none for it, or it is not installed."""
    if language not in languages():
        raise ArticleError(f"no model reads language {language!r}; kg reads {', '.join(languages())}")
    return _pipeline(load_language(language).parser)


@cache
def _pipeline(name: str) -> "Language":
    try:
        package = importlib.import_module(name)
    except ImportError as error:
        raise ArticleError(f"the model {name} is not installed; run 'pip install factkg' again") from error
    model: Language = package.load()
    _register()
    model.add_pipe("kg_sentences", before="parser")
    _multiply_with_numpy(model)
    _without_tags(model)
    _look_rules_up(model)
    for part in ("parser", "ner"):
        _take_steps_together(model, part)
    return model


def _register() -> None:
    """Make our own parts of a pipeline known to spaCy."""
    from spacy.language import Language

    if not Language.has_factory("kg_sentences"):
        Language.component("kg_sentences", func=_mark_sentences)
        Language.factory("kg_steps", func=_steps)


def _multiply_with_numpy(model: "Language") -> None:
    """NumPy multiplies matrices in less than half the time of the library that spaCy takes by itself."""
    from spacy.pipeline import TrainablePipe
    from thinc.api import NumpyOps

    ops = NumpyOps(use_blis=False)
    for _, part in model.pipeline:
        if isinstance(part, TrainablePipe):
            for layer in part.model.walk():
                layer.ops = ops


def _without_tags(model: "Language") -> None:
    """Rules that only give a language's own tags, which nothing here reads, are looked for at no word."""
    ruler: Any = model.get_pipe("attribute_ruler")
    rules = [rule for rule in ruler.patterns if set(rule["attrs"]) != {"TAG"}]
    ruler.clear()
    ruler.add_patterns(rules)


def _look_rules_up(model: "Language") -> None:
    """Rules that list the words they are for are looked up at each word, where spaCy tries every rule on each."""
    ruler: Any = model.get_pipe("attribute_ruler")
    listed: dict[_Asked, list[int]] = {}
    for number, rule in enumerate(ruler.patterns):
        words = [_words_of(pattern) for pattern in rule["patterns"]]
        if all(words):
            ruler.matcher.remove(str(number))
            for word in chain.from_iterable(words):
                listed.setdefault(word, []).append(number)
    match_others = ruler.match

    @lru_cache(maxsize=_WORDS_KEPT)
    def rules_of(*word: str) -> list[int]:
        wanted = product(*((value, None) for value in word))
        return [number for asked in wanted for number in listed.get(asked, ())]

    def match(doc: "Doc") -> list[tuple[int, int, int, int]]:
        found: list[tuple[int, int, int, int]] = match_others(doc)
        for at, word in enumerate(doc):
            found += [(number, 0, at, at + 1) for number in rules_of(word.tag_, word.lower_, word.dep_)]
        return sorted(found)  # of two rules for a word the later holds

    ruler.match = match


def _words_of(pattern: list[dict[str, Any]]) -> list[_Asked]:
    """The tags, forms and relations of the words that a pattern is for; empty where it does not list them."""
    lists = [_values(pattern[0].get(what)) for what in _ASKED]
    return [*product(*lists)] if len(pattern) == 1 and pattern[0].keys() <= {*_ASKED} else []


def _values(value: Any) -> list[str | None]:
    if isinstance(value, dict):
        return value["IN"] if value.keys() == {"IN"} else []
    return [value]


def _take_steps_together(model: "Language", part: str) -> None:
    """Put :class:`_Steps` in the place of one of the parts that read word by word."""
    model.add_pipe("kg_steps", name=f"kg_{part}", after=part)
    model.disable_pipe(part)


def _steps(nlp: "Language", name: str) -> "_Steps":
    return _Steps(nlp.get_pipe(name.removeprefix("kg_")))


class _Steps:
    """A part of spaCy's that reads word by word, step by step over many paragraphs at once.

    By itself it goes through them in C and takes Python's lock anew for each number that it compares, which is half of
    its time, and slows down whoever writes beside. Here it keeps the lock.
    """

    def __init__(self, part: Any) -> None:
        self._part = part

    def __call__(self, doc: "Doc") -> "Doc":
        return next(self.pipe([doc]))

    def pipe(self, stream: "Iterable[Doc]", *, batch_size: int = 64) -> "Iterator[Doc]":
        """The documents with what the part finds in them, in order."""
        rest = iter(stream)
        while docs := list(islice(rest, batch_size)):
            self._part.set_annotations(docs, self._read(docs))
            yield from docs

    def _read(self, docs: "list[Doc]") -> list[Any]:
        """The state of each document after its last step."""
        states: list[Any] = self._part.moves.init_batch(docs)
        unfinished = [state for state in states if not state.is_final()]
        if unfinished:
            scores = self._part.model.predict(docs)
            while unfinished:
                unfinished = self._part.transition_states(unfinished, scores.predict(unfinished))
        return states


def _mark_sentences(doc: "Doc") -> "Doc":
    """Sentence bounds from punctuation, set before parsing: left to itself the parser cuts sentences at capitals."""
    import numpy

    starts: Any = numpy.full(len(doc), _GOES_ON)
    closed = False
    words = [word for word in doc if not word.is_space]
    for before, word in pairwise(words):
        closed = before.text in _FULL_STOPS or (closed and before.text in _CLOSING)
        if closed and word.text not in _FULL_STOPS and word.text not in _CLOSING and not word.text[:1].islower():
            starts[word.i] = _SENTENCE_STARTS
    return doc.from_array("SENT_START", starts.view("uint64")) if len(doc) else doc
