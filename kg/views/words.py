"""The words that pages and tables show, in French and English."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Literal

Language = Literal["fr", "en"]

KINDS: Mapping[str, Mapping[str, str]] = {
    "State": {"fr": "État", "en": "State"},
    "Organisation": {"fr": "Organisation", "en": "Organisation"},
    "Person": {"fr": "Personne", "en": "Person"},
    "Group": {"fr": "Groupe", "en": "Group"},
    "Place": {"fr": "Lieu", "en": "Place"},
    "Agreement": {"fr": "Accord", "en": "Agreement"},
    "Event": {"fr": "Événement", "en": "Event"},
    "Tenure": {"fr": "Fonction", "en": "Office"},
    "Quantity": {"fr": "Quantité", "en": "Quantity"},
}

STATUS_WORDS: Mapping[str, Mapping[str, str]] = {
    "disputed": {"fr": "contesté", "en": "disputed"},
    "corroborated": {"fr": "corroboré", "en": "corroborated"},
    "stated": {"fr": "affirmé", "en": "stated"},
    "alleged": {"fr": "allégué", "en": "alleged"},
    "expected": {"fr": "attendu", "en": "expected"},
    "denied": {"fr": "démenti", "en": "denied"},
}

MODALITIES: Mapping[str, Mapping[str, str]] = {
    "asserted": {"fr": "affirmé", "en": "asserted"},
    "reported": {"fr": "rapporté", "en": "reported"},
    "planned": {"fr": "prévu", "en": "planned"},
    "possible": {"fr": "possible", "en": "possible"},
    "denied": {"fr": "démenti", "en": "denied"},
}

PREDICATES: Mapping[str, Mapping[str, str]] = {
    "a": {"fr": "est", "en": "is a"},
    "type": {"fr": "type", "en": "type"},
    "subtype": {"fr": "précisément", "en": "more precisely"},
    "label": {"fr": "nom", "en": "name"},
    "iso3": {"fr": "code ISO", "en": "ISO code"},
    "sameAs": {"fr": "identique à", "en": "same as"},
    "actsFor": {"fr": "agit pour", "en": "acts for"},
    "party": {"fr": "partie", "en": "party"},
    "mediator": {"fr": "médiateur", "en": "mediator"},
    "actor": {"fr": "auteur", "en": "actor"},
    "target": {"fr": "cible", "en": "target"},
    "place": {"fr": "lieu", "en": "place"},
    "signed": {"fr": "signé", "en": "signed"},
    "signedFrom": {"fr": "signé au plus tôt", "en": "signed from"},
    "signedUntil": {"fr": "signé au plus tard", "en": "signed until"},
    "inForce": {"fr": "en vigueur", "en": "in force"},
    "inForceFrom": {"fr": "en vigueur au plus tôt", "en": "in force from"},
    "inForceUntil": {"fr": "en vigueur au plus tard", "en": "in force until"},
    "ended": {"fr": "terminé", "en": "ended"},
    "endedFrom": {"fr": "terminé au plus tôt", "en": "ended from"},
    "endedUntil": {"fr": "terminé au plus tard", "en": "ended until"},
    "stage": {"fr": "étape", "en": "stage"},
    "provides": {"fr": "prévoit", "en": "provides"},
    "time": {"fr": "date", "en": "date"},
    "timeFrom": {"fr": "au plus tôt", "en": "from"},
    "timeUntil": {"fr": "au plus tard", "en": "until"},
    "quantity": {"fr": "quantité", "en": "quantity"},
    "holder": {"fr": "titulaire", "en": "holder"},
    "of": {"fr": "de", "en": "of"},
    "office": {"fr": "fonction", "en": "office"},
    "standing": {"fr": "situation", "en": "standing"},
    "tenure": {"fr": "fonction", "en": "office"},
}

VALUES: Mapping[str, str] = {  # French for the English values of stage, standing and finer types of events
    "proposed": "proposé",
    "announced": "annoncé",
    "signed": "signé",
    "ratified": "ratifié",
    "in force": "en vigueur",
    "suspended": "suspendu",
    "ended": "terminé",
    "current": "en fonction",
    "former": "ancien",
    "acting": "par intérim",
    "new": "nouveau",
    "disputed": "contesté",
    "arrest": "arrestation",
    "ceasefire": "cessez-le-feu",
    "cyber attack": "cyberattaque",
    "deportation": "expulsion",
    "entry": "entrée",
    "exercise": "manœuvres",
    "expulsion": "expulsion",
    "expulsion of diplomats": "expulsion de diplomates",
    "extension": "prolongation",
    "extradition": "extradition",
    "host": "accueil",
    "information": "information",
    "intelligence": "renseignement",
    "joint exercise": "manœuvres communes",
    "made known": "rendu public",
    "mediation": "médiation",
    "meeting": "rencontre",
    "message": "message",
    "negotiation": "négociation",
    "occupation": "occupation",
    "phone call": "appel téléphonique",
    "recall of ambassador": "rappel d'ambassadeur",
    "repression": "répression",
    "seizure": "saisie",
    "trade": "commerce",
    "visit": "visite",
    "weapons test": "essai d'armes",
}

_FRENCH = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
_ENGLISH = "January February March April May June July August September October November December"
_MONTHS = {"fr": _FRENCH.split(), "en": _ENGLISH.split()}


def word(table: Mapping[str, Mapping[str, str]], key: str, language: str) -> str:
    """The entry of ``key`` in ``language``; the key itself, in words, where the table has none.

    >>> word(KINDS, "State", "fr"), word(PREDICATES, "borderDispute", "en")
    ('État', 'border dispute')
    """
    entry = table.get(key)
    return entry[language] if entry else unfold(key)


def unfold(name: str) -> str:
    """A lower-camel-case name in words; any other name as it is.

    >>> unfold("tradeAgreement"), unfold("ASSAULT")
    ('trade agreement', 'ASSAULT')
    """
    if name.isupper():
        return name
    return "".join(f" {c.lower()}" if c.isupper() and i else c for i, c in enumerate(name))


def day(value: date, language: str) -> str:
    """A day in words.

    >>> from datetime import date
    >>> day(date(2024, 6, 1), "fr"), day(date(2024, 6, 19), "en")
    ('1er juin 2024', '19 June 2024')
    """
    number = "1er" if language == "fr" and value.day == 1 else str(value.day)
    return f"{number} {_MONTHS[language][value.month - 1]} {value.year}"


def moment(text: str, language: str) -> str:
    """An ISO day, month or year in words; any other text as it is.

    >>> moment("2024-06", "fr"), moment("2024", "fr"), moment("2024-06-19", "en")
    ('juin 2024', '2024', '19 June 2024')
    """
    try:
        if len(text) == 7 and text[4] == "-":
            return f"{_MONTHS[language][date.fromisoformat(text + '-01').month - 1]} {int(text[:4])}"
        return day(date.fromisoformat(text), language) if len(text) == 10 else text
    except ValueError:
        return text


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the vocabulary calls things in one language; ``name`` by the ISO code or IRI of an entity.

    ``names`` are those of every language, for a search to find.
    """

    language: Language = "fr"
    types: Mapping[str, str] = field(default_factory=dict)
    provisions: Mapping[str, str] = field(default_factory=dict)
    offices: Mapping[str, str] = field(default_factory=dict)
    name: Callable[[str], str | None] = lambda _key: None
    names: Callable[[str], tuple[str, ...]] = lambda _key: ()

    def type(self, name: str) -> str:
        """A type of event, agreement or relation, or a predicate; the name itself, in words, where none is known.

        >>> Wording(types={"trade agreement": "accord commercial"}).type("tradeAgreement")
        'accord commercial'
        """
        return self.types.get(name) or self.types.get(unfold(name)) or word(PREDICATES, name, self.language)

    def provision(self, key: str) -> str:
        """A provision of an agreement; the key itself where no words are known."""
        return self.provisions.get(key, key)

    def office(self, title: str) -> str:
        """An office known by its English title; that title where no other is known."""
        return self.offices.get(title, title)

    def finer(self, subtype: str) -> str:
        """A finer type of event, which may be the name of another type.

        >>> Wording(language="fr").finer("joint exercise")
        'manœuvres communes'
        """
        return self.value(self.type(subtype))

    def value(self, key: str) -> str:
        """A stage, a standing or a finer type of event."""
        return VALUES.get(key, key) if self.language == "fr" else key


@lru_cache(maxsize=2)
def wording(language: Language) -> Wording:
    """The words of ``ontology/`` for ``fr`` or ``en``; loads the lexicon and the gazetteer."""
    from kg.vocabulary import load_gazetteer, load_lexicon

    lexicon, gazetteer = load_lexicon(), load_gazetteer()
    provisions: dict[str, str] = {}
    if language != "en":
        for phrase, key in lexicon.provisions(language).items():
            provisions.setdefault(key, " ".join(phrase))
    offices = {office.title_en: office.title_fr for office in gazetteer.offices(language).values()}
    return Wording(
        language=language,
        types={name: info.label[language] for name, info in lexicon.types.items() if language in info.label},
        provisions=provisions,
        offices={} if language == "en" else offices,
        name=lambda key: gazetteer.labels(key).get(language),
        names=lambda key: tuple(sorted(gazetteer.labels(key).values())),
    )
