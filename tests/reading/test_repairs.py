# ruff: noqa: E501
"""What the parsers get wrong is mended by rules that hold whatever the words."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model import Token
from kg.reading import repairs
from tests.sentences import Passage, cases, check


def repaired(tokens: Sequence[Token]) -> list[Token]:
    return repairs.repaired(tokens, "fr")


def _tokens(sentence: str) -> list[Token]:
    """Tokens of words written ``text/POS/relation/head/features``, the head by its place from 0."""
    made, at = [], 0
    for index, row in enumerate(sentence.split()):
        text, pos, dep, head, *features = row.split("/")
        made.append(Token(index, text, text.lower(), pos, dep, int(head), "".join(features), "", at, at + len(text)))
        at += len(text) + 1
    return made


def _arcs(tokens: list[Token]) -> dict[str, tuple[str, str]]:
    return {token.text: (token.dep, tokens[token.head].text) for token in tokens}


def test_two_subjects_are_joined() -> None:
    """« Tunis et Rabat négocient » where Rabat was taken for the subject of a second clause."""
    arcs = _arcs(repaired(_tokens("Tunis/PROPN/root/0 et/CCONJ/cc/3 Rabat/PROPN/nsubj/3 négocient/VERB/conj/0")))
    assert arcs == {
        "Tunis": ("nsubj", "négocient"),
        "et": ("cc", "négocient"),
        "Rabat": ("conj", "Tunis"),
        "négocient": ("root", "négocient"),
    }


def test_between_demands_two() -> None:
    """« le pacte entre Tunis et Rabat tient »: the pact holds, Rabat goes with Tunis."""
    arcs = _arcs(
        repaired(
            _tokens(
                "pacte/NOUN/root/0 entre/ADP/case/2 Tunis/PROPN/nmod/0 et/CCONJ/cc/5 Rabat/PROPN/nsubj/5 tient/VERB/conj/0"
            )
        )
    )
    assert arcs["pacte"] == ("nsubj", "tient")
    assert arcs["Rabat"] == ("conj", "Tunis")
    assert arcs["tient"] == ("root", "tient")


def test_a_clause_with_its_own_subject_stays_one() -> None:
    """Where a verb stands between the nouns there are two clauses, and nothing is changed."""
    tokens = _tokens("Tunis/PROPN/nsubj/1 vote/VERB/root/1 et/CCONJ/cc/4 Rabat/PROPN/nsubj/4 attend/VERB/conj/1")
    assert repaired(tokens) == tokens


def test_a_noun_goes_with_a_noun() -> None:
    """« l'Arabie saoudite et Oman »: Oman is coordinated with Arabia, not with the adjective."""
    arcs = _arcs(
        repaired(_tokens("Arabie/PROPN/nsubj/4 saoudite/ADJ/amod/0 et/CCONJ/cc/3 Oman/PROPN/conj/1 votent/VERB/root/4"))
    )
    assert arcs["Oman"] == ("conj", "Arabie")


def test_a_relative_clause_agrees_with_its_antecedent() -> None:
    """« le chef des troupes qui avancent »: the troops advance, since the verb is plural."""
    arcs = _arcs(
        repaired(
            _tokens(
                "chef/NOUN/root/0/Number=Sing des/ADP/case/2 troupes/NOUN/nmod/0/Number=Plur qui/PRON/nsubj/4 "
                "avancent/VERB/acl:relcl/0/Number=Plur"
            )
        )
    )
    assert arcs["avancent"] == ("acl:relcl", "troupes")


def test_an_aside_is_not_the_main_clause() -> None:
    """« Tunis a cédé, annonce Rabat »: Tunis yields, Rabat says so."""
    arcs = _arcs(
        repaired(
            _tokens(
                "Tunis/PROPN/nsubj/2 a/AUX/aux/2/VerbForm=Fin cédé/VERB/advcl/4 ,/PUNCT/punct/4 "
                "annonce/VERB/root/4/VerbForm=Fin Rabat/PROPN/obj/4"
            )
        )
    )
    assert arcs["cédé"] == ("root", "cédé")
    assert arcs["annonce"] == ("parataxis", "cédé")
    assert arcs["Rabat"] == ("nsubj", "annonce")


@pytest.mark.parametrize("sentence", ["", "Tunis/PROPN/root/0", "a/X/dep/1 b/X/dep/1"])
def test_whatever_else_stays_as_it_is(sentence: str) -> None:
    """Nothing, one word, and words of no known kind."""
    assert repaired(_tokens(sentence)) == _tokens(sentence)


@st.composite
def _trees(draw: st.DrawFn) -> list[Token]:
    """Any tree over up to nine words of the kinds that repairs look at."""
    count = draw(st.integers(1, 9))
    order = draw(st.permutations(range(count)))
    heads = {order[0]: order[0]} | {order[i]: order[draw(st.integers(0, i - 1))] for i in range(1, count)}
    rows = []
    for index in range(count):
        root = heads[index] == index
        text = draw(st.sampled_from(["Tunis", "entre", "et", ",", "a", "cédé", "annonce", "qui"]))
        pos = draw(st.sampled_from(["PROPN", "NOUN", "VERB", "AUX", "ADJ", "ADP", "DET", "CCONJ"]))
        dep = "root" if root else draw(st.sampled_from(_RELATIONS))
        morph = draw(st.sampled_from(["", "VerbForm=Fin", "Tense=Past|VerbForm=Part", "Number=Sing", "Number=Plur"]))
        rows.append(Token(index, text, text.lower(), pos, dep, heads[index], morph, "", 8 * index, 8 * index + 5))
    return rows


_RELATIONS = ["nsubj", "nsubj:pass", "conj", "cc", "advcl", "ccomp", "obj", "nmod", "amod", "aux:tense", "acl:relcl"]
_RELATIONS += ["parataxis", "det", "case", "punct"]


@given(_trees())
@settings(max_examples=300)
def test_a_tree_stays_a_tree(tokens: list[Token]) -> None:
    """However wild the parse: the same words in the same order, and from each a way up to a root."""
    fixed = repaired(tokens)
    assert [(t.index, t.text, t.start) for t in fixed] == [(t.index, t.text, t.start) for t in tokens]
    for token in fixed:
        for _ in fixed:
            token = fixed[token.head]
        assert token.head == token.index


@cases("""
fr L'Arabie saoudite et l'Iran ont condamné Israël. => ACCUSE SAU+IRN>ISR
fr Le président français Emmanuel Macron a téléphoné à Vladimir Poutine. => CONSULT FRA>RUS
fr La Chine a, selon le Japon, livré des armes à la Russie. => AID CHN>RUS reported by JPN
en China has, according to Japan, supplied weapons to Russia. => AID CHN>RUS reported by JPN
fr Entre 10 000 et 12 000 soldats nord-coréens ont été envoyés en Russie. => MOBILIZE|AID PRK>RUS of 12000 soldiers
fr La Côte d'Ivoire et le Burkina Faso ont condamné le Mali. => ACCUSE CIV+BFA>MLI
fr Les États-Unis, le Japon et la Corée du Sud se sont engagés jeudi à Nara à se concerter. Les trois pays ont adopté un texte. => agreement agreement USA+JPN+KOR
fr Le traité entre le Chili et l'Argentine a été signé en 1984. => agreement treaty CHL+ARG stage signed on 1984
""")
def test_sentences_that_need_mending(passage: Passage, wanted: str) -> None:
    """The claims are those of a right parse."""
    check(passage, wanted)
