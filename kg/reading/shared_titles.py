"""One title for several people: « les présidents brésilien Lula et argentin Milei », "Presidents A of X and B of Y"."""

from collections.abc import Iterator, Sequence

from kg.model import Entity, Mention, OfficeMention, Standing
from kg.reading.titles import Title
from kg.reading.tree import Tree

_PUNCTUATION = {",", "(", ")"}


def held_by_several(tree: Tree, title: Title, mentions: Sequence[Mention], standing: Standing) -> list[OfficeMention]:
    """An office for each person whom a plural title names together with their states; empty where numbers differ.

    As many states as people go together in their order, one state is that of all, and where none is named the
    context has to tell.
    """
    by_first = {m.first: m for m in sorted(mentions, key=lambda m: m.last) if _counts(m)}
    by_last = {m.last: m for m in by_first.values()}
    after = list(_run(tree, title.last, by_first))
    people = [m for m in after if m.entity.kind == "Person"]
    if not people:
        people = list(_backwards(tree, title.first, by_last))
    states = [m.entity for m in after if m.entity.kind == "State"] or [
        m.entity for m in _backwards(tree, title.first, by_last) if m.entity.kind == "State"
    ]
    people = [m for m in people if m.entity.kind == "Person"]
    if len(people) < 2 or len(states) not in (0, 1, len(people)):
        return []
    owner = states[0] if states else None
    owners: Sequence[Entity | None] = states if len(states) == len(people) else [owner] * len(people)
    return [_office(title, person, owner, standing) for person, owner in zip(people, owners, strict=True)]


def _counts(mention: Mention) -> bool:
    named = mention.entity.kind == "State" and mention.sense in ("name", "adjective", "capital")
    return named or mention.entity.kind == "Person"


def _office(title: Title, person: Mention, owner: Entity | None, standing: Standing) -> OfficeMention:
    first, last = min(title.first, person.first), max(title.last, person.last)
    return OfficeMention(first, last, title.head, title.office.title_en, person.entity, owner, standing)


def _run(tree: Tree, at: int, by_first: dict[int, Mention]) -> Iterator[Mention]:
    """The people and states that follow one another from ``at`` on, with nothing but links between."""
    while at < len(tree):
        mention = by_first.get(at)
        if mention is not None:
            yield mention
            at = mention.last
        elif _links(tree, at):
            at += 1
        else:
            return


def _backwards(tree: Tree, at: int, by_last: dict[int, Mention]) -> list[Mention]:
    """The people and states that end one after the other before ``at``, in the text's order."""
    found: list[Mention] = []
    while at > 0:
        mention = by_last.get(at)
        if mention is not None:
            found.insert(0, mention)
            at = mention.first
        elif _links(tree, at - 1) or tree[at - 1].text in ("'s", "’s"):
            at -= 1
        else:
            break
    return found


def _links(tree: Tree, at: int) -> bool:
    """Whether a word may stand between the people and states of one title."""
    words = tree.words
    small = (words.genitive, words.origin, words.office_links, words.the, words.and_words, words.respectively)
    word = tree[at].text.lower()
    return word in _PUNCTUATION or word in words.address or any(word in kind for kind in small)
