"""The pieces of a question: its opening, names with the places they stand in, times, agreements and offices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from kg.model import TimeSpan
from kg.questions.names import Name, NameFinder
from kg.questions.placing import Placed, place_names, preposition_before
from kg.questions.text import Text
from kg.questions.titles import ARTICLES, Noun, find_titles, is_nominal
from kg.reading.names import NameMatcher, singular
from kg.reading.times import find_times
from kg.store import Store
from kg.vocabulary import Lexicon, load_gazetteer, load_lexicon

ANY_KIND = "agreement"
RELATIVES = frozenset({"que", "qu'", "qui", "who", "which", "that"})
_BEFORE_TIME = frozenset(
    {"en", "au", "à", "le", "l'", "la", "dans", "durant", "pendant", "courant", "du", "de", "cours", "lors", "in"}
    | {"on", "during", "the", "within", "at"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """How the question opens: what it asks for, half-open token indices, the preposition before, and its noun."""

    kind: str
    first: int
    last: int
    slot: str = ""
    noun: int | None = None


@dataclass(slots=True, kw_only=True)
class Pieces:
    """All that was recognised in a question."""

    text: Text
    lexicon: Lexicon
    ask: Ask | None
    names: list[Placed]
    agreements: list[Noun]
    offices: list[Noun]
    span: TimeSpan | None
    too_many_times: bool
    still: bool = False
    order: Literal["first", "last"] | None = None
    each: bool = False
    span_at: tuple[int, int] | None = None

    @property
    def unknown(self) -> list[Name]:
        return [placed.name for placed in self.names if not placed.name.named.iris]


def find_pieces(text: Text, store: Store, today: date) -> Pieces:
    """The pieces of ``text``; what they are made of is accounted for, but for prepositions, which roles account for."""
    lexicon, gazetteer = load_lexicon(), load_gazetteer(store.names.base)
    ask = _ask(text)
    if ask is not None:
        text.use(range(ask.first, ask.last))
        for first, last, kind in text.phrases(text.words.asks):
            if kind in ("exists", "whether"):
                text.use(range(first, last))
    for first, last, _ in text.phrases((phrase, "idle") for phrase in text.words.idle):
        text.use(range(first, last))
    timed = list(_times(text, today))
    spans = [span for _, _, span in timed]
    agreements = list(_agreements(text))
    offices = list(find_titles(text))
    order = _order(text)
    each = _each(text)
    finder = NameFinder(text, store, gazetteer, ask.last if ask and ask.kind in ("how many", "which", "what") else None)
    titled = finder.titled() if not agreements else []
    known = finder.known()
    bodies = finder.owners((title.first, title.last) for title in offices)
    owned = [name for name in bodies if all(name.named.iris != other.named.iris for other in known)]
    names = sorted([*titled, *known, *owned, *finder.others()], key=lambda name: (name.first, name.last))
    named = [name for name in names if name.named.kind == "Agreement"]
    names = [name for name in names if name not in named]
    own = [Noun(first=one.first, last=one.last, meaning=ANY_KIND, iris=one.named.iris) for one in named]
    agreements = _called(agreements, own)
    text.nominal.update(i for one in named for i in range(one.first, one.last))
    still = [range(first, last) for first, last, _ in text.phrases((phrase, "still") for phrase in text.words.still)]
    for span in still:
        text.use(span)
    if ask is not None and (ask.kind in ("which", "how many", "what") or is_whose(text, ask)):
        ask = _with_noun(text, ask)
    _use_relatives(text, ask)
    return Pieces(
        text=text,
        lexicon=lexicon,
        ask=ask,
        names=place_names(text, names, agreements),
        agreements=agreements,
        offices=offices,
        span=spans[0] if len(spans) == 1 else None,
        too_many_times=len(spans) > 1,
        still=bool(still),
        order=order,
        each=each,
        span_at=timed[0][:2] if len(timed) == 1 else None,
    )


def is_whose(text: Text, ask: Ask) -> bool:
    """ "Whose troops …": asks for those to whom the noun belongs."""
    return text.key(ask.last - 1) == "whose"


def _order(text: Text) -> Literal["first", "last"] | None:
    """« le dernier accord », "last met", « pour la première fois », "the most recent": the earliest or latest alone."""
    words: tuple[tuple[Literal["first", "last"], frozenset[str]], ...] = (
        ("last", text.words.last),
        ("first", text.words.first),
    )
    for index in range(len(text)):
        for order, known in words:
            if index in text.used or not text.is_lemma(index, known):
                continue
            text.use([index])
            beside = [i for i in (index - 1, index + 1, index + 2) if 0 <= i < len(text) and i not in text.used]
            text.use(i for i in beside if text.key(i) in ("plus", "most", "fois", "time", "en", "pour", "for"))
            first = index - 1
            while first >= 0 and text.key(first) in (*ARTICLES, "pour", "for", "en") and first not in text.used:
                text.use([first])
                first -= 1
            return order
    return None


def _each(text: Text) -> bool:
    """ "with both A and B", « à la fois avec A et B »."""
    known = [(tuple(phrase.split()), "each") for phrase in text.words.each]
    found = [range(first, last) for first, last, _ in text.phrases(known)]
    for span in found:
        text.use(span)
    return bool(found)


def _ask(text: Text) -> Ask | None:
    """The first opening; a preposition right before it is its slot."""
    for first, last, kind in text.phrases(text.words.asks):
        slot, start = "", first
        before = preposition_before(text, first)
        if before is not None:
            slot, start = before[0], before[1]
        return Ask(kind=kind, first=start, last=last, slot=slot)
    return None


def _with_noun(text: Text, ask: Ask) -> Ask:
    """The opening with its noun: « quels pays », « quelle est la date »; "what" with a noun is "which"."""
    at, direct = ask.last, True
    if ask.kind == "how many" and counts_people(text, ask):
        return ask
    while at < len(text) and (
        at in text.used
        or text.raw(at) in ARTICLES
        or text.is_lemma(at, text.words.be)
        or text.raw(at) in ("de", "d'", "of", "'s")
    ):
        direct = direct and (at in text.used or not text.is_lemma(at, text.words.be))
        at += 1
    if at >= len(text) or (ask.kind == "what" and text.language == "fr"):
        return ask
    nominal = text.tokens[at].pos in ("NOUN", "PROPN", "ADJ", "X") or text.is_lemma(at, text.words.nouns)
    if not nominal or (ask.kind == "what" and not direct and not text.is_lemma(at, text.words.nouns)):
        return ask
    return replace(ask, kind="which" if ask.kind == "what" else ask.kind, noun=_head(text, at))


def counts_people(text: Text, ask: Ask) -> bool:
    """« Combien de Kényans », "how many Ukrainians": the name of a people, not one before a noun."""
    at = ask.last
    named = at < len(text) and at in text.used and text.tokens[at].pos in ("NOUN", "PROPN")
    after = text.tokens[at + 1].pos if at + 1 < len(text) and at + 1 not in text.used else ""
    return named and after not in ("NOUN", "ADJ", "PROPN")


def is_counted(pieces: Pieces, placed: Placed, verb: int) -> bool:
    """« Combien d'Iraniens Washington a-t-il graciés »: who is counted suffers it where another does it."""
    ask = pieces.ask
    counted = ask is not None and ask.kind == "how many" and ask.noun is None and placed.name.first == ask.last
    others = [one for one in pieces.names if one.slot == "" and placed.name.last <= one.name.first < verb]
    return counted and bool(others)


