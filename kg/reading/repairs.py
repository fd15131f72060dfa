"""Mends what the parsers are known to get wrong, by rules that hold whatever the words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, partial

from kg.model import Token
from kg.reading import argument_repairs
from kg.reading.causatives import causative_passives
from kg.reading.clause_repairs import (
    common_nouns,
    counted_pronouns,
    mistaken_verbs,
    named_objects,
    nominal_participles,
    parted_clauses,
    participles_beside_infinitives,
    perfects_with_be,
    subjects_as_roots,
)
from kg.reading.contrasts import contrasted_nouns, corrected_clefts
from kg.reading.date_repairs import complements_of_dates
from kg.reading.judging_repairs import judged_objects
from kg.reading.quote_repairs import asides_before_verbs, asides_behind_nouns, inverted_asides, speakers_after_quotes
from kg.reading.relative_repairs import clefts, genitive_relatives, main_verbs_after_relatives, relative_clauses
from kg.reading.shared_auxiliaries import shared_auxiliaries
from kg.reading.tree import Tree
from kg.reading.verb_repairs import (
    active_voice,
    bare_objects,
    clauses_of_sayings,
    clauses_of_verbs,
    complements_after_adverbs,
    definite_objects,
    false_futures,
    headline_pairs,
    infinitives_after_names,
    main_clauses_before_asides,
    nouns_before_participles,
    objects_after_dates,
    objects_after_names,
    objects_after_spans,
    perfect_gerunds,
    perfect_infinitives,
)
from kg.vocabulary import load_grammar, load_language, load_lexicon

_NOMINAL = ("NOUN", "PROPN", "PRON")
_VERBAL = ("VERB", "AUX")
_PARTICIPLE = re.compile("ée?s?$")
_LONGEST_ASIDE = 15


def repaired(tokens: Sequence[Token], language: str) -> list[Token]:
    """The tokens of one paragraph with other heads and relations where the parser's cannot be right."""
    tree = Tree(list(tokens), load_language(language))
    grammar = load_grammar(language)
    forms = dict(pair.split() for pair in grammar.mistaken_verbs)
    for repair in (
        partial(mistaken_verbs, forms=forms),
        common_nouns,
        _participles,
        nominal_participles,
        _stranded_prepositions,
        nouns_before_participles,
        active_voice,
        asides_before_verbs,
        causative_passives,
        partial(perfects_with_be, lemmas=grammar.resultative),
        perfect_infinitives,
        perfect_gerunds,
        partial(shared_auxiliaries, times=grammar.spans | grammar.days, resultative=grammar.resultative),
        partial(complements_after_adverbs, ways=grammar.ways),
        partial(objects_after_dates, days=grammar.days),
        partial(objects_after_spans, spans=grammar.spans),
        partial(complements_of_dates, language=language),
        false_futures,
        partial(definite_objects, linking=grammar.resultative),
        partial(objects_after_names, units=grammar.spans),
        bare_objects,
        infinitives_after_names,
        partial(clauses_of_verbs, days=grammar.days),
        partial(clauses_of_sayings, saying=_saying(language)),
        main_verbs_after_relatives,
        genitive_relatives,
        main_clauses_before_asides,
        _parted_auxiliaries,
        _subjects_of_auxiliaries,
        _counted_subjects,
        clefts,
        relative_clauses,
        _conjuncts_of_adjectives,
        argument_repairs.bare_appositions,
        argument_repairs.gapped_arguments,
        argument_repairs.agents_of_participles,
        partial(contrasted_nouns, words=grammar.contrasting),
        partial(corrected_clefts, words=grammar.contrasting),
        _lists_of_names,
        argument_repairs.names_before_lists,
        argument_repairs.names_before_subjects,
        _coordinated_subjects,
        headline_pairs,
        subjects_as_roots,
        argument_repairs.subjects_after_openings,
        counted_pronouns,
        participles_beside_infinitives,
        named_objects,
        argument_repairs.plural_subjects,
        argument_repairs.participles_after_commas,
        argument_repairs.participles_after_objects,
        argument_repairs.objects_before_participles,
        argument_repairs.subjects_with_participles,
        argument_repairs.relatives_after_commas,
        argument_repairs.relatives_with_subjects,
        argument_repairs.nameless_arguments,
        argument_repairs.partners_after_years,
        partial(argument_repairs.partners_of_pronouns, pronouns=grammar.agreement_copies),
        partial(argument_repairs.relatives_of_pronouns, pronouns=grammar.agreement_copies),
        parted_clauses,
        partial(judged_objects, lemmas=grammar.judging),
        speakers_after_quotes,
        asides_behind_nouns,
        inverted_asides,
    ):
        mended = list(tree.tokens)
        for token in repair(tree):
            mended[token.index] = token
        if mended != tree.tokens and _is_tree(mended):
            tree = Tree(mended, tree.words)
    return list(tree.tokens)


