"""What a question counts: events, or what the figures of events count."""

from collections.abc import Collection

from kg.questions.pieces import Pieces
from kg.questions.words import load_questions
from kg.vocabulary import fold
from kg.vocabulary.quantities import load_quantities

_ANYBODY = "*"


def counts_events(pieces: Pieces, types: Collection[str]) -> bool:
    """« Combien d'attaques »: the noun of the opening is what happened."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.noun is None:
        return False
    triggers = [
        trigger for lemma in text.lemmas(ask.noun) for trigger in pieces.lexicon.triggers(text.language).get(lemma, ())
    ]
    words = load_quantities(text.language)
    key = fold(text.raw(ask.noun))
    found = any(trigger.pos == "noun" and trigger.type in types for trigger in triggers)
    found = found and (key not in words.nouns or key in words.happenings)
    if found:
        text.use([ask.noun])
    return found


def counted_nouns(pieces: Pieces, harm: str | None) -> tuple[str, ...]:
    """What the figure counts, as claims call it; empty where the question names nothing to count."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.noun is None:
        return (f"{_ANYBODY} {harm}",) if harm else ()
    nouns = load_quantities(text.language).nouns
    for word in (text.key(ask.noun), *text.lemmas(ask.noun)):
        if (name := nouns.get(fold(word))) is not None:
            text.use([ask.noun])
            names = {name, *(other for group in load_questions().counted_alike if name in group for other in group)}
            return tuple(sorted(f"{name} {harm}" if harm and "*" not in name else name for name in names))
    return ()
