"""Offices completed from the context: the state that a title leaves out, the holder that a description means."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from kg.model import Entity, Mention, OfficeMention, Sentence
from kg.reading.tree import Tree
from kg.vocabulary import load_gazetteer


def in_context(
    offices: Sequence[OfficeMention],
    tree: Tree,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    state_titles: Collection[str],
    entity: Callable[[str], Entity | None],
    spoken: Mapping[int, Entity],
) -> list[OfficeMention]:
    """The offices with what their own words leave open, in the order given.

    A title that names no state is of that of the office with which it is coordinated, else of the one that the holder's
    other titles give, else of the one that the holder is known to act for, else of the one that was last the subject
    of a sentence of the same paragraph (« Washington souligne … Le secrétaire à la Défense a averti … »), else of the
    only one that the text names, else of the one most ``spoken`` of at the title's head. A definite description (« le
    président russe », « le chef de l'État ») means the one person of that state whom the text names.
    ``state_titles`` are the offices of states, ``entity`` gives a state by its code.
    """
    served = [replace(office, of=_state_served(office.of, entity)) for office in offices]
    known = {o.holder.id: o.of for o in served if o.holder and o.of}
    subjects = [m for m in mentions if m.entity.kind == "State" and _is_main_subject(tree, m.head)]
    found: list[OfficeMention] = []
    for office in served:
        beside = _beside(found[-1], office, tree) if found and office.office in state_titles else None
        if office.of is None and beside is not None and _may_serve(office.holder, beside):
            office = replace(office, of=beside)
        elif office.of is None and office.holder is not None:
            served_by = office.holder.state if office.office in state_titles else None
            acts_for = entity(served_by) if served_by else None
            of = known.get(office.holder.id) or acts_for
            if of is None and office.office not in state_titles:
                of = _organisation_served(office.holder, entity)
            if of is None and office.office in state_titles and not _has_possessor(tree, office, "det"):
                start = _paragraph_start(sentences, office.first)
                if not _has_possessor(tree, office, "nmod:poss"):
                    of = next((m.entity for m in reversed(subjects) if start <= m.head < office.first), None)
                here = next(((s.first, s.last) for s in sentences if s.first <= office.first < s.last), (0, 0))
                of = of or _only_state(tree, mentions, here, entity)
                if of is None and office.standing != "former":
                    of = spoken.get(office.head)
            office = replace(office, of=replace(of, acts_for=None) if of else None)
        found.append(office)
    describer = _Describer(found, tree, sentences, mentions, state_titles, entity)
    return [describer.held(office) for office in found]


class _Describer:
    """Finds the one person whom a description means: « le président russe », « le chef de l'État »."""

    def __init__(
        self,
        offices: Sequence[OfficeMention],
        tree: Tree,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        state_titles: Collection[str],
        entity: Callable[[str], Entity | None],
    ) -> None:
        self._offices = offices
        self._tree = tree
        self._sentences = sentences
        self._mentions = mentions
        self._state_titles = state_titles
        self._entity = entity
        self._titled: dict[str, set[str]] = {}
        for office in offices:
            if office.holder:
                self._titled.setdefault(office.holder.id, set()).add(office.office)

    def held(self, office: OfficeMention) -> OfficeMention:
        """The office with its holder where it is a description of the only person it can mean."""
        if office.holder is not None or not _is_definite(self._tree, office):
            return office
        if office.of is None:
            return self._bare(office) if office.office in self._state_titles else office
        if office.of.iso3 is None:
            return office
        before = self._persons(office.of.iso3, 0, office.first)
        candidates = self._fitting(office, before)
        if not before:
            candidates = self._fitting(office, self._persons(office.of.iso3, office.last, self._end_of_next(office)))
        return replace(office, holder=candidates[0]) if len(candidates) == 1 else office

    def _bare(self, office: OfficeMention) -> OfficeMention:
        """« Le chef de l'État »: of those whom the paragraph names, the only one whom the title can mean."""
        start = _paragraph_start(self._sentences, office.first)
        candidates = self._fitting(office, self._persons(None, start, office.first))
        if len(candidates) != 1:
            return office
        of = next((o.of for o in self._offices if o.holder and o.holder.id == candidates[0].id and o.of), None)
        of = of or self._entity(candidates[0].state or "")
        return replace(office, holder=candidates[0], of=replace(of, acts_for=None)) if of else office

    def _fitting(self, office: OfficeMention, persons: Sequence[Entity]) -> list[Entity]:
        """Those who bear the same title in the text, else those who bear none."""
        same = [person for person in persons if office.office in self._titled.get(person.id, ())]
        return same or [person for person in persons if person.id not in self._titled]

    def _persons(self, code: str | None, first: int, last: int) -> list[Entity]:
        """The people of a state, or of any, whom the tokens from ``first`` to ``last`` name, each once."""
        found = {
            m.entity.id: m.entity
            for m in self._mentions
            if m.entity.kind == "Person" and first <= m.head < last and m.entity.state and m.sense == "name"
        }
        return [person for person in found.values() if code is None or person.state == code]

    def _end_of_next(self, office: OfficeMention) -> int:
        """Where the sentence after that of the title ends: a lead may give the title first and then the name."""
        here = next((i for i, s in enumerate(self._sentences) if s.first <= office.first < s.last), -2)
        return self._sentences[here + 1].last if here + 1 < len(self._sentences) else 0


