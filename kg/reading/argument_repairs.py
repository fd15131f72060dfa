"""Mends arguments that the parsers hang on the wrong word: participles and relatives after a comma, plural subjects."""

from collections.abc import Iterator
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL

_NOUNS = ("NOUN", "PROPN")
_ADJUNCTS = ("obl", "obl:mod", "obl:arg", "nmod")


def participles_after_commas(tree: Tree) -> Iterator[Token]:
    """« la libération de six soldats, capturés par X »: a participle that agrees with the noun before tells of it."""
    for verb in tree.tokens[2:]:
        past = verb.pos == "VERB" and "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph
        if not past or verb.dep not in ("obl:mod", "advcl", "obl") or tree[verb.index - 1].text != ",":
            continue
        noun = tree[_noun_ending(tree, verb.index - 1)]
        below = verb.head not in (noun.index, verb.index) and noun.index in tree.subtree(verb.head)
        if noun.pos in _NOUNS and noun.index > verb.head and below and _agree(noun, verb):
            yield replace(verb, head=noun.index, dep="acl")


def _noun_ending(tree: Tree, end: int) -> int:
    """The noun right before ``end``, or that which the adjective there modifies."""
    before = tree[end - 1]
    return before.head if before.pos == "ADJ" and before.head < end else before.index


def _agree(noun: Token, verb: Token) -> bool:
    """Whether gender and number fit, as far as both words show them; the plural of « capturés » must."""
    shown = [
        {part for part in token.morph.split("|") if part.startswith(("Gender", "Number"))} for token in (noun, verb)
    ]
    kinds = [{part.split("=")[0]: part for part in parts} for parts in shown]
    both = kinds[0].keys() & kinds[1].keys()
    return bool(both) and all(kinds[0][kind] == kinds[1][kind] for kind in both)


def subjects_with_participles(tree: Tree) -> Iterator[Token]:
    """ "after guards wielding rifles boarded two boats": the verb has the subject, the participle tells of it."""
    for verb in tree.tokens:
        past = "Tense=Past" in verb.morph and verb.pos == "VERB" and not tree.children(verb.index, "aux", "obl:agent")
        if not past or verb.dep != "acl" or not tree.children(verb.index, "obj"):
            continue
        participle = tree[tree[verb.head].head]
        present = "VerbForm=Part" in participle.morph and "Tense=Pres" in participle.morph
        subjects = [c for c in tree.children(participle.index, "nsubj") if c < participle.index]
        whole = tree[verb.head].dep == "obj" and participle.index < verb.head < verb.index
        if not present or not subjects or not whole or tree.children(participle.index, "aux"):
            continue
        root = participle.head == participle.index
        yield replace(verb, head=verb.index if root else participle.head, dep=participle.dep)
        yield replace(participle, head=subjects[-1], dep="acl")
        for child in tree.children(participle.index, "nsubj", "mark", "punct", "cc"):
            yield replace(tree[child], head=verb.index)


def participles_after_objects(tree: Tree) -> Iterator[Token]:
    """« a convoqué l'ambassadeur et exigé des excuses »: a participle with its own object goes on from the verb."""
    for verb in tree.tokens:
        past = verb.pos == "VERB" and "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph
        noun = tree[verb.head]
        if not past or verb.dep != "conj" or noun.pos not in _NOUNS or "Number=Plur" in verb.morph:
            continue
        below = [c for c in tree.children(verb.index, "obj", "obl") if c > verb.index and tree[c].pos in _NOUNS]
        beside = not below or tree.children(verb.index, "aux", "obl:agent") or tree.children(noun.index, "acl", "amod")
        first = tree[noun.head]
        if not beside and noun.dep == "obj" and tree.children(first.index, "aux:tense") and first.index < noun.index:
            yield replace(verb, head=first.index)
            yield replace(tree[below[0]], dep="obj")


