"""What the noun of the opening says of those asked for: whose it is, what the passage must name, which title."""

from kg.model import AnswerKind
from kg.questions.clause import Clause
from kg.questions.counting import is_countable
from kg.questions.event_roles import Deed
from kg.questions.pieces import Pieces, is_whose
from kg.questions.sayings import alternatives_of
from kg.questions.words import load_questions


def whose(pieces: Pieces, clause: Clause, deed: Deed) -> tuple[AnswerKind, str | None, bool, str | None]:
    """ "Whose troops are stationed there": whoever sends them acts; whoever has them killed is the target."""
    noun = pieces.ask.noun if pieces.ask else None
    counted = noun is not None and is_countable(pieces.text, noun)
    if counted and noun is not None:
        pieces.text.use([noun])
    sent = counted and set(deed.types) <= set(load_questions().moving)
    return "entities", "actor" if sent or not clause.passive else "target", False, None


def owned(pieces: Pieces) -> tuple[tuple[str, ...], ...]:
    """ "Whose embassy": what belongs to those asked for, as a passage says it; nothing where figures count it."""
    ask = pieces.ask
    if ask is None or ask.noun is None or not is_whose(pieces.text, ask) or is_countable(pieces.text, ask.noun):
        return ()
    pieces.text.use([ask.noun])
    return (alternatives_of(pieces.text, ask.noun),)


def asked_thing(pieces: Pieces, deed: Deed) -> tuple[tuple[str, ...], ...]:
    """« Quelle ambassade a été pillée », "which town was shelled": what the passage must name; not the deed itself."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.kind != "which" or ask.noun is None or ask.noun == deed.noun or ask.noun not in text.used:
        return ()
    known = [one for lemma in text.lemmas(ask.noun) for one in pieces.lexicon.triggers(text.language).get(lemma, ())]
    reports = any(one.pos == "noun" and one.type in deed.types for one in known)
    classed = any(lemma in text.words.nouns for lemma in (text.key(ask.noun), *text.lemmas(ask.noun)))
    named = any(one.name.first <= ask.noun < one.name.last for one in pieces.names)
    return () if reports or classed or named else (alternatives_of(text, ask.noun),)