def _head(text: Text, at: int) -> int:
    """ "military engineers": the noun after its adjectives, where no name or agreement stands between."""
    head = at
    while (
        text.language == "en" and text.tokens[head].pos == "ADJ" and head + 1 < len(text) and head + 1 not in text.used
    ):
        head += 1
    return head if text.tokens[head].pos == "NOUN" else at


def _use_relatives(text: Text, ask: Ask | None) -> None:
    """« les traités que la Russie a signés »: the pronoun only links the noun that is asked for to its clause."""
    for index in range(1, len(text)):
        noun = index - 1 in text.nominal or (ask is not None and ask.noun == index - 1)
        if noun and text.key(index) in RELATIVES and index not in text.used:
            text.use([index])


def _times(text: Text, today: date) -> Iterator[tuple[int, int, TimeSpan]]:
    """Each time with the half-open tokens that say it, without the prepositions before; all are accounted for."""
    for found in find_times(text.question, text.language, published=today):
        first, last = text.tokens_in(found.start, found.end)
        if not text.free(first, last):
            continue
        text.use(range(first, last))
        at = first - 1
        while at >= 0 and text.raw(at) in _BEFORE_TIME and at not in text.used:
            text.use([at])
            at -= 1
        yield first, last, found.span


@cache
def _agreement_matcher(language: str) -> NameMatcher[str]:
    lexicon = load_lexicon()
    nouns = {**lexicon.ambiguous_nouns(language), **lexicon.agreement_nouns(language)}
    return NameMatcher(((" ".join(words), kind) for words, kind in nouns.items()), key=_number_free)


def _number_free(word: str) -> str:
    """A folded word without the mark of its plural.

    >>> _number_free("commerciaux") == _number_free("commercial")
    True
    """
    return word[:-3] + "al" if word.endswith("aux") and len(word) > 4 else singular(word)


def _agreements(text: Text) -> Iterator[Noun]:
    found = []
    for match in _agreement_matcher(text.language).find(text.question):
        first, last = text.tokens_in(match.start, match.end)
        if first < last and text.free(first, last) and is_nominal(text, first):
            text.nominal.update(range(first, last))
            found.append(Noun(first=first, last=last, meaning=match.senses[0]))
    return iter(found or _texts(text))


def _texts(text: Text) -> Iterator[Noun]:
    """« quels textes lient … », "the documents": an agreement where the question calls it nothing else."""
    for index in range(len(text)):
        named = any(text.words.nouns.get(lemma) == "text" for lemma in text.lemmas(index))
        if named and text.tokens[index].pos in ("NOUN", "PROPN") and text.free(index, index + 1):
            text.nominal.add(index)
            yield Noun(first=index, last=index + 1, meaning=ANY_KIND)


def _called(nouns: list[Noun], own: list[Noun]) -> list[Noun]:
    """The nouns with the names of agreements; "the AUKUS pact" and « le traité New START » are one phrase each."""
    found = list(nouns)
    for name in own:
        beside = [one for one in found if one.first == name.last or (one.last == name.first and not one.iris)]
        if beside:
            found.remove(beside[0])
            name = replace(name, first=min(name.first, beside[0].first), last=max(name.last, beside[0].last))
        found.append(name)
    return sorted(found, key=lambda noun: (not noun.iris, noun.first)) if own else found
