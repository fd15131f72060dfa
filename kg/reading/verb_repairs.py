"""Mends voice and complements of verbs that the parsers are known to get wrong."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree

VERBAL = ("VERB", "AUX")
_PARTICIPLE = re.compile("ée?s?$")
_FUTURE = re.compile("r(?:ai|as|a|ons|ez|ont)$")
THAT = ("que", "qu'", "qu’")
_BEFORE_DATES = ("xcomp", "obj", "obl:arg", "obl:mod", "nsubj", "dep", "nmod")
_FAR = 12


def active_voice(tree: Tree) -> Iterator[Token]:
    """« a rejeté », « aurait cédé »: what « avoir » alone helps is in the active, whatever its subject was called."""
    for verb in tree.tokens:
        helpers = [tree[c] for c in tree.children(verb.index) if tree[c].dep.startswith("aux")]
        if not any(h.lemma == "avoir" for h in helpers) or any(h.lemma == "être" for h in helpers):
            continue
        for child in tree.children(verb.index, "nsubj:pass", "aux:pass"):
            yield replace(
                tree[child], dep=tree[child].dep.removesuffix(":pass") + ":tense" * (tree[child].pos == "AUX")
            )
        for child in tree.children(verb.index, "obl:agent"):  # « a menacé par la voix de son ministre »
            yield replace(tree[child], dep="obl:mod")


def perfect_infinitives(tree: Tree) -> Iterator[Token]:
    """« déclare avoir indemnisé »: the participle after an infinitive « avoir » is the verb, whatever it was called."""
    for auxiliary in tree.tokens[:-1]:
        verb = tree[auxiliary.index + 1]
        ending = _PARTICIPLE.search(verb.text.lower())
        infinitive = auxiliary.lemma == "avoir" and "VerbForm=Inf" in auxiliary.morph and auxiliary.pos == "VERB"
        if not infinitive or not ending or verb.pos in VERBAL or verb.head != auxiliary.index:
            continue
        lemma = verb.text.lower()[: ending.start()] + "er"
        root = auxiliary.head == auxiliary.index
        head = verb.index if root else auxiliary.head
        yield replace(verb, pos="VERB", lemma=lemma, morph="Tense=Past|VerbForm=Part", head=head, dep=auxiliary.dep)
        yield replace(auxiliary, pos="AUX", dep="aux:tense", head=verb.index)
        for child in tree.children(auxiliary.index):
            if child != verb.index:
                yield replace(tree[child], head=verb.index)


def objects_after_dates(tree: Tree, days: frozenset[str]) -> Iterator[Token]:
    """« a pris vendredi la défense de X »: what follows the day and has no preposition is the verb's object."""
    for day in tree.tokens:
        verb = tree[day.head]
        if day.lemma not in days or verb.pos not in VERBAL or day.dep not in _BEFORE_DATES or verb.index > day.index:
            continue
        if day.dep in ("obj", "xcomp", "nsubj"):
            yield replace(day, dep="obl:mod")
        taken = [c for c in tree.children(verb.index, "obj") if c != day.index and tree[c].pos != "PRON"]
        for child in tree.children(day.index, "obj", "nmod", "appos", "dep"):
            noun = tree[child]
            if child == day.index + 1 or child < day.index or noun.pos not in ("NOUN", "PROPN") or tree.case(child):
                continue
            if not taken and tree.children(child, "det") and not _is_passive(tree, verb.index):
                yield replace(noun, head=verb.index, dep="obj")
                taken = [child]


def perfect_gerunds(tree: Tree) -> Iterator[Token]:
    """ "denies having supplied arms": a participle that "having" helps is a verb, with the noun for its object."""
    for participle in tree.tokens:
        noun = tree[participle.head]
        helped = any("VerbForm=Part" in tree[c].morph for c in tree.children(participle.index, "aux"))
        if participle.dep == "amod" and helped and noun.dep == "obj" and noun.head < participle.index < noun.index:
            yield replace(participle, head=noun.head, dep="xcomp")
            yield replace(noun, head=participle.index)


