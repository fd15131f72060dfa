"""The lexicon's loader: what entries mean, and what is refused."""

from pathlib import Path
from typing import get_args

import pytest

from kg.model import Modality, Stage, VocabularyError
from kg.vocabulary import Lexicon, Trigger, check_lexicon, load_lexicon, ontology_path, read_lexicon
from kg.vocabulary.languages import load_language
from kg.vocabulary.slots import parse_slot

_PLOVER = """
AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION COERCE
ASSAULT
"""
ASSAULT = """\
type: ASSAULT
label: {fr: attaque, en: attack}
definition: Uses violence.
frames:
  verb: {actor: [subject], target: [object, contre, against]}
  noun: {actor: [adjective, by], target: [contre, on]}
triggers:
  fr:
    - verb: attaquer
    - {verb: mener, needs: {object: [raid, assaut]}, target: ["object>contre", contre], confidence: 0.5}
    - {noun: attaque, subtype: raid}
  en:
    - {verb: carry out, needs: {object: [raid]}, actor: []}
"""


def lexicon(folder: Path, *extra: str, **files: str) -> Lexicon:
    """The lexicon of a folder with these event files."""
    (folder / "events").mkdir(parents=True)
    for name, text in files.items():
        (folder / "events" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return read_lexicon(folder)


def test_an_entry_takes_the_frame_of_its_part_of_speech(tmp_path: Path) -> None:
    """Roles that an entry leaves open come from the file's frame, in the slots of its language."""
    (trigger,) = lexicon(tmp_path, ASSAULT=ASSAULT).triggers("fr")["attaquer"]
    assert trigger.roles == {"actor": (("subject",),), "target": (("object",), ("contre",))}
    assert (trigger.type, trigger.pos, trigger.words) == ("ASSAULT", "verb", ("attaquer",))


def test_an_entry_overrides_the_frame(tmp_path: Path) -> None:
    """An entry's own slots replace the frame's for that role only; needs are sets of lemmas."""
    (trigger,) = lexicon(tmp_path, ASSAULT=ASSAULT).triggers("fr")["mener"]
    assert trigger.roles == {"actor": (("subject",),), "target": (("object", "contre"), ("contre",))}
    assert trigger.needs == {"object": frozenset({"raid", "assaut"})}
    assert trigger.confidence == 0.5


def test_an_empty_list_closes_a_role(tmp_path: Path) -> None:
    """« actor: [] » takes away what the frame gives; a particle is a word of its own."""
    (trigger,) = lexicon(tmp_path, ASSAULT=ASSAULT).triggers("en")["carry"]
    assert trigger.words == ("carry", "out")
    assert set(trigger.roles) == {"target"}


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("- {verb: x, colour: red}", "unknown key 'colour'"),
        ("- {verb: x, target: [against]}", "slot of the other language"),
        ("- {verb: x, target: [nowhere]}", "unknown slot 'nowhere'"),
        ("- {verb: x, needs: {object: []}}", "the list is empty"),
        ("- {verb: x, needs: {modifer: [a]}}", "unknown slot 'modifer'"),
        ("- {verb: x, noun: y}", "exactly one of"),
        ("- {target: [object]}", "exactly one of"),
        ("- {verb: x, modality: maybe}", "unknown modality 'maybe'"),
        ("- {verb: x, reciprocal: yes}", "expected true or false"),
        ("- {verb: x, confidence: 2}", "not between 0 and 1"),
        ("- {verb: x, confidence: high}", "expected a number"),
        ("- {verb: x, stage: signed}", "belong in stages.yaml"),
        ("- {verb: x, target: [object, object]}", "stands twice"),
        ("- verb: attaquer", "already stands at"),
    ],
)
def test_a_wrong_entry_is_refused_with_its_line(tmp_path: Path, entry: str, says: str) -> None:
    """Every defect of an entry is an error with the file and the line of the entry."""
    text = ASSAULT.replace("    - {noun: attaque", f"    {entry}\n    - {{noun: attaque")
    with pytest.raises(VocabularyError, match=says) as caught:
        lexicon(tmp_path, ASSAULT=text)
    assert "ASSAULT.yaml:11: " in str(caught.value)


