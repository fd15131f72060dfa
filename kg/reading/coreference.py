"""Who is meant by a pronoun, a bare « le régime » or « les deux pays »: the most salient actors so far."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass

from kg.model import Entity, Mention, Sentence, Token
from kg.reading.bodies import acting
from kg.reading.tree import Tree
from kg.vocabulary import load_grammar, load_language

_ACTING = 3  # what a subject counts for a pair, against another mention
_FADING = 0.6  # what a mention one sentence further back still counts for a pair
_MEMORY = 200  # mentions back that a pronoun can reach
_ACTORS = ("name", "people", "capital", "seat", "body", "office", "adjective")


@dataclass(frozen=True, slots=True)
class _Seen:
    entity: Entity
    index: int
    sentence: int
    paragraph: int
    subject: bool


def references(
    tree: Tree,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    language: str,
    state: Callable[[str], Entity | None],
    bodies: Collection[str],
    counted: Collection[int],
) -> list[Mention]:
    """Mentions by pronoun, possessive, bare body noun and pair description, each with whom it means.

    ``state`` gives the state with an ISO 3166 code; ``bodies`` are the nouns that act for a state when they are bare,
    ``counted`` the tokens that head a figure for soldiers (« 10 000 hommes »).
    """
    resolver = _Resolver(tree, mentions, language, state, bodies, counted)
    found: list[Mention] = []
    for number, sentence in enumerate(sentences):
        for index in range(sentence.first, sentence.last):
            found += resolver.at(index, number, sentence)
    return found


class _Resolver:
    """Walks the text once and remembers which actors were named where."""

    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        language: str,
        state: Callable[[str], Entity | None],
        bodies: Collection[str],
        counted: Collection[int],
    ) -> None:
        self._counted = counted
        self._state = state
        self._tree = tree
        self._language = language
        self._words = load_language(language)
        self._pronouns = self._words.pronouns
        self._bodies = bodies
        self._by_head: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.sense in _ACTORS and mention.entity.kind in ("State", "Person", "Organisation", "Group"):
                self._by_head.setdefault(mention.head, []).append(mention)
        self._seen: list[_Seen] = []

    def at(self, index: int, number: int, sentence: Sentence) -> Iterator[Mention]:
        here = self._by_head.get(index)
        if here:
            self._remember(here, number, sentence)
            return
        token = self._tree[index]
        entities: Sequence[Entity] = ()
        sense = "description"
        if token.text.lower() in self._pronouns and token.pos in ("PRON", "DET", "ADJ"):
            entities = self._pronoun(token, number, sentence)
            sense = "pronoun"
        elif token.pos == "NOUN" and self._is_pair(token):
            entities = self.recent_states(2)
            entities = entities if len(entities) == 2 else ()
        elif token.pos == "NOUN" and (self._is_bare(token) or index in self._counted):
            entities = self._bare(token, number, sentence)
        for entity in entities:
            mention = Mention(index, index + 1, index, entity, sense)  # type: ignore[arg-type]
            yield mention
            if token.dep.startswith("nsubj"):
                self._remember([mention], number, sentence)

    def recent_states(self, limit: int) -> list[Entity]:
        """The states that the text before this point was most about, in the order in which it named them first.

        What was named lately counts more, and so does who acted.
        """
        weights: dict[str, float] = {}
        for seen in self._seen[-_MEMORY:]:
            code = seen.entity.iso3 or seen.entity.acts_for
            if code:
                fading = _FADING ** (self._seen[-1].sentence - seen.sentence)
                weights[code] = weights.get(code, 0.0) + fading * (
                    _ACTING if seen.subject or self._is_beside_subject(seen.index) else 1
                )
        best = sorted(weights, key=lambda code: -weights[code])[:limit]
        return [state for code in weights if code in best and (state := self._state(code))]

    def _is_beside_subject(self, index: int) -> bool:
        """Whether the noun is coordinated with a subject."""
        token = self._tree[index]
        return token.dep == "conj" and self._tree[token.head].dep.startswith("nsubj")

    def _remember(self, mentions: Sequence[Mention], number: int, sentence: Sentence) -> None:
        for mention in mentions:
            subject = self._tree[mention.head].dep.startswith("nsubj") and mention.sense != "adjective"
            self._seen.append(_Seen(mention.entity, mention.head, number, sentence.paragraph, subject))

    def _pronoun(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        if token.dep.startswith("expl"):
            return ()
        wanted = self._pronouns[token.text.lower()]
        near = [s for s in self._seen[-_MEMORY:] if s.paragraph == sentence.paragraph and number - s.sentence <= 2]
        for candidates in ([s for s in near if s.subject], near):
            for seen in reversed(candidates):
                if self._agrees(seen.entity, wanted):
                    return self._group(seen) if wanted == "plural" else (seen.entity,)
        return ()

    def _group(self, seen: _Seen) -> Sequence[Entity]:
        """All that is coordinated with ``seen``, for a plural pronoun."""
        together = {seen.index, *self._tree.conjuncts(seen.index)}
        together |= {self._tree[seen.index].head} if self._tree[seen.index].dep == "conj" else set()
        entities = [s.entity for s in self._seen[-_MEMORY:] if s.index in together]
        return list({e.id: e for e in entities}.values()) or (seen.entity,)

    def _agrees(self, entity: Entity, wanted: str) -> bool:
        if wanted == "person":
            return entity.kind == "Person"
        if wanted in ("thing", "plural"):
            return entity.kind != "Person" or wanted == "plural"
        if wanted in ("masculine", "feminine") and entity.kind == "State":
            return (wanted == "feminine") == is_feminine(entity.label, self._language)
        return True

    def _is_pair(self, token: Token) -> bool:
        grammar = load_grammar(self._language)
        if token.lemma not in grammar.pair_nouns:
            return False
        return any(self._tree[c].lemma in grammar.pair_numbers for c in self._tree.children(token.index))

    def _is_bare(self, token: Token) -> bool:
        if token.lemma not in self._bodies:
            return False
        children = [self._tree[c] for c in self._tree.children(token.index)]
        definite = any(c.text.lower() in self._words.definite for c in children)
        return definite and not any(c.dep in ("nmod", "nummod", "acl:relcl", "compound", "nmod:poss") for c in children)

    def _bare(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        """The state that acted last; for « ces soldats » the one that acted before this sentence."""
        pointing = any(self._tree[c].text.lower() in self._words.pointing for c in self._tree.children(token.index))
        near = [
            s
            for s in self._seen[-_MEMORY:]
            if sentence.paragraph - s.paragraph <= 1
            and (s.entity.iso3 or s.entity.acts_for)
            and not (pointing and s.sentence == number)
        ]
        subjects = [s for s in near if s.subject and s.paragraph == sentence.paragraph]
        for seen in reversed(subjects or near):
            state = self._state(seen.entity.iso3 or seen.entity.acts_for or "")
            if state:
                return (acting(state),)
        return ()


def is_feminine(state: str, language: str = "fr") -> bool:
    """Whether a language treats a state's name as feminine: in French those in -e are, but for a few.

    >>> is_feminine("Russie"), is_feminine("Japon"), is_feminine("Mexique")
    (True, False, False)
    """
    words = load_language(language)
    return state.split(" ")[0].endswith(tuple(words.feminine_endings)) and state not in words.masculine_states
