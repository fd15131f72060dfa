"""Reads every file of ``ontology/gazetteer`` and checks them against each other."""

from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from kg.model import BASE, LANGUAGES, Entity, EntityKind, MentionSense, Names
from kg.vocabulary.document import Field, read_document, without_collection
from kg.vocabulary.folding import fold
from kg.vocabulary.gazetteer import Body, Gazetteer, NameSense, Profile
from kg.vocabulary.languages import languages, load_language
from kg.vocabulary.office_files import read_offices
from kg.vocabulary.paths import ontology_path
from kg.vocabulary.people_files import read_people
from kg.vocabulary.state_entries import LISTS, read_states

ORGANISATION_KINDS = ("organisation", "media", "armed group", "body", "party", "company", "group")
PLACE_KINDS = ("city", "region", "sea", "island", "site", "mountain", "river", "base", "camp", "border", "continent")
BODY_KINDS = (
    "military",
    "government",
    "legislature",
    "judiciary",
    "police",
    "intelligence",
    "diplomacy",
    "people",
    "group",
)
_NAMED = ("wikidata", "kind", *languages(), "adjectives", "people", "seats", "ambiguous", "note")


@cache
def load_gazetteer(base: str = BASE) -> Gazetteer:
    """The gazetteer that is installed, with IRIs below ``base``; read once in a process for each base."""
    return read_gazetteer(ontology_path() / "gazetteer", base)


@without_collection()
def read_gazetteer(folder: Path, base: str = BASE) -> Gazetteer:
    """The gazetteer in ``folder``. VocabularyError that names file and line where a file of it is wrong."""
    reader = _Reader(Names(base))
    reader.states(read_states(folder))
    reader.organisations(read_document(folder / "organisations.yaml"))
    reader.places(read_document(folder / "places.yaml"))
    reader.check_references()
    bodies = _bodies(read_document(folder / "bodies.yaml"))
    offices = read_offices(folder / "offices.yaml", reader.keys)
    found: dict[str, list[NameSense]] = {}
    for pairs in reader.names.values():
        for surface, sense in pairs:
            senses = found.setdefault(fold(surface), [])
            if sense not in senses:
                senses.append(sense)
    people = read_people(folder / "people.yaml", reader.iris, reader.profiles, reader.keys, found)
    reader.profiles.update(people.profiles)
    reader.keys.update(people.keys)
    for language, pairs in people.names.items():
        reader.names[language].extend(pairs)
    found.update(people.found)
    return Gazetteer(
        _profiles=reader.profiles,
        _keys=reader.keys,
        _names={language: tuple(pairs) for language, pairs in reader.names.items()},
        _found={folded: tuple(senses) for folded, senses in found.items()},
        _bodies=bodies,
        _offices=offices.titles,
        _standings=offices.standings,
        _prefixes=reader.prefixes,
        _predicates=offices.predicates,
        _counterparts=offices.counterparts,
        _successions=offices.successions,
    )


