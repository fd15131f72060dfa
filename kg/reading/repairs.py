"""Mends what the parsers are known to get wrong, by rules that hold whatever the words."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree

_NOMINAL = ("NOUN", "PROPN", "PRON")


def repaired(tokens: Sequence[Token]) -> list[Token]:
    """The tokens with the subjects of « A et B ont … » joined where B was taken for the start of a clause."""
    tree = Tree(tokens)
    fixed = list(tokens)
    for verb in tokens:
        if verb.dep == "acl:relcl":
            fixed[verb.index] = replace(verb, head=_antecedent(tree, verb))
    for verb in tokens:
        if verb.dep != "conj" or verb.pos not in ("VERB", "AUX") or tokens[verb.head].pos not in _NOMINAL:
            continue
        first = tokens[verb.head]
        second = next((tokens[c] for c in tree.children(verb.index, "nsubj") if first.index < c < verb.index), None)
        if second is None or not _coordinated(tokens, first.index, second.index):
            continue
        above, dep = (verb.index, "root") if first.head == first.index else (first.head, first.dep)
        if dep.startswith("nsubj"):
            dep = "ccomp"
        fixed[verb.index] = replace(verb, head=above, dep=dep)
        fixed[first.index] = replace(first, head=verb.index, dep=second.dep)
        fixed[second.index] = replace(second, head=first.index, dep="conj")
    return fixed


def _antecedent(tree: Tree, verb: Token) -> int:
    """The noun that a relative clause describes: below the one the parser took, the last that agrees in number.

    « une violation des résolutions qui interdisent … »: the resolutions forbid.
    """
    number = _number(verb) or next(
        (_number(tree[c]) for c in tree.children(verb.index, "aux", "cop") if _number(tree[c])), ""
    )
    taken = tree[verb.head]
    subject = any(tree[c].text.lower() in ("qui", "who", "which", "that") for c in tree.children(verb.index, "nsubj"))
    if not subject or not number or _number(taken) in ("", number):
        return verb.head
    below = [i for i in tree.subtree(verb.head) if verb.head < i < verb.index and tree[i].pos in _NOMINAL]
    return max((i for i in below if _number(tree[i]) == number), default=verb.head)


def _number(token: Token) -> str:
    return next((part for part in token.morph.split("|") if part.startswith("Number=")), "")


def _coordinated(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether only a coordination and words of the second noun's own phrase stand between the two nouns."""
    between = tokens[first + 1 : second]
    return any(t.dep == "cc" for t in between) and all(
        t.pos in ("CCONJ", "DET", "ADJ", "PROPN", "NUM") for t in between
    )
