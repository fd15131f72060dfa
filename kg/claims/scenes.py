"""When a story stands: what a sentence leaves out because the one before has said it.

« Jeudi, le président est arrivé à Varsovie. Il y a signé un accord. » The signature was on that Thursday.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from kg.claims.openings import openings
from kg.claims.syntax import VERBAL, Syntax
from kg.model import Reading, Sentence, TimeMention, TimeSpan

Tense = Literal["past", "anterior", "present"]

_RECENT = timedelta(days=14)
_JUST = timedelta(days=7)
_MONTH = timedelta(days=31)
_LONGEST = timedelta(days=366)
_SENTENCES = 3
_PARAGRAPHS = 3
_MAIN = ("root", "conj", "parataxis")
_MODAL = "VerbForm=Inf", "Mood=Cnd", "Tense=Fut"


@dataclass(frozen=True, slots=True)
class _Setting:
    """The time that a main verb gives the story: where both stand, and in which tense."""

    sentence: int
    verb: int
    tense: Tense
    time: TimeMention


class Scenes:
    """The times that one article's story moves through."""

    def __init__(self, reading: Reading, syntax: Syntax, published: date | None, saying: Collection[str] = ()) -> None:
        self._speaking = syntax.grammar.speaking | {*saying}
        self._sentences = reading.sentences
        self._starts = [sentence.first for sentence in reading.sentences]
        self._syntax = syntax
        self._tree = syntax.tree
        self._published = published
        self._times = reading.times
        self._openings = openings(reading, self._tree)
        self._settings: list[_Setting] = []
        self._settings = list(self._set())

    def time(self, index: int) -> TimeMention | None:
        """When the main verb at ``index``, or the one that carries the noun at ``index``, takes place.

        That of the story so far, in the same tense: of the last few sentences of the paragraph; of an earlier
        paragraph only where it is the news of these days. ``None`` where the verb opens another time.
        """
        verb = self._carrier(index)
        tense = None if verb is None else self._tense(verb)
        if verb is None or tense is None or self._is_elsewhen(verb) or self._is_indefinite(verb):
            return None
        here = self._sentence(index)
        for setting in reversed(self._settings):
            before = setting.sentence < here or self._is_beside(setting, here, verb)
            if before and self._reaches(setting, here, tense, verb):
                return self._since(setting, here)
        return None

    def of_old(self, index: int) -> TimeMention | None:
        """The time named last before a word, or in its sentence, if it lies more than a year back."""
        here = self._sentence(index)
        last = next((setting.time for setting in reversed(self._settings) if setting.sentence <= here), None)
        end = last.span.end if last else None
        return last if self._published and end and end < self._published - _LONGEST else None

    def is_past(self, verb: int) -> bool:
        """Whether the word is a verb that tells of what has happened."""
        return self._tree[verb].pos in VERBAL and self._tense(verb) in ("past", "anterior")

    def opened(self, time: TimeMention) -> int | None:
        """The main verb of the clause that the time opens; ``None`` where it opens none."""
        return self._openings.get(time.first)

    def _is_beside(self, setting: _Setting, here: int, verb: int) -> bool:
        """Whether the setting is that of a clause before in the same sentence: "X met Y on Monday; Z objected"."""
        while self._tree[verb].dep == "conj" and self._tree[verb].head > setting.verb:
            verb = self._tree[verb].head
        return setting.sentence == here and setting.verb < verb and self._tree[verb].dep in ("parataxis", "root")

    def _since(self, setting: _Setting, here: int) -> TimeMention:
        """The setting's time; in a later paragraph the days from then to the publication, for more may have passed."""
        start = setting.time.span.start
        if self._sentences[here].paragraph == self._sentences[setting.sentence].paragraph or start == self._published:
            return setting.time
        return replace(setting.time, span=TimeSpan(start=start, end=self._published, precision="range"))

    def just(self, index: int) -> TimeMention | None:
        """The days up to the publication, where « venir de » or "have just" governs the word at ``index``."""
        if self._published is None:
            return None
        for at in (index, *self._tree.children(index, "advmod")):
            if self._tree[at].lemma not in self._syntax.grammar.just:
                continue
            imperfect = "Tense=Imp" in self._tree[at].morph and bool(self._tree.children(at, "xcomp"))
            if imperfect or (at != index and self._tense(index) == "anterior"):
                return self._just_then(index)
            if self._is_just(at, index):
                span = TimeSpan(start=self._published - _JUST, end=self._published, precision="range")
                return TimeMention(at, at + 1, span)
        return None

    def _is_just(self, at: int, index: int) -> bool:
        """Whether the word makes the verb at ``index`` tell what has only now happened."""
        if at != index:
            return self._tense(index) == "past" and self._is_perfect(index)
        return "Tense=Pres" in self._tree[at].morph and bool(self._tree.children(at, "xcomp"))

    def _just_then(self, index: int) -> TimeMention | None:
        """« venait d'être reçu », "had just met": the time that the story stood at."""
        here = self._sentence(index)
        near = (s for s in reversed(self._settings) if s.sentence <= here and self._is_recent(s.time))
        setting = next(near, None)
        return setting.time if setting and here - setting.sentence <= _SENTENCES else None

    def _set(self) -> Iterator[_Setting]:
        """The settings in the order of the text."""
        for number, sentence in enumerate(self._sentences):
            found: _Setting | None = None
            for time in self._times_of(sentence):
                verb = self._main_verb_of(time)
                tense = None if verb is None else self._tense(verb)
                if verb is None or tense is None or (tense == "present" and self._is_of_opener(time, verb)):
                    continue
                if known := self._known(time, tense):
                    found = _Setting(number, verb, tense, known)
                    yield found
            if found is None:
                just = (self.just(at) for at in range(sentence.first, sentence.last))
                found = next((_Setting(number, sentence.last, "past", time) for time in just if time), None)
                news = (self._news(time) for time in self._times_of(sentence))
                found = found or next((_Setting(number, sentence.last, "past", time) for time in news if time), None)
                if found:
                    yield found

    def _times_of(self, sentence: Sentence) -> Sequence[TimeMention]:
        first = bisect_right(self._times, sentence.first - 1, key=lambda t: t.first)
        return self._times[first : bisect_right(self._times, sentence.last - 1, key=lambda t: t.first)]

    def _known(self, time: TimeMention, tense: Tense) -> TimeMention | None:
        """The time as a setting: no longer than a year, and not to come; of « depuis hier » the day it began."""
        start, end = time.span.start, time.span.end
        if start is None or (self._published and start > self._published):
            return None
        if end is None:
            day = TimeSpan(start=start, end=start, precision="day")
            return replace(time, span=day) if tense == "present" and self._is_recent(time) else None
        return time if end - start <= _LONGEST else None

    def _news(self, time: TimeMention) -> TimeMention | None:
        """A day just past that a participle has: « un accord signé hier »."""
        head = self._tree.head_of(time.first, time.last)
        verb = self._tree[self._tree[head].head]
        if time.span.precision != "day" or not self._is_recent(time) or verb.dep != "acl":
            return None
        return self._known(time, "past") if verb.pos in VERBAL else None

    def _is_recent(self, time: TimeMention) -> bool:
        start = time.span.start
        return bool(self._published and start and self._published - _RECENT <= start <= self._published)

    def _main_verb_of(self, time: TimeMention) -> int | None:
        """The main verb that the time stands beside, not merely beside one of its nouns."""
        token = self._tree[self._tree.head_of(time.first, time.last)]
        if (
            self._tree[token.head].dep.startswith("obl")
            and self._tree[token.head].lemma in self._syntax.grammar.daytimes
        ):
            token = self._tree[token.head]
        verb = self._openings.get(time.first, self.above_participle(token.head))
        predicative = self._tree[verb].pos in VERBAL or bool(self._tree.children(verb, "cop"))
        return verb if predicative and token.index != verb and self._is_main(verb) else None

    def above_participle(self, verb: int) -> int:
        """The verb itself; of « Réunis dimanche à Accra, les ministres ont … » the verb that the participle opens."""
        token = self._tree[verb]
        opening = token.dep in ("advcl", "acl", "obl:mod") and "VerbForm=Part" in token.morph and verb < token.head
        if not opening or self._tree.marks(verb) - {""} or token.pos not in VERBAL:
            return verb
        return token.head

    def _is_of_opener(self, time: TimeMention, verb: int) -> bool:
        """« Arrivé hier à Hanoï, il laisse … »: the time of the participle, not of the verb after it."""
        head = self._tree[self._tree.head_of(time.first, time.last)].head
        return head != verb and self.above_participle(head) == verb

    def _is_main(self, verb: int) -> bool:
        """Whether no clause holds the verb's, or one that only presents it: « Voilà ce que A et B ont signé mardi »."""
        return all(self._tree[at].dep in _MAIN for at in self._syntax.chain(verb)) or self._is_presented(verb)

    def _is_presented(self, verb: int) -> bool:
        head = self._tree[verb].head
        free = self._tree[verb].dep == "acl:relcl" and head < verb
        if (
            not free
            or f"{self._tree[head].lemma} {self._tree[head + 1].lemma}" not in self._syntax.grammar.free_relatives
        ):
            return False
        return self._tree[self._tree[head].head].lemma in self._syntax.grammar.presenting

    def _carrier(self, index: int) -> int | None:
        """The main verb that the predicate is, or whose object says what it does: « a tenu des pourparlers »."""
        token = self._tree[index]
        if token.pos not in VERBAL and not self._tree.children(index, "cop"):
            governor = self._tree[token.head]
            light = governor.lemma in self._syntax.grammar.light or governor.lemma in self._syntax.grammar.involving
            if not light or governor.pos not in VERBAL:
                return None
            index = governor.index
        return index if self._is_main(index) else None

    def _tense(self, verb: int) -> Tense | None:
        """The tense of a finite verb, perfects being past; ``None`` for what is to come, unreal or has no tense."""
        auxiliaries = [self._tree[c] for c in self._tree.children(verb, "aux", "cop")]
        forms = [*auxiliaries, self._tree[verb]]
        grammar = self._syntax.grammar
        if any(mark in form.morph for form in forms for mark in _MODAL):
            return None
        if any({a.lemma, a.text.lower()} & (grammar.possible | grammar.planned) for a in auxiliaries):
            return None
        finite = next((form for form in forms if "VerbForm=Fin" in form.morph), None)
        if finite is None:
            token = self._tree[verb]
            goes_on = token.dep == "conj" and "VerbForm=Part" in token.morph and token.head < verb
            return self._tense(token.head) if goes_on and self._tree[token.head].pos in VERBAL else None
        if finite.index != verb and self._is_perfect(verb):
            return "anterior" if "Tense=Imp" in finite.morph or finite.text.lower() in ("had", "'d") else "past"
        return "present" if "Tense=Pres" in finite.morph else "past"

    def _is_perfect(self, verb: int) -> bool:
        """« a signé », "has signed": an auxiliary that is not merely that of the passive or of "is signing"."""
        children = [self._tree[c] for c in self._tree.children(verb, "aux")]
        return any(c.dep == "aux:tense" or (c.dep == "aux" and c.lemma in ("have", "avoir", "être")) for c in children)

    def _is_indefinite(self, verb: int) -> bool:
        """The English perfect tells that something has happened, not when."""
        return any(self._tree[c].text.lower() in ("has", "have", "'ve") for c in self._tree.children(verb, "aux"))

    def _is_elsewhen(self, verb: int) -> bool:
        grammar = self._syntax.grammar
        return any(self._tree[c].lemma in grammar.elsewhen for c in self._tree.children(verb, "advmod", "obl"))

    def _reaches(self, setting: _Setting, here: int, tense: Tense, verb: int) -> bool:
        between = self._sentences[here].paragraph - self._sentences[setting.sentence].paragraph
        then = self._is_then(verb) and tense != "present"
        if (setting.tense == "anterior") != (tense == "anterior") and not then:
            return False
        recent = self._is_recent(setting.time)
        if self._is_long(setting.time):
            return between == 0 and here - setting.sentence <= 1 and (then or self._goes_on(verb, tense))
        if tense == "present" and not (recent and self._tree[verb].lemma in self._speaking):
            return False
        if tense == "anterior" or not recent:
            return between == 0 and here - setting.sentence <= _SENTENCES
        return between <= _PARAGRAPHS

    def _is_long(self, time: TimeMention) -> bool:
        start, end = time.span.start, time.span.end
        return bool(start and end and end - start > _MONTH)

    def _goes_on(self, verb: int, tense: Tense) -> bool:
        """Whether the verb surely stays in a long time: « Il avait rompu … », "It then expelled …"."""
        subjects = self._tree.children(verb, "nsubj")
        return tense == "anterior" or (tense == "past" and any(self._tree[s].pos == "PRON" for s in subjects))

    def _is_then(self, verb: int) -> bool:
        """« alors », "at the time": at the time named last, whatever the tense."""
        beside = self._tree.children(verb, "advmod", "obl")
        then = [c for c in beside if self._tree[c].lemma in self._syntax.grammar.then]
        return any(not self._tree.children(c, "amod", "nmod", "acl") for c in then)

    def _sentence(self, index: int) -> int:
        return max(0, bisect_right(self._starts, index) - 1)
