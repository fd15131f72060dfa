"""Moments: what happened when, from the facts of events, agreements and tenures."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain

from kg.facts.acts import acts_told_once
from kg.facts.agreements import dated
from kg.facts.dates import Dated, surest, values
from kg.facts.places import CONCLUDED
from kg.facts.status import deciding_sources
from kg.facts.witnesses import Witness, witness
from kg.model import STATUSES, Claim, Entity, Fact, Moment, MomentKind, Names, OfficeTerm, Status, TimeSpan

_KINDS: Mapping[str, MomentKind] = {"Event": "event", "Agreement": "agreement", "Tenure": "office"}
_STAGES = ("proposed", "announced", "signed", "ratified", "in force", "suspended", "ended")
_FIELDS = {"in force": ("inForce", "in_force"), "ended": ("ended", "ended")}
_UNSIGNED = ("proposed", "announced")
_LATER = ("ratified", "in force", "suspended", "ended")


def moments(
    facts: Iterable[Fact], claims: Mapping[str, Claim], terms: Mapping[str, OfficeTerm] | None = None
) -> tuple[Moment, ...]:
    """What happened, by its first possible day, then by its last; what has no date comes last, by its first report.

    ``facts`` are all of the things looked at, ``claims`` those behind them by IRI, ``terms`` those of references
    that dispute them. An agreement has a moment for each stage that is dated, and for each later one that is not; one
    without any date has one, its latest stage. What an event tells of a stage is told once, see :mod:`kg.facts.acts`.
    """
    by_subject: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_subject[fact.subject.id].append(fact)
    things = (_Thing(by_subject[iri], claims, terms or {}) for iri in sorted(by_subject))
    found = chain.from_iterable(thing.moments() for thing in things)
    return tuple(sorted(acts_told_once(found), key=_order))


def _order(one: Moment) -> tuple[bool, date, date, str]:
    if one.span is None:
        return True, one.first_report or date.max, date.max, one.id
    first = one.span.start or one.span.end or date.max
    return False, first, one.span.end or date.max, one.id


class _Thing:
    """One event, agreement or tenure: its facts by predicate, and the claims behind them."""

    def __init__(self, facts: Sequence[Fact], claims: Mapping[str, Claim], terms: Mapping[str, OfficeTerm]) -> None:
        self.subject = facts[0].subject
        self._claims, self._terms = claims, terms
        self._by: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(facts, key=lambda fact: (STATUSES.index(fact.status), fact.id)):
            self._by[fact.predicate].append(fact)

    def moments(self) -> Iterator[Moment]:
        if self.subject.kind not in _KINDS or not self._by["a"]:
            return
        whole = self._by["a"][0]
        said = self._witnesses(whole.supported_by) or self._witnesses(whole.denied_by)
        if self.subject.kind == "Agreement":
            yield from self._stages(said)
        elif self.subject.kind == "Event":
            subtypes = [one for one in self._texts("subtype") if one != self._type()]
            yield from self._at("time", dated(said, "time"), whole, next(iter(subtypes), None))
        else:
            yield from self._at("time", dated(said, "time"), whole, next(iter(self._texts("standing")), None))

    def _stages(self, said: Sequence[Witness]) -> Iterator[Moment]:
        found: list[Moment] = []
        undated: list[Fact] = []
        stages = sorted(self._by["stage"], key=lambda fact: _place(_text(fact)))
        for fact in stages:
            stage = _text(fact)
            if stage in ("signed", *_UNSIGNED):
                own = [one for one in said if (one.claim.stage if one.claim.stage in _UNSIGNED else "signed") == stage]
                times, predicate = dated(own, "time"), "signed"
            else:
                predicate, field = _FIELDS.get(stage, ("", ""))
                times = dated(said, field) if field else []
            if times:
                found += self._at(predicate, times, fact, stage)
            else:
                undated.append(fact)
        if not found:
            latest = undated[-1:] or self._by["a"][:1]
            found += [self._moment(None, fact, _text(fact) if fact.predicate == "stage" else None) for fact in latest]
        else:
            found += [self._moment(None, fact, _text(fact)) for fact in undated if _text(fact) in _LATER]
        yield from found

    def _at(self, predicate: str, times: Sequence[Dated], fact: Fact, what: str | None) -> Iterator[Moment]:
        """A moment for each of the surest times, one without a time where there is none."""
        spans: list[TimeSpan] = surest(times)
        if not spans:
            yield self._moment(None, fact, what)
        for span in spans:
            yield self._moment(span, fact, what, predicate)

    def _moment(self, span: TimeSpan | None, fact: Fact, what: str | None, predicate: str = "") -> Moment:
        dating = self._dating(predicate, span) if span else None
        behind = (fact.supported_by, dating.supported_by if dating and fact.predicate == "stage" else ())
        claims = self._claimed(sorted(set(chain.from_iterable(behind))))
        denials = self._claimed(fact.denied_by)
        reports = [claim.article.published for claim in claims or denials if claim.article.published]
        base = self.subject.id.rsplit(f"{self.subject.kind.lower()}/", 1)[0]
        return Moment(
            id=Names(base).hashed("moment", [self.subject.id, what, span.to_json() if span else None]),
            subject=self.subject,
            kind=_KINDS[self.subject.kind],
            type=self._type(),
            what=what,
            span=span,
            status=_worse(fact.status, dating.status if dating else fact.status),
            who=self._entities("actor", "party", "holder"),
            whom=self._entities("target", "of"),
            places=self._entities("place") if self.subject.kind != "Agreement" or what in CONCLUDED else (),
            figures=self._figures(),
            sources=deciding_sources(fact.status, claims),
            first_report=min(reports, default=None),
            last_report=max(reports, default=None),
            claims=claims,
            denials=denials,
            terms=tuple(self._terms[iri] for iri in fact.disputed_by if iri in self._terms),
        )

    def _dating(self, predicate: str, span: TimeSpan) -> Fact | None:
        """The fact that dates it so."""
        told = [(name, value.text) for name, value in values(predicate, span)]
        facts = (fact for name, text in told for fact in self._by[name] if _text(fact) == text)
        return next(facts, None)

    def _type(self) -> str:
        names = self._texts("office" if self.subject.kind == "Tenure" else "type")
        return next(iter(names), self.subject.kind).rpartition("#")[2]

    def _texts(self, predicate: str) -> list[str]:
        return [_text(fact) for fact in self._by[predicate]]

    def _entities(self, *predicates: str) -> tuple[Entity, ...]:
        facts = (fact for predicate in predicates for fact in self._by[predicate])
        return tuple(fact.object for fact in facts if isinstance(fact.object, Entity))

    def _figures(self) -> tuple[str, ...]:
        """The figures in words, in the order in which they were first reported: how a count went."""
        facts = sorted(self._by["quantity"], key=lambda fact: (fact.first_report or date.max, fact.id))
        return tuple(fact.object.label for fact in facts if isinstance(fact.object, Entity))

    def _witnesses(self, iris: Iterable[str]) -> list[Witness]:
        return [witness(self._claims[iri]) for iri in iris if iri in self._claims]

    def _claimed(self, iris: Iterable[str]) -> tuple[Claim, ...]:
        found = (self._claims[iri] for iri in iris if iri in self._claims)
        return tuple(
            sorted(found, key=lambda one: (one.article.published or date.max, one.article.id, one.evidence.start))
        )


def _text(fact: Fact) -> str:
    return fact.object.id if isinstance(fact.object, Entity) else fact.object.text


def _place(stage: str) -> int:
    return _STAGES.index(stage) if stage in _STAGES else len(_STAGES)


def _worse(status: Status, other: Status) -> Status:
    """The less sure of two; a dispute of either is one of both where both are asserted."""
    if "disputed" in (status, other) and {status, other} <= {"disputed", "corroborated", "stated"}:
        return "disputed"
    return max(status, other, key=STATUSES.index)
