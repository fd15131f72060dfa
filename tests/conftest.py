"""What several rooms' tests share: the examples, read once, and one browser, Debian's Chromium."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("chromium is not installed: the page cannot be opened")
    sync_api = pytest.importorskip("playwright.sync_api")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    with sync_api.sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=program, args=flags)
        yield running
        running.close()
