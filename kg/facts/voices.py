"""Who stands behind a claim."""

import re
from functools import lru_cache
from urllib.parse import urlsplit

from anyascii import anyascii

from kg.model import BASE, Claim, Entity
from kg.vocabulary import load_gazetteer

_EDGES = re.compile(r"^(?:the|le|la|les|l|www) | (?:com|org|net|fr|co uk)$")


def voice(claim: Claim) -> str:
    """Who stands behind ``claim``; claims of one voice count as one source.

    For a denial that is whoever is named as denying; else a news medium or agency that the passage credits, or that the
    article credits as a whole; else the publisher, else the host of the address. Articles without either share one
    voice: nothing shows them independent.
    """
    gazetteer = load_gazetteer(claim.base)
    credited = sorted(entity.id for entity in claim.attribution if gazetteer.is_media(entity.id))
    named = sorted(principal(entity) for entity in claim.attribution if not gazetteer.is_media(entity.id))
    if claim.modality == "denied" and named:
        return named[0]
    if credited:
        return credited[0]
    agencies = sorted(filter(None, (medium(name, claim.base) for name in claim.article.credits)))
    if agencies:
        return agencies[0]
    name = claim.article.publisher or urlsplit(claim.article.url or "").hostname or ""
    return medium(name, claim.base) or f"publisher:{_EDGES.sub('', fold(name)).replace(' ', '')}"


def speaker(claim: Claim) -> tuple[str, Entity | None, str]:
    """Who says what ``claim`` says: what tells them apart, the entity if it is known as one, and a name, maybe empty.

    Of hearsay and denials that is whoever the passage names, of all else the voice. Two who act for one state are one.
    """
    gazetteer = load_gazetteer(claim.base)
    if claim.modality in ("reported", "denied"):
        named = sorted((principal(one), one.id, one) for one in claim.attribution if not gazetteer.is_media(one.id))
        if named:
            return named[0][0], named[0][2], named[0][2].label
    own = voice(claim)
    known = gazetteer.entity(own)
    name = known.label if known else claim.article.publisher or urlsplit(claim.article.url or "").hostname or ""
    return own, known, name


@lru_cache(maxsize=4096)
def medium(name: str, base: str = BASE) -> str | None:
    """The IRI of the news medium or agency called ``name``; ``None`` where the gazetteer knows none."""
    gazetteer = load_gazetteer(base)
    media = {sense.entity.id for sense in gazetteer.find(name) if gazetteer.is_media(sense.entity.id)}
    return min(media, default=None)


def fold(text: str) -> str:
    """``text`` in lower-case ASCII letters and digits with single spaces.

    >>> fold("L’Agence  France-Presse")
    'l agence france presse'
    """
    return " ".join(re.findall(r"[a-z0-9]+", anyascii(text).lower()))


def principal(entity: Entity) -> str:
    """On whose behalf ``entity`` acts: the ISO code of a state, the IRI of an organisation, else its own."""
    return entity.principal
