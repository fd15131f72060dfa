"""spaCy's words as plain tokens: exact offsets, sentences bounded by punctuation, lemmas and tenses set right."""

import pytest

from kg.reading.models import load_model
from kg.reading.parser import parse
from tests.sentences import Passage, named, reading, rows, words

SENTENCES = """
fr M. Dupont est venu. Il a parlé. => 2
fr Le président a parlé ! Qui l'a écouté ? Personne. => 3
fr « Nous sommes prêts. » Le ministre est reparti. => 2
en The U.S. troops left. Nobody stayed. => 2
en "We are ready." The minister left. => 2
fr L'accord prévoit 3,5 milliards d'euros pour l'Inde. => 1
"""

LEMMAS = """
fr Il demande une réponse. => demande=demander
fr Les troupes avancent et menacent la ville. => avancent=avancer menacent=menacer
en They hoped for peace. => hoped=hope
en The troops attacked and withdrew. => attacked=attack withdrew=withdraw
fr La visite du ministre aux soldats. => du=de aux=à
fr L’armée d’Haïti s’est retirée. => d’=de
"""

TENSES = """
fr Les deux ministres signeront un traité. => signeront=Tense=Fut
fr La France livrera des avions. => livrera=Tense=Fut
fr La France livrerait des avions. => livrerait=Mood=Cnd
fr La France livra des avions. => livra=-
"""


@pytest.mark.parametrize(("passage", "count"), rows(SENTENCES))
def test_sentences_end_at_punctuation(passage: Passage, count: str) -> None:
    """Neither titles, acronyms nor decimals end one; a closing quotation mark belongs to what it closes."""
    found = reading(passage).sentences
    assert len(found) == int(count), [words(passage, s.first, s.last) for s in found]


@pytest.mark.parametrize(("passage", "wanted"), rows(LEMMAS))
def test_lemmas(passage: Passage, wanted: str) -> None:
    """Verbs have their infinitive, contracted prepositions the plain one."""
    lemmas = {token.text: token.lemma for token in reading(passage).tokens}
    for one in wanted.split():
        word, _, lemma = one.partition("=")
        assert lemmas[word] == lemma


@pytest.mark.parametrize(("passage", "wanted"), rows(TENSES))
def test_future_and_conditional_follow_from_the_ending(passage: Passage, wanted: str) -> None:
    """An ending on the whole infinitive gives them for certain; a past that only looks alike has neither."""
    word, _, feature = wanted.partition("=")
    morph = next(token.morph for token in reading(passage).tokens if token.text == word)
    if feature == "-":
        assert "Fut" not in morph
        assert "Cnd" not in morph
    else:
        assert feature in morph


BLANK = " \n\r\t\u00a0\u202f\u2009\u2028😀🇫🇷"
ODD = [
    "",
    " \n\n \t ",
    "L'Inde\u00a0a signé\u202f: « oui »\u2009!",
    "Une ligne\r\nbrisée\tet une\u2028autre.",
    "Cafe\u0301 et 😀 à Paris 🇫🇷.",
]


@pytest.mark.parametrize("text", ODD)
def test_tokens_are_the_text_without_its_white_space(text: str) -> None:
    """Offsets are exact, rise, and leave out nothing but white space and pictographs."""
    ((tokens, bounds, context),) = parse([(text, "beside")], "fr")
    at = 0
    for token in tokens:
        assert not text[at : token.start].strip(BLANK)
        assert token.end == token.start + len(token.text)
        at = token.end
    assert not text[at:].strip(BLANK)
    assert [first for first, _ in bounds[1:]] == [last for _, last in bounds[:-1]]
    assert context == "beside"


def test_a_root_is_its_own_head() -> None:
    """In each sentence one word at least hangs on none; every head is a word of the same paragraph."""
    passage = named(Passage("La Chine a parlé. L'Inde a répondu.\n\nLe Népal s'est tu."))
    tokens = reading(passage).tokens
    assert all(tokens[token.head].index == token.head for token in tokens)
    assert all((token.dep == "root") == (token.head == token.index) for token in tokens)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_forgetting_rare_words_changes_nothing(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many words are remembered, a text is read the same, and a word that is forgotten leaves no trace."""
    texts = [("Zorvaldine Kumbrequet a signé.", 0), ("Zorvaldine Kumbrequet signed it.", 1)]
    monkeypatch.setattr("kg.reading.parser.WORDS_KEPT", 0)
    forgetting = list(parse(texts, language))
    assert "Zorvaldine" not in load_model(language).vocab.strings
    monkeypatch.undo()
    assert forgetting == list(parse(texts, language))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_two_texts_can_be_read_in_turns(language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A text of which only a part was asked for does not keep the next one from being read."""
    monkeypatch.setattr("kg.reading.parser.WORDS_KEPT", 0)
    texts = [("One.", 0), ("Two.", 1)]
    first, second = parse(texts, language), parse(texts, language)
    assert [next(first), next(second), next(first), next(second)] == [a for a in parse(texts, language) for _ in "ab"]
