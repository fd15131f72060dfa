"""« Les deux pays », "both sides", « les trois juntes »: which of those named before are spoken of together."""

from collections.abc import Callable, Collection, Iterable
from itertools import combinations

from kg.model import Entity, Token
from kg.reading.memory import Memory, party
from kg.reading.tree import Tree
from kg.vocabulary import Grammar

_AMONG = 6  # the most present parties that a pair is looked for among
_TOGETHER = 2.0
_FIGHTING = 6.0


def counted_together(
    tree: Tree, token: Token, grammar: Grammar, bodies: Collection[str], articles: Collection[str]
) -> int:
    """How many parties a word speaks of together: 2 for « les deux pays », "both", « les belligérants »; 0 for none.

    ``bodies`` are nouns that act for a state, ``articles`` the definite ones.
    """
    word = token.text.lower()
    alone = token.pos in ("NUM", "PRON") or (token.pos == "DET" and word in grammar.pair_words)
    if alone and token.dep.startswith(("nsubj", "obj", "obl", "nmod")):
        pair = _counts(grammar).get(word) == 2
        meant = _is_definite(tree, token, articles) or (word in grammar.pair_words and _is_whole(tree, token))
        return 2 if pair and meant else 0
    if token.pos != "NOUN":
        return 0
    if token.lemma in grammar.pair_words:
        return 2 if _is_definite(tree, token, articles) and _is_whole(tree, token) else 0
    if token.lemma in grammar.belligerents and "Number=Plur" in token.morph:
        whole = token.lemma not in grammar.others or _is_whole(tree, token)  # not « les voisins du Mali »
        return 2 if whole and _is_definite(tree, token, articles) else 0
    if token.lemma not in grammar.pair_nouns and token.lemma not in bodies:
        return 0
    several = "Number=Plur" in token.morph or token.lemma in grammar.camps or token.lemma in bodies
    words = (tree[c].lemma.lower() for c in tree.children(token.index))
    return max((_counts(grammar).get(w, 0) for w in words if several or w not in grammar.pair_words), default=0)


def _counts(grammar: Grammar) -> dict[str, int]:
    return {word: int(figure) for word, figure in (pair.split() for pair in grammar.counts)}


def _is_definite(tree: Tree, token: Token, articles: Collection[str]) -> bool:
    return any(tree[c].text.lower() in articles for c in tree.children(token.index))


def _is_whole(tree: Tree, token: Token) -> bool:
    """Whether nothing says of which it is: not "each of the republics"."""
    return not tree.children(token.index, "nmod")


def those_together(
    memory: Memory,
    count: int,
    number: int,
    paragraph: int,
    states: Iterable[Entity],
    armed: Callable[[Entity], bool] | None,
) -> list[Entity]:
    """The ``count`` parties that are meant; for more than two those that were named in one breath last.

    ``states`` are those named before, the most present first. For words that speak of the sides of a conflict ``armed``
    says who is an armed group: then organisations and groups count as well, and whoever fights before others. Where a
    sentence of the paragraph has named two states or armed groups, they are these.
    """
    if count > 2:
        return _coordinated(memory, count)
    among = memory.present(number, _is_side) if armed else list(states)
    here = memory.here(paragraph)
    sides = [e for e in among if e.state or (armed and armed(e))]
    local = [pair for pair in combinations(sides, 2) if any({*map(party, pair)} <= named for named in here)]

    def bond(pair: tuple[Entity, Entity]) -> float:
        one, two = pair
        present = memory.weight(party(one), number) + memory.weight(party(two), number)
        present += _FIGHTING if armed and (armed(one) or armed(two)) else 0
        return present + _TOGETHER * memory.together(one, two, number)

    best = max(local or combinations(among[:_AMONG], 2), key=bond, default=())
    return sorted(best, key=memory.first)


def _is_side(entity: Entity) -> bool:
    return entity.kind in ("State", "Organisation", "Group") or bool(entity.state)


def _coordinated(memory: Memory, count: int) -> list[Entity]:
    for named in memory.latest():
        group = {party(entity): entity for entity in memory.coordinated(named)}
        if len(group) == count:
            return list(group.values())
    return []
