"""All claims of an article: their quotes are the text's own words, whatever the text; the same every time."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.claims import find_claims
from kg.model import ROLES, Article, ArticleInfo, Claim
from kg.reading import read_many
from tests.sentences import Passage, claims, named, shown

ODD = [
    "L’Inde\u00a0a attaqué le\u202fPakistan le 3\u2009mars\u00a02024, a annoncé Pékin.",
    "Re\u0301publique d'Indone\u0301sie\u00a0: l'Indone\u0301sie a condamne\u0301 le Bre\u0301sil.",
    "La Norvège a attaqué la Suède.\r\n\r\nLe Danemark a condamné\r\nla Norvège.",
    "😀😀 La Norvège a attaqué la Suède 😀. 🇳🇴 Le Danemark a condamné la Norvège.",
    "שלום La Norvège a attaqué la Suède. سلام Le Danemark a condamné la Norvège.",
    "\ufeffLa Norvège a attaqué la Suède.\n\n\n\n\t\n Le Danemark a condamné la Norvège.   ",
    "LA NORVÈGE A ATTAQUÉ LA SUÈDE. «La Norvège a attaqué la Suède», a dit Oslo (Norvège).",
    "La Norvège a attaqué la Suède" + ", le Danemark" * 300 + " et la Finlande.",
    "La Norvège a attaqué la Suède. " * 200,
    "La Norvège a attaqué\n\n\nla Suède .La Norvège a attaqué la Suède.Le Danemark, lui, a condamné la Norvège",
]
PASSAGES = [named(Passage(text, language)) for text in ODD for language in ("fr", "en")]


def _check(claim: Claim, article: Article) -> None:
    assert claim.evidence.quote == article.text[claim.evidence.start : claim.evidence.end]
    assert claim.evidence.quote.strip() == claim.evidence.quote != ""
    assert set(claim.roles) <= set(ROLES[claim.kind])
    assert all(claim.roles.values()), "a role that is open is absent"
    assert 0 < claim.confidence <= 1
    assert claim.article == article.info
    assert Claim.from_json(json.loads(json.dumps(claim.to_json()))) == claim


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: f"{passage.language} {passage.text[:20]!r}")
def test_a_quote_is_the_text_at_its_offsets(passage: Passage) -> None:
    """To the code point, past no-break and thin spaces, combining accents, emoji, and in either direction."""
    for claim in claims(passage):
        _check(claim, passage.article)


@pytest.mark.parametrize(
    "passage", [p for p in PASSAGES if p.language == "fr" and "Norvège a attaqué la Suède" in p.text]
)
def test_odd_surroundings_do_not_hide_what_is_said(passage: Passage) -> None:
    """That Norway attacked is found beside emoji, other scripts, byte order marks and lists."""
    found = [c for c in claims(passage) if c.type == "ASSAULT" and [e.iso3 for e in c.filling("actor")] == ["NOR"]]
    assert found, shown(passage)


def test_claims_come_in_the_order_of_the_text_and_once() -> None:
    """Sorted by where they stand; no two are the same."""
    for passage in PASSAGES:
        starts = [c.evidence.start for c in claims(passage)]
        assert starts == sorted(starts)
        assert len({c.id for c in claims(passage)}) == len(claims(passage))


def test_a_sentence_that_stands_twice_is_two_passages() -> None:
    """Each has its own evidence."""
    passage = named(Passage("La Norvège a attaqué la Suède. Il pleut. La Norvège a attaqué la Suède."))
    found = [c.evidence.start for c in claims(passage) if c.type == "ASSAULT"]
    assert len(found) == 2
    assert found[0] < passage.text.index("Il pleut") < found[1]


_ACTORS = ["la Chine", "l'Inde", "China", "India", "Vladimir Poutine", "président", "president", "3 000 soldats"]
_ACTS = [
    "a attaqué",
    "attacked",
    "a signé",
    "un traité",
    "signed a treaty",
    "said",
    "a déclaré",
    "va",
    "le 3 mars 2024",
]
_LINKS = [
    "avec",
    "with",
    "et",
    "and",
    "selon",
    "according to",
    "que",
    "that",
    "si",
    "if",
    "ne",
    "pas",
    "not",
    "qui",
    "par",
]
_SIGNS = [",", ".", "?", "«", "»", "(", ")", "\n\n", "\r\n", "\u00a0", "e\u0301", "😀"]
_WORDS = st.sampled_from([*_ACTORS, *_ACTS, *_LINKS, *_SIGNS])
_TEXTS = st.lists(_WORDS, max_size=40).map(" ".join) | st.text(max_size=80)


@given(st.lists(_TEXTS, max_size=12), st.sampled_from(["fr", "en"]))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_gives_sound_claims_and_the_same_twice(texts: list[str], language: str) -> None:
    """No text raises; each quote is exact; a claim survives JSON; reading again changes nothing."""
    articles = [
        Article(info=ArticleInfo(id=str(i), language=language, published=date(2025, 6, 19)), text=text)
        for i, text in enumerate(texts)
    ]
    found = [(article, find_claims(article, reading)) for article, reading in read_many(articles)]
    for article, said in found:
        for claim in said:
            _check(claim, article)
    assert [(article, find_claims(article, reading)) for article, reading in read_many(articles)] == found


def test_an_article_without_text_says_nothing() -> None:
    """Neither an empty text nor white space."""
    assert claims(named(Passage(""))) == claims(named(Passage(" \n\n "))) == ()
