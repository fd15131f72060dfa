"""Squares, airports and the like that are called after people: places, and nobody who acts."""

from collections.abc import Iterator, Sequence

from kg.model import Entity, Mention, Names
from kg.reading.names import fold
from kg.reading.tree import Tree

_WORDS_BETWEEN = 2


def called_after_people(tree: Tree, text: str, mentions: Sequence[Mention]) -> list[Mention]:
    """``mentions`` with each person after whom a thoroughfare or building is called replaced by that place.

    « la place Simón-Bolívar », « l'aéroport international Léopold-Sédar-Senghor », "Kwame Nkrumah Avenue".
    """
    return [_place(tree, text, m) or m if m.entity.kind == "Person" else m for m in mentions]


def _place(tree: Tree, text: str, person: Mention) -> Mention | None:
    for at in (*_before(tree, person.first), *_after(tree, person)):
        if tree[at].lemma.lower() in tree.words.thoroughfares:
            first, last = min(at, person.first), max(at + 1, person.last)
            label = " ".join(text[tree[first].start : tree[last - 1].end].split())
            iri = Names().make("place", fold(label).replace(" ", "-"))
            return Mention(first, last, at, Entity(id=iri, kind="Place", label=label), "name")
    return None


def _before(tree: Tree, first: int) -> Iterator[int]:
    """The noun right before, where the language puts it there, past an adjective."""
    for at in range(first - 1, max(-1, first - 1 - _WORDS_BETWEEN), -1):
        yield at
        if tree[at].pos != "ADJ":
            return


def _after(tree: Tree, person: Mention) -> Iterator[int]:
    """The capitals that go on with the name, and its own last word after a preposition of place.

    "Murtala Muhammed International Airport", "on Nkrumah Square"; Tom Bridge may be anybody.
    """
    located = tree.case(person.head) in tree.words.places | tree.words.where
    start = person.last - 1 if located else person.last
    for at in range(start, min(len(tree), person.last + _WORDS_BETWEEN)):
        if not tree[at].text[:1].isupper():
            return
        yield at
