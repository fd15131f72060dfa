"""Peoples within states: "Bosnian Serbs", « Serbes de Bosnie », "Iraqi Kurds", "ethnic Albanians"."""

from collections.abc import Iterator, Sequence

from kg.model import Entity, Mention, MentionSense, Names
from kg.reading.tree import Tree


def peoples(tree: Tree, text: str, mentions: Sequence[Mention], language: str) -> list[Mention]:
    """``mentions`` with those that together name one people replaced by one mention of it, as a group.

    A people is the name of one people beside that of another state, or with "ethnic" before it.
    """
    found: list[Mention] = []
    used: set[int] = set()
    for at, mention in enumerate(mentions):
        if at in used:
            continue
        following = mentions[at + 1] if at + 1 < len(mentions) else None
        of = next(_states_of(tree, mention, mentions), None)
        if following is not None and _is_compound(tree, mention, following, language):
            used.add(at + 1)
            first, second = (mention, following) if language == "en" else (following, mention)
            found.append(_people(tree, text, first, second))
        elif of is not None and mention.sense != "adjective":
            used.add(mentions.index(of))
            found.append(_people(tree, text, of, mention))
        elif _is_ethnic(tree, mention):
            group = _group(f"ethnic-{_key(mention.entity)}", _words(tree, text, mention.first - 1, mention.last))
            found.append(Mention(mention.first - 1, mention.last, mention.head, group, _sense(mention)))
        else:
            found.append(mention)
    return found


def _is_compound(tree: Tree, one: Mention, other: Mention, language: str) -> bool:
    """Whether two names side by side name one people: adjective and people, or two adjectives of one noun."""
    if one.last != other.first or one.first == other.first or one.entity.id == other.entity.id:
        return False
    modifier, people = (one, other) if language == "en" else (other, one)
    if modifier.entity.kind not in ("State", "Place") or not _is_people(people):
        return False
    if language == "fr":
        return modifier.sense == "adjective" and tree[modifier.last - 1].text.islower()
    if modifier.sense == "adjective":
        return True
    return modifier.sense == "name" and tree[modifier.head].dep == "compound" and people.sense != "adjective"


def _is_people(mention: Mention) -> bool:
    if mention.entity.kind == "Group":
        return mention.sense in ("people", "name", "adjective")
    return mention.entity.kind == "State" and mention.sense in ("people", "adjective")


def _states_of(tree: Tree, people: Mention, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """The other states whose name hangs from a people's by « de » or "of"."""
    named = people.sense == "people" or (people.entity.kind == "Group" and people.sense == "name")
    if not named:
        return
    for child in tree.children(people.head, "nmod"):
        for mention in mentions:
            fits = mention.head == child and mention.sense == "name" and mention.entity.kind in ("State", "Place")
            if fits and tree.case(child) in tree.words.genitive and mention.entity.id != people.entity.id:
                yield mention


def _is_ethnic(tree: Tree, mention: Mention) -> bool:
    """Whether "ethnic" stands before the name of a people."""
    named = mention.entity.kind == "State" and mention.sense in ("people", "adjective")
    return named and mention.first > 0 and tree[mention.first - 1].lemma.lower() in tree.words.ethnic


def _people(tree: Tree, text: str, modifier: Mention, people: Mention) -> Mention:
    first, last = min(modifier.first, people.first), max(modifier.last, people.last)
    group = _group(f"{_key(modifier.entity)}-{_key(people.entity)}", _words(tree, text, first, last))
    return Mention(first, last, people.head, group, _sense(people))


def _sense(mention: Mention) -> MentionSense:
    return "adjective" if mention.sense == "adjective" else "people"


def _words(tree: Tree, text: str, first: int, last: int) -> str:
    return " ".join(text[tree[first].start : tree[last - 1].end].split())


def _group(key: str, label: str) -> Entity:
    return Entity(id=Names().make("group", key), kind="Group", label=label)


def _key(entity: Entity) -> str:
    return entity.iso3 or entity.id.rsplit("/", 1)[-1]
