"""Where the words stand that fill a slot: one account of slots, relatives and coordination for both languages.

A slot (see ``kg.vocabulary.slots``) names a place; :meth:`Syntax.slot` gives the tokens that head what stands there.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from kg.claims.arguments import VERBAL as VERBAL
from kg.claims.arguments import Arguments
from kg.claims.remembered import remembered
from kg.model import EntityKind, Token
from kg.reading.tree import Tree
from kg.vocabulary import Grammar, Slot

_NEAR = 10
_CLOSING = {"»", "”", '"'}


class Syntax(Arguments):
    """Slots over one article's tree.

    ``kinds`` gives for each token that heads a name what it names, ``times`` the tokens of dates.
    """

    def __init__(
        self,
        tree: Tree,
        grammar: Grammar,
        kinds: Mapping[int, EntityKind] | None = None,
        times: Collection[int] = (),
    ) -> None:
        self.kinds = kinds or {}
        super().__init__(tree, grammar, {at for at, kind in self.kinds.items() if kind != "Place"}, times)

    @remembered
    def slot(self, index: int, slot: Slot) -> Sequence[int]:
        """The heads of what stands in ``slot`` of the word at ``index``, coordination included, in the text's order."""
        found = [index]
        for step in slot:
            found = [at for start in self.counted(found) for at in self._step(start, step)]
        return sorted(dict.fromkeys(found))

    def _step(self, index: int, step: str) -> list[int]:
        if step == "self":
            return [index]
        if step == "subject":
            return self._spread(self.subjects(index))
        if step == "object":
            return self._spread(self.objects(index))
        if step == "possessor":
            return self._spread(self.possessors(index))
        if step in ("adjective", "modifier"):
            return self._spread(self.modifiers(index, wide=step == "modifier"))
        if step == "governor":
            return [] if self.tree[index].head == index else [self.tree[index].head]
        if step == "by":
            return self._spread(self.marked(index, self.words.by))
        if step == "between":
            return self._spread(self.marked(index, self.words.between))
        if step == "clause":
            return [at for clause in self.clauses(index) for at in self.inside(clause)]
        if step == "clause.subject":
            return self._spread(at for clause in self.clauses(index) for at in self.subjects(clause))
        return self._spread(self.marked(index, {step}))

    def _spread(self, heads: Iterable[int]) -> list[int]:
        return [at for head in heads for at in self.tree.conjuncts(self.antecedent(head))]

    def modifiers(self, index: int, *, wide: bool) -> list[int]:
        """Adjectives and compound nouns on the noun at ``index``; ``wide`` takes its complements with « de » too."""
        found = self.tree.children(index, "amod", "compound", "nmod:poss" if wide else "amod", "acl", "flat")
        if wide:
            found = found + self.marked(index, self.words.of) + self.tree.children(index, "advmod", "appos", "nummod")
        return found

    def following(self, index: int, step: str, *, told: bool = False) -> list[int]:
        """What a preposition marks soon after the noun at ``index``, whatever the parser attached it to.

        ``told`` looks past a participle of the noun: « une rencontre prévue entre A et B ».
        """
        prepositions = {"between": self.words.between, "by": self.words.by, "possessor": self.words.of}.get(
            step, {step}
        )
        for at in range(index + 1, min(len(self.tree), index + _NEAR)):
            token = self.tree[at]
            own = told and step == "between" and token.head == index and token.dep == "acl"
            if (token.pos in VERBAL and not own) or token.text in (".", ";", ":", "(", ")", "«", "»"):
                return []
            if token.pos == "ADP" and token.lemma in prepositions and token.head > at:
                return self._spread([token.head])
        return []

    def clauses(self, index: int) -> list[int]:
        """The predicates of the complement clauses of the word at ``index``."""
        found = self.tree.children(index, "ccomp", "xcomp", "acl", "csubj")
        adjuncts = [c for c in self.tree.children(index, "advcl", "obl") if self.tree[c].pos in VERBAL]
        apart = self.words.before | self.words.after  # « reçu par X avant de rencontrer Y »
        adjuncts = [c for c in adjuncts if not self.tree.marks(c) & apart]
        found += [c for c in adjuncts if not self.is_finite(c) and not self._is_beside(c)]
        found += self._quoted(index)
        return [at for clause in found for at in self.tree.conjuncts(clause)]

    def _quoted(self, index: int) -> list[int]:
        """What is said right before a verb that the parser put beside it: « Il paiera », a prévenu X."""
        token = self.tree[index]
        start = min([index, *self.tree.children(index, "aux", "expl")])
        quoted = token.dep == "parataxis" and {t.text for t in self.tree.tokens[max(0, start - 2) : start]} & _CLOSING
        return [token.head] if quoted and token.head < start else []

    def _is_beside(self, index: int) -> bool:
        """Whether the verb is a participle that a comma parts from what goes before: "summoned X, demanding …"."""
        present = "VerbForm=Part" in self.tree[index].morph and "Tense=Pres" in self.tree[index].morph
        return present and index > 0 and self.tree[index - 1].text == ","

    @remembered
    def marked_clauses(self, index: int, slot: Slot) -> Sequence[int]:
        """The participles and infinitives that a preposition ties to the verb: "retaliated by expelling"."""
        found = [c for c in self.tree.children(index, "advcl") if self.tree[c].pos in VERBAL] if len(slot) == 1 else []
        step = self.words.by if slot == ("by",) else {*slot}
        return [
            at for c in found if self.tree.marks(c) & step and not self.is_finite(c) for at in self.tree.conjuncts(c)
        ]

    def is_finite(self, index: int) -> bool:
        """Whether the verb or one of its auxiliaries is finite."""
        return any("VerbForm=Fin" in self.tree[i].morph for i in (index, *self.tree.children(index, "aux", "cop")))

    def is_perfect(self, index: int) -> bool:
        """Whether an auxiliary puts the verb before what is told beside it: "had signed", « avait signé »."""
        auxiliaries = [self.tree[c] for c in self.tree.children(index, "aux", "aux:tense")]
        return any(a.lemma in self.words.perfect_auxiliaries for a in auxiliaries)

    def predicates(self, index: int) -> list[int]:
        """The predicates of the complement clauses, with the words right below each and below its own infinitives."""
        found = self.clauses(index)
        found += [at for clause in found for at in self.tree.children(clause, "xcomp")]
        return sorted({at for clause in found for at in (clause, *self.tree.children(clause))})

    def inside(self, index: int) -> list[int]:
        """All tokens below ``index`` in the order of the text, without relative clauses."""
        return sorted(self.tree.subtree(index, skip=lambda token: token.dep == "acl:relcl"))

    def antecedent(self, index: int) -> int:
        """The noun that a relative pronoun stands for; any other token is its own."""
        token = self.tree[index]
        if token.text.lower() not in self.words.relatives or token.pos not in ("PRON", "DET", "SCONJ", "ADV"):
            return index
        for above in self.tree.ancestors(index):
            if self.tree[above].dep == "acl:relcl":
                return self.tree[above].head
        return index

    def anchor(self, index: int) -> int:
        """The noun that the complements of the noun at ``index`` hang on: the effort of "a mediation effort"."""
        token = self.tree[index]
        light = token.dep == "compound" and self.tree[token.head].lemma in self.grammar.light_nouns
        return token.head if light else index

    def counted(self, heads: Sequence[int]) -> list[int]:
        """The heads, and behind those that only count or group what they are of: « dix tonnes de blé »."""
        found = list(heads)
        for head in found:
            if self.tree[head].lemma in self.grammar.collectives:
                found += [at for at in self._spread(self.marked(head, self.words.of)) if at not in found]
        return found

    def is_cleft(self, clause: int) -> bool:
        """« C'est mardi que A a attaqué B », "It was in Oslo that they met": what is said stands in the clause."""
        token = self.tree[clause]
        if token.dep != "ccomp" or not token.head < clause:
            return False
        copulas = [
            i
            for i in (token.head, *self.tree.children(token.head, "cop"))
            if self.tree[i].lemma in self.grammar.copulas
        ]
        subjects = {self.tree[c].lemma for c in self.tree.children(token.head, "nsubj", "expl:subj", "expl")}
        if not copulas or not subjects & self.grammar.cleft_subjects:
            return False
        brought = (
            [token.head] if token.head not in copulas else self.tree.children(token.head, "obl", "obl:mod", "obl:tmod")
        )
        return any(copulas[-1] < i < clause and (i in self.times or self.tree.case(i)) for i in brought)

    def governor(self, index: int) -> Token | None:
        """The word above ``index``; none above a root."""
        head = self.tree[index].head
        return None if head == index else self.tree[head]

    def chain(self, index: int) -> Iterator[int]:
        """``index`` and its governors up to the root."""
        yield index
        yield from self.tree.ancestors(index)
