"""Mends relative clauses: which noun they tell of, and those of « c'est X qui … »."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL

_NOMINAL = ("NOUN", "PROPN", "PRON")
_CLITICS = ("s'", "s’", "se", "n'", "n’", "ne", "y", "en", "l'", "l’", "le", "la", "les", "lui", "leur")
_OPENING = ("obl", "advmod", "advcl", "punct", "mark", "cc")
_BOUNDS = {".", ";", ":", "!", "?", "«", "»", '"'}
_SUBJECTS = ("qui", "who", "which", "that")


def relative_clauses(tree: Tree) -> Iterator[Token]:
    """« une violation des résolutions qui interdisent … »: the clause tells of the noun that agrees with its verb."""
    for verb in tree.tokens:
        if verb.dep == "acl:relcl":
            yield replace(verb, head=_antecedent(tree, verb))


def main_verbs_after_relatives(tree: Tree) -> Iterator[Token]:
    """« X, dont le ministre a reçu Y, a remercié Z »: after the clause in commas X has a verb of its own.

    The parsers take the verb of the clause for the main one, or the main one for part of the clause.
    """
    for opener in tree.tokens[2:]:
        if opener.text.lower() not in tree.words.relatives or tree[opener.index - 1].text != ",":
            continue
        inner = next((at for at in tree.ancestors(opener.index) if tree[at].pos in VERBAL), None)
        verb = _verb_after(tree, inner) if inner is not None and inner > opener.index else None
        if inner is None or verb is None:
            continue
        noun = _described(tree, opener.index, inner, verb)
        if noun is not None:
            yield from _parted(tree, noun, inner, verb)
            return


def _described(tree: Tree, opener: int, inner: int, verb: int) -> int | None:
    """The noun before the relative pronoun, where the verb has no subject yet and no other verb has a right to it."""
    at = opener - 2
    above = tree[verb].dep == "root"
    while (
        tree[at].dep != "root"
        and tree[at].head != at
        and tree[at].head < opener
        and not (above and _is_apart(tree, at))
    ):
        at = tree[at].head
    token = tree[at]
    taken = token.dep.startswith("nsubj") and (token.head == inner or token.head > verb)
    loose = above and not token.dep.startswith("nsubj") and verb in tree.ancestors(at)
    free = token.pos in _NOMINAL and not tree.case(at)
    return at if free and (taken or loose or token.dep == "root") else None


def _is_apart(tree: Tree, index: int) -> bool:
    """Whether a comma stands right before the words of the noun."""
    start = min(c for c in (index, *tree.children(index, "det", "amod")))
    return start > 0 and tree[start - 1].text == ","


def _verb_after(tree: Tree, inner: int) -> int | None:
    """The first finite verb right after a later comma, with no subject, conjunction or speaker of its own."""
    for comma in range(inner + 1, len(tree) - 1):
        if tree[comma].text in _BOUNDS:
            return None
        at = comma + 1
        while tree[at].text.lower() in _CLITICS and at + 1 < len(tree):
            at += 1
        if tree[comma].text != "," or tree[at].pos not in VERBAL or "VerbForm=Fin" not in tree[at].morph:
            continue
        verb = tree[at].head if tree[at].dep.startswith(("aux", "cop")) else at
        subjects = [c for c in tree.children(verb, "nsubj", "mark", "cc") if inner < c < verb]
        return verb if tree[verb].pos in VERBAL and verb >= at and not subjects else None
    return None


def _parted(tree: Tree, noun: int, inner: int, verb: int) -> Iterator[Token]:
    """The noun as the subject of the verb, and the clause below the noun."""
    passive = ":pass" if tree.children(verb, "aux:pass") else ""
    if tree[noun].dep.startswith("nsubj") and tree[noun].head > verb:
        yield replace(tree[verb], head=tree[noun].head, dep="ccomp")  # « …, a déclaré Z »
    elif verb in tree.subtree(inner) and tree[noun].head == inner and tree[inner].head != inner:
        yield replace(tree[verb], head=tree[inner].head, dep=tree[inner].dep)  # « accepte que X, dont …, traverse Y »
    elif tree[verb].dep != "root":
        yield replace(tree[verb], head=verb, dep="root")
    yield replace(tree[noun], head=verb, dep=f"nsubj{passive}")
    yield replace(tree[inner], head=noun, dep="acl:relcl")
    for child in sorted({*tree.children(inner), *tree.children(noun)} - {noun, verb, inner}):
        beyond = child > verb or (child < noun and tree[child].dep.startswith(_OPENING))
        if beyond and not noun < child < inner:
            yield replace(tree[child], head=verb)
    if tree.children(verb, "obj"):
        return
    for child in tree.children(verb, "nsubj"):
        if child > verb and not tree.case(child):
            yield replace(tree[child], dep="obj")


def genitive_relatives(tree: Tree) -> Iterator[Token]:
    """« dont le parlement a ratifié le traité »: before a bare subject « dont » says whose it is."""
    for word in tree.tokens[:-2]:
        noun = next((t for t in tree.tokens[word.index + 2 : word.index + 5] if t.pos in ("NOUN", "PROPN")), None)
        if word.text.lower() != "dont" or word.dep == "nmod" or noun is None or not noun.dep.startswith("nsubj"):
            continue
        alone = not tree.children(noun.index, "nmod", "amod") and noun.head > noun.index
        if tree[word.index + 1].pos == "DET" and alone:
            yield replace(word, head=noun.index, dep="nmod")


def clefts(tree: Tree) -> Iterator[Token]:
    """ "It was Germany that expelled …": the clause tells of the noun, though the parser made it a complement."""
    for verb in tree.tokens:
        noun = tree[verb.head]
        predicate = noun.pos in _NOMINAL and noun.index < verb.index and bool(tree.children(noun.index, "cop"))
        if verb.pos not in VERBAL or verb.dep not in ("ccomp", "advcl", "parataxis") or not predicate:
            continue
        below = tree.children(verb.index, "nsubj")
        if below and tree[below[0]].text.lower() in _SUBJECTS and below[0] == min(tree.subtree(verb.index)):
            yield replace(verb, dep="acl:relcl")


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
