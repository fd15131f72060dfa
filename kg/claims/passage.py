"""What every finder works with: one article, its reading, and the look-ups over it."""

from collections.abc import Iterable
from dataclasses import dataclass

from kg.claims.cast import Cast
from kg.claims.circumstances import Circumstances
from kg.claims.context import Context
from kg.claims.modality import Judge
from kg.claims.referents import Referents
from kg.claims.scenes import Scenes
from kg.claims.syntax import Syntax
from kg.claims.tallies import Tallies
from kg.model import Article, Evidence, Reading
from kg.reading.tree import Tree
from kg.vocabulary import KINDS, Gazetteer, Lexicon, load_grammar

_SMALL = ("det", "case", "aux", "cop", "nummod", "fixed", "mark")


@dataclass(frozen=True, slots=True)
class Passage:
    """An article with its reading and everything that looks things up in it."""

    article: Article
    reading: Reading
    lexicon: Lexicon
    gazetteer: Gazetteer
    syntax: Syntax
    referents: Referents
    judge: Judge
    circumstances: Circumstances
    tallies: Tallies
    cast: Cast
    context: Context

    @staticmethod
    def of(article: Article, reading: Reading, lexicon: Lexicon, gazetteer: Gazetteer) -> "Passage":
        """The passage of ``article`` as ``reading`` has it."""
        grammar = load_grammar(article.language)
        tree = Tree(reading.tokens, grammar.words)
        names = [m for m in reading.mentions if m.sense != "adjective" and m.entity.kind in KINDS]
        kinds = {m.head: m.entity.kind for m in sorted(names, key=lambda m: m.entity.kind != "Place")}
        times = {i for time in reading.times for i in range(time.first, time.last)}
        syntax = Syntax(tree, grammar, kinds, times)
        referents = Referents(reading, tree, gazetteer)
        language = article.language
        modality, attribution = lexicon.modality(language), lexicon.attribution(language)
        texts = {words[0] for words in lexicon.agreement_nouns(language) if len(words) == 1}
        judge = Judge(syntax, referents, modality, attribution, gazetteer, reading.offices, texts)
        scenes = Scenes(reading, syntax, article.info.published, judge.sources.saying)
        cast = Cast(reading, tree, gazetteer.is_media)
        return Passage(
            article,
            reading,
            lexicon,
            gazetteer,
            syntax,
            referents,
            judge,
            Circumstances(reading, syntax, referents, scenes, judge.sources, article.info.published, texts),
            Tallies(reading, syntax),
            cast,
            Context(cast),
        )

    @property
    def tree(self) -> Tree:
        return self.syntax.tree

    def evidence(self, indices: Iterable[int]) -> Evidence:
        """The passage from the first to the last of these tokens and of the small words that belong to them."""
        ordered = sorted(self._with_small_words(set(indices)))
        return Evidence.of(self.article, self.tree[ordered[0]].start, self.tree[ordered[-1]].end)

    def _with_small_words(self, indices: set[int]) -> set[int]:
        """The tokens with their articles, prepositions and auxiliaries."""
        tree = self.tree
        small = {c for i in indices for c in tree.children(i) if tree[c].dep.startswith(_SMALL) and c < i}
        return indices | {c for c in small if tree[c].text[0].isalnum()}
