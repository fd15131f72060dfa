"""Public offices in a text: which, of what, held by whom, and whether still."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Mention, OfficeMention, Standing
from kg.reading.names import NameMatcher
from kg.reading.tree import Tree
from kg.vocabulary import Office

_LINKS = {"de", "d'", "d’", "du", "des", "of", "for", "to", "the", "la", "le", "l'", "l’", "les", "à", "en", "auprès"}
_ARTICLES = {"le", "la", "l'", "l’", "les", "un", "une", "the", "a", "an", "son", "sa", "ses", "its", "their", "leur"}
_NEAR = 6
_STANDING_PHRASES = {("par", "intérim"), ("en", "exercice"), ("en", "fonction"), ("ad", "interim")}


@dataclass(frozen=True, slots=True)
class _Phrase:
    """An office's title at half-open token indices."""

    first: int
    last: int
    office: Office


def office_matcher(offices: Mapping[str, Office]) -> NameMatcher[Office]:
    """The matcher of every surface phrase of an office."""
    return NameMatcher(offices.items())


def find_offices(
    text: str,
    tree: Tree,
    mentions: Sequence[Mention],
    matcher: NameMatcher[Office],
    standings: Mapping[str, Standing],
    entity: Callable[[str], Entity | None],
) -> list[OfficeMention]:
    """The offices of a text in its order, with holder and state where the words beside the title give them.

    ``entity`` gives the state or organisation with a key.
    """
    people = [m for m in mentions if m.entity.kind == "Person"]
    found = []
    for phrase in _phrases(text, tree, matcher, mentions):
        of, reach = _owner(tree, phrase, mentions, entity)
        if phrase.office.of_entity:
            of = entity(phrase.office.of_entity) or of
        holder = _holder(tree, phrase, reach, people)
        first = min(phrase.first, holder.first) if holder else phrase.first
        last = max(reach, holder.last) if holder else reach
        found.append(
            OfficeMention(
                first,
                last,
                tree.head_of(phrase.first, phrase.last),
                phrase.office.title_en,
                holder.entity if holder else None,
                of,
                _standing(tree, phrase, reach, standings),
            )
        )
    return found


def _phrases(text: str, tree: Tree, matcher: NameMatcher[Office], mentions: Sequence[Mention]) -> Iterator[_Phrase]:
    """The titles in the text; a demonym may stand inside one: « ministre russe des Affaires étrangères »."""
    starts = [token.start for token in tree.tokens]
    ends = [token.end for token in tree.tokens]
    for match in matcher.find(_without_demonyms(text, tree, mentions)):
        first, last = bisect_right(starts, match.start) - 1, bisect_left(ends, match.end) + 1
        if 0 <= first < last <= len(tree) and any(tree[i].pos in ("NOUN", "PROPN", "ADJ") for i in range(first, last)):
            yield _Phrase(first, last, match.senses[0])


def _without_demonyms(text: str, tree: Tree, mentions: Sequence[Mention]) -> str:
    """The text with each demonym after a noun blanked, so that offsets stay."""
    characters = list(text)
    for mention in mentions:
        if mention.sense == "adjective" and mention.first > 0 and tree[mention.first - 1].pos in ("NOUN", "PROPN"):
            start, end = tree[mention.first].start, tree[mention.last - 1].end
            if text[start:end].islower():
                characters[start:end] = " " * (end - start)
    return "".join(characters)


def _owner(
    tree: Tree, phrase: _Phrase, mentions: Sequence[Mention], entity: Callable[[str], Entity | None]
) -> tuple[Entity | None, int]:
    """The state or organisation of the office, and where the words after the title that name it end."""
    owners = [m for m in mentions if m.entity.kind in ("State", "Organisation", "Group", "Place")]
    for m in owners:  # « ministre russe de la Défense », « secrétaire du Conseil de sécurité russe »
        if m.first < phrase.last and phrase.first < m.last and entity(m.entity.id) is not None:
            return m.entity, max(phrase.last, m.last)
    starting = {m.first: m for m in owners}
    end = _after_standing(tree, phrase.last)
    at = end
    while at < len(tree) and (tree[at].text.lower() in _LINKS) and at - end < 3:
        at += 1
    after = starting.get(at)
    if after is not None and (after.sense == "adjective" or at > end):
        return after.entity, after.last
    ending = {m.last: m for m in starting.values()}
    at = phrase.first
    for _ in range(3):
        before = ending.get(at)
        if before is not None and before.sense in ("adjective", "name", "capital", "seat", "body"):
            return before.entity, phrase.last
        if at > 0 and (tree[at - 1].text in ("'s", "’s", "’", "'") or tree[at - 1].pos == "ADJ"):
            at -= 1
        else:
            break
    for i in range(phrase.first, phrase.last):
        for child in tree.children(i, "amod", "nmod", "compound"):
            near = phrase.last <= child < phrase.last + 4 and tree.case(child) in ("", "de", "of")
            for mention in owners:
                if near and mention.head == child:
                    return mention.entity, max(phrase.last, mention.last)
    return None, phrase.last


def _after_standing(tree: Tree, at: int) -> int:
    """Where a title goes on after « par intérim » or « en exercice »."""
    if at + 1 < len(tree) and (tree[at].lemma, tree[at + 1].lemma) in _STANDING_PHRASES:
        return at + 2
    return at


def _holder(tree: Tree, phrase: _Phrase, reach: int, people: Sequence[Mention]) -> Mention | None:
    """The person named right after the title, or before it as its apposition or subject."""
    by_first = {m.first: m for m in people}
    at = reach
    while at < len(tree) and at - reach < 3 and (tree[at].text in (",", "M.", "Mme", "Mr", "Mr.", "Ms", "Dr", "–")):
        at += 1
    if at < len(tree) and at in by_first and _plain(tree, phrase):
        return by_first[at]
    back = phrase.first
    while back > 0 and (tree[back - 1].text.lower() in _ARTICLES or _modifies(tree, back - 1, phrase)):
        back -= 1
    if back > 0 and tree[back - 1].text in (",", "(", "–", "-", "—"):
        closing = {m.last: m for m in people}
        if back - 1 in closing:
            return closing[back - 1]
    return _subject(tree, phrase, people)


def _subject(tree: Tree, phrase: _Phrase, people: Sequence[Mention]) -> Mention | None:
    head = tree.head_of(phrase.first, phrase.last)
    if not tree.children(head, "cop"):
        return None
    subjects = tree.children(head, "nsubj")
    return next((m for m in people if m.head in subjects), None)


def _plain(tree: Tree, phrase: _Phrase) -> bool:
    """False for a plural: « les présidents russe et ukrainien » has no one holder."""
    return "Number=Plur" not in tree[tree.head_of(phrase.first, phrase.last)].morph


def _modifies(tree: Tree, at: int, phrase: _Phrase) -> bool:
    return phrase.first - at <= _NEAR and tree[at].pos in ("ADJ", "PROPN", "NUM", "ADV") and tree[at].text != ","


def _standing(tree: Tree, phrase: _Phrase, reach: int, standings: Mapping[str, Standing]) -> Standing:
    around = [tree[i].text.lower() for i in range(max(0, phrase.first - 3), phrase.first) if tree[i].pos != "PUNCT"]
    behind = " ".join(tree[i].text.lower() for i in range(phrase.last, min(len(tree), reach + 3)))
    inside = tree[phrase.first].text.lower()
    for words, standing in standings.items():
        single = words in around or inside.startswith(f"{words}-") or f"{words}-" in around
        if single or (f" {words} " in f" {behind} " and " " in words):
            return standing
    return "current"
