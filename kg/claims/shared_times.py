"""What a clause takes from the one above it where its own words name no time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta

from kg.claims.sources import Sources
from kg.claims.syntax import VERBAL, Syntax
from kg.model import TimeMention, TimeSpan

_LATELY = timedelta(days=7)
_NOMINAL = ("obj", "nmod", "compound", "nsubj:pass")

TimeOf = Callable[[int], TimeMention | None]


class SharedTimes:
    """The clauses of one article.

    ``sources`` tell what is said, ``told_time`` gives the time of a verb, ``noun_time`` that of a noun by itself.
    """

    def __init__(self, syntax: Syntax, sources: Sources, told_time: TimeOf, noun_time: TimeOf) -> None:
        self._sources = sources
        self._syntax = syntax
        self._tree = syntax.tree
        self._told_time = told_time
        self._noun_time = noun_time

    def time(self, index: int) -> TimeMention | None:
        """The time of what happens together with the predicate at ``index``, or the verb whose object it is.

        « une déclaration par laquelle ils s'engagent », "once both had ratified it", "flew to X to sign it": that of
        the verb above; « l'attaque de dimanche qui a tué X »: that of the noun.
        """
        verb = self._verb(index)
        token = self._tree[verb]
        if token.head == verb or token.pos not in VERBAL:
            return None
        if token.dep == "acl:relcl":
            if self._is_by_which(verb):
                above = next((i for i in self._tree.ancestors(token.head) if self._tree[i].pos in VERBAL), None)
                return None if above is None else self._told_time(above)
            return self._of_deed(verb) if verb == index else None
        together = token.dep == "advcl" and (self._is_once(verb) or self._is_aim(verb))
        return self._told_time(token.head) if together and self._tree[token.head].pos in VERBAL else None

    def of_telling(self, index: int) -> TimeMention | None:
        """The time at which somebody says what the verb at ``index`` tells."""
        asides = [c for c in self._tree.children(index, "parataxis", "ccomp") if c > index]
        asides = [c for c in asides if self._tree[c].lemma in self._sources.saying]
        head = self._tree[index].head
        above = [head] if head != index and self._sources.reports(index, head) else []
        return next((time for time in map(self._told_time, (*above, *asides)) if time), None)

    def announced(self, index: int) -> TimeMention | None:
        """When the news was broken of what the verb at ``index`` tells: "announced that they had agreed"."""
        token = self._tree[index]
        breaking = token.dep == "ccomp" and self._tree[token.head].lemma in self._syntax.grammar.announcing
        return self._told_time(token.head) if breaking else None

    def lately(self, index: int) -> TimeMention | None:
        """The week up to the verb beside which a noun names what has just been: « à la suite de sa visite »."""
        known = {self._tree[c].text.lower() for c in self._tree.children(index, "det")} & self._syntax.words.known_by
        if not known and not self._tree.children(index, "nmod:poss"):
            return None
        found = (self._told_time(i) for i in self._tree.ancestors(index) if self._tree[i].pos in VERBAL)
        time = next((time for time in found if time), None)
        start, end = (time.span.start, time.span.end) if time else (None, None)
        if time is None or start is None or end is None or end - start > _LATELY:
            return None
        return replace(time, span=TimeSpan(start=start - _LATELY, end=end, precision="range"))

    def _verb(self, index: int) -> int:
        """The predicate, or the verb whose object it is: "swapped ratification papers"."""
        at = index
        while self._tree[at].pos not in VERBAL and self._tree[at].dep in _NOMINAL and self._tree[at].head != at:
            at = self._tree[at].head
        return at

    def _is_by_which(self, verb: int) -> bool:
        relatives = [c for c in self._tree.children(verb, "obl") if "PronType=Rel" in self._tree[c].morph]
        relatives += [c for c in self._tree.children(verb, "obl") if self._tree[c].lemma in self._tree.words.relatives]
        through = {*self._tree.words.by, *self._syntax.grammar.under, *self._tree.words.inside}
        return any(self._tree.case(c) in through for c in relatives)

    def _is_once(self, clause: int) -> bool:
        marks = [m for c in self._tree.children(clause, "mark", "advmod") for m in (c, *self._tree.children(c))]
        return any(self._tree[m].lemma in self._tree.words.once for m in marks)

    def _is_aim(self, clause: int) -> bool:
        """« se sont retrouvés pour échanger … », "flew to X to sign …": what one came together for."""
        token = self._tree[clause]
        if "VerbForm=Inf" not in token.morph or self._tree.children(clause, "aux:tense"):
            return False
        grammar = self._syntax.grammar
        particles = any(self._tree[c].lemma in self._tree.words.particles for c in self._tree.children(clause, "aux"))
        return bool(self._tree.marks(clause) & grammar.purpose) or particles

    def _of_deed(self, verb: int) -> TimeMention | None:
        """The time of the deed that a relative clause tells the harm of."""
        subject = any(self._tree[c].lemma in self._tree.words.relatives for c in self._tree.children(verb, "nsubj"))
        present = "Tense=Pres" in self._tree[verb].morph and not self._tree.children(verb, "aux")
        if not subject or present:
            return None
        return next((time for time in map(self._noun_time, self._nouns(verb)) if time), None)

    def _nouns(self, verb: int) -> Iterator[int]:
        """The noun of a relative clause, and those whose complement it is."""
        at = self._tree[verb].head
        yield at
        while self._tree[at].dep in ("nmod", "obl:arg") and self._tree[self._tree[at].head].pos == "NOUN":
            at = self._tree[at].head
            yield at
