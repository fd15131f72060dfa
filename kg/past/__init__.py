"""What was known when: the graph as of a day, what a day changed, how a fact came to be what it is."""

from kg.past.as_of import as_of, undated
from kg.past.corrections import corrections
from kg.past.diff import diff
from kg.past.history import history

__all__ = ["as_of", "corrections", "diff", "history", "undated"]