def relatives_after_commas(tree: Tree) -> Iterator[Token]:
    """« ses liens avec X, qu'il accuse de … »: « que » as a pronoun after a name and a comma is the verb's object."""
    for word in tree.tokens[2:]:
        relative = word.pos == "PRON" and word.lemma == "que" and "PronType=Rel" in word.morph
        verb, noun = tree[word.head], tree[word.index - 2]
        if not relative or word.dep != "mark" or tree[word.index - 1].text != "," or noun.pos not in _NOUNS:
            continue
        clause = verb.pos in VERBAL and verb.dep in ("ccomp", "advcl", "conj", "parataxis")
        if clause and verb.index > word.index and not tree.children(verb.index, "obj"):
            yield replace(word, dep="obj")
            yield replace(verb, head=noun.index, dep="acl:relcl")


def relatives_with_subjects(tree: Tree) -> Iterator[Token]:
    """« vers Paris, qui lui a vendu … »: the clause of a « qui » right after a noun and a comma tells of that noun."""
    for word in tree.tokens[2:]:
        relative = word.pos == "PRON" and word.dep in ("nsubj", "nsubj:pass") and "PronType=Rel" in word.morph
        verb, noun = tree[word.head], tree[word.index - 2]
        if not relative or tree[word.index - 1].text != "," or noun.pos not in _NOUNS or noun.dep == "root":
            continue
        loose = verb.dep in ("advcl", "conj", "parataxis") and not tree.children(verb.index, "mark")
        if loose and verb.pos in VERBAL and verb.index > word.index and verb.head < word.index:
            yield replace(verb, head=noun.index, dep="acl:relcl")


def bare_appositions(tree: Tree) -> Iterator[Token]:
    """« La Turquie, membre de l'Otan, a … »: a bare noun between commas says what the name is; nothing joins them."""
    for noun in tree.tokens:
        name = tree[noun.head]
        if noun.dep != "conj" or noun.pos != "NOUN" or name.pos != "PROPN" or name.index > noun.index:
            continue
        end = max(tree.subtree(noun.index)) + 1
        parted = tree[noun.index - 1].text == "," and end < len(tree) and tree[end].text == ","
        if parted and not tree.children(noun.index, "cc", "det", "conj") and not tree.children(name.index, "cc"):
            yield replace(noun, dep="appos")


def nameless_arguments(tree: Tree) -> Iterator[Token]:
    """« Paris lui a vendu … »: a name before a verb without subject, tied to nothing, is its subject."""
    for name in tree.tokens:
        verb = tree[name.head]
        bare = name.dep == "dep" and name.pos == "PROPN" and name.index < verb.index and not tree.case(name.index)
        if bare and verb.pos in VERBAL and not tree.children(verb.index, "nsubj", "nsubj:pass", "expl:subj"):
            between = tree.tokens[name.index + 1 : verb.index]
            if all(word.pos in ("PRON", "AUX", "ADV", "PROPN") for word in between):
                passive = ":pass" if tree.children(verb.index, "aux:pass") else ""
                yield replace(name, dep=f"nsubj{passive}")


def plural_subjects(tree: Tree) -> Iterator[Token]:
    """« Hier, des chars russes ont franchi … »: « des » opens the subject of a plural verb that has no other."""
    for noun in tree.tokens:
        verb = tree[noun.head]
        if noun.pos not in _NOUNS or noun.dep not in _ADJUNCTS or verb.index < noun.index or verb.pos not in VERBAL:
            continue
        opening = [c for c in tree.children(noun.index, "case") if tree[c].text.lower() == "des"]
        if (
            not opening
            or opening[0] != min(tree.subtree(noun.index))
            or tree.children(verb.index, "nsubj", "nsubj:pass")
        ):
            continue
        opens = opening[0] == 0 or tree[opening[0] - 1].pos == "PUNCT" or tree[opening[0] - 1].pos in ("SCONJ", "CCONJ")
        first = min([verb.index, *tree.children(verb.index, "aux", "aux:tense", "aux:pass", "cop")])
        plural = "Number=Plur" in tree[first].morph and "VerbForm=Fin" in tree[first].morph
        if opens and plural and max(tree.subtree(noun.index)) == first - 1:
            passive = ":pass" if tree.children(verb.index, "aux:pass") else ""
            yield replace(noun, dep=f"nsubj{passive}")
            yield replace(tree[opening[0]], pos="DET", dep="det", lemma="un")


