"""Mends verbs of judging: « juge la demande infondée » says of the demand that it is unfounded."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL

_NOMINAL = ("NOUN", "PROPN")


def judged_objects(tree: Tree, lemmas: Collection[str]) -> Iterator[Token]:
    """Where one of the verbs ``lemmas`` judges: what is judged is its object, the verdict its predicate."""
    for verb in tree.tokens:
        if verb.lemma not in lemmas or verb.pos not in VERBAL:
            continue
        judged = _judged(tree, verb)
        if judged is None:
            continue
        if verb.head == judged.index:  # the parser hung the clause on what is judged
            yield replace(verb, head=verb.index if judged.head == judged.index else judged.head, dep=judged.dep)
        if (judged.head, judged.dep) != (verb.index, "obj"):
            yield replace(judged, head=verb.index, dep="obj")
        last = _before(tree, verb, judged) or _last(tree, verb, judged)
        if last is not None:
            yield replace(last, head=verb.index, dep="xcomp" if last.pos not in _NOMINAL else "obl:arg")


def _judged(tree: Tree, verb: Token) -> Token | None:
    """The noun that is judged: the object, or what the parser took for a second subject or hung on the verdict."""
    verdicts = [c for c in tree.children(verb.index, "xcomp", "obj") if c > verb.index and _is_verdict(tree, c)]
    below = [c for at in verdicts for c in tree.children(at, "obj") if c > at]
    objects = [c for c in tree.children(verb.index, "obj") if c > verb.index and tree[c].pos in _NOMINAL]
    subjects = tree.children(verb.index, "nsubj")
    second = [c for c in subjects[1:] if c > verb.index and tree[c].pos in _NOMINAL and subjects[0] < verb.index]
    above = [verb.head] if verb.dep == "dep" and verb.head > verb.index and tree[verb.head].pos in _NOMINAL else []
    found = [*below, *objects, *second, *above]
    return tree[found[0]] if found else None


def _before(tree: Tree, verb: Token, judged: Token) -> Token | None:
    """The adjective between the verb and the article of what is judged: « qualifie de vaines les plaintes »."""
    articles = [c for c in tree.children(judged.index, "det") if tree[c].pos == "DET"]
    for child in tree.children(judged.index, "amod"):
        if verb.index < child and any(child < article for article in articles):
            return tree[child]
    return None


def _last(tree: Tree, verb: Token, judged: Token) -> Token | None:
    """The adjective, participle or bare « de » phrase that closes the noun phrase: the verdict."""
    if any(_is_verdict(tree, c) for c in tree.children(verb.index, "xcomp")):
        return None
    below = tree.subtree(
        judged.index, skip=lambda token: token.dep in ("acl:relcl", "punct") or token.index < verb.index
    )
    last = tree[max(below)]
    if last.index == judged.index or last.index < verb.index:
        return None
    bare = last.pos in _NOMINAL and tree.case(last.index) in tree.words.of and not tree.children(last.index, "det")
    return last if _is_verdict(tree, last.index) or (bare and last.pos == "NOUN") else None


def _is_verdict(tree: Tree, index: int) -> bool:
    token = tree[index]
    return token.pos == "ADJ" or (token.pos in VERBAL and "VerbForm=Part" in token.morph)
