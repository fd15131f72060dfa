"""Offices completed from the context: the state that a title leaves out, the holder that a description means."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from kg.model import Entity, Mention, OfficeMention, Sentence
from kg.reading.tree import Tree

_DEFINITE = {"le", "la", "l'", "l’", "the"}


def in_context(
    offices: Sequence[OfficeMention],
    tree: Tree,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    state_titles: Collection[str],
    entity: Callable[[str], Entity | None],
) -> list[OfficeMention]:
    """The offices with what their own words leave open, in the order given.

    A title that names no state is of the one that the holder's other titles give, else of the one that the holder is
    known to act for, else of the one that was last the subject of a sentence of the same paragraph (« Washington
    souligne … Le secrétaire à la Défense a averti … »), else of the only one that the text names. A definite
    description (« le président russe ») means the one person of that state whom the text has named before.
    ``state_titles`` are the offices of states, ``entity`` gives a state by its code.
    """
    served = [replace(office, of=_state_served(office.of, entity)) for office in offices]
    known = {o.holder.id: o.of for o in served if o.holder and o.of}
    subjects = [m for m in mentions if m.entity.kind == "State" and _is_main_subject(tree, m.head)]
    found = []
    for office in served:
        if office.of is None and office.holder is not None:
            acts_for = entity(office.holder.acts_for) if office.holder.acts_for else None
            of = known.get(office.holder.id) or acts_for
            if of is None and office.office in state_titles:
                start = _paragraph_start(sentences, office.first)
                of = next((m.entity for m in reversed(subjects) if start <= m.head < office.first), None)
                of = of or _only_state(mentions, entity)
            office = replace(office, of=replace(of, acts_for=None) if of else None)
        found.append(office)
    return [_described(office, found, tree, mentions) for office in found]


def _described(
    office: OfficeMention, offices: Sequence[OfficeMention], tree: Tree, mentions: Sequence[Mention]
) -> OfficeMention:
    """The office with its holder where it is a description of the only person it can mean."""
    if office.holder is not None or office.of is None or office.of.iso3 is None or not _is_definite(tree, office):
        return office
    titled = {o.holder.id: o.office for o in offices if o.holder and o.first < office.first}
    persons = list(_persons(mentions, office.of.iso3, office.first))
    same = [person for person in persons if titled.get(person.id) == office.office]
    untitled = [person for person in persons if person.id not in titled]
    candidates = same or untitled
    return replace(office, holder=candidates[0]) if len(candidates) == 1 else office


def _only_state(mentions: Sequence[Mention], entity: Callable[[str], Entity | None]) -> Entity | None:
    """The state that a text speaks of where it speaks of one only."""
    codes = {m.entity.iso3 or m.entity.acts_for for m in mentions} - {None}
    return entity(codes.pop() or "") if len(codes) == 1 else None


def _persons(mentions: Sequence[Mention], code: str, before: int) -> Iterator[Entity]:
    """The people of a state whom the text names before a token, each once."""
    seen: set[str] = set()
    for mention in mentions:
        entity = mention.entity
        if entity.kind == "Person" and entity.acts_for == code and mention.head < before and entity.id not in seen:
            seen.add(entity.id)
            yield entity


def _is_definite(tree: Tree, office: OfficeMention) -> bool:
    words = [tree[c].text.lower() for c in tree.children(office.head, "det")]
    return "Number=Plur" not in tree[office.head].morph and any(word in _DEFINITE for word in words)


def _state_served(of: Entity | None, entity: Callable[[str], Entity | None]) -> Entity | None:
    """The state where an office is of a body that acts for it (« le Conseil de sécurité russe »)."""
    if of is not None and of.kind == "Organisation" and of.acts_for:
        return entity(of.acts_for) or of
    return replace(of, acts_for=None) if of is not None else None


def _is_main_subject(tree: Tree, index: int) -> bool:
    """Whether the token is the subject of a main clause."""
    token = tree[index]
    verb = tree[token.head]
    return token.dep.startswith("nsubj") and (
        verb.dep == "root" or (verb.dep == "conj" and tree[verb.head].dep == "root")
    )


def _paragraph_start(sentences: Sequence[Sentence], index: int) -> int:
    """The first token of the paragraph in which the token at ``index`` stands."""
    here = next((s.paragraph for s in sentences if s.first <= index < s.last), -1)
    return min((s.first for s in sentences if s.paragraph == here), default=0)
