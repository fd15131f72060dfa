"""Article → reading: parses the text and finds who, when and how many."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache
from itertools import islice

from kg.model import (
    Article,
    Entity,
    KgError,
    Mention,
    Names,
    OfficeMention,
    QuantityMention,
    Reading,
    Sentence,
    TimeMention,
    Token,
)
from kg.reading.agreement_names import without_namesakes
from kg.reading.bodies import acting, bodies, of_states
from kg.reading.coreference import references
from kg.reading.groups import groups
from kg.reading.names import fold
from kg.reading.office_context import in_context
from kg.reading.offices import OfficeWords, find_offices
from kg.reading.paragraphs import paragraphs
from kg.reading.parser import LONGEST_PARAGRAPH, parse, shift
from kg.reading.people import affiliate, affiliations, unite
from kg.reading.peoples import peoples
from kg.reading.possessed_offices import of_pronouns
from kg.reading.quantities import find_quantities
from kg.reading.surfaces import known_names, name_matcher, recognised
from kg.reading.thoroughfares import called_after_people
from kg.reading.times import find_times
from kg.reading.titled import named_by_title
from kg.reading.titles import office_matcher
from kg.reading.tree import Tree
from kg.vocabulary import Gazetteer, load_gazetteer, load_grammar, load_language

_FORCES = ("soldiers", "troops", "military personnel", "fighters")
TOGETHER = 16
_ACTING_SENSES = ("capital", "seat", "people", "body")


def read(article: Article) -> Reading:
    """All that is found in ``article``; the same article gives the same reading."""
    return next(read_many([article]))[1]


def read_many(
    articles: Iterable[Article], failed: Callable[[Article, KgError], None] | None = None
) -> Iterator[tuple[Article, Reading]]:
    """Each article with its reading, in order; of some articles at a time those of one language are parsed together.

    An article that cannot be read is told to ``failed`` and left out; without ``failed`` its KgError is raised.
    """
    rest = iter(articles)
    while some := list(islice(rest, TOGETHER)):
        readings: dict[int, Reading] = {}
        for language in dict.fromkeys(article.language for article in some):
            own = [(place, article) for place, article in enumerate(some) if article.language == language]
            for place, tokens, sentences in _parsed(own, language):
                try:
                    readings[place] = _reading(some[place], tokens, sentences)
                except KgError as error:
                    if failed is None:
                        raise
                    failed(some[place], error)
        for place, article in enumerate(some):
            if place in readings:
                yield article, readings[place]


def _parsed(
    articles: Sequence[tuple[int, Article]], language: str
) -> Iterator[tuple[int, list[Token], list[Sentence]]]:
    """The tokens and sentences of each article, which comes with a number of its own, in order."""
    current = -1
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for parsed, bounds, (place, start, number) in parse(_stretches(articles), language):
        if place != current and current >= 0:
            yield current, tokens, sentences
            tokens, sentences = [], []
        current = place
        first = len(tokens)
        tokens += [shift(token, first, start) for token in parsed]
        sentences += [Sentence(first + a, first + b, number) for a, b in bounds]
    if current >= 0:
        yield current, tokens, sentences


def _stretches(articles: Iterable[tuple[int, Article]]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    """What the parser reads at once: a paragraph, or a part of one that is longer than any prose."""
    for place, article in articles:
        none = True
        for number, (start, end) in enumerate(paragraphs(article.text)):
            none = False
            for at in range(start, end, LONGEST_PARAGRAPH):
                yield article.text[at : min(end, at + LONGEST_PARAGRAPH)], (place, at, number)
        if none:
            yield "", (place, 0, 0)


def _reading(article: Article, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> Reading:
    gazetteer = load_gazetteer()
    tree = Tree(tokens, load_language(article.language))
    times, quantities = _figures(article, tokens)
    soldiers = {q.head for q in quantities if q.quantity.of in _FORCES}
    mentions, offices = _actors(article, tree, sentences, gazetteer, soldiers)
    return Reading(
        article.id,
        article.language,
        tuple(tokens),
        tuple(sentences),
        mentions,
        offices,
        tuple(times),
        tuple(quantities),
    )


@cache
def _office_words(language: str) -> OfficeWords:
    gazetteer = load_gazetteer()
    return OfficeWords(
        matcher=office_matcher(gazetteer.offices(language)),
        standings=gazetteer.standings(language),
        predicates=gazetteer.predicates(language),
        counterparts=gazetteer.counterparts(language),
        successions=gazetteer.successions(language),
        polities=frozenset(fold(noun) for noun in load_grammar(language).polities),
    )


def _actors(
    article: Article, tree: Tree, sentences: Sequence[Sentence], gazetteer: Gazetteer, soldiers: Collection[int]
) -> tuple[tuple[Mention, ...], tuple[OfficeMention, ...]]:
    language, text = article.language, article.text
    known = without_namesakes(tree, text, known_names(text, tree, language), language)
    others = recognised(tree, text, known, Names(), gazetteer.bodies(language))
    named = unite(called_after_people(tree, text, [*_outside(known, others), *others]))
    named = [_labelled(mention, gazetteer, language) for mention in named]
    named.sort(key=lambda mention: (mention.first, mention.last))
    named = peoples(tree, text, named, language)
    named = of_states(tree, named)
    offices = find_offices(text, tree, named, _office_words(language), lambda key: _entity(key, language))
    titled = named_by_title(tree, text, named, offices)
    if titled != named:
        named = unite(sorted(titled, key=lambda mention: (mention.first, mention.last)))
        offices = find_offices(text, tree, named, _office_words(language), lambda key: _entity(key, language))
    named += groups(tree, text, named, gazetteer.bodies(language), load_grammar(language))
    named += bodies(tree, named, gazetteer.bodies(language))
    named += _by_office(named, offices)
    named.sort(key=lambda mention: (mention.head, mention.first))
    by_person = affiliations(offices)
    named = [replace(mention, entity=affiliate(mention.entity, by_person)) for mention in named]
    spoken, states = references(
        tree,
        sentences,
        named,
        language,
        gazetteer,
        lambda code: _entity(code, language),
        _bare(language),
        soldiers,
        _in_title(article),
        {office.head for office in offices if office.of is None},
    )
    everyone = sorted([*named, *spoken], key=lambda mention: (mention.head, mention.first))
    offices = of_pronouns(offices, tree, everyone, lambda code: _entity(code, language), gazetteer.offices(language))
    everyone = _without_wrong_owners(everyone, offices)
    everyone = sorted([*everyone, *_by_office(everyone, offices)], key=lambda mention: (mention.head, mention.first))
    titles = frozenset(o.title_en for o in gazetteer.offices(language).values() if o.of in ("state", "any"))
    offices = in_context(offices, tree, sentences, everyone, titles, lambda code: _entity(code, language), states)
    by_person = affiliations(offices)
    everyone = [replace(mention, entity=affiliate(mention.entity, by_person)) for mention in everyone]
    offices = [
        replace(office, holder=affiliate(office.holder, by_person)) if office.holder else office for office in offices
    ]
    return tuple(everyone), tuple(offices)


def _in_title(article: Article) -> list[Entity]:
    """Those whom the title names, in its order."""
    title = article.info.title or ""
    found = name_matcher(article.language).find(title, lambda _, start, __: title[start].isupper())
    return [match.senses[0][1].entity for match in found]


@cache
def _bare(language: str) -> frozenset[str]:
    """The nouns that stand for the state spoken of when nothing says whose they are: « le pays », « les troupes »."""
    bodies = load_gazetteer().bodies(language)
    acting_nouns = frozenset(noun for noun, body in bodies.items() if body.kind not in ("people", "group"))
    return acting_nouns | load_grammar(language).countries


def _entity(code: str, language: str) -> Entity | None:
    """The state with an ISO 3166 code, or the organisation with a key, named in ``language``."""
    gazetteer = load_gazetteer()
    entity = gazetteer.entity(code)
    return replace(entity, label=gazetteer.labels(code).get(language, entity.label)) if entity else None


def _outside(known: Sequence[Mention], others: Sequence[Mention]) -> list[Mention]:
    """The known names without people's surnames that stand in the longer name of somebody else."""
    longer = {i: m for m in others if m.entity.kind == "Person" for i in range(m.first, m.last)}
    return [m for m in known if m.entity.kind != "Person" or m.first not in longer]


