"""Whether a person is a man or a woman, as far as the words of a text tell."""

from collections.abc import Sequence

from kg.model import Entity, Mention, Token
from kg.reading.tree import Tree
from kg.vocabulary import LanguageWords

_NAMING = ("office", "name", "body")
_BEFORE = 2


class Genders:
    """What titles (« la ministre », "the spokeswoman"), "Mrs" and the pronouns so far tell of each person."""

    def __init__(self, tree: Tree, mentions: Sequence[Mention], words: LanguageWords) -> None:
        self._tree = tree
        self._words = words
        self._known: dict[str, str] = {}
        for mention in mentions:
            if mention.entity.kind == "Person" and mention.sense in _NAMING and (told := self._told(mention)):
                self._known.setdefault(mention.entity.id, told)

    def fit(self, entity: Entity, pronoun: Token) -> bool:
        """Whether nothing says that the pronoun cannot mean the person."""
        known, wanted = self._known.get(entity.id), self._of_word(pronoun)
        return entity.kind != "Person" or known is None or wanted is None or known == wanted

    def learn(self, entity: Entity, pronoun: Token) -> None:
        """Take note that the pronoun means the person."""
        if entity.kind == "Person" and (told := self._of_word(pronoun)):
            self._known.setdefault(entity.id, told)

    def _of_word(self, token: Token) -> str | None:
        word = token.text.lower()
        return "Fem" if word in self._words.women else "Masc" if word in self._words.men else None

    def _told(self, mention: Mention) -> str | None:
        """The gender of the title, or of the word of address before the name."""
        first = max(0, mention.first - _BEFORE) if mention.sense == "name" else mention.first
        for at in range(first, mention.last):
            token = self._tree[at]
            if token.pos not in ("PRON", "DET") and (told := self._of_word(token)):  # not "her counterpart"
                return told
        if mention.sense == "name" or not self._words.gendered_titles:
            return None
        head = self._tree[mention.head]
        articles = [self._tree[c] for c in self._tree.children(mention.head, "det", "case")]
        morphs = " ".join(t.morph for t in articles if t.text.lower() in self._words.gendered_titles)
        if "Gender=Fem" in head.morph or "Gender=Fem" in morphs:
            return "Fem"
        return "Masc" if "Gender=Masc" in morphs else None  # not « son homologue »
