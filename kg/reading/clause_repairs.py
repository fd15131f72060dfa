"""Mends clauses that the parsers are known to tear: verbs below names, figures beside what they count."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import THAT, VERBAL

_NOMINAL = ("NOUN", "PROPN", "PRON")
_LOOSE = ("parataxis", "conj", "dep", "acl", "amod", "appos", "nmod")
_ENDS = (".", ";", "!", "…")
_ARGUMENTS = ("obl:arg", "obl:mod", "obl", "nmod")


def common_nouns(tree: Tree) -> Iterator[Token]:
    """ "the foreign ministry", "coastguards": a word in lower case that no capital follows is no name, but a noun."""
    for token in tree.tokens:
        after = tree[token.index + 1].text if token.index + 1 < len(tree) else ""
        before = tree[token.index - 1].text if token.index else ""
        joined = after[:1] in ("-", "'", "’") or before[-1:] in ("-", "'", "’", ".")
        common = token.text.isalpha() and token.text.islower() and not joined and not after[:1].isupper()
        if token.pos == "PROPN" and common:
            yield replace(token, pos="NOUN")


def subjects_as_roots(tree: Tree) -> Iterator[Token]:
    """« A compte livrer … », « À l'appel de B, C ont défilé »: the finite verb right after a phrase is the main thing.

    The parser took the noun before the verb, or the one that opens the sentence, for it.
    """
    for verb in tree.tokens:
        top = tree[verb.head]
        loose = verb.pos in VERBAL and verb.dep in _LOOSE and _is_finite(tree, verb.index)
        if not loose or top.dep != "root" or top.pos not in ("NOUN", "PROPN") or top.index > verb.index:
            continue
        start = min([verb.index, *tree.children(verb.index, "aux", "cop", "expl", "advmod")])
        beside = start > top.index and tree[start - 1].pos in ("NOUN", "PROPN", "ADJ")
        if not beside or tree.children(verb.index, "nsubj", "mark", "cc"):
            continue
        subject = _phrase_before(tree, start)
        if subject != top.index and not (tree.case(top.index) and not tree.case(subject)):
            continue
        passive = ":pass" if tree.children(verb.index, "aux:pass") else ""
        yield replace(verb, head=verb.index, dep="root")
        yield replace(tree[subject], head=verb.index, dep=f"nsubj{passive}")
        if subject != top.index:
            yield replace(top, head=verb.index, dep="obl:mod")
        yield from _complements(tree, top.index, verb.index)


def _complements(tree: Tree, top: int, verb: int) -> Iterator[Token]:
    """What stands behind the verb though it hung on the noun before: its object, infinitive and adjuncts."""
    bare = True
    for child in (tree[c] for c in tree.children(top) if c > verb):
        infinitive = "VerbForm=Inf" in child.morph
        if child.pos in _NOMINAL or infinitive:
            case = infinitive or tree.case(child.index)
            dep = "xcomp" if infinitive else "obl:mod" if case or not bare else "obj"
            bare = bare and bool(case)
            yield replace(child, head=verb, dep=dep)
        else:
            yield replace(child, head=verb)


def _phrase_before(tree: Tree, end: int) -> int:
    """The head of the phrase that ends right before ``end``, no further back than the last comma."""
    at = end - 1
    while tree[at].head < at and not any(t.text == "," for t in tree.tokens[tree[at].head : at]):
        at = tree[at].head
    return at


def _is_finite(tree: Tree, verb: int) -> bool:
    return any("VerbForm=Fin" in tree[i].morph for i in (verb, *tree.children(verb, "aux", "cop")))


def perfects_with_be(tree: Tree, lemmas: frozenset[str]) -> Iterator[Token]:
    """« sont descendus dans la rue »: « être » alone makes the perfect of these verbs, no passive."""
    for verb in tree.tokens:
        helpers = [tree[c] for c in tree.children(verb.index, "aux")]
        if verb.lemma not in lemmas or not helpers or any(h.text.lower() == "été" for h in helpers):
            continue
        for child in tree.children(verb.index, "nsubj:pass", "aux:pass"):
            tense = ":tense" * (tree[child].pos == "AUX")
            yield replace(tree[child], dep=tree[child].dep.removesuffix(":pass") + tense)


def parted_clauses(tree: Tree) -> Iterator[Token]:
    """« X a signé ; Y a refusé », "X met Y; Z objected": a clause with a subject of its own says nothing of the other.

    A semicolon parts whatever the parser joined, a colon what it took for an adverbial clause; « que » keeps it below.
    """
    for verb in tree.tokens:
        if verb.pos not in VERBAL or verb.dep not in ("advcl", "ccomp") or verb.head == verb.index:
            continue
        whole = tree.children(verb.index, "nsubj") or verb.index < verb.head
        if not _is_finite(tree, verb.index) or tree.children(verb.index, "mark") or not whole:
            continue
        between = tree.tokens[min(verb.index, verb.head) : max(verb.index, verb.head)]
        marks = {";", ":"} if verb.dep == "advcl" else {";"}
        if any(token.text in marks and not _is_inside(tree, token.index, verb.index) for token in between):
            yield replace(verb, dep="parataxis")


def _is_inside(tree: Tree, mark: int, verb: int) -> bool:
    """Whether the clause of the verb has words on both sides of the mark."""
    below = [i for i in tree.subtree(verb) if tree[i].pos != "PUNCT"]
    return min(below) < mark < max(below)


def counted_pronouns(tree: Tree) -> Iterator[Token]:
    """« a rapatrié 200 de ses citoyens »: what a figure counts hangs on the figure, not on the verb."""
    for figure in tree.tokens[:-1]:
        after = tree[figure.index + 1]
        if "NumType=Card" not in figure.morph or figure.pos not in ("PRON", "NUM") or after.lemma != "de":
            continue
        noun = tree[after.head]
        beside = noun.head == figure.head and noun.index > figure.index and noun.dep in _ARGUMENTS
        if beside and noun.pos in _NOMINAL and figure.dep in ("obj", "nsubj", "nsubj:pass"):
            yield replace(noun, head=figure.index, dep="nmod")


def participles_beside_infinitives(tree: Tree) -> Iterator[Token]:
    """« a sommé X de partir et expulsé Y »: a bare participle goes on from the verb that has the auxiliary."""
    for verb in tree.tokens:
        first = tree[verb.head]
        past = "VerbForm=Part" in verb.morph and "Tense=Past" in verb.morph and verb.pos == "VERB"
        if not past or verb.dep != "conj" or "VerbForm=Inf" not in first.morph or tree.children(verb.index, "aux"):
            continue
        for above in tree.ancestors(first.index):
            if tree.children(above, "aux:tense") and "VerbForm=Part" in tree[above].morph:
                yield replace(verb, head=above)
                break


def named_objects(tree: Tree) -> Iterator[Token]:
    """« a invité Niamey à rouvrir … »: a name between a verb and its infinitive is the object, no predicate."""
    for name in tree.tokens:
        verb = tree[name.head]
        predicate = name.pos == "PROPN" and name.dep == "xcomp" and verb.pos == "VERB" and name.index > verb.index
        infinitives = [c for c in tree.children(verb.index, "xcomp") if _is_infinitive(tree, c)]
        if predicate and any(c > name.index for c in infinitives) and not tree.case(name.index):
            yield replace(name, dep="obj")


def _is_infinitive(tree: Tree, verb: int) -> bool:
    """Whether the verb is an infinitive, simple or perfect: « partir », « avoir livré »."""
    return any("VerbForm=Inf" in tree[at].morph for at in (verb, *tree.children(verb, "aux")))


def nominal_participles(tree: Tree) -> Iterator[Token]:
    """« l'opposant X a dénoncé »: a present participle with an article before and a name behind is a noun."""
    for token in tree.tokens:
        participle = token.pos == "VERB" and "VerbForm=Part" in token.morph and "Tense=Pres" in token.morph
        articles = [c for c in tree.children(token.index, "det") if "PronType=Art" in tree[c].morph]
        named = any(
            tree[c].pos == "PROPN" and c > token.index for c in tree.children(token.index, "amod", "nmod", "appos")
        )
        if participle and articles and named and not tree.children(token.index, "obj"):
            yield replace(token, pos="NOUN", lemma=token.text.lower(), morph="Gender=Masc|Number=Sing")
            yield from (
                replace(tree[c], dep="nmod") for c in tree.children(token.index, "amod") if tree[c].pos == "PROPN"
            )


