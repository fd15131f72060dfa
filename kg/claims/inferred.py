"""Actors that stand outside the slots of a word: behind a text or a weapon, in the clause around, in the street."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from kg.claims.referents import Referent, Referents
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Entity, Token
from kg.reading.tree import Tree

_UP = 6
_ADJUNCTS = ("obl", "obl:mod", "obl:arg", "nmod", "advcl", "advmod", "fixed", "obj", "pobj", "dep")


def author(syntax: Syntax, referents: Referents, subjects: Sequence[int]) -> list[Referent]:
    """Who acts through what acts: « X a publié une note qui accuse Y » has X accuse.

    ``subjects`` are the heads of what acts: what goes on between two ("clashes between A and B killed nine"), or nouns
    of the grammar's ``instruments``; others stand for nobody else.
    """
    for head in subjects:
        token = syntax.tree[head]
        sides = referents.actors(syntax.slot(head, ("between",)))
        if len(sides) > 1:
            return sides
        doers = _doers(syntax, referents, head) if token.lemma in syntax.grammar.instruments else []
        if doers:
            return [replace(r, inferred=True) for r in doers]
        if token.lemma not in syntax.grammar.instruments or token.dep not in ("obj", "obl:arg", "obl", "nsubj:pass"):
            continue
        host = token.head
        if syntax.tree[host].pos in VERBAL:
            found = referents.actors(syntax.slot(host, ("subject",)))
            if found:
                return [replace(r, inferred=True) for r in found]
    return []


def _doers(syntax: Syntax, referents: Referents, noun: int) -> list[Referent]:
    """Whom a participle names behind a deed: « une explosion attribuée à X », « des tirs venus de X »."""
    for verb in syntax.tree.children(noun, "acl", "amod"):
        blamed = syntax.tree[verb].lemma in syntax.grammar.blaming
        came = syntax.tree[verb].lemma in syntax.grammar.issuing
        charged, issuing = sorted(syntax.words.charged_to), sorted(syntax.words.issuing_from)
        for preposition in charged if blamed else issuing if came else ["by"]:
            found = referents.actors(syntax.slot(verb, (preposition,)))
            if found:
                return found
    return []


def of_clause(syntax: Syntax, referents: Referents, noun: int) -> list[Referent]:
    """The subject of the clause that a noun is an adjunct of: « à l'issue d'un entretien avec X, Y a dit … »."""
    tree = syntax.tree
    at = noun
    for _ in range(_UP):
        token = tree[at]
        if token.head == at:
            return []
        if tree[token.head].pos in VERBAL and tree[token.head].dep not in ("fixed", "case"):
            found = referents.actors(syntax.slot(token.head, ("subject",))) if token.dep in _ADJUNCTS else []
            return [replace(r, inferred=True) for r in found]
        if token.dep not in _ADJUNCTS:
            return []
        at = token.head
    return []


def sides(
    syntax: Syntax, referents: Referents, parties_of: Callable[[int], Sequence[Entity]], noun: int
) -> Iterator[list[Referent]]:
    """Between whom somebody may mediate, the nearest first: « ce que font A et B sous l'égide de X ».

    Those whom the words above the noun have between them, or who do what they tell, or the parties of an agreement.
    """
    for at in syntax.chain(noun):
        between = referents.actors(syntax.slot(at, ("between",)))
        verbal = syntax.tree[at].pos in VERBAL
        yield between or (referents.actors(syntax.slot(at, ("subject",))) if verbal else [])
        texts = [at, *syntax.slot(at, ("object",))] if at != noun else []
        yield [Referent(entity, text, text, text + 1, inferred=True) for text in texts for entity in parties_of(text)]
        if verbal and not syntax.tree[at].dep.startswith("acl"):
            return


def purposes(tree: Tree, verb: int) -> list[int]:
    """The words below the infinitives of purpose of a verb: « a bloqué la route pour dénoncer X »."""
    clauses = [
        c for c in tree.children(verb, "advcl", "xcomp", "obl", "acl") if "VerbForm=Inf" in tree[c].morph and c > verb
    ]
    return sorted(i for clause in clauses for i in tree.subtree(clause))


def act_on_each_other(syntax: Syntax, verb: int) -> bool:
    """Whether the object is the other of those who act: "accused each other", « s'accusent mutuellement »."""
    tree = syntax.tree
    below = tree.children(verb, "obj", "advmod", "dep")
    words = {tree[w].lemma for at in below for w in (at, *tree.children(at, "det", "amod"))}
    return bool(words & syntax.grammar.mutual)


def is_beside(syntax: Syntax, at: int) -> bool:
    """Whether the words name go-betweens, a time or a forum: "rejected the claim before the Court"."""
    grammar, case = syntax.grammar, syntax.tree.case(at).split(" ")
    return syntax.tree[at].lemma in grammar.channels or case[0] in grammar.aside


def tells_of_sides(syntax: Syntax, index: int, bodies: Collection[str]) -> bool:
    """Whether words that two do together name neither: "talks began", « sept ans de négociations »."""
    tree, grammar = syntax.tree, syntax.grammar
    if tree[index].pos not in VERBAL:
        above = tree[tree[index].head]
        subject = tree[index].dep.startswith("nsubj") and above.pos in VERBAL and "Number=Plur" in tree[index].morph
        lasted = above.lemma in grammar.spans and tree.case(index) in tree.words.of
        return (subject or lasted) and not tree.children(index, "nmod:poss", "compound")
    sides = [tree[at] for at in syntax.slot(index, ("subject",))]
    known = grammar.pair_nouns | grammar.sides
    if sides and all(s.pos == "NOUN" and "Number=Plur" in s.morph and _is_side(s, known, bodies) for s in sides):
        return True
    told = "VerbForm=Inf" not in tree[index].morph
    return told and not any(_is_side(s, known, bodies) or s.pos == "PROPN" for s in sides)


def _is_side(token: Token, known: Collection[str], bodies: Collection[str]) -> bool:
    return token.lemma in known or token.lemma in bodies
