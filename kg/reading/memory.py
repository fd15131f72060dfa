"""Who has been named so far in an article, how lately and how much: what later words can point back to."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from kg.model import Entity, Mention, Sentence
from kg.reading.tree import Tree

_LIMIT = 200  # mentions back that a word can reach
_FADING = 0.85  # what a sentence leaves of the weight of those named before it
_SUBJECT, _NAMED, _ASIDE = 1.5, 1.0, 0.6
_TITLE = (2.5, 1.5)  # what being named first, or later, in the title adds for good
_LEAD = 0.5  # what being named in the first sentence adds for good
_OPENING = 3  # tokens


@dataclass(frozen=True, slots=True)
class Named:
    """One naming of an actor: by which word, in which sentence and paragraph, and in what part."""

    entity: Entity
    index: int
    sentence: int
    paragraph: int
    subject: bool
    sense: str


def party(entity: Entity) -> str:
    """The side that an entity stands on: its state's code where it is or acts for one, else its IRI."""
    return entity.principal


class Memory:
    """The actors named before the point that a walk through the text has reached.

    ``missions`` are nouns for what a state has in another one (« l'ambassade »): whose it is weighs less.
    """

    def __init__(
        self,
        tree: Tree,
        state: Callable[[str], Entity | None],
        title: Sequence[Entity] = (),
        missions: Collection[str] = (),
    ) -> None:
        self._tree = tree
        self._missions = missions
        self._state = state
        self._named: list[Named] = []
        self._weights: dict[str, float] = {}
        self._at: dict[str, int] = {}
        self._setting: tuple[int, Entity] | None = None
        self._topics: dict[str, float] = {}
        for entity in title:
            self._topics.setdefault(party(entity), _TITLE[min(len(self._topics), 1)])

    def remember(self, mentions: Sequence[Mention], number: int, sentence: Sentence) -> None:
        """Take note of mentions in the sentence of this number."""
        for mention in mentions:
            subject = self._is_subject(mention.head) and mention.sense != "adjective"
            self._named.append(Named(mention.entity, mention.head, number, sentence.paragraph, subject, mention.sense))
            key = party(mention.entity)
            faded = self._weights.get(key, 0.0) * _FADING ** (number - self._at.get(key, number))
            self._weights[key] = faded + self._share(mention, subject)
            self._at[key] = number
            if mention.first - sentence.first < _OPENING and self._tree.case(mention.head) in self._tree.words.where:
                self._setting = (number, mention.entity)
            if number == 0:
                self._topics.setdefault(key, _LEAD)

    def _is_subject(self, index: int) -> bool:
        return self._tree[self._first(index)].dep.startswith("nsubj")

    def _share(self, mention: Mention, subject: bool) -> float:
        if mention.sense == "pronoun" or self._is_mission(mention.head):
            return _ASIDE
        aside = mention.sense == "adjective" or self._tree.case(mention.head) in self._tree.words.where
        return _SUBJECT if subject else _ASIDE if aside else _NAMED

    def _is_mission(self, index: int) -> bool:
        """Whether the word is an embassy, or says whose one is: it speaks for its state from another one."""
        token = self._tree[index]
        return token.lemma in self._missions or (token.dep == "nmod" and self._tree[token.head].lemma in self._missions)

    def setting(self, number: int) -> Entity | None:
        """The state that the sentence of this number opens with as the place of what it tells (« En Inde, … »)."""
        if self._setting is None or self._setting[0] != number:
            return None
        return self._state(self._setting[1].state or "")

    def weight(self, key: str, number: int) -> float:
        """How present a party is at the sentence of this number; 0 for one that was not named."""
        faded = self._weights.get(key, 0.0) * _FADING ** (number - self._at.get(key, number))
        return faded + self._topics.get(key, 0.0)

    def here(self, paragraph: int) -> list[set[str]]:
        """The parties that each sentence of this paragraph has named, but for those that only say where or whose."""
        named: dict[int, set[str]] = {}
        for one in takewhile(lambda named: named.paragraph == paragraph, self.latest()):
            if one.sense != "adjective" and self._tree.case(one.index) not in self._tree.words.where:
                named.setdefault(one.sentence, set()).add(party(one.entity))
        return list(named.values())

    def latest(self) -> Iterator[Named]:
        """Those named, the last first."""
        return reversed(self._named[-_LIMIT:])

    def present(self, number: int, fits: Callable[[Entity], bool]) -> list[Entity]:
        """Those that fit, each party once as it was named last, the most present first."""
        found: dict[str, Entity] = {}
        for named in self.latest():
            if fits(named.entity):
                found.setdefault(party(named.entity), named.entity)
        return sorted(found.values(), key=lambda entity: -self.weight(party(entity), number))

    def states(self, number: int) -> list[Entity]:
        """The states that were named or acted for, the most present first."""
        codes = [e.state or "" for e in self.present(number, lambda e: bool(e.state))]
        return [state for code in codes if (state := self._state(code))]

    def together(self, one: Entity, two: Entity, number: int) -> float:
        """How often and how lately two parties were named in one sentence, twice as much where in one breath."""
        where: dict[int, list[Named]] = {}
        for named in self.latest():
            if party(named.entity) in (party(one), party(two)):
                where.setdefault(named.sentence, []).append(named)
        total = 0.0
        for sentence, found in where.items():
            if len({party(named.entity) for named in found}) == 2:
                joined = any(two.index in self._joined(one.index) for one in found for two in found if one is not two)
                total += (2 if joined else 1) * _FADING ** (number - sentence)
        return total

    def first(self, entity: Entity) -> int:
        """Where the party was named first."""
        return next((n.index for n in self._named if party(n.entity) == party(entity)), 0)

    def coordinated(self, named: Named) -> list[Entity]:
        """All that were named in one coordination with this one, it included, in the order of the text."""
        joined = self._joined(named.index)
        entities = [n.entity for n in self._named[-_LIMIT:] if n.index in joined]
        return list({e.id: e for e in entities}.values()) or [named.entity]

    def _joined(self, index: int) -> set[int]:
        return set(self._tree.conjuncts(self._first(index)))

    def _first(self, index: int) -> int:
        """The first part of the coordination that a word belongs to."""
        while self._tree[index].dep == "conj" and self._tree[index].head < index:
            index = self._tree[index].head
        return index
