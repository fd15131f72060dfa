"""What can go wrong, in the words that the user reads.

Every message is one line that names what failed, where (file, line, value) and what to do about it.
"""


class KgError(Exception):
    """The root of every error that kg raises on purpose."""


class ArticleError(KgError):
    """An article could not be read: missing, empty, binary, badly encoded, malformed, of an unknown language."""


class VocabularyError(KgError):
    """A file of ``ontology/`` is wrong."""


class ClaimError(KgError):
    """A claim contradicts its own evidence or the contract of claims."""


class BackgroundError(KgError):
    """Reference data is malformed, names what nobody knows, or is not there."""


class JudgementError(KgError):
    """A judgement that cannot be: on what is one name, on things of two kinds, against an earlier one, or none."""


class StoreError(KgError):
    """The store cannot be opened, read or written."""


class QueryError(KgError):
    """A SPARQL query is malformed, or asks for what is not allowed."""


class QueryTimeoutError(QueryError):
    """A SPARQL query took longer than it may."""


class UnknownGraphError(QueryError):
    """A named graph that the store has not."""


class UnknownEntityError(KgError):
    """A name that the graph and the vocabulary do not know."""
