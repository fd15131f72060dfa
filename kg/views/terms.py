"""What a reference says against a fact, in words."""

from collections.abc import Sequence
from datetime import date

from kg.model import OfficeTerm, TimeSpan
from kg.views.phrases import clean
from kg.views.words import Wording, moment

_LENGTHS = {"day": 10, "month": 7, "year": 4}
_VOWELS = "aeiouyàâäéèêëîïôöùûüœAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒ"


def contradiction(terms: Sequence[OfficeTerm], reported: date | None, words: Wording) -> str:
    """What ``terms`` say against what was ``reported`` on a day, with their sources; empty where there are none."""
    if not terms:
        return ""
    ordered = sorted(terms, key=_order)
    stop = " ; " if words.language == "fr" else "; "
    told = stop.join(_told(term, reported, words) for term in ordered)
    sources = ", ".join(dict.fromkeys(text for term in ordered for text in (term.reference, term.source)))
    return clean(f"{told} ({sources})")


def _order(term: OfficeTerm) -> tuple[date, str]:
    return term.start.start or date.min, term.id


def _told(term: OfficeTerm, reported: date | None, words: Wording) -> str:
    known = (words.name(iri) for iri in term.holders)
    name = next(filter(None, known), None) or term.name(words.language)
    if reported and term.end and term.end.end and term.end.end < reported:
        return _ended(name, term.end, words.language)
    if reported and term.start.start and reported < term.start.start:
        return _began(name, term.start, words.language)
    return _held(name, term, words.language)


def _ended(name: str, end: TimeSpan, language: str) -> str:
    if language == "fr":
        return f"le mandat {_de(name)} a pris fin {_at(end, 'fr')}"
    return f"the term of {name} ended {_at(end, 'en')}"


def _began(name: str, start: TimeSpan, language: str) -> str:
    if language == "fr":
        return f"le mandat {_de(name)} a commencé {_at(start, 'fr')}"
    return f"the term of {name} began {_at(start, 'en')}"


def _held(name: str, term: OfficeTerm, language: str) -> str:
    since, until = _moment(term.start, language), _moment(term.end, language) if term.end else None
    if language == "fr":
        until = f" et jusqu'{_to(term.end)}{until}" if term.end else ""
        return f"{name} exerçait la fonction depuis {_the(term.start)}{since}{until}"
    return f"{name} held the office from {since}{f' to {until}' if until else ''}"


def _at(span: TimeSpan, language: str) -> str:
    small = {"fr": ("le", "en"), "en": ("on", "in")}[language]
    return f"{small[span.precision != 'day']} {_moment(span, language)}"


def _the(span: TimeSpan) -> str:
    return "le " if span.precision == "day" else ""


def _to(span: TimeSpan | None) -> str:
    return "au " if span and span.precision == "day" else "à " if span and span.precision == "month" else "en "


def _moment(span: TimeSpan, language: str) -> str:
    return moment((span.start or date.min).isoformat()[: _LENGTHS.get(span.precision, 10)], language)


def _de(name: str) -> str:
    return f"d'{name}" if name[:1] in _VOWELS else f"de {name}"
