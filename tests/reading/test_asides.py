"""An aside between an auxiliary and its participle leaves the clause whole."""

from kg.reading.parser import parse
from tests.sentences import Passage, cases, check


@cases("""
fr Le Maroc a, pour sa part, condamné l'Algérie. => ACCUSE MAR>DZA
fr L'Ouganda a, lui, rapatrié son contingent du Mali. => RETREAT UGA>MLI
fr Le président péruvien a, dans un discours, menacé le Chili. => THREATEN PER>CHL
fr L'armée rwandaise aurait, selon Reuters, envoyé des soldats au Mali. => MOBILIZE RWA>MLI reported
fr La Tunisie a, en décembre, expulsé douze diplomates grecs. => SANCTION TUN>GRC
""")
def test_the_verb_behind_an_aside_keeps_its_subject(passage: Passage, wanted: str) -> None:
    """Who acts, on whom, and who says so are found around the aside."""
    check(passage, wanted)


def test_words_and_places_are_those_of_the_text() -> None:
    """What was left out of the second parse is there again, below the participle."""
    text = "Il a plu. La Tunisie a, selon le ministre du Commerce, expulsé douze diplomates grecs, dont deux consuls."
    ((tokens, bounds, _),) = parse([(text, None)], "fr")
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    words = {t.text: t for t in tokens}
    assert tokens[words["ministre"].head].text == "expulsé"
    assert tokens[words["Tunisie"].head].text == "expulsé"
    first, last = bounds[-1]
    assert all(first <= t.head < last for t in tokens[first:last])


def test_a_clause_between_commas_is_no_aside() -> None:
    """What has a verb of its own is left as it was read."""
    ((tokens, _, _),) = parse([("Le Kenya a, dit-on, quitté l'alliance.", None)], "fr")
    assert [t.text for t in tokens if t.dep == "root"]