def partners_after_years(tree: Tree) -> Iterator[Token]:
    """« conclus en 1962 avec les insurgés »: whom the verb is done with goes with it, not with the year."""
    words = tree.words
    for token in tree.tokens:
        year, verb = tree[token.head], tree[tree[token.head].head]
        joint = tree.case(token.index) in words.company | words.between | words.by
        if token.dep == "nmod" and joint and year.pos == "NUM" and year.index < token.index and verb.pos == "VERB":
            yield replace(token, head=verb.index, dep="obl")


def partners_of_pronouns(tree: Tree, pronouns: frozenset[str]) -> Iterator[Token]:
    """« celui de 2013 avec l'Allemagne », "another with Oman": whom such a pronoun has beside it belongs to it."""
    words = tree.words
    for at in _copies(tree, pronouns):
        of_year = at + 2 < len(tree) and tree[at + 1].lemma in words.of and tree[at + 2].pos == "NUM"
        joint = tree[min(at + (3 if of_year else 1), len(tree) - 1)]
        name = tree[joint.head]
        beside = joint.pos == "ADP" and joint.lemma in words.company | words.between and name.index > joint.index
        if beside and name.head != at and at not in tree.subtree(name.index):
            yield replace(name, head=at, dep="nmod")


def relatives_of_pronouns(tree: Tree, pronouns: frozenset[str]) -> Iterator[Token]:
    """ "a pact with Oman and another that Qatar signed": a relative right after such a pronoun belongs to it."""
    copies = list(_copies(tree, pronouns))
    for verb in tree.tokens:
        if verb.dep != "acl:relcl":
            continue
        for at in (at for at in copies if verb.head < at < verb.index - 1):
            beside = [max(tree.subtree(c)) for c in tree.children(at, "nmod") if c > at]
            if any(
                tree[end + 1].text.lower() in tree.words.object_relatives for end in (at, *beside) if end < verb.index
            ):
                yield replace(verb, head=at)
                break


def _copies(tree: Tree, pronouns: frozenset[str]) -> Iterator[int]:
    """Where one of the pronouns stands: « celui », or the last word of « un autre »."""
    for token in tree.tokens:
        pair = f"{tree[token.index - 1].text} {token.text}".lower() if token.index else ""
        nominal = token.pos in ("PRON", "NUM", "ADJ", "NOUN") and token.dep not in ("det", "amod")
        if nominal and (token.text.lower() in pronouns or pair in pronouns):
            yield token.index


def names_before_lists(tree: Tree) -> Iterator[Token]:
    """« Le Kenya, l'Ouganda et le Rwanda ont … »: the first of a list of subjects, hung on the verb beside them."""
    for name in tree.tokens:
        following = [c for c in tree.children(name.head, "nsubj") if c > name.index]
        if name.pos != "PROPN" or not name.dep.startswith("obl") or tree.case(name.index) or not following:
            continue
        second = tree[following[0]]
        between = [t.pos for t in tree.tokens[name.index + 1 : second.index]]
        listed = any(tree.children(c, "cc") for c in tree.children(second.index, "conj"))
        if between[:1] == ["PUNCT"] and set(between[1:]) <= {"DET"} and listed and second.pos == "PROPN":
            yield replace(name, dep="nsubj")
            yield replace(second, head=name.index, dep="conj")


def names_before_subjects(tree: Tree) -> Iterator[Token]:
    """« À Suva, Jo Li et le président ont signé »: the name before a subject with its own « et » is one."""
    for second in tree.tokens:
        joint = [c for c in tree.children(second.index, "cc") if c < second.index]
        if second.dep != "nsubj" or not joint or joint[0] == 0:
            continue
        last = tree[joint[0] - 1]
        name = tree[last.head] if last.dep.startswith("flat") else last
        hung = name.dep in ("advmod", "obl:mod", "obl", "dep", "nmod", "appos")
        if name.pos == "PROPN" and hung and not tree.case(name.index) and second.head not in (name.index, second.index):
            yield replace(name, head=second.head, dep="nsubj")
            yield replace(second, head=name.index, dep="conj")


