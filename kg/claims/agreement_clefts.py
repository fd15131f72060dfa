"""Agreements that a clause presents: « un traité, un prêt : voilà ce que A et B ont signé », "what A signed was …"."""

from collections.abc import Sequence

from kg.claims.agreement_nouns import AgreementNoun
from kg.claims.passage import Passage
from kg.claims.syntax import VERBAL
from kg.model import Sentence

_REACH = 12
_ENDS = {".", ";", ":", "!", "?"}


def presented(passage: Passage, sentence: Sentence, index: int, nouns: Sequence[AgreementNoun]) -> tuple[int, ...]:
    """The heads of the agreements that are what the verb at ``index`` says; none where the clause presents nothing."""
    opener = _opener(passage, sentence, index)
    if opener is None:
        return ()
    before = passage.tree[opener - 1].text.lower() if opener > sentence.first else ""
    if before in passage.syntax.grammar.presenting:
        return tuple(n.head for n in nouns if n.last < opener and _stands_free(passage, n))
    after = _copula_after(passage, sentence, index)
    if after is None:
        return ()
    return tuple(n.head for n in nouns if n.first > after and _stands_free(passage, n))


def _opener(passage: Passage, sentence: Sentence, index: int) -> int | None:
    """Where « ce que » or "what" opens the clause of the verb."""
    tree, openers = passage.tree, passage.syntax.grammar.free_relatives
    for at in range(index - 1, max(sentence.first - 1, index - _REACH), -1):
        if tree[at].text in _ENDS or (tree[at].pos == "VERB" and "VerbForm=Fin" in tree[at].morph):
            return None
        pair = f"{tree[at].text} {tree[at + 1].text}".lower()
        if tree[at].text.lower() in openers or pair in openers:
            return at
    return None


def _copula_after(passage: Passage, sentence: Sentence, index: int) -> int | None:
    """The verb that says what it is: « …, c'est », "was"; none where another clause begins before it."""
    tree = passage.tree
    for at in range(index + 1, min(sentence.last, index + _REACH)):
        if tree[at].text in _ENDS:
            return None
        if tree[at].pos in VERBAL and "VerbForm=Fin" in tree[at].morph:
            return at if tree[at].lemma in passage.syntax.grammar.copulas else None
    return None


def _stands_free(passage: Passage, noun: AgreementNoun) -> bool:
    """Whether no preposition stands before the noun and its article."""
    tree, at = passage.tree, noun.first - 1
    while at >= 0 and tree[at].pos in ("DET", "ADJ", "NUM"):
        at -= 1
    return at < 0 or tree[at].pos != "ADP"
