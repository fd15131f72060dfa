"""A question as it is typed → as it is read: no control characters, names with their capitals."""

import re
import unicodedata

from kg.model.answer import LONGEST_QUESTION
from kg.reading.names import NameMatcher
from kg.vocabulary import load_gazetteer

_INVERTED = re.compile(
    r"\b(est|sont|était|étaient|fut|furent|sera|seront|ont|avait|avaient|aura|auront|eut|eurent)-(ils?|elles?|on)\b",
    re.IGNORECASE,
)


def cleaned(question: str) -> str:
    """``question`` without control characters and lone surrogates, with single spaces.

    A question typed without any capital gets those of the states that it names; the pronoun of an inversion stands
    apart from its verb, as nothing else tells the two where the verb is short.

    >>> cleaned("quels accords lient la russie à la corée du nord ?")
    'quels accords lient la Russie à la Corée du Nord ?'
    >>> cleaned("La Russie est-elle liée à la Chine ?")
    'La Russie est -elle liée à la Chine ?'
    """
    if len(question) > 20 * LONGEST_QUESTION:
        return question[: LONGEST_QUESTION + 1].ljust(LONGEST_QUESTION + 1, "x")
    visible = "".join(" " if unicodedata.category(c)[0] == "C" else c for c in unicodedata.normalize("NFC", question))
    text = _INVERTED.sub(r"\1 -\2", " ".join(visible.split()))
    if len(text) > LONGEST_QUESTION or any(c.isupper() for c in text[1:]):
        return text
    return _capitalised(text)


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
