"""Article → reading: the only room that knows spaCy."""

from kg.reading.reader import read, read_many

__all__ = ["read", "read_many"]
