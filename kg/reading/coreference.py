"""Who is meant by a pronoun, a bare « le régime », « la guérilla » or « les deux pays »: the most salient so far."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from kg.model import Entity, EntityKind, Mention, Sentence, Token
from kg.reading.agreeing import agrees, is_plural
from kg.reading.bodies import acting
from kg.reading.genders import Genders
from kg.reading.memory import Memory, Named, party
from kg.reading.names import fold
from kg.reading.pairs import counted_together, those_together
from kg.reading.pointing import is_definite, is_demonstrative, is_object, is_small, named_ahead, stands_alone
from kg.reading.tree import Tree
from kg.vocabulary import Gazetteer, load_grammar, load_language

_NARROWING = ("nmod", "nummod", "acl:relcl", "compound", "nmod:poss")
_ACTORS = ("name", "people", "capital", "seat", "body", "office", "adjective")
_KINDS = ("State", "Person", "Organisation", "Group")


def references(
    tree: Tree,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    language: str,
    gazetteer: Gazetteer,
    state: Callable[[str], Entity | None],
    bodies: Collection[str],
    counted: Collection[int],
    title: Sequence[Entity] = (),
    titles: Collection[int] = (),
) -> tuple[list[Mention], Mapping[int, Entity]]:
    """Mentions by pronoun, possessive, common noun and pair description, each with whom it means.

    And for each of ``titles``, the tokens that head those of offices, the state that is most spoken of there.

    ``state`` gives the state with an ISO 3166 code; ``bodies`` are the nouns that act for a state when they are bare,
    ``counted`` the tokens that head a figure for soldiers (« 10 000 hommes »), ``title`` those whom the title names.
    """
    starts = {sentence.first for sentence in sentences}
    resolver = _Resolver(tree, starts, mentions, language, gazetteer, state, bodies, counted, title)
    found: list[Mention] = []
    states: dict[int, Entity] = {}
    for number, sentence in enumerate(sentences):
        for index in range(sentence.first, sentence.last):
            if index in titles and (spoken := resolver.acting_state(tree[index], number, sentence)):
                states[index] = spoken[0]
            found += resolver.at(index, number, sentence)
    return found, states


class _Resolver:
    """Walks the text once and remembers which actors were named where."""

    def __init__(
        self,
        tree: Tree,
        starts: Collection[int],
        mentions: Sequence[Mention],
        language: str,
        gazetteer: Gazetteer,
        state: Callable[[str], Entity | None],
        bodies: Collection[str],
        counted: Collection[int],
        title: Sequence[Entity],
    ) -> None:
        self._tree = tree
        self._starts = starts
        self._language = language
        self._grammar = load_grammar(language)
        self._words = load_language(language)
        self._pronouns = self._words.pronouns
        self._forms = {form: codes for form, *codes in map(str.split, self._grammar.forms)}
        self._gazetteer = gazetteer
        self._state = state
        self._bodies = bodies
        self._counted = counted
        self._by_head: dict[int, list[Mention]] = {}
        for mention in mentions:
            if mention.sense in _ACTORS and mention.entity.kind in _KINDS and not self._is_dateline(mention):
                self._by_head.setdefault(mention.head, []).append(mention)
        self._memory = Memory(tree, state, title, self._grammar.missions)
        self._genders = Genders(tree, mentions, self._words)

    def _is_dateline(self, mention: Mention) -> bool:
        """« BOGOTA, samedi 18 janvier » says where the article was written."""
        word = self._tree[mention.first].text
        return mention.first in self._starts and mention.sense == "capital" and word.isupper() and len(word) > 3

    def at(self, index: int, number: int, sentence: Sentence) -> Iterator[Mention]:
        here = self._by_head.get(index)
        if here:
            self._memory.remember(here, number, sentence)
            return
        token = self._tree[index]
        pronoun = (
            self._is_pronoun(token)
            and is_small(self._tree, token)
            and not is_demonstrative(self._tree, token, self._words)
        )
        entities = self._pronoun(token, number, sentence) if pronoun else self._described(token, number, sentence)
        mentions = [Mention(index, index + 1, index, e, "pronoun" if pronoun else "description") for e in entities]
        yield from mentions
        if token.dep.startswith("nsubj") or len(mentions) > 1:
            self._memory.remember(mentions, number, sentence)

    def _is_pronoun(self, token: Token) -> bool:
        """Whether the word is a pronoun here: « les » is one where it is the object of a verb after it."""
        word = token.text.lower()
        return word in self._pronouns and (word not in self._words.definite or is_object(self._tree, token))

    def _described(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        """Whom words point to that are no pronouns of one word; nobody for other words."""
        if ordinal := self._ordinal(token):
            return ordinal
        if is_demonstrative(self._tree, token, self._words):
            return self._nearest(token, number)
        if count := counted_together(self._tree, token, self._grammar, self._bodies, self._words.definite):
            states = self._memory.states(number)
            sides = token.lemma in self._grammar.camps
            armed = self._is_armed if sides else None
            both = those_together(self._memory, count, number, sentence.paragraph, states, armed)
            return both if len(both) == count else ()
        return self._noun(token, number, sentence) if token.pos == "NOUN" else ()

    def _noun(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        if possessor := self._possessor(token, number, sentence):
            return self._of(possessor, token, number)
        if token.index in self._counted:
            return self.acting_state(token, number, sentence)
        if not self._is_bare(token):
            return ()
        if token.lemma in self._grammar.armed and (group := self._most(number, self._is_armed)):
            return group
        if token.lemma in self._grammar.organisations:
            return self._most(number, self._is_called(token.lemma)) or self._most(number, self._is_body)
        if token.lemma in self._grammar.institutions and (called := self._most(number, self._is_called(token.lemma))):
            return called
        if codes := self._forms.get(token.lemma):
            among = {*codes} - self._doers(token)
            return [acting(state) for state in self._memory.states(number) if state.iso3 in among][:1]
        if not self._is_bodily(token):
            return ()
        return self._facing(token) or self.acting_state(token, number, sentence)

    def _facing(self, token: Token) -> Sequence[Entity]:
        """« entre le M23 et le gouvernement »: the state of an armed group that is named beside its government."""
        joined = [token.head] if token.dep == "conj" else []
        beside = {*joined, *self._tree.children(token.index, "conj")}
        homes = [self._gazetteer.state_of(m.entity.id) for at in sorted(beside) for m in self._by_head.get(at, ())]
        return [acting(state) for code in homes if code and (state := self._state(code))][:1]

    def _most(self, number: int, fits: Callable[[Entity], bool]) -> list[Entity]:
        return self._memory.present(number, fits)[:1]

    def _kind(self, entity: Entity) -> str | None:
        profile = self._gazetteer.profile(entity.id)
        return profile.kind if profile else None

    def _is_armed(self, entity: Entity) -> bool:
        return self._kind(entity) == "armed group" or (entity.kind == "Group" and not entity.acts_for)

    def _is_body(self, entity: Entity) -> bool:
        return entity.kind == "Organisation" and self._kind(entity) != "media"

    def _is_called(self, noun: str) -> Callable[[Entity], bool]:
        return lambda entity: self._is_body(entity) and fold(noun) in fold(entity.label).split()

    def _possessor(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        """Whose a body of a state or a neighbour is: « son pays », "its navy", « leurs rivaux »."""
        if not self._is_bodily(token) and token.lemma not in self._grammar.others:
            return ()
        for child in self._tree.children(token.index, "det", "nmod:poss"):
            if self._is_pronoun(self._tree[child]):
                return self._pronoun(self._tree[child], number, sentence)
        return ()

    def _of(self, possessor: Sequence[Entity], token: Token, number: int) -> Sequence[Entity]:
        if token.lemma not in self._grammar.others:
            codes = [e.state for e in possessor]
            return [acting(state) for code in codes if code and (state := self._state(code))]
        own = {party(entity) for entity in possessor}
        among = self._memory.present(number, lambda e: e.kind != "Person" and party(e) not in own)
        bonds = {e.id: self._memory.together(possessor[0], e, number) for e in among}
        best = max(among, key=lambda e: bonds[e.id], default=None)
        return [best] if best and bonds[best.id] else ()

    def _pronoun(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        if token.dep.startswith("expl"):
            return ()
        wanted = self._pronouns[token.text.lower()]
        ahead = named_ahead(self._tree, token, sentence.first, self._by_head, wanted)
        found = ahead or self._of_relative(token, wanted) or self._antecedents(token, number, sentence, wanted)
        if len(found) == 1:
            self._genders.learn(found[0], token)
        return found

    def _of_relative(self, token: Token, wanted: str) -> Sequence[Entity]:
        """« Paris, qui a rappelé son ambassadeur »: a possessive in a clause that tells what its noun does."""
        if "Poss=Yes" not in token.morph:
            return ()
        clause = next((at for at in self._tree.ancestors(token.index) if self._tree[at].dep == "acl:relcl"), None)
        if clause is None or not any(map(self._is_relative, self._tree.children(clause, "nsubj"))):
            return ()
        noun = self._tree[clause].head
        meant = [n for n in self._memory.latest() if n.index == noun and self._agrees(n, wanted)]
        return (meant[0].entity,) if meant and self._genders.fit(meant[0].entity, token) else ()

    def _is_relative(self, index: int) -> bool:
        return self._tree[index].text.lower() in self._words.relatives

    def _antecedents(self, token: Token, number: int, sentence: Sentence, wanted: str) -> Sequence[Entity]:
        doers = self._doers(token)
        lately = [n for n in self._memory.latest() if number - n.sentence <= 2]
        near = [n for n in lately if n.paragraph == sentence.paragraph]
        before = [n for n in lately if n not in near] if token.dep.startswith("nsubj") else []
        subjects = [n for n in near if n.subject]
        many = [n for n in (*subjects, *near) if self._are_many(n)] if wanted == "plural" else []
        for candidates in (many, subjects, near, [n for n in before if n.subject]):
            for named in candidates:
                fits = self._may_be(token, named) and self._genders.fit(named.entity, token)
                if fits and party(named.entity) not in doers and self._agrees(named, wanted):
                    return self._memory.coordinated(named) if wanted == "plural" else (named.entity,)
        return ()

    def _may_be(self, token: Token, named: Named) -> bool:
        """Whether « l' » can mean a person, or who acted before: where the verb is about people (« l'accuse »)."""
        if token.text.lower() not in self._words.definite or self._pronouns[token.text.lower()] == "plural":
            return True
        addressed = self._tree[token.head].lemma in self._grammar.addressing
        return addressed and (named.entity.kind == "Person" or named.subject)

    def _doers(self, token: Token, *kinds: EntityKind) -> set[str]:
        """The parties (of these kinds) that do what the verb says whose object the word is: it means none of them."""
        if token.dep not in ("obj", "iobj"):
            return set()
        clause = self._tree[token.head]
        while clause.dep in ("advcl", "conj") and not self._tree.children(clause.index, "nsubj"):
            clause = self._tree[clause.head]  # « a reçu X avant de lui remettre … »
        found = [clause.head if self._is_relative(s) else s for s in self._tree.children(clause.index, "nsubj")]
        subjects = [at for s in found for at in self._tree.conjuncts(s)]
        named = [n.entity for n in self._memory.latest() if n.index in subjects]
        return {party(entity) for entity in named if not kinds or entity.kind in kinds}

    def _agrees(self, named: Named, wanted: str) -> bool:
        if wanted == "plural" and self._are_many(named):
            return True
        return agrees(named, self._tree[named.index], wanted, self._language)

    def _are_many(self, named: Named) -> bool:
        """Whether several are spoken of: by a plural, or in one breath with others."""
        if named.sense == "adjective":
            return False
        return len(self._memory.coordinated(named)) > 1 or is_plural(named, self._tree[named.index])

    def _nearest(self, token: Token, number: int) -> Sequence[Entity]:
        plural = "Number=Plur" in token.morph
        gender = "feminine" if "Gender=Fem" in token.morph else "masculine"
        wanted = "plural" if plural else gender if self._language == "fr" else "plural"
        for named in self._memory.latest():
            if number - named.sentence > 1:
                return ()
            if named.sense != "adjective" and self._agrees(named, wanted):
                return self._memory.coordinated(named) if plural else (named.entity,)
        return ()

    def _ordinal(self, token: Token) -> Sequence[Entity]:
        """« le premier … le second », "the former … the latter": of two that were named in one breath."""
        if token.lemma not in self._words.first | self._words.second or not stands_alone(
            self._tree, token, self._words.the
        ):
            return ()
        for named in self._memory.latest():
            pair = self._memory.coordinated(named)
            if len(pair) == 2:
                return pair[:1] if token.lemma in self._words.first else pair[1:]
        return ()

    def _is_bare(self, token: Token) -> bool:
        """Whether a definite noun, or one that needs no article, has nothing beside it that says whose it is."""
        children = [self._tree[c] for c in self._tree.children(token.index)]
        unmarked = token.lemma in self._grammar.unmarked and token.dep.startswith("nsubj")
        if not any(is_definite(c, self._words) for c in children) and (not unmarked or children):
            return False
        if token.lemma in self._grammar.organisations and "Number=Plur" in token.morph:
            return False
        if token.lemma in self._grammar.plural_bodies and "Number=Plur" not in token.morph:
            return False
        narrowing = [c for c in children if c.dep in _NARROWING and not self._says_of_what(token, c)]
        return not narrowing and not any(c.index in self._by_head for c in children if c.dep != "conj")

    def _is_bodily(self, token: Token) -> bool:
        return token.lemma in self._bodies or token.text.lower() in self._bodies

    def _says_of_what(self, token: Token, child: Token) -> bool:
        """« le ministère de la défense », "the foreign ministry": the complement names the portfolio, no owner."""
        if token.lemma not in self._grammar.portfolios:
            return False
        return not any(i in self._by_head for i in self._tree.subtree(child.index))

    def acting_state(self, token: Token, number: int, sentence: Sentence) -> Sequence[Entity]:
        """The state most spoken of; for « ces soldats » the one that acted before this sentence."""
        pointing = any(self._tree[c].text.lower() in self._words.pointing for c in self._tree.children(token.index))
        near = [
            n
            for n in self._memory.latest()
            if sentence.paragraph - n.paragraph <= 1 and n.entity.state and not (pointing and n.sentence == number)
        ]
        subjects = [n for n in near if n.subject and n.paragraph == sentence.paragraph]
        if pointing or token.index in self._counted:
            codes = [n.entity.state or "" for n in subjects or near]
            states = [state for code in codes if (state := self._state(code))]
        else:
            here = self._memory.setting(number)
            states = [here] if here else self._memory.states(number) if near else []
            if token.lemma in self._grammar.countries:
                states = [state for state in states if state.iso3 not in self._doers(token, "State")]
        return (acting(states[0]),) if states else ()