@cache
def _saying(language: str) -> frozenset[str]:
    """The verbs of saying that need no further word."""
    cues = load_lexicon().attribution(language).cues
    return frozenset(lemma for lemma, of in cues.items() if any(c.pos == "verb" and len(c.words) == 1 for c in of))


def _is_tree(tokens: Sequence[Token]) -> bool:
    """Whether a way leads from every token up to one that is its own head."""
    sound: set[int] = set()
    for token in tokens:
        way: set[int] = set()
        while token.index not in sound and token.head != token.index:
            if token.index in way:
                return False
            way.add(token.index)
            token = tokens[token.head]
        sound |= {*way, token.index}
    return True


def _participles(tree: Tree) -> Iterator[Token]:
    """« a téléphoné »: what an auxiliary of tense stands before is a verb, whatever the tagger took it for."""
    for token in tree.tokens:
        ending = _PARTICIPLE.search(token.text.lower())
        if ending and token.pos in ("NOUN", "ADJ", "ADV", "PROPN") and tree.children(token.index, "aux:tense"):
            lemma = token.text.lower()[: ending.start()] + "er"
            yield replace(token, pos="VERB", lemma=lemma, morph="Tense=Past|VerbForm=Part")


def _stranded_prepositions(tree: Tree) -> Iterator[Token]:
    """ "granted asylum to officers holed up in …": a noun after a preposition is no subject, its verb a participle."""
    for preposition in tree.tokens:
        host = preposition.head
        if preposition.dep != "prep" or host >= preposition.index:
            continue
        after = (t for t in tree.tokens[preposition.index + 1 :] if t.pos in _NOMINAL and t.dep.startswith("nsubj"))
        noun = next(after, None)
        verb = tree[noun.head] if noun else None
        if noun is None or verb is None or verb.index < noun.index or tree.children(verb.index, "aux", "cop"):
            continue
        if not all(
            preposition.index in tree.ancestors(i) or noun.index in tree.ancestors(i)
            for i in range(preposition.index + 1, noun.index)
        ):
            continue
        yield replace(noun, head=host, dep="obl")
        yield replace(preposition, head=noun.index, dep="case")
        yield replace(verb, head=noun.index, dep="acl", morph="Tense=Past|VerbForm=Part")


def _parted_auxiliaries(tree: Tree) -> Iterator[Token]:
    """« La Chine a, selon X, livré … »: the participle after the second comma is the verb, « a » its auxiliary."""
    for auxiliary in tree.tokens:
        commas = [t.index for t in tree.tokens[auxiliary.index + 1 : auxiliary.index + _LONGEST_ASIDE] if t.text == ","]
        own = auxiliary.lemma == "avoir" and auxiliary.pos in _VERBAL and not auxiliary.dep.startswith("aux")
        if not own or commas[:1] != [auxiliary.index + 1] or len(commas) < 2 or tree.children(auxiliary.index, "obj"):
            continue
        verb = tree[min(commas[1] + 1, len(tree) - 1)]
        if "VerbForm=Part" not in verb.morph or "Tense=Past" not in verb.morph:
            continue
        root = auxiliary.head == auxiliary.index
        yield replace(verb, head=verb.index if root else auxiliary.head, dep=auxiliary.dep)
        yield replace(auxiliary, head=verb.index, dep="aux:tense", pos="AUX")
        for child in tree.children(auxiliary.index):
            if child != verb.index:
                yield replace(tree[child], head=verb.index)


