"""The library of queries: a file ``ontology/queries/NAME.rq`` each, told about in the comment that it begins with.

The comment is YAML: ``title``, ``description`` and each parameter in French and English, each parameter's ``kind``
(one of :data:`kg.model.named_query.PARAMETER_KINDS`), and a ``default`` where it may be left out. Its ``$name`` in the
query stands for the value. What is wrong is told with file and line when the library is read.
"""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from kg.model import LANGUAGES, VocabularyError
from kg.model.named_query import KNOWN_VALUES, PARAMETER_KINDS, NamedQuery, Parameter
from kg.vocabulary.document import Field, parse_document
from kg.vocabulary.paths import ontology_path

_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_VALUE = re.compile(r"\$([A-Za-z][A-Za-z0-9_]*)")
_KEYS = ("title", "description", "parameters")


@cache
def load_queries(folder: Path | None = None) -> Mapping[str, NamedQuery]:
    """The queries of ``folder``, else of the ontology, by name, sorted; VocabularyError where a file is wrong."""
    place = folder or ontology_path() / "queries"
    return {path.stem: read_query(path) for path in sorted(place.glob("*.rq"))}


def read_query(path: Path) -> NamedQuery:
    """The query in the file at ``path``; VocabularyError with file and line where it is wrong."""
    if not _NAME.fullmatch(path.stem):
        raise VocabularyError(f"{path}:1: a query is called by small letters with - between words; rename the file")
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise VocabularyError(f"{path}: cannot be read ({error}); save it as UTF-8") from error
    comment, sparql = _parted(text)
    root = parse_document(comment, path)
    fields = root.mapping(_KEYS, ("title", "description"))
    given = fields["parameters"].mapping() if "parameters" in fields else {}
    parameters = tuple(_parameter(name, field) for name, field in given.items())
    _check_use(path, text, comment.count("\n"), {parameter.name for parameter in parameters})
    return NamedQuery(
        name=path.stem,
        title=_in_both(fields["title"]),
        description=_in_both(fields["description"]),
        parameters=parameters,
        sparql=sparql,
    )


def _parted(text: str) -> tuple[str, str]:
    """The comment that the text begins with, without its signs, line for line; and the query."""
    lines = text.splitlines()
    end = next((i for i, line in enumerate(lines) if not line.startswith("#")), len(lines))
    return "".join(line.removeprefix("#").removeprefix(" ") + "\n" for line in lines[:end]), "\n".join(
        lines[end:]
    ) + "\n"


def _parameter(name: str, field: Field) -> Parameter:
    if not _VALUE.fullmatch(f"${name}") or name in KNOWN_VALUES:
        raise field.error(f"a parameter cannot be called {name!r}; use letters and digits, and none of {KNOWN_VALUES}")
    fields = field.mapping((*LANGUAGES, "kind", "default"), (*LANGUAGES, "kind"))
    kind = next(kind for kind in PARAMETER_KINDS if kind == fields["kind"].choice(PARAMETER_KINDS, "kind"))
    default = str(fields["default"].content) if "default" in fields else None
    return Parameter(
        name=name,
        kind=kind,
        description={language: fields[language].text() for language in LANGUAGES},
        default=default,
    )


def _in_both(field: Field) -> Mapping[str, str]:
    fields = field.mapping(LANGUAGES, LANGUAGES)
    return {language: fields[language].text() for language in LANGUAGES}


def _check_use(path: Path, text: str, comment: int, names: set[str]) -> None:
    """Every ``$name`` is a parameter or known, every parameter is used."""
    used = set()
    for number, line in enumerate(text.splitlines()[comment:], start=comment + 1):
        for name in _VALUE.findall(line):
            used.add(name)
            if name not in names and name not in KNOWN_VALUES:
                raise VocabularyError(f"{path}:{number}: ${name} is no parameter; describe it above, or write ?{name}")
    if unused := sorted(names - used):
        raise VocabularyError(f"{path}:1: the query does not use ${unused[0]}; use it, or take it out")
