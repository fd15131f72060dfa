"""Names are found whatever their case, accents and signs; the longest at each place, none inside a word."""

from hypothesis import given
from hypothesis import strategies as st

from kg.reading.names import NameMatcher, fold, singular, words_of

MATCHER = NameMatcher(
    [("Guinée", "GIN"), ("Guinée-Bissau", "GNB"), ("Corée du Nord", "PRK"), ("Côte d'Ivoire", "CIV"), ("U.S.", "USA")]
)


def _found(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], sense) for m in MATCHER.find(text) for sense in m.senses]


def test_the_longest_name_wins() -> None:
    """Guinée-Bissau is no Guinée."""
    assert _found("La Guinée-Bissau et la Guinée.") == [("Guinée-Bissau", "GNB"), ("Guinée", "GIN")]


def test_case_accents_and_apostrophes_do_not_matter() -> None:
    """A name in capitals, without accents, with a typographic apostrophe or a hyphen is the same."""
    assert [sense for _, sense in _found("GUINEE, Cote d’Ivoire, Corée-du-Nord, corée du nord")] == [
        "GIN",
        "CIV",
        "PRK",
        "PRK",
    ]


def test_an_accent_may_be_a_combining_character() -> None:
    """A decomposed é is an é, and the offsets count both of its code points."""
    text = "La Guine\u0301e a voté."
    assert _found(text) == [("Guine\u0301e", "GIN")]


def test_no_name_inside_a_word_or_over_a_full_stop() -> None:
    """« Guinéens » holds no Guinée; two sentences make no name."""
    assert _found("Les Guinéens. Une Corée. Du Nord vient le froid.") == []


def test_spaces_of_every_width_part_the_words_of_a_name() -> None:
    """A line break, a no-break space or a thin one inside a name."""
    for space in ("\n", "\u00a0", "\u202f", "\u2009", "  "):
        assert [sense for _, sense in _found(f"en Corée{space}du{space}Nord.")] == ["PRK"]


def test_dotted_acronyms() -> None:
    """ "U.S." and "US" are one name, and a full stop after it is none of its own."""
    assert [sense for _, sense in _found("The U.S. and the US")] == ["USA", "USA"]


def test_a_sense_that_does_not_fit_gives_way_to_a_shorter_name() -> None:
    """Where ``fits`` turns the longest down, the next is tried."""
    matches = MATCHER.find("Guinée-Bissau", fits=lambda sense, start, end: sense != "GNB")
    assert [m.senses for m in matches] == [("GIN",)]


def test_one_name_may_have_two_senses() -> None:
    """Both are given: the context decides later."""
    matcher = NameMatcher([("Géorgie", "GEO"), ("Georgie", "US-GA")])
    assert [m.senses for m in matcher.find("En Géorgie")] == [("GEO", "US-GA")]


def test_a_key_makes_forms_one() -> None:
    """With a key a plural finds the singular."""
    matcher = NameMatcher([("traité de paix", "peace treaty")], key=singular)
    assert [m.senses for m in matcher.find("Les traités de paix")] == [("peace treaty",)]


@given(st.text(max_size=80))
def test_words_have_true_offsets(text: str) -> None:
    """Each word is the folded text of its offsets; they rise."""
    at = 0
    for word, start, end in words_of(text):
        assert at <= start < end <= len(text)
        assert word in (fold(text[start:end]), text[start:end].replace(".", "").lower())
        at = end


@given(st.text(max_size=200))
def test_matches_never_overlap(text: str) -> None:
    """Whatever the text, matches stand one after the other."""
    at = 0
    for match in MATCHER.find(text + " Guinée-Bissau Guinée"):
        assert at <= match.start < match.end
        at = match.end


def test_many_names_in_one_sentence_take_no_more_than_linear_time() -> None:
    """Ten thousand names are all found."""
    assert sum(1 for _ in MATCHER.find("Guinée, " * 10_000)) == 10_000