def _subjects_of_auxiliaries(tree: Tree) -> Iterator[Token]:
    """ "China has, X says, supplied …": the subject of an auxiliary is its verb's."""
    for token in tree.tokens:
        auxiliary = tree[token.head]
        if token.dep.startswith("nsubj") and auxiliary.dep.startswith("aux"):
            yield replace(token, head=auxiliary.head)


def _counted_subjects(tree: Tree) -> Iterator[Token]:
    """« Entre 10 000 et 12 000 soldats ont été … »: the noun is the subject where the first figure hung on the verb."""
    for noun in tree.tokens:
        figure = tree[noun.head]
        verb = tree[figure.head]
        loose = noun.pos == "NOUN" and noun.dep == "conj" and figure.dep in ("det", "nummod") and verb.pos in _VERBAL
        if loose and noun.index < verb.index and not tree.children(verb.index, "nsubj"):
            passive = ":pass" if tree.children(verb.index, "aux:pass") else ""
            yield replace(noun, head=verb.index, dep=f"nsubj{passive}")


def _conjuncts_of_adjectives(tree: Tree) -> Iterator[Token]:
    """« L'Arabie saoudite et l'Iran »: a noun is coordinated with the noun, not with its adjective."""
    for token in tree.tokens:
        adjective = tree[token.head]
        noun = tree[adjective.head]
        nominal = token.dep == "conj" and token.pos in ("PROPN", "NOUN") and noun.pos in ("PROPN", "NOUN")
        if nominal and adjective.pos == "ADJ" and adjective.dep == "amod" and noun.index < adjective.index:
            yield replace(token, head=noun.index)


def _lists_of_names(tree: Tree) -> Iterator[Token]:
    """« le Burkina Faso, le Mali et le Niger »: one of a list is no apposition."""
    for token in tree.tokens:
        head = tree[token.head]
        if token.dep != "appos" or token.pos != "PROPN" or head.pos != "PROPN" or head.index > token.index:
            continue
        following = [c for c in tree.children(token.index, "conj") if tree[c].pos == "PROPN"]
        listed = any(tree.children(c, "cc") for c in (token.index, *following)) and tree.case(token.index) in (
            "",
            tree.case(head.index),
        )
        alike = {tree[c].lemma for c in tree.children(head.index, "det")} == {
            tree[c].lemma for c in tree.children(token.index, "det")
        }
        if following and listed and alike:
            yield replace(token, dep="conj")


def _coordinated_subjects(tree: Tree) -> Iterator[Token]:
    """« A et B ont … » where B was taken for the start of a clause; « le traité entre A et B a été … » likewise."""
    for verb in tree.tokens:
        subjects = [c for c in tree.children(verb.index, "nsubj") if c < verb.index]
        partner = _partner(tree, *subjects) if len(subjects) == 2 else None
        if partner is not None:
            yield replace(tree[subjects[1]], head=partner, dep="conj")
        if verb.dep != "conj" or verb.pos not in _VERBAL or tree[verb.head].pos not in _NOMINAL:
            continue
        first = tree[verb.head]
        second = next((tree[c] for c in tree.children(verb.index, "nsubj") if first.index < c < verb.index), None)
        partner = _partner(tree, first.index, second.index) if second else None
        if second is None or partner is None:
            continue
        above, dep = (verb.index, "root") if first.head == first.index else (first.head, first.dep)
        if dep.startswith("nsubj"):
            dep = "ccomp"
        yield replace(verb, head=above, dep=dep)
        yield replace(first, head=verb.index, dep=second.dep)
        yield replace(second, head=partner, dep="conj")


def _partner(tree: Tree, first: int, second: int) -> int | None:
    """The noun from ``first`` on that the noun at ``second`` is coordinated with; ``None`` where it is with none."""
    between = tree.tokens[first + 1 : second]
    if not any(t.dep == "cc" for t in between):
        return None
    paired = [t.head for t in between if t.lemma in tree.words.between and first < t.head < second]
    if paired:
        return paired[-1]
    return first if all(t.pos in ("CCONJ", "DET", "ADJ", "PROPN", "NUM") for t in between) else None
