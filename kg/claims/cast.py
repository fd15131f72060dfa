"""The parties that an article names: how often, where, and beside whom."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from kg.model import Entity, Mention, Reading
from kg.reading.bodies import acting
from kg.reading.tree import Tree

_KINDS = ("State", "Organisation", "Group", "Person")


def party(entity: Entity) -> str:
    """What tells a party from others: the code of the state, else the IRI; empty for a person of no state."""
    return entity.iso3 or entity.acts_for or ("" if entity.kind == "Person" else entity.id)


def key_of(entity: Entity) -> str:
    """What tells a party from others; its own IRI for a person of no state."""
    return party(entity) or entity.id


@dataclass(frozen=True)
class Member:
    """One party of an article with its mentions in the order of the text, and the sentence of each."""

    key: str
    mentions: tuple[Mention, ...]
    sentences: tuple[int, ...]

    @cached_property
    def heads(self) -> list[int]:
        return [mention.head for mention in self.mentions]

    @cached_property
    def places(self) -> frozenset[int]:
        """The sentences that name it."""
        return frozenset(self.sentences)

    @property
    def entity(self) -> Entity:
        """The party, acting."""
        return acting(self.mentions[0].entity)

    def before(self, index: int) -> int:
        """How many mentions stand before the token."""
        return bisect_left(self.heads, index)

    def within(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions in the half-open span."""
        return self.mentions[bisect_left(self.heads, first) : bisect_left(self.heads, last)]


class Cast:
    """The parties of one article, by key; ``is_media`` tells IRIs of news media, which are none."""

    def __init__(self, reading: Reading, tree: Tree, is_media: Callable[[str], bool] = lambda _: False) -> None:
        self._tree = tree
        self._sentences = reading.sentences
        self._starts = [sentence.first for sentence in reading.sentences]
        self.mentions: list[Mention] = []
        named: dict[str, list[Mention]] = {}
        for mention in sorted(reading.mentions, key=lambda m: m.head):
            key = party(mention.entity)
            if key and mention.entity.kind in _KINDS and not is_media(mention.entity.id):
                named.setdefault(key, []).append(mention)
                self.mentions.append(mention)
        self.members: Mapping[str, Member] = {
            key: Member(key, tuple(mentions), tuple(self.sentence(m.head) for m in mentions))
            for key, mentions in named.items()
        }
        self._ranked = sorted(self.members, key=lambda key: -len(named[key]))

    def sentence(self, index: int) -> int:
        """The number of the sentence that holds a token."""
        return max(0, bisect_right(self._starts, index) - 1)

    def span(self, sentence: int) -> tuple[int, int]:
        """The half-open token span of a sentence."""
        return self._sentences[sentence].first, self._sentences[sentence].last

    def ranked(self, without: Collection[str]) -> list[str]:
        """The keys of the parties but these, those named most first."""
        return [key for key in self._ranked if key not in without]

    def share(self, entity: Entity) -> float:
        """The share of the party of the entity in all names of the article, from 0 to 1."""
        member = self.members.get(key_of(entity))
        return len(member.mentions) / len(self.mentions) if member else 0.0

    def in_paragraph(self, member: Member, sentence: int) -> int:
        """How often the paragraph of the sentence names a party."""
        paragraph = self._sentences[sentence].paragraph
        return sum(self._sentences[at].paragraph == paragraph for at in member.sentences)

    def together(self, member: Member, others: Iterable[str]) -> int:
        """How many sentences name a party and one of the others."""
        places = {at for key in others if key in self.members for at in self.members[key].places}
        return len(member.places & places)

    def is_venue(self, mention: Mention) -> bool:
        """Whether a capital only says where something happened: « réunis à Bruxelles »."""
        return mention.sense == "capital" and self._tree.case(mention.head) in self._tree.words.places

    def is_subject(self, mention: Mention) -> bool:
        return self._tree[mention.head].dep.startswith("nsubj")
