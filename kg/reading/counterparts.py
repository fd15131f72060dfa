"""« son homologue », "his successor": who holds the same office in another state, or held it at another time."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from kg.model import Entity, Mention, OfficeMention, Standing
from kg.reading.tree import Tree

_BETWEEN = {",", "(", "–", "—"}
_REACH = 60


def counterparts(
    tree: Tree, mentions: Sequence[Mention], offices: Sequence[OfficeMention], nouns: Collection[str]
) -> Iterator[OfficeMention]:
    """The office of each counterpart of a text, with the name and the state that stand beside the noun.

    The office is that of the nearest holder before, else the first one after; the state is never theirs.
    """
    people = {m.first: m for m in mentions if m.entity.kind == "Person"}
    ahead = {m.last: m for m in people.values()}
    states = {m.first: m for m in mentions if m.entity.kind == "State" and m.sense in ("name", "adjective", "capital")}
    ending = {m.last: m for m in states.values()}
    for token in tree.tokens:
        if token.lemma not in nouns and token.text.lower() not in nouns:
            continue
        if "Number=Plur" in token.morph or token.pos not in ("NOUN", "PROPN", "ADJ"):
            continue
        model = _model(offices, token.index)
        if model is None:
            continue
        of, reach = _state(tree, token.index, states, ending)
        own = [c for c in tree.children(token.index, "det", "amod", "nmod:poss") if c >= token.index - 3]
        first = min([token.index, *own])
        person = _named(tree, reach, people) or _apposed(tree, first, ahead)
        state = of or (_known_state(person, mentions) if person else None)
        if state is not None and model.of is not None and state.iso3 == model.of.iso3:
            state = None
        first, last = (min(first, person.first), max(person.last, reach)) if person else (first, reach)
        yield OfficeMention(first, last, token.index, model.office, person.entity if person else None, state, "current")


def successions(
    tree: Tree, mentions: Sequence[Mention], offices: Sequence[OfficeMention], nouns: Mapping[str, Standing]
) -> Iterator[OfficeMention]:
    """The office of whoever came before or after its holder: « Son successeur, X », "Her predecessor, X".

    ``nouns`` say whether it is still held. It is the office of the nearest holder before, or of the one that is named.
    """
    people = {m.first: m for m in mentions if m.entity.kind == "Person"}
    ahead = {m.last: m for m in people.values()}
    for token in tree.tokens:
        standing = nouns.get(token.lemma) or nouns.get(token.text.lower())
        if standing is None or token.pos not in ("NOUN", "PROPN") or "Number=Plur" in token.morph:
            continue
        served = [m for c in tree.children(token.index, "nmod", "nmod:poss") for m in people.values() if m.head == c]
        owned = [c for c in tree.children(token.index, "det", "nmod:poss") if _is_possessive(tree, c)]
        reach = max([token.index + 1, *(m.last for m in served)])
        person = _named(tree, reach, people) or _apposed(tree, min([token.index, *owned]), ahead)
        model = _held(offices, token.index, served[0].entity if served else None) if served or owned else None
        if person is None or model is None or model.of is None or model.holder == person.entity:
            continue
        first, last = min(token.index, person.first, *owned), max(reach, person.last)
        yield OfficeMention(first, last, token.index, model.office, person.entity, model.of, standing)


def _is_possessive(tree: Tree, at: int) -> bool:
    return tree[at].text.lower() in tree.words.possessives


def _held(offices: Sequence[OfficeMention], at: int, holder: Entity | None) -> OfficeMention | None:
    """The nearest office before that somebody, or this person, holds."""
    before = [o for o in offices if o.first < at and at - o.last <= _REACH and o.holder is not None]
    return next((o for o in reversed(before) if holder is None or o.holder == holder), None)


def _apposed(tree: Tree, first: int, ahead: dict[int, Mention]) -> Mention | None:
    """The person to whom the noun stands in apposition: "Ana Silva, her Chilean counterpart"."""
    return ahead.get(first - 1) if first > 0 and tree[first - 1].text == "," else None


def _model(offices: Sequence[OfficeMention], at: int) -> OfficeMention | None:
    before = [o for o in offices if o.last <= at and at - o.last <= _REACH]
    held = [o for o in before if o.holder is not None] or before
    after = [o for o in offices if o.first > at and o.first - at <= _REACH]
    return held[-1] if held else (after[0] if after else None)


def _state(tree: Tree, noun: int, states: dict[int, Mention], ending: dict[int, Mention]) -> tuple[Entity | None, int]:
    """The state whose the counterpart is, and where the words that say so end."""
    if noun in ending and ending[noun].sense == "adjective":
        return ending[noun].entity, noun + 1
    links = tree.words.genitive | tree.words.origin | tree.words.the
    at = noun + 1
    while at < len(tree) and at - noun < 4 and tree[at].text.lower() in links:
        at += 1
    mention = states.get(at)
    if mention is not None and (mention.sense == "adjective" or at > noun + 1):
        return mention.entity, mention.last
    return None, noun + 1


def _named(tree: Tree, at: int, people: dict[int, Mention]) -> Mention | None:
    for start in range(at, min(len(tree), at + 3)):
        if start in people:
            return people[start]
        if tree[start].text.lower() not in _BETWEEN | tree.words.address:
            return None
    return None


def _known_state(person: Mention, mentions: Sequence[Mention]) -> Entity | None:
    """The state that the person is known to act for, where the text names it."""
    code = person.entity.state
    return next((m.entity for m in mentions if code and m.entity.iso3 == code), None)
