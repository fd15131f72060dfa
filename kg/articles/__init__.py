"""Articles in: text, Markdown, HTML, JSON lines, feeds, web archives, folders, addresses and standard input.

Formats are read by libraries that are imported when the first source of that format is, and not before.
"""

from kg.articles.draft import Unread
from kg.articles.formats import SUFFIXES
from kg.articles.limits import MAX_BYTES
from kg.articles.sources import read_one, read_sources

__all__ = ["MAX_BYTES", "SUFFIXES", "Unread", "read_one", "read_sources"]
