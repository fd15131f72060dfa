"""Which language a text is in."""

import re
from collections.abc import Collection
from functools import cache
from typing import TYPE_CHECKING

from kg.model import LANGUAGES, ArticleError

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

CANDIDATES = tuple(
    re.findall(
        r"\w+",
        "am ar az be bg bn bs ca cs da de el en es et eu fa fi fr gl ha he hi hr hu hy id it ja ka kk km ko lo lt lv "
        "mk ms my nl no pl ps pt ro ru sk sl so sq sr sv sw ta te th tl tr uk ur vi zh",
    )
)
"""Languages of the press. Rarer ones are left out: in short texts they are mistaken for their large neighbours."""

PRIOR = 20.0
"""How much likelier than any other language one that kg reads is, before the text is looked at."""

_SAMPLE = 4_000  # characters
_SURE = 200  # letters from which on the text knows better than the page that it stands on
_LETTER = re.compile(r"[^\W\d_]")
_LINK = re.compile(r"https?://\S+|<[^<>]{1,200}>")
_SYNONYMS = {
    "fr": ("fra", "fre", "french", "français", "francais"),
    "en": ("eng", "english", "anglais"),
    "": ("und", "mul", "zxx", "mis"),
}
_CODES = {name: code for code, names in _SYNONYMS.items() for name in names}


def primary_language(tag: str | None) -> str | None:
    """The language that a tag such as ``fr-FR`` or ``en_US`` names, in lower case; None where it names none.

    >>> primary_language("fr-CA"), primary_language("English"), primary_language("")
    ('fr', 'en', None)
    """
    if not tag:
        return None
    primary = re.split(r"[-_]", tag.strip().lower(), maxsplit=1)[0]
    return _CODES.get(primary, primary) or None


def find_language(text: str, *, hint: str | None = None, read: Collection[str] = LANGUAGES) -> str:
    """The ISO 639-1 code of the likeliest language of ``text``, from 4,000 characters on from its first letter.

    ``hint`` is what a page declares of itself; it decides only between the languages that are ``read``, and only
    where the text is short. ArticleError where the text holds no letters.

    >>> find_language("Le ministre a signé un accord avec le Japon.")
    'fr'
    """
    first = _LETTER.search(text)
    sample = _LINK.sub(" ", text[first.start() : first.start() + _SAMPLE]) if first else ""
    letters = len(_LETTER.findall(sample))
    if not letters:
        raise ArticleError("holds no words, so its language is unknown; give it with --language")
    scores = {code: score * (PRIOR if code in read else 1) for code, score in _identifier().rank(sample)}
    best: str = max(scores, key=lambda code: (scores[code], code))
    if hint in read and best in read and letters < _SURE:
        return hint or best
    return best


@cache
def _identifier() -> "LanguageIdentifier":
    """The identifier with the model that its package holds: no network, no randomness."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(CANDIDATES)
    return identifier
