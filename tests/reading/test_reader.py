"""An article's reading: whole, the same every time, and right wherever the text is odd."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.model import Article, ArticleInfo, Reading
from kg.reading import read, read_many
from tests.sentences import Passage, mentions, named, reading


def _article(text: str, language: str = "fr") -> Article:
    return Article(info=ArticleInfo(id="one", language=language, published=date(2025, 6, 19)), text=text)


def _check(found: Reading, text: str) -> None:
    """All spans lie within the tokens, and the tokens in the text."""
    count = len(found.tokens)
    for index, token in enumerate(found.tokens):
        assert token.index == index
        assert 0 <= token.head < count
        assert 0 <= token.start < token.end <= len(text)
    for mention in (*found.mentions, *found.offices, *found.quantities):
        assert 0 <= mention.first < mention.last <= count
        assert 0 <= mention.head < count
    for time in found.times:
        assert 0 <= time.first < time.last <= count
    at = 0
    for sentence in found.sentences:
        assert sentence.first == at < sentence.last
        at = sentence.last
    assert at == count


_PIECES = st.sampled_from(
    [
        "La",
        "Chine",
        "a attaqué",
        "le Japon",
        "L'",
        ".",
        ",",
        "!",
        "?",
        "«",
        "»",
        "(",
        ")",
        ":",
        ";",
        "-",
        "3 000",
        "juin 2024",
        "\n\n",
        "\r\n",
        "\xa0",
        "\u202f",
        "\u2028",
        "é",
        "😀",
        "שלום",
    ]
)
_TEXTS = st.lists(_PIECES, max_size=30).map(" ".join) | st.text(max_size=60)


@given(st.lists(_TEXTS, max_size=12), st.sampled_from(["fr", "en"]))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_can_be_read(texts: list[str], language: str) -> None:
    """No text raises; every index is valid; the second reading is the first."""
    articles = [_article(text, language) for text in texts]
    found = [*read_many(articles)]
    for article, one in found:
        _check(one, article.text)
    assert [*read_many(articles)] == found


def test_articles_come_back_in_order_with_their_readings() -> None:
    """Whatever the order of languages, and also where an article is empty."""
    articles = [
        _article("La Chine a voté."),
        _article("", "en"),
        _article("China voted.", "en"),
        _article(" \n "),
        _article("Le Japon a voté."),
    ]
    found = [*read_many(articles)]
    assert [article for article, _ in found] == articles
    assert [len(r.tokens) for _, r in found] == [5, 0, 3, 0, 5]
    assert [r.language for _, r in found] == ["fr", "en", "en", "fr", "fr"]


def test_reading_many_is_reading_each() -> None:
    """The neighbours of an article make no difference to it."""
    articles = [_article("La Chine a attaqué le Japon."), _article("Elle a voté. Les deux pays se taisent.")]
    assert [found for _, found in read_many(articles)] == [read(article) for article in articles]


HEADING = named(Passage("Corée\n\nDu Nord vient le vent. Actualités\nPyongyang a réagi."))


def test_no_name_spans_two_paragraphs() -> None:
    """A heading and the line below are no Corée du Nord."""
    assert "PRK" not in {code for head, code in mentions(HEADING) if head == "Corée"}


def test_paragraphs_are_counted() -> None:
    """Each sentence knows the paragraph it stands in."""
    passage = named(Passage("Un. Deux.\n\nTrois."))
    assert [s.paragraph for s in reading(passage).sentences] == [0, 0, 1]


LONG = _article("La Chine, " * 2_500 + "et le Japon ont voté.")


def test_thousands_of_names_in_one_sentence() -> None:
    """A line longer than any prose is read in parts, and all the names in it are found."""
    found = read(LONG)
    _check(found, LONG.text)
    assert sum(1 for m in found.mentions if m.entity.iso3 == "CHN") >= 2_498
