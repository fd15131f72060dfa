"""The English parser's relations turned into Universal Dependencies, so that one grammar reads both languages.

The English model follows the ClearNLP scheme, in which a preposition governs its noun and a copula its predicate; in
Universal Dependencies both are marks on the content word.
"""

from dataclasses import dataclass

_RENAMED = {
    "nsubjpass": "nsubj:pass",
    "csubjpass": "csubj:pass",
    "auxpass": "aux:pass",
    "dobj": "obj",
    "poss": "nmod:poss",
    "relcl": "acl:relcl",
    "prt": "compound:prt",
    "neg": "advmod",
    "oprd": "xcomp",
    "dative": "iobj",
    "npadvmod": "obl:tmod",
    "nmod": "compound",
    "ROOT": "root",
}
_VERBAL = {"VERB", "AUX", "ADJ", "ADV"}


@dataclass(slots=True)
class Arc:
    """One dependency while it is being turned round; ``head`` indexes the same list, the root is its own head."""

    head: int
    dep: str
    lemma: str
    pos: str


def to_universal(arcs: list[Arc]) -> None:
    """Rewrites ``arcs`` in place from ClearNLP to Universal Dependencies.

    Order matters: copulas first, since a preposition may hang on one.
    """
    for arc in arcs:
        arc.dep = _RENAMED.get(arc.dep, arc.dep)
    _turn_copulas(arcs)
    _turn_prepositions(arcs)


def _turn_copulas(arcs: list[Arc]) -> None:
    for i, arc in enumerate(arcs):
        verb = arcs[arc.head]
        if arc.dep not in ("attr", "acomp") or verb.lemma != "be" or arc.head == i:
            continue
        copula = arc.head
        arc.dep = verb.dep
        arc.head = i if verb.head == copula else verb.head
        for j, other in enumerate(arcs):
            if other.head == copula and j not in (i, copula):
                other.head = i
        verb.head, verb.dep = i, "cop"


def _turn_prepositions(arcs: list[Arc]) -> None:
    for i, arc in enumerate(arcs):
        if arc.dep not in ("pobj", "pcomp") or arc.head == i:
            continue
        preposition, chain = arc.head, [arc.head]
        while arcs[preposition].dep in ("prep", "pcomp") and arcs[arcs[preposition].head].dep in ("prep", "agent"):
            preposition = arcs[preposition].head
            chain.append(preposition)
            if len(chain) > 5:
                break
        governor, kind = arcs[preposition].head, arcs[preposition].dep
        if governor in (i, preposition):
            governor = i
        verbal = arcs[governor].pos in _VERBAL
        if arc.dep == "pcomp" and arc.pos in ("VERB", "AUX"):
            arc.dep = "advcl" if verbal else "acl"
            marker = "mark"
        else:
            arc.dep = "obl:agent" if kind == "agent" else "obl" if verbal or kind == "iobj" else "nmod"
            marker = "case"
        arc.head = governor
        for link in chain:
            for other in arcs:
                if other.head == link and other is not arc and other is not arcs[link]:
                    other.head = i
            arcs[link].head, arcs[link].dep = i, marker
