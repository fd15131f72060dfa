"""Walking a tree of words: « La Chine et l'Inde ont signé à Paris un accord de paix »."""

import pytest

from kg.model import Token
from kg.reading.tree import Tree
from kg.vocabulary import load_language

# word, lemma, part of speech, relation, head
_SENTENCE = [
    ("La", "le", "DET", "det", 1),
    ("Chine", "chine", "PROPN", "nsubj", 6),
    ("et", "et", "CCONJ", "cc", 4),
    ("l'", "le", "DET", "det", 4),
    ("Inde", "inde", "PROPN", "conj", 1),
    ("ont", "avoir", "AUX", "aux:tense", 6),
    ("signé", "signer", "VERB", "root", 6),
    ("à", "à", "ADP", "case", 8),
    ("Paris", "paris", "PROPN", "obl:mod", 6),
    ("un", "un", "DET", "det", 10),
    ("accord", "accord", "NOUN", "obj", 6),
    ("de", "de", "ADP", "case", 12),
    ("paix", "paix", "NOUN", "nmod", 10),
]


@pytest.fixture
def tree() -> Tree:
    return Tree(
        [
            Token(i, text, lemma, pos, dep, head, "", "", 8 * i, 8 * i + len(text))
            for i, (text, lemma, pos, dep, head) in enumerate(_SENTENCE)
        ],
        load_language("fr"),
    )


def test_children_come_in_the_order_of_the_text(tree: Tree) -> None:
    """All of them, or those of a relation, whose subtype may be left out."""
    assert tree.children(6) == [1, 5, 8, 10]
    assert tree.children(6, "obl", "obj") == [8, 10]
    assert tree.children(6, "aux:tense") == [5]


def test_a_root_is_no_child_of_itself(tree: Tree) -> None:
    """Walking down from the root ends."""
    assert 6 not in tree.children(6)
    assert sorted(tree.subtree(6)) == [*range(13)]


def test_a_subtree_may_leave_branches_out(tree: Tree) -> None:
    """Those whose top is to be skipped, with all below."""
    assert sorted(tree.subtree(6, skip=lambda token: token.dep == "obj")) == [0, 1, 2, 3, 4, 5, 6, 7, 8]


def test_ancestors_lead_to_the_root(tree: Tree) -> None:
    """The nearest first; none above the root."""
    assert [*tree.ancestors(12)] == [10, 6]
    assert [*tree.ancestors(6)] == []


def test_the_head_of_a_span_is_governed_from_outside(tree: Tree) -> None:
    """Of « un accord de paix » it is « accord »."""
    assert tree.head_of(9, 13) == 10


def test_conjuncts_are_found_from_the_first(tree: Tree) -> None:
    """China, and India with it."""
    assert tree.conjuncts(1) == [1, 4]
    assert tree.conjuncts(4) == [4]


def test_the_case_of_a_noun_is_its_preposition(tree: Tree) -> None:
    """By its lemma; none where nothing marks the noun."""
    assert (tree.case(8), tree.case(12), tree.case(10)) == ("à", "de", "")