class _Reader:
    """Gathers profiles by IRI and names by language."""

    def __init__(self, iris: Names) -> None:
        self.iris = iris
        self.profiles: dict[str, Profile] = {}
        self.keys: dict[str, str] = {}
        self.names: dict[str, list[tuple[str, NameSense]]] = {language: [] for language in languages()}
        self.prefixes: dict[str, dict[str, Entity]] = {language: {} for language in languages()}
        self._references: list[tuple[Field, str]] = []
        self._seen: set[tuple[str, str, str, str]] = set()

    def states(self, states: Mapping[str, Field]) -> None:
        """Takes over the states, members of the United Nations first: where a name has two senses, they come first."""
        for key, state in sorted(states.items(), key=lambda item: "un" not in item[1].mapping()):
            fields = state.mapping()
            own = [language for language in languages() if language in fields]
            labels = {language: fields[language].mapping()["name"].text() for language in own}
            entity = self._profile(key, "state", "State", "state", labels, fields, state)
            marked = self._marked(fields)
            for language in own:
                for surface, sense in _state_names(fields[language], language):
                    self._name(surface, sense, language, entity, marked)
                for prefix in _texts(fields[language].mapping(), "prefixes"):
                    self.prefixes[language].setdefault(prefix.lower(), _labelled(entity, labels[language]))
            self._check_marked(fields, marked)

    def organisations(self, root: Field) -> None:
        for key, item in root.mapping().items():
            fields = item.mapping((*_NAMED, "acts_for", "part_of", "members", "state"), required=LANGUAGES)
            kind = fields["kind"].choice(ORGANISATION_KINDS, "kind") if "kind" in fields else "organisation"
            if kind == "group":
                self._named(key, "group", "Group", kind, fields, item)
            else:
                self._named(key, "organisation", "Organisation", kind, fields, item)

    def places(self, root: Field) -> None:
        for key, item in root.mapping().items():
            fields = item.mapping((*_NAMED, "state"), required=("kind", *LANGUAGES))
            self._named(key, "place", "Place", fields["kind"].choice(PLACE_KINDS, "kind"), fields, item)

    def _named(
        self, key: str, iri: str, entity_kind: EntityKind, kind: str, fields: Mapping[str, Field], item: Field
    ) -> None:
        """Takes over an organisation or place: the first name of a language is its label."""
        names = {language: fields[language].texts() for language in languages() if language in fields}
        labels = {language: words[0] for language, words in names.items()}
        entity = self._profile(key, iri, entity_kind, kind, labels, fields, item)
        marked = self._marked(fields)
        for language in languages():
            for surface in names.get(language, ()):
                self._name(surface, "name", language, entity, marked)
            for key_, sense in _OTHER_SENSES:
                if key_ in fields and language in fields[key_].mapping(languages()):
                    for surface in fields[key_].mapping()[language].texts():
                        self._name(surface, sense, language, entity, marked)
        self._check_marked(fields, marked)

    def _profile(
        self,
        key: str,
        iri_kind: str,
        entity_kind: EntityKind,
        kind: str,
        labels: Mapping[str, str],
        fields: Mapping[str, Field],
        where: Field,
    ) -> Entity:
        if key in self.keys:
            raise where.error(f"the key {key!r} is already in use; choose another")
        served = fields["acts_for"].text() if "acts_for" in fields else None
        is_state = served is None or self.iris.make("state", served) in self.profiles
        acts_for = served if is_state or served is None else self.iris.make("organisation", served)
        members = fields["members"].texts() if "members" in fields else ()
        profile = Profile(
            entity=Entity(
                id=self.iris.make(iri_kind, key),
                kind=entity_kind,
                label=labels["en"],
                iso3=key if entity_kind == "State" else None,
                acts_for=acts_for,
            ),
            kind=kind,
            labels=dict(labels),
            wikidata=_wikidata(fields.get("wikidata")),
            state=fields["state"].text() if "state" in fields else None,
            part_of=fields["part_of"].text() if "part_of" in fields else None,
            members=members,
            un_member="un" in fields and fields["un"].flag(),
            former="former" in fields and fields["former"].flag(),
        )
        for name, codes in (("acts_for", (served,)), ("state", (profile.state,)), ("part_of", (profile.part_of,))):
            self._references.extend((fields[name], code) for code in codes if code)
        self._references.extend((fields["members"], code) for code in members)
        self.profiles[profile.entity.id] = profile
        self.keys[key] = profile.entity.id
        return profile.entity

    def _marked(self, fields: Mapping[str, Field]) -> dict[str, bool]:
        """The names that the entry marks as ambiguous, each with whether it has been met."""
        return dict.fromkeys(_texts(fields, "ambiguous"), False)

    def _check_marked(self, fields: Mapping[str, Field], marked: Mapping[str, bool]) -> None:
        for name, met in marked.items():
            if not met:
                raise fields["ambiguous"].error(f"{name!r} is no name of this entry; correct or remove it")

    def _name(self, surface: str, sense: MentionSense, language: str, entity: Entity, marked: dict[str, bool]) -> None:
        ambiguous = surface in marked
        if ambiguous:
            marked[surface] = True
        identity = (language, surface, entity.id, sense)
        if identity in self._seen:
            return
        self._seen.add(identity)
        labels = self.profiles[entity.id].labels
        name_sense = NameSense(
            entity=_labelled(entity, labels[language]),
            sense=sense,
            language=language,
            case_sensitive=ambiguous or _is_case_sensitive(surface, sense),
            ambiguous=ambiguous,
        )
        self.names[language].append((surface, name_sense))

    def check_references(self) -> None:
        """An error where an entry names a state or organisation that no file has."""
        for where, key in self._references:
            if key not in self.keys:
                raise where.error(f"unknown state or organisation {key!r}; add it or correct the key")


def _labelled(entity: Entity, label: str) -> Entity:
    return Entity(id=entity.id, kind=entity.kind, label=label, iso3=entity.iso3, acts_for=entity.acts_for)


def _is_case_sensitive(surface: str, sense: MentionSense) -> bool:
    """Acronyms, and peoples and English demonyms, which are always capitalised ("Polish", « les Grecs »)."""
    return surface.isupper() or (sense in ("adjective", "people") and surface[0].isupper())


def _texts(fields: Mapping[str, Field], key: str) -> tuple[str, ...]:
    return fields[key].texts() if key in fields else ()


def _wikidata(field: Field | None) -> str | None:
    if field is None:
        return None
    item = field.text()
    if not (item.startswith("Q") and item[1:].isdigit()):
        raise field.error(f"{item!r} is no Wikidata item; write Q and digits")
    return item


def _state_names(field: Field, language: str) -> Iterator[tuple[str, MentionSense]]:
    """The surface forms of a state in one language with their senses."""
    fields = field.mapping(LISTS)
    yield fields["name"].text(), "name"
    for key, sense in _STATE_SENSES:
        for surface in _texts(fields, key):
            yield surface, sense
    for forms in fields["demonyms"].items() if "demonyms" in fields else ():
        words = [form.text() for form in forms.items()]
        if len(words) != (wanted := load_language(language).demonym_forms):
            raise forms.error(f"a demonym of {language!r} has {wanted} forms, as languages/{language}.yaml says")
        for word in dict.fromkeys(words):
            yield word, "adjective"
            yield "-".join(part[:1].upper() + part[1:] for part in word.split("-")), "people"


_OTHER_SENSES: tuple[tuple[str, MentionSense], ...] = (
    ("adjectives", "adjective"),
    ("people", "people"),
    ("seats", "seat"),
)
_STATE_SENSES: tuple[tuple[str, MentionSense], ...] = (
    ("names", "name"),
    ("adjectives", "adjective"),
    ("people", "people"),
    ("capitals", "capital"),
    ("seats", "seat"),
)


def _bodies(root: Field) -> dict[str, dict[str, Body]]:
    bodies: dict[str, dict[str, Body]] = {language: {} for language in languages()}
    for key, item in root.mapping().items():
        fields = item.mapping(("class", "nationals", *languages(), "note"), required=("class", *LANGUAGES))
        nationals = "nationals" in fields and fields["nationals"].flag()
        body = Body(key=key, kind=fields["class"].choice(BODY_KINDS, "class"), nationals=nationals)
        for language in languages():
            for noun in fields[language].items() if language in fields else ():
                if bodies[language].setdefault(noun.text().lower(), body) is not body:
                    raise noun.error(
                        f"{noun.text()!r} already stands for {bodies[language][noun.text().lower()].key!r}"
                    )
    return bodies
