"""Where the noun of an idiom stands though the parser attached it to something else.

« rappelle le Kenya à l'ordre », « apporte à Oslo son appui »: what follows the verb at once, or its first complement,
belongs to it if the entry names that very noun.
"""

from collections.abc import Collection

from kg.claims.arguments import VERBAL
from kg.claims.syntax import Syntax

_REACH = 9
_INSIDE = ("DET", "ADJ", "NUM", "ADV")
_NOMINAL = ("NOUN", "PROPN", "PRON")


def beside(syntax: Syntax, slot: str, lemmas: Collection[str], index: int) -> list[int]:
    """The noun with one of ``lemmas`` soon after the verb, where ``slot`` is its object or a preposition."""
    tree = syntax.tree
    if ">" in slot or syntax.is_passive(index):
        return []
    opened = ""
    nouns, before = 0, index
    for at in range(index + 1, min(len(tree), index + 1 + _REACH)):
        token = tree[at]
        if token.pos in ("PUNCT", "SCONJ", "CCONJ") or token.pos in VERBAL:
            return []
        if token.pos == "ADP" and token.lemma not in syntax.words.of:
            opened = token.lemma
        elif token.pos == "ADP" and not _is_partitive(token.text, syntax):
            opened = opened if nouns and before not in syntax.kinds else token.lemma
        elif token.pos in _NOMINAL:
            if (
                (opened or "object") == slot
                and token.lemma in lemmas
                and at not in syntax.kinds
                and token.pos == "NOUN"
            ):
                return [at]
            nouns, before = nouns + 1, at
            if nouns > 1:
                return []
            opened = "" if opened and opened not in syntax.words.of else opened
        elif token.pos not in _INSIDE:
            return []
    return []


def _is_partitive(text: str, syntax: Syntax) -> bool:
    return text.lower() in syntax.words.partitives
