"""Who the text was speaking of just before, and which two it is about."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection

from kg.claims.cast import Cast, party
from kg.model import Entity, Mention
from kg.reading.bodies import acting

_LEAST_NAMED = 3
_CLEARLY = 1.5
_LATELY = 2  # sentences
_FADING = 0.7  # what a sentence leaves of the presence of those named before it
_SUBJECT, _ASIDE = 1.5, 0.6  # the presence of a subject and of an adjective, against 1 of another name
_LEAST = 0.4


class Context:
    """What the parties of an article are to it, by where it names them."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._heads = [mention.head for mention in cast.mentions]

    def pair(self) -> tuple[Entity, ...]:
        """The two parties that the article is about, in the order of the text; nobody where it is open which two."""
        most = [self._cast.members[key] for key in self._cast.ranked(())[:3]]
        counts = [*(len(member.mentions) for member in most), 0, 0, 0]
        if counts[1] < _LEAST_NAMED or counts[1] < _CLEARLY * counts[2]:
            return ()
        return tuple(member.entity for member in sorted(most[:2], key=lambda member: member.heads[0]))

    def other(self, index: int, own: Collection[str]) -> Entity | None:
        """Who the words before ``index`` are most about besides the parties ``own``, acting.

        What this sentence and the two before it name counts, subjects most, the farther the less. ``None`` where two
        are about as present.
        """
        here = self._cast.sentence(index)
        weights: defaultdict[str, float] = defaultdict(float)
        entities: dict[str, Entity] = {}
        for mention in reversed(self._cast.mentions[: bisect_left(self._heads, index)]):
            distance = here - self._cast.sentence(mention.head)
            if distance > _LATELY:
                break
            key = party(mention.entity)
            if key not in own and mention.sense != "pronoun" and not self._cast.is_venue(mention):
                weights[key] += self._presence(mention) * _FADING**distance
                entities.setdefault(key, mention.entity)
        ranked = sorted(weights.items(), key=lambda pair: (-pair[1], pair[0]))
        (key, most), (_, next_most) = [*ranked, ("", 0.0), ("", 0.0)][:2]
        return acting(entities[key]) if most >= _LEAST and most >= _CLEARLY * next_most else None

    def _presence(self, mention: Mention) -> float:
        subject = self._cast.is_subject(mention) and mention.sense != "adjective"
        return _SUBJECT if subject else _ASIDE if mention.sense == "adjective" else 1.0
