"""Who could fill a role that the grammar leaves open: the parties of the article, each with what speaks for it."""

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from kg.claims.cast import Member, key_of
from kg.claims.inferred import is_beside
from kg.claims.matching import Firing
from kg.claims.passage import Passage
from kg.claims.referents import Referent
from kg.model import Entity, Mention
from kg.reading.bodies import acting
from kg.vocabulary import Role, RoleFeature, Trait, load_role_weights

_RANKS: tuple[RoleFeature, ...] = ("first", "second", "third")
_SINCE: tuple[RoleFeature, ...] = ("last 0", "last 1", "last 2", "last 3", "last 4")
_OF_NOUNS: Mapping[RoleFeature, RoleFeature] = {
    "first": "noun first",
    "last 0": "noun last 0",
    "last 1": "noun last 1",
    "after": "noun after",
    "below": "noun below",
    "subject": "noun subject",
}
_DOMESTIC: frozenset[Trait] = frozenset({"at home", "locals"})
_MOVING: frozenset[Trait] = frozenset({"moving", "encounter"})
_ABOUT = 0.5
_NEAR = 6.0  # words after which nearness has fallen to 1/e

Features = dict[RoleFeature, float]


class Candidates:
    """Chooses among the candidates for the roles of one firing, whose word is at ``index``."""

    def __init__(self, passage: Passage, firing: Firing, index: int, speakers: Sequence[Entity] = ()) -> None:
        self._speakers = {key_of(entity) for entity in speakers}
        self._moving = bool(_MOVING & passage.lexicon.types[firing.trigger.type].traits)
        self._passage = passage
        self._cast = passage.cast
        self._tree = passage.tree
        self._nominal = firing.trigger.pos == "noun"
        self._index = index
        self._domestic = bool(_DOMESTIC & passage.lexicon.types[firing.trigger.type].traits)
        self._sentence = self._cast.sentence(index)
        self._span = self._cast.span(self._sentence)
        self._below = set(self._tree.subtree(index))
        self._hosts = self._subjects_above_noun()

    def chosen(self, role: Role, others: Sequence[Referent], *, taken: bool = False) -> list[Referent]:
        """Who most likely fills the role, or several about as likely, each with the chance of the likeliest.

        ``others`` fill the other role; ``taken`` says that words which name nobody known stand in the role's place.
        Nobody where that is likelier, or no candidate likely enough.
        """
        weights = load_role_weights()[role]
        rows = [*self.rows(others), ("", self.nobody(taken=taken))]
        chances = dict(zip((key for key, _ in rows), weights.chances([row for _, row in rows]), strict=True))
        best = max(chances, key=chances.__getitem__)
        if not best or chances[best] < weights.least:
            return []
        found = [self.referent(key) for key in chances if key and chances[key] >= _ABOUT * chances[best]]
        return [replace(r, inferred=True, chance=chances[best], instead=taken) for r in found]

    @staticmethod
    def nobody(*, taken: bool) -> Features:
        """What speaks for leaving a role open."""
        return {"nobody": 1.0, "nobody taken": 1.0} if taken else {"nobody": 1.0}

    def rows(self, others: Sequence[Referent]) -> list[tuple[str, Features]]:
        """Each candidate's key with what speaks for it, those named most often first.

        Of ``others``, who fill the other role, only what one does at home leaves room for one of the same side.
        """
        side = {key_of(r.entity) for r in others}
        ranks = {key: rank for rank, key in enumerate(self._cast.ranked(side))}
        named = [key for key in self._cast.ranked(() if self._domestic else side) if not self._is_aside(key)]
        scenes = self._scenes()
        return [(key, self._features(self._cast.members[key], side, ranks, scenes)) for key in named]

    def _is_aside(self, key: str) -> bool:
        """Whether the article names it but as a scene, or this sentence but as a forum, a go-between or a host.

        « à Oslo », "before the Court", « par l'ambassadeur », "Peru received a general accused of …".
        """
        member = self._cast.members[key]
        if not self._moving and all(map(self._cast.is_venue, member.mentions)):
            return True
        here = member.within(*self._span)
        return bool(here) and all(m.head in self._hosts or is_beside(self._passage.syntax, m.head) for m in here)

    def _subjects_above_noun(self) -> set[int]:
        """Who deals with the noun that a participle is said of; where he does the deed himself, a rule has found it."""
        token = self._tree[self._index]
        if token.dep not in ("acl", "amod") or "VerbForm=Part" not in token.morph:
            return set()
        noun = self._tree[token.head]
        return set(self._tree.children(noun.head, "nsubj")) if noun.dep == "obj" else set()

    def _features(
        self, member: Member, side: Collection[str], ranks: Mapping[str, int], scenes: Collection[str]
    ) -> Features:
        found = self._of_article(member, side) | self._of_sentence(member)
        if ranks.get(member.key, len(_RANKS)) < len(_RANKS):
            found[_RANKS[ranks[member.key]]] = 1.0
        if member.key in scenes:
            found["scene"] = 1.0
        if self._nominal:
            found |= {_OF_NOUNS[name]: 1.0 for name in _OF_NOUNS if name in found}
        return found

    def _of_article(self, member: Member, side: Collection[str]) -> Features:
        named, here = len(member.mentions), self._sentence
        earlier = member.before(self._index)
        subject_last = any(
            at == here - 1 and self._cast.is_subject(m) for m, at in zip(member.mentions, member.sentences, strict=True)
        )
        kind = member.entity.kind
        flags: dict[RoleFeature, bool] = {
            "same side": member.key in side,
            "in first sentence": member.sentences[0] == 0,
            "subject last": subject_last,
            "organisation": kind == "Organisation",
            "group": kind == "Group",
            "not yet": not earlier,
        }
        found: Features = {name: 1.0 for name, there in flags.items() if there}
        if earlier:
            found[_SINCE[min(len(_SINCE) - 1, here - member.sentences[earlier - 1])]] = 1.0
        found["named"] = math.log(named)
        found["share"] = named / len(self._cast.mentions)
        found["in paragraph"] = math.log1p(self._cast.in_paragraph(member, here))
        found["together"] = math.log1p(self._cast.together(member, side))
        return found

    def _of_sentence(self, member: Member) -> Features:
        here = member.within(*self._span)
        if not here:
            return {}
        tree, words, at = self._tree, self._tree.words, self._index
        cases = {tree.case(mention.head) for mention in here}
        earlier = [m.head for m in here if m.head < at]
        later = [m.head for m in here if m.head > at]
        flags: dict[RoleFeature, bool] = {
            "after": bool(later),
            "below": any(m.head in self._below for m in here),
            "subject": any(map(self._cast.is_subject, here)),
            "adjective": all(m.sense == "adjective" for m in here),
            "speaker": member.key in self._speakers,
            "pronoun": any(m.sense == "pronoun" for m in here),
            "venue": all(map(self._cast.is_venue, here)),
            "capital": any(m.sense == "capital" for m in here),
            "with": bool(cases & (words.company | words.against)),
            "of": bool(cases & words.of),
        }
        found: Features = {name: 1.0 for name, there in flags.items() if there}
        if earlier:
            found["near before"] = math.exp((earlier[-1] - at) / _NEAR)
        if later:
            found["near after"] = math.exp((at - later[0]) / _NEAR)
        return found

    def _scenes(self) -> set[str]:
        """The states in which the places of the event lie."""
        gazetteer = self._passage.gazetteer
        places = (place for place, _ in self._passage.circumstances.places(self._index))
        return {state for place in places if (state := place.state or gazetteer.state_of(place.id))}

    def referent(self, key: str) -> Referent:
        """The party by its name in this sentence, the nearest, else without words of its own."""
        member = self._cast.members[key]
        here = [m for m in member.within(*self._span) if m.sense != "pronoun"]
        if here:
            nearest = min(here, key=lambda m: abs(m.head - self._index))
            return Referent(_meant(nearest), nearest.head, nearest.first, nearest.last)
        entity = member.entity
        state = self._passage.referents.state(entity.acts_for) if entity.acts_for else None
        return Referent(state or entity, self._index, self._index, self._index + 1)


def _meant(mention: Mention) -> Entity:
    return acting(mention.entity)
