"""What several rooms' tests share: the examples, read once."""

from pathlib import Path

import pytest

from kg import KnowledgeGraph

EXAMPLES = Path(__file__).parent.parent / "examples"


@pytest.fixture(scope="session")
def examples_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the articles of ``examples/``; copy it before writing to it."""
    path = tmp_path_factory.mktemp("examples") / "store"
    with KnowledgeGraph(path) as graph:
        report = graph.ingest(EXAMPLES)
    assert report.unread == ()
    return path
