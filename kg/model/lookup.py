"""What one room asks of another without knowing it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Protocol

from kg.model.claim import Claim
from kg.model.fact import Fact


class ClaimLookup(Protocol):
    """Finds claims that were kept. ``facts`` asks it for what a new claim must be compared with."""

    def claims_in_blocks(self, keys: Iterable[str]) -> Mapping[str, tuple[Claim, ...]]:
        """For each block key (see ``kg.facts.block_keys``) the kept claims that bear it, sorted by IRI."""

    def claims(self, ids: Iterable[str]) -> Iterator[Claim]:
        """The kept claims with these IRIs, in that order; an unknown IRI is passed over."""


class FactLookup(Protocol):
    """Finds facts that were derived."""

    def facts(self) -> Iterator[Fact]:
        """Every fact, sorted by IRI."""
