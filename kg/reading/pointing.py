"""Words that point back by themselves, and the articles that make others do so."""

from collections.abc import Collection

from kg.model import Token
from kg.reading.tree import Tree
from kg.reading.verb_repairs import VERBAL
from kg.vocabulary import LanguageWords


def is_demonstrative(tree: Tree, token: Token, words: LanguageWords) -> bool:
    """« celui-ci », « ce dernier », "the latter": whoever was named last."""
    after = [tree[i].text.lower() for i in range(token.index + 1, min(len(tree), token.index + 3))]
    if token.lemma == "celui" or token.text.lower() in ("celui-ci", "celle-ci"):
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


def is_small(tree: Tree, token: Token) -> bool:
    """Whether the word is a pronoun or determiner and no part of a name (« Choe Son-hui »)."""
    inside = token.text[0].isupper() and token.index > 0 and tree[token.index - 1].text[0].isupper()
    return token.pos in ("PRON", "DET", "ADJ") and not inside
