"""What is only asked for, refused, threatened or promised is no event beside the asking."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from kg.claims.finding import Finding
from kg.claims.matching import Firing
from kg.claims.syntax import VERBAL
from kg.model import Token
from kg.reading.tree import Tree

_CONTENT = ("xcomp", "ccomp", "obj", "obl:arg", "csubj")
_MARKED = ("obl", "obl:mod", "nmod", "advcl")


def without_contents(
    tree: Tree, found: Sequence[tuple[Firing, Finding]], prospective: Collection[str], presupposing: Collection[str]
) -> Iterator[Finding]:
    """The findings; those that stand inside what a claim of a ``prospective`` type speaks of are no claims.

    « a refusé de déployer des soldats » tells a refusal, no deployment. What is inside a ``presupposing`` one stays:
    who asks others to condemn an attack takes it as given.
    """
    speaking = {
        firing.index: finding.rule for firing, finding in found if finding.claim and firing.trigger.type in prospective
    }
    done = {firing.index: finding.rule for firing, finding in found if finding.claim}
    given = {firing.index for firing, _ in found if firing.trigger.type in presupposing}
    for firing, finding in found:
        above = next((at for at in _holders(tree, firing.index, given) if at in speaking), None)
        aim = _aiming(tree, firing.index)
        if finding.claim and above is not None:
            yield replace(finding.unread("content"), other=speaking[above])
        elif finding.claim and aim in done:
            yield replace(finding.unread("content"), other=done[aim])
        else:
            yield finding


def _aiming(tree: Tree, index: int) -> int | None:
    """The verb whose purpose the one at ``index`` is: « s'est rendu à X pour discuter »."""
    first = index
    while tree[first].dep == "conj" and tree[first].head != first:
        first = tree[first].head
    token = tree[first]
    particle = any(tree[c].lemma in tree.words.particles for c in tree.children(first, "aux", "mark"))
    infinitive = "VerbForm=Inf" in token.morph or particle
    return token.head if token.dep == "advcl" and infinitive and token.pos in VERBAL else None


def _holders(tree: Tree, index: int, given: Collection[int]) -> Iterator[int]:
    """The words that the one at ``index`` is in the content of, the nearest first, up to one in ``given``."""
    seen = {index}
    at = _holder(tree, index)
    while at is not None and at not in seen:
        yield at
        if at in given:
            return
        seen.add(at)
        at = _holder(tree, at)


def _holder(tree: Tree, at: int) -> int | None:
    """The word of whose content the one at ``at`` is, for a further conjunct that of the first."""
    while tree[at].dep == "conj" and tree[at].head != at:
        head = tree[at].head
        if tree[head].pos in VERBAL and _is_finite(tree, at) and not _is_finite(tree, head):
            return None
        at = head
    token = tree[at]
    return token.head if token.head != at and _is_content(tree, token) else None


def _is_content(tree: Tree, token: Token) -> bool:
    """Whether a complement, infinitive or present participle says what the word above it is about."""
    if token.dep == "acl":
        return "VerbForm=Inf" in token.morph or "Tense=Pres" in token.morph
    if token.dep in _MARKED:
        marks = {tree[c].lemma for c in tree.children(token.index, "mark", "case")}
        return bool(marks & tree.words.content_marks) and (token.pos not in VERBAL or "VerbForm=Fin" not in token.morph)
    return token.dep in _CONTENT


def _is_finite(tree: Tree, verb: int) -> bool:
    return any("VerbForm=Fin" in tree[i].morph for i in (verb, *tree.children(verb, "aux", "cop")))