def _beside(one: OfficeMention, other: OfficeMention, tree: Tree) -> Entity | None:
    """The state of an office with which another is coordinated: « le président irakien, X, et le Premier ministre »."""
    between = {tree[i].text.lower() for i in range(one.last, other.first)}
    words = tree.words
    joined = bool(between & words.and_words) and between <= (words.and_words | words.the | words.joining | {","})
    return one.of if joined and one.of is not None and one.of.iso3 else None


def _may_serve(holder: Entity | None, state: Entity) -> bool:
    """Whether nothing is known against it that the holder serves the state."""
    return holder is None or holder.state in (None, state.iso3)


def _has_possessor(tree: Tree, office: OfficeMention, dep: str) -> bool:
    """Whether a word before the title says whose it is: « son vice-président », "the kingdom's adviser"."""
    before = [tree[c] for c in tree.children(office.head, dep) if c < office.head]
    return any(token.pos != "DET" or token.text.lower() in tree.words.possessives for token in before)


def _only_state(
    tree: Tree, mentions: Sequence[Mention], here: tuple[int, int], entity: Callable[[str], Entity | None]
) -> Entity | None:
    """The state that a text speaks of where it speaks of one only.

    One that is only the object of the sentence at the half-open indices ``here`` is rather another's: "President X
    accused Russia".
    """
    states = [m for m in mentions if m.entity.state]
    codes = {m.entity.state for m in states}
    elsewhere = [m for m in states if not here[0] <= m.head < here[1] or tree[m.head].dep not in ("obj", "obl:arg")]
    return entity(codes.pop() or "") if len(codes) == 1 and elsewhere else None


def _is_definite(tree: Tree, office: OfficeMention) -> bool:
    """Whether a definite article stands before the title, which « au » and « du » hold too."""
    words = [c for c in tree.children(office.head, "det", "case") if c < office.head]
    definite = any(tree[c].text.lower() in tree.words.the or "Definite=Def" in tree[c].morph for c in words)
    return definite and "Number=Plur" not in tree[office.head].morph


def _state_served(of: Entity | None, entity: Callable[[str], Entity | None]) -> Entity | None:
    """The state where an office is of a body that acts for it (« le Conseil de sécurité russe »)."""
    if of is not None and of.kind == "Organisation" and of.state:
        return entity(of.state) or of
    return replace(of, acts_for=None) if of is not None else None


def _organisation_served(person: Entity, entity: Callable[[str], Entity | None]) -> Entity | None:
    """The organisation that a known person works for (« le secrétaire général »)."""
    profile = load_gazetteer().profile(person.id)
    return entity(profile.part_of) if profile is not None and profile.part_of else None


def _is_main_subject(tree: Tree, index: int) -> bool:
    """Whether the token is the subject of a main clause."""
    token = tree[index]
    verb = tree[token.head]
    return token.dep.startswith("nsubj") and (
        verb.dep == "root" or (verb.dep == "conj" and tree[verb.head].dep == "root")
    )


def _paragraph_start(sentences: Sequence[Sentence], index: int) -> int:
    """The first token of the paragraph in which the token at ``index`` stands."""
    here = next((s.paragraph for s in sentences if s.first <= index < s.last), -1)
    return min((s.first for s in sentences if s.paragraph == here), default=0)
