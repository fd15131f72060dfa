"""Explanations: the same claims, each with the words and the rule behind it, and why other words gave none."""

import json

import pytest

from kg.claims import explain
from kg.model import Evidence, Explanation, Grounds
from kg.vocabulary import ontology_path
from tests.sentences import Passage, claims, named, reading

TOLD = named(Passage("Le Pérou aurait livré 300 camions au Chili le 3 mars 2025, selon l'agence EFE.", "fr"))
SOLD = named(Passage("Kenya and Ghana signed a trade agreement in Accra on 5 May 2025.", "en"))
ASKED = named(Passage("Le Pérou va-t-il attaquer le Chili ?", "fr"))
NOBODY = named(Passage("They attacked at dawn.", "en"))
PLAIN = named(Passage("Norway did not attack Sweden. It rained. Norway attacked Finland.", "en"))
STORM = named(Passage("La tempête a frappé le Japon.", "fr"))
LED = named(Passage("La Norvège a mené une attaque contre la Suède.", "fr"))
IDLE = named(Passage("Norway photosynthesised Sweden.", "en"))
ALL = [TOLD, SOLD, ASKED, NOBODY, PLAIN, STORM, LED, IDLE]


def explained(passage: Passage) -> Explanation:
    return explain(passage.article, reading(passage))


def every(passage: Passage) -> list[Grounds]:
    return [one for sentence in explained(passage).sentences for one in sentence.grounds]


def claimed(passage: Passage, type: str) -> Grounds:
    (found,) = [one for one in every(passage) if one.claim and one.claim.type == type]
    return found


def missed(passage: Passage, type: str) -> Grounds:
    (found,) = [one for one in every(passage) if not one.claim and one.rule.type == type]
    return found


def quotes(passages: "tuple[Evidence, ...]") -> list[str]:
    return [one.quote for one in passages]


@pytest.mark.parametrize("passage", ALL, ids=lambda passage: passage.text[:30])
def test_the_claims_are_those_that_are_found(passage: Passage) -> None:
    """To look at how a text is read does not change what is read; every claim is there, once."""
    found = sorted(explained(passage).claims, key=lambda claim: claim.id)
    assert found == sorted(claims(passage), key=lambda claim: claim.id)
    assert [c.to_json() for c in found] == [c.to_json() for c in sorted(claims(passage), key=lambda c: c.id)]


@pytest.mark.parametrize("passage", ALL, ids=lambda passage: passage.text[:30])
def test_all_that_is_quoted_stands_in_the_article(passage: Passage) -> None:
    """To the character; and each finding is a claim or has a reason, not both."""
    for sentence in explained(passage).sentences:
        sentence.words.check(passage.article)
        for one in (*sentence.names, *sentence.titles, *sentence.times, *sentence.figures, *sentence.idle):
            one.words.check(passage.article)
            assert sentence.words.start <= one.words.start < one.words.end <= sentence.words.end
        for grounds in sentence.grounds:
            assert (grounds.claim is None) == (grounds.reason is not None)
            parts = [filling.words for filling in grounds.fillings] + [cue.words for cue in grounds.cues]
            for words in [*grounds.words, grounds.time, *grounds.figures, *parts]:
                if words is not None:
                    words.check(passage.article)


def test_each_sentence_has_its_own() -> None:
    """Sentences come in the order of the text, and each claim stands with the sentence that says it."""
    sentences = explained(PLAIN).sentences
    assert [s.words.quote for s in sentences] == [
        "Norway did not attack Sweden.",
        "It rained.",
        "Norway attacked Finland.",
    ]
    assert [[g.claim.modality for g in s.grounds if g.claim] for s in sentences] == [["denied"], [], ["asserted"]]


def test_roles_have_the_words_that_fill_them() -> None:
    """Who does what to whom, and by which words."""
    roles = {(f.role, f.entity.iso3): f.words.quote for f in claimed(TOLD, "AID").fillings if f.words}
    assert roles["actor", "PER"].endswith("Pérou")
    assert roles["target", "CHL"].endswith("Chili")


@pytest.mark.parametrize("passage", ALL, ids=lambda passage: passage.text[:30])
def test_the_roles_of_a_claim_are_all_explained(passage: Passage) -> None:
    """Each entity of each role, in the claim's order, and no other."""
    for grounds in every(passage):
        if grounds.claim:
            told = [(filling.role, filling.entity.id) for filling in grounds.fillings]
            assert told == [(role, entity.id) for role, found in grounds.claim.roles.items() for entity in found]


