"""A timeline as one HTML page that needs no network and no script: what happened in order, its evidence on demand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

from kg.model import STATUSES, Claim, Moment
from kg.views.interface import INTERFACE
from kg.views.payload import web_address
from kg.views.phrases import clean, name_of, span_words
from kg.views.site.frame import Site
from kg.views.tables import Table
from kg.views.templates import static_page
from kg.views.terms import contradiction
from kg.views.timeline import names, reported_words, sides, what_words
from kg.views.timeline_words import TIMELINE
from kg.views.words import KINDS, MODALITIES, STATUS_WORDS, Language, Wording, day, word, wording

_SIGNS = {"event": "Event", "agreement": "Agreement", "office": "Tenure"}


def timeline_page(
    moments: Iterable[Moment],
    *,
    title: str | None = None,
    language: Language = "fr",
    words: Wording | None = None,
    site: Site | None = None,
    note: str = "",
    links: Sequence[tuple[str, str]] = (),
    tables: Sequence[Table] = (),
    opened: bool = False,
    form: Sequence[Mapping[str, str]] = (),
    pages: Sequence[tuple[str, str, str]] = (),
) -> str:
    """The HTML of a page that shows moments in the order given, in French or English.

    Each opens to the passages that it rests on, with article, publisher and date; statuses and types can be hidden.
    What has no date stands below. The same moments give the same page. On a ``site`` it has its menu, ``links`` below
    the title and a ``note``, and things and articles are linked to their pages. ``tables`` stand before the moments,
    which show their passages at once where they are ``opened``; a ``form`` (label, type, name and value of each field)
    chooses others, and ``pages`` (text, address, relation) are those before and after.
    """
    words = words or wording(language)
    found = [*moments]
    types = _types(found, words)
    numbers = {name: place for place, (name, _, _) in enumerate(types)}
    shown = [_shown(one, numbers, words, site) for one in found]
    dated = [one for one in shown if one["dated"]]
    return static_page(
        "timeline.html",
        "base.css",
        "signs.css",
        "timeline.css",
        *(["nav.css", "site.css"] if site else []),
        rules=_filters(len(types)),
        forms_to="'self'" if site else "'none'",
        site=site,
        links=links,
        tables=tables,
        opened=opened,
        form=form,
        pages=pages,
        language=language,
        title=clean(title or TIMELINE["title"][language]),
        say={name: entry[language] for name, entry in TIMELINE.items()} | ({"intro": note} if note else {}),
        quotes=(INTERFACE[language]["script"]["open"], INTERFACE[language]["script"]["shut"]),
        counts=(len(dated), len(shown) - len(dated), len({claim.id for one in found for claim in one.claims})),
        statuses=[(one, STATUS_WORDS[one][language], _number(found, one)) for one in STATUSES],
        types=[(kind, label, number) for (kind, _), label, number in types],
        years=[(year, [*entries]) for year, entries in groupby(dated, lambda one: one["year"])],
        undated=[one for one in shown if not one["dated"]],
    )


def _types(moments: Sequence[Moment], words: Wording) -> list[tuple[tuple[str, str], str, int]]:
    """What there is to hide, by kind: types of event, agreements, offices; each with its name and number."""
    found: dict[tuple[str, str], int] = {}
    for one in moments:
        found[_type(one)] = found.get(_type(one), 0) + 1
    kinds = [*_SIGNS]
    named = [(key, words.type(key[1]) if key[1] else word(KINDS, _SIGNS[key[0]], words.language)) for key in found]
    return [
        (key, clean(label), found[key]) for key, label in sorted(named, key=lambda one: (kinds.index(one[0][0]), one))
    ]


def _type(one: Moment) -> tuple[str, str]:
    return one.kind, one.type if one.kind == "event" else ""


def _filters(types: int) -> str:
    """The rules by which what is not ticked is hidden."""
    rules = [f"body:has(#show-{status}:not(:checked)) .moment.{status}" for status in STATUSES]
    rules += [f"body:has(#type-{number}:not(:checked)) .moment.t{number}" for number in range(types)]
    return ",\n".join(rules) + " { display: none; }\n"


def _number(moments: Sequence[Moment], status: str) -> int:
    return sum(one.status == status for one in moments)


def _shown(one: Moment, numbers: dict[tuple[str, str], int], words: Wording, site: Site | None) -> dict[str, Any]:
    """What the template needs of a moment."""
    first = (one.span.start or one.span.end) if one.span else None
    say = {name: entry[words.language] for name, entry in TIMELINE.items()}
    return {
        "dated": one.span is not None,
        "year": first.year if first else None,
        "when": span_words(one.span, words.language) if one.span else "",
        "iso": first.isoformat() if first else "",
        "vague": one.span is not None and one.span.precision != "day",
        "sign": _SIGNS[one.kind],
        "kind": word(KINDS, _SIGNS[one.kind], words.language),
        "type": numbers[_type(one)],
        "what": what_words(one, words),
        "sides": sides(one, words),
        "places": names(one.places, words),
        "figures": clean("; ".join(one.figures)),
        "status": one.status,
        "status_words": word(STATUS_WORDS, one.status, words.language),
        "sources": say["source"] if one.sources == 1 else say["sources"].format(one.sources),
        "reported": say["reported"].format(reported_words(one, words)) if one.first_report else "",
        "claims": [*map(_passage(words, site), one.claims)],
        "denials": [*map(_passage(words, site), one.denials)],
        "reference": contradiction(one.terms, one.first_report, words),
        "iri": one.subject.id,
        "links": _links(one, words, site) if site else [],
    }


def _links(one: Moment, words: Wording, site: Site) -> list[tuple[str, str]]:
    """The pages of who has a part in a moment, of its places and of itself."""
    others = {entity.id: entity for entity in (*one.who, *one.whom, *one.places)}
    return [
        *((name_of(entity, words), site.entity(entity)) for entity in others.values()),
        (what_words(one, words), site.entity(one.subject)),
    ]


def _passage(words: Wording, site: Site | None) -> Callable[[Claim], dict[str, Any]]:
    """A function from a claim to what is shown of it."""

    def shown(claim: Claim) -> dict[str, Any]:
        info = claim.article
        according = TIMELINE["according"][words.language]
        rest = (
            clean(info.publisher or ""),
            day(info.published, words.language) if info.published else "",
            "" if claim.modality == "asserted" else word(MODALITIES, claim.modality, words.language),
            according.format(names(claim.attribution, words)) if claim.attribution else "",
        )
        return {
            "quote": " ".join(claim.evidence.quote.split()),
            "title": clean(info.title or info.id),
            "url": web_address(info.url),
            "own": site.article(info.id) if site else "",
            "language": info.language if info.language.isalnum() else "",
            "rest": [*filter(None, rest)],
        }

    return shown
