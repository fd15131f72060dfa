"""The gazetteer: every name of a state, organisation or place that the program knows, and who acts for whom."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.model import Entity, MentionSense, Standing
from kg.vocabulary.folding import fold

OfficeOf = Literal["state", "organisation", "place", "any"]

_ARTICLES = ("the ", "le ", "la ", "les ", "l'")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameSense:
    """What a surface form stands for. The entity's label is in ``language``.

    ``case_sensitive`` forms count only as they are written; ``ambiguous`` ones are also a common word, a person's name
    or another place, so that the context must decide.
    """

    entity: Entity
    sense: MentionSense
    language: str
    case_sensitive: bool = False
    ambiguous: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """All that the gazetteer knows of an entity apart from its names.

    ``kind`` is finer than the entity's: ``state``, ``organisation``, ``media``, ``armed group``, ``group``, ``city`` ….
    ``state`` is the state that a place lies in, or whose government an armed group deals with; ``part_of`` the key of
    the organisation that this one belongs to; ``members`` the states of an organisation. Codes are ISO 3166 alpha-3.
    """

    entity: Entity
    kind: str
    labels: Mapping[str, str]
    wikidata: str | None = None
    state: str | None = None
    part_of: str | None = None
    members: tuple[str, ...] = ()
    un_member: bool = False
    former: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A noun that acts for a state (« armée », "troops"); ``kind`` is ``military``, ``government``, ``police`` ….

    Of a ``group`` of ``nationals`` the state has charge abroad: who frees its fishermen deals with it.
    """

    key: str
    kind: str
    nationals: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """A public office: its canonical English title, its French title and what it is an office of.

    A ``rank`` (general) may be named beside another title of the same person.
    ``of_entity`` is the key of the one state or organisation that has this office, where only one has.
    """

    key: str
    title_en: str
    title_fr: str
    of: OfficeOf
    of_entity: str | None = None
    rank: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Predicate:
    """What a verb with an office as its complement says: of whom (``of_object``), that it ``starts`` or ``ends``, or
    that others recognise it (``recognises``), which they need not do where nobody disputes it. A verb with a ``title``
    says by itself that its subject heads the state or organisation that is its object.
    """

    title: str | None = None
    of_object: bool = False
    starts: bool = False
    ends: bool = False
    recognises: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """Names and profiles; see :func:`kg.vocabulary.load_gazetteer`."""

    _profiles: Mapping[str, Profile]
    _keys: Mapping[str, str]
    _names: Mapping[str, tuple[tuple[str, NameSense], ...]]
    _found: Mapping[str, tuple[NameSense, ...]]
    _bodies: Mapping[str, Mapping[str, Body]]
    _offices: Mapping[str, Mapping[str, Office]]
    _standings: Mapping[str, Mapping[str, Standing]]
    _prefixes: Mapping[str, Mapping[str, Entity]]
    _predicates: Mapping[str, Mapping[str, Predicate]]
    _counterparts: Mapping[str, frozenset[str]]
    _successions: Mapping[str, Mapping[str, Standing]]
    _nearby: dict[str, str] = field(default_factory=dict, repr=False, compare=False)

    def profile(self, key: str) -> Profile | None:
        """What is known of the entity with this ISO code, key or IRI; ``None`` where there is none."""
        return self._profiles.get(self._keys.get(key, key))

    def profiles(self) -> Iterator[Profile]:
        """Every profile: states, organisations, places, each in the order of its file."""
        return iter(self._profiles.values())

    def entity(self, key: str) -> Entity | None:
        """The entity with this ISO 3166 alpha-3 code, key or IRI, labelled in English; ``None`` where there is none."""
        profile = self.profile(key)
        return profile.entity if profile else None

    def find(self, name: str) -> tuple[NameSense, ...]:
        """The senses of a name in either language, whatever its case, accents or leading article; ``()`` if unknown.

        >>> from kg.vocabulary import load_gazetteer
        >>> {sense.entity.iso3 for sense in load_gazetteer().find("coree du nord")}
        {'PRK'}
        """
        folded = fold(name)
        if found := self._found.get(folded):
            return found
        for article in _ARTICLES:
            if folded.startswith(article):
                return self._found.get(folded.removeprefix(article).strip(), ())
        return ()

    def nearest(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Up to ``limit`` known names that look like ``name``, the nearest first; ``()`` where nothing is near."""
        from rapidfuzz import fuzz, process

        if not self._nearby:
            for pairs in self._names.values():
                for surface, sense in pairs:
                    if sense.sense == "name" and len(surface) > 3:
                        self._nearby.setdefault(fold(surface), surface)
        near = process.extract(fold(name), list(self._nearby), scorer=fuzz.ratio, limit=limit, score_cutoff=60)
        return tuple(self._nearby[folded] for folded, _score, _index in near)

    def names(self, language: str) -> Iterator[tuple[str, NameSense]]:
        """Every surface form of ``fr`` or ``en`` with its sense, in the order of the files."""
        return iter(self._names[language])

    def labels(self, key: str) -> Mapping[str, str]:
        """The label by language; empty for an unknown entity."""
        profile = self.profile(key)
        return profile.labels if profile else {}

    def wikidata(self, key: str) -> str | None:
        """The Wikidata item (``Q159``), ``None`` where it is not known."""
        profile = self.profile(key)
        return profile.wikidata if profile else None

    def state_of(self, key: str) -> str | None:
        """The code of the state that a place lies in, ``None`` where it lies in none or several."""
        profile = self.profile(key)
        return profile.state if profile else None

    def is_media(self, key: str) -> bool:
        """Whether the entity is a news agency or another medium: credit to it changes the source of a claim."""
        profile = self.profile(key)
        return profile is not None and profile.kind == "media"

    def bodies(self, language: str) -> Mapping[str, Body]:
        """Nouns that act for a state, by lower-case lemma or phrase."""
        return self._bodies[language]

    def offices(self, language: str) -> Mapping[str, Office]:
        """Public offices by lower-case phrase, masculine and feminine."""
        return self._offices[language]

    def standings(self, language: str) -> Mapping[str, Standing]:
        """What adjectives and prefixes (« ancien », "acting", « ex ») say of the holding of an office."""
        return self._standings[language]

    def prefixes(self, language: str) -> Mapping[str, Entity]:
        """The first parts of compounds such as « russo-ukrainien » or "Sino-Russian", in lower case."""
        return self._prefixes[language]

    def predicates(self, language: str) -> Mapping[str, Predicate]:
        """The verbs that say who holds an office, by lemma (« devenir », "appoint", "recognise")."""
        return self._predicates[language]

    def counterparts(self, language: str) -> frozenset[str]:
        """The lemmas of nouns for the holder of the same office in another state (« homologue »)."""
        return self._counterparts[language]

    def successions(self, language: str) -> Mapping[str, Standing]:
        """What nouns for those before or after a holder say of their holding the office (« prédécesseur »)."""
        return self._successions[language]
