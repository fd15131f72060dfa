"""Slots: the places of a sentence in which a trigger finds its roles.

``object`` is a slot, and so is every preposition of the language; ``object>contre`` is the complement with « contre »
of the object, ``self`` the word itself. :func:`parse_slot` makes them tuples: ``("object",)``,
``("object", "contre")``.
"""

from functools import cache
from typing import TypeAlias

Slot: TypeAlias = tuple[str, ...]

GRAMMAR = ("subject", "object", "adjective", "possessor", "by", "between", "clause", "clause.subject", "self")
MODIFIER = "modifier"
GOVERNOR = "governor"
_FRENCH = """
à après autour avant avec auprès chez comme contre dans de depuis derrière devant durant en entre envers face hors
jusque lors malgré par parmi pendant pour sans selon sous sur via vers
"""
_ENGLISH = """
about across after against along alongside among around as at before behind beyond between by during for from in inside
into near of off on onto out outside over through to toward towards under upon via with within without
"""
PREPOSITIONS = {"fr": frozenset(_FRENCH.split()), "en": frozenset(_ENGLISH.split())}


@cache
def parse_slot(text: str, language: str, *, in_needs: bool = False) -> Slot | None:
    """The slot that ``text`` names in ``language``, or ``None`` where it names none.

    ``in_needs`` also allows the pseudo-slots ``modifier`` and ``governor``, the noun or verb above.

    >>> parse_slot("object>contre", "fr"), parse_slot("clause.subject", "en"), parse_slot("contre", "en")
    (('object', 'contre'), ('clause.subject',), None)
    """
    parts = tuple(text.split(">"))
    known = PREPOSITIONS[language].union(GRAMMAR, (MODIFIER, GOVERNOR) if in_needs else ())
    return parts if all(part in known for part in parts) else None


def prepositions_elsewhere(text: str, language: str) -> str | None:
    """The other language of which ``text`` is a slot, ``None`` where there is none: to say what went wrong."""
    others = (other for other in PREPOSITIONS if other != language)
    return next((other for other in others if parse_slot(text, other, in_needs=True)), None)
