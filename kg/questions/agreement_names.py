"""What an agreement is called in a question: the words of its phrase, those beside it, and the year that it is of."""

from collections.abc import Iterable

from kg.questions.form import Constraint
from kg.questions.pieces import ANY_KIND, Pieces
from kg.questions.titles import Noun
from kg.vocabulary import load_lexicon

_DEFINITE = ("le", "la", "l'", "du", "au", "the")


def is_of_date(pieces: Pieces, noun: Noun) -> bool:
    """« le traité de 1951 », "the 1951 treaty": the time tells which agreement, not when something befell it."""
    text = pieces.text
    if pieces.span_at is None:
        return False
    first, last = pieces.span_at
    if last == noun.first:
        return True
    return (
        first >= noun.last + 1
        and text.key(first - 1) in ("de", "du", "d'", "of")
        and (
            first - 1 == noun.last
            or all(
                i in text.used and text.tokens[i].pos in ("ADJ", "NOUN", "ADP", "DET") for i in range(noun.last, first)
            )
        )
    )


def own_words(pieces: Pieces, noun: Noun) -> tuple[str, ...]:
    """The words of the phrase itself: an agreement of another type may be called so."""
    text = pieces.text
    words = tuple(
        text.key(i) for i in range(noun.first, noun.last) if not text.is_function(i) and text.tokens[i].pos != "ADP"
    )
    telling = tuple(word for word in words if word not in text.words.general)
    return () if noun.iris else telling or words


def label_words_of(pieces: Pieces, noun: Noun) -> tuple[str, ...]:
    """What must stand in its name: the free words of its phrase, and those of a phrase that names no type of it."""
    text = pieces.text
    own = own_words(pieces, noun) if noun.meaning == ANY_KIND and noun.last - noun.first > 1 else ()
    if not own and not noun.iris and _is_meant(pieces, noun):
        own = own_words(pieces, noun)[1:] if text.language == "fr" else own_words(pieces, noun)[:-1]
    return (*own, *(text.key(i) for i in _label_tokens(pieces, noun)))


def _is_meant(pieces: Pieces, noun: Noun) -> bool:
    """« le traité de partenariat stratégique », with nobody named: one that is called so, not any of the type that its
    head says alone."""
    text, ask = pieces.text, pieces.ask
    asked = ask is not None and ask.noun is not None and noun.first <= ask.noun < noun.last
    definite = noun.first > 0 and text.raw(noun.first - 1) in _DEFINITE
    head = text.key(noun.first if text.language == "fr" else noun.last - 1)
    plain = load_lexicon().agreement_nouns(text.language).get((head,)) == noun.meaning
    return definite and plain and not asked and not pieces.names and noun.last - noun.first > 1


def _label_tokens(pieces: Pieces, noun: Noun) -> Iterable[int]:
    text = pieces.text
    links = ("de", "d'", "du", "des", "of", "on", "sur", "pour", "for", "et", "and", "le", "la", "les", "l'", "the")
    taken: list[int] = []
    at = noun.first - 1
    while at >= 0 and _is_label(pieces, at):
        taken.append(at)
        at -= 1
    pending: list[int] = []
    at = noun.last
    while at < len(text) and at not in text.used:
        if _is_label(pieces, at):
            taken.append(at)
            text.use(pending)
            pending = []
        elif text.key(at) in links:
            pending.append(at)
        else:
            break
        at += 1
    text.use(taken)
    return sorted(taken)


def _is_label(pieces: Pieces, at: int) -> bool:
    text = pieces.text
    token = text.tokens[at]
    named = any(one.name.first <= at < one.name.last for one in pieces.names if one.name.named.kind != "Place")
    return (
        at not in text.used
        and not named
        and token.pos in ("NOUN", "ADJ", "PROPN")
        and not text.is_function(at)
        and not text.is_lemma(at, text.words.refused)
        and text.key(at) not in text.words.negation
        and token.text.isalpha()
    )


def phrase_start(pieces: Pieces, noun: Noun) -> int:
    """Where the phrase of the agreement begins: "the Kenya-Nepal accord" with the names before its noun."""
    first = noun.first
    for placed in reversed(pieces.names):
        between = range(placed.name.last, first)
        if placed.slot == "adjective" and all(i in pieces.text.used or pieces.text.raw(i) == "-" for i in between):
            first = min(first, placed.name.first)
    return first


def signers(constraints: tuple[Constraint, ...]) -> tuple[tuple[str, ...], ...]:
    """ "Did Okoro sign it": the passage must name him, as the state that he acts for has signed more than he did."""
    people = [one.named for one in constraints if "party" in one.roles and one.named.kind == "Person"]
    return tuple((one.written.split()[-1], one.label.split()[-1]) for one in people)