def infinitives_after_names(tree: Tree) -> Iterator[Token]:
    """« reproche à l'Ouganda de livrer des armes »: no infinitive completes a name; it is the verb's own."""
    for infinitive in tree.tokens:
        name = tree[infinitive.head]
        verb = tree[name.head]
        of_name = infinitive.dep == "acl" and "VerbForm=Inf" in infinitive.morph and name.pos == "PROPN"
        if (
            of_name
            and verb.pos in VERBAL
            and name.dep in ("obj", "obl:arg", "iobj", "obl:mod")
            and verb.index < name.index
        ):
            yield replace(infinitive, head=verb.index, dep="xcomp")


def objects_after_spans(tree: Tree, spans: frozenset[str]) -> Iterator[Token]:
    """« forme depuis dix ans des soldats »: « des » opens the object that the verb lacks, not what the years are of."""
    for noun in tree.tokens:
        span = tree[noun.head]
        verb = tree[span.head] if span.lemma in spans else tree[tree[span.head].head]
        opening = next((c for c in tree.children(noun.index, "case") if tree[c].text.lower() == "des"), None)
        dated = span.lemma in spans or (span.text.isdigit() and tree[span.head].lemma in spans)
        if noun.pos != "NOUN" or noun.dep != "nmod" or opening is None or not dated or verb.pos not in VERBAL:
            continue
        bare = verb.index < span.index < noun.index and not tree.children(verb.index, "obj", "obl:arg", "cop")
        if bare and tree.case(span.index) and not _is_passive(tree, verb.index):
            yield replace(noun, head=verb.index, dep="obj")
            yield replace(tree[opening], pos="DET", dep="det", lemma="un")


def objects_after_names(tree: Tree, units: frozenset[str]) -> Iterator[Token]:
    """« a livré à l'Inde un suspect », « a rendu à l'Islande des manuscrits »: a name has no such noun beside it.

    What follows the verb's complement with an indefinite article or a figure is the object that the verb lacks; so is
    whatever was taken for an object of the name: « ont signé à Rabat l'accord ».
    """
    for noun in tree.tokens:
        name, verb = tree[noun.head], tree[tree[noun.head].head]
        between = tree.tokens[name.index + 1 : noun.index]
        if noun.pos != "NOUN" or noun.dep not in ("appos", "nmod", "conj", "obj") or noun.lemma in units:
            continue
        complement = verb.index < name.index < noun.index and name.entity and tree.case(name.index)
        if verb.pos not in VERBAL or not complement or not name.dep.startswith("obl") or _has_object(tree, verb.index):
            continue
        bare = noun.dep == "obj" or (noun.dep == "nmod" and bool(tree.children(verb.index, "nsubj")))
        opens = bool(between) and ((bare and not tree.case(noun.index)) or _is_indefinite(between[0]))
        if opens and not any(t.pos in ("PUNCT", "CCONJ") for t in between):
            yield replace(noun, head=verb.index, dep="obj")
            if between[0].pos == "ADP":
                yield replace(between[0], pos="DET", dep="det")


def _is_indefinite(token: Token) -> bool:
    plural = token.pos == "ADP" and "Number=Plur" in token.morph and "PronType=Art" in token.morph
    return plural or token.pos == "NUM" or (token.pos == "DET" and "Definite=Ind" in token.morph)


def _has_object(tree: Tree, verb: int) -> bool:
    """Whether the verb has an object or can have none, being passive or helped by « être »."""
    deps = ("obj", "xcomp", "ccomp", "cop", "aux:pass", "nsubj:pass", "expl:comp", "expl:subj", "iobj")
    helped = any(tree[c].lemma == "être" for c in tree.children(verb) if tree[c].dep.startswith("aux"))
    return helped or bool(tree.children(verb, *deps))


