"""How many: the figures that belong to a predicate."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.claims.syntax import VERBAL, Syntax
from kg.model import Quantity, QuantityMention, Reading, Token

_BARRIERS = ("acl:relcl", "ccomp", "parataxis", "advcl")
_LISTED = {",", "–", "—", "-", "(", ":"}
_TAILS = ("advcl", "acl", "xcomp", "acl:relcl", "conj", "parataxis")
_HARM = ("killed", "wounded", "arrested", "freed", "displaced")


class Tallies:
    """Figures of one article's predicates."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._reading = reading
        self._syntax = syntax
        self._tree = syntax.tree
        self._grammar = syntax.grammar

    def quantities(
        self, index: int, counted: str | None, first: int, last: int
    ) -> list[tuple[Quantity, QuantityMention]]:
        """Figures of the predicate in the order of the text; ``counted`` says what the verb makes of them (killed).

        Those below it in its own clause, those listed right after these (« 600 hommes, dont 100 démineurs »), and those
        of the harm that it did (", killing 26 people", « qui a fait trois morts »). ``first`` and ``last`` are the
        half-open token bounds of its sentence.
        """
        mentions = _within(self._reading.quantities, first, last)
        below = self._below(index)
        found: dict[QuantityMention, Quantity] = {}
        for mention in mentions:
            held = mention.head in below or any(i in below for i in range(mention.first, mention.last))
            if held or any(self._is_listed(mention, before) for before in found):
                found[mention] = _counted(mention.quantity, self._suffered(mention, index, counted))
        found = {**self._harmed(index, mentions), **self._of_victims(index, mentions), **found}
        return [(found[mention], mention) for mention in mentions if mention in found]

    def _suffered(self, mention: QuantityMention, index: int, counted: str | None) -> str | None:
        """What the verb makes of those counted: another that goes on from it has its own; who does it suffers nothing.

        « a tué deux soldats et blessé trois autres », « trois soldats ont été tués par dix combattants ».
        """
        for at in (mention.head, *self._tree.ancestors(mention.head)):
            token = self._tree[at]
            if at == index:
                return counted
            if token.pos in VERBAL and token.dep == "conj" and self._harm(at):
                return self._harm(at)
            if token.dep == "obl:agent" or self._tree.case(at) in ("par", "by", "with", "avec"):
                return None
        return counted

    def _harmed(self, index: int, mentions: Sequence[QuantityMention]) -> dict[QuantityMention, Quantity]:
        """The figures of the harm that the predicate did; each is told by the verb nearest before it."""
        found: dict[QuantityMention, Quantity] = {}
        for verb in self._harms(index):
            harmed = set(self._tree.subtree(verb, skip=_opens_clause))
            for mention in mentions:
                if mention.head in harmed and mention.head > verb:
                    found[mention] = _counted(mention.quantity, self._harm(verb))
        return found

    def _of_victims(self, index: int, mentions: Sequence[QuantityMention]) -> dict[QuantityMention, Quantity]:
        """Those who died in what the noun names: « onze personnes ont péri dans des frappes », "48 died in clashes"."""
        verb = self._above(index)
        grammar = self._grammar
        if verb is None or self._tree[verb].lemma not in grammar.dying | grammar.killing | grammar.wounding:
            return {}
        counted = self._harm(verb) or "killed"
        victims = {i for s in self._tree.children(verb, "nsubj") for i in self._tree.subtree(s, skip=_opens_clause)}
        return {m: _counted(m.quantity, counted) for m in mentions if m.head in victims}

    def _above(self, index: int) -> int | None:
        """The verb beside which a noun, or one that counts it (« cinq jours de combats »), says in what it happened."""
        token = self._tree[index]
        if token.pos in VERBAL:
            return None
        if token.dep == "nmod" and self._tree.case(index) in self._tree.words.of:
            token = self._tree[token.head]
        beside = token.dep.startswith("obl") and self._tree[token.head].pos in VERBAL
        return token.head if beside and token.head < token.index else None

    def _below(self, index: int) -> set[int]:
        below = set(self._tree.subtree(index, skip=_opens_clause))
        head = self._tree[index]
        if head.dep in ("acl", "amod") and head.head != index:
            below |= {head.head, *(c for c in self._tree.children(head.head) if c < index)}
            below |= set(self._measures(head.head))
        if head.dep == "acl:relcl" and self._lacks_object(index):
            below |= {head.head, *self._tree.children(head.head, "nummod", "compound")}
        for how in self._tree.children(index, "advcl"):
            if self._is_manner(how):
                below |= set(self._tree.subtree(how, skip=_opens_clause))
        return below

    def _lacks_object(self, verb: int) -> bool:
        """ "the 60 tanks that it gave", "the 60 tanks it gave": what the relative clause is about is its object."""
        subjects, relatives = self._tree.children(verb, "nsubj"), self._tree.words.relatives
        if not subjects or self._syntax.is_passive(verb) or any(self._tree[s].lemma in relatives for s in subjects):
            return False
        objects = self._tree.children(verb, "obj")  # « livrés au Kenya », "gave Kenya": a name is to whom
        oblique = any(self._tree[o].text.lower() in relatives for o in self._tree.children(verb, "obl", "advmod"))
        return not oblique and all(self._tree[o].text.lower() in relatives or o in self._syntax.kinds for o in objects)

    def _is_manner(self, clause: int) -> bool:
        """ "retaliated by expelling ten diplomats": the deed itself."""
        finite = self._tree.is_finite(clause) or "VerbForm=Inf" in self._tree[clause].morph
        return not finite and bool(self._tree.marks(clause) & self._grammar.manner)

    def _measures(self, noun: int) -> Iterator[int]:
        """The nouns that measure it out: the containers of "containers of shells and arms shipped by …"."""
        token = self._tree[noun]
        while token.head != token.index and (
            token.dep == "conj" or self._tree.case(token.index) in self._tree.words.of
        ):
            token = self._tree[token.head]
            if token.pos in ("NOUN", "PROPN", "NUM"):
                yield token.index

    def _is_listed(self, mention: QuantityMention, before: QuantityMention) -> bool:
        """Whether the figure goes on a list that the one before has opened, with nothing but a joint between."""
        between = [self._tree[i] for i in range(before.last, mention.first)]
        listing = _LISTED | self._tree.words.listing
        joined = any(token.text.lower() in listing for token in between)
        return joined and all(t.text.lower() in listing or t.pos == "ADJ" for t in between)

    def _harms(self, index: int) -> Iterator[int]:
        """The verbs that say what harm came of the predicate: its participles, its relative, the verb that it does."""
        token = self._tree[index]
        around = [*self._tree.children(index, *_TAILS)]
        if token.pos not in VERBAL:
            around += [c for n in self._after(index) for c in self._tree.children(n, "acl:relcl")]
            if token.dep.startswith("nsubj"):
                around += self._tree.conjuncts(token.head)
        elif token.head != index and token.dep in ("xcomp", "advcl"):
            around += self._tree.children(token.head, "advcl")
        for verb in around:
            if self._is_harm(verb, index):
                yield from (v for v in self._tree.conjuncts(verb) if self._is_harm(v, index))

    def _after(self, noun: int) -> list[int]:
        """The nouns below a noun, to which its relative clause may be tied by mistake."""
        return [i for i in self._tree.subtree(noun, skip=_opens_clause) if i > noun and self._tree[i].pos not in VERBAL]

    def _is_harm(self, verb: int, index: int) -> bool:
        token, grammar = self._tree[verb], self._grammar
        if token.pos not in VERBAL or verb == index:
            return False
        if (
            "VerbForm=Part" not in token.morph
            and token.dep in ("conj", "parataxis")
            and self._tree[index].pos in VERBAL
        ):
            return False
        return token.lemma in grammar.killing | grammar.wounding | grammar.harming

    def _harm(self, verb: int) -> str | None:
        lemma = self._tree[verb].lemma
        if lemma in self._grammar.killing:
            return "killed"
        return "wounded" if lemma in self._grammar.wounding else None


def _opens_clause(token: Token) -> bool:
    return token.dep in _BARRIERS and token.pos in VERBAL


def _within(mentions: Sequence[QuantityMention], first: int, last: int) -> Sequence[QuantityMention]:
    """Those of the mentions, which are in the order of the text, that begin inside the half-open token bounds."""
    begin = bisect_left(mentions, first, key=lambda mention: mention.first)
    return mentions[begin : bisect_left(mentions, last, key=lambda mention: mention.first)]


def _counted(quantity: Quantity, counted: str | None) -> Quantity:
    """« 600 soldats » beside « tués » are soldiers killed; money, deaths and the like stay what they are."""
    if counted in _HARM and quantity.unit is None and quantity.of not in ("deaths", "wounded"):
        return replace(quantity, of=f"{quantity.of or 'people'} {counted}")
    return quantity
