"""How the tests call ``kg``: within the process, or as a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from kg.cli.group import kg

Run = Callable[..., Result]
Process = Callable[..., "subprocess.CompletedProcess[str]"]
KG = [sys.executable, "-c", "from kg.cli import main; main()"]


@pytest.fixture
def run(examples_store: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Calls ``kg`` in this process, on the examples unless ``store`` names another."""
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.delenv("KG_STORE", raising=False)

    def call(*args: str, store: Path = examples_store, stdin: str | bytes | None = None) -> Result:
        result = CliRunner().invoke(kg, ["--store", str(store), *args], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    return call


@pytest.fixture
def process(tmp_path: Path) -> Process:
    """Runs ``kg`` as a process in an empty folder."""

    def call(*args: str, **options: Any) -> "subprocess.CompletedProcess[str]":
        env = {**os.environ, "LC_ALL": "C.UTF-8", **options.pop("env", {})}
        settings = {"cwd": tmp_path, "capture_output": True, "text": True, "timeout": 300, **options}
        return subprocess.run([*KG, *args], env=env, check=False, **settings)

    return call


def one_line(stderr: str) -> str:
    """The one line that standard error must hold."""
    lines = stderr.strip().splitlines()
    assert len(lines) == 1, stderr
    return lines[0]