def definite_objects(tree: Tree, linking: frozenset[str]) -> Iterator[Token]:
    """« a convoqué le chargé d'affaires »: a noun with its article after such a verb is its object, no predicate."""
    for noun in tree.tokens:
        verb = tree[noun.head]
        if noun.dep != "xcomp" or noun.pos != "NOUN" or verb.pos != "VERB" or noun.index < verb.index:
            continue
        definite = any("Definite=Def" in tree[c].morph for c in tree.children(noun.index, "det"))
        helped = any(tree[c].lemma == "avoir" for c in tree.children(verb.index) if tree[c].dep.startswith("aux"))
        if definite and helped and verb.lemma not in linking and not tree.children(verb.index, "obj"):
            yield replace(noun, dep="obj")


def false_futures(tree: Tree) -> Iterator[Token]:
    """« accueille », which some parsers take for a future: that has an ending of its own."""
    for verb in tree.tokens:
        if "Tense=Fut" in verb.morph and not _FUTURE.search(verb.text.lower()):
            yield replace(verb, morph=verb.morph.replace("Tense=Fut", "Tense=Pres"))


def bare_objects(tree: Tree) -> Iterator[Token]:
    """« a mis fin jeudi à l'accord »: a noun right after its verb, with nothing before it, is the verb's object."""
    for noun in tree.tokens[1:]:
        verb = tree[noun.head]
        if noun.dep != "obl:arg" or noun.pos != "NOUN" or verb.index != noun.index - 1 or verb.pos not in VERBAL:
            continue
        if tree.case(noun.index) or tree.children(verb.index, "obj") or _is_passive(tree, verb.index):
            continue
        yield replace(noun, dep="obj")


def clauses_of_verbs(tree: Tree, days: frozenset[str]) -> Iterator[Token]:
    """« a exigé de ses partenaires qu'ils refusent »: a « que » that its clause has no place for opens what is said.

    The parser made it a relative clause of the noun before; it is the verb's complement.
    """
    for clause in tree.tokens:
        if clause.dep != "acl:relcl" or clause.pos not in VERBAL:
            continue
        marks = [tree[c] for c in tree.children(clause.index) if tree[c].text.lower() in THAT and c < clause.index]
        if not marks:
            continue
        noun = tree[clause.head]
        full = any(c > clause.index for c in tree.children(clause.index, "obj", "xcomp", "ccomp"))
        verb = _verb_above(tree, noun)
        if verb is None or not (full or noun.lemma in days) or clause.index - verb > _FAR + _FAR:
            continue
        yield replace(clause, head=verb, dep="ccomp")
        yield replace(marks[0], pos="SCONJ", dep="mark")


def clauses_of_sayings(tree: Tree, saying: Collection[str]) -> Iterator[Token]:
    """« a déclaré à la télévision que … »: where a verb of saying has no other object, it opens what is said."""
    for clause in tree.tokens:
        noun = tree[clause.head]
        verb = tree[noun.head]
        opens = any(tree[c].text.lower() in THAT for c in tree.children(clause.index, "mark"))
        if clause.dep != "acl" or not opens or not tree.is_finite(clause.index) or not noun.dep.startswith("obl"):
            continue
        if verb.lemma in saying and noun.index > verb.index and not tree.children(verb.index, "obj", "ccomp", "xcomp"):
            yield replace(clause, head=verb.index, dep="ccomp")


def main_clauses_before_asides(tree: Tree) -> Iterator[Token]:
    """« X a élevé …, a annoncé mardi Z » where X was taken for the subject of « annoncé »: X did, Z says."""
    for aside in tree.tokens:
        subjects = tree.children(aside.index, "nsubj", "nsubj:pass")
        start = min([aside.index, *tree.children(aside.index, "aux", "aux:tense")])
        if aside.dep != "root" or aside.pos != "VERB" or len(subjects) != 1 or start < 2 or tree[start - 1].text != ",":
            continue
        subject = tree[subjects[0]]
        verb = _finite_after(tree, subject.index, start)
        speakers = [c for c in tree.children(aside.index, "obj", "xcomp") if c > aside.index and not tree.case(c)]
        if verb is None or not speakers or subject.index > start:
            continue
        yield replace(tree[verb], head=verb, dep="root")
        yield replace(subject, head=verb, dep="nsubj")
        yield replace(aside, head=verb, dep="parataxis")
        yield replace(tree[speakers[0]], dep="nsubj")
        yield from _complements(tree, subject.index, verb, start)


