"""Where the names of a question stand: after which preposition, as whose adjective, as whose words."""

from dataclasses import dataclass, replace

from kg.questions.names import Name
from kg.questions.text import Text
from kg.questions.titles import ARTICLES, Noun

_TOGETHER = frozenset({"et", "and", ",", "-", "–", "/"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A name with the slot that it stands in: a preposition, ``adjective``, ``possessor`` or, bare, the empty one.

    ``marks`` are the tokens that say so. ``group`` is the same for names that are coordinated.
    """

    name: Name
    slot: str
    marks: tuple[int, ...]
    group: int


def preposition_before(text: Text, index: int) -> tuple[str, int] | None:
    """The slot of the preposition that ends right before ``index``, and its first token."""
    for phrase, slot in text.words.prepositions:
        first = index - len(phrase)
        if first >= 0 and text.phrase_at(first, phrase) is not None and text.free(first, index):
            return slot, first
    return None


def _contracted(text: Text, name: Name, left: int) -> tuple[str, int] | None:
    """« le président des États-Unis »: the preposition in an article that no name of a state has by itself."""
    owner = left < name.first and text.raw(left) == "des" and name.sense in ("name", "body", "seat")
    return ("de", left) if owner else None


def place_names(text: Text, names: list[Name], agreements: list[Noun]) -> list[Placed]:
    placed: list[Placed] = []
    starts = {noun.first for noun in agreements}
    for number, name in enumerate(names):
        slot, group = _slot(text, name, starts), number
        marks: tuple[int, ...] = ()
        left = name.first
        while left > 0 and text.raw(left - 1) in ARTICLES and left - 1 not in text.used:
            left -= 1
        before = preposition_before(text, left) or _contracted(text, name, left)
        previous = placed[-1] if placed else None
        joined = previous is not None and _joined(text, previous.name.last, left)
        again = (
            previous is not None
            and before is not None
            and before[0] == previous.slot
            and _joined(text, previous.name.last, before[1])
        )  # « du Kenya et du Népal »
        if name.sense == "adjective" and name.named.acting and not before:
            slot = "adjective"
        elif before is not None and slot in ("", "possessor"):
            slot, marks = before[0], tuple(range(before[1], left))
        elif joined and previous is not None:
            slot = slot or previous.slot
        if (joined or again) and previous is not None and slot == previous.slot:
            group = previous.group
            text.use(range(previous.name.last, left))
        credited = _credited(text, name, left, slot)
        attributed = _attributed(text, credited if credited is not None else left)
        if attributed is not None:
            slot, marks = "source", tuple(range(attributed, left))
            text.use([*marks, *_bodies_after(text, name)])
        elif credited is not None and slot == "by":
            slot = "source"
        if joined and slot == "adjective" and previous is not None and (previous.slot == "" or previous.marks):
            placed[-1], group = replace(previous, slot=slot, marks=()), previous.group
            text.use(range(previous.name.last, left))
        placed.append(Placed(name=name, slot=slot, marks=marks, group=group))
    return _shared_compounds(placed)


def _shared_compounds(placed: list[Placed]) -> list[Placed]:
    """ "the Russia-Iran treaty": what is joined to a name before a noun stands there too."""
    slots = {one.group: one.slot for one in placed if one.slot == "adjective"}
    return [replace(one, slot=slots[one.group]) if one.slot == "" and one.group in slots else one for one in placed]


def _slot(text: Text, name: Name, agreement_starts: set[int]) -> str:
    if name.last < len(text) and text.raw(name.last) in ("'s", "'"):
        text.use([name.last])
        return "possessor"
    follows = name.last < len(text) and (name.last in agreement_starts or text.tokens[name.last].pos == "NOUN")
    if text.language == "en" and follows and not _after_do(text, name):
        return "adjective"
    return ""


def _after_do(text: Text, name: Name) -> bool:
    """ "Did the EU sanction Russia?": the name is the subject of a verb that may look like a noun."""
    return any(text.is_lemma(i, ("do", "will")) for i in range(name.first)) and name.last not in text.nominal


def _joined(text: Text, end: int, start: int) -> bool:
    if start < end:
        return True
    between = [text.raw(i) for i in range(end, start)]
    return 1 <= len(between) <= 2 and all(word in _TOGETHER for word in between)


def _credited(text: Text, name: Name, left: int, slot: str) -> int | None:
    """Where « les estimations de » X begins; for "X's count" where its name does, when the noun is accounted for."""
    if slot == "by" and name.last + 1 < len(text) and text.raw(name.last) in ("'s", "'"):
        if text.is_lemma(name.last + 1, text.words.credited):
            text.use([*range(left - 1, name.first), name.last + 1])
            return left
        return None
    start, found = left, False
    links = (*ARTICLES, "de", "du", "d'", "des", "of", "le", "les")
    while start > 0 and (text.raw(start - 1) in links or _is_body(text, start - 1)):
        start -= 1
        found = found or _is_body(text, start)
    return start if found else None


def _bodies_after(text: Text, name: Name) -> range:
    """ "according to Seoul's spy agency": the words after the name that say who of them it is."""
    last = name.last
    while last < len(text) and (text.raw(last) in ("'s", "'") or _is_body(text, last)):
        last += 1
    return range(name.last, last)


def _is_body(text: Text, index: int) -> bool:
    """A noun for what somebody says or counts, or for who speaks for a state."""
    return text.is_lemma(index, text.words.credited | text.words.bodies) and text.tokens[index].pos != "VERB"


def _attributed(text: Text, index: int) -> int | None:
    """Where « selon » and the like begin that end right before ``index``."""
    for phrase in text.words.attribution:
        first = index - len(phrase)
        if first >= 0 and text.phrase_at(first, phrase) is not None:
            return first
    return None
