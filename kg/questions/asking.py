"""What the opening and the verb of a question say whatever it is about."""

from kg.questions.clause import Clause
from kg.questions.pieces import Pieces


def question_verb(pieces: Pieces, verb: int) -> frozenset[str]:
    """The classes of question verbs that the verb belongs to; its words are accounted for."""
    text = pieces.text
    for phrase, meanings in sorted(text.words.verbs.items(), key=lambda pair: -len(pair[0])):
        if not text.is_lemma(verb, (phrase[0],)):
            continue
        rest = []
        for offset, word in enumerate(phrase[1:], start=1):
            if verb + offset < len(text) and word in text.lemmas(verb + offset):
                rest.append(verb + offset)
        if len(rest) == len(phrase) - 1:
            if len(phrase) > 1 or meanings & {"tie", "provide", "happen", "lead", "hold"}:
                text.use([verb, *rest])
            return meanings
    return frozenset()


def use_link(pieces: Pieces, index: int) -> None:
    """Account for the preposition between a noun and the agreement: « de », "of", "to"."""
    text = pieces.text
    for noun in pieces.agreements:
        if noun.first > index:
            text.use(
                i
                for i in range(index + 1, noun.first)
                if text.key(i) in ("of", "to", "in", "de", "du", "d'", "à", "au")
            )


def asked_noun(pieces: Pieces) -> str | None:
    """The class of the noun of the opening; the noun is accounted for."""
    ask, text = pieces.ask, pieces.text
    if ask is None or ask.noun is None:
        return None
    for lemma in (text.key(ask.noun), *text.lemmas(ask.noun)):
        if lemma in text.words.nouns:
            text.use([ask.noun])
            use_link(pieces, ask.noun)
            return text.words.nouns[lemma]
    return None


def unopened(pieces: Pieces, clause: Clause) -> str:
    """What a question without opening asks: whether, where it has a verb before its subject or after it."""
    text = pieces.text
    has_verb = clause.verb is not None or any(text.is_lemma(i, text.words.be) for i in range(len(text)))
    return "whether" if has_verb else "show"
