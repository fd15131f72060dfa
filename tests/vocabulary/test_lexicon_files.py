"""Agreements, stages, provisions, modality and attribution: the other files of the lexicon."""

from pathlib import Path

import pytest

from kg.model import VocabularyError
from kg.vocabulary import Lexicon, load_lexicon, read_lexicon

TREATY = """\
kind: treaty
label: {fr: traité, en: treaty}
definition: A binding agreement between states.
needs_act: true
nouns: {fr: [traité, traité d’amitié], en: [treaty]}
ambiguous_nouns: {en: [bond]}
names:
  - {fr: traité de l'Élysée, en: [Élysée Treaty], parties: [FRA, DEU]}
"""
STAGES = """\
frames:
  verb: {agreement: [object], party: [subject]}
triggers:
  fr:
    - {verb: signer, stage: signed}
    - {verb: refuser de signer, stage: signed, refused: true}
"""


def lexicon(folder: Path, **files: str) -> Lexicon:
    """The lexicon of a folder with these files; two underscores stand for the slash."""
    for name, text in files.items():
        path = folder / f"{name.replace('__', '/')}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return read_lexicon(folder)


def test_an_agreement_kind_has_nouns_and_names(tmp_path: Path) -> None:
    """Nouns and names are keyed by lower-case words with plain apostrophes; names may tell their parties."""
    lex = lexicon(tmp_path, agreements__treaty=TREATY)
    assert lex.agreement_nouns("fr") == {("traité",): "treaty", ("traité", "d'amitié"): "treaty"}
    assert lex.ambiguous_nouns("en") == {("bond",): "treaty"}
    assert lex.agreement_names("fr")[("traité", "de", "l'élysée")].parties == ("FRA", "DEU")
    assert lex.types["treaty"].needs_act


def test_an_agreement_kind_has_false_friends(tmp_path: Path) -> None:
    """Words that only seem to name the kind are kept apart from its nouns."""
    lex = lexicon(tmp_path, agreements__treaty=TREATY + "false_friends: {en: [treaty port]}\n")
    assert lex.agreement_false_friends("en") == {("treaty", "port"): "treaty"}
    assert ("treaty", "port") not in lex.agreement_nouns("en")


def test_a_noun_names_one_kind(tmp_path: Path) -> None:
    """The same noun in two kinds is an error at the second."""
    pact = TREATY.replace("kind: treaty", "kind: pact").replace("Élysée", "Aix")
    with pytest.raises(VocabularyError, match="'traité' already means 'pact'"):
        lexicon(tmp_path, agreements__pact=pact, agreements__treaty=TREATY)


def test_stages_say_what_happens_to_an_agreement(tmp_path: Path) -> None:
    """A stage's type is the stage; refusing it is marked."""
    signer, refuser = (lexicon(tmp_path, stages=STAGES).triggers("fr")[lemma][0] for lemma in ("signer", "refuser"))
    assert (signer.category, signer.type, signer.stage, signer.refused) == ("stage", "signed", "signed", False)
    assert (refuser.words, refuser.refused) == (("refuser", "de", "signer"), True)
    assert signer.roles == {"agreement": (("object",),), "party": (("subject",),)}


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("stage: signed}", "subtype: a}", "'stage' is missing"),
        ("stage: signed}", "stage: inked}", "unknown stage 'inked'"),
        ("stage: signed}", "stage: signed, actor: [object]}", "unknown key 'actor'"),
    ],
)
def test_a_wrong_stage_is_refused(tmp_path: Path, old: str, new: str, says: str) -> None:
    """Stages are those of the contract and have roles of their own."""
    with pytest.raises(VocabularyError, match=says) as caught:
        lexicon(tmp_path, stages=STAGES.replace(old, new, 1))
    assert "stages.yaml:5: " in str(caught.value)


def test_provisions_map_phrases_to_keys(tmp_path: Path) -> None:
    """Each phrase of both languages gives the English key."""
    text = "- key: mutual defence\n  phrases: {fr: [assistance mutuelle], en: [mutual defence]}\n"
    lex = lexicon(tmp_path, provisions=text)
    assert lex.provisions("fr") == {("assistance", "mutuelle"): "mutual defence"}


def test_modality_cues(tmp_path: Path) -> None:
    """A cue gives its complement a modality; a failure denies it."""
    text = "fr: {planned: {verbs: [compter]}, failures: {verbs: [échouer à]}, negation: [ne]}\nen: {negation: [not]}\n"
    words = lexicon(tmp_path, modality=text).modality("fr")
    assert [(cue.modality, cue.failure) for cue in words.cues["compter"]] == [("planned", False)]
    assert [(cue.words, cue.modality, cue.failure) for cue in words.cues["échouer"]] == [
        (("échouer", "à"), "denied", True)
    ]
    assert words.negation == {"ne"}


def test_attribution_cues(tmp_path: Path) -> None:
    """A cue of attribution has a part of speech and a strength; an unknown strength is refused."""
    text = "fr: {verbs: {neutral: [dire]}}\nen: {prepositions: {hearsay: [according to]}}\n"
    (cue,) = lexicon(tmp_path, attribution=text).attribution("en").cues["according"]
    assert (cue.words, cue.pos, cue.strength) == (("according", "to"), "preposition", "hearsay")
    with pytest.raises(VocabularyError, match="unknown key 'strong'"):
        lexicon(tmp_path, attribution=text.replace("neutral", "strong"))


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_installed_cues_cover_each_modality(language: str) -> None:
    """Plans, possibilities, denials, failures and words of saying are there in both languages."""
    modality, attribution = load_lexicon().modality(language), load_lexicon().attribution(language)
    cues = [cue for group in modality.cues.values() for cue in group]
    assert {"planned", "possible", "denied"} <= {cue.modality for cue in cues}
    assert any(cue.failure for cue in cues)
    assert modality.negation
    strengths = {cue.strength for group in attribution.cues.values() for cue in group}
    assert strengths == {"neutral", "hearsay", "hedge"}


@pytest.mark.parametrize(
    ("language", "words", "key"),
    [("fr", ("assistance", "mutuelle"), "mutual defence"), ("en", ("mutual", "defence"), "mutual defence")],
)
def test_the_installed_provisions(language: str, words: tuple[str, ...], key: str) -> None:
    """Mutual assistance is mutual defence in both languages."""
    assert load_lexicon().provisions(language)[words] == key
