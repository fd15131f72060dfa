"""Offices that a verb gives: « X, qui préside le Somaliland », "X, who leads the Democratic Alliance"."""

from collections.abc import Iterator, Mapping, Sequence

from kg.model import Mention, OfficeMention, Standing
from kg.reading.tree import Tree
from kg.vocabulary import Predicate

_TENSES: Mapping[str, Standing] = {"Tense=Pres": "current", "Tense=Imp": "former"}
_LONGEST = 20


def headed(tree: Tree, mentions: Sequence[Mention], predicates: Mapping[str, Predicate]) -> Iterator[OfficeMention]:
    """An office for each person who presides over, leads or heads a state or an organisation, as a verb says."""
    people = {m.head: m for m in mentions if m.entity.kind == "Person"}
    led = {m.head: m for m in mentions if m.entity.kind in ("State", "Organisation") and m.sense == "name"}
    for token in tree.tokens:
        predicate = predicates.get(token.lemma)
        if predicate is None or predicate.title is None or token.pos != "VERB":
            continue
        of = next((led[i] for i in _objects(tree, token.index) if i in led), None)
        person = next((people[i] for i in _subjects(tree, token.index) if i in people), None)
        held = next((_TENSES[tense] for tense in _TENSES if tense in token.morph), None)
        if of is None or person is None or held is None:
            continue
        first, last = min(person.first, of.first), max(person.last, of.last)
        if last - first <= _LONGEST and not tree.children(token.index, "aux", "neg"):
            title = "leader" if of.entity.kind == "State" and predicate.title == "head" else predicate.title
            yield OfficeMention(first, last, person.head, title, person.entity, of.entity, held)


def _subjects(tree: Tree, verb: int) -> Iterator[int]:
    """The subject, or the noun that the relative clause modifies."""
    for subject in tree.children(verb, "nsubj"):
        if tree[subject].text.lower() not in tree.words.relatives:
            yield subject
        elif tree[verb].dep.startswith("acl"):
            yield tree[verb].head


def _objects(tree: Tree, verb: int) -> Iterator[int]:
    """The object, and what it is of: « la république autoproclamée du Somaliland »."""
    marks = {"", *tree.words.of}
    for found in tree.children(verb, "obj"):
        yield found
        below = [c for c in tree.children(found, "nmod", "appos") if tree[c].dep != "nmod:poss"]
        yield from (child for child in below if tree.case(child) in marks)
