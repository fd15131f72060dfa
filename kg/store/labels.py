"""Names in a store → what bears them, whatever their case and accents."""

from collections.abc import Iterable, Mapping, Sequence

from kg.store.reading import Reader

_JOINTS = ("→", ": ")  # of the labels of events and offices held, which no question names
Index = Mapping[str, Sequence[str]]


class Labels:
    """The labels of one store, folded; read when they are first asked for, and again after a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._index: Index | None = None
        self._claimed: Index | None = None
        self._written: Sequence[tuple[str, str]] | None = None

    def forget(self) -> None:
        """Read them afresh, after a change."""
        self._index = self._claimed = self._written = None

    def bearers(self, name: str) -> tuple[str, ...]:
        """The IRIs of what is called ``name``, sorted; empty where nothing is.

        Where nothing shows that name any more it is what a claim called so, which was merged into another.
        """
        from kg.vocabulary.folding import fold

        folded = fold(name)
        if found := self._folded().get(folded):
            return tuple(found)
        if self._claimed is None:
            self._claimed = _index(self._reader.claimed_labels())
        return tuple(sorted({self._reader.resolve(iri) for iri in self._claimed.get(folded, ())}))

    def having(self, text: str) -> tuple[str, ...]:
        """The labels, folded, that have ``text`` in them; the shortest first, those of one length by themselves."""
        from kg.vocabulary.folding import fold

        folded = fold(text)
        found = (label for label in self._folded() if folded in label)
        return tuple(sorted(found, key=lambda label: (len(label), label))) if folded else ()

    def near(self, name: str, limit: int) -> tuple[str, ...]:
        """At most ``limit`` labels that are written much like ``name``, folded; nearest first."""
        from rapidfuzz import fuzz, process

        from kg.vocabulary.folding import fold

        found = process.extract(fold(name), sorted(self._folded()), scorer=fuzz.WRatio, limit=limit, score_cutoff=75)
        return tuple(match for match, _, _ in found)

    def starting(self, prefix: str, limit: int) -> tuple[str, ...]:
        """At most ``limit`` labels, as they are written, that begin as ``prefix`` does, whatever its case and accents;
        sorted, the shortest first."""
        from bisect import bisect_left

        from kg.vocabulary.folding import fold

        if self._written is None:
            labels = {label for label, _ in self._reader.labels() if not any(joint in label for joint in _JOINTS)}
            self._written = sorted((fold(label), label) for label in labels)
        start = fold(prefix)
        first = bisect_left(self._written, (start, ""))
        found = []
        for folded, label in self._written[first:]:
            if not folded.startswith(start):
                break
            found.append(label)
        return tuple(sorted(found, key=lambda label: (len(label), label))[:limit])

    def _folded(self) -> Index:
        if self._index is None:
            self._index = _index(self._reader.labels())
        return self._index


def _index(labels: Iterable[tuple[str, str]]) -> Index:
    from kg.vocabulary.folding import fold

    index: dict[str, set[str]] = {}
    for label, iri in labels:
        index.setdefault(fold(label), set()).add(iri)
    return {label: sorted(iris) for label, iris in index.items()}
