"""What blocks hold and gave, remembered from one batch of articles to the next.

A block that many articles bear on (the president of a state, a treaty that is often recalled) is touched by batch after
batch. What is remembered of it need not be read back from the store, nor compared with it, and of it only the things
that new claims touch are derived anew.
"""

from collections import OrderedDict

from kg.facts import KeptBlock

LIMIT = 30_000
"""So many claims are remembered at most."""


class BlockMemory:
    """The blocks that were derived last. It is of use only to whoever alone writes the store."""

    def __init__(self, limit: int = LIMIT) -> None:
        self._limit = limit
        self._size = 0
        self._blocks: OrderedDict[str, tuple[KeptBlock, int]] = OrderedDict()

    def __bool__(self) -> bool:
        """Whether it remembers anything."""
        return self._limit > 0

    def block(self, key: str) -> KeptBlock | None:
        """What is remembered of a block; ``None`` of one that is forgotten."""
        found = self._blocks.get(key)
        return found[0] if found else None

    def keep(self, key: str, block: KeptBlock) -> None:
        """Remember a block, and forget those that were not touched for longest."""
        self._forget(key)
        self._blocks[key] = block, len(block)
        self._size += len(block)
        while self._size > self._limit:
            self._forget(next(iter(self._blocks)))

    def clear(self) -> None:
        """Forget all: the store may not hold what is remembered."""
        self._blocks.clear()
        self._size = 0

    def _forget(self, key: str) -> None:
        former = self._blocks.pop(key, None)
        if former is not None:
            self._size -= former[1]
