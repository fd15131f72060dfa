"""A question as it is typed → as it is read: no control characters, names with their capitals, words with accents."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kg.model.answer import LONGEST_QUESTION
from kg.questions.words import load_questions
from kg.reading.names import NameMatcher
from kg.vocabulary import fold, load_gazetteer, load_lexicon

_INVERTED = re.compile(
    r"\b(est|sont|était|étaient|fut|furent|sera|seront|ont|avait|avaient|aura|auront|eut|eurent)-(ils?|elles?|on)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_TO = re.compile(r"\ba (?=(?:la|l'|quelle?s?|qui|quoi|moscou|[A-Z])\b)")
_WHERE = re.compile(r"^(d')?ou\b(?= (?:est|a|ont|s'|se|l[ae]s?\b|l'|fut|doit))", re.IGNORECASE)


def cleaned(question: str) -> str:
    """``question`` without control characters and lone surrogates, with single spaces.

    A question typed without any capital, or in capitals alone, gets those of the states that it names, and a French one
    without any accent those of the words that it is made of; the pronoun of an inversion stands apart from its verb, as
    nothing else tells the two where the verb is short.

    >>> cleaned("quels accords lient la russie à la corée du nord ?")
    'quels accords lient la Russie à la Corée du Nord ?'
    >>> cleaned("QUI DIRIGE LA COREE DU NORD ?"), cleaned("Que prevoit le traite ?")
    ('qui dirige la Corée du Nord ?', 'Que prévoit le traité ?')
    >>> cleaned("La Russie est-elle liée à la Chine ?")
    'La Russie est -elle liée à la Chine ?'
    """
    if len(question) > 20 * LONGEST_QUESTION:
        return question[: LONGEST_QUESTION + 1].ljust(LONGEST_QUESTION + 1, "x")
    visible = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in unicodedata.normalize("NFC", question))
    text = " ".join(visible.split()).replace("’", "'")
    if len(text) > LONGEST_QUESTION:
        return text
    text = _plainly(_accented(_without_shouting(text)))
    text = _INVERTED.sub(r"\1 -\2", text)
    return text if any(c.isupper() for c in text[1:]) else _capitalised(text)


def _plainly(text: str) -> str:
    """The question without the words of politeness before it: "can you tell me who …", « savez-vous si … »."""
    found = _polite().match(text)
    return text[found.end() :] if found and found.end() < len(text) else text


@cache
def _polite() -> re.Pattern[str]:
    words = load_questions().words
    heads = sorted((re.escape(phrase) for one in words.values() for phrase in one.polite), key=len, reverse=True)
    asks = {re.escape(phrase[0]) for one in words.values() for phrase, kind in one.asks if kind != "show"}
    opening = "|".join(sorted(asks))
    return re.compile(rf"(?:{'|'.join(heads)})[\s,:]*(?:(?:if|whether|si|s')\b\s*|(?=(?:{opening})\b))", re.IGNORECASE)


def _without_shouting(text: str) -> str:
    """A text of several words in capitals alone, in lower case."""
    letters = [c for c in text if c.isalpha()]
    return text.lower() if " " in text and letters and all(c.isupper() for c in letters) else text


def _accented(text: str) -> str:
    """A French text without accents with those of the words that questions are made of."""
    words = set(_WORD.findall(text.lower()))
    french = load_questions().words["fr"].function
    if not text.isascii() or len(words & french) < 1 or words & _english_only():
        return text
    text = _WHERE.sub(lambda found: f"{found[1] or ''}où", _TO.sub("à ", text))
    return _WORD.sub(lambda found: _with_case(found[0], _accents().get(found[0].lower(), found[0])), text)


def _with_case(written: str, restored: str) -> str:
    return restored[:1].upper() + restored[1:] if written[:1].isupper() else restored


@cache
def _english_only() -> frozenset[str]:
    known = load_questions().words
    asks = {word for phrase, _ in known["en"].asks for word in phrase}
    return frozenset(
        (asks | known["en"].function) - known["fr"].function - {word for p, _ in known["fr"].asks for word in p}
    )


@cache
def _accents() -> dict[str, str]:
    """The word with accents by the same without, where no word is written so."""
    known = {word for word in _french_words() if word.isalpha()}
    plain = {word for word in known if word.isascii()}
    return {fold(word): word for word in sorted(known, reverse=True) if fold(word) not in plain}


def _french_words() -> Iterator[str]:
    """The words of questions, of what an agreement or office is called, and of verbs."""
    own, lexicon = load_questions().words["fr"], load_lexicon()
    yield from own.function - {"à"}
    yield from own.nouns
    for phrase, _ in (*own.asks, *own.prepositions):
        yield from phrase
    for words in lexicon.agreement_nouns("fr"):
        yield from (form for word in words for form in (word, f"{word}s"))
    for title in load_gazetteer().offices("fr"):
        yield from title.lower().split()
    yield from lexicon.triggers("fr")
    yield from own.accented


def _capitalised(text: str) -> str:
    gazetteer = load_gazetteer()
    names = [
        (surface, surface)
        for language in ("fr", "en")
        for surface, sense in gazetteer.names(language)
        if sense.sense in ("name", "capital") and not sense.ambiguous and not sense.case_sensitive and len(surface) > 3
    ]
    out, at = [], 0
    for match in NameMatcher(names).find(text):
        out += [text[at : match.start], match.senses[0]]
        at = match.end
    return "".join([*out, text[at:]])