def mistaken_verbs(tree: Tree, forms: Mapping[str, str]) -> Iterator[Token]:
    """« L'Iran dément avoir livré … », « La junte dément un accord »: a known form between two is their verb."""
    for token in tree.tokens:
        lemma = forms.get(token.text.lower())
        if lemma is not None and token.pos in VERBAL and token.lemma == token.text.lower() != lemma:
            yield replace(token, lemma=lemma)  # "forgave" is not in the tables
        if lemma is None or token.pos in VERBAL:
            continue
        if token.index + 1 < len(tree) and tree[token.index + 1].text.startswith("-"):  # « Saviez-vous que … »
            yield replace(token, pos="VERB", lemma=lemma, morph="Mood=Ind|VerbForm=Fin")
            continue
        clause = _clause_after(tree, token.index)
        complement = clause or _infinitive_after(tree, token.index) or _noun_after(tree, token.index)
        if complement is None:
            yield from _absolute(tree, token, lemma)
            continue
        subjects = [tree[c] for c in tree.children(complement.index, "nsubj") if c < token.index and not clause]
        noun = subjects[-1] if subjects else _noun_before(tree, token.index)
        if noun is None:
            continue
        place = complement if subjects or noun.head == complement.index else noun
        head = token.index if place.head == place.index else place.head
        yield replace(token, pos="VERB", lemma=lemma, morph="Mood=Ind|VerbForm=Fin", head=head, dep=place.dep)
        yield replace(noun, head=token.index, dep="nsubj")
        dep = "ccomp" if clause else "obj" if complement.pos in _NOMINAL else "xcomp"
        yield replace(complement, head=token.index, dep=dep)


