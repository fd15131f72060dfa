"""Public offices in a text: which, of what, held by whom, and whether still."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from kg.model import Entity, Mention, OfficeMention, Standing
from kg.reading.counterparts import counterparts, successions
from kg.reading.heading import headed
from kg.reading.holders import Held, Holders
from kg.reading.names import NameMatcher, fold
from kg.reading.shared_titles import held_by_several
from kg.reading.standing import after_standing, standing
from kg.reading.titles import Title, titles
from kg.reading.tree import Tree
from kg.vocabulary import Office, Predicate

_WIDEST = 25
_HEADS = ("head", "leader", "deputy head")
_LONGEST_OWNER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class OfficeWords:
    """The words of a language around offices, as ``ontology/gazetteer/offices.yaml`` has them.

    ``polities`` are nouns that name a state only in its own press: « le président de la Confédération ».
    """

    matcher: NameMatcher[Office]
    standings: Mapping[str, Standing]
    predicates: Mapping[str, Predicate]
    counterparts: Collection[str]
    successions: Mapping[str, Standing]
    polities: Collection[str]


def find_offices(
    text: str, tree: Tree, mentions: Sequence[Mention], words: OfficeWords, entity: Callable[[str], Entity | None]
) -> list[OfficeMention]:
    """The offices of a text in its order, with holder and state where the words beside the title give them.

    ``entity`` gives the state or organisation with a key. A title of several people (« les présidents russe et turc,
    X et Y ») gives an office for each.
    """
    finder = _Finder(tree, mentions, words, entity)
    found: list[OfficeMention] = []
    before: Title | None = None
    for title in titles(text, tree, mentions, words.matcher):
        if title.plural:
            found += held_by_several(tree, title, mentions, finder.standing(title, title.last))
            before = None
            continue
        if finder.is_of_something_else(title):
            before = None
            continue
        office = finder.office(title)
        if before is not None and _is_joined(tree, before, title, words.standings):
            found[-1], office = _shared(found[-1], office)
        found.append(office)
        before = title
    found += headed(tree, mentions, words.predicates)
    found += counterparts(tree, mentions, found, words.counterparts)
    found += successions(tree, mentions, found, words.successions)
    return sorted(found, key=lambda office: (office.first, office.last))


class _Finder:
    def __init__(
        self,
        tree: Tree,
        mentions: Sequence[Mention],
        words: OfficeWords,
        entity: Callable[[str], Entity | None],
    ) -> None:
        self._tree = tree
        self._words = words
        self._entity = entity
        self._owners = [m for m in mentions if m.entity.kind in ("State", "Organisation", "Group", "Place")]
        self._starting = {m.first: m for m in self._owners}
        self._ending = {m.last: m for m in self._starting.values()}
        people = [m for m in mentions if m.entity.kind == "Person" and m.sense == "name"]
        self._people = {m.first: m for m in people}
        self._people_before = {m.last: m for m in people}
        self._holders = Holders(tree, mentions, words.predicates)

    def office(self, title: Title) -> OfficeMention:
        """The office that a title names, with what the words beside it say."""
        of, reach = self._owner(title)
        reach = after_standing(self._tree, reach, self._words.standings)
        if title.office.of_entity:
            of = self._entity(title.office.of_entity) or of
        held = self._holders.of(title, reach, of)
        person = held.person if held else None
        if person is not None and of is None:
            of, reach = self._of_holder(person, reach)
        near = person is not None and abs(person.head - title.head) <= _WIDEST
        return OfficeMention(
            min(title.first, person.first) if person and near else title.first,
            max(reach, title.last, person.last) if person and near else max(reach, title.last),
            title.head,
            title.office.title_en,
            person.entity if person else None,
            of,
            self.standing(title, reach, held),
        )

    def is_of_something_else(self, title: Title) -> bool:
        """Whether a noun before a bare "chief" says of what: the trade chief of an organisation does not head it."""
        before = [c for c in self._tree.children(title.head, "compound", "amod") if c < title.first]
        return title.office.title_en == "head" and any(
            self._tree[c].pos == "NOUN" and self._ending.get(c + 1) is None for c in before
        )

    def standing(self, title: Title, reach: int, held: Held | None = None) -> Standing:
        """What the words say of the standing, ``current`` where they say nothing."""
        said = standing(self._tree, title, max(reach, title.last), self._words.standings)
        return said or (held.standing if held else None) or "current"

    def _owner(self, title: Title) -> tuple[Entity | None, int]:
        """The state or organisation of the office, and where the words after the title that name it end."""
        behind = self._behind(title)
        if behind is not None and self._is_sent_there(title, behind[1]):
            sender = self._ahead(title)
            return (sender[0] if sender else None), behind[1]
        if behind is not None and behind[0].kind == "Place" and title.office.of == "state" and self._ahead(title):
            behind = None  # "the Australian minister for the Pacific"
        found = self._inside(title) or behind or self._ahead(title) or self._below(title)
        found = found or self._served(title)
        if found is None:
            return None, title.last
        owner, reach = found
        if fold(owner.label) in self._words.polities:
            return None, reach
        return owner, reach

    def _inside(self, title: Title) -> tuple[Entity, int] | None:
        """« ministre russe de la Défense », « secrétaire du Conseil de sécurité russe »."""
        for m in self._owners:
            if m.first < title.last and title.first < m.last and self._entity(m.entity.id) is not None:
                return m.entity, max(title.last, m.last)
        return None

    def _is_sent_there(self, title: Title, reach: int) -> bool:
        """ "Sweden's ambassador to Ghana": who is sent to a state, or by one, holds no office of the host."""
        words = {self._tree[at].text.lower() for at in range(title.last, reach)}
        after = next((self._starting[at] for at in range(title.last, reach) if at in self._starting), None)
        if after is None or not words & self._tree.words.dative:
            return False
        return after.entity.kind == "State" or self._ahead(title) is not None

    def _behind(self, title: Title) -> tuple[Entity, int] | None:
        """« président du Ghana », « Premier ministre sortant belge »."""
        words = self._tree.words
        links = words.genitive | words.office_links | words.the
        end = after_standing(self._tree, title.last, self._words.standings)
        at = end
        while at < len(self._tree) and self._tree[at].text.lower() in links and at - end < 3:
            at += 1
        after = self._starting.get(at)
        if after is not None and (after.sense == "adjective" or at > end):
            return after.entity, after.last
        return None

    def _ahead(self, title: Title) -> tuple[Entity, int] | None:
        """ "Poland's outgoing prime minister", "the Indian foreign minister"."""
        at = title.first
        for _ in range(4):
            before = self._ending.get(at)
            if before is not None and before.sense in ("adjective", "name", "capital", "seat", "body"):
                return before.entity, title.last
            if at > 0 and (self._tree[at - 1].text in ("'s", "’s", "’", "'", "-") or self._is_modifier(at - 1)):
                at -= 1
            else:
                break
        return None

    def _served(self, title: Title) -> tuple[Entity, int] | None:
        """The state of whom the office serves: « le porte-parole de Vladimir Poutine », "Donald Trump's adviser"."""
        if title.office.title_en in _HEADS:
            return None
        at = title.last
        while at < len(self._tree) and at - title.last < 2 and self._tree[at].text.lower() in self._tree.words.genitive:
            at += 1
        behind = self._people.get(at) if at > title.last else None
        if behind is not None:
            state = self._entity(behind.entity.state or "")
            return (state, behind.last) if state else None
        before = self._people_before.get(title.first - 1)
        possessed = before is not None and self._tree[title.first - 1].text in ("'s", "’s")
        state = self._entity(before.entity.state or "") if before is not None and possessed else None
        return (state, title.last) if state else None

    def _is_modifier(self, at: int) -> bool:
        token = self._tree[at]
        return token.pos == "ADJ" or token.text.lower() in self._words.standings

    def _below(self, title: Title) -> tuple[Entity, int] | None:
        for i in range(title.first, title.last):
            for child in self._tree.children(i, "amod", "nmod", "compound"):
                near = title.last <= child < title.last + 4 and self._tree.case(child) in {"", *self._tree.words.of}
                for mention in self._owners:
                    if near and mention.head == child:
                        return mention.entity, max(title.last, mention.last)
        return None

    def _of_holder(self, person: Mention, reach: int) -> tuple[Entity | None, int]:
        """The state named after the holder: "President Kais Saied of Tunisia"; what else there is, is no owner."""
        at = person.last
        if at + 1 < len(self._tree) and self._tree[at].text.lower() in self._tree.words.genitive:
            after = self._starting.get(at + 1) or self._starting.get(at + 2)
            if after is not None and after.entity.kind == "State" and after.sense == "name":
                return after.entity, after.last
        return None, reach


def _is_joined(tree: Tree, title: Title, other: Title, standings: Mapping[str, Standing]) -> bool:
    """Whether two titles are of one person: no article parts « Premier ministre et ministre de la Défense ».

    A rank may follow another title with an article: « le chef d'état-major, le général Mandon ».
    """
    between = [tree[i] for i in range(title.last, other.first)]
    if other.office.rank and between:
        own = [i for i, token in enumerate(between) if token.text == ","]
        return len(own) == 1 and len(between) - own[0] <= 2 and own[0] <= _LONGEST_OWNER
    written = [token.text.lower() for token in between]
    known = tree.words.and_words | tree.words.joining | standings.keys() | {","}
    return not tree.words.and_words.isdisjoint(written) and known.issuperset(written)


def _shared(one: OfficeMention, other: OfficeMention) -> tuple[OfficeMention, OfficeMention]:
    """Two offices of one person, each with the holder and the state that the other gives."""
    holder, of = one.holder or other.holder, one.of or other.of
    first, last = (one.first, other.last) if holder else (one.first, one.last)
    one = replace(one, last=max(last, one.last), holder=holder, of=one.of or of)
    return one, replace(other, first=first if holder else other.first, holder=other.holder or holder, of=other.of or of)
