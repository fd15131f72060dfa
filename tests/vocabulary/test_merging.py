"""The rules for merging name only what the rest of the ontology knows."""

from kg.vocabulary import load_gazetteer, load_lexicon
from kg.vocabulary.merging import load_merging_rules


def test_sole_offices_are_offices():
    """Every office with one holder is a canonical title of the gazetteer."""
    titles = {office.title_en for office in load_gazetteer().offices("en").values()}
    assert load_merging_rules().sole_offices <= titles


def test_families_are_of_known_kinds():
    """Families and groups are made of kinds that the lexicon has; mutual events are event types."""
    rules, types = load_merging_rules(), load_lexicon().types
    kinds = {name for name, info in types.items() if info.category == "agreement"}
    assert set(rules.families).union(*rules.alike) <= kinds
    assert {types[name].category for name in rules.mutual_events} == {"event"}


def test_kinds_of_one_agreement():
    """A pact may be a treaty, anything may be called an agreement; a memorandum is no treaty."""
    rules = load_merging_rules()
    assert rules.may_be_one("pact", "treaty")
    assert rules.may_be_one("trade agreement", "agreement")
    assert not rules.may_be_one("memorandum", "treaty")
    assert rules.family("treaty") == rules.family("a kind that is new") == "general"
