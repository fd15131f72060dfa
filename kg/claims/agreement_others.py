"""Those named beside an agreement who are no known party: the unknown ones, and who only sees it concluded."""

from collections.abc import Iterator

from kg.claims.passage import Passage
from kg.claims.syntax import VERBAL

_FAR = 20
_WITH = {"avec", "with"}
_ENDS = {".", ";", ":", "!", "?"}


def is_unknown(passage: Passage, at: int) -> bool:
    """Whether the noun is of somebody who might be a party, without its being known who that is."""
    token, sides = passage.tree[at], passage.syntax.grammar.sides
    is_side = token.lemma in sides or not token.dep.startswith(("nsubj", "obl", "nmod", "conj"))
    owned = any(
        "Poss=Yes" in passage.tree[c].morph for c in passage.tree.children(at)
    )  # « son hôte »: spoken of before
    return (
        token.pos == "NOUN"
        and not (is_side or owned)
        and not passage.referents.actors([at])
        and at not in passage.syntax.times
    )


def bystanders(passage: Passage) -> Iterator[int]:
    """The words between « avec … pour témoin », "with … as witnesses": who sees an agreement concluded is no party."""
    tree = passage.tree
    for token in tree.tokens:
        if token.lemma not in passage.syntax.grammar.bystanders:
            continue
        before = range(token.index - 1, max(-1, token.index - _FAR), -1)
        role = next((at for at in before if tree[at].pos not in ("DET", "ADJ", "NUM")), -1)
        if role < 0 or tree[role].pos not in ("ADP", "SCONJ"):
            continue
        for at in range(role - 1, max(-1, role - _FAR), -1):
            if tree[at].text in _ENDS or (tree[at].pos in VERBAL and "VerbForm=Fin" in tree[at].morph):
                break
            if tree[at].lemma.lower() in _WITH:
                yield from range(at, token.index + 1)
                break
