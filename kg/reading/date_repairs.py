"""Mends what the parsers hang on a date that stands before it: the complements of the verb beside the date."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cache

from anyascii import anyascii

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL
from kg.vocabulary import load_grammar
from kg.vocabulary.temporal import load_temporal

_YEAR = re.compile(r"(19|20)\d\d")
_ADJUNCTS = ("obl", "nmod", "advmod", "obj", "dep", "xcomp")
_COMPLEMENTS = ("nmod", "obl", "dep", "acl", "advcl", "xcomp")


@cache
def _calendar(language: str) -> Collection[str]:
    """The words of a language that may head a date."""
    words, grammar = load_temporal(language).words, load_grammar(language)
    return frozenset({*words["month"], *words["weekday"], *map(anyascii, grammar.days), *map(anyascii, grammar.spans)})


def complements_of_dates(tree: Tree, language: str) -> Iterator[Token]:
    """« arrêtés en mars par la police », « reçu mardi à Lima »: what follows a date is the verb's, not the date's.

    Nor is an agent that of a name: « reçu à Lima par le roi ».
    """
    yield from _bare_days(tree, language)
    calendar = _calendar(language)
    for token in tree.tokens:
        date, case = tree[token.head], tree.case(token.index)
        if not case or token.index < date.index or case in tree.words.of:
            continue
        verb, named = tree[date.head], case in tree.words.by and (date.pos == "PROPN" or date.entity == "LOC")
        if not named and not _is_date(date, calendar):
            continue
        beside = verb.pos in VERBAL and verb.index < date.index and date.dep.split(":")[0] in _ADJUNCTS
        nominal = token.pos in ("NOUN", "PROPN") and token.dep.split(":")[0] in _COMPLEMENTS
        if beside and nominal and not _is_date(token, calendar):
            agent = case in tree.words.by and "VerbForm=Part" in verb.morph
            yield replace(token, head=verb.index, dep="obl:agent" if agent else "obl")


def _bare_days(tree: Tree, language: str) -> Iterator[Token]:
    """« a quitté Lima mercredi », « se sont retirés mercredi de la ville »: the day and what follows are the verb's."""
    grammar = load_grammar(language)
    for word in tree.tokens:
        above = tree[word.head]
        verb = tree[above.head]
        if word.dep != "nmod" or verb.pos not in VERBAL or not verb.index < above.index < word.index:
            continue
        day = word.lemma in grammar.days and not tree.children(word.index, "case", "det")
        if day and (above.pos == "PROPN" or not _is_dated(tree, above, word, verb, grammar.looking_back)):
            yield replace(word, head=verb.index, dep="obl:mod")
        bare = above.lemma in grammar.days and not tree.children(above.index, "case", "det", "nummod", "amod")
        if bare and word.lemma not in grammar.spans and tree.case(word.index) in tree.words.of:
            yield replace(word, head=verb.index, dep="obl:arg")


def _is_dated(tree: Tree, noun: Token, day: Token, verb: Token, looking_back: Collection[str]) -> bool:
    """Whether the day is that of the deed that the noun names: « a salué la visite dimanche du ministre »."""
    of = any(c > day.index and tree.case(c) in tree.words.of for c in tree.children(noun.index, "nmod"))
    bare = not tree.children(noun.index, "det", "case")  # « a pris acte lundi de … »
    return (of and not bare) or noun.pos != "NOUN" or verb.lemma in looking_back


def _is_date(token: Token, calendar: Collection[str]) -> bool:
    return bool(_YEAR.fullmatch(token.text)) or anyascii(token.lemma.lower()) in calendar
