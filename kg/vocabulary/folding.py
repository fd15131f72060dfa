"""Names without what readers leave out: case, accents, typographic apostrophes and hyphens."""

import unicodedata

_PLAIN = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " ", "\u202f": " ", "œ": "oe", "æ": "ae"}
    | {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "þ": "th", "ð": "d"}
)


def fold(name: str) -> str:
    """``name`` in lower case, with no accents, plain apostrophes and hyphens, and single spaces.

    >>> fold("CÔTE  d’Ivoire"), fold("États‑Unis")
    ("cote d'ivoire", 'etats-unis')
    """
    if name.isascii():
        return " ".join(name.lower().split())
    plain = unicodedata.normalize("NFKD", name.lower().translate(_PLAIN))
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).translate(_PLAIN).split())
