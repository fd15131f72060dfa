"""When and where: what stands beside a predicate, or what the story says for it."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from kg.claims.intervals import Intervals
from kg.claims.localities import Localities
from kg.claims.referents import Referents
from kg.claims.scenes import Scenes
from kg.claims.shared_times import SharedTimes
from kg.claims.sources import Sources
from kg.claims.syntax import VERBAL, Syntax
from kg.claims.venues import Venues
from kg.model import Entity, Reading, TimeMention, Token

_CHAIN = 5
_PAIR = 2
_LONGEST_DATELINE = 14
_DASHES = ("—", "–", "-", "--")
_BARRIERS = ("acl:relcl", "ccomp", "parataxis", "advcl")


class Circumstances:
    """Times and places of one article's predicates."""

    def __init__(
        self,
        reading: Reading,
        syntax: Syntax,
        referents: Referents,
        scenes: Scenes,
        sources: Sources,
        published: date | None = None,
        texts: Collection[str] = (),
    ) -> None:
        self._scenes = scenes
        self._venues = Venues(reading, syntax)
        self._published = published
        self._starts = [sentence.first for sentence in reading.sentences]
        self._intervals = Intervals(syntax, reading.language, published, self._told_time)
        self._shared = SharedTimes(syntax, sources, self._told_time, self._noun_time)
        self._reading = reading
        self._syntax = syntax
        self._tree = syntax.tree
        self._localities = Localities(syntax, referents, texts)

    def time(self, index: int, first: int, last: int) -> TimeMention | None:
        """The time of the predicate's own clause, else that of the story; ``None`` where the text says none.

        ``first`` and ``last`` are the half-open token bounds of its sentence.
        """
        return (
            self._own_time(index, first, last)
            or self._intervals.time(index)
            or self._just(index)
            or self._shared.time(index)
            or self._scenes.time(index)
            or self._shared.announced(index)
        )

    def _told_time(self, verb: int) -> TimeMention | None:
        """The time of another predicate, of its own clause or of the story."""
        sentence = self._reading.sentences[max(0, bisect_right(self._starts, verb) - 1)]
        return self._own_time(verb, sentence.first, sentence.last) or self._scenes.time(verb)

    def scene(self, index: int) -> TimeMention | None:
        """When that took place which the clause of a word tells as past; ``None`` where the text does not say.

        A clause without a time stands in years gone by where the story was there last.
        """
        for verb in self._syntax.chain(index):
            if self._tree[verb].pos in VERBAL:
                if not self._scenes.is_past(verb) and not self._is_done(verb):
                    return None
                return self._told_time(verb) or self._scenes.of_old(verb)
        return None

    def time_of_telling(self, index: int) -> TimeMention | None:
        """When somebody says what the verb at ``index`` tells; ``None`` where nobody does or the text says no time."""
        return self._shared.of_telling(index)

    def time_before(self, index: int) -> TimeMention | None:
        """The days before what is told beside the noun at ``index``, which names what has just been."""
        return self._shared.lately(index)

    def _noun_time(self, noun: int) -> TimeMention | None:
        """The time that stands below the noun itself, or is counted from what stands before it."""
        below = {*self._tree.subtree(noun, skip=lambda token: token.dep in (*_BARRIERS, "acl"))}
        sentence = self._reading.sentences[max(0, bisect_right(self._starts, noun) - 1)]
        times = _within(self._reading.times, sentence.first, sentence.last)
        own = next((t for t in times if self._tree.head_of(t.first, t.last) in below), None)
        return own or self._intervals.time(noun)

    def _own_time(self, index: int, first: int, last: int) -> TimeMention | None:
        """The time nearest to the predicate in the tree, within its own clause.

        A verb that has none shares that of the verb it is coordinated with, of its clause with « quand », or, in such a
        clause, of what that goes with: "last May, when X visited Y".
        """
        past = self._scenes.is_past(index) or self._is_done(index)
        inside = [t for t in _within(self._reading.times, first, last) if not self._is_first_since(t)]
        inside = [t for t in inside if not (past and self._is_to_come(t))]
        verbs = list(self._coordinated(index))
        meanwhile = [c for c in self._tree.children(index, "advcl") if self._is_when(c)]
        meanwhile += [self._tree[verb].head for verb in verbs if self._is_when(verb)]
        found = (self._nearest_time(verb, inside) for verb in (*verbs, *meanwhile))
        return next((time for time in found if time), None)

    def _is_done(self, index: int) -> bool:
        """« la déclaration adoptée »: a participle of what has been done."""
        token = self._tree[index]
        return token.dep == "acl" and "VerbForm=Part" in token.morph and "Tense=Past" in token.morph

    def _when_clauses(self, index: int) -> list[int]:
        """The clauses with « quand » beside the predicate, the verb whose subject it is, or its date."""
        token = self._tree[index]
        verb = token.head if token.dep.startswith("nsubj") and self._tree[token.head].pos in VERBAL else index
        dates = [c for c in self._tree.children(verb) if c in self._syntax.times]
        beside = [c for at in (verb, *dates) for c in self._tree.children(at, "advcl", "acl:relcl")]
        return [c for c in beside if self._is_when(c)]

    def _nearest_time(self, verb: int, times: Sequence[TimeMention]) -> TimeMention | None:
        """The nearest in the tree; for a date itself (« en mai, quand X a … ») that date."""
        ranked = sorted(
            (distance, abs(t.first - verb), t.first, t)
            for t in times
            if (distance := 0 if t.first <= verb < t.last else self._distance(t, verb)) is not None
        )
        return ranked[0][3] if ranked else None

    def _is_to_come(self, time: TimeMention) -> bool:
        """Whether the time lies after the publication: what one promised to do by then is not done then."""
        start, end = time.span.start or time.span.end, time.span.end
        if self._published is None or start is None:
            return False
        return start > self._published or bool(start == self._published and end and end > start)

    def _is_when(self, clause: int) -> bool:
        return self._tree[clause].dep in ("advcl", "acl:relcl") and any(
            self._tree[c].lemma in self._tree.words.when for c in self._tree.children(clause)
        )

    def _just(self, index: int) -> TimeMention | None:
        """« vient d'attaquer », "has just attacked": the days up to the publication."""
        found = (self._scenes.just(at) for at in self._clause_chain(index))
        return next((time for time in found if time), None)

    def _coordinated(self, index: int) -> Iterator[int]:
        """The predicate and the verbs left of it that it is coordinated with, a few at most."""
        for _ in range(_CHAIN):
            yield index
            token = self._tree[index]
            if token.dep != "conj" or token.head >= index or not {token.pos, self._tree[token.head].pos} <= {*VERBAL}:
                return
            index = token.head

    def _is_first_since(self, time: TimeMention) -> bool:
        """« pour la première fois depuis 2000 »: the date of the time before."""
        before = {self._tree[i].lemma for i in range(max(0, time.first - 4), time.first)}
        return bool(before & {"fois", "time"})

    def _distance(self, time: TimeMention, index: int) -> int | None:
        """Steps in the tree from the time up to a word of the predicate's own clause chain."""
        chain = self._clause_chain(index)
        nominal = self._tree[index].pos not in VERBAL
        at = self._tree.head_of(time.first, time.last)
        if index not in self._dated(time, at):
            return None
        opened = self._scenes.opened(time)
        if opened in chain:
            return chain[opened]
        for steps in range(8):
            if at in chain:
                return steps + chain[at]
            token = self._tree[at]
            barriers = _BARRIERS if nominal else (*_BARRIERS, "acl")
            if token.head == at:
                return None
            bound = self._scenes.above_participle(at) != at or self._is_manner(token)
            if not bound and token.dep in barriers and token.pos in VERBAL:
                return None
            if token.dep in ("obj", "nsubj:pass") and self._tree[token.head].lemma in self._syntax.grammar.looking_back:
                return None
            if token.dep == "conj" and token.pos in VERBAL and self._is_to_come(time):
                return None
            if token.dep == "amod" and at > token.head and self._tree[at - 1].text == ",":  # « …, fermée en 2023 »
                return None
            at = token.head
        return None

    def _dated(self, time: TimeMention, head: int) -> Collection[int]:
        """The words that the time may date: « les vingt ans de la guerre » date the war and nothing else."""
        own = [
            c for c in self._tree.children(head, "nmod") if c >= time.last and self._tree.case(c) in self._tree.words.of
        ]
        return {i for c in own for i in self._tree.subtree(c)} if own else range(len(self._tree))

    def _clause_chain(self, index: int) -> dict[int, int]:
        """The predicate, and the words above it as far as they belong to the same happening."""
        chain = {index: 0}
        at = index
        for steps in range(1, 5):
            token = self._tree[at]
            if token.head == at or token.dep in ("acl:relcl", "parataxis", "conj", "appos"):
                break
            bound = self._is_manner(token) or self._syntax.is_cleft(at)
            if token.dep in ("ccomp", "advcl") and token.pos in VERBAL and not bound:
                break
            if token.pos not in VERBAL and self._is_apart(token):
                break
            at = token.head
            chain[at] = steps
        return chain

    def _is_manner(self, token: Token) -> bool:
        """ "retaliated by freezing assets", « a riposté en gelant … », "attacked X, killing Y": the same happening."""
        participle = token.dep == "advcl" and "Tense=Pres" in token.morph and "VerbForm=Fin" not in token.morph
        return participle and self._tree.marks(token.index) <= {"", *self._syntax.grammar.manner}

    def _is_apart(self, token: Token) -> bool:
        """Whether the noun happened at another time than what it stands beside: « après », « condamner l'attaque »."""
        looks_back = self._tree[token.head].lemma in self._syntax.grammar.looking_back
        apart = self._tree.words.apart
        return looks_back or token.lemma in apart or self._tree.case(token.index) in apart

    def places(
        self, index: int, taken: Sequence[str] = (), targets: Sequence[int] = (), *, moving: bool = False
    ) -> list[tuple[Entity, int]]:
        """Places of the predicate with their heads: what a preposition of place marks beside it or its noun.

        ``taken`` are IRIs that are none, ``targets`` the heads of those to whom something is done: a state among them
        is a place only where something is done in it, or where the predicate is a ``moving`` there. A verb that has
        none shares those of the verb it is coordinated with.
        """
        for verb in self._coordinated(index):
            found = self._localities.of(verb, taken, targets if verb == index else (), moving)
            if found:
                return list(found.values())
        meanwhile = (self._localities.of(clause, taken, (), moving) for clause in self._when_clauses(index))
        return next((list(found.values()) for found in meanwhile if found), [])

    def place_named_before(self, index: int) -> list[tuple[Entity, int]]:
        """The place of a predicate that has none beside it but « y », "there", « où »; with its head."""
        mention = self._venues.place(index)
        return [(self._localities.place_of(mention), mention.head)] if mention else []

    def dateline(self, index: int) -> list[tuple[Entity, int]]:
        """Where the article was written, for whoever meets or signs in its first sentence and names no other place."""
        sentences = self._reading.sentences
        if len(sentences) < _PAIR or not sentences[1].first <= index < sentences[1].last:
            return []
        opening = self._tree.tokens[: sentences[0].last]
        if len(opening) > _LONGEST_DATELINE or opening[-1].text not in _DASHES or self._is_remote(index):
            return []
        mentions = (m for m in self._reading.mentions if m.last <= sentences[0].last)
        city = next((m for m in mentions if m.sense == "capital" or m.entity.kind == "Place"), None)
        return [(self._localities.place_of(city), city.head)] if city and self._scenes.is_past(index) else []

    def _is_remote(self, verb: int) -> bool:
        """ "spoke by phone", « par visioconférence »: they met nowhere."""
        below = [i for c in self._tree.children(verb, "obl", "advmod", "obj") for i in (c, *self._tree.children(c))]
        return any(self._tree[i].lemma in self._syntax.grammar.remote for i in below)


def _within(times: Sequence[TimeMention], first: int, last: int) -> Sequence[TimeMention]:
    """Those of the times, which are in the order of the text, that begin inside the half-open token bounds."""
    begin = bisect_left(times, first, key=lambda time: time.first)
    return times[begin : bisect_left(times, last, key=lambda time: time.first)]
