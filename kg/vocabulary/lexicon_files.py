"""Reads every file of ``ontology/lexicon`` and checks them against each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar, get_args

from kg.model import LANGUAGES, Stage, VocabularyError
from kg.vocabulary.cue_files import read_attribution, read_modality
from kg.vocabulary.document import Field, read_document, without_collection
from kg.vocabulary.folding import fold
from kg.vocabulary.languages import languages
from kg.vocabulary.lexicon import (
    AgreementName,
    AttributionWords,
    Category,
    Lexicon,
    ModalityWords,
    Prospect,
    Trait,
    Trigger,
    TypeInfo,
    Words,
)
from kg.vocabulary.paths import ontology_path
from kg.vocabulary.trigger_entries import TriggerFile, read_frames, read_trigger
from kg.vocabulary.word_classes import WordClasses, read_word_classes

T = TypeVar("T")
_ABOUT = ("label", "definition", "note")
_AGREEMENT_KEYS = ("kind", *_ABOUT, "needs_act", "nouns", "names", "ambiguous_nouns", "false_friends")
_TRIGGER_KEYS = ("frames", "triggers", "false_friends")


@cache
def load_lexicon() -> Lexicon:
    """The lexicon that is installed; read once in a process. VocabularyError where a file of it is wrong."""
    return read_lexicon(ontology_path() / "lexicon")


def read_lexicon(folder: Path) -> Lexicon:
    """The lexicon in ``folder``. VocabularyError that names the first thing that is wrong, and how many more are."""
    lexicon, problems = check_lexicon(folder)
    if problems:
        more = f" (and {len(problems) - 1} more)" if len(problems) > 1 else ""
        raise VocabularyError(problems[0] + more)
    return lexicon


@without_collection()
def check_lexicon(folder: Path) -> tuple[Lexicon, tuple[str, ...]]:
    """The lexicon of all that is right in ``folder``, and one line for each thing that is wrong."""
    reader = _Reader()
    reader.classes = reader.attempt(lambda: read_word_classes(folder / "classes.yaml"), {})
    for path in _files(folder / "events"):
        reader.event_file(path)
    for path in _files(folder / "agreements"):
        reader.agreement_file(path)
    for path in _files(folder / "relations"):
        reader.relation_file(path)
    if (path := folder / "stages.yaml").exists():
        reader.stage_file(path)
    if (path := folder / "provisions.yaml").exists():
        reader.provision_file(path)
    reader.check_ambiguity()
    reader.check_prospects()
    modality: Mapping[str, ModalityWords] = reader.attempt(lambda: read_modality(folder / "modality.yaml"), {})
    attribution: Mapping[str, AttributionWords] = reader.attempt(
        lambda: read_attribution(folder / "attribution.yaml"), {}
    )
    lexicon = Lexicon(
        types=reader.types,
        _triggers={language: _by_lemma(reader.triggers, language) for language in languages()},
        _false_friends={language: _by_lemma(reader.false_friends, language) for language in languages()},
        _agreement_nouns=reader.nouns,
        _ambiguous_nouns=reader.ambiguous_nouns,
        _agreement_names=reader.names,
        _agreement_false_friends=reader.other_nouns,
        _provisions=reader.provisions,
        stage_events=reader.stage_events,
        _modality=modality,
        _attribution=attribution,
        _deeds=reader.deeds(),
    )
    return lexicon, tuple(reader.problems)


def _files(folder: Path) -> Iterable[Path]:
    return sorted(folder.glob("*.yaml"))


def _by_lemma(triggers: Iterable[Trigger], language: str) -> Mapping[str, tuple[Trigger, ...]]:
    found: dict[str, list[Trigger]] = {}
    for trigger in triggers:
        if trigger.language == language:
            found.setdefault(trigger.words[0], []).append(trigger)
    return {lemma: tuple(group) for lemma, group in found.items()}


def _is_file_of(name: str, path: Path) -> bool:
    """Whether the file is called as the type is, with ``_`` for spaces and with or without accents."""
    return fold(name).replace(" ", "_") == fold(path.stem)


def _lower_words(field: Field) -> Words:
    return tuple(field.text().lower().replace("’", "'").split())


def _traits(field: Field) -> frozenset[Trait]:
    return frozenset(item.choice(get_args(Trait), "trait") for item in field.items())  # type: ignore[misc]


class _Reader:
    """Gathers what the files say and what is wrong with them."""

    def __init__(self) -> None:
        self.problems: list[str] = []
        self.prospects: list[Field] = []
        self.classes: Mapping[str, WordClasses] = {}
        self.types: dict[str, TypeInfo] = {}
        self.triggers: list[Trigger] = []
        self.false_friends: list[Trigger] = []
        self.nouns: dict[str, dict[Words, str]] = {language: {} for language in languages()}
        self.ambiguous_nouns: dict[str, dict[Words, str]] = {language: {} for language in languages()}
        self.other_nouns: dict[str, dict[Words, str]] = {language: {} for language in languages()}
        self.names: dict[str, dict[Words, AgreementName]] = {language: {} for language in languages()}
        self.stage_events: dict[str, str] = {}
        self.provisions: dict[str, dict[Words, str]] = {language: {} for language in languages()}

    def attempt(self, read: Callable[[], T], otherwise: T) -> T:
        """What ``read`` gives; where it fails, ``otherwise``, and the problem is kept."""
        try:
            return read()
        except VocabularyError as error:
            self.problems.append(str(error))
            return otherwise

    def event_file(self, path: Path) -> None:
        self.attempt(lambda: self._typed_file(path, "event", "type"), None)

    def relation_file(self, path: Path) -> None:
        self.attempt(lambda: self._typed_file(path, "relation", "relation"), None)

    def _typed_file(self, path: Path, category: Category, key: str) -> None:
        root = read_document(path)
        fields = root.mapping(
            (key, "traits", "becomes", *_ABOUT, *_TRIGGER_KEYS), required=(key, "label", "definition")
        )
        name = fields[key].text()
        if not _is_file_of(name, path):
            raise fields[key].error(f"{name!r} is not the file's name; rename one of them")
        self._type(name, category, fields, fields[key])
        self._entries(
            fields, TriggerFile(category, name, read_frames(fields.get("frames"), category), self.classes), name
        )

    def _type(self, name: str, category: Category | str, fields: Mapping[str, Field], where: Field) -> None:
        if name in self.types:
            raise where.error(f"the type {name!r} is defined twice; keep one")
        label = {language: text.text() for language, text in fields["label"].mapping(languages(), LANGUAGES).items()}
        becomes = fields["becomes"].mapping(get_args(Prospect)) if "becomes" in fields else {}
        self.types[name] = TypeInfo(
            name=name,
            category=category,  # type: ignore[arg-type]
            label=label,
            definition=fields["definition"].text(),
            needs_act="needs_act" in fields and fields["needs_act"].flag(),
            traits=_traits(fields["traits"]) if "traits" in fields else frozenset(),
            becomes={prospect: other.text() for prospect, other in becomes.items()},  # type: ignore[misc]
        )
        self.prospects += becomes.values()

    def _entries(self, fields: Mapping[str, Field], file: TriggerFile, name: str) -> None:
        for key, found in (("triggers", self.triggers), ("false_friends", self.false_friends)):
            if key not in fields:
                continue
            for language, entries in fields[key].mapping(languages()).items():
                prefix = name if key == "triggers" else f"{name}:not"
                found.extend(self._numbered(entries.items(), language, file, prefix))

    def _numbered(self, entries: list[Field], language: str, file: TriggerFile, name: str) -> Iterator[Trigger]:
        """The triggers of ``entries``; those with the same words get ``#2``, ``#3`` … after their id."""
        seen: dict[str, int] = {}
        for entry in entries:
            trigger = self.attempt(lambda entry=entry: read_trigger(entry, language, file, name), None)  # type: ignore[misc]
            if trigger is None:
                continue
            seen[trigger.id] = number = seen.get(trigger.id, 0) + 1
            if number > 1:
                trigger = replace(trigger, id=f"{trigger.id}#{number}")
            yield trigger

    def agreement_file(self, path: Path) -> None:
        self.attempt(lambda: self._agreement_file(path), None)

    def _agreement_file(self, path: Path) -> None:
        root = read_document(path)
        fields = root.mapping(_AGREEMENT_KEYS, required=("kind", "label", "definition"))
        kind = fields["kind"].text()
        if not _is_file_of(kind, path):
            raise fields["kind"].error(f"{kind!r} is not the file's name; rename one of them")
        self._type(kind, "agreement", fields, fields["kind"])
        tables = {"nouns": self.nouns, "ambiguous_nouns": self.ambiguous_nouns, "false_friends": self.other_nouns}
        for key, table in tables.items():
            for language, nouns in fields[key].mapping(languages()).items() if key in fields else ():
                for noun in nouns.items():
                    self._add(table[language], _lower_words(noun), kind, noun)
        if "names" in fields:
            self._names(fields["names"], kind)

    def _names(self, field: Field, kind: str) -> None:
        """Names are ``{fr: [...], en: [...]}``, or a list of such mappings that may also name the ``parties``."""
        for item in field.items() if isinstance(field.content, list) else [field]:
            fields = item.mapping((*languages(), "parties", "note"))
            parties = fields["parties"].texts() if "parties" in fields else ()
            for language in languages():
                if language not in fields:
                    continue
                names = fields[language]
                for name in names.items() if isinstance(names.content, list) else [names]:
                    words = _lower_words(name)
                    self._add(self.names[language], words, AgreementName(words=words, kind=kind, parties=parties), name)

    def _add(self, table: dict[Words, T], words: Words, value: T, where: Field) -> None:
        if words in table:
            self.problems.append(str(where.error(f"{' '.join(words)!r} already means {table[words]!r}; keep one")))
        table.setdefault(words, value)

    def stage_file(self, path: Path) -> None:
        self.attempt(lambda: self._stage_file(path), None)

    def _stage_file(self, path: Path) -> None:
        fields = read_document(path).mapping((*_ABOUT, *_TRIGGER_KEYS, "events"), required=("triggers",))
        if "events" in fields:
            for stage, type in fields["events"].mapping((*get_args(Stage), "planned")).items():
                self.stage_events[stage] = type.text()
        frames = read_frames(fields.get("frames"), "stage")
        self._entries(fields, TriggerFile("stage", None, frames, self.classes), "stage")

    def provision_file(self, path: Path) -> None:
        self.attempt(lambda: self._provision_file(path), None)

    def _provision_file(self, path: Path) -> None:
        for item in read_document(path).items():
            fields = item.mapping(("key", "phrases", "label", "definition", "note"), required=("key", "phrases"))
            for language, phrases in fields["phrases"].mapping(languages()).items():
                for phrase in phrases.items():
                    self._add(self.provisions[language], _lower_words(phrase), fields["key"].text(), phrase)

    def check_ambiguity(self) -> None:
        """Keeps a problem for each trigger that stands twice on the same conditions and is not marked ambiguous."""
        seen: dict[tuple[object, ...], list[Trigger]] = {}
        for trigger in self.triggers:
            needs = frozenset(trigger.needs.items())
            same = seen.setdefault((trigger.category, trigger.language, trigger.pos, trigger.words, needs), [])
            for other in same:
                self._check_pair(other, trigger)
            same.append(trigger)

    def deeds(self) -> Mapping[str, frozenset[str]]:
        """For each event type its own name and those of its finer classes."""
        names: dict[str, set[str]] = {}
        for trigger in self.triggers:
            if trigger.category == "event":
                names.setdefault(trigger.type, {trigger.type}).update([trigger.subtype] if trigger.subtype else [])
        return {type: frozenset(own) for type, own in names.items()}

    def check_prospects(self) -> None:
        """Keeps a problem for each type that an event may become and that no file defines."""
        for field in self.prospects:
            if field.text() not in self.types:
                self.problems.append(str(field.error(f"no file defines the type {field.text()!r}")))

    def _check_pair(self, one: Trigger, two: Trigger) -> None:
        if {one.reflexive, two.reflexive} == {True, False}:
            return
        what = f"{' '.join(two.words)!r} ({two.language} {two.pos})"
        if one.type == two.type:
            if one.unless == two.unless and one.reflexive == two.reflexive and one.refused == two.refused:
                self.problems.append(f"{two.source}: {what} already stands at {one.source}; remove one")
        elif not (one.ambiguous and two.ambiguous):
            self.problems.append(
                f"{two.source}: {what} is {two.type} here and {one.type} at {one.source}; "
                "set them apart with needs, or write 'ambiguous: true' at both"
            )
