"""Word classes: one list of lemmas for the conditions of many entries."""

from pathlib import Path

import pytest

from kg.model import VocabularyError
from kg.vocabulary import read_lexicon

CLASSES = """\
fr:
  planes: [avion, chasseur]
  arms: [char, "@planes"]
en:
  arms: [tank]
"""
AID = """\
type: AID
label: {fr: aide, en: aid}
definition: Gives.
frames:
  verb: {actor: [subject], target: [à, to]}
triggers:
  fr:
    - {verb: livrer, needs: {object: ["@arms", obus, "@designation", "@state"]}, unless: {à: ["@planes"]}}
  en:
    - {verb: send, needs: {object: ["@arms"]}}
"""


def write(folder: Path, aid: str = AID, classes: str = CLASSES) -> Path:
    (folder / "events").mkdir()
    (folder / "events/AID.yaml").write_text(aid, encoding="utf-8")
    (folder / "classes.yaml").write_text(classes, encoding="utf-8")
    return folder


def test_a_class_stands_for_its_lemmas(tmp_path: Path) -> None:
    """Each language has its own classes; a class may hold one that stands before it; computed ones stay."""
    lexicon = read_lexicon(write(tmp_path))
    livrer, send = lexicon.triggers("fr")["livrer"][0], lexicon.triggers("en")["send"][0]
    assert livrer.needs == {"object": {"char", "avion", "chasseur", "obus", "@designation", "@state"}}
    assert livrer.unless == {"à": {"avion", "chasseur"}}
    assert send.needs == {"object": {"tank"}}


def test_an_unknown_class_is_refused(tmp_path: Path) -> None:
    """The message names the class and the line of the entry."""
    with pytest.raises(VocabularyError, match=r"AID\.yaml:8: unknown word class '@ships'"):
        read_lexicon(write(tmp_path, aid=AID.replace('"@planes"', '"@ships"')))


def test_a_class_uses_only_classes_before_it(tmp_path: Path) -> None:
    """So no two classes can hold each other."""
    with pytest.raises(VocabularyError, match=r"classes\.yaml:2: unknown word class '@arms'"):
        read_lexicon(write(tmp_path, classes='fr:\n  planes: ["@arms"]\n  arms: ["@planes"]\n'))