def subjects_after_openings(tree: Tree) -> Iterator[Token]:
    """ "Having met the minister, Qatar's emir flew …": what stands between the comma and the verb is its subject."""
    for verb in tree.tokens:
        first = min([verb.index, *tree.children(verb.index, "aux", "cop", "advmod")])
        if verb.pos not in VERBAL or first < 3 or tree.children(verb.index, "nsubj", "nsubj:pass", "expl:subj"):
            continue
        noun = tree[_phrase_ending(tree, first)]
        opening = _below(tree, noun.index, verb.index)
        if noun.dep not in ("appos", "conj", "dep", "nmod") or noun.pos not in _NOUNS or opening is None:
            continue
        start = min(tree.subtree(noun.index))
        apart = start > 0 and tree[start - 1].text == "," and tree[opening].dep in ("advcl", "obl", "obl:mod")
        if apart and not tree.case(noun.index) and not tree.children(noun.index, "cc"):
            passive = ":pass" if tree.children(verb.index, "aux:pass") else ""
            yield replace(noun, head=verb.index, dep=f"nsubj{passive}")


def _phrase_ending(tree: Tree, end: int) -> int:
    """The head of the phrase that ends right before ``end``."""
    at = end - 1
    while tree[at].head < end and tree[at].head != at and not _parted(tree, at):
        at = tree[at].head
    return at


def _parted(tree: Tree, index: int) -> bool:
    """Whether a comma stands between the word's phrase and what it hangs on."""
    start = min(tree.subtree(index))
    return start > 0 and tree[start - 1].text == "," and tree[index].head < start


def _below(tree: Tree, index: int, verb: int) -> int | None:
    """The dependent of ``verb`` that the word hangs below; ``None`` where it hangs elsewhere or right below."""
    way = [index, *tree.ancestors(index)]
    return way[way.index(verb) - 1] if verb in way[2:] else None


def agents_of_participles(tree: Tree) -> Iterator[Token]:
    """« accusé d'ingérence par Bamako »: a name after « par » is who does what the participle says."""
    for name in tree.tokens:
        noun = tree[name.head]
        verb = tree[noun.head]
        agent = name.pos == "PROPN" and name.dep == "nmod" and tree.case(name.index) in tree.words.by
        complement = noun.pos == "NOUN" and noun.dep.startswith("obl") and noun.index > verb.index
        past = verb.pos == "VERB" and "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph
        if agent and complement and past and not tree.children(verb.index, "obl:agent", "aux:tense"):
            yield replace(name, head=verb.index, dep="obl:agent")


def gapped_arguments(tree: Tree) -> Iterator[Token]:
    """« s'est retiré du Mali, puis du Niger »: a name goes on from the last complement with the same preposition."""
    for name in tree.tokens:
        verb = tree[name.head]
        case = tree.case(name.index)
        if name.pos != "PROPN" or name.dep != "conj" or verb.pos not in VERBAL or not case:
            continue
        before = [c for c in tree.children(verb.index, "obl") if c < name.index and tree.case(c) == case]
        if before and tree[before[-1]].pos == "PROPN":
            yield replace(name, head=before[-1])


def objects_before_participles(tree: Tree) -> Iterator[Token]:
    """« n'ont rien signé », « a tout perdu »: a pronoun between auxiliary and participle is no second subject."""
    for pronoun in tree.tokens[2:]:
        verb, before = tree[pronoun.head], tree[pronoun.index - 1]
        inside = before.pos == "AUX" and before.head == verb.index == pronoun.index + 1
        if pronoun.pos == "PRON" and pronoun.dep == "nsubj" and inside and "VerbForm=Part" in verb.morph:
            others = [c for c in tree.children(verb.index, "nsubj") if c < before.index]
            if others and not tree.children(verb.index, "obj"):
                yield replace(pronoun, dep="obj")
