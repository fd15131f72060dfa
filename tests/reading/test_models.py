"""The pipelines find what spaCy's own parts find, by a shorter way."""

import importlib
from functools import cache
from typing import TYPE_CHECKING

import pytest

from kg.model import ArticleError
from kg.reading.models import load_model
from kg.vocabulary import load_language

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

TEXTS = {
    "fr": [
        "Le Portugal et le Maroc ont signé lundi à Lisbonne un accord de pêche que personne n'attendait.",
        "",
        "« Nous n'irons pas », a dit Maria Costa. L'armée, elle, s'est retirée de la vallée du Douro !",
        "Y a-t-il eu des otages ? Le ministère dément.",
    ],
    "en": [
        "You didn't say that it was signed; they're gonna sue, ain't they? Nothing's been paid.",
        "   ",
        "Let's go, Portugal's envoy had told y'all: I have it, but what we've got is not what there were before.",
        "Those who do so are few, since the treaty that Morocco has ratified is in force.",
    ],
}


@cache
def plain_model(language: str) -> "Language":
    """The model as it comes, but for the bounds of sentences, which are ours."""
    model: Language = importlib.import_module(load_language(language).parser).load()
    model.add_pipe("kg_sentences", before="parser")
    return model


def found(doc: "Doc") -> list[tuple[object, ...]]:
    """What the articles are read by."""
    return [
        (w.text, w.pos_, w.lemma_, str(w.morph), w.dep_, w.head.i, w.ent_type_, w.ent_iob_, w.is_sent_start)
        for w in doc
    ]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_model_finds_what_it_finds_as_it_comes(language: str) -> None:
    """Words, lemmas, features, relations, names and sentences are the same, one text at a time or several."""
    ours, plain = load_model(language), plain_model(language)
    wanted = [found(doc) for doc in plain.pipe(TEXTS[language])]
    assert [found(doc) for doc in ours.pipe(TEXTS[language])] == wanted
    assert [found(ours(text)) for text in TEXTS[language]] == wanted


@pytest.mark.parametrize("language", ["fr", "en"])
def test_batches_do_not_matter(language: str) -> None:
    """Texts are read the same whatever stands beside them in a batch."""
    model = load_model(language)
    texts = TEXTS[language] * 3
    assert [found(doc) for doc in model.pipe(texts, batch_size=5)] == [found(model(text)) for text in texts]


def test_an_unknown_language_is_refused_in_one_line() -> None:
    """The message names the languages that kg reads."""
    with pytest.raises(ArticleError, match=r"'de'.*fr, en"):
        load_model("de")


def test_a_model_is_loaded_once() -> None:
    """Loading takes seconds, so it is done once a process."""
    assert load_model("fr") is load_model("fr")
