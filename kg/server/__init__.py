"""The graph over HTTP: SPARQL 1.1 Protocol, the Graph Store Protocol for reading, and JSON.

It knows :class:`kg.KnowledgeGraph`, the model and the views. Queries are answered by processes that can be ended; see
:mod:`kg.server.application` for the routes.
"""

from kg.server.running import serve
from kg.server.settings import ServerSettings

__all__ = ["ServerSettings", "serve"]
