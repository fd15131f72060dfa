"""Who the parties of an agreement are: whom its passages name, else those whom the article is about."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from kg.claims.agreement_acts import Act
from kg.claims.agreement_mentions import AgreementMention
from kg.claims.agreement_others import go_betweens
from kg.claims.agreement_signers import party_key
from kg.claims.passage import Passage
from kg.model import Entity
from kg.reading.names import fold, singular

Parties = dict[str, Entity]
_PAIR, _THREE = 2, 3
_CLEARLY = 1.4  # by how much the article must name two more often than a third for them to be meant
_OFTEN = 3
_SENTENCES = 2
_RULED_ON = ("ratified", "suspended", "ended")
_REBEL = "rebel leader"


class PartyFinder:
    """Finds the parties of the agreements of one article; ``topic`` are the two that it is about, if that is clear."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._served = {
            office.holder.id: office.of
            for office in passage.reading.offices
            if office.holder and office.of and office.standing != "former"
        }
        self._rebels = {o.holder.id for o in passage.reading.offices if o.holder and o.office == _REBEL}
        self._between = {party_key(self._party(entity)) for entity in go_betweens(passage)}
        self._often = Counter(
            key
            for m in passage.reading.mentions
            if self._may_conclude(m.entity) and not self._is_place(m.head, m.sense)
            if (key := party_key(m.entity)) not in self._between
        )
        ranked = [*self._often.most_common(_PAIR + 1), ("", 0), ("", 0), ("", 0)]
        second, third = ranked[_PAIR - 1][1], ranked[_PAIR][1]
        clear = second > _CLEARLY * third and (second >= _OFTEN or not third)
        self.topic = frozenset(key for key, _ in ranked[:_PAIR]) if clear else frozenset[str]()
        self._first = self._states(m.entity for m in passage.reading.mentions if self._may_conclude(m.entity))

    def named(self, mention: AgreementMention) -> Parties:
        """The parties that one passage names; where it says between whom, those alone."""
        own = [referent.entity for referent in mention.own]
        if mention.between:
            return self._states(own)
        doing = self._doing(act for act in mention.acts if not act.is_made_known)
        signing = self._doing(act for act in mention.acts if act.stage == "signed")
        if len(self._states([*signing, *own])) >= _PAIR:  # not those who call it void as well
            doing = signing
        homes = {
            self._passage.gazetteer.state_of(entity.id) for entity in (*own, *doing)
        }  # « les accords conclus avec le FLN »
        codes = [code for code in mention.noun.parties if code not in homes]
        known = [entity for code in codes if (entity := self._passage.gazetteer.entity(code))]
        telling = self._doing(act for act in mention.acts if act.is_made_known)
        mediators = _mediators(mention)
        sure = [*(e for e in doing if party_key(e) not in mediators), *own, *known]
        sides = self._states(sure)
        if len(sides) >= _PAIR or (not sides and len(telling) == 1):
            return sides  # « une trêve annoncée par la Maison-Blanche »: between whom is another matter
        return self._states([*telling, *sure])

    def _doing(self, acts: Iterable[Act]) -> list[Entity]:
        """Who does these acts; a chamber or court that rules on it does so for a state or a union, or is no party."""
        return [
            entity
            for act in acts
            for entity in (r.entity for r in act.actors)
            if act.stage not in _RULED_ON or entity.state or self._may_leave(entity)
        ]

    def _may_leave(self, entity: Entity) -> bool:
        """Whether it is a union of states or an armed group, which are parties of their own."""
        profile = self._passage.gazetteer.profile(entity.id)
        return bool(self._union(entity) or (profile and profile.members) or self._is_armed(entity))

    def keys(self, entities: Iterable[Entity]) -> set[str]:
        """What makes the parties that these entities are, or act for, the same as others."""
        return {party_key(self._party(entity)) for entity in entities}

    def sides(self, entities: Iterable[Entity]) -> Parties:
        """The parties that these entities are, or act for."""
        return self._states(entities)

    def concluding(self, acts: Iterable[Act]) -> Parties:
        """Those who sign or join."""
        return self._states(r.entity for act in acts if act.stage == "signed" for r in act.actors)

    def completed(
        self, mention: AgreementMention, known: Parties, others: Sequence[tuple[Parties, bool]]
    ) -> tuple[Parties, bool]:
        """``known`` with those of another agreement of the article, else with states nearby: then they are guessed.

        ``others`` are the parties of the article's other agreements, the nearest first, and whether it
        goes on speaking of them here. Where the context leaves open who is meant, there are no more than ``known``.
        """
        if (both := self._both(mention)) and known.keys() <= both.keys():
            return both, False
        if (both := self._of_clause(mention)) and known.keys() <= both.keys():
            return both, False
        heard = self._heard(mention) | self.topic
        taken_over = any(act.takes_over for act in mention.acts)
        of_sides = mention.differs or taken_over or self.tells_of_sides(mention)
        if not of_sides:  # whom the article is about, before those of an agreement that it mentions by the way
            others = sorted(others, key=lambda other: other[0].keys() != self.topic)
        for parties, beside in others:
            fits = len(parties) >= _PAIR and known.keys() <= parties.keys()
            if fits and (beside or of_sides or parties.keys() <= heard):
                return parties, False
        wanted = (_THREE if self.is_for_three(mention) else _PAIR) - len(known)
        mediators = _mediators(mention) | self._between
        open_topic = self.topic - known.keys() - mediators
        near = self._nearby(mention, known.keys() | mediators, wanted)
        if known.keys() <= self.topic and len(open_topic) == wanted:
            return known | {key: near.get(key) or self._first[key] for key in self._first if key in open_topic}, True
        if self.topic:  # of those whom the article is about, the one that is named here
            near = {key: entity for key, entity in near.items() if key in self.topic}
            near = near if len(near) == wanted else {}
        return known | (self._likeliest(near, wanted) if known else {}), True

    def _likeliest(self, near: Parties, wanted: int) -> Parties:
        """As many of those nearby as are wanted; none where it is open which."""
        ranked = sorted(near, key=lambda key: -self._often[key])
        if len(near) < wanted or (
            len(near) > wanted and self._often[ranked[wanted - 1]] == self._often[ranked[wanted]]
        ):
            return {}
        return {key: near[key] for key in near if key in ranked[:wanted]}

    def _both(self, mention: AgreementMention) -> Parties:
        """The two of « les deux voisins » in the sentence; empty where it says no such thing."""
        meant: dict[int, list[Entity]] = {}
        for m in self._passage.reading.mentions:
            if m.sense == "description" and mention.sentence.first <= m.head < mention.noun.first:
                meant.setdefault(m.head, []).append(m.entity)
        pairs = [self._states(entities) for entities in meant.values() if len(entities) == _PAIR]
        return pairs[-1] if pairs else {}

    def _of_clause(self, mention: AgreementMention) -> Parties:
        """The two of « accueille des soldats kényans en vertu d'un accord »: who does it and whom it is done with."""
        syntax, noun = self._passage.syntax, self._passage.tree[mention.noun.head]
        if not mention.under or mention.definite or mention.noun.copied or not noun.dep.startswith("obl"):
            return {}
        beside = [*syntax.slot(noun.head, ("subject",)), *syntax.objects(noun.head)]
        sides = self._states(r.entity for r in self._passage.referents.actors(beside))
        return sides if len(sides) == _PAIR else {}

    def is_for_three(self, mention: AgreementMention) -> bool:
        words = {self._passage.tree[i].lemma for i in self._passage.tree.subtree(mention.noun.head)}
        return bool(words & self._passage.syntax.grammar.three_sided)

    def tells_of_sides(self, mention: AgreementMention) -> bool:
        """« les belligérants ont signé », "the parties agreed": those who concluded the agreement spoken of before."""
        syntax, sides = self._passage.syntax, self._passage.syntax.grammar.sides
        subjects = [at for act in mention.acts for at in syntax.slot(act.firing.index, ("subject",))]
        tree, known_by = self._passage.tree, syntax.words.known_by
        known = (at for at in subjects if any(tree[c].text.lower() in known_by for c in tree.children(at)))
        return any(tree[at].lemma in sides for at in known)

    def _states(self, entities: Iterable[Entity]) -> Parties:
        """By what makes two the same; whoever acts for a state or an organisation is no party beside others."""
        found: Parties = {}
        for entity in entities:
            party = self._party(entity)
            found.setdefault(party_key(party), party)
        return bodies(found)

    def _party(self, entity: Entity) -> Entity:
        """The state or organisation for which a person signs; the union of states whose organ another one is.

        A rebel leader signs for no state, and a movement that has come to rule one keeps its name.
        """
        if entity.id in self._rebels:
            return replace(entity, acts_for=None)
        if entity.kind == "Organisation" and self._is_armed(entity):
            return entity
        if entity.kind == "Person" and not entity.state:
            entity = self._served.get(entity.id) or self._passage.referents.organisation(entity) or entity
        code = entity.state or self._union(entity)
        return (self._passage.referents.state(code) if code else None) or entity

    def _union(self, organ: Entity) -> str | None:
        """The union to which an organ belongs: « la Commission » signs for the European Union."""
        gazetteer = self._passage.gazetteer
        profile = gazetteer.profile(organ.id)
        whole = gazetteer.profile(profile.part_of) if profile is not None and profile.part_of else None
        return whole.entity.id if whole is not None and whole.members else None

    def _is_armed(self, entity: Entity) -> bool:
        profile = self._passage.gazetteer.profile(entity.id)
        return profile is not None and profile.kind == "armed group"

    def _may_conclude(self, entity: Entity) -> bool:
        """Whether it is a state, somebody who acts for one, or an organisation that is no news medium."""
        if entity.state:
            return True
        words = {singular(word) for word in fold(entity.label).split()}
        judges = words & self._passage.syntax.grammar.ruling
        return entity.kind == "Organisation" and not judges and not self._passage.gazetteer.is_media(entity.id)

    def _heard(self, mention: AgreementMention) -> set[str]:
        """Those whom the paragraph of the mention has named up to its sentence's end."""
        reading, sentence = self._passage.reading, mention.sentence
        first = min(s.first for s in reading.sentences if s.paragraph == sentence.paragraph)
        return {party_key(m.entity) for m in reading.mentions if first <= m.head < sentence.last}

    def _nearby(self, mention: AgreementMention, known: Collection[str], wanted: int) -> Parties:
        """The states that act in the sentence, where they are enough, or in those just before it, the last first."""
        reading = self._passage.reading
        at = reading.sentences.index(mention.sentence)
        near: Parties = {}
        for depth in (0, _SENTENCES):
            first = reading.sentences[max(0, at - depth)].first
            heard = [
                m.entity
                for m in reversed(reading.mentions)
                if first <= m.head < mention.sentence.last
                and self._may_conclude(m.entity)
                and not self._is_place(m.head, m.sense)
            ]
            found = self._states(heard)
            near = {key: entity for key, entity in found.items() if key not in known}
            if len(near) >= wanted:
                break
        return near

    def _is_place(self, head: int, sense: str) -> bool:
        """Whether a mention only says where: « à Berne », « dans la capitale éthiopienne »."""
        tree = self._passage.tree
        at = tree[head].head if sense == "adjective" else head
        return sense in ("name", "capital", "adjective") and tree.case(at) in tree.words.places | tree.words.where


def bodies(parties: Parties) -> Parties:
    """``parties`` without persons, who sign for somebody, where two others are named."""
    found = {key: entity for key, entity in parties.items() if entity.kind != "Person"}
    return found if len(found) >= _PAIR else parties


def _mediators(mention: AgreementMention) -> set[str]:
    return {party_key(r.entity) for act in mention.acts for r in act.mediators}
