"""Pronouns for another agreement of the kind spoken of: « celui que Kigali a signé », "those with Peru"."""

from collections.abc import Collection, Iterator, Sequence

from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.passage import Passage
from kg.model import Sentence


def copies(
    passage: Passage, sentence: Sentence, steps: Collection[int], known: Sequence[AgreementNoun]
) -> Iterator[AgreementNoun]:
    """The pronouns of a sentence that a clause with one of ``steps``, or partners, say to be an agreement.

    Their kind is that of the noun before them among ``known``, which come in the order of the text.
    """
    tree = passage.tree
    for at in range(sentence.first, sentence.last):
        pair = f"{tree[at - 1].text} {tree[at].text}".lower() if at > sentence.first else ""
        if not {tree[at].text.lower(), pair} & passage.syntax.grammar.agreement_copies or tree[at].dep == "det":
            continue
        before = [noun for noun in known if noun.first < at and not noun.stands_in]
        told = {*steps} & {*tree.children(at, "acl", "acl:relcl")}
        if before and (told or _has_partners(passage, at)):
            yield AgreementNoun(at, at + 1, at, before[-1].kind, False, copied=True)


def _has_partners(passage: Passage, at: int) -> bool:
    tree = passage.tree
    joint = [c for c in tree.children(at, "nmod") if tree.case(c) in tree.words.company | tree.words.between]
    return any(passage.referents.actors(tree.conjuncts(c)) for c in joint)
