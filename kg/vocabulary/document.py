"""YAML in which every value knows the file and the line that it stands on.

Scalars stay the words that the file says: ``on`` is a preposition and ``NO`` is Norway, never a truth value.
"""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeAlias

import yaml

from kg.model import VocabularyError

NextEvent: TypeAlias = "Callable[[], yaml.Event]"
Content: TypeAlias = "str | list[Field] | dict[str, Field]"

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOTHING = ("", "~", "null")
_TRUTH = {"true": True, "false": False}


class Field:
    """One value of a file: a word, a list of fields or a mapping of words to fields."""

    __slots__ = ("content", "line", "path")

    def __init__(self, content: Content, path: Path, line: int) -> None:
        self.content = content
        self.path = path
        self.line = line

    def error(self, problem: str) -> VocabularyError:
        """The error to raise: ``<file>:<line>: <problem>``."""
        return VocabularyError(f"{self.path}:{self.line}: {problem}")

    def text(self) -> str:
        """The word or phrase; an error where it is a list, a mapping or empty."""
        content = self.content
        if content.__class__ is not str:
            raise self.error("expected one word or phrase, not a list or a mapping")
        if content in _NOTHING or content.isspace():
            raise self.error("expected a word or phrase, found nothing; write one or remove the key")
        return content

    def items(self) -> list["Field"]:
        """The fields of a list, in order; an error where it is no list or empty."""
        if not isinstance(self.content, list):
            raise self.error("expected a list; write [a, b]")
        if not self.content:
            raise self.error("the list is empty; fill it or remove the key")
        return self.content

    def texts(self) -> tuple[str, ...]:
        """The words of a list, in order; an error where one is there twice."""
        words = tuple([item.text() for item in self.items()])
        if len(set(words)) < len(words):
            twice = next(item for index, item in enumerate(self.items()) if item.text() in words[:index])
            raise twice.error(f"{twice.content!r} stands twice in this list; remove one")
        return words

    def mapping(self, known: Iterable[str] | None = None, required: Iterable[str] = ()) -> dict[str, "Field"]:
        """The fields by key; an error where a key is not ``known`` or a ``required`` one is missing."""
        if not isinstance(self.content, dict):
            raise self.error("expected a mapping; write {key: value}")
        if known is not None:
            for key, value in self.content.items():
                if key not in known:
                    raise value.error(f"unknown key {key!r}; use one of {', '.join(known)}")
        for key in required:
            if key not in self.content:
                raise self.error(f"the key {key!r} is missing; add it")
        return self.content

    def flag(self) -> bool:
        """``true`` or ``false``; an error for anything else."""
        if isinstance(self.content, str) and self.content in _TRUTH:
            return _TRUTH[self.content]
        raise self.error(f"expected true or false, found {self.content!r}")

    def number(self, low: float, high: float) -> float:
        """A number from ``low`` to ``high``; an error for anything else."""
        try:
            number = float(self.text())
        except ValueError:
            raise self.error(f"expected a number, found {self.content!r}") from None
        if not low <= number <= high:
            raise self.error(f"{self.content} is not between {low:g} and {high:g}")
        return number

    def choice(self, allowed: Iterable[str], what: str) -> str:
        """A word that is one of ``allowed``; an error that lists them otherwise."""
        word = self.text()
        if word not in allowed:
            raise self.error(f"unknown {what} {word!r}; use one of {', '.join(allowed)}")
        return word


@contextmanager
def without_collection() -> Iterator[None]:
    """Holds the garbage collector back: reading makes many small values and drops none, so its passes find nothing.

    They take half of the time of reading the lexicon.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def read_document(path: Path) -> Field:
    """The content of the YAML file at ``path``.

    VocabularyError where the file cannot be read, is no YAML, is empty, repeats a key, or uses anchors or tags.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise VocabularyError(f"{path}: cannot be read ({error.strerror}); install the package again") from error
    except UnicodeDecodeError as error:
        raise VocabularyError(f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    return parse_document(text, path)


def parse_document(text: str, path: Path) -> Field:
    """The content of ``text``, with ``path`` as the name of the file in errors.

    >>> parse_document("on: [NO]", Path("states.yaml")).mapping()["on"].texts()
    ('NO',)
    """
    try:
        loader = _LOADER(text)
        try:
            return _root(loader.get_event, path)
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise VocabularyError(f"{path}:{line}: not valid YAML: {error.problem or error.context}") from error
    except yaml.YAMLError as error:
        raise VocabularyError(f"{path}: not valid YAML: {' '.join(str(error).split())}") from error


def _root(next_event: NextEvent, path: Path) -> Field:
    next_event()
    if isinstance(next_event(), yaml.StreamEndEvent):
        raise VocabularyError(f"{path}:1: the file is empty; fill it or remove it")
    root = _field(next_event(), next_event, path)
    next_event()
    if not isinstance(extra := next_event(), yaml.StreamEndEvent):
        raise VocabularyError(f"{path}:{_line(extra)}: a second document; keep one in each file")
    return root


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _field(event: yaml.Event, next_event: NextEvent, path: Path) -> Field:
    """The field that starts with ``event``; takes all its other events from ``next_event``."""
    line = _line(event)
    kind = event.__class__
    if isinstance(event, yaml.ScalarEvent):
        if event.tag or event.anchor:
            raise VocabularyError(f"{path}:{line}: tags and anchors are not allowed; write the value out")
        return Field(event.value, path, line)
    if kind is yaml.SequenceStartEvent:
        items = []
        while (item := next_event()).__class__ is not yaml.SequenceEndEvent:
            items.append(_field(item, next_event, path))
        return Field(items, path, line)
    if kind is yaml.MappingStartEvent:
        return Field(_pairs(next_event, path), path, line)
    raise VocabularyError(f"{path}:{line}: aliases are not allowed; write the value out")


def _pairs(next_event: NextEvent, path: Path) -> dict[str, Field]:
    pairs: dict[str, Field] = {}
    while (event := next_event()).__class__ is not yaml.MappingEndEvent:
        key = _field(event, next_event, path)
        name = key.text()
        value = _field(next_event(), next_event, path)
        if name in pairs:
            raise key.error(f"the key {name!r} stands twice; merge the two")
        value.line = key.line
        pairs[name] = value
    return pairs