def _labelled(mention: Mention, gazetteer: Gazetteer, language: str) -> Mention:
    """The mention with its entity's label in the article's language, acting where a stand-in names the state."""
    entity = mention.entity
    label = gazetteer.labels(entity.id).get(language)
    if label:
        entity = replace(entity, label=label)
    if mention.sense in _ACTING_SENSES:
        entity = acting(entity)
    return replace(mention, entity=entity)


def _by_office(mentions: Sequence[Mention], offices: Sequence[OfficeMention]) -> list[Mention]:
    """The head noun of a title stands for its holder, or for the state where nobody is named."""
    taken = {mention.head for mention in mentions if mention.sense != "adjective"}
    found = []
    for office in offices:
        entity: Entity | None = office.holder or (acting(office.of) if office.of else None)
        if entity is not None and office.head not in taken:
            found.append(Mention(office.first, office.last, office.head, entity, "office"))
    return found


def _without_wrong_owners(mentions: Sequence[Mention], offices: Sequence[OfficeMention]) -> list[Mention]:
    """The mentions but for descriptions that take an office for that of somebody else: « le porte-parole du parti »."""
    owners = {office.head: office.of for office in offices if office.of is not None}
    return [
        m
        for m in mentions
        if m.sense != "description" or (owner := owners.get(m.head)) is None or owner.id == m.entity.id
    ]


def _figures(article: Article, tokens: Sequence[Token]) -> tuple[list[TimeMention], list[QuantityMention]]:
    starts = [token.start for token in tokens]
    ends = [token.end for token in tokens]

    def span(start: int, end: int) -> tuple[int, int]:
        return bisect_right(ends, start), bisect_left(starts, end)

    found = find_times(article.text, article.language, published=article.published)
    times = []
    for time in found:
        first, last = span(time.start, time.end)
        if first < last:
            times.append(TimeMention(first, last, time.span))
    quantities = []
    for figure in find_quantities(article.text, article.language, times=found):
        first, last = span(figure.start, figure.end)
        noun_first, noun_last = span(figure.noun_start, figure.noun_end)
        if first < last:
            head = max(first, noun_last - 1) if noun_first < noun_last else last - 1
            quantities.append(QuantityMention(first, last, head, figure.quantity))
    return times, quantities
