"""Who stands where around the verb of a question: the word order of French and English questions.

Parsers of news text lose their way in questions, so the order is read from the surface: the opening, what stands before
and after the verb, inversions, the passive, prepositions. What comes out are the slots of ``kg.vocabulary.slots``.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.questions.pieces import RELATIVES, Ask, Pieces, is_counted
from kg.questions.placing import Placed
from kg.questions.text import Text

_COMPOUND_OF_BE = frozenset(
    (
        *("aller", "venir", "arriver", "partir", "entrer", "sortir", "rester", "retourner", "parvenir", "intervenir"),
        *("revenir", "devenir", "mourir", "naître", "tomber", "monter", "descendre", "passer", "rentrer"),
    )
)
_CLOSED = ("ADP", "DET", "PRON", "CCONJ", "SCONJ", "PUNCT", "NUM", "PART")
_FUTURE = {"fr": ("aller",), "en": ("go",)}
_BEFORE_INFINITIVE = frozenset({"to", "y", "en"})
_SWAPPED = {"subject": "object", "object": "subject", "by": "subject"}
_JOINTS = {"fr": ("ou", "et"), "en": ("or", "and")}
_NEAR = 4
_ADVERBIAL = ("when", "where", "how many")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """The verb with its lemmas (``None`` in a question without one), the names in their slots, that of the opening."""

    verb: int | None
    names: tuple[Placed, ...]
    asked: str
    reflexive: bool
    passive: bool = False


def read_clause(pieces: Pieces) -> Clause:
    """The clause that the pieces make."""
    text = pieces.text
    verb = main_verb(pieces)
    if verb is None:
        return Clause(
            verb=None, names=tuple(pieces.names), asked=pieces.ask.slot if pieces.ask else "", reflexive=False
        )
    _use_same_again(pieces, verb)
    clitics = [i for i in range(verb) if text.key(i) in text.words.reflexive]
    text.use(clitics)
    reflexive = bool(clitics)
    asked = _asked(pieces, verb)
    names = _by_position(pieces, verb, asked)
    passive = _is_passive(text, verb, reflexive, names)
    if passive:
        asked = _SWAPPED.get(asked, asked)
        names = [replace(placed, slot=_SWAPPED.get(placed.slot, placed.slot)) for placed in names]
    return Clause(verb=verb, names=tuple(names), asked=asked, reflexive=reflexive, passive=passive)


def _use_same_again(pieces: Pieces, verb: int) -> None:
    """« régissent ou ont régi », "sent or has sent": the same verb again, in another tense, says nothing more."""
    text = pieces.text
    after = range(verb + 1, min(len(text), verb + _NEAR))
    joint = next((i for i in after if text.key(i) in _JOINTS[text.language]), None)
    if joint is None:
        return
    for again in range(joint + 1, min(len(text), joint + _NEAR)):
        if not set(text.lemmas(again)).isdisjoint(text.lemmas(verb)):
            text.use(range(joint, again + 1))
            return
        if again in text.used or not text.is_lemma(again, text.words.auxiliaries):
            return


def main_verb(pieces: Pieces) -> int | None:
    """The first full verb, else the first auxiliary that stands alone; ``None`` where there is neither."""
    text = pieces.text
    text.use(i for index in range(len(text)) for i in recent_auxiliary(text, index))
    text.use(i for i in range(len(text) - 1) if _is_aspect(text, i))
    candidates = [
        i for i in range(len(text)) if i not in text.used and i not in text.nominal and _known_verb(pieces, i)
    ]
    full = [i for i in candidates if not text.is_lemma(i, text.words.auxiliaries)]
    full = [i for i in full if not is_future_auxiliary(text, i)] or full
    verbs = [i for i in full if text.tokens[i].pos in ("VERB", "AUX")]
    standing = [i for i in full if i not in verbs and _stands_as_verb(pieces, i)]
    if len(verbs) > 1 and _is_attribute(pieces, verbs[0]) and "VerbForm=Fin" in text.tokens[verbs[1]].morph:
        text.use(verbs[:1])
        return verbs[1]
    if verbs and standing and _heads_subject(text, standing[0], verbs[0]):
        return verbs[0]
    if verbs or standing:
        return min([*verbs, *standing])
    own = [
        i for i in candidates if text.is_lemma(i, text.words.auxiliaries) and text.tokens[i].lemma not in text.words.be
    ]
    bearing = [i for i in own if text.tokens[i].pos in ("VERB", "AUX")]
    is_copular = any(text.is_lemma(i, text.words.be) for i in range(len(text)) if i not in text.used)
    return bearing[-1] if bearing and not is_copular else None


def _is_attribute(pieces: Pieces, index: int) -> bool:
    """« les textes signés », "the accords concluded": a participle at the noun of the opening, before the verb."""
    text, ask = pieces.text, pieces.ask
    after = index - 1 in text.nominal or (ask is not None and ask.noun == index - 1)
    concluded = any(
        trigger.category == "stage" and trigger.stage in ("signed", "announced")
        for lemma in text.lemmas(index)
        for trigger in pieces.lexicon.triggers(text.language).get(lemma, ())
    )
    return after and concluded and "VerbForm=Part" in text.tokens[index].morph


def _heads_subject(text: Text, noun: int, verb: int) -> bool:
    """ "did the Indian strikes kill": what looks like a verb is the noun before the verb itself."""
    helped = any(text.is_lemma(i, ("do", "will")) for i in range(noun))
    return helped and noun + 1 == verb and text.tokens[noun].pos in ("NOUN", "PROPN")


def is_future_auxiliary(text: Text, index: int) -> bool:
    """« va rencontrer », "is going to meet", « doit se rendre », "is due to visit": what the infinitive reports is to
    come."""
    following = range(index + 1, min(len(text), index + 5))
    infinitive = next((i for i in following if "VerbForm=Inf" in text.tokens[i].morph), None)
    if infinitive is None:
        return False
    between = range(index + 1, infinitive)
    nothing = all(text.is_function(i) or text.key(i) in _BEFORE_INFINITIVE | text.words.reflexive for i in between)
    return text.is_lemma(index, _FUTURE[text.language]) or (nothing and text.is_lemma(index, text.words.plan))


def _is_aspect(text: Text, index: int) -> bool:
    """ "finish ratifying", « achever de ratifier »: the verb after it is the one that says what is done."""
    if not text.is_lemma(index, text.words.aspect):
        return False
    following = text.tokens[index + 1 : index + 3]
    return any("VerbForm=Inf" in one.morph or "Aspect=Prog" in one.morph or one.pos == "VERB" for one in following)


def recent_auxiliary(text: Text, index: int) -> range:
    """« vient-il de signer »: the words that only say that it was not long ago; empty where there are none."""
    if text.language != "fr" or text.tokens[index].lemma != "venir" or index in text.used:
        return range(0)
    of = next((i for i in range(index + 1, min(len(text), index + 4)) if text.key(i) in ("de", "d'")), None)
    follows = of is not None and any("VerbForm=Inf" in one.morph for one in text.tokens[of + 1 : of + 3])
    return range(index, of + 1) if follows and of is not None else range(0)


def _known_verb(pieces: Pieces, index: int) -> bool:
    text = pieces.text
    triggers = pieces.lexicon.triggers(text.language)
    for lemma in text.lemmas(index):
        if any(phrase[0] == lemma for phrase in text.words.verbs):
            return True
        if any(trigger.pos == "verb" for trigger in triggers.get(lemma, ())):
            return True
    return False


def _stands_as_verb(pieces: Pieces, index: int) -> bool:
    """A word taken for a noun that stands where the verb does: after "who", or after the subject of "did"."""
    text, ask = pieces.text, pieces.ask
    if text.tokens[index].pos in _CLOSED:
        return False
    if ask is not None and ask.last == index and ask.kind in ("who", "what", "whom"):
        return True
    follows_name = any(
        placed.name.last <= index and all(i in text.used for i in range(placed.name.last, index))
        for placed in pieces.names
    )
    helped = any(text.is_lemma(i, ("do", "avoir", "être", "will")) for i in range(index))
    inverted = index + 1 < len(text) and text.raw(index + 1).startswith("-") and len(text.raw(index + 1)) > 1
    after_noun = index - 1 in text.nominal or (ask is not None and ask.noun == index - 1 and index + 1 < len(text))
    moved = any("move" in text.words.verbs.get((lemma,), ()) for lemma in text.lemmas(index))
    after_auxiliary = moved and text.is_lemma(index - 1, text.words.auxiliaries)
    return (follows_name and helped) or inverted or after_noun or after_auxiliary or _bare_after_do(text, index)


def _bare_after_do(text: Text, index: int) -> bool:
    """ "did police detain people", taken for a noun: it ends the subject of "did" where no other verb follows."""
    done = any(text.is_lemma(i, ("do",)) for i in range(index - 1))
    ends = index + 1 == len(text) or text.tokens[index + 1].pos in ("DET", "ADP", "PUNCT", "NUM", "PRON", "PROPN")
    others = any(text.tokens[i].pos == "VERB" for i in range(index + 1, len(text)))
    return text.language == "en" and done and ends and not others and text.tokens[index - 1].pos in ("NOUN", "PROPN")


def _asked(pieces: Pieces, verb: int) -> str:
    """The slot of the opening: its preposition, else before or after the verb."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.kind not in ("who", "whom", "what", "which", "how many"):
        return ""
    if ask.slot:
        return ask.slot
    if (stranded := _stranded(text, verb)) is not None:
        return stranded
    if ask.first > verb or ask.kind == "whom" or (ask.kind == "what" and text.language == "fr"):
        return "object"
    before = any(placed.slot == "" and ask.last <= placed.name.first < verb for placed in pieces.names)
    before = before or _subject_between(pieces, verb)
    return "object" if before or (text.language == "fr" and _is_inverted(text, ask, verb)) else "subject"


