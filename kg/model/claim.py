"""A claim: what one passage of one article says, with the words it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from kg.model.article import Article, ArticleInfo
from kg.model.errors import ClaimError
from kg.model.identity import Names, digest

ClaimKind = Literal["agreement", "event", "office", "relation"]
EntityKind = Literal["State", "Organisation", "Person", "Place", "Agreement", "Event", "Group", "Tenure", "Quantity"]
Modality = Literal["asserted", "reported", "planned", "possible", "denied"]
Precision = Literal["day", "month", "season", "year", "range"]
Stage = Literal["proposed", "announced", "signed", "ratified", "in force", "suspended", "ended"]
Standing = Literal["current", "former", "acting", "new", "disputed"]

ROLES: Mapping[str, tuple[str, ...]] = {
    "agreement": ("party", "mediator", "place"),
    "event": ("actor", "target", "place"),
    "office": ("holder", "of"),
    "relation": ("subject", "object"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Who or what fills a role: one IRI, the class it belongs to and a name to show.

    ``iso3`` is the ISO 3166 alpha-3 code where it is a state, ``acts_for`` the code of the state that it acts for
    (a minister, an army, a capital used for its government), or the IRI of the organisation (a secretary-general,
    the spokesman of an armed group).
    """

    id: str
    kind: EntityKind
    label: str
    iso3: str | None = None
    acts_for: str | None = None

    @property
    def state(self) -> str | None:
        """The code of the state that it is or acts for; ``None`` for anybody else.

        >>> Entity(id="x:un", kind="Person", label="X", acts_for="https://example.org/organisation/UN").state is None
        True
        """
        return self.iso3 or (None if self.organisation else self.acts_for)

    @property
    def organisation(self) -> str | None:
        """The IRI of the organisation that it acts for; ``None`` where it acts for a state or only for itself."""
        return self.acts_for if self.acts_for and ":" in self.acts_for else None

    @property
    def principal(self) -> str:
        """On whose behalf it acts: the code of a state or the IRI of an organisation, else its own IRI."""
        return self.acts_for or self.iso3 or self.id

    def to_json(self) -> dict[str, Any]:
        """As plain values. ``acts_for`` is the code of a state; an organisation stands under a key of its own."""
        content = {"id": self.id, "kind": self.kind, "label": self.label, "iso3": self.iso3, "acts_for": self.acts_for}
        if self.organisation:
            content |= {"acts_for": None, "acts_for_organisation": self.organisation}
        return content

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Entity":
        return Entity(
            id=data["id"],
            kind=data["kind"],
            label=data["label"],
            iso3=data.get("iso3"),
            acts_for=data.get("acts_for_organisation", data.get("acts_for")),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSpan:
    """The first and the last day on which something may have happened, and how precisely the text says so.

    One of the two bounds may be ``None`` where the text leaves it open (« depuis 2014 »).

    >>> TimeSpan(start=date(2024, 6, 1), end=date(2024, 6, 30), precision="month").to_json()
    {'start': '2024-06-01', 'end': '2024-06-30', 'precision': 'month'}
    """

    start: date | None
    end: date | None
    precision: Precision

    def __post_init__(self) -> None:
        if self.start is None and self.end is None:
            raise ClaimError("a time needs a first or a last day; use None for a claim without time")
        if self.start and self.end and self.start > self.end:
            raise ClaimError(f"a time cannot end ({self.end}) before it starts ({self.start})")

    def to_json(self) -> dict[str, Any]:
        return {
            "start": self.start.isoformat() if self.start else None,
            "end": self.end.isoformat() if self.end else None,
            "precision": self.precision,
        }

    @staticmethod
    def from_json(data: Mapping[str, Any] | None) -> "TimeSpan | None":
        if data is None:
            return None
        start, end = data.get("start"), data.get("end")
        return TimeSpan(
            start=date.fromisoformat(start) if start else None,
            end=date.fromisoformat(end) if end else None,
            precision=data["precision"],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted or measured amount; ``None`` is an open end (« plus de 600 »: 600 to None)."""

    min: float | int | None
    max: float | int | None
    of: str | None
    unit: str | None = None
    approximate: bool = False

    def to_json(self) -> dict[str, Any]:
        return {"min": self.min, "max": self.max, "of": self.of, "unit": self.unit, "approximate": self.approximate}

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Quantity":
        return Quantity(
            min=data["min"],
            max=data["max"],
            of=data.get("of"),
            unit=data.get("unit"),
            approximate=data.get("approximate", False),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """The passage a claim rests on: the quote and its half-open offsets in the article's text, in code points."""

    quote: str
    start: int
    end: int

    @staticmethod
    def of(article: Article, start: int, end: int) -> "Evidence":
        """The passage of ``article`` from ``start`` to ``end``; ClaimError where that is no passage of it."""
        if not 0 <= start < end <= len(article.text):
            raise ClaimError(f"article {article.id!r} has no passage {start}..{end}: its text has {len(article.text)}")
        return Evidence(quote=article.text[start:end], start=start, end=end)

    def check(self, article: Article) -> None:
        """ClaimError unless the quote stands in ``article`` where the offsets say."""
        if article.text[self.start : self.end] != self.quote:
            raise ClaimError(f"article {article.id!r} does not read {self.quote!r} at {self.start}..{self.end}")


@dataclass(frozen=True, slots=True, kw_only=True, eq=True)
class Claim:
    """What one passage says. Two claims are equal when all that they say is; ``id`` is a hash of it.

    ``roles`` maps each role of the kind (see ``ROLES``) to its entities, in the order of the text; a role that the
    text leaves open is absent. ``scene`` is when that took place of which a passage tells that gives somebody an
    office: it was held then, or is held as the article is written. ``rule`` names the lexicon entry or rule that found
    the claim; it is no part of the identity. Neither is what judgements make of a claim: ``said_as`` is its IRI where
    they renamed its entities, and ``judged`` holds the IRIs of the claims in judgements that it stands for.
    """

    kind: ClaimKind
    article: ArticleInfo
    type: str
    subtype: str | None = None
    label: str | None = None
    roles: Mapping[str, tuple[Entity, ...]]
    time: TimeSpan | None = None
    in_force: TimeSpan | None = None
    ended: TimeSpan | None = None
    stage: Stage | None = None
    office: str | None = None
    scene: TimeSpan | None = None
    standing: Standing | None = None
    provides: tuple[str, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    modality: Modality = "asserted"
    attribution: tuple[Entity, ...] = ()
    evidence: Evidence
    confidence: float = 1.0
    rule: str | None = None
    base: str = field(default=Names().base, repr=False)
    said_as: str | None = field(default=None, repr=False, compare=False)
    judged: tuple[str, ...] = field(default=(), repr=False, compare=False)
    _iri: str = field(default="", init=False, repr=False, compare=False)  # once it was asked for

    def __post_init__(self) -> None:
        if self.kind not in ROLES:
            raise ClaimError(f"unknown kind of claim {self.kind!r}; use one of {', '.join(ROLES)}")
        unknown = set(self.roles) - set(ROLES[self.kind])
        if unknown:
            raise ClaimError(f"a claim of kind {self.kind} has no role {', '.join(sorted(unknown))}")
        if self.modality not in get_args(Modality):
            raise ClaimError(f"unknown modality {self.modality!r}; use one of {', '.join(get_args(Modality))}")
        if not 0 <= self.confidence <= 1:
            raise ClaimError(f"confidence {self.confidence} is not between 0 and 1")

    def __hash__(self) -> int:
        return hash(self.id)

    @property
    def id(self) -> str:
        """The claim's IRI: a hash of what it says and of where it stands."""
        if not self._iri:
            made = Names(self.base).make("claim", digest({"article": self.article.id, **self._content()}))
            object.__setattr__(self, "_iri", self.said_as or made)
        return self._iri

    def filling(self, *roles: str) -> tuple[Entity, ...]:
        """The entities that fill ``roles``, in that order; empty where none does."""
        return tuple(entity for role in roles for entity in self.roles.get(role, ()))

    def _content(self) -> dict[str, Any]:
        content = {
            "kind": self.kind,
            "type": self.type,
            "subtype": self.subtype,
            "label": self.label,
            "roles": {role: [e.to_json() for e in entities] for role, entities in self.roles.items() if entities},
            "time": self.time.to_json() if self.time else None,
            "in_force": self.in_force.to_json() if self.in_force else None,
            "ended": self.ended.to_json() if self.ended else None,
            "stage": self.stage,
            "office": self.office,
            "standing": self.standing,
            "provides": list(self.provides),
            "quantities": [q.to_json() for q in self.quantities],
            "modality": self.modality,
            "attribution": [e.to_json() for e in self.attribution],
            "evidence": {"quote": self.evidence.quote, "start": self.evidence.start, "end": self.evidence.end},
        }
        return {**content, "scene": self.scene.to_json()} if self.scene else content

    def to_json(self) -> dict[str, Any]:
        """The object of the contract *Claims as JSON lines*."""
        content = self._content()
        return {
            "id": self.id,
            "kind": content.pop("kind"),
            "article": self.article.to_json(),
            **content,
            "confidence": self.confidence,
            "rule": self.rule,
        }

    @staticmethod
    def from_json(data: Mapping[str, Any]) -> "Claim":
        """The inverse of :meth:`to_json`; ClaimError where the object breaks the contract."""
        try:
            evidence = data["evidence"]
            return Claim(
                kind=data["kind"],
                article=ArticleInfo.from_json(data["article"]),
                type=data["type"],
                subtype=data.get("subtype"),
                label=data.get("label"),
                roles={role: tuple(map(Entity.from_json, entities)) for role, entities in data["roles"].items()},
                time=TimeSpan.from_json(data.get("time")),
                in_force=TimeSpan.from_json(data.get("in_force")),
                ended=TimeSpan.from_json(data.get("ended")),
                stage=data.get("stage"),
                office=data.get("office"),
                scene=TimeSpan.from_json(data.get("scene")),
                standing=data.get("standing"),
                provides=tuple(data.get("provides") or ()),
                quantities=tuple(map(Quantity.from_json, data.get("quantities") or ())),
                modality=data["modality"],
                attribution=tuple(map(Entity.from_json, data.get("attribution") or ())),
                evidence=Evidence(quote=evidence["quote"], start=evidence["start"], end=evidence["end"]),
                confidence=data.get("confidence", 1.0),
                rule=data.get("rule"),
                base=data["id"].rsplit("claim/", 1)[0] if "id" in data else Names().base,
            )
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise ClaimError(f"not a claim: {error!r}; see the format of claims in the README") from error
