"""The README tells what the program does now: its commands are run again, and it names them all."""

import difflib
import re
import runpy
from pathlib import Path

from kg.cli.group import COMMANDS

ROOT = Path(__file__).parent.parent


def test_the_readme_shows_what_its_commands_print() -> None:
    """Every command and session of the README prints what the README says; `make readme` brings it up to date."""
    refreshed = runpy.run_path(str(ROOT / "tools/refresh_readme.py"))["refreshed"]
    text = (ROOT / "README.md").read_text("utf-8")
    now = refreshed(text)
    changes = "\n".join(difflib.unified_diff(text.splitlines(), now.splitlines(), "README.md", "now", lineterm=""))
    assert now == text, f"`make readme` brings the README up to date:\n{changes}"


def test_the_readme_names_every_command() -> None:
    """No command is left out, and none is named that is not there."""
    named = set(re.findall(r"`kg ([a-z]+)", (ROOT / "README.md").read_text("utf-8")))
    assert named == set(COMMANDS)


def test_links_to_files_lead_somewhere() -> None:
    """What the pages call by its path is there."""
    for page in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / page).read_text("utf-8")
        for path in re.findall(
            r"`((?:kg|tests|tools|ontology|examples|benchmarks|\.ci)/[\w./-]*[\w/])(?:::\w+)?`", text
        ):
            assert (ROOT / path).exists(), f"{page} names {path}"
        for path, test in re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", text):
            assert f"def {test}(" in (ROOT / path).read_text("utf-8"), f"{page} names {path}::{test}"