def _subject_between(pieces: Pieces, verb: int) -> bool:
    """An agreement stands between the opening and the verb: "what does the treaty provide"."""
    ask = pieces.ask
    return ask is not None and any(
        max(ask.last, (ask.noun or 0) + 1) <= noun.first < verb for noun in pieces.agreements
    )


def _stranded(text: Text, verb: int) -> str | None:
    """The preposition that an English question leaves at its end, or before its time."""
    if text.language != "en":
        return None
    for phrase, slot in text.words.prepositions:
        for index in range(verb + 1, len(text)):
            end = text.phrase_at(index, phrase)
            rest = range(end, len(text)) if end else ()
            if (
                end
                and text.free(index, end)
                and all(i in text.used or text.raw(i) == "?" for i in rest)
                and not _governs(text, end)
            ):
                text.use(range(index, end))
                return slot
    return None


def _governs(text: Text, index: int) -> bool:
    return (
        index < len(text)
        and text.raw(index) != "?"
        and text.tokens[index].pos in ("PROPN", "NOUN", "DET", "ADJ", "NUM")
        and (text.tokens[index].entity not in ("",) or text.tokens[index].pos == "PROPN")
    )


def _is_inverted(text: Text, ask: Ask, verb: int) -> bool:
    """« Quels pays a attaqués la Russie »: the verb does not agree with the opening."""
    if ask.noun is None:
        return False
    noun = text.tokens[ask.noun].morph
    plural = "Number=Plur" in noun or text.raw(ask.first) in ("quels", "quelles")
    finite = next((i for i in range(ask.noun + 1, verb + 1) if "VerbForm=Fin" in text.tokens[i].morph), None)
    if finite is None:
        return False
    number = text.tokens[finite].morph
    return ("Number=Sing" in number and plural) or ("Number=Plur" in number and not plural)


