"""Writes THIRD-PARTY.md: what is installed with kg, in which version and under which licence.

Run it in an environment that holds what requirements.lock names (``make lock`` does). It ends with status 1 where a
package is under the GPL, which must not be installed with kg.
"""

import re
import sys
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
HEAD = """# What is installed with kg

kg itself is under the Apache License 2.0 (`LICENSE`); what its data comes from is told in `NOTICE`. These packages are
installed with it, each under its own licence. `make lock` writes this page.

| package | version | licence |
|---|---|---|
"""
_SHORT = {"Apache Software License": "Apache-2.0", "MIT License": "MIT", "BSD License": "BSD"}
_BUILD = frozenset({"hatchling", "editables", "pathspec", "pluggy", "trove-classifiers", "setuptools", "pip", "wheel"})


def main() -> int:
    """Write the page; the status to end with."""
    names = re.findall(r"^([a-z0-9._-]+)==", (ROOT / "requirements.lock").read_text("utf-8"), re.M)
    installed = [distribution(name) for name in sorted(set(names) - _BUILD)]
    rows = [f"| {found.name} | {found.version} | {licence(found)} |" for found in installed]
    (ROOT / "THIRD-PARTY.md").write_text(HEAD + "\n".join(rows) + "\n", encoding="utf-8")
    bad = [found.name for found in installed if is_gpl(licence(found))]
    for name in bad:
        print(f"{name} is under the GPL; kg must not install it", file=sys.stderr)
    return 1 if bad else 0


def licence(package: Distribution) -> str:
    """What the package's metadata says of its licence, as short as it says it."""
    metadata = package.metadata
    if "License-Expression" in metadata:
        return metadata["License-Expression"]
    classified = [c.split(" :: ")[-1] for c in metadata.get_all("Classifier", []) if c.startswith("License :: ")]
    classified = [_SHORT.get(name, name) for name in classified if name != "OSI Approved"]
    stated = metadata["License"].strip() if "License" in metadata else ""
    return ", ".join(classified) or (stated.splitlines()[0][:60] if stated else "see the package")


def is_gpl(licence: str) -> bool:
    """Whether a licence leaves no choice but the GPL; the Lesser GPL does not count.

    >>> is_gpl("GPL-3.0-only"), is_gpl("LGPL-LR"), is_gpl("MPL-1.1 OR GPL-2.0-only OR LGPL-2.1-or-later")
    (True, False, False)
    """
    alternatives = re.split(r"\bOR\b|,", licence)
    return all(re.search(r"(?<![A-Za-z])A?GPL|(?<!Lesser )General Public", part) for part in alternatives)


if __name__ == "__main__":
    sys.exit(main())
