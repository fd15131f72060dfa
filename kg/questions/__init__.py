"""A question in French or English → SPARQL → an answer with its evidence."""

from kg.questions.answering import answer

__all__ = ["answer"]
