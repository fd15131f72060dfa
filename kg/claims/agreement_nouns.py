"""The nouns that name agreements: where they stand, what they are called, what they are said to provide."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from kg.claims.passage import Passage
from kg.model import Sentence
from kg.reading.names import NameMatcher, singular
from kg.vocabulary import load_language, load_lexicon
from kg.vocabulary.merging import ANY_KIND

_LABEL_PARTS = ("NOUN", "ADJ", "ADP", "PROPN", "CCONJ", "DET")
_LONGEST_LABEL = 10
_QUOTES = {"«", "“", '"', "„", "‘"}
_NONE = ""  # the kind of what is no agreement


@dataclass(frozen=True, slots=True)
class AgreementNoun:
    """A word or name that stands for an agreement: half-open token indices, its head, its kind.

    ``needs_act`` says that a bare mention of it is no claim. ``name`` is a proper name as the lexicon has it.
    ``stands_in`` marks a word that means an agreement only where one was spoken of: « le texte », "it". ``unnamed``
    is a deal without a noun: "agreed with X to station troops". ``called`` are the indices of the name where words
    stand beside it that say what it is: « un autre pacte, New Start ». ``copied`` marks a pronoun for another one of
    the kind spoken of: « celui que Kigali a signé », ``follows`` that it is of the same parties: « le précédent ».
    """

    first: int
    last: int
    head: int
    kind: str
    needs_act: bool
    parties: tuple[str, ...] = ()
    name: str | None = None
    stands_in: bool = False
    unnamed: bool = False
    called: tuple[int, int] | None = None
    copied: bool = False
    follows: bool = False


@dataclass(frozen=True, slots=True)
class NounSense:
    """What a noun or name of the lexicon says of the agreement that it names."""

    kind: str
    needs_act: bool
    parties: tuple[str, ...] = ()
    name: str | None = None


def agreement_nouns(passage: Passage, sentence: Sentence) -> list[AgreementNoun]:
    """The agreement nouns of a sentence in the order of the text; « être d'accord » is none."""
    found: list[AgreementNoun] = []
    for noun in _matched(passage, sentence):
        if found and _is_apposed(passage, found[-1], noun):
            found[-1] = _apposed(found[-1], noun)
        elif found and _is_one_name(passage, found[-1], noun):
            found[-1] = _joined(passage, found[-1], noun)
        else:
            found.append(noun)
    taken = {i for noun in found for i in range(noun.first, noun.last)}
    texts = passage.syntax.grammar.agreement_texts
    for token in passage.tree.tokens[sentence.first : sentence.last]:
        if token.lemma not in texts or token.pos != "NOUN" or token.index in taken:
            continue
        of_known = taken & {*passage.tree.children(token.index, "nmod")}  # « le texte de l'accord »
        if not of_known:
            found.append(AgreementNoun(token.index, token.index + 1, token.index, ANY_KIND, True, stands_in=True))
    return sorted(found, key=lambda noun: noun.first)


def modifiers(nouns: Iterable[AgreementNoun]) -> set[int]:
    """The words of agreement names but for their heads."""
    return {i for noun in nouns for i in range(noun.first, noun.last) if i != noun.head}


def _matched(passage: Passage, sentence: Sentence) -> Iterator[AgreementNoun]:
    tree = passage.tree
    text, language = passage.article.text, passage.article.language
    start, end = tree[sentence.first].start, tree[sentence.last - 1].end
    for match in noun_matcher(language).find(text[start:end]):
        first, last = _tokens(passage, start + match.start, start + match.end)
        if first >= last:
            continue
        sense = match.senses[0]
        if sense.kind == _NONE:
            continue
        head = tree.head_of(first, last) if sense.name else _head(passage, first, last)
        idiom = _is_idiom(passage, head) or (last - first == 1 and _is_consent(passage, head))
        none = idiom or _is_in_name(passage, head) or _is_title(passage, first)
        if tree[head].pos in ("NOUN", "PROPN", "X") and not none:
            yield AgreementNoun(first, last, head, sense.kind, sense.needs_act, sense.parties, sense.name)


