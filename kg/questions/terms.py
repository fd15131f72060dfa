"""IRIs and strings as SPARQL writes them: nothing in a name can end its term."""

import re


def iri_of(iri: str) -> str:
    """The IRI in brackets; what an IRI may not hold is percent-encoded.

    >>> iri_of("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return "<" + re.sub(r'[\x00-\x20<>"{}|^`\\]', lambda bad: f"%{ord(bad[0]):02X}", iri) + ">"


def literal(text: str) -> str:
    """A string literal, escaped."""
    return '"' + "".join(f"\\u{ord(c):04X}" if c < " " or c in '"\\\x7f' else c for c in text) + '"'
