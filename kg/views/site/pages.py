"""The pages that need no script: home, search, answers, articles, disputes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from kg.model import Answer, Article, ArticleInfo, Claim, Dispute, Entity, Moment
from kg.views.marks import Mark, Node, nested
from kg.views.payload import web_address
from kg.views.phrases import clean, name_of, span_words
from kg.views.site.frame import Site
from kg.views.site.linked import linked_answer, linked_disputes
from kg.views.templates import static_page
from kg.views.timeline import names, sides, what_words
from kg.views.words import KINDS, MODALITIES, PREDICATES, STATUS_WORDS, Wording, day, word, wording

SHOWN = 30
"""So many passages of an answer at most are shown."""


def home_page(site: Site, latest: Sequence[Moment]) -> str:
    """Where one begins: what may be looked for and asked, and what happened last."""
    return _page(
        site,
        site.say["home"],
        forms=[_question(site)],
        heading=site.say["latest"] if latest else "",
        items=[_told(site, one) for one in latest],
        more=(site.href("/timeline"), site.say["all_latest"]) if latest else None,
    )


def _told(site: Site, one: Moment) -> dict[str, str]:
    words = wording(site.language)
    kind = "" if one.kind == "event" else word(KINDS, one.subject.kind, words.language)
    note = (kind, span_words(one.span, words.language), word(STATUS_WORDS, one.status, words.language))
    text = " · ".join(filter(None, (what_words(one, words), sides(one, words))))
    return {"text": text, "href": site.entity(one.subject), "note": " · ".join(filter(None, note))}


def search_page(site: Site, text: str, found: Sequence[Entity]) -> str:
    """What bears a name, each with a link to its page."""
    items = [_link(site, one) for one in found]
    note = "" if items else site.say["nothing"]
    return _page(site, site.say["found"].format(clean(text)), items=items, note=note)


def answer_page(site: Site, answer: Answer | None) -> str:
    """The answer to a question with the passages that it rests on; without one, the question's form alone."""
    if answer is None:
        return _page(site, site.say["ask"], forms=[_question(site)])
    say, words = site.say, wording(site.language)
    understood = say["understood"].format(clean(answer.understood)) if answer.understood else ""
    failed = {"none": say["no_answer"], "not understood": say["not_understood"]}.get(answer.status, "")
    suggestions = [
        {"text": clean(one), "href": site.href("/ask", question=one), "note": ""} for one in answer.suggestions
    ]
    return _page(
        site,
        say["ask"],
        forms=[_question(site, answer.question)],
        note=" ".join(filter(None, (failed, understood, say["try"] if suggestions else ""))),
        tables=[*linked_answer(site, answer)] if answer.status == "answered" else (),
        items=suggestions,
        passages=[*_passages(site, answer, words)],
        sparql=answer.sparql or "",
    )


def articles_page(site: Site, found: Sequence[ArticleInfo], more: str | None) -> str:
    """A page of the list of articles; ``more`` is the address of the next one."""
    items = [
        {
            "text": clean(info.title or info.id),
            "href": site.article(info.id),
            "note": " · ".join(_source(info, site)),
        }
        for info in found
    ]
    return _page(site, site.say["articles"], items=items, more=_next(site, more))


def article_page(site: Site, article: Article, claims: Iterable[Claim], moments: Iterable[Moment]) -> str:
    """An article's text; what it claims is highlighted, and told where one points at it. Below stand the
    ``moments`` of the things that it supports or denies, with links to their pages.
    """
    words = wording(site.language)
    marks = [_mark(claim, words) for claim in claims]
    paragraphs = [
        {"tree": _drawn(nested(article.text, start, end, marks)), "language": article.language}
        for start, end in _paragraphs(article.text)
    ]
    things = [_told(site, one) for one in moments]
    return _page(
        site,
        clean(article.info.title or article.id),
        intro=" · ".join([*_source(article.info, site), site.say["claims"].format(len(marks))]),
        links=[*_original(site, article.info), ("JSON", f"/api{site.href('/article', id=article.id)}")],
        paragraphs=paragraphs,
        heading=site.say["told_here"] if things else "",
        items=things,
    )


