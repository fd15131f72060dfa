"""What blocks hold and gave, remembered from one batch of articles to the next.

A block that many articles bear on (the president of a state, a treaty that is often recalled) is derived anew with each
batch that touches it. What is remembered of it need not be read back from the store, nor compared with it.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass

from kg.facts import Witness
from kg.model import Derivation

LIMIT = 30_000
"""So many claims are remembered at most."""


@dataclass(frozen=True, slots=True)
class BlockContent:
    """The claims that bear on a block, by IRI, and what was derived of them."""

    witnesses: Mapping[str, Witness]
    derivation: Derivation


class BlockMemory:
    """The blocks that were derived last. It is of use only to whoever alone writes the store."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._size = 0
        self._blocks: OrderedDict[str, BlockContent] = OrderedDict()

    def content(self, key: str) -> BlockContent | None:
        """What is remembered of a block; ``None`` of one that is forgotten."""
        return self._blocks.get(key)

    def keep(self, key: str, content: BlockContent) -> None:
        """Remember a block, and forget those that were not touched for longest."""
        self._forget(key)
        self._blocks[key] = content
        self._size += len(content.witnesses)
        while self._size > self._limit:
            self._forget(next(iter(self._blocks)))

    def clear(self) -> None:
        """Forget all: the store may not hold what is remembered."""
        self._blocks.clear()
        self._size = 0

    def _forget(self, key: str) -> None:
        former = self._blocks.pop(key, None)
        if former is not None:
            self._size -= len(former.witnesses)
