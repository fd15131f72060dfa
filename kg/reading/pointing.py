"""Words that point back by themselves, and the articles that make others do so."""

from collections.abc import Collection, Mapping, Sequence

from kg.model import Entity, Mention, Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL
from kg.vocabulary import LanguageWords

_OPENING = ("advcl", "obl", "advmod")


def is_demonstrative(tree: Tree, token: Token, words: LanguageWords) -> bool:
    """« celui-ci », « ce dernier », "the latter": whoever was named last."""
    if token.lemma == "celui" or token.text.lower() in ("celui-ci", "celle-ci"):
        after = [tree[i].text.lower() for i in range(token.index + 1, min(len(tree), token.index + 3))]
        return "ci" in token.text.lower().split("-") or after[-1:] == ["ci"] or after[:1] in (["-ci"], ["ci"])
    return token.lemma in words.last and stands_alone(tree, token, words.pointing | words.the)


def stands_alone(tree: Tree, token: Token, articles: Collection[str]) -> bool:
    """Whether an adjective has an article of ``articles`` and no noun."""
    index = token.index
    if index == 0 or tree[index - 1].text.lower() not in articles:
        return False
    return index + 1 >= len(tree) or tree[index + 1].pos not in ("NOUN", "PROPN", "ADJ", "NUM")


def is_definite(word: Token, words: LanguageWords) -> bool:
    """Whether it is a definite article, or a preposition that holds one (« du », « des »)."""
    return word.text.lower() in words.definite or (word.dep == "case" and "Definite=Def" in word.morph)


def is_object(tree: Tree, token: Token) -> bool:
    """Whether it is the object of a verb after it, as « les » is where it is a pronoun."""
    return token.dep in ("obj", "iobj") and token.head > token.index and tree[token.head].pos in VERBAL


def named_ahead(
    tree: Tree, token: Token, first: int, by_head: Mapping[int, Sequence[Mention]], wanted: str
) -> list[Entity]:
    """« Après l'expulsion de son ambassadeur, le Mali … »: the subject that an opening phrase points forward to.

    Nobody where the sentence, which starts at ``first``, has named somebody before the word.
    """
    subject = _subject_ahead(tree, token.index)
    if subject is None or any(at in by_head for at in range(first, token.index)):
        return []
    parts = [at for at in tree.conjuncts(subject) if at in by_head]
    named = [m.entity for at in parts for m in by_head[at][:1] if m.sense != "adjective"]
    return named if wanted == "any" or (len(named) > 1) == (wanted == "plural") else []


def _subject_ahead(tree: Tree, index: int) -> int | None:
    """The subject right of an adverbial clause or phrase that opens its sentence and holds the word."""
    at = index
    for above in tree.ancestors(index):
        opens = tree[at].dep.startswith(_OPENING) and at < above and bool(tree.children(at, "case", "mark"))
        if tree[above].pos in VERBAL and opens:
            subjects = [c for c in tree.children(above, "nsubj") if index < c < above]
            if subjects and max(tree.subtree(at)) < min(tree.subtree(subjects[0])):
                return subjects[0]
        at = above
    return None


def is_small(tree: Tree, token: Token) -> bool:
    """Whether the word is a pronoun or determiner and no part of a name (« Choe Son-hui »)."""
    inside = token.text[0].isupper() and token.index > 0 and tree[token.index - 1].text[0].isupper()
    return token.pos in ("PRON", "DET", "ADJ") and not inside
