"""What was understood, and what may be asked instead, in the question's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from kg.model import LANGUAGES, TimeSpan
from kg.questions.form import Named, QueryForm, Refusal
from kg.vocabulary import fold, load_gazetteer, load_lexicon, ontology_path
from kg.vocabulary.document import read_document

_SHOWN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words and sentences of one language: ``ontology/questions/wording.yaml``."""

    words: Mapping[str, str]
    stages: Mapping[str, str]
    suggested: Mapping[str, tuple[str, ...]]


@cache
def load_wording() -> Mapping[str, Wording]:
    """The wording by language, kept after the first call; VocabularyError with file and line where it is wrong."""
    root = read_document(ontology_path() / "questions" / "wording.yaml").mapping(LANGUAGES, required=LANGUAGES)
    keys = ("words", "stages", "suggested")
    wording = {}
    for language in LANGUAGES:
        own = root[language].mapping(keys, required=keys)
        wording[language] = Wording(
            words={key: field.text() for key, field in own["words"].mapping().items()},
            stages={key: field.text() for key, field in own["stages"].mapping().items()},
            suggested={key: field.texts() for key, field in own["suggested"].mapping().items()},
        )
    return wording


def in_words(form: QueryForm, language: str) -> str:
    """The form in plain words, for instance "agreements (treaty) with parties Russia and North Korea"."""
    words = load_wording()[language].words
    said = [*_asked(form, language), *_kinds(form, language), *_roles(form, language)]
    if form.stage:
        said.append(words["stage"].format(load_wording()[language].stages[form.stage]))
    if form.provides:
        said.append(words["provides"].format(", ".join(form.provides)))
    if form.with_provisions:
        said.append(words["content"])
    if form.figure is not None:
        said.append(words["figure"].format(form.figure))
    if form.counted:
        said.append(words["counted"].format(_or(form.counted, language)))
    if form.time:
        said.append(_time(form.time, language))
    if form.order:
        said.append(words[form.order])
    if form.each:
        said.append(words["each"])
    if form.disputed:
        said.append(words["disputed"])
    if form.said or form.sentence:
        said.append(words["said"].format(_quoted((*form.said, *form.sentence), language)))
    if form.beside:
        said.append(words["beside"].format(_quoted(form.beside, language)))
    if form.sources:
        said.append(words["sources"].format(_and([one.label for one in form.sources], language)))
    return " ".join(part for part in said if part)


def _quoted(groups: Sequence[Sequence[str]], language: str) -> str:
    """The words that passages must hold, the first of each group of alternatives."""
    return ", ".join(load_wording()[language].words["quoted"].format(group[0]) for group in groups)


def _asked(form: QueryForm, language: str) -> list[str]:
    words = load_wording()[language].words
    asked = [words[form.node]]
    if form.column and (form.node, form.column) != ("tenure", "office"):
        cls = f"({words[form.class_of]})" if form.class_of else ""
        asked = [words["owner" if form.column == "of" else form.column], cls, words["of"], words[form.node]]
    if form.count:
        asked = [f"{words['count']}:", *asked]
    return [f"{words['boolean']}:", *asked] if form.wanted == "boolean" else asked


def _kinds(form: QueryForm, language: str) -> list[str]:
    """Types with their finer classes, the words of the name, and titles."""
    words = load_wording()[language].words
    kinds = [*(_type(name, language) for name in form.types), *form.subtypes]
    said = [f"({', '.join(kinds)})"] if kinds else []
    if form.label_words:
        said.append(words["label"].format(" ".join(form.label_words)))
    if form.titles:
        said.append(words["titles"].format(_or([_title(title, language) for title in form.titles], language)))
    return said


def _type(name: str, language: str) -> str:
    info = load_lexicon().types.get(name)
    return info.label.get(language, name) if info else name


def _title(title: str, language: str) -> str:
    """The office's title in the language; itself where the gazetteer has none."""
    offices = load_gazetteer().offices(language).values()
    found = next((office for office in offices if office.title_en == title), None)
    return found.title_fr if found and language == "fr" else title


def _roles(form: QueryForm, language: str) -> list[str]:
    words = load_wording()[language].words
    by_role: dict[str, list[Named]] = {}
    for constraint in form.constraints:
        by_role.setdefault("party" if "party" in constraint.roles else constraint.roles[0], []).append(constraint.named)
    said = []
    if form.mutual and {"actor", "target"} <= by_role.keys():
        both = [*by_role.pop("actor"), *by_role.pop("target")]
        said.append(words["mutual"].format(_and([one.label for one in both], language)))
    for role, named in by_role.items():
        said.append(words[f"of_{role}"].format(_and([one.label for one in named], language)))
    return said


def _and(labels: Sequence[str], language: str) -> str:
    joint = f" {load_wording()[language].words['and']} "
    return joint.join([", ".join(labels[:-1]), labels[-1]] if len(labels) > 1 else labels)


def _or(labels: Sequence[str], language: str) -> str:
    """The labels joined by "or"; of many the first ones."""
    joint = f" {load_wording()[language].words['or']} "
    return joint.join(labels[:_SHOWN]) + (" …" if len(labels) > _SHOWN else "")


def _time(time: TimeSpan, language: str) -> str:
    words = load_wording()[language].words
    if time.start and time.end:
        return words["span"].format(time.start, time.end)
    return words["since"].format(time.start) if time.start else words["until"].format(time.end)


def refused_in_words(refusal: Refusal, language: str) -> str | None:
    """What was understood of a refused question, and what was not; ``None`` where nothing was."""
    words = load_wording()[language].words
    parts = []
    if refusal.names:
        parts.append(words["understood"].format(", ".join(dict.fromkeys(one.label for one in refusal.names))))
    if refusal.words:
        quoted = ", ".join(words["quoted"].format(word) for word in refusal.words)
        parts.append(words["not_understood"].format(quoted))
    if refusal.unknown:
        parts.append(words["unknown"].format(", ".join(refusal.unknown)))
    return "; ".join(parts) if parts else None


def with_article(label: str, language: str) -> str:
    """The name as it stands in a sentence: « la Russie », "the United States".

    >>> with_article("Russie", "fr"), with_article("Ukraine", "fr"), with_article("Russia", "en")
    ('la Russie', "l'Ukraine", 'Russia')
    """
    from kg.reading.agreeing import is_feminine  # Late: reading is needed for a question, but not for its words.

    senses = [sense for sense in load_gazetteer().find(label) if sense.sense == "name"]
    if not senses or senses[0].entity.kind != "State":
        return label
    plural = label.split(" ")[0].endswith("s") and label.split(" ")[0] not in _SINGULAR
    if language == "en":
        return f"the {label}" if plural or label.startswith(("United", "Democratic", "Republic")) else label
    if plural:
        return f"les {label}"
    if fold(label)[0] in "aeiouh":
        return f"l'{label}"
    return f"la {label}" if is_feminine(label) else f"le {label}"


_SINGULAR = frozenset({"Laos", "Barbados", "Honduras", "Cyprus", "Belarus", "Mauritius"})
