"""Who holds an office: the person named beside its title, or of whom it is said."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from kg.model import Entity, Mention, Standing
from kg.reading.titles import Title
from kg.reading.tree import Tree
from kg.vocabulary import Predicate

_NEAR = 7
_COMPLEMENTS = ("xcomp", "oprd", "appos", "obj", "obl", "nmod", "acl", "ccomp", "advcl", "dep", "attr")


@dataclass(frozen=True, slots=True)
class Held:
    """A holder and, where the way of saying so tells it, the standing."""

    person: Mention
    standing: Standing | None = None


class Holders:
    """Looks for the holder of each title of a text."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], predicates: Mapping[str, Predicate]) -> None:
        self._tree = tree
        self._predicates = predicates
        people = [m for m in mentions if m.entity.kind == "Person"]
        self._by_first = {m.first: m for m in people}
        self._by_last = {m.last: m for m in people}
        self._by_token = {i: m for m in people for i in range(m.first, m.last)}

    def of(self, title: Title, reach: int, of: Entity | None) -> Held | None:
        """The holder of one title, whose state's name ends at ``reach``; ``None`` where nobody is named."""
        inside = self._by_token.get(title.first)
        if inside is not None:  # « le roi Mohammed VI » is a name
            return Held(inside)
        if title.plural:
            return None
        after = self._after(reach)
        before = self._before(title)
        if before is not None and _conflicts(before.entity, of):
            before = None
        if before is not None and (after is None or (after.first > reach and self._is_bare(before, title))):
            return Held(self._named_first(before))
        if after is not None:
            return Held(after)
        charged = self._after_charge(reach)
        return Held(charged) if charged is not None else self._said_of(title)

    def _after(self, reach: int) -> Mention | None:
        """The person named right after the title and its state: « le président ghanéen, John Mahama »."""
        at = reach
        while at < len(self._tree) and at - reach < 3 and self._is_between(at):
            at += 1
        return self._by_first.get(at)

    def _after_charge(self, reach: int) -> Mention | None:
        """The person named behind what the office is for, or of: "envoy for Syria, X", « le chef du groupe, X »."""
        opening = self._tree.words.charged | self._tree.words.genitive
        if reach >= len(self._tree) or self._tree[reach].text.lower() not in opening:
            return None
        for at in range(reach + 1, min(len(self._tree), reach + _NEAR)):
            if self._tree[at].text == ",":
                return self._by_first.get(at + 1)
            if self._tree[at].pos in ("AUX", "PUNCT") or "VerbForm=Fin" in self._tree[at].morph:
                return None
        return None

    def _is_bare(self, before: Mention, title: Title) -> bool:
        """Whether the title can only describe who stands before it: "X, then Chad's premier, Y …", « X, maire, Y »."""
        between = [self._tree[i] for i in range(before.last + 1, title.first)]
        words = self._tree.words
        opened = {t.text.lower() for t in between} & (words.articles | words.possessives | {"'s", "’s"})
        return not opened or between[0].pos == "ADV"

    def _named_first(self, person: Mention) -> Mention:
        """The person; of « X, alias Y » X."""
        at = person.first - 1
        if at <= 0 or self._tree[at].text.lower() not in self._tree.words.aliases:
            return person
        at -= self._tree[at - 1].text == ","
        return self._by_last.get(at, person)

    def _is_between(self, at: int) -> bool:
        token = self._tree[at]
        return token.text in (",", "–", "—", "(") or token.text.lower() in self._tree.words.address

    def _before(self, title: Title) -> Mention | None:
        """The person to whom the title stands in apposition: "Mahama, the country's president"."""
        back = title.first
        while back > 0 and title.first - back <= _NEAR:
            served = self._by_last.get(back - 1)  # "Pompeo, Donald Trump's secretary of state"
            if served is not None and self._tree[back - 1].text in ("'s", "’s"):
                back = served.first
            elif self._modifies(back - 1):
                back -= 1
            else:
                break
        if back > 0 and self._tree[back - 1].text in (",", "(", "–", "-", "—"):
            return self._by_last.get(back - 1)
        return None

    def _modifies(self, at: int) -> bool:
        token = self._tree[at]
        words = self._tree.words
        if token.text.lower() in words.articles | words.possessives or token.text in ("'s", "’s", "’", "'"):
            return at not in self._by_token
        possessed = token.pos == "NOUN" and self._tree[at + 1].text in ("'s", "’s")
        fits = (
            possessed
            or token.dep == "amod"
            or (token.pos in ("ADJ", "PROPN", "NUM", "ADV", "CCONJ") and token.text != ",")
        )
        return (fits or token.text == "-") and at not in self._by_token

    def _said_of(self, title: Title) -> Held | None:
        """The person of whom a verb says it: X is president, was sworn in as president, was named president."""
        tree = self._tree
        if tree.children(title.head, "cop"):
            person = None if self._is_unsure(title.head) else self._person(tree.children(title.head, "nsubj"))
            past = any("Tense=Past" in tree[c].morph or "Tense=Imp" in tree[c].morph
                       for c in tree.children(title.head, "cop"))  # fmt: skip
            return Held(person, "former" if past else None) if person else None
        verb = tree[title.head].head
        predicate = self._predicates.get(tree[verb].lemma)
        if (
            predicate is None
            or predicate.title
            or verb == title.head
            or tree[title.head].dep.split(":")[0] not in _COMPLEMENTS
        ):
            return None
        return self._by_verb(title, verb, predicate)

    def _by_verb(self, title: Title, verb: int, predicate: Predicate) -> Held | None:
        tree = self._tree
        if predicate.recognises:
            person = self._object(verb, title) or self._person(tree.children(verb, "nsubj:pass"))
            return Held(person, "disputed") if person else None
        if self._is_unsure(verb):
            return None
        passive = any(tree[c].dep.startswith("aux:pass") for c in tree.children(verb))
        if predicate.ends:
            return self._left(title, verb)
        if predicate.of_object and not passive and tree[verb].dep not in ("acl", "advcl"):
            person = self._object(verb, title)
        else:
            person = self._person([*tree.children(verb, "nsubj"), *tree.children(verb, "nsubj:pass")])
        if person is None and tree[verb].dep in ("acl", "advcl"):  # « nommé ministre en mai, X … »
            person = self._person([tree[verb].head, *tree.children(tree[verb].head, "nsubj")])
        if person is None:
            return None
        dated = any(tree[i].text.isdigit() for i in tree.subtree(verb) if tree[i].pos in ("NUM", "PROPN"))
        return Held(person, "new" if predicate.starts and not dated else None)

    def _left(self, title: Title, verb: int) -> Held | None:
        """Whom the office was taken from, or who gave it up: "sacked as minister", "who quit as minister"."""
        tree = self._tree
        person = self._object(verb, title)
        if person is None and tree[title.head].dep == "obj":  # « a limogé son ministre »
            return None
        person = person or self._person([*tree.children(verb, "nsubj")])
        if person is None and tree[verb].dep in ("acl", "advcl"):
            person = self._person([tree[verb].head])
        return Held(person, "former") if person else None

    def _object(self, verb: int, title: Title) -> Mention | None:
        objects = [c for c in self._tree.children(verb, "obj", "nsubj", "iobj") if c > verb or self._is_relative(c)]
        return self._person([c for c in objects if c != title.head])

    def _is_relative(self, at: int) -> bool:
        token = self._tree[at]
        return token.text.lower() in self._tree.words.relatives or (token.dep == "obj" and token.pos == "PRON")

    def _person(self, heads: Sequence[int]) -> Mention | None:
        """The person whom one of these words names; a relative pronoun stands for what its clause modifies."""
        for head in heads:
            if head in self._by_token:
                return self._by_token[head]
            for apposed in self._tree.children(head, "appos"):
                if apposed in self._by_token:
                    return self._by_token[apposed]
            if self._tree[head].text.lower() in self._tree.words.relatives:
                for above in self._tree.ancestors(head):
                    if above < head and above in self._by_token:
                        return self._by_token[above]
        return None

    def _is_unsure(self, at: int) -> bool:
        """Whether the words around say that it is not so, or not yet."""
        tree = self._tree
        morph = tree[at].morph
        beside = {tree[c].lemma for c in tree.children(at)} | {tree[c].text.lower() for c in tree.children(at)}
        verbs = [morph, *(tree[c].morph for c in tree.children(at, "aux", "cop"))]
        tensed = any(feature in verb for verb in verbs for feature in ("Tense=Fut", "Mood=Cnd"))
        bare = "VerbForm=Inf" in morph and not tree.children(at, "aux")
        return bool(beside & tree.words.unsure) or tensed or bare


def _conflicts(person: Entity, of: Entity | None) -> bool:
    """Whether a person who is known to act for one state is said to hold the office of another."""
    return bool(of and of.state and person.state and person.state != of.state)