def _complements(tree: Tree, subject: int, verb: int, end: int) -> Iterator[Token]:
    """What hung on the subject though it stands behind the verb: its object and its adjuncts."""
    bare = True
    for child in tree.children(subject, "nmod", "obl", "dep", "obj", "advmod", "punct", "acl"):
        if not verb < child < end:
            continue
        case = tree.case(child)
        yield replace(tree[child], head=verb, dep="obj" if bare and not case else "obl:mod")
        bare = bare and bool(case)


def _finite_after(tree: Tree, subject: int, end: int) -> int | None:
    """The verb with its auxiliary before it, between the subject and ``end``, that the parser gave no clause."""
    for at in range(subject + 1, end):
        token = tree[at]
        clause = token.dep in ("punct", "dep", "acl", "amod", "appos", "nmod", "flat")
        if token.pos == "VERB" and clause and tree.children(at, "aux:tense", "aux"):
            return at
    return None


def _verb_above(tree: Tree, noun: Token) -> int | None:
    """The verb before the noun that governs it, through other nouns."""
    at = noun
    for _ in range(_FAR):
        if at.head == at.index or at.pos in VERBAL:
            break
        at = tree[at.head]
    return at.index if at.pos in VERBAL and at.index < noun.index else None


def complements_after_adverbs(tree: Tree, ways: frozenset[str]) -> Iterator[Token]:
    """ "was back in Tokyo", "flew home to Peru": the complement is the verb's, not that of the adverb of direction."""
    for token in tree.tokens:
        above = tree[token.head]
        if not token.dep.startswith(("obl", "nmod")) or above.dep != "advmod" or above.lemma not in ways:
            continue
        verb = tree[above.head]
        while verb.dep == "advmod" and verb.lemma in ways and verb.head != verb.index:
            verb = tree[verb.head]
        if verb.pos in VERBAL and verb.index < above.index < token.index and tree.case(token.index):
            yield replace(token, head=verb.index, dep="obl")


def _is_passive(tree: Tree, verb: int) -> bool:
    return bool(tree.children(verb, "aux:pass", "nsubj:pass"))


def nouns_before_participles(tree: Tree) -> Iterator[Token]:
    """ "vetoed a resolution censuring …": the noun is the argument, the participle after it says what it does."""
    for verb in tree.tokens[1:]:
        noun = tree[verb.index - 1]
        gerund = "Aspect=Prog" in verb.morph and verb.pos == "VERB" and verb.dep in ("obj", "obl", "nmod", "nsubj")
        if not gerund or noun.head != verb.index or noun.dep != "compound" or verb.head == verb.index:
            continue
        yield replace(noun, head=verb.head, dep=verb.dep)
        yield replace(verb, head=noun.index, dep="acl")
        for child in tree.children(verb.index):
            if child < noun.index:
                yield replace(tree[child], head=noun.index)


def headline_pairs(tree: Tree) -> Iterator[Token]:
    """ "Cyprus, Greece call on …": two names before the verb that opens a text are its subjects, the comma an "and"."""
    for verb in tree.tokens:
        first = tree[verb.head]
        pair = verb.pos == "VERB" and verb.dep in ("appos", "parataxis", "dep") and "VerbForm=Fin" in verb.morph
        if not pair or first.dep != "root" or first.pos != "PROPN" or first.index > 3:
            continue
        between = tree.tokens[first.index + 1 : verb.index]
        if len(between) < 2 or between[0].text != "," or any(t.pos != "PROPN" for t in between[1:]):
            continue
        yield replace(verb, head=verb.index, dep="root")
        yield replace(first, head=verb.index, dep="nsubj")
        yield replace(between[-1], head=first.index, dep="conj")
