"""The public offices that a question names, and what every noun phrase of one is."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from kg.questions.text import Text
from kg.reading.names import NameMatcher, singular
from kg.vocabulary import Office, load_gazetteer

ARTICLES = frozenset({"le", "la", "l'", "les", "un", "une", "the", "a", "an", "des", "ce", "cette", "this"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Noun:
    """A noun phrase: half-open token indices, what it stands for in the lexicon, and what bears it as its own name."""

    first: int
    last: int
    meaning: str
    iris: tuple[str, ...] = ()


def is_nominal(text: Text, index: int) -> bool:
    """Whether the word is no verb: a determiner, a question word or another noun of its phrase stands before it."""
    if text.tokens[index].pos in ("NOUN", "PROPN", "ADJ") or index == 0:
        return True
    before = text.tokens[index - 1]
    return before.pos in ("DET", "ADJ", "NUM") or before.text.lower() in ARTICLES


@cache
def _office_matcher(language: str) -> NameMatcher[Office]:
    return NameMatcher(load_gazetteer().offices(language).items())


def find_titles(text: Text) -> Iterator[Noun]:
    """The titles of the question; one that a demonym parts (« ministre russe de la Défense ») is found whole.

    A state that a title names is its owner, so stays to be read as a name.
    """
    mentions = [m for m in text.reading.mentions if text.free(m.first, m.last)]
    states = [m for m in mentions if m.entity.kind == "State" and m.sense in ("name", "adjective")]
    parts = [m for m in mentions if m.sense == "adjective"]
    gaps = [(text.tokens[m.first - 1].end, text.tokens[m.last - 1].end) for m in parts if m.first]
    gaps += [(text.tokens[m.first - 1].end, text.tokens[m.last].end) for m in states if m.first and _owns(text, m.last)]
    marks = [(one.start, one.end) for one in text.tokens if one.text in ("'s", "’s")]
    kept = _left_out(text, gaps)
    found = [(match.start, match.end, match.senses[0]) for match in _office_matcher(text.language).find(text.question)]
    found += _plural_titles(text)
    for left in (kept, _left_out(text, marks)):  # "the Kremlin's spokesman" is the Kremlin spokesman
        parted = _office_matcher(text.language).find("".join(text.question[i] for i in left))
        found += [(left[match.start], left[match.end - 1] + 1, match.senses[0]) for match in parted]
    found += _heads_of_ministries(text, kept)
    for start, end, office in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        first, last = text.tokens_in(start, end)
        if first < last and is_nominal(text, first) and text.free(first, last):
            first, last = _without_owner(text, first, last, office)
            own = office.title_en.lower() == office.title_en  # else the title says whose it is: "Kremlin spokesman"
            owners = [m for m in mentions if own and m.entity.kind == "Organisation" and m.sense == "name"]
            named = {i for m in (*states, *owners) for i in range(m.first, m.last)}
            text.use(i for i in range(first, last) if i not in named)
            yield Noun(first=first, last=last, meaning=office.title_en)


def _left_out(text: Text, gaps: Iterable[tuple[int, int]]) -> list[int]:
    """The offsets of the question without those in the gaps."""
    spans = list(gaps)
    return [i for i in range(len(text.question)) if not any(start <= i < end for start, end in spans)]


def _owns(text: Text, index: int) -> bool:
    """ "secretary of Iran's Security Council": the owner parts the title."""
    return index < len(text) and text.raw(index) in ("'s", "'")


def _plural_titles(text: Text) -> list[tuple[int, int, Office]]:
    """« Qui sont les présidents de … », "the foreign ministers": only where those are asked for who hold the office."""
    copular = any(text.raw(i) in ("sont", "étaient", "are", "were") for i in range(min(3, len(text))))
    if not copular:
        return []
    return [(match.start, match.end, match.senses[0]) for match in _plural_matcher(text.language).find(text.question)]


@cache
def _plural_matcher(language: str) -> NameMatcher[Office]:
    offices = load_gazetteer().offices(language).items()
    return NameMatcher([(phrase, one) for phrase, one in offices if one.title_en != "minister"], key=singular)


def _heads_of_ministries(text: Text, kept: list[int]) -> Iterator[tuple[int, int, Office]]:
    """« qui dirige le ministère de la Défense »: the office at the head of what is led, where it is called after it."""
    if not any("lead" in text.words.verbs.get((lemma,), ()) for i in range(len(text)) for lemma in text.lemmas(i)):
        return
    question = "".join(text.question[i] for i in kept)
    for body, minister in text.words.ministries.items():
        named = re.sub(rf"\b{body}\b", minister.ljust(len(body)), question, flags=re.IGNORECASE)
        for match in _office_matcher(text.language).find(named) if named != question else ():
            yield kept[match.start], kept[match.end - 1] + 1, match.senses[0]


def _without_owner(text: Text, first: int, last: int, office: Office) -> tuple[int, int]:
    """The title without the state or organisation that it names, where it is the same title without it."""
    for mention in text.reading.mentions:
        if mention.sense not in ("name", "adjective") or mention.entity.kind not in ("State", "Organisation"):
            continue
        if first < mention.first and mention.last == last:
            short = (first, mention.first)
            while text.raw(short[1] - 1) in (*ARTICLES, "de", "du", "d'", "of", "des"):
                short = (first, short[1] - 1)
        elif mention.first == first and mention.last < last:
            short = (mention.last, last)
        else:
            continue
        shorter = [*_office_matcher(text.language).find(text.question_part(*short))]
        if any(match.senses[0] == office for match in shorter):
            return short
    return first, last