def _is_one_name(passage: Passage, one: AgreementNoun, two: AgreementNoun) -> bool:
    """« accord de partenariat », "strategic partnership treaty": two agreement nouns that make one name."""
    between = range(one.last, two.first)
    if not load_language(passage.article.language).noun_first:
        return not between and not two.name
    return len(between) == 1 and passage.tree[one.last].lemma == "de" and not two.name


def _is_apposed(passage: Passage, one: AgreementNoun, two: AgreementNoun) -> bool:
    """ "another pact, New START", "AUKUS, a pact": a name and what it is."""
    between = passage.tree.tokens[one.last : two.first]
    comma = bool(between) and between[0].text == "," and all(t.pos in ("DET", "ADJ") for t in between[1:])
    return comma and bool(one.name) != bool(two.name)


def _apposed(one: AgreementNoun, two: AgreementNoun) -> AgreementNoun:
    named = one if one.name else two
    return replace(named, first=one.first, last=two.last, head=one.head, called=(named.first, named.last))


def _joined(passage: Passage, one: AgreementNoun, two: AgreementNoun) -> AgreementNoun:
    """The name of both: its head says the kind, where it does not leave that to the word that describes it."""
    head, other = (one, two) if load_language(passage.article.language).noun_first else (two, one)
    kind = head.kind
    if kind == ANY_KIND and not passage.lexicon.types[other.kind].needs_act and not other.needs_act:
        kind = other.kind
    return AgreementNoun(one.first, two.last, head.head, kind, head.needs_act, one.parties, one.name)


def _tokens(passage: Passage, start: int, end: int) -> tuple[int, int]:
    tokens = passage.tree.tokens
    return bisect_right(tokens, start, key=lambda t: t.end), bisect_left(tokens, end, key=lambda t: t.start)


def _head(passage: Passage, first: int, last: int) -> int:
    """The head noun of an agreement's name: before the first preposition (« traité de paix »), else the last word.

    In French it is the first.
    """
    if load_language(passage.article.language).noun_first:
        return first
    return next((i - 1 for i in range(first + 1, last) if passage.tree[i].pos == "ADP"), last - 1)


def _is_idiom(passage: Passage, head: int) -> bool:
    """« être d'accord », « se mettre d'accord »: a state of mind."""
    tree = passage.tree
    if head < 2 or tree[head].dep == "obj":  # « n'ont pas signé d'accord »
        return False
    bare = tree[head - 1].text.lower() in ("d'", "d’", "de")
    above = {tree[tree[at].head].lemma for at in (head - 1, head)}
    there = bool(above & passage.syntax.grammar.happening)  # « il n'y a pas d'accord »
    return bare and tree[head - 2].pos in ("VERB", "AUX", "ADV") and not there


def _is_in_name(passage: Passage, head: int) -> bool:
    """Whether the noun is part of a known organisation's name: "the Arab League", « l'Organisation du traité … »."""
    named = [m for m in passage.referents.mentions(head) if m.sense == "name" and m.last - m.first > 1]
    return any(passage.gazetteer.profile(m.entity.id) for m in named)


def _is_title(passage: Passage, first: int) -> bool:
    """« La Trêve », "The Pact": the title of a work, which begins its quotation with a capital article and noun."""
    tree, article = passage.tree, first - 1
    return (
        article > 0
        and tree[article].pos == "DET"
        and tree[article - 1].text in _QUOTES
        and tree[article].text[:1].isupper()
        and tree[first].text[:1].isupper()
    )


def _is_consent(passage: Passage, head: int) -> bool:
    """« donner son accord », « avec l'accord de Tunis »: what one party alone gives or withholds."""
    tree, grammar = passage.tree, passage.syntax.grammar
    of_one = len(passage.referents.actors(passage.syntax.possessors(head))) == 1
    if tree[head].dep == "obj":
        owned = any("Poss=Yes" in tree[c].morph for c in tree.children(head))
        return (of_one or owned) and tree[tree[head].head].lemma in grammar.consenting
    return of_one and tree.case(head) in grammar.consenting


