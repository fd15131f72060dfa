"""What a question counts: events, or what the figures of events count."""

import re
from collections.abc import Collection, Sequence

from kg.questions.pieces import Pieces, counts_people
from kg.questions.text import Text
from kg.questions.words import load_questions
from kg.vocabulary import fold
from kg.vocabulary.quantities import load_quantities

_ANYBODY = "*"
MONEY = "money"


def counts_moved(pieces: Pieces) -> bool:
    """« Combien de camions sont partis »: the noun of the opening is what can be counted."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.kind != "how many":
        return False
    return counts_people(text, ask) if ask.noun is None else is_countable(text, ask.noun)


def is_countable(text: Text, index: int) -> bool:
    """Whether the noun is one of those that figures count."""
    nouns = load_quantities(text.language).nouns
    return any(fold(word) in nouns for word in (text.key(index), *text.lemmas(index)))


def said_figure(pieces: Pieces) -> tuple[int | None, tuple[str, ...]]:
    """The only figure that the question says of something, with what it counts; both are accounted for."""
    text = pieces.text
    nouns = load_quantities(text.language).nouns
    at = [i for i in range(len(text) - 1) if text.tokens[i].pos == "NUM" and i not in text.used]
    if len(at) != 1 or not (digits := re.sub(r"[\s,.\u00a0\u202f]", "", text.tokens[at[0]].text)).isdecimal():
        return None, ()
    for word in (text.key(at[0] + 1), *text.lemmas(at[0] + 1)):
        if (name := nouns.get(fold(word))) is not None:
            text.use([at[0], at[0] + 1])
            return int(digits), alike(name)
    return None, ()


def goods_of(pieces: Pieces) -> Sequence[str]:
    """« conteneurs d'armes »: the words for what is counted out in vessels or measures; empty where nothing is said."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.noun is None or ask.noun + 2 >= len(text):
        return ()
    link, noun = ask.noun + 1, ask.noun + 2
    for group in load_questions().goods if text.key(link) in ("of", "de", "d'") else ():
        if text.is_lemma(noun, group) and noun not in text.used:
            text.use([link, noun])
            return tuple(sorted(group))
    return ()


def alike(name: str) -> tuple[str, ...]:
    """The nouns of figures that stand for one another, ``name`` among them."""
    return tuple(
        sorted({name, *(other for group in load_questions().counted_alike if name in group for other in group)})
    )


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
            return tuple(sorted(f"{one} {harm}" if harm and "*" not in one else one for one in alike(name)))
    if any(text.words.nouns.get(lemma) == "money" for lemma in text.lemmas(ask.noun)):
        text.use([ask.noun])
        return (MONEY,)
    if text.tokens[ask.noun].pos == "NOUN" and not harm:  # As the text calls it: « lycéens », "engineers".
        text.use([ask.noun])
        lemma = text.lemmas(ask.noun)[0]
        return tuple(sorted({text.key(ask.noun), lemma, f"{lemma}s"}))
    return ()
