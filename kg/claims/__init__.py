"""Reading → claims: the only room that knows the lexicon's grammar."""

from kg.claims.explaining import explain
from kg.claims.find import find_claims

__all__ = ["explain", "find_claims"]