def is_definite(passage: Passage, noun: AgreementNoun) -> bool:
    """Whether the text speaks of it as known: « le traité », "its pact"."""
    tree = passage.tree
    if any(tree[c].text.lower() in passage.syntax.words.known_by for c in tree.children(noun.head, "det", "nmod:poss")):
        return True
    if noun.first and tree[noun.first - 1].text.lower() in tree.words.contracted and tree[noun.first - 1].pos == "ADP":
        return True
    if any(tree[c].dep == "nmod:poss" for c in tree.children(noun.head)):
        return True
    draft = noun.first - 2  # « le projet d'accord »
    bare = draft >= 0 and tree[noun.first - 1].text.lower() in passage.syntax.words.negated_partitives
    known = {tree[c].text.lower() for c in tree.children(draft, "det")} if bare else set()
    return bare and tree[draft].pos == "NOUN" and bool(known & passage.syntax.words.known_by)


def provisions(passage: Passage, sentence: Sentence, noun: AgreementNoun) -> list[tuple[str, int, int]]:
    """What the sentence says the agreement provides: key and half-open token indices."""
    tree = passage.tree
    start, end = tree[sentence.first].start, tree[sentence.last - 1].end
    matcher = _provision_matcher(passage.article.language)
    found = []
    for match in matcher.find(passage.article.text[start:end]):
        first, last = _tokens(passage, start + match.start, start + match.end)
        if first < last and (first >= noun.first or noun.head in tree.ancestors(first)):
            found.append((match.senses[0], first, last))
    return found


def label(passage: Passage, noun: AgreementNoun) -> str:
    """The noun with what describes it: « traité de partenariat stratégique global »."""
    tree = passage.tree
    first, last = noun.called or (noun.first, noun.last)
    if noun.called:
        return passage.article.text[tree[first].start : tree[last - 1].end]
    inside = set(tree.subtree(noun.head))
    if last < len(tree) and tree[last].lemma in tree.words.topic and tree[last].head > last:
        inside |= {last, *tree.subtree(tree[last].head)}
    inside -= _circumstantial(passage, noun)
    while last < len(tree) and last in inside and last - noun.first < _LONGEST_LABEL and _describes(passage, last):
        if tree[last].pos == "CCONJ" and last + 1 < len(tree) and tree[last + 1].pos == "DET":
            break
        last += 1
    while last > noun.last and tree[last - 1].pos in ("ADP", "DET", "CCONJ"):
        last -= 1
    if not load_language(passage.article.language).noun_first:
        while first - 1 in inside and tree[first - 1].dep in ("amod", "compound") and _describes(passage, first - 1):
            first -= 1
    text = passage.article.text[tree[first].start : tree[last - 1].end]
    return " ".join(text.split())


def _circumstantial(passage: Passage, noun: AgreementNoun) -> set[int]:
    """The words around the noun that say when or for how much, not what kind of agreement it is."""
    times = {i for t in passage.reading.times for i in range(t.first, t.last)}
    return times | {i for q in passage.reading.quantities if q.head != noun.head for i in range(q.first, q.last)}


def _describes(passage: Passage, index: int) -> bool:
    token = passage.tree[index]
    return token.pos in _LABEL_PARTS and not passage.referents.mentions(index) and token.text not in (",",)


@cache
def noun_matcher(language: str) -> NameMatcher[NounSense]:
    """Looks up the nouns and names of agreements."""
    lexicon = load_lexicon()
    names = [(" ".join(name.words), name) for name in lexicon.agreement_names(language).values()]
    nouns, ambiguous = lexicon.agreement_nouns(language), lexicon.ambiguous_nouns(language)
    return NameMatcher(
        [
            *((words, NounSense(name.kind, False, name.parties, words)) for words, name in names),
            *((" ".join(words), NounSense(kind, False)) for words, kind in nouns.items()),
            *((" ".join(words), NounSense(kind, True)) for words, kind in ambiguous.items()),
            *((" ".join(words), NounSense(_NONE, True)) for words in lexicon.agreement_false_friends(language)),
        ],
        key=singular,
    )


@cache
def _provision_matcher(language: str) -> NameMatcher[str]:
    phrases = load_lexicon().provisions(language)
    return NameMatcher(((" ".join(words), key) for words, key in phrases.items()), key=singular)
