"""Runs what the README shows and writes down what it prints: ``make readme``; ``--check`` only compares.

A ``console`` block holds commands after ``$ `` and, below each, what it prints on standard output; a ``python`` block
holds a session after ``>>>``. All of them run in order in one new folder that holds what a clone holds: a later block
may use what an earlier one made. A block after the comment ``<!-- not run -->`` is left as it is.
"""

import contextlib
import doctest
import io
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
CLONED = ("Makefile", "examples", "benchmarks", "tools")
_BLOCK = re.compile(r"(?P<skip><!-- not run -->\n)?```(?P<kind>console|python)\n(?P<body>.*?)^```$", re.M | re.S)
SECONDS = 600


def refreshed(text: str) -> str:
    """``text`` with what its blocks print now. RuntimeError where a command fails that does not say how it ends."""
    names: dict[str, Any] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in CLONED:
            (Path(folder) / name).symlink_to(ROOT / name)
        with _working_in(folder):

            def rewrite(block: re.Match[str]) -> str:
                if block["skip"]:
                    return block[0]
                body = _console(block["body"]) if block["kind"] == "console" else _session(block["body"], names)
                return f"```{block['kind']}\n{body}```"

            return _BLOCK.sub(rewrite, text)


def _console(body: str) -> str:
    """The commands of a block, each followed by what it prints."""
    commands = re.findall(r"^\$ (.*(?:\\\n.*)*)$", body, re.M)
    return "".join(f"$ {command}\n{_printed(command)}" for command in commands)


def _printed(command: str) -> str:
    own = Path(sys.executable).parent
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("COV_", "LC_", "LANG", "MAKE", "MFLAGS"))
    }
    env |= {"LC_ALL": "C.UTF-8", "COLUMNS": "100", "KG_BIN": str(own), "PATH": f"{own}{os.pathsep}{os.environ['PATH']}"}
    env.pop("KG_STORE", None)
    done = subprocess.run(
        ["bash", "-c", command],
        env=env,
        capture_output=True,
        check=False,
        text=True,
        timeout=SECONDS,
        stdin=subprocess.DEVNULL,
    )
    if done.returncode and "# status" not in command:
        raise RuntimeError(f"{command!r} ends with status {done.returncode}: {done.stderr.strip()}")
    if (said := re.search(r"# status (\d+)", command)) and int(said[1]) != done.returncode:
        raise RuntimeError(f"{command!r} ends with status {done.returncode}, not {said[1]}")
    shown = done.stdout.replace(str(own), ".venv/bin") + (done.stderr if "# status" in command else "")
    shown = "\n".join(line.rstrip() for line in shown.strip("\n").split("\n"))
    return shown and shown + "\n"


def _session(body: str, names: dict[str, Any]) -> str:
    """A Python session, each statement followed by what it prints."""
    parts = []
    for example in doctest.DocTestParser().get_examples(body):
        first, *rest = example.source.rstrip("\n").split("\n")
        lines = [f">>> {first}", *(f"... {line}" for line in rest)]
        parts.append("".join(line.rstrip() + "\n" for line in lines))
        out = io.StringIO()
        with contextlib.redirect_stdout(out):
            exec(compile(example.source, "README.md", "single"), names)
        parts.append(out.getvalue())
    return "".join(parts)


@contextlib.contextmanager
def _working_in(folder: str) -> Iterator[None]:
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def main() -> int:
    """Write the README anew, or with ``--check`` say whether it is as it would be; the status to end with."""
    before = README.read_text("utf-8")
    after = refreshed(before)
    if "--check" in sys.argv[1:]:
        return int(before != after)
    README.write_text(after, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
