"""The graph that a reader of the articles expects, and which of its facts a derivation has."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from kg.model import Claim, Derivation, Entity, Fact
from kg.vocabulary import fold
from tests.across.things import GOLD

Thing = Mapping[str, Any]


def expected() -> list[Thing]:
    """The things of ``expected-graph.jsonl``."""
    return [json.loads(line) for line in (GOLD / "expected-graph.jsonl").read_text(encoding="utf-8").splitlines()]


class Graph:
    """The nodes of a derivation with their facts, and the articles behind them."""

    def __init__(self, derivation: Derivation, claims: Iterable[Claim]) -> None:
        self._articles = {claim.id: claim.article.id for claim in claims}
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        for fact in derivation.facts:
            self._facts[fact.subject.id].append(fact)

    def nodes(self, thing: Thing) -> list[str]:
        """The nodes that may be ``thing``: of its kind and types, with its sides and, where it has one, its date."""
        return [iri for iri in sorted(self._facts) if self._is(iri, thing)]

    def found(self, thing: Thing) -> dict[str, bool]:
        """Each fact that is expected of ``thing``, and whether the node that has most of them has it."""
        found = [self._of(iri, thing) for iri in self.nodes(thing)]
        return max(found, key=lambda facts: sum(facts.values()), default=dict.fromkeys(self._wanted(thing), False))

    def values(self, iri: str, predicate: str) -> dict[str, str]:
        """The status of each value of a predicate of a node."""
        return {
            fact.object.label if isinstance(fact.object, Entity) else fact.object.text.rpartition("#")[2]: fact.status
            for fact in self._facts[iri]
            if fact.predicate == predicate
        }

    def articles(self, iri: str) -> set[str]:
        """The articles that support or deny a node."""
        whole = [fact for fact in self._facts[iri] if fact.predicate == "a"]
        return {self._articles[claim] for fact in whole for claim in (*fact.supported_by, *fact.denied_by)}

    def status(self, iri: str) -> str:
        """That of a node as a whole."""
        (whole,) = (fact for fact in self._facts[iri] if fact.predicate == "a")
        return whole.status

    def _is(self, iri: str, thing: Thing) -> bool:
        if self._facts[iri][0].subject.kind.lower() != thing["kind"]:
            return False
        if "types" in thing and not set(thing["types"]) & self.values(iri, "type").keys():
            return False
        here = (
            [self._who(iri, "party")]
            if thing["kind"] == "agreement"
            else [self._who(iri, "actor"), self._who(iri, "target")]
        )
        sides = [*here, *here[::-1]] if thing.get("mutual") else here
        pairs = zip(sides, thing["sides"] * (len(sides) // len(here)), strict=True)
        fits = [all(any(_names(who, one) for who in side) for one in wanted) for side, wanted in pairs]
        both = any(all(fits[start : start + len(here)]) for start in range(0, len(fits), len(here)))
        dates = [text for key in ("signed", "time") if key in thing for text in self._dates(iri, key)]
        wanted = thing.get("signed") or thing.get("time") or ""
        return both and (not dates or any(text.startswith(wanted) or wanted.startswith(text) for text in dates))

    def _of(self, iri: str, thing: Thing) -> dict[str, bool]:
        facts = {"there": True, "status": self.status(iri) == thing["status"]}
        facts |= {f"told by {article}": article in self.articles(iri) for article in thing["articles"]}
        for key in ("signed", "inForce", "time"):
            if key in thing:
                facts[key] = any(text.startswith(thing[key]) for text in self._dates(iri, key))
        if "place" in thing:
            facts["place"] = any(fold(thing["place"]) in fold(place) for place in self.values(iri, "place"))
        if "provides" in thing:
            facts["provides"] = thing["provides"] in self.values(iri, "provides")
        if "figure" in thing:
            facts["figure"] = any(str(thing["figure"]) in label for label in self.values(iri, "quantity"))
        return facts

    def _wanted(self, thing: Thing) -> Sequence[str]:
        known = [key for key in ("signed", "inForce", "time", "place", "provides", "figure") if key in thing]
        return ["there", "status", *(f"told by {article}" for article in thing["articles"]), *known]

    def _who(self, iri: str, role: str) -> list[Entity]:
        facts = self._facts[iri]
        return [fact.object for fact in facts if fact.predicate == role and isinstance(fact.object, Entity)]

    def _dates(self, iri: str, key: str) -> list[str]:
        return [*self.values(iri, key), *self.values(iri, f"{key}From")]


def _names(entity: Entity, name: str) -> bool:
    return name == entity.state or fold(name) in fold(entity.label) or name in (entity.principal.rpartition("/")[2])
