"""Sketches: a few hashes of a text, by which near-copies are told when the texts are not at hand."""

import re
import unicodedata
from functools import lru_cache
from hashlib import blake2b

_SHINGLE = 4  # words
_SIZE = 128  # hashes kept: the smallest, so that two texts keep the same ones
_DIGITS = 8  # of a hash
_ENOUGH = 8  # hashes that must be comparable for two sketches to tell anything


def sketch(text: str) -> str:
    """The smallest hashes of the runs of four words of ``text``, in hexadecimal digits, sorted; empty for a few words.

    Case, accents and punctuation do not matter. The sketch depends on the text alone and is at most 1,024 digits long.
    """
    plain = unicodedata.normalize("NFKD", text).casefold()
    words = re.findall(r"\w+", "".join(c for c in plain if not unicodedata.combining(c)))
    runs = {" ".join(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1)}
    hashes = {blake2b(run.encode("utf-8", "replace"), digest_size=_DIGITS // 2).hexdigest() for run in runs}
    return "".join(sorted(hashes)[:_SIZE])


@lru_cache(maxsize=1 << 16)
def overlap(one: str, other: str) -> float:
    """About which share of the shorter text stands in the longer one, from 0 to 1, told from their sketches.

    It is 0 where the sketches are too small, or of texts too different in length, to tell.

    >>> words = "one two three four five six seven eight nine ten eleven twelve"
    >>> overlap(sketch(words), sketch(words.upper() + "!")), overlap(sketch(words), "")
    (1.0, 0.0)
    """
    here, there = _hashes(one), _hashes(other)
    ends = [max(hashes) for hashes in (here, there) if len(hashes) == _SIZE]
    if ends:  # beyond where a full sketch ends nothing is known of its text
        end = min(ends)
        here, there = ({value for value in hashes if value <= end} for hashes in (here, there))
    least = min(len(here), len(there))
    return len(here & there) / least if least >= _ENOUGH else 0.0


def _hashes(sketch: str) -> set[str]:
    return {sketch[i : i + _DIGITS] for i in range(0, len(sketch), _DIGITS)}
