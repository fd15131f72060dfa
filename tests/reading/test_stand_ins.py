"""Finite forms that the taggers seldom met are read as the verbs they are."""

import pytest

from kg.reading.parser import parse


def _verbs(text: str, language: str) -> dict[str, str]:
    """The lemma of each verb of the text, by its form."""
    ((tokens, _, _),) = parse([(text, None)], language)
    return {token.text: token.lemma for token in tokens if token.pos == "VERB"}


@pytest.mark.parametrize(
    ("text", "form", "lemma"),
    [
        ("Le gouvernement kényan confisque les avoirs somaliens.", "confisque", "confisquer"),
        ("Le Pérou et le Chili paraphent à Lima une convention.", "paraphent", "parapher"),
        ("Les pêcheurs marocains affrétaient un cargo.", "affrétaient", "affréter"),
        ("La marine grecque approvisionne l'île depuis mardi.", "approvisionne", "approvisionner"),
        ("Nairobi alerte ses voisins.", "alerte", "alerter"),
        ("Oslo compte envoyer un navire de guerre au large du Guyana.", "compte", "compter"),
    ],
)
def test_a_rare_french_form_is_a_verb(text: str, form: str, lemma: str) -> None:
    """Present and imperfect forms that no noun or adjective has, and nouns that must be the sentence's verb."""
    assert _verbs(text, "fr").get(form) == lemma


def test_a_rare_english_form_is_a_verb() -> None:
    """A form that looks like a plural is the verb of a sentence that has no other."""
    assert _verbs("Nairobi nullifies the Somali election.", "en").get("nullifies") == "nullify"
    assert _verbs("The Kenyan government airlifts the wounded.", "en").get("airlifts") == "airlift"
    assert _verbs("Kenyan trucks have resupplied the garrison.", "en").get("resupplied") == "resupply"


def test_a_noun_stays_a_noun() -> None:
    """After an article or a preposition, or in a sentence that has its verb, a noun is what it looks like."""
    assert "contrôle" not in _verbs("Le contrôle des frontières a repris mardi au Kenya.", "fr")
    assert "alerte" not in _verbs("Le Kenya a lancé une alerte.", "fr")
    assert "rockets" not in _verbs("Kenya bought Somali rockets.", "en")


def test_offsets_and_words_are_those_of_the_text() -> None:
    """What is read a second time keeps the text's own words and places."""
    text = "Dans la nuit, un cargo est parti. Le Kenya et la Somalie paraphent à Djibouti une convention."
    ((tokens, bounds, _),) = parse([(text, None)], "fr")
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    assert "paraphent" in [t.text for t in tokens]
    assert bounds[-1][1] == len(tokens)
    first, last = bounds[-1]
    assert all(first <= t.head < last for t in tokens[first:last])


def test_a_past_form_is_no_verb_that_it_begins() -> None:
    """Only where infinitives end in -r may a letter be missing: "broke" is not of "broker"."""
    assert _verbs("Niger broke with Peru.", "en").get("broke") == "break"