def disputes_page(site: Site, found: Sequence[Dispute], about: Entity | None, more: str | None) -> str:
    """What sources contradict each other on, side by side; ``more`` is the address of the next page."""
    tables = [*linked_disputes(site, found)]
    links = [_pair(site, about)] if about else []
    note = "" if tables else site.say["no_disputes"]
    return _page(site, site.say["disputes"], tables=tables, links=links, note=note, more=_next(site, more))


def message_page(site: Site, message: str) -> str:
    """What went wrong, in one line."""
    return _page(site, site.say["failed"], note=clean(message))


def _page(site: Site, title: str, **values: Any) -> str:
    return static_page(
        "site.html",
        "base.css",
        "nav.css",
        "site.css",
        forms_to="'self'",
        language=site.language,
        title=title,
        site=site,
        **values,
    )


def _question(site: Site, asked: str = "") -> dict[str, str]:
    say = site.say
    return {"action": "/ask", "name": "question", "label": say["question"], "hint": say["example"], "value": asked}


def _link(site: Site, entity: Entity) -> dict[str, str]:
    words = wording(site.language)
    note = word(KINDS, entity.kind, site.language)
    return {"text": name_of(entity, words), "href": site.entity(entity), "note": note}


def _original(site: Site, info: ArticleInfo) -> Iterator[tuple[str, str]]:
    """The way to where an article was published, if that is an address of the web."""
    if address := web_address(info.url):
        yield site.say["original"], address


def _next(site: Site, href: str | None) -> tuple[str, str] | None:
    return (href, site.say["more"]) if href else None


def _pair(site: Site, entity: Entity) -> tuple[str, str]:
    return name_of(entity, wording(site.language)), site.entity(entity)


def _source(info: ArticleInfo, site: Site) -> Iterator[str]:
    if info.publisher:
        yield clean(info.publisher)
    if info.published:
        yield day(info.published, site.language)


def _passages(site: Site, answer: Answer, words: Wording) -> Iterator[dict[str, Any]]:
    """The passages behind an answer, each once."""
    seen: dict[str, Claim] = {}
    for row in (*answer.rows, *answer.also):
        for claim in row.evidence:
            seen.setdefault(claim.id, claim)
    for claim in [*seen.values()][:SHOWN]:
        info = claim.article
        said = "" if claim.modality == "asserted" else word(MODALITIES, claim.modality, words.language)
        yield {
            "quote": " ".join(claim.evidence.quote.split()),
            "title": clean(info.title or info.id),
            "own": site.article(info.id),
            "language": info.language if info.language.isalnum() else "",
            "rest": [*filter(None, (*_source(info, site), said))],
        }


def _mark(claim: Claim, words: Wording) -> Mark:
    """The highlight of a claim: what kind of thing it says, who has which part, when, and how it is said."""
    what = words.office(claim.office) if claim.office else words.type(claim.type)
    lines = [clean(claim.label or what)]
    lines += [
        f"{word(PREDICATES, role, words.language)}: {names(entities, words)}"
        for role, entities in claim.roles.items()
        if entities
    ]
    if claim.time is not None:
        lines.append(span_words(claim.time, words.language))
    lines.append(word(MODALITIES, claim.modality, words.language))
    words_of = claim.evidence
    return Mark(start=words_of.start, end=words_of.end, kind=claim.modality, tag="", lines=tuple(lines))


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs of a text stand; what is empty is none."""
    for found in re.finditer(r"[^\n]+(?:\n[^\n]+)*", text):
        yield found.span()


def _drawn(node: Node) -> list[Any]:
    """The children of a node for the template: texts, and mappings for what is highlighted."""
    return [
        child
        if isinstance(child, str)
        else {
            "kinds": " ".join(dict.fromkeys(mark.kind for mark in child.marks)),
            "claims": [[clean(line) for line in lines] for lines in dict.fromkeys(mark.lines for mark in child.marks)],
            "children": _drawn(child),
        }
        for child in node.children
    ]