def test_the_date_and_the_figures_have_their_words() -> None:
    """As the text writes them, and what they mean."""
    grounds = claimed(TOLD, "AID")
    assert grounds.time is not None
    assert grounds.time.quote == "3 mars 2025"
    assert quotes(grounds.figures) == ["300 camions"]
    (sentence,) = explained(TOLD).sentences
    assert [str(dating.span.start) for dating in sentence.times] == ["2025-03-03"]
    assert [figure.quantity.min for figure in sentence.figures] == [300]


def test_the_cue_of_the_modality_is_named() -> None:
    """The conditional makes it hearsay, a negation denies it, « selon » names who says so."""
    cues = {cue.kind: cue for cue in claimed(TOLD, "AID").cues}
    assert (cues["mood"].words.quote, cues["mood"].modality) == ("aurait", "reported")
    assert cues["source"].words.quote.startswith("selon")
    denied = next(g for g in every(PLAIN) if g.claim and g.claim.modality == "denied")
    assert [(c.words.quote, c.kind, c.modality) for c in denied.cues] == [("not", "negation", "denied")]


def test_the_rule_says_where_it_stands() -> None:
    """The line of the file that is named holds the entry."""
    grounds = claimed(TOLD, "AID")
    assert grounds.claim is not None
    assert grounds.rule.id == grounds.claim.rule
    path, _, line = grounds.rule.source.rpartition(":")
    assert path == "ontology/lexicon/events/AID.yaml"
    lines = (ontology_path().parent / path).read_text("utf-8").splitlines()
    assert "livrer" in lines[int(line) - 1]


def test_an_agreement_has_its_parties_and_its_noun() -> None:
    """The words of the act and of the agreement, and who its parties are."""
    grounds = next(g for g in every(SOLD) if g.claim and g.claim.kind == "agreement")
    assert "".join(quotes(grounds.words)).replace(" ", "") == "signedtradeagreement"
    assert {f.words.quote for f in grounds.fillings if f.words and f.role == "party"} == {"Kenya", "Ghana"}
    assert grounds.rule.source.startswith("ontology/lexicon/stages.yaml:")


def test_a_question_gives_its_reason() -> None:
    """What is only asked is no claim; the question mark says so."""
    grounds = missed(ASKED, "ASSAULT")
    assert grounds.reason == "hypothetical"
    assert "?" in [cue.words.quote for cue in grounds.cues]


def test_an_open_role_gives_its_reason() -> None:
    """Nobody knows who attacked whom."""
    assert missed(NOBODY, "ASSAULT").reason == "no roles"


def test_words_of_a_longer_entry_name_it() -> None:
    """The « attaque » of « mener une attaque » fires no more alone, and one sees which entry took it."""
    taken = missed(LED, "ASSAULT")
    assert taken.reason == "part"
    assert taken.other is not None
    assert taken.other.id == claimed(LED, "ASSAULT").rule.id


def test_a_false_friend_is_named() -> None:
    """A storm that strikes is no assault: the entry that says so is given with its line."""
    friend = [one for one in every(STORM) if one.reason == "false friend"]
    assert [(one.rule.type, one.other is not None and one.other.id.split(":")[1]) for one in friend] == [
        ("ASSAULT", "not")
    ]


def test_a_verb_without_entry_is_told() -> None:
    """What the lexicon does not know is what a contributor looks for."""
    (sentence,) = explained(IDLE).sentences
    assert [(one.lemma[:5], one.rules) for one in sentence.idle] == [("photo", ())]


def test_an_explanation_is_json() -> None:
    """Its claims are those of the contract, its passages have offsets."""
    value = json.loads(json.dumps(explained(TOLD).to_json()))
    assert value["article"]["language"] == "fr"
    (sentence,) = value["sentences"]
    assert sentence["quote"] == TOLD.text
    assert [one["claim"]["type"] for one in sentence["claims"]] == ["AID"]
    assert all({"rule", "reason", "words"} <= set(one) for one in sentence["unread"])


def test_an_empty_text_has_nothing_to_explain() -> None:
    """No sentence, no claim."""
    empty = Passage(" \n ", "en")
    assert explained(empty).sentences == ()
