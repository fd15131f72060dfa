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


class View:
    """A folder that is removed when the last of those who share it lets it go, or the process ends."""

    def __init__(self, folder: tempfile.TemporaryDirectory[str]) -> None:
        self._folder = folder
        self._users = 1
        self.path = Path(folder.name)

    def share(self) -> "View":
        """The same folder, for one more."""
        self._users += 1
        return self

    def release(self) -> None:
        """Let it go; whoever shares it does so once."""
        self._users -= 1
        if not self._users:
            self._folder.cleanup()


def take(path: Path, below: Path | None = None) -> View | None:
    """A folder that holds the database at ``path`` as it was committed last.

    It is made among the readers of the store at ``below``, which is ``path`` itself where it is not given. ``None``
    where none can be made (a medium that is read-only, or knows no links, or a writer that never rests): the database
    is then to be opened where it is.
    """
    readers = (below or path) / _FOLDER
    try:
        readers.mkdir(exist_ok=True)
        folder = tempfile.TemporaryDirectory(prefix=f"{os.getpid()}-", dir=readers, ignore_cleanup_errors=True)
    except OSError:
        return None
    if copied(path, Path(folder.name)):
        return View(folder)
    folder.cleanup()
    return None


def copied(path: Path, folder: Path) -> bool:
    """Whether ``folder``, which was empty, holds the database at ``path`` now, as it was committed last.

    False, and it is empty again, where a writer never rested, or the medium knows no links.
    """
    for attempt in range(_ATTEMPTS):
        try:
            if _copy(path, folder):
                return True
        except FileNotFoundError:  # the writer was quicker: it removed a file that it had listed
            if not path.is_dir():
                return False
        except OSError:
            break
        clear(folder)
        time.sleep(0.005 * 2**attempt)
    clear(folder)
    return False


def clear(folder: Path) -> None:
    """Remove all files in a folder."""
    for one in folder.iterdir():
        one.unlink()


def last_taken(path: Path) -> int | None:
    """When a view of the store at ``path`` was taken or let go last (nanoseconds); ``None`` where none ever was."""
    try:
        return (path / _FOLDER).stat().st_mtime_ns
    except OSError:
        return None


def tidy(path: Path) -> None:
    """Remove what readers left that were killed. Only the writer does so."""
    with suppress(OSError):
        for folder in (path / _FOLDER).iterdir():
            if is_left_behind(folder):
                shutil.rmtree(folder, ignore_errors=True)


def is_left_behind(folder: Path) -> bool:
    """Whether a folder that is named after the process that made it has outlived it."""
    pid = folder.name.partition("-")[0]
    return pid.isdecimal() and folder.name != pid and not _lives(int(pid))


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


def state(path: Path) -> dict[str, int]:
    """The files that make the database up and what tells whether something was committed to them since."""
    found = {}
    with suppress(FileNotFoundError), os.scandir(path) as entries:
        for entry in entries:
            if entry.name.endswith((".sst", ".log")) or entry.name == "CURRENT" or entry.name.startswith("MANIFEST-"):
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
