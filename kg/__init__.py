"""A knowledge graph that tracks facts: who did what to whom, who says so, since when, and who disagrees."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.knowledge_graph import KnowledgeGraph

__all__ = ["KnowledgeGraph"]


def __getattr__(name: str) -> Any:
    """``kg.KnowledgeGraph``, imported when it is first used so that ``import kg`` stays quick."""
    if name == "KnowledgeGraph":
        from kg.knowledge_graph import KnowledgeGraph

        return KnowledgeGraph
    raise AttributeError(f"module 'kg' has no attribute {name!r}")
