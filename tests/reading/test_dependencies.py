"""ClearNLP's relations become Universal Dependencies: function words hang on content words."""

from kg.reading.dependencies import Arc, to_universal


def _converted(sentence: str) -> dict[str, tuple[str, str]]:
    """Each word with its relation and head after conversion; written ``word/POS/relation/head``, lemma after ``=``."""
    rows = [row.split("/") for row in sentence.split()]
    words = [row[0].split("=")[0] for row in rows]
    arcs = [Arc(words.index(head), dep, word.split("=")[-1].lower(), pos) for word, pos, dep, head in rows]
    to_universal(arcs)
    return {word: (arc.dep, words[arc.head]) for word, arc in zip(words, arcs, strict=True)}


def test_a_preposition_marks_its_noun() -> None:
    """ "fought in Mali": Mali is an oblique of the verb, "in" its case."""
    found = _converted("France/PROPN/nsubj/fought fought/VERB/ROOT/fought in/ADP/prep/fought Mali/PROPN/pobj/in")
    assert found["Mali"] == ("obl", "fought")
    assert found["in"] == ("case", "Mali")


def test_a_preposition_on_a_noun_makes_a_nominal_modifier() -> None:
    """ "troops from Chad": Chad modifies troops."""
    found = _converted("troops/NOUN/ROOT/troops from/ADP/prep/troops Chad/PROPN/pobj/from")
    assert found["Chad"] == ("nmod", "troops")


def test_the_agent_of_a_passive() -> None:
    """ "was attacked by Serbia": a passive subject and an agent."""
    found = _converted(
        "Kosovo/PROPN/nsubjpass/attacked was=be/AUX/auxpass/attacked attacked/VERB/ROOT/attacked "
        "by/ADP/agent/attacked Serbia/PROPN/pobj/by"
    )
    assert found["Kosovo"] == ("nsubj:pass", "attacked")
    assert found["was"] == ("aux:pass", "attacked")
    assert found["Serbia"] == ("obl:agent", "attacked")


def test_a_copula_marks_its_predicate() -> None:
    """ "Belarus is an ally of Russia": the ally is the root, with its own subject and complement."""
    found = _converted(
        "Belarus/PROPN/nsubj/is is=be/AUX/ROOT/is an/DET/det/ally ally/NOUN/attr/is of/ADP/prep/ally "
        "Russia/PROPN/pobj/of"
    )
    assert found["ally"] == ("root", "ally")
    assert found["is"] == ("cop", "ally")
    assert found["Belarus"] == ("nsubj", "ally")
    assert found["Russia"] == ("nmod", "ally")


def test_prepositions_in_a_chain_mark_the_last_noun() -> None:
    """ "withdrew from inside Syria": both words mark Syria."""
    found = _converted(
        "Iran/PROPN/nsubj/withdrew withdrew/VERB/ROOT/withdrew from/ADP/prep/withdrew inside/ADP/prep/from "
        "Syria/PROPN/pobj/inside"
    )
    assert found["Syria"] == ("obl", "withdrew")
    assert found["from"][0] == found["inside"][0] == "case"


def test_a_gerund_after_a_preposition_is_a_clause() -> None:
    """ "accused of attacking": an adverbial clause marked by "of"."""
    found = _converted(
        "Peru/PROPN/nsubj/accused accused/VERB/ROOT/accused Chile/PROPN/dobj/accused of/ADP/prep/accused "
        "attacking/VERB/pcomp/of"
    )
    assert found["attacking"] == ("advcl", "accused")
    assert found["of"] == ("mark", "attacking")
    assert found["Chile"] == ("obj", "accused")


def test_the_renamed_relations() -> None:
    """Possessors, particles, negations, relative clauses and datives have their universal names."""
    found = _converted(
        "its/PRON/poss/army army/NOUN/nsubj/gave not/PART/neg/gave gave/VERB/ROOT/gave up/ADP/prt/gave "
        "Togo/PROPN/dative/gave"
    )
    assert found["its"][0] == "nmod:poss"
    assert found["not"][0] == "advmod"
    assert found["up"][0] == "compound:prt"
    assert found["Togo"][0] == "iobj"
