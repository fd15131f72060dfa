"""The nouns that name agreements: where they stand, what they are called, what they are said to provide."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from kg.claims.passage import Passage
from kg.model import Sentence
from kg.reading.names import NameMatcher, singular
from kg.vocabulary import load_lexicon

_LABEL_PARTS = ("NOUN", "ADJ", "ADP", "PROPN", "CCONJ", "DET")
_LONGEST_LABEL = 10
_DEFINITE = {
    "le",
    "la",
    "l'",
    "l’",
    "les",
    "ce",
    "cet",
    "cette",
    "ces",
    "son",
    "sa",
    "leur",
    "the",
    "this",
    "that",
    "its",
}


@dataclass(frozen=True, slots=True)
class AgreementNoun:
    """An agreement noun: half-open token indices, its head, its kind, and whether a bare mention of it is no claim."""

    first: int
    last: int
    head: int
    kind: str
    needs_act: bool
    parties: tuple[str, ...] = ()


def agreement_nouns(passage: Passage, sentence: Sentence) -> Iterator[AgreementNoun]:
    """The agreement nouns of a sentence in the order of the text; « être d'accord » is none."""
    tree = passage.tree
    text, language = passage.article.text, passage.article.language
    start, end = tree[sentence.first].start, tree[sentence.last - 1].end
    for match in noun_matcher(language).find(text[start:end]):
        first, last = _tokens(passage, start + match.start, start + match.end)
        if first >= last:
            continue
        kind, needs_act, parties = match.senses[0]
        head = tree.head_of(first, last) if parties else _head(passage, first, last)
        if tree[head].pos in ("NOUN", "PROPN") and not _is_idiom(passage, head):
            yield AgreementNoun(first, last, head, kind, needs_act, parties)


def _tokens(passage: Passage, start: int, end: int) -> tuple[int, int]:
    tokens = passage.tree.tokens
    return bisect_right(tokens, start, key=lambda t: t.end), bisect_left(tokens, end, key=lambda t: t.start)


def _head(passage: Passage, first: int, last: int) -> int:
    """The head noun of an agreement's name: before the first preposition (« traité de paix »), else the last word.

    In French it is the first.
    """
    if passage.article.language == "fr":
        return first
    return next((i - 1 for i in range(first + 1, last) if passage.tree[i].pos == "ADP"), last - 1)


def _is_idiom(passage: Passage, head: int) -> bool:
    """« être d'accord », « se mettre d'accord »: a state of mind."""
    tree = passage.tree
    if head < 2 or tree[head].dep == "obj":  # « n'ont pas signé d'accord »
        return False
    return tree[head - 1].lemma == "de" and tree[head - 2].pos in ("VERB", "AUX", "ADV")


def is_definite(passage: Passage, noun: AgreementNoun) -> bool:
    """Whether the text speaks of it as known: « le traité », "its pact"."""
    tree = passage.tree
    return any(tree[c].text.lower() in _DEFINITE for c in tree.children(noun.head, "det"))


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
    first, last = noun.first, noun.last
    inside = set(tree.subtree(noun.head))
    while last < len(tree) and last in inside and last - noun.first < _LONGEST_LABEL and _describes(passage, last):
        last += 1
    while last > noun.last and tree[last - 1].pos in ("ADP", "DET", "CCONJ"):
        last -= 1
    if passage.article.language == "en":
        while first - 1 in inside and tree[first - 1].dep in ("amod", "compound") and _describes(passage, first - 1):
            first -= 1
    text = passage.article.text[tree[first].start : tree[last - 1].end]
    return " ".join(text.split())


def _describes(passage: Passage, index: int) -> bool:
    token = passage.tree[index]
    return token.pos in _LABEL_PARTS and not passage.referents.mentions(index) and token.text not in (",",)


@cache
def noun_matcher(language: str) -> NameMatcher[tuple[str, bool, tuple[str, ...]]]:
    """Looks up the names of agreements: kind, whether a bare mention is no claim, and the parties that it implies."""
    lexicon = load_lexicon()
    names = lexicon.agreement_names(language).values()
    return NameMatcher(
        [
            *((" ".join(name.words), (name.kind, False, name.parties)) for name in names),
            *((" ".join(words), (kind, False, ())) for words, kind in lexicon.agreement_nouns(language).items()),
            *((" ".join(words), (kind, True, ())) for words, kind in lexicon.ambiguous_nouns(language).items()),
        ],
        key=singular,
    )


@cache
def _provision_matcher(language: str) -> NameMatcher[str]:
    phrases = load_lexicon().provisions(language)
    return NameMatcher(((" ".join(words), key) for words, key in phrases.items()), key=singular)
