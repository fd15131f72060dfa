"""Pronouns for another agreement of the kind spoken of: « celui que Kigali a signé », « le précédent »."""

from collections.abc import Collection, Iterator, Sequence

from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.passage import Passage
from kg.model import Sentence


def copies(
    passage: Passage, sentence: Sentence, steps: Collection[int], known: Sequence[AgreementNoun]
) -> Iterator[AgreementNoun]:
    """The pronouns of a sentence that a clause with one of ``steps``, a date or partners say to be an agreement.

    Their kind is that of the noun before them among ``known``, which come in the order of the text.
    """
    for at in range(sentence.first, sentence.last):
        before = [noun for noun in known if noun.first < at and not noun.stands_in]
        if not before or any(noun.head == at for noun in known):
            continue
        earlier = _is_earlier(passage, at)
        if not (earlier or _is_copy(passage, at)):
            continue
        told = {*steps} & {*passage.tree.children(at, "acl", "acl:relcl")}
        taken_over = _is_taken_over(passage, at) and (earlier or _is_dated(passage, at))
        befallen = earlier and passage.tree[at].head in steps
        if told or taken_over or befallen or (not earlier and _has_partners(passage, at)):
            yield AgreementNoun(at, at + 1, at, before[-1].kind, False, copied=True, follows=earlier or taken_over)


def _is_copy(passage: Passage, at: int) -> bool:
    tree = passage.tree
    pair = f"{tree[at - 1].text} {tree[at].text}".lower() if at else ""
    return bool({tree[at].text.lower(), pair} & passage.syntax.grammar.agreement_copies) and tree[at].dep != "det"


def _is_earlier(passage: Passage, at: int) -> bool:
    """« le précédent », "the previous one": the agreement of the same parties before the one spoken of."""
    tree, grammar = passage.tree, passage.syntax.grammar
    known = any(tree[c].text.lower() in tree.words.known_by for c in tree.children(at, "det"))
    if known and tree[at].lemma in grammar.earlier and tree[at].dep not in ("amod", "compound"):
        return not (at + 1 < len(tree) and tree[at + 1].pos in ("NOUN", "PROPN") and tree[at + 1].dep != "appos")
    described = any(tree[c].lemma in grammar.earlier for c in tree.children(at, "amod"))
    return known and described and tree[at].text.lower() in grammar.agreement_copies


def _is_taken_over(passage: Passage, at: int) -> bool:
    """« se substitue à celui de 2009 », "replaces the one of 2009": whether another agreement takes its place."""
    tree = passage.tree
    return any(tree[above].lemma in passage.syntax.grammar.succeeding for above in list(tree.ancestors(at))[:1])


def _is_dated(passage: Passage, at: int) -> bool:
    """« celui de 2009 », "that of May 2009"."""
    tree, after = passage.tree, at + 1
    if after + 1 >= len(tree) or tree[after].lemma not in tree.words.of | tree.words.whence:
        return False
    return any(time.first in (after, after + 1) for time in passage.reading.times)


def _has_partners(passage: Passage, at: int) -> bool:
    tree = passage.tree
    joint = [c for c in tree.children(at, "nmod") if tree.case(c) in tree.words.company | tree.words.between]
    return any(passage.referents.actors(tree.conjuncts(c)) for c in joint)
