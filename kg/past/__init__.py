"""What was known when: the graph as of a day, what a day changed, how a fact came to be what it is."""

from kg.past.as_of import as_of, undated
from kg.past.diff import diff

__all__ = ["as_of", "diff", "undated"]
