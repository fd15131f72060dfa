"""Whether an actor agrees with a pronoun in gender and number."""

from kg.model import Entity, Token
from kg.reading.memory import Named
from kg.vocabulary import load_language

_SINGULAR_IN_S = {"Laos", "Honduras", "Barbados", "Madagascar"}
_FEMININE = ("ion", "té", "ance", "ence", "ie", "ée", "ue", "rce", "cour", "ice", "ure")


def agrees(named: Named, token: Token, wanted: str, language: str) -> bool:
    """Whether the actor that ``token`` names can be meant by a pronoun of the kind ``wanted``."""
    entity = named.entity
    if wanted == "person":
        return entity.kind == "Person"
    if not load_language(language).feminine_endings:
        return entity.kind != "Person" or wanted == "plural"
    plural = is_plural(named, token)
    if wanted == "plural":
        return plural or entity.kind not in ("State", "Person")
    if wanted == "any":
        return True
    if plural and entity.kind != "Person":
        return False
    if gender := _gender(named, token):
        return gender == wanted
    return True


def is_plural(named: Named, token: Token) -> bool:
    """Whether French speaks of the actor in the plural (« les États-Unis », « les autorités »)."""
    if token.pos == "NOUN" and named.sense in ("body", "description", "office"):
        return "Number=Plur" in token.morph
    if named.sense == "people":
        return token.text.endswith(("s", "x"))
    return named.sense == "name" and named.entity.kind != "Person" and _is_plural_name(named.entity)


def _is_plural_name(entity: Entity) -> bool:
    first = entity.label.split(" ")[0].split("-")[0]
    return first.endswith("s") and not first.isupper() and first not in _SINGULAR_IN_S


def _gender(named: Named, token: Token) -> str | None:
    """The grammatical gender of the words that name the actor; ``None`` where they leave it open."""
    entity = named.entity
    if token.pos == "NOUN" and named.sense in ("body", "description"):
        return "feminine" if "Gender=Fem" in token.morph else "masculine" if "Gender=Masc" in token.morph else None
    if entity.kind == "State" and named.sense in ("name", "adjective", "pronoun"):
        return "feminine" if is_feminine(entity.label) else "masculine"
    if entity.kind == "Organisation" and " " in entity.label:
        first = entity.label.split(" ")[0].lower()
        return "feminine" if first.endswith(_FEMININE) else "masculine"
    return None


def is_feminine(state: str, language: str = "fr") -> bool:
    """Whether a language treats a state's name as feminine: in French those in -e are, but for a few.

    >>> is_feminine("Russie"), is_feminine("Japon"), is_feminine("Mexique")
    (True, False, False)
    """
    words = load_language(language)
    return state.split(" ")[0].endswith(tuple(words.feminine_endings)) and state not in words.masculine_states
