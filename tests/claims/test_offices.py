"""Who holds which office: a claim where the text names holder and state."""

from tests.sentences import Passage, claims, named


def _offices(text: str, language: str = "fr") -> list[tuple[str, str, str | None, str | None]]:
    return [
        (c.filling("holder")[0].label.split()[-1], c.filling("of")[0].iso3 or "", c.office, c.standing)
        for c in claims(Passage(text, language))
        if c.kind == "office"
    ]


LULA = named(Passage("Le président brésilien Luiz Inácio Lula da Silva a reçu la délégation."))
TWICE = named(Passage("Ghanaian President John Mahama spoke. President John Mahama then left Ghana.", "en"))
FORMER = named(Passage("L'ancien Premier ministre britannique Boris Johnson a écrit un livre."))
BARE = named(Passage("Le président a reçu la délégation. The minister left."))


def test_holder_and_state() -> None:
    """The office is the canonical English title; its holder holds it now unless the text says otherwise."""
    assert _offices(LULA.text) == [("Silva", "BRA", "president", "current")]


def test_an_office_is_claimed_once() -> None:
    """However often the text repeats it."""
    assert _offices(TWICE.text, "en") == [("Mahama", "GHA", "president", "current")]


def test_a_former_holder() -> None:
    """« l'ancien Premier ministre » held it once."""
    assert _offices(FORMER.text) == [("Johnson", "GBR", "prime minister", "former")]


def test_a_title_without_a_name_is_no_claim() -> None:
    """Nobody is guessed."""
    assert _offices(BARE.text) == []


def test_the_quote_holds_title_and_name() -> None:
    """Evidence spans both."""
    (office,) = [c for c in claims(LULA) if c.kind == "office"]
    assert "président brésilien Luiz Inácio Lula da Silva" in office.evidence.quote
