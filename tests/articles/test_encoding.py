"""Bytes into text."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.articles.encoding import decode
from kg.model import ArticleError


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_utf8_and_utf16_are_exact(text: str) -> None:
    """Every character is kept; of marks at the start one is dropped."""
    assert decode(text.encode()) == text.removeprefix("\ufeff")
    assert decode(text.encode("utf-16")) == text


@given(st.binary())
def test_any_bytes_are_text_or_an_article_error(data: bytes) -> None:
    """Nothing else is raised, and what comes out holds no lone surrogate."""
    with contextlib.suppress(ArticleError):
        decode(data).encode()


@pytest.mark.parametrize("text", ["L’été à Noël : « œuvre » – 50 €", "a naïve façade costs £3"])
def test_western_text_is_read(text: str) -> None:
    """French and English from before UTF-8."""
    assert decode(text.encode("cp1252")) == text


def test_a_wrong_declaration() -> None:
    """An encoding that does not fit, or that is none, is passed over."""
    for declared in ("shift_jis", "rot13", "no such", "utf-8"):
        assert decode(b"L'\xe9t\xe9 dernier", declared=declared) == "L'été dernier"


def test_declared_encoding() -> None:
    """What a page declares is believed where the bytes are no UTF-8."""
    assert decode("Москва".encode("windows-1251"), declared="Windows-1251") == "Москва"
    assert decode("Москва".encode(), declared="windows-1251") == "Москва"


@pytest.mark.parametrize(
    ("data", "says"),
    [
        ("Москва объявила".encode("windows-1251"), "neither UTF-8"),
        ("déjà vu à Noël été".encode()[:-1] + b" \xc3", "neither UTF-8"),
        (b"a\x00b", "NUL"),
        ("plain".encode("utf-16-le"), "NUL"),
        (b"\xff\xfea", "UTF-16"),
        (b"\xef\xbb\xbf\xff", "UTF-8"),
        (bytes(range(256)), "binary"),
    ],
)
def test_wrong_encodings_say_what_to_do(data: bytes, says: str) -> None:
    """The reason names what is wrong, and UTF-8 as the remedy."""
    with pytest.raises(ArticleError, match=says) as caught:
        decode(data)
    assert "UTF-8" in str(caught.value)