def _absolute(tree: Tree, token: Token, lemma: str) -> Iterator[Token]:
    """« Bakou dément. »: the form between a name and the end of its clause."""
    name = tree[token.index - 1]
    ends = token.index + 1 == len(tree) or tree[token.index + 1].text in _ENDS
    if not ends or token.index == 0 or not name.text[0].isupper() or token.head != name.index or tree.case(name.index):
        return
    head = token.index if name.head == name.index else name.head
    yield replace(token, pos="VERB", lemma=lemma, morph="Mood=Ind|VerbForm=Fin", head=head, dep=name.dep)
    yield replace(name, head=token.index, dep="nsubj")


def _clause_after(tree: Tree, index: int) -> Token | None:
    """The verb of the clause that « que » opens right after a word, and that is no clause of its own noun."""
    mark = tree[index + 1] if index + 1 < len(tree) else tree[index]
    verb = tree[mark.head]
    opens = mark.dep == "mark" and mark.text.lower() in THAT and verb.index > mark.index
    return verb if opens and verb.pos in VERBAL else None


def _infinitive_after(tree: Tree, index: int) -> Token | None:
    """The infinitive right after a word; of « avoir livré » the participle."""
    for token in tree.tokens[index + 1 : index + 4]:
        if "VerbForm=Inf" in token.morph:
            return tree[token.head] if token.pos == "AUX" else token
    return None


def _noun_after(tree: Tree, index: int) -> Token | None:
    """The noun that follows a word with nothing but its determiners between."""
    for token in tree.tokens[index + 1 : index + 5]:
        if token.pos in ("NOUN", "PROPN"):
            return None if tree.case(token.index) else token
        if token.pos not in ("DET", "ADJ", "NUM", "ADV"):
            return None
    return None


def _noun_before(tree: Tree, index: int) -> Token | None:
    """The noun whose phrase ends right before a word."""
    at = index - 1
    while at >= 0 and tree[at].head < index and tree[at].head != at and tree[at].dep not in ("conj", "nsubj"):
        at = tree[at].head
    return tree[at] if at >= 0 and tree[at].pos in _NOMINAL else None
