"""Which entries of the lexicon a word of a question fires."""

from kg.questions.pieces import Pieces
from kg.questions.text import Text
from kg.vocabulary import Trigger
from kg.vocabulary.word_classes import ACTOR

_LIKELY = 0.5
_PARTICLES = ("off", "up", "out", "down")
_BESIDE_NAMES = ("with", "avec", "contre", "against", "on", "upon", "to", "à", "envers")
_OF_CLAUSES = {"clause", "infinitive"}


def best_triggers(
    pieces: Pieces, index: int, pos: str, category: str, *, open_object: bool, reflexive: bool
) -> list[Trigger]:
    """The entries that the word at ``index`` fires, the strongest only; of equal ones all.

    What an entry needs must stand somewhere in the question; an ``open_object`` (« que », "what") may be anything.
    """
    text = pieces.text
    fired: list[tuple[int, Trigger, list[int]]] = []
    for lemma in text.lemmas(index):
        for trigger in pieces.lexicon.triggers(text.language).get(lemma, ()):
            if trigger.category != category or trigger.pos != pos or _OF_CLAUSES & trigger.needs.keys():
                continue  # What a clause must say is a second deed, which no form of question holds.
            words = _needed(pieces, trigger, index, open_object=open_object, reflexive=reflexive)
            if words is not None:
                needs = [slot for slot, lemmas in trigger.needs.items() if not _is_named(pieces, index, slot, lemmas)]
                met = sum(slot not in ("object",) or not open_object for slot in needs)
                strength = len(trigger.words) + 2 * met + (trigger.reflexive is not None)
                fired.append((strength, trigger, words))
        if fired:
            break
    if not fired:
        return []
    if open_object:  # What is done says nothing of its object: an entry that needs none goes first.
        fired = [one for one in fired if "object" not in one[1].needs] or fired
    best = max(strength for strength, _, _ in fired)
    chosen = sorted(
        ((trigger, words) for strength, trigger, words in fired if strength == best),
        key=lambda pair: -pair[0].confidence,
    )
    likely = [
        pair for pair in chosen if pair[0].ambiguous or pair[0].confidence >= min(_LIKELY, chosen[0][0].confidence)
    ]
    text.use([index, *_particle(text, index), *(word for _, words in likely for word in words)])
    return [trigger for trigger, _ in likely]


def _particle(text: Text, verb: int) -> list[int]:
    """ "broke off relations": the particle of a verb that is taken for one without."""
    after = verb + 1
    alike = any(text.words.like.get(lemma) for lemma in text.lemmas(verb))
    return [after] if alike and after < len(text) and text.raw(after) in _PARTICLES else []


def _needed(pieces: Pieces, trigger: Trigger, index: int, *, open_object: bool, reflexive: bool) -> list[int] | None:
    text = pieces.text
    if trigger.reflexive is not None and trigger.reflexive != reflexive:
        return None
    found: list[int] = []
    for word in trigger.words[1:]:
        near = range(index + 1, min(len(text), index + 5))
        match = next(
            (i for i in near if i not in found and (text.key(i) == word or text.tokens[i].lemma == word)), None
        )
        if match is None:
            return None
        found.append(match)
    others = [i for i in range(len(text)) if i != index and (i not in text.used)]
    for slot, lemmas in trigger.unless.items():
        after = [i for i in others if i > index or not _OF_CLAUSES & {slot}]  # "Has A asked": no clause of its own
        if slot != "subject" and any(text.is_lemma(i, lemmas) for i in after):
            return None
    for slot, lemmas in trigger.needs.items():
        match = min((i for i in others if text.is_lemma(i, lemmas)), key=lambda i: (i in text.nominal, i), default=None)
        if match is None and _is_named(pieces, index, slot, lemmas):
            continue
        if match is None and not (open_object and slot == "object"):
            return None
        if match is not None:
            found.append(match)
            found += [*preposition_of(text, match), *_plain_beside(text, match)]
    return found


def _is_named(pieces: Pieces, index: int, slot: str, lemmas: frozenset[str]) -> bool:
    """ "held exercises with China", "with which countries": who must stand there is named, or asked for."""
    before, ask = slot.rpartition(">")[2], pieces.ask
    if ACTOR not in lemmas:
        return False
    if slot == "object":  # « Qui a reçu Choe Son-hui », "whom did Putin receive"
        bare = [placed.name.first > index for placed in pieces.names if placed.slot == ""]
        return any(bare) or (ask is not None and ask.kind in ("who", "whom") and bool(bare))
    asked = ask is not None and ask.slot == before
    return before in _BESIDE_NAMES and (asked or any(placed.slot == before for placed in pieces.names))


def _plain_beside(text: Text, noun: int) -> list[int]:
    """« relations diplomatiques », "diplomatic ties": the adjective that says no more than the noun."""
    return [i for i in (noun - 1, noun + 1) if 0 <= i < len(text) and text.is_lemma(i, text.words.plain)]


def preposition_of(text: Text, index: int) -> list[int]:
    """The tokens of the preposition and article right before a noun."""
    left = index
    while left > 0 and text.raw(left - 1) in text.words.function and left - 1 not in text.used:
        left -= 1
    for phrase, _ in text.words.prepositions:
        first = left - len(phrase)
        if first >= 0 and text.phrase_at(first, phrase) is not None:
            return list(range(first, index))
    return []
