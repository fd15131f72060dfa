"""« s'est fait condamner par X », « s'est vu infliger »: the subject of such verbs does nothing, it is done to him."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree

_BELOW = ("aux", "dep")
_ABOVE = ("xcomp", "ccomp")
_NAMES = ("PROPN", "NOUN", "PRON")


def causative_passives(tree: Tree) -> Iterator[Token]:
    """The verb with its subject and who does it, as in the passive; the verb before it but helps.

    Where the verb has an object, the subject is the one to whom or from whom it is done.
    """
    for verb in tree.tokens:
        helping = _helping(tree, verb)
        if helping is None:
            continue
        at_verb = {*tree.children(verb.index)} - {helping.index}
        around = {*tree.children(helping.index)} - {verb.index, helping.index} if verb.head == helping.index else set()
        reflexive = next((c for c in {*at_verb, *around} if _is_reflexive(tree[c])), None)
        if reflexive is None or not reflexive < helping.index < verb.index:
            continue
        if verb.head == helping.index:
            is_root = helping.head == helping.index
            yield replace(verb, head=verb.index if is_root else helping.head, dep=helping.dep)
        yield replace(helping, pos="AUX", head=verb.index, dep="aux:pass")
        yield replace(tree[reflexive], head=helping.index, dep="expl:pass")
        agents = _agents(tree, at_verb)
        done_to = "iobj" if any(tree[at].dep == "obj" and at != reflexive for at in at_verb) else "nsubj:pass"
        for at in {*at_verb, *around, *agents} - {reflexive}:
            dep = "obl:agent" if at in agents else done_to if tree[at].dep.startswith("nsubj") else tree[at].dep
            yield replace(tree[at], head=verb.index, dep=dep)


def _helping(tree: Tree, verb: Token) -> Token | None:
    """« fait » of « fait condamner », above or below the infinitive."""
    if "VerbForm=Inf" not in verb.morph:
        return None
    near = [tree[at] for at in tree.children(verb.index) if tree[at].dep.startswith(_BELOW)]
    if verb.dep in _ABOVE:
        near.append(tree[verb.head])
    return next((token for token in near if token.lemma in tree.words.causatives), None)


def _is_reflexive(token: Token) -> bool:
    return token.pos == "PRON" and "Reflex=Yes" in token.morph


def _agents(tree: Tree, below: set[int]) -> list[int]:
    """Who is named with « par », also after a complement: « s'est fait rappeler à l'ordre par Bruxelles »."""
    complements = [at for at in sorted(below) if tree[at].dep.startswith("ob")]
    nearest = [*complements, *(c for at in complements for c in tree.children(at, "nmod"))]
    return [at for at in nearest if tree.case(at) in tree.words.by and tree[at].pos in _NAMES][:1]
