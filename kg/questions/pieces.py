"""The pieces of a question: its opening, names with the places they stand in, times, agreements and offices."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Literal

from kg.model import TimeSpan
from kg.questions.names import Name, NameFinder
from kg.questions.text import Text
from kg.questions.titles import ARTICLES, Noun, find_titles, is_nominal
from kg.reading.names import NameMatcher, singular
from kg.reading.times import find_times
from kg.store import Store
from kg.vocabulary import Lexicon, load_gazetteer, load_lexicon

ANY_KIND = "agreement"
RELATIVES = frozenset({"que", "qu'", "qui", "who", "which", "that"})
_TOGETHER = frozenset({"et", "and", ",", "-", "–", "/"})
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A name with the slot that it stands in: a preposition, ``adjective``, ``possessor`` or, bare, the empty one.

    ``marks`` are the tokens that say so. ``group`` is the same for names that are coordinated.
    """

    name: Name
    slot: str
    marks: tuple[int, ...]
    group: int


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
    known = finder.known()
    bodies = finder.owners((title.first, title.last) for title in offices)
    owned = [name for name in bodies if all(name.named.iris != other.named.iris for other in known)]
    names = sorted([*known, *owned, *finder.others()], key=lambda name: (name.first, name.last))
    named = [name for name in names if name.named.kind == "Agreement"]
    names = [name for name in names if name not in named]
    own = [Noun(first=one.first, last=one.last, meaning=ANY_KIND, iris=one.named.iris) for one in named]
    agreements = _called(agreements, own)
    text.nominal.update(i for one in named for i in range(one.first, one.last))
    still = [range(first, last) for first, last, _ in text.phrases((phrase, "still") for phrase in text.words.still)]
    for span in still:
        text.use(span)
    if ask is not None and ask.kind in ("which", "how many", "what"):
        ask = _with_noun(text, ask)
    _use_relatives(text, ask)
    return Pieces(
        text=text,
        lexicon=lexicon,
        ask=ask,
        names=_placed(text, names, agreements),
        agreements=agreements,
        offices=offices,
        span=spans[0] if len(spans) == 1 else None,
        too_many_times=len(spans) > 1,
        still=bool(still),
        order=order,
        each=each,
        span_at=timed[0][:2] if len(timed) == 1 else None,
    )


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


def preposition_before(text: Text, index: int) -> tuple[str, int] | None:
    """The slot of the preposition that ends right before ``index``, and its first token."""
    for phrase, slot in text.words.prepositions:
        first = index - len(phrase)
        if first >= 0 and text.phrase_at(first, phrase) is not None and text.free(first, index):
            return slot, first
    return None


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


def _placed(text: Text, names: list[Name], agreements: list[Noun]) -> list[Placed]:
    placed: list[Placed] = []
    starts = {noun.first for noun in agreements}
    for number, name in enumerate(names):
        slot, group = _slot(text, name, starts), number
        marks: tuple[int, ...] = ()
        left = name.first
        while left > 0 and text.raw(left - 1) in ARTICLES and left - 1 not in text.used:
            left -= 1
        before = preposition_before(text, left)
        previous = placed[-1] if placed else None
        joined = previous is not None and _joined(text, previous.name.last, left)
        if name.sense == "adjective" and name.named.acting and not before:
            slot = "adjective"
        elif before is not None and slot in ("", "possessor"):
            slot, marks = before[0], tuple(range(before[1], left))
        elif joined and previous is not None:
            slot = slot or previous.slot
        if joined and previous is not None and slot == previous.slot:
            group = previous.group
            text.use(range(previous.name.last, left))
        credited = _credited(text, name, left, slot)
        attributed = _attributed(text, credited if credited is not None else left)
        if attributed is not None:
            slot, marks = "source", tuple(range(attributed, left))
            text.use([*marks, *_bodies_after(text, name)])
        elif credited is not None and slot == "by":
            slot = "source"
        if joined and slot == "adjective" and previous is not None and previous.slot == "":
            placed[-1], group = replace(previous, slot=slot), previous.group
            text.use(range(previous.name.last, left))
        placed.append(Placed(name=name, slot=slot, marks=marks, group=group))
    return _shared_compounds(placed)


def _shared_compounds(placed: list[Placed]) -> list[Placed]:
    """ "the Russia-Iran treaty": what is joined to a name before a noun stands there too."""
    slots = {one.group: one.slot for one in placed if one.slot == "adjective"}
    return [replace(one, slot=slots[one.group]) if one.slot == "" and one.group in slots else one for one in placed]


def _slot(text: Text, name: Name, agreement_starts: set[int]) -> str:
    if name.last < len(text) and text.raw(name.last) in ("'s", "'"):
        text.use([name.last])
        return "possessor"
    follows = name.last < len(text) and (name.last in agreement_starts or text.tokens[name.last].pos == "NOUN")
    if text.language == "en" and follows and not _after_do(text, name):
        return "adjective"
    return ""


def _after_do(text: Text, name: Name) -> bool:
    """ "Did the EU sanction Russia?": the name is the subject of a verb that may look like a noun."""
    return any(text.is_lemma(i, ("do", "will")) for i in range(name.first)) and name.last not in text.nominal


def _joined(text: Text, end: int, start: int) -> bool:
    if start < end:
        return True
    between = [text.raw(i) for i in range(end, start)]
    return 1 <= len(between) <= 2 and all(word in _TOGETHER for word in between)


def _credited(text: Text, name: Name, left: int, slot: str) -> int | None:
    """Where « les estimations de » X begins; for "X's count" where its name does, when the noun is accounted for."""
    if slot == "by" and name.last + 1 < len(text) and text.raw(name.last) in ("'s", "'"):
        if text.is_lemma(name.last + 1, text.words.credited):
            text.use([*range(left - 1, name.first), name.last + 1])
            return left
        return None
    start, found = left, False
    links = (*ARTICLES, "de", "du", "d'", "des", "of", "le", "les")
    while start > 0 and (text.raw(start - 1) in links or _is_body(text, start - 1)):
        start -= 1
        found = found or _is_body(text, start)
    return start if found else None


def _bodies_after(text: Text, name: Name) -> range:
    """ "according to Seoul's spy agency": the words after the name that say who of them it is."""
    last = name.last
    while last < len(text) and (text.raw(last) in ("'s", "'") or _is_body(text, last)):
        last += 1
    return range(name.last, last)


def _is_body(text: Text, index: int) -> bool:
    """A noun for what somebody says or counts, or for who speaks for a state."""
    return text.is_lemma(index, text.words.credited | text.words.bodies) and text.tokens[index].pos != "VERB"


def _attributed(text: Text, index: int) -> int | None:
    """Where « selon » and the like begin that end right before ``index``."""
    for phrase in text.words.attribution:
        first = index - len(phrase)
        if first >= 0 and text.phrase_at(first, phrase) is not None:
            return first
    return None
