"""Entities, values and times in words, fit to stand beside each other."""

import re
from typing import Any

from kg.model import Entity, Fact, TimeSpan
from kg.views.words import KINDS, Wording, day, moment, word

_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


def clean(text: str, most: int | None = None) -> str:
    """A text without what could garble its surroundings: controls, marks that turn the direction, half surrogates.

    >>> clean("a\\u202eb\\x00c"), clean("abcdef", 4)
    ('abc', 'abc…')
    """
    text = _CONTROL.sub("", text.encode("utf-8", "replace").decode())
    return text if most is None or len(text) <= most else text[: most - 1].rstrip() + "…"


def local_name(text: str) -> str:
    """What stands behind the # of an ontology's IRI; any other text as it is."""
    return text.rsplit("#", 1)[1] if text.startswith(("http://", "https://")) and "#" in text else text


def name_of(entity: Entity, words: Wording) -> str:
    """What the vocabulary calls an entity, else what the articles do; a label made of a type has its word.

    >>> event = Entity(id="x:1", kind="Event", label="ASSAULT: Kenya → Japon")
    >>> name_of(event, Wording(types={"ASSAULT": "attaque"}))
    'attaque · Kenya → Japon'
    """
    if entity.kind in ("Event", "Agreement"):
        head, _, rest = entity.label.partition(":")
        known = words.types.get(head)
        return clean(" · ".join(filter(None, (known, rest.strip()))) if known else entity.label)
    return clean(words.name(entity.iso3 or entity.id) or entity.label)


def object_words(fact: Fact, words: Wording) -> str:
    """The object of a fact in words: names, types, stages, provisions and dates of the language."""
    if isinstance(fact.object, Entity):
        return words.type(local_name(fact.object.id)) if fact.predicate == "type" else name_of(fact.object, words)
    text = local_name(fact.object.text)
    match fact.predicate:
        case "type":
            text = words.type(text)
        case "a":
            text = word(KINDS, text, words.language)
        case "provides":
            text = words.provision(text)
        case "office":
            text = words.office(text)
        case "subtype":
            text = words.finer(text)
        case "stage" | "standing":
            text = words.value(text)
        case _ if fact.object.datatype in ("date", "gYearMonth", "gYear"):
            text = moment(text, words.language)
    return clean(text)


def reported(fact: Fact, language: str) -> str:
    """The first and the last day of report, in words; empty where no article has a date."""
    days = [day(one, language) for one in (fact.first_report, fact.last_report) if one]
    return " – ".join(dict.fromkeys(days))


def span_words(span: TimeSpan | None, language: str) -> str:
    """A time in words, as precise as it is.

    >>> from datetime import date
    >>> span_words(TimeSpan(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month"), "fr")
    'juin 2024'
    >>> span_words(TimeSpan(start=date(2014, 1, 1), end=None, precision="range"), "en")
    '1 January 2014 – …'
    """
    if span is None:
        return ""
    length = {"day": 10, "month": 7, "year": 4}.get(span.precision)
    if length and span.start and span.end:
        return moment(span.start.isoformat()[:length], language)
    return " – ".join(day(bound, language) if bound else "…" for bound in (span.start, span.end))


def plain_words(value: Any, words: Wording) -> str:
    """A JSON value of an answer in words: an entity by its name, a list with commas, a date in words, a figure.

    >>> plain_words([{"id": "x", "kind": "State", "label": "Russie"}, "2024-06"], Wording())
    'Russie, juin 2024'
    >>> plain_words({"min": 600, "max": None, "of": "soldats", "unit": None, "approximate": True}, Wording())
    '~ 600 … soldats'
    """
    match value:
        case None:
            return ""
        case bool():
            return {"fr": ("non", "oui"), "en": ("no", "yes")}[words.language][value]
        case str():
            known = words.types.get(value) or words.provisions.get(value) or words.offices.get(value)
            return known or moment(words.value(value), words.language)
        case list() | tuple():
            return ", ".join(plain_words(one, words) for one in value)
        case {"label": str(label)}:
            return words.name(value.get("iso3") or value.get("id", "")) or label
        case {"min": low, "max": high}:
            bounds = str(low) if low == high else f"{'' if low is None else low} … {'' if high is None else high}"
            parts = ("~" if value.get("approximate") else "", bounds.strip(), value.get("unit"), value.get("of"))
            return " ".join(part for part in parts if part)
        case dict():
            return ", ".join(plain_words(one, words) for one in value.values())
    return str(value)
