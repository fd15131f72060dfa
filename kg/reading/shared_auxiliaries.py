"""Mends lists of French participles with one auxiliary: « a fermé sa base, rappelé ses soldats et gelé une aide »."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL

_FIRST_GROUP = re.compile("é$")
_BOUNDS = {".", ";", ":", "!", "?", "«", "»"}
_LONGEST = 60
_TAGS = ("VERB", "ADJ")


def shared_auxiliaries(tree: Tree, times: Collection[str], resultative: Collection[str]) -> Iterator[Token]:
    """« a condamné le tir, convoqué l'ambassadeur et demandé une réunion »: each participle goes on from the first.

    One that has an object of its own is in the active, so it tells nothing of the noun before it. ``times`` are the
    lemmas that may stand there as no object (« fermé deux jours »), ``resultative`` the verbs that take none.
    """
    for verb in tree.tokens:
        helpers = [tree[c] for c in tree.children(verb.index) if tree[c].dep.startswith("aux")]
        if verb.pos not in VERBAL or [h.lemma for h in helpers] != ["avoir"] or not _is_past(verb):
            continue
        for index in _going_on(tree, verb.index):
            noun = _object_after(tree, index, times)
            if noun is not None and tree[index].lemma not in resultative:
                yield from _joined(tree, verb.index, index, noun)


def _is_past(token: Token) -> bool:
    return "VerbForm=Part" in token.morph and "Tense=Past" in token.morph


def _going_on(tree: Tree, verb: int) -> Iterator[int]:
    """The bare participles after a comma or « et » in the verb's clause."""
    for at in range(verb + 1, min(len(tree), verb + _LONGEST)):
        token = tree[at]
        if token.text in _BOUNDS or "PronType=Rel" in token.morph or "VerbForm=Fin" in token.morph:
            return
        if token.pos == "SCONJ" or (token.lemma == "avoir" and token.pos in VERBAL):
            return
        if _opens(tree, at) and _is_participle(token) and not tree.children(at, "aux", "cop", "obl:agent", "expl"):
            yield at


def _opens(tree: Tree, index: int) -> bool:
    """Whether the word stands right after a comma or a conjunction, or an adverb after one."""
    at = index - 1
    while tree[at].pos == "ADV" and at > 0:
        at -= 1
    return tree[at].text == "," or tree[at].pos == "CCONJ"


def _is_participle(token: Token) -> bool:
    if "Number=Plur" in token.morph or token.pos not in _TAGS:
        return False
    return (token.pos == "VERB" and _is_past(token)) or bool(_FIRST_GROUP.search(token.text))


def _object_after(tree: Tree, index: int, times: Collection[str]) -> int | None:
    """The noun that follows with its article or figure, and no preposition before them."""
    if index + 2 >= len(tree):
        return None
    first = tree[index + 1]
    partitive = first.text.lower() == "des"
    dated = first.pos == "DET" and "NumType=Card" in tree[index + 2].morph and "Number=Sing" in first.morph
    if dated or (first.pos not in ("DET", "NUM") and not partitive):
        return None
    for token in tree.tokens[index + 2 : index + 6]:
        if token.pos in ("NOUN", "PROPN"):
            return None if token.lemma in times else token.index
        if token.pos not in ("DET", "NUM", "ADJ"):
            return None
    return None


def _joined(tree: Tree, verb: int, index: int, noun: int) -> Iterator[Token]:
    token = tree[index]
    lemma = token.text.lower()[:-1] + "er" if token.pos != "VERB" else token.lemma
    morph = token.morph if _is_past(token) else "Tense=Past|VerbForm=Part"
    yield replace(token, pos="VERB", lemma=lemma, morph=morph, head=verb, dep="conj")
    yield replace(tree[noun], head=index, dep="obj")
    opening = tree[index + 1]
    if opening.pos == "ADP":
        yield replace(opening, pos="DET", dep="det", lemma="un", head=noun)
    for at in range(index + 1, noun):
        if tree[at].head != noun and tree[at].pos in ("DET", "NUM") and at != opening.index:
            yield replace(tree[at], head=noun)