def test_the_same_trigger_of_two_types_must_be_marked(tmp_path: Path) -> None:
    """Two types may share a trigger on the same needs only where both entries say that it is ambiguous."""
    other = ASSAULT.replace("ASSAULT", "COERCE")
    with pytest.raises(VocabularyError, match="write 'ambiguous: true' at both"):
        lexicon(tmp_path / "a", ASSAULT=ASSAULT, COERCE=other)
    marked = "type: {}\nlabel: {{fr: a, en: a}}\ndefinition: d\ntriggers: {{fr: [{{verb: viser, ambiguous: true}}]}}\n"
    both = lexicon(tmp_path / "b", ASSAULT=marked.format("ASSAULT"), COERCE=marked.format("COERCE"))
    assert [trigger.type for trigger in both.triggers("fr")["viser"]] == ["ASSAULT", "COERCE"]


def test_a_file_is_named_after_its_type(tmp_path: Path) -> None:
    """A type in a file of another name is refused."""
    with pytest.raises(VocabularyError, match="is not the file's name"):
        lexicon(tmp_path, AID=ASSAULT)


def test_all_problems_are_counted(tmp_path: Path) -> None:
    """The first problem is told, and how many more there are."""
    wrong = ASSAULT.replace("subtype: raid", "colour: red").replace("confidence: 0.5", "confidence: 5")
    with pytest.raises(VocabularyError, match=r"\(and 1 more\)"):
        lexicon(tmp_path, ASSAULT=wrong)


def all_triggers(lexicon_: Lexicon) -> list[Trigger]:
    tables = [table(language) for language in ("fr", "en") for table in (lexicon_.triggers, lexicon_.false_friends)]
    return [trigger for table in tables for group in table.values() for trigger in group]


def test_the_installed_lexicon_is_right() -> None:
    """Every entry of ontology/lexicon is well formed."""
    assert check_lexicon(ontology_path() / "lexicon")[1] == ()


def test_the_installed_lexicon_has_the_sixteen_types() -> None:
    """Each PLOVER type has triggers of both languages, verbs and nouns among them."""
    plover = set(_PLOVER.split())
    for language in ("fr", "en"):
        events = [t for t in all_triggers(load_lexicon()) if t.category == "event" and t.language == language]
        assert {t.type for t in events} == plover
        assert {(name, pos) for name in plover for pos in ("verb", "noun")} <= {(t.type, t.pos) for t in events}


def test_ids_are_unique_and_values_are_known() -> None:
    """An id names one entry; stages, modalities, slots and types are those of the contract."""
    triggers = all_triggers(load_lexicon())
    assert len({t.id for t in triggers}) == len(triggers)
    for trigger in triggers:
        assert trigger.stage is None or trigger.stage in get_args(Stage)
        assert trigger.modality is None or trigger.modality in get_args(Modality)
        assert trigger.category == "stage" or trigger.type in load_lexicon().types
        for slots in trigger.roles.values():
            assert all(parse_slot(">".join(slot), trigger.language) == slot for slot in slots)


def test_loading_is_deterministic() -> None:
    """Reading twice gives equal values in the same order."""
    one, two = (read_lexicon(ontology_path() / "lexicon") for _ in range(2))
    assert all_triggers(one) == all_triggers(two)
    assert list(one.agreement_nouns("fr").items()) == list(two.agreement_nouns("fr").items())


def test_every_agreement_noun_names_a_kind() -> None:
    """Nouns and proper names of agreements map to kinds that are defined."""
    lex = load_lexicon()
    kinds = {name for name, info in lex.types.items() if info.category == "agreement"}
    for language in ("fr", "en"):
        assert set(lex.agreement_nouns(language).values()) <= kinds
        assert {name.kind for name in lex.agreement_names(language).values()} <= kinds
        assert {"treaty", "ceasefire", "memorandum"} <= set(lex.agreement_nouns(language).values())


def test_prepositions_of_the_two_languages_differ() -> None:
    """A preposition tells the language of an entry; « via » alone is in both."""
    assert load_language("fr").prepositions & load_language("en").prepositions <= {"via"}
