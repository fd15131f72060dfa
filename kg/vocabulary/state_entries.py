"""Lays ``states-extra.yaml``, written by hand, over ``states.yaml``, which a tool generates."""

from pathlib import Path

from kg.model import LANGUAGES
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.languages import languages

KEYS = ("iso2", "wikidata", "un", "former", "ambiguous", "drop", "note", *languages())
LISTS = ("name", "names", "demonyms", "adjectives", "people", "capitals", "seats", "prefixes")


def read_states(folder: Path) -> dict[str, Field]:
    """The states by ISO code or documented key. Words of the overlay replace, lists add, ``drop`` removes words."""
    states = dict(read_document(folder / "states.yaml").mapping())
    for key, extra in read_document(folder / "states-extra.yaml").mapping().items():
        states[key] = _laid_over(states[key], extra) if key in states else extra
    for key, state in states.items():
        if not (len(key) == 3 and key.isascii() and key.isupper()):
            raise state.error(f"{key!r} is no key of a state; use three capital letters")
        fields = state.mapping(KEYS, required=LANGUAGES)
        for language in languages():
            if language in fields:
                fields[language].mapping(LISTS, required=("name",))
    return states


def _laid_over(state: Field, extra: Field) -> Field:
    fields = dict(state.mapping(KEYS, required=LANGUAGES))
    dropped = _dropped(extra)
    for language in [code for code in languages() if code in fields]:
        fields[language] = _without(fields[language], dropped)
    for key, value in extra.mapping(KEYS).items():
        if key in languages():
            fields[key] = _joined(fields[key], value) if key in fields else value
        elif key != "drop":
            fields[key] = value
    return Field(fields, extra.path, extra.line)


def _dropped(extra: Field) -> frozenset[str]:
    return frozenset(extra.mapping()["drop"].texts()) if "drop" in extra.mapping() else frozenset()


def _without(field: Field, dropped: frozenset[str]) -> Field:
    """The lists of ``field`` without the words in ``dropped``; a demonym goes with any of its forms."""
    if not dropped:
        return field
    kept: dict[str, Field] = {}
    for key, value in field.mapping().items():
        if isinstance(value.content, list):
            items = [item for item in value.content if not _words(item) & dropped]
            if items:
                kept[key] = Field(items, value.path, value.line)
        else:
            kept[key] = value
    return Field(kept, field.path, field.line)


def _words(item: Field) -> set[str]:
    return {form.text() for form in item.content} if isinstance(item.content, list) else {item.text()}


def _joined(field: Field, extra: Field) -> Field:
    """The mapping of both: lists are joined (what is there already stays once), other values replaced."""
    joined: dict[str, Field] = dict(field.mapping())
    for key, value in extra.mapping(LISTS).items():
        if isinstance(value.content, list) and key in joined:
            known = [_words(item) for item in joined[key].items()]
            new = [item for item in value.items() if _words(item) not in known]
            joined[key] = Field([*joined[key].items(), *new], value.path, value.line)
        else:
            joined[key] = value
    return Field(joined, extra.path, extra.line)
