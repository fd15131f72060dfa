"""Claims and facts ⇄ RDF: the only room that knows Oxigraph and SPARQL."""

from kg.store.backend import LAYOUT
from kg.store.binding import bind
from kg.store.counting import Statistics
from kg.store.happenings import Happening
from kg.store.judged import Dataset
from kg.store.query import Results
from kg.store.references import ReferenceRecord
from kg.store.remainder import Remainder
from kg.store.schema import schema_path
from kg.store.store import Store
from kg.store.terms import PREFIXES, Term, is_iri, shorten
from kg.store.writing import ArticleRecord, Block

__all__ = [
    "LAYOUT",
    "PREFIXES",
    "ArticleRecord",
    "Block",
    "Dataset",
    "Happening",
    "ReferenceRecord",
    "Remainder",
    "Results",
    "Statistics",
    "Store",
    "Term",
    "bind",
    "is_iri",
    "schema_path",
    "shorten",
]
