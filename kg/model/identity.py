"""IRIs: a thing's identity is a hash of its canonical content."""

import hashlib
import json
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

ONTOLOGY = "https://w3id.org/factkg/ontology#"
BASE = "https://w3id.org/factkg/id/"


def canonical_json(value: Any) -> str:
    """One text for one value: sorted keys, no spaces, no escapes.

    >>> canonical_json({"b": [1, None], "a": "é"})
    '{"a":"é","b":[1,null]}'
    """
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(value: Any) -> str:
    """The first 128 bits of the SHA-256 of the canonical JSON of ``value``, in 32 hexadecimal digits.

    >>> digest(["RUS", "PRK"]) == digest(["PRK", "RUS"])
    False
    """
    return hashlib.sha256(canonical_json(value).encode()).hexdigest()[:32]


def concept_name(name: str) -> str:
    """The local name of a type or property in the ontology: camel case for several words, else ``name`` as it is.

    >>> concept_name("trade agreement"), concept_name("ASSAULT"), concept_name("part of NATO")
    ('tradeAgreement', 'ASSAULT', 'partOfNATO')
    """
    first, *rest = name.split(" ")
    return quote(first + "".join(word[:1].upper() + word[1:] for word in rest), safe="")


@dataclass(frozen=True, slots=True)
class Names:
    """Makes the IRIs of things below one base.

    >>> Names().state("RUS")
    'https://w3id.org/factkg/id/state/RUS'
    >>> Names("http://example.org/").article("a b/c")
    'http://example.org/article/a%20b%2Fc'
    """

    base: str = BASE

    def make(self, kind: str, key: str) -> str:
        """``<base><kind>/<key>`` with everything in ``key`` percent-encoded that an IRI path segment may not hold."""
        return f"{self.base}{kind}/{quote(key, safe='')}"

    def hashed(self, kind: str, content: Any) -> str:
        """``<base><kind>/<digest of content>``."""
        return self.make(kind, digest(content))

    def state(self, iso3: str) -> str:
        return self.make("state", iso3)

    def article(self, article_id: str) -> str:
        return self.make("article", article_id)

    def graph(self, name: str) -> str:
        """The graph called ``name``: ``asserted``, ``alleged``, ``expected``, ``denied`` or ``facts``."""
        return self.make("graph", name)

    def reference(self, name: str) -> str:
        """The graph of the reference data called ``name``.

        >>> Names("http://example.org/").reference("office-holders")
        'http://example.org/graph/reference/office-holders'
        """
        return f"{self.base}graph/reference/{quote(name, safe='')}"
