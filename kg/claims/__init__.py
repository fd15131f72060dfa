"""Reading → claims: the only room that knows the lexicon's grammar."""

from kg.claims.find import find_claims

__all__ = ["find_claims"]
