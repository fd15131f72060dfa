"""YAML whose values know their lines."""

import string
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kg.model import VocabularyError
from kg.vocabulary.document import Field, parse_document, read_document

FILE = Path("words.yaml")
WORDS = st.text(string.ascii_letters + "éèç", min_size=1, max_size=8).filter(lambda word: word.lower() != "null")
VALUES = st.recursive(
    WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def plain(field: Field) -> object:
    if isinstance(field.content, list):
        return [plain(item) for item in field.content]
    if isinstance(field.content, dict):
        return {key: plain(value) for key, value in field.content.items()}
    return field.content


@given(VALUES)
def test_reads_what_yaml_wrote(value: object) -> None:
    """A document of words, lists and mappings comes back as it was written."""
    text = yaml.safe_dump(value, allow_unicode=True)
    assert plain(parse_document(text, FILE)) == value


@pytest.mark.parametrize("word", ["on", "NO", "yes", "off", "y", "1.10"])
def test_scalars_stay_words(word: str) -> None:
    """Prepositions and country codes are no truth values, numbers keep their digits."""
    assert parse_document(f"[{word}]", FILE).texts() == (word,)


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: [x\nc: 2\n", 3, "not valid YAML"),
        ("a: 1\na: 2\n", 2, "stands twice"),
        ("a: &x 1\nb: *x\n", 1, "tags and anchors"),
        ("a: !!str 1\n", 1, "tags and anchors"),
        ("", 1, "empty"),
        ("a: 1\n---\nb: 2\n", 2, "second document"),
    ],
)
def test_errors_name_file_and_line(text: str, line: int, says: str) -> None:
    """What is wrong is said with the file's name and the line."""
    with pytest.raises(VocabularyError, match=says) as caught:
        parse_document(text, FILE)
    assert str(caught.value).startswith(f"words.yaml:{line}: ")


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    """A file in another encoding gives one clear line."""
    path = tmp_path / "words.yaml"
    path.write_bytes("é".encode("latin-1"))
    with pytest.raises(VocabularyError, match="not UTF-8"):
        read_document(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    """A missing file gives one clear line."""
    with pytest.raises(VocabularyError, match="cannot be read"):
        read_document(tmp_path / "none.yaml")
