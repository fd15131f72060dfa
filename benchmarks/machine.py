"""What the figures were measured on."""

import os
import platform
from importlib.metadata import version
from pathlib import Path


def machine() -> str:
    """The processor, its cores in use, the system and the versions that matter, in one line."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    versions = ", ".join(f"{name} {version(name)}" for name in ("factkg", "spacy", "pyoxigraph"))
    return f"{_processor()}, {cores} cores, {platform.system()}, Python {platform.python_version()}, {versions}"


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()
