"""Reference data into a store and out of it: only the offices that it bears on are derived anew."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from kg.facts import Judged, derive_block, term_keys
from kg.ingestion import judged_in
from kg.model import BackgroundError, OfficeTerm, Reference
from kg.store import Block, ReferenceRecord, Store


def import_reference(store: Store, path: str | Path, name: str | None = None) -> Reference:
    """Read the Turtle file at ``path`` into ``store`` under ``name``, or that of the file; what came in.

    What stood under the name is replaced. BackgroundError where the file is wrong; nothing is changed then.
    """
    from kg.store.reference_files import read_reference

    reference = read_reference(path, name if name is not None else Path(path).stem, store.names)
    base = store.names.base
    record = ReferenceRecord(reference=reference, keys={term.id: term_keys(term, base) for term in reference.terms})
    _write(store, reference.name, record)
    return reference


def import_bundled(store: Store, bundled: str, name: str | None = None) -> Reference:
    """Read reference data that comes with the program into ``store``; BackgroundError where there is none so called."""
    files = _bundled()
    if bundled not in files:
        raise BackgroundError(f"no reference data called {bundled!r} comes with kg; there is {', '.join(files)}")
    return import_reference(store, files[bundled], name or bundled)


def withdraw_reference(store: Store, name: str) -> None:
    """Take reference data out: the store is as if it had never been imported. BackgroundError where it is not there."""
    if not store.has_reference(name):
        there = ", ".join(reference.name for reference in store.references())
        hint = f"there is {there}" if there else "none was imported"
        raise BackgroundError(f"the graph holds no reference data called {name!r}; {hint}")
    _write(store, name, None)


def _bundled() -> dict[str, Path]:
    """The files of reference data that come with the program, by name."""
    from kg.vocabulary import ontology_path

    return {path.stem: path for path in sorted((ontology_path() / "reference").glob("*.ttl"))}


def _write(store: Store, name: str, record: ReferenceRecord | None) -> None:
    store.settle()
    judged = judged_in(store)
    coming: dict[str, list[OfficeTerm]] = {judged.block(key): [] for key in store.reference_block_keys(name)}
    for term in record.reference.terms if record else ():
        for key in record.keys[term.id] if record else ():
            coming.setdefault(judged.block(key), []).append(term)
    store.write_reference(name, record, _derived(store, name, coming.items(), judged))


def _derived(
    store: Store, name: str, coming: Iterable[tuple[str, list[OfficeTerm]]], judged: Judged
) -> Iterator[Block]:
    """Each block with what is derived in it when the terms of the reference called ``name`` are those that come."""
    for key, terms in sorted(coming, key=lambda item: item[0]):
        background = store.background(*judged.parts_of(key))
        kept = [term for term in background.terms if term.reference != name]
        held = replace(background, terms=(*kept, *terms))
        yield Block(key, derive_block(key, store.claims_in_block(key), held, judged))
