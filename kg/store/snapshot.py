"""A reader's own view of a store on disk, which a writer beside it cannot pull away.

The database opens its table files only as it needs them, and a writer removes those that it has rewritten: a reader
that used the store's own folder could fail at any later look-up. So a reader gets a folder of its own below it, with
hard links to the tables, which never change, and copies of the small files that do.
"""

import os
import shutil
import tempfile
import time
from contextlib import suppress
from pathlib import Path

_ATTEMPTS = 10
_FOLDER = "readers"


def take(path: Path) -> tempfile.TemporaryDirectory[str] | None:
    """A folder that holds the store at ``path`` as it was committed last, removed when it is cleaned up or forgotten.

    ``None`` where none can be made (a medium that is read-only, or knows no links, or a writer that never rests): the
    store is then to be opened where it is.
    """
    for attempt in range(_ATTEMPTS):
        try:
            (path / _FOLDER).mkdir(exist_ok=True)
            folder = tempfile.TemporaryDirectory(
                prefix=f"{os.getpid()}-", dir=path / _FOLDER, ignore_cleanup_errors=True
            )
        except OSError:
            return None
        try:
            if _copy(path, Path(folder.name)):
                return folder
        except FileNotFoundError:
            pass  # the writer was quicker: it removed a file that it had listed
        except OSError:
            folder.cleanup()
            return None
        folder.cleanup()
        time.sleep(0.005 * 2**attempt)
    return None


def tidy(path: Path) -> None:
    """Remove what readers left that were killed. Only the writer does so."""
    with suppress(OSError):
        for folder in (path / _FOLDER).iterdir():
            pid = folder.name.partition("-")[0]
            if pid.isdecimal() and not _lives(int(pid)):
                shutil.rmtree(folder, ignore_errors=True)


def _copy(path: Path, folder: Path) -> bool:
    """Link and copy the files of the database; false where they changed meanwhile and may not fit together."""
    before = _state(path)
    for name in before:
        if name.endswith(".sst"):
            os.link(path / name, folder / name)
        else:
            shutil.copyfile(path / name, folder / name)
    return _state(path) == before


def _state(path: Path) -> dict[str, int]:
    """The files that make the database up; the size of those that tell which tables belong to it.

    What is appended to a log meanwhile does no harm: it is a later transaction, read wholly or not at all.
    """
    found = {}
    with os.scandir(path) as entries:
        for entry in entries:
            if entry.name.endswith((".sst", ".log")):
                found[entry.name] = 0
            elif entry.name == "CURRENT" or entry.name.startswith(("MANIFEST-", "OPTIONS-")):
                found[entry.name] = entry.stat().st_size
    return found


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
