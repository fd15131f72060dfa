"""Whom a sentence names but to say that he is not meant: « à Paris, pas à Rome », "Poland, not Latvia, …"."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree

_NOMINAL = ("NOUN", "PROPN")
_DETACHED = "discourse"
_ARGUMENTS = ("nsubj", "obj", "obl", "iobj", "conj", "appos", "nmod")


def contrasted_nouns(tree: Tree, words: Collection[str]) -> Iterator[Token]:
    """Such a noun hangs on nothing that it would be an argument of; the one before it stays the subject."""
    for noun in tree.tokens:
        denial = _denial(tree, noun, words)
        if noun.pos not in _NOMINAL or denial is None:
            continue
        if noun.dep.startswith(_ARGUMENTS):
            yield replace(noun, dep=_DETACHED)
        verb = tree[noun.head]
        subject = _named_before(tree, denial)
        if noun.dep.startswith("nsubj") and subject is not None and verb.index > noun.index:
            yield replace(noun, head=subject.index, dep=_DETACHED)
            yield replace(tree[denial], head=noun.index, dep="advmod")
            yield replace(subject, head=verb.index, dep=noun.dep)


def corrected_clefts(tree: Tree, words: Collection[str]) -> Iterator[Token]:
    """« Ce n'est pas A mais B qui … »: the clause tells of B alone."""
    for clause in tree.tokens:
        denied = tree[clause.head]
        if clause.dep != "acl:relcl" or not tree.children(denied.index, "cop"):
            continue
        if not any(tree[c].text.lower() in words for c in tree.children(denied.index, "advmod", "neg")):
            continue
        others = [c for c in tree.children(denied.index, "conj") if denied.index < c < clause.index]
        joined = [*tree.children(denied.index, "cc"), *(cc for c in others for cc in tree.children(c, "cc"))]
        but = [cc for cc in joined if tree[cc].text.lower() in tree.words.adversatives]
        meant = next((c for c in others if any(cc < c for cc in but)), None)
        if meant is not None:
            yield replace(clause, head=meant)
            yield replace(tree[meant], dep=_DETACHED)


def _denial(tree: Tree, noun: Token, words: Collection[str]) -> int | None:
    """The « pas » or « non » right before the noun's phrase, behind a comma or « et »; predicates have their own."""
    at = noun.index - 1
    while at > 0 and tree[at].head == noun.index and tree[at].pos in ("DET", "ADP", "ADJ", "NUM"):
        at -= 1
    parted = at > 0 and tree[at].text.lower() in words and _parts(tree[at - 1])
    return at if parted and not tree.children(noun.index, "cop") else None


def _named_before(tree: Tree, denial: int) -> Token | None:
    """The noun right before the comma or « et » that opens the contrast."""
    at = denial - 1
    while at > 0 and _parts(tree[at]):
        at -= 1
    while at > 0 and tree[at].dep in ("amod", "flat", "flat:name", "compound") and tree[at].head < at:
        at = tree[at].head
    return tree[at] if tree[at].pos in _NOMINAL and not tree.case(at) else None


def _parts(token: Token) -> bool:
    return token.text == "," or token.pos == "CCONJ"
