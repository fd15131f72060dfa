"""Where the files are that say how the graph is built."""

from pathlib import Path
from typing import Literal


def schema_path(name: Literal["kg.ttl", "shapes.ttl"]) -> Path:
    """The ontology (OWL) or the shapes (SHACL) of the graph.

    >>> schema_path("shapes.ttl").is_file()
    True
    """
    from kg.vocabulary import ontology_path

    return ontology_path() / name
