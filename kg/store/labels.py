"""Names in a store → what bears them, whatever their case and accents."""

from kg.store.reading import Reader


class Labels:
    """The labels of one store, folded; read when they are first asked for, and again after a change."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._index: dict[str, list[str]] | None = None

    def forget(self) -> None:
        """Read them afresh, after a change."""
        self._index = None

    def bearers(self, name: str) -> tuple[str, ...]:
        """The IRIs of what is called ``name``, sorted; empty where nothing is."""
        from kg.vocabulary.folding import fold

        return tuple(self._folded().get(fold(name), ()))

    def near(self, name: str, limit: int) -> tuple[str, ...]:
        """At most ``limit`` labels that are written much like ``name``, folded; nearest first."""
        from rapidfuzz import fuzz, process

        from kg.vocabulary.folding import fold

        found = process.extract(fold(name), sorted(self._folded()), scorer=fuzz.WRatio, limit=limit, score_cutoff=75)
        return tuple(match for match, _, _ in found)

    def _folded(self) -> dict[str, list[str]]:
        if self._index is None:
            from kg.vocabulary.folding import fold

            index: dict[str, set[str]] = {}
            for label, iri in self._reader.labels():
                index.setdefault(fold(label), set()).add(iri)
            self._index = {label: sorted(iris) for label, iris in index.items()}
        return self._index
