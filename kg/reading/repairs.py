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


def _coordinated(tokens: Sequence[Token], first: int, second: int) -> bool:
    """Whether only a coordination and words of the second noun's own phrase stand between the two nouns."""
    between = tokens[first + 1 : second]
    return any(t.dep == "cc" for t in between) and all(
        t.pos in ("CCONJ", "DET", "ADJ", "PROPN", "NUM") for t in between
    )
