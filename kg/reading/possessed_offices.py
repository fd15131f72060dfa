"""Offices of whom only a pronoun or a description names: "its defence minister", « le chef de la junte »."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from kg.model import Entity, Mention, OfficeMention
from kg.reading.tree import Tree

_OWNERS = ("State", "Organisation", "Group")


def of_pronouns(
    offices: Sequence[OfficeMention],
    tree: Tree,
    mentions: Sequence[Mention],
    state: Callable[[str], Entity | None],
    titles: Collection[str],
) -> list[OfficeMention]:
    """The offices, those that name nobody with whom the possessive or genitive beside the title stands for.

    ``titles`` are phrases that name an office whole (« chef de l'État »). What a person has is of the state that the
    person acts for: « Le président … a limogé son ministre ».
    """
    meant = {m.head: m.entity for m in mentions if m.sense in ("pronoun", "description", "body")}
    found = []
    for office in offices:
        if office.of is None and (owner := next(_owners(tree, office, meant, state, titles), None)):
            office = replace(office, of=replace(owner, acts_for=None))
        found.append(office)
    return found


def _owners(
    tree: Tree,
    office: OfficeMention,
    meant: dict[int, Entity],
    state: Callable[[str], Entity | None],
    titles: Collection[str],
) -> Iterator[Entity]:
    behind = (i for i in range(office.head + 1, office.last) if office.head <= tree[i].head < i)
    for child in (*tree.children(office.head, "nmod:poss", "det", "nmod"), *behind):
        entity = meant.get(child)
        phrase = " ".join(tree[i].text.lower() for i in range(office.head, child + 1)).replace("' ", "'")
        genitive = child > office.head and tree.case(child) in tree.words.genitive and phrase not in titles
        if entity is None or not (child < office.first or genitive):
            continue
        if entity.kind in _OWNERS:
            yield entity
        elif served := state(entity.state) if entity.state else None:
            yield served
