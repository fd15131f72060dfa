"""Pages in the browser, as a reader would open the file."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest


class Opened:
    """A page in the browser, and all that it asked for, said and broke."""

    def __init__(self, tab: Any) -> None:
        self.tab = tab
        self.requests: list[str] = []
        self.errors: list[str] = []
        tab.on("request", lambda request: self.requests.append(request.url))
        tab.on("pageerror", lambda error: self.errors.append(str(error)))
        tab.on("console", lambda message: self.errors.append(message.text) if message.type == "error" else None)
        tab.on("dialog", lambda dialog: (self.errors.append(f"dialog {dialog.message}"), dialog.dismiss()))


@pytest.fixture(scope="session")
def tab(browser: Any) -> Iterator[Opened]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    yield Opened(context.new_page())
    context.close()


@pytest.fixture
def show(tab: Opened, tmp_path: Path) -> Callable[[str], Opened]:
    """Opens a page's text from a file and waits until it is drawn."""

    def opened(html: str) -> Opened:
        path = tmp_path / "view.html"
        path.write_text(html, encoding="utf-8")
        tab.requests.clear()
        tab.errors.clear()
        tab.tab.goto(path.as_uri())
        tab.tab.wait_for_selector("html[data-drawn]", state="attached")
        return tab

    return opened
