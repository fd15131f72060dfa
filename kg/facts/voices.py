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

    That is a news medium or agency that the article credits; for a denial whoever is named as denying; else the
    publisher, else the host of the address. Articles without either share one voice: nothing shows them independent.
    """
    gazetteer = load_gazetteer(claim.base)
    credited = sorted(entity.id for entity in claim.attribution if gazetteer.is_media(entity.id))
    if credited:
        return credited[0]
    if claim.modality == "denied" and claim.attribution:
        return min(principal(entity) for entity in claim.attribution)
    name = claim.article.publisher or urlsplit(claim.article.url or "").hostname or ""
    return medium(name, claim.base) or f"publisher:{_EDGES.sub('', fold(name)).replace(' ', '')}"


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
    return entity.acts_for or entity.iso3 or entity.id
