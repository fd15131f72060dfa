"""Where: the places beside one predicate, in the words of its own clause."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from kg.claims.places import capital, unlisted
from kg.claims.referents import Referents
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Entity, Mention


class Localities:
    """Places of one article's predicates; ``texts`` are the nouns for agreements, whose names are no places."""

    def __init__(self, syntax: Syntax, referents: Referents, texts: Collection[str] = ()) -> None:
        self._texts = texts
        self._syntax = syntax
        self._tree = syntax.tree
        self._referents = referents

    def of(
        self, index: int, taken: Sequence[str], targets: Sequence[int], moving: bool
    ) -> dict[str, tuple[Entity, int]]:
        """The places by IRI with their heads; the arguments are those of ``Circumstances.places``."""
        found: dict[str, tuple[Entity, int]] = {}
        for head in self._beside(index):
            case = self._tree.case(head)
            if head in targets and case not in self._tree.words.inside and not moving and not self._is_city(head):
                continue
            for place in self._named_places(head, taken) or self._unlisted(head, targets):
                found.setdefault(place.id, (place, head))
        for head in self._bearings(index) if not found else ():
            for place in self._own_names(head):
                found.setdefault(place.id, (place, head))
        for head in self._left_or_visited(index):
            bare = self._tree[head].lemma not in self._syntax.grammar.regions
            for place in self._own_names(head) if bare else self._named_places(head, ()):
                found.setdefault(place.id, (place, head))
        struck = self._syntax.objects(self._struck_by(index))
        for head in (*targets, *struck):  # « une visite à Pyongyang », « la région de Koursk a été occupée »
            if self._is_recipient(head) and not moving:
                continue
            if self._tree.case(head) in self._syntax.words.places or not self._is_government(head):
                for place in self._named_places(head, taken):
                    if place.kind == "Place" or (moving and self._tree.case(head) in self._syntax.words.places):
                        found.setdefault(place.id, (place, head))
        return found

    def _beside(self, index: int) -> Iterator[int]:
        """The nouns that a preposition of place marks beside the predicate, its object or what it does."""
        around = [index, *self._tree.children(index, "obj", "nsubj:pass", "obl:agent")]
        around += [
            c for c in self._tree.children(index, "nsubj") if self._tree[c].lemma in self._syntax.grammar.instruments
        ]
        governor = self._tree[index]
        if governor.dep.startswith(("obj", "nsubj", "obl")) and self._tree[governor.head].pos in VERBAL:
            around.append(governor.head)
        around += [opener for centre in around for opener in self._openers(centre)]
        for centre in around:
            for child in self._tree.children(centre, "obl", "nmod", "advmod"):
                if self._tree.case(child) in self._syntax.words.places:
                    yield from self._tree.conjuncts(child)
        yield from self._of_encounter(index)

    def _of_encounter(self, index: int) -> Iterator[int]:
        """« le sommet de Séoul »; where people met before they do something: « Après des discussions à X, … »."""
        tree, encounters = self._tree, self._syntax.grammar.encounters
        if tree[index].lemma in encounters:
            called = [c for c in tree.children(index, "nmod") if tree.case(c) in tree.words.of and self._is_city(c)]
            yield from (c for c in called if not tree.children(c, "conj"))
        first = min(tree.children(index, "nsubj"), default=index)
        for opener in tree.children(index, "obl", "advcl"):
            if opener < first and tree[index].pos in VERBAL:
                nouns = [i for i in tree.subtree(opener) if tree[i].pos in ("NOUN", "PROPN")]
                if any(tree[i].lemma in encounters for i in nouns):
                    yield from (i for i in nouns if tree.case(i) in tree.words.standing and i < first)

    def _bearings(self, index: int) -> Iterator[int]:
        """What lies beside it: "into waters north of X", « au large de X », « près du lac X »."""
        tree = self._tree
        for centre in (index, *tree.children(index, "obj", "obl", "nmod")):
            for word in (
                centre,
                *tree.children(centre),
                *(c for m in tree.children(centre, "amod") for c in tree.children(m)),
            ):
                if tree[word].lemma in self._syntax.grammar.bearings:
                    beside = tree.children(word, "nmod", "obl", "dep")
                    yield from (c for c in beside if c > word and tree.case(c) in tree.words.of)

    def _openers(self, index: int) -> Iterator[int]:
        """What opens the clause and has its place: « lundi à Lima, … », « Réunis à Accra, … »."""
        for child in self._tree.children(index):
            token = self._tree[child]
            opens = token.dep in ("advcl", "acl", "obl:mod") and token.pos in VERBAL and child < index
            participle = opens and "VerbForm=Part" in token.morph and not self._tree.marks(child) - {""}
            if participle or child in self._syntax.times:
                yield child

    def _left_or_visited(self, index: int) -> Iterator[int]:
        """The land or city that one visits or leaves: "toured Peru", « quitter la Hongrie », « se retirer du Mali »."""
        grammar = self._syntax.grammar
        lemma = self._tree[index].lemma
        if lemma in grammar.visiting | grammar.leaving:
            yield from (c for c in self._tree.children(index, "obj") if not self._tree.case(c))
        if lemma in grammar.leaving:
            yield from self._syntax.marked(index, self._tree.words.whence)

    def _unlisted(self, head: int, targets: Sequence[int]) -> list[Entity]:
        """A place that no list knows, which a preposition of place or "province" shows to be one."""
        grammar = self._syntax.grammar
        token = self._tree[head]
        names = [head]
        if token.lemma in grammar.regions:
            names = [c for c in self._tree.children(head, "compound", "nmod", "appos") if self._is_bare_name(c)]
        elif not self._is_bare_name(head) or head in targets or self._tree.case(head) not in self._tree.words.standing:
            return []
        return [unlisted(self._spelt(name)) for name in names]

    def _is_bare_name(self, head: int) -> bool:
        """Whether the word is a name of which nothing is known, and no acronym or person."""
        token = self._tree[head]
        known = self._referents.mentions(head) or token.entity in ("PER", "ORG") or head in self._syntax.times
        return token.pos == "PROPN" and token.text.istitle() and len(token.text) > 2 and not known

    def _spelt(self, head: int) -> str:
        parts = self._tree.children(head, "flat", "compound")
        return " ".join(self._tree[i].text for i in sorted((head, *parts)))

    def _struck_by(self, index: int) -> int:
        """The verb whose object is the scene: the predicate, or that of « repris avec l'aide de troupes »."""
        token = self._tree[index]
        beside = token.dep.startswith("obl") and self._tree[token.head].pos in VERBAL
        return token.head if beside and token.pos not in VERBAL else index

    def _is_government(self, head: int) -> bool:
        """Whether the noun is a capital that stands for those who govern there."""
        return any(m.sense == "capital" for m in self._referents.mentions(head))

    def _is_recipient(self, head: int) -> bool:
        """« livrer des chars à Kiev »: to a government, not in a city."""
        return self._tree[head].dep == "obl:arg" and self._tree.case(head) == "à" and self._is_government(head)

    def _is_city(self, head: int) -> bool:
        return not self._is_recipient(head) and any(
            m.sense == "capital" or m.entity.kind == "Place" for m in self._referents.mentions(head)
        )

    def _own_names(self, head: int) -> list[Entity]:
        return [
            self.place_of(m)
            for m in self._referents.mentions(head)
            if self._is_place(m) or (m.entity.kind == "State" and m.sense in ("name", "capital", "seat"))
        ]

    def _is_place(self, mention: Mention) -> bool:
        """Whether the name is of a place, not of a treaty that the reading took for one."""
        return mention.entity.kind == "Place" and self._tree[mention.head].lemma not in self._texts

    def _named_places(self, head: int, taken: Sequence[str]) -> list[Entity]:
        direct = self._own_names(head)
        if not direct:
            for child in self._tree.children(head, "nmod", "appos", "flat", "compound"):
                direct += [
                    self.place_of(m)
                    for m in self._referents.mentions(child)
                    if self._is_place(m) or (m.sense == "capital" and self._is_where(child))
                ]
        return [place for place in direct if place.id not in taken]

    def _is_where(self, head: int) -> bool:
        """Whether a capital beside a noun may be where that is: not in "an agreement with Beijing"."""
        words = self._tree.words
        return self._tree.case(head) in {"", *self._syntax.words.places, *words.inside, *words.of}

    def place_of(self, mention: Mention) -> Entity:
        """The place that a mention names; of a capital or the house of a government that city or house."""
        if mention.sense not in ("capital", "seat"):
            return replace(mention.entity, acts_for=None)
        written = self._written(mention.first, mention.last)
        return capital(mention.entity, written.title() if written.isupper() else written)

    def _written(self, first: int, last: int) -> str:
        """The words as they stand, "Addis-Abeba" without the blanks that would part its tokens."""
        tokens = self._tree.tokens[first:last]
        blanks = [" " * (after.start > token.end) for token, after in pairwise(tokens)]
        return "".join(token.text + blank for token, blank in zip(tokens, [*blanks, ""], strict=True))
