"""Who the text was speaking of just before: where a sentence leaves a party out, the context supplies it."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection

from kg.model import Entity, Mention, Reading
from kg.reading.bodies import acting
from kg.reading.tree import Tree

_LEAST_NAMED = 3
_NEARBY = 2  # what a mention in the paragraph counts, against one elsewhere
_CLEARLY = 1.5
_LATELY = 2  # sentences
_FADING = 0.7  # what a sentence leaves of the presence of those named before it
_SUBJECT, _ASIDE = 1.5, 0.6  # the presence of a subject and of an adjective, against 1 of another name
_LEAST = 0.4


class Context:
    """The states that one article names, by where it names them; ``is_media`` tells IRIs of news media."""

    def __init__(self, reading: Reading, tree: Tree, is_media: Callable[[str], bool] = lambda _: False) -> None:
        self._tree = tree
        parties = [m for m in reading.mentions if m.entity.kind in ("State", "Organisation", "Group", "Person")]
        self._parties = [m for m in parties if _party(m.entity) and not is_media(m.entity.id)]
        self._party_heads = [m.head for m in self._parties]
        self._starts = [s.first for s in reading.sentences]
        self._sentences = reading.sentences

    def _is_venue(self, mention: Mention) -> bool:
        """Whether a capital only says where something happened: « réunis à Bruxelles »."""
        return mention.sense == "capital" and self._tree.case(mention.head) in self._tree.words.places

    def partner(self, index: int, actor: Entity) -> Entity | None:
        """With whom the article has ``actor`` deal: the one party that it and the paragraph name clearly most besides.

        ``None`` where ``actor`` itself is not what the article is about, or several others are.
        """
        paragraph = self._sentences[self._sentence(index)].paragraph
        named: Counter[str] = Counter()
        entities: dict[str, Entity] = {}
        for mention in self._parties:
            key = _party(mention.entity)
            near = self._sentences[self._sentence(mention.head)].paragraph == paragraph
            named[key] += _NEARBY if near else 1
            entities.setdefault(key, mention.entity)
        own = named.pop(_party(actor), 0)
        ranked = sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))
        (key, most), (_, next_most) = [*ranked, ("", 0), ("", 0)][:2]
        clear = most >= _LEAST_NAMED and own >= _LEAST_NAMED and most >= _CLEARLY * next_most
        return acting(entities[key]) if clear else None

    def pair(self) -> tuple[Entity, ...]:
        """The two parties that the article is about, in the order of the text; nobody where it is open which two."""
        named = Counter(_party(mention.entity) for mention in self._parties)
        ranked = [*named.most_common(3), ("", 0), ("", 0), ("", 0)]
        (one, _), (two, second), (_, third) = ranked[:3]
        if second < _LEAST_NAMED or second < _CLEARLY * third:
            return ()
        first: dict[str, Entity] = {}
        for mention in self._parties:
            first.setdefault(_party(mention.entity), acting(mention.entity))
        return tuple(entity for key, entity in first.items() if key in (one, two))

    def other(self, index: int, own: Collection[str]) -> Entity | None:
        """Who the words before ``index`` are most about besides the parties ``own``, acting.

        What this sentence and the two before it name counts, subjects most, the farther the less. ``None`` where two
        are about as present.
        """
        here = self._sentence(index)
        weights: defaultdict[str, float] = defaultdict(float)
        entities: dict[str, Entity] = {}
        for mention in reversed(self._parties[: bisect_right(self._party_heads, index - 1)]):
            distance = here - self._sentence(mention.head)
            if distance > _LATELY:
                break
            key = _party(mention.entity)
            if key and key not in own and mention.sense != "pronoun" and not self._is_venue(mention):
                weights[key] += self._presence(mention) * _FADING**distance
                entities.setdefault(key, mention.entity)
        ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        (key, most), (_, next_most) = [*ranked, ("", 0.0), ("", 0.0)][:2]
        return acting(entities[key]) if most >= _LEAST and most >= _CLEARLY * next_most else None

    def _presence(self, mention: Mention) -> float:
        subject = self._tree[mention.head].dep.startswith("nsubj") and mention.sense != "adjective"
        return _SUBJECT if subject else _ASIDE if mention.sense == "adjective" else 1.0

    def _sentence(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)


def _party(entity: Entity) -> str:
    """What tells a party from others: the code of the state, else the IRI; empty for a person of no state."""
    return entity.iso3 or entity.acts_for or ("" if entity.kind == "Person" else entity.id)