def _by_position(pieces: Pieces, verb: int, asked: str) -> list[Placed]:
    bare = [placed for placed in pieces.names if placed.slot == "" and not is_counted(pieces, placed, verb)]
    before = {placed.group for placed in bare if placed.name.first < verb}
    after = list(dict.fromkeys(placed.group for placed in bare if placed.name.first > verb))
    adverbial = pieces.ask is not None and (pieces.ask.kind in _ADVERBIAL) and asked != "subject"
    inverted = not before and after and (asked == "object" or (adverbial and pieces.text.language == "fr"))
    subjects = before | ({after[0]} if inverted and (asked == "object" or len(after) > 1 or adverbial) else set())
    return [
        replace(placed, slot="subject" if placed.group in subjects else "object") if placed.slot == "" else placed
        for placed in pieces.names
    ]


def _is_passive(text: Text, verb: int, reflexive: bool, names: Sequence[Placed]) -> bool:
    token = text.tokens[verb]
    past = text.language == "en" and "Tense=Past" in token.morph  # After "were" it is a participle.
    participle = ("VerbForm=Part" in token.morph and "Tense=Pres" not in token.morph) or token.pos in ("ADJ", "NOUN")
    participle = participle or past
    if not participle or reflexive:
        return False
    if any(placed.slot == "by" for placed in names) and "VerbForm=Part" in token.morph:
        return True
    opening = max(
        (i for i in range(1, verb) if text.key(i) in RELATIVES and i - 1 >= 0 and _links(text, i)), default=-1
    )
    helpers = [i for i in range(opening + 1, verb) if text.is_lemma(i, text.words.auxiliaries) and _is_helper(text, i)]
    been = [i for i in helpers if text.raw(i) in ("été", "been")]
    if been:
        return True
    if not helpers or not text.is_lemma(helpers[-1], text.words.be) or "Aspect=Prog" in token.morph:
        return False
    return not text.is_lemma(verb, _COMPOUND_OF_BE)


def _links(text: Text, index: int) -> bool:
    """Whether a relative pronoun follows a noun."""
    return text.tokens[index - 1].pos in ("NOUN", "PROPN")


def _is_helper(text: Text, index: int) -> bool:
    return index not in text.used or text.tokens[index].pos in ("AUX", "VERB")
