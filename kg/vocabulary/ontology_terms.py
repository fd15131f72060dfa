"""The classes and properties of ``ontology/kg.ttl`` by name, for who writes queries."""

import re
from collections.abc import Mapping
from functools import cache

from kg.model import LANGUAGES
from kg.vocabulary.paths import ontology_path

_TERM = re.compile(r"^kg:(\w+) a owl:(?:Class|ObjectProperty|DatatypeProperty)\b(.*?)\.$", re.MULTILINE | re.DOTALL)
_LABELS = re.compile(r"rdfs:label ((?:\"[^\"]*\"@\w+(?:, )?)+)")
_LABEL = re.compile(r'"([^"]*)"@(\w+)')


@cache
def ontology_terms() -> Mapping[str, Mapping[str, str]]:
    """The label of each class and property by language, by its name with the prefix ``kg:``, in order of the file."""
    text = (ontology_path() / "kg.ttl").read_text("utf-8")
    found = {}
    for name, body in _TERM.findall(text):
        labels = _LABELS.search(body)
        known = {language: label for label, language in _LABEL.findall(labels[1])} if labels else {}
        found[f"kg:{name}"] = {language: known.get(language, name) for language in LANGUAGES}
    return found
