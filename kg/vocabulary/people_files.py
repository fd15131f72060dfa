"""Reads ``people.yaml``: public figures and the state or organisation that each acts for."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from kg.model import Entity, Names
from kg.model.person_names import person_key
from kg.vocabulary.document import Field, read_document
from kg.vocabulary.folding import fold
from kg.vocabulary.gazetteer import NameSense, Profile
from kg.vocabulary.languages import languages

_KEYS = ("state", "organisation", "opposition", "fr", "also", "surname", "ambiguous", "shared", "wikidata", "note")
_ARTICLES = ("al-", "el-")
_SHORT = 3
_MARKS = ("ambiguous", "shared")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """The people of a file: profiles by IRI, IRIs by English name, names by language, senses by folded name."""

    profiles: dict[str, Profile] = field(default_factory=dict)
    keys: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[tuple[str, NameSense]]] = field(default_factory=lambda: {code: [] for code in languages()})
    found: dict[str, list[NameSense]] = field(default_factory=dict)


def read_people(
    path: Path, iris: Names, profiles: Mapping[str, Profile], keys: Mapping[str, str], taken: Collection[str]
) -> People:
    """The people in the file at ``path``.

    ``profiles`` by IRI and their ``keys`` are the states and organisations that people may act for; ``taken`` are the
    folded names that already mean something else. VocabularyError with file and line where an entry is wrong: an
    unknown state or organisation, a name of something else, or a name of two people that is not ``shared``.
    """
    entries = read_document(path).mapping()
    reader = _Reader(iris, profiles, keys, taken, _family_names(entries))
    for name, entry in entries.items():
        reader.read(name, entry)
    reader.join_hyphened()
    return reader.people


def _family_names(entries: Mapping[str, Field]) -> dict[str, set[str]]:
    """The people by the folded last word of their names."""
    owners: dict[str, set[str]] = {}
    for name, entry in entries.items():
        french = entry.mapping().get("fr")
        for spelling in (name, french.text()) if french else (name,):
            owners.setdefault(fold(_family_name(spelling)), set()).add(name)
    return owners


def _family_name(name: str) -> str:
    """The last word of ``name`` without the Arabic article."""
    last = name.rsplit(" ", 1)[-1]
    return last[len(_ARTICLES[0]) :] if last.lower().startswith(_ARTICLES) else last


class _Reader:
    def __init__(
        self,
        iris: Names,
        profiles: Mapping[str, Profile],
        keys: Mapping[str, str],
        taken: Collection[str],
        family_names: Mapping[str, set[str]],
    ) -> None:
        self.people = People()
        self._iris = iris
        self._profiles = profiles
        self._keys = keys
        self._taken = taken
        self._family_names = family_names
        self._owners: dict[str, tuple[str, bool]] = {}
        self._folded: dict[str, str] = {}

    def read(self, name: str, entry: Field) -> None:
        """Takes over one person; the key of the entry is the English name."""
        fields = entry.mapping(_KEYS)
        profile = self._profile(name, entry, fields)
        self.people.profiles[profile.entity.id] = profile
        self.people.keys[name] = profile.entity.id
        marks = {mark: fields[mark].texts() if mark in fields else () for mark in _MARKS}
        also = fields["also"].texts() if "also" in fields else ()
        surfaces: set[str] = set()
        for language in languages():
            label = profile.labels.get(language, name)
            surnames = self._surnames(name, label, fields["surname"]) if "surname" in fields else ()
            senses: dict[tuple[bool, bool], NameSense] = {}
            for surface in dict.fromkeys((label, *also, *surnames)):
                marked = surface in marks["ambiguous"]
                kind = (marked or len(surface) <= _SHORT or surface.isupper(), marked or surface in surnames)
                if kind not in senses:
                    senses[kind] = _sense(profile.entity, label, language, *kind)
                self._name(surface, senses[kind], name, surface in marks["shared"], fields.get("also", entry))
                surfaces.add(surface)
        for mark, marked_names in marks.items():
            if wrong := set(marked_names) - surfaces:
                raise fields[mark].error(f"{min(wrong)!r} is no name of this entry; correct or remove it")

    def _profile(self, name: str, entry: Field, fields: Mapping[str, Field]) -> Profile:
        if name in self._keys:
            raise entry.error(f"the key {name!r} is already in use; choose another")
        if ("state" in fields) == ("organisation" in fields):
            raise entry.error(f"{name!r} needs either a state or an organisation; write one of the two")
        state, organisation = self._served(fields)
        opposed = "opposition" in fields and fields["opposition"].flag()
        iri = self._iris.make("person", person_key(name))
        if iri in self.people.profiles:
            other = self.people.profiles[iri].labels["en"]
            raise entry.error(f"{name!r} sounds like {other!r}; join the two, or tell the names apart")
        french = fields["fr"].text() if "fr" in fields else name
        body = self._profiles[self._keys[organisation]].entity if organisation else None
        served = state or ((body.organisation or body.id) if body else None)
        return Profile(
            entity=Entity(id=iri, kind="Person", label=name, acts_for=None if opposed else served),
            kind="person",
            labels={"fr": french, "en": name},
            wikidata=_wikidata(fields["wikidata"]) if "wikidata" in fields else None,
            state=state,
            part_of=organisation,
        )

    def _served(self, fields: Mapping[str, Field]) -> tuple[str | None, str | None]:
        """The state that the person acts for, and the organisation; that of an organisation's own state counts."""
        where = fields.get("state") or fields["organisation"]
        key = where.text()
        profile = self._profiles.get(self._keys.get(key, ""))
        wanted = ("State",) if "state" in fields else ("Organisation", "Group")
        if profile is None or profile.entity.kind not in wanted:
            what = "state" if "state" in fields else "organisation"
            raise where.error(f"unknown {what} {key!r}; add it or correct the key")
        return (key, None) if "state" in fields else (profile.entity.state, key)

    def _surnames(self, name: str, label: str, surname: Field) -> tuple[str, ...]:
        """The names by which papers call the person without a given name."""
        if isinstance(surname.content, list):
            return surname.texts()
        if not surname.flag():
            return ()
        family = _family_name(label)
        others = self._family_names[fold(family)] - {name}
        if others:
            raise surname.error(f"{family!r} is also the name of {min(others)!r}; remove 'surname' or list forms")
        last = label.rsplit(" ", 1)[-1]
        return (last,) if last == family else (last, family)

    def _name(self, surface: str, sense: NameSense, name: str, shared: bool, where: Field) -> None:
        folded = self._folded.get(surface) or self._folded.setdefault(surface, fold(surface))
        if folded in self._taken:
            raise where.error(f"{surface!r} of {name!r} already names something else; remove it")
        owner, owner_shares = self._owners.setdefault(folded, (name, shared))
        if owner != name and not (shared and owner_shares and self._same_state(owner, name)):
            raise where.error(
                f"{surface!r} of {name!r} already names {owner!r}; remove it, or list it as 'shared' in both entries "
                "where the two serve one state"
            )
        senses = self.people.found.setdefault(folded, [])
        if sense not in senses:
            senses.append(sense)
        self.people.names[sense.language].append((surface, sense))

    def _same_state(self, one: str, other: str) -> bool:
        profiles, keys = self.people.profiles, self.people.keys
        return profiles[keys[one]].state == profiles[keys[other]].state

    def join_hyphened(self) -> None:
        """Lets « Kim Jong-un » be found as "Kim Jong un" too."""
        for folded, senses in list(self.people.found.items()):
            plain = folded.replace("-", " ")
            if plain != folded and plain not in self._taken:
                self.people.found.setdefault(plain, senses)


def _sense(entity: Entity, label: str, language: str, exact: bool, ambiguous: bool) -> NameSense:
    return NameSense(
        entity=Entity(id=entity.id, kind="Person", label=label, acts_for=entity.acts_for),
        sense="name",
        language=language,
        case_sensitive=exact,
        ambiguous=ambiguous,
    )


def _wikidata(field: Field) -> str:
    item = field.text()
    if not (item.startswith("Q") and item[1:].isdigit()):
        raise field.error(f"{item!r} is no Wikidata item; write Q and digits")
    return item
