"""Slots: the places of a sentence in which a trigger finds its roles.

``object`` is a slot, and so is every preposition of the language; ``object>contre`` is the complement with « contre »
of the object, ``self`` the word itself. :func:`parse_slot` makes them tuples: ``("object",)``,
``("object", "contre")``.
"""

from functools import cache
from typing import TypeAlias

from kg.vocabulary.languages import languages, load_language

Slot: TypeAlias = tuple[str, ...]

GRAMMAR = ("subject", "object", "adjective", "possessor", "by", "between", "clause", "clause.subject", "self")
MODIFIER = "modifier"
GOVERNOR = "governor"
INFINITIVE = "infinitive"


@cache
def parse_slot(text: str, language: str, *, in_needs: bool = False) -> Slot | None:
    """The slot that ``text`` names in ``language``, or ``None`` where it names none.

    ``in_needs`` also allows the pseudo-slots ``modifier``, ``governor`` (the word above) and ``infinitive``, the
    predicates of ``clause`` with no finite form ("told X to leave", not "told X that it would leave").

    >>> parse_slot("object>contre", "fr"), parse_slot("clause.subject", "en"), parse_slot("contre", "en")
    (('object', 'contre'), ('clause.subject',), None)
    """
    parts = tuple(text.split(">"))
    known = load_language(language).prepositions.union(GRAMMAR, (MODIFIER, GOVERNOR, INFINITIVE) if in_needs else ())
    return parts if all(part in known for part in parts) else None


def prepositions_elsewhere(text: str, language: str) -> str | None:
    """The other language of which ``text`` is a slot, ``None`` where there is none: to say what went wrong."""
    others = (other for other in languages() if other != language)
    return next((other for other in others if parse_slot(text, other, in_needs=True)), None)
