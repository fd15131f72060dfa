"""Who the text was speaking of just before: where a sentence leaves a party out, the context supplies it."""

from bisect import bisect_right
from collections.abc import Collection, Iterator

from kg.model import Entity, Reading
from kg.reading.bodies import acting

_PARAGRAPHS = 2


class Context:
    """The states that one article names, by where it names them."""

    def __init__(self, reading: Reading) -> None:
        self._mentions = [m for m in reading.mentions if m.entity.iso3 or m.entity.acts_for]
        self._heads = [m.head for m in self._mentions]
        self._starts = [s.first for s in reading.sentences]
        self._sentences = reading.sentences

    def recent(self, index: int, without: Collection[str] = (), sentences: int | None = None) -> Iterator[Entity]:
        """States and those who act for one named before the token at ``index``, the last first, each state once.

        Only those of the same paragraph and of the two before it, or of the last ``sentences``; ``without`` are
        ISO 3166 codes to pass over.
        """
        seen = set(without)
        here = self._sentence(index)
        for at in range(bisect_right(self._heads, index - 1) - 1, -1, -1):
            mention = self._mentions[at]
            there = self._sentence(mention.head)
            if self._sentences[here].paragraph - self._sentences[there].paragraph > _PARAGRAPHS:
                return
            if sentences is not None and here - there > sentences:
                return
            code = mention.entity.iso3 or mention.entity.acts_for or ""
            if code not in seen:
                seen.add(code)
                yield acting(mention.entity)

    def _sentence(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)
