"""Where the data of ``ontology/`` is."""

from importlib.resources import files
from pathlib import Path

from kg.model import VocabularyError


def ontology_path() -> Path:
    """The folder with the ontology's data: inside the installed package, or the checkout's ``ontology/``.

    VocabularyError where neither is there.

    >>> ontology_path().name
    'ontology'
    """
    package = Path(str(files("kg")))
    for folder in (package / "ontology", package.parent / "ontology"):
        if folder.is_dir():
            return folder
    raise VocabularyError(f"{package / 'ontology'}: the ontology's data is missing; install the package again")
