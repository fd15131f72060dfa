"""One entry of a lexicon file → :class:`Trigger`, every key and slot checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import get_args

from kg.model import Modality, Stage
from kg.vocabulary.document import Field
from kg.vocabulary.languages import languages
from kg.vocabulary.lexicon import Category, PartOfSpeech, Trigger
from kg.vocabulary.slots import Slot, parse_slot, prepositions_elsewhere
from kg.vocabulary.word_classes import WordClasses, with_classes

PARTS_OF_SPEECH: tuple[PartOfSpeech, ...] = get_args(PartOfSpeech)
ROLES_OF: Mapping[Category, tuple[str, ...]] = {
    "event": ("actor", "target", "place"),
    "stage": ("agreement", "party", "mediator", "place"),
    "relation": ("subject", "object"),
}
_KEYS = (
    *PARTS_OF_SPEECH,
    *("needs", "unless", "reflexive", "reciprocal", "subtype", "modality", "quantity", "stage", "refused"),
    *("confidence", "ambiguous", "note"),
)

Frames = Mapping[str, Mapping[str, Mapping[str, tuple[Slot, ...]]]]  # language → part of speech → role → slots


@dataclass(frozen=True, slots=True)
class TriggerFile:
    """What the entries of one file share."""

    category: Category
    type: str | None
    frames: Frames
    classes: Mapping[str, WordClasses] = field(default_factory=dict)


def read_frames(field: Field | None, category: Category) -> Frames:
    """The default roles of a file for each language. A slot must belong to one of the languages at least."""
    frames: dict[str, dict[str, dict[str, tuple[Slot, ...]]]] = {language: {} for language in languages()}
    if field is None:
        return frames
    for pos, roles in field.mapping(PARTS_OF_SPEECH).items():
        for role, slots in roles.mapping(ROLES_OF[category]).items():
            texts = slots.texts()
            for text in texts:
                if not any(parse_slot(text, language) for language in languages()):
                    raise slots.error(f"unknown slot {text!r} for {role}")
            for language in languages():
                own = tuple(slot for slot in (parse_slot(text, language) for text in texts) if slot)
                frames[language].setdefault(pos, {})[role] = own
    return frames


def read_trigger(entry: Field, language: str, file: TriggerFile, name: str) -> Trigger:
    """The trigger that ``entry`` describes; ``name`` is its id without the words. VocabularyError with its line."""
    roles_allowed = ROLES_OF[file.category]
    fields = entry.mapping((*_KEYS, *roles_allowed))
    parts = [pos for pos in PARTS_OF_SPEECH if pos in fields]
    if len(parts) != 1:
        raise entry.error(f"an entry needs exactly one of {', '.join(PARTS_OF_SPEECH)}")
    pos = parts[0]
    words = tuple(fields[pos].text().split())
    roles = {**file.frames[language].get(pos, {})}
    given = {role: _slots(fields[role], language) for role in roles_allowed if role in fields}
    taken = {slot for slots in given.values() for slot in slots}
    roles = {role: tuple(slot for slot in slots if slot not in taken) for role, slots in roles.items()} | given
    roles = {role: slots for role, slots in roles.items() if slots}
    stage: Stage | None = fields["stage"].choice(get_args(Stage), "stage") if "stage" in fields else None  # type: ignore[assignment]
    if file.category == "stage" and stage is None:
        raise entry.error("the key 'stage' is missing; add it")
    if file.category != "stage" and ("refused" in fields or stage):
        raise entry.error("'stage' and 'refused' belong in stages.yaml; remove them here")
    modality: Modality | None = None
    if "modality" in fields:
        modality = fields["modality"].choice(get_args(Modality), "modality")  # type: ignore[assignment]
    classes = file.classes.get(language, {})
    return Trigger(
        id=f"{name}:{language}:{pos}:{' '.join(words)}",
        category=file.category,
        type=file.type or stage or "",
        language=language,
        pos=pos,
        words=words,
        needs=_conditions(fields.get("needs"), language, classes),
        unless=_conditions(fields.get("unless"), language, classes),
        roles=roles,
        reflexive=fields["reflexive"].flag() if "reflexive" in fields else None,
        reciprocal="reciprocal" in fields and fields["reciprocal"].flag(),
        subtype=fields["subtype"].text() if "subtype" in fields else None,
        modality=modality,
        quantity=fields["quantity"].text() if "quantity" in fields else None,
        stage=stage,
        refused="refused" in fields and fields["refused"].flag(),
        confidence=fields["confidence"].number(0, 1) if "confidence" in fields else 0.8,
        ambiguous="ambiguous" in fields and fields["ambiguous"].flag(),
        source=f"{entry.path}:{entry.line}",
    )


def _slots(field: Field, language: str) -> tuple[Slot, ...]:
    """The slots of a role; ``[]`` closes a role that the file's frame opens."""
    if field.content == []:
        return ()
    return tuple([_slot(field, text, language) for text in field.texts()])


def _slot(field: Field, text: str, language: str, *, in_needs: bool = False) -> Slot:
    slot = parse_slot(text, language, in_needs=in_needs)
    if slot is None:
        other = prepositions_elsewhere(text, language)
        why = f"{text!r} is a slot of the other language ({other}), not of {language}" if other else None
        raise field.error(why or f"unknown slot {text!r}; use subject, object, a preposition, …")
    return slot


def _conditions(field: Field | None, language: str, classes: WordClasses) -> dict[str, frozenset[str]]:
    if field is None:
        return {}
    conditions = field.mapping()
    if not conditions:
        raise field.error("the mapping is empty; fill it or remove the key")
    for slot, lemmas in conditions.items():
        _slot(lemmas, slot, language, in_needs=True)
    return {slot: with_classes(lemmas, classes) for slot, lemmas in conditions.items()}
