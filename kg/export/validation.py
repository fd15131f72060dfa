"""Whether a store looks as ``ontology/shapes.ttl`` says that it must."""

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Literal

from kg.export.conversion import rdflib_graph
from kg.store import Store, schema_path

if TYPE_CHECKING:
    import rdflib


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Violation:
    """What is wrong with one node. ``path`` is the property at fault, ``None`` where it is the node as a whole."""

    focus: str
    path: str | None
    value: str | None
    message: str
    severity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationReport:
    """``conforms`` and, where it does not, every violation, sorted by node and path."""

    conforms: bool
    violations: tuple[Violation, ...]


def validate(store: Store) -> ValidationReport:
    """Check all graphs of ``store`` against the shapes. Nothing is fetched: no import of an ontology is followed."""
    import pyshacl

    shapes, ontology = _read("shapes.ttl"), _read("kg.ttl")
    conforms, report, _ = pyshacl.validate(
        rdflib_graph(store),
        shacl_graph=shapes,
        ont_graph=ontology,
        inference="none",
        do_owl_imports=False,
        inplace=True,
    )
    return ValidationReport(conforms=bool(conforms), violations=tuple(_violations(report)))


@lru_cache(maxsize=2)
def _read(name: Literal["kg.ttl", "shapes.ttl"]) -> "rdflib.Graph":
    import rdflib

    return rdflib.Graph().parse(schema_path(name), format="turtle")


def _violations(report: Any) -> list[Violation]:
    from rdflib import RDF, SH

    def one(result: Any, predicate: Any) -> str | None:
        value = report.value(result, predicate)
        return None if value is None else str(value)

    found = [
        Violation(
            focus=one(result, SH.focusNode) or "",
            path=one(result, SH.resultPath),
            value=one(result, SH.value),
            message=" ".join(sorted(str(message) for message in report.objects(result, SH.resultMessage))),
            severity=(one(result, SH.resultSeverity) or "#Violation").rpartition("#")[2],
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]
    return sorted(set(found), key=lambda each: (each.focus, each.path or "", each.value or "", each.message))
