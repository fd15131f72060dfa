"""Which language a text is in."""

import pytest

from kg.articles.language import find_language, primary_language
from kg.model import ArticleError
from tests.articles.conftest import ENGLISH, FRENCH, read_bytes


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (FRENCH, "fr"),
        (ENGLISH, "en"),
        ("Russia attacked Ukraine.", "en"),
        ("Putin met Kim Jong Un in Pyongyang.", "en"),
        ("Vladimir Poutine a rencontré Kim Jong Un à Pyongyang.", "fr"),
        ("PUTIN MEETS KIM IN PYONGYANG", "en"),
        ("Guerre en Ukraine", "fr"),
        ("Rusia y Corea del Norte firmaron en junio un tratado de asociación estratégica integral.", "es"),
        ("Russland und Nordkorea haben im Juni einen Vertrag über eine Partnerschaft unterzeichnet.", "de"),
        ("La Russia e la Corea del Nord hanno firmato a giugno un trattato di partenariato.", "it"),
        ("A Rússia e a Coreia do Norte assinaram em junho um tratado de parceria estratégica.", "pt"),
        ("Rusland en Noord-Korea hebben in juni een verdrag over een partnerschap ondertekend.", "nl"),
        ("Россия и Северная Корея подписали договор о партнёрстве.", "ru"),
        ("러시아와 북한은 조약을 체결했다.", "ko"),
    ],
)
def test_languages(text: str, language: str) -> None:
    """French and English even in a short sentence; others by their own name."""
    assert find_language(text) == language


def test_quotes_in_another_script_do_not_change_it() -> None:
    """A French article with a line of Korean is French."""
    assert find_language(FRENCH + "러시아와 북한은 조약을 체결했다.\n" + FRENCH) == "fr"


def test_unread_languages_are_refused() -> None:
    """The reason names the language and those that kg reads."""
    (unread,) = read_bytes("Die Minister beider Länder haben sich am Dienstag getroffen.".encode())
    assert str(unread) == "standard input: language 'de' is not read; kg reads fr, en"
    (unread,) = read_bytes(b'{"text": "They met in Oslo.", "language": "es"}')
    assert str(unread) == "standard input:1: language 'es' is not read; kg reads fr, en"


def test_what_is_given_is_believed() -> None:
    """A language given by the user or the record goes before what the text looks like."""
    (article,) = read_bytes(b"Moscow, Kyiv, Pyongyang", language="fr-FR")
    assert article.language == "fr"  # type: ignore[union-attr]


def test_no_letters() -> None:
    """A text without words has no language."""
    with pytest.raises(ArticleError, match="--language"):
        find_language("12345 !!! 2024")


def test_hint() -> None:
    """What a page declares decides between the languages that kg reads, for a short text only."""
    assert find_language("Sanctions", hint="en") == "en"
    assert find_language("Sanctions", hint="fr") == "fr"
    assert find_language(FRENCH, hint="en") == "fr"


def test_primary_language() -> None:
    """Tags, names and codes of three letters."""
    assert [primary_language(tag) for tag in ("fr_FR", "eng", "Français", "und", None, "DE-at")] == [
        "fr",
        "en",
        "fr",
        None,
        None,
        "de",
    ]
