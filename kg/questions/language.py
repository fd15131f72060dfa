"""Which language a question is in, told from its closed words alone: no model is needed."""

import re

from kg.model import LANGUAGES
from kg.questions.words import load_questions
from kg.vocabulary import load_gazetteer

_WORD = re.compile(r"[\w]+['’]?", re.UNICODE)
_ACCENTS = re.compile("[àâçéèêëîïôûùœ«»]", re.IGNORECASE)


def language_of(question: str) -> str:
    """``fr`` or ``en``: the language that has more of the question's small words, then names, then accents.

    >>> language_of("Quels accords lient la Russie à la Corée du Nord ?")
    'fr'
    """
    words = [word.lower().replace("’", "'") for word in _WORD.findall(question)]
    scores = {language: sum(word in _closed(language) for word in words) for language in LANGUAGES}
    if scores["fr"] != scores["en"]:
        return max(LANGUAGES, key=lambda language: scores[language])
    senses = [sense for word in words for sense in load_gazetteer().find(word)]
    named = {language: sum(sense.language == language for sense in senses) for language in LANGUAGES}
    if named["fr"] != named["en"]:
        return max(LANGUAGES, key=lambda language: named[language])
    return "fr" if _ACCENTS.search(question) else "en"


def _closed(language: str) -> frozenset[str]:
    words = load_questions().words[language]
    opening = {word for phrase, _ in (*words.asks, *words.prepositions) for word in phrase}
    return frozenset({*words.function, *opening})
