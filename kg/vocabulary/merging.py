"""When two claims may speak of one thing: the rules of ``ontology/merging.yaml`` that are knowledge of the world."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.vocabulary.document import Field, read_document
from kg.vocabulary.paths import ontology_path

GENERAL = "general"
ANY_KIND = "agreement"
_KEYS = (
    "families",
    "alike",
    "mutual_events",
    "mutual_classes",
    "directed_classes",
    "sided_classes",
    "alike_classes",
    "reciprocal_classes",
    "running_totals",
    "distinct_deeds",
    "counts",
    "postponing",
    "sole_offices",
    "words",
    "hollow_words",
    "kind_words",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MergingRules:
    """Families and groups of kinds of agreement, mutual event types, offices with one holder, words in two languages.

    ``mutual_classes`` and ``directed_classes`` are finer classes of events whose sides do the same, or do not, whatever
    their type; ``sided_classes`` are those of mutual events that tell the sides apart, ``alike_classes`` groups in
    which papers may tell one encounter of one day; ``reciprocal_classes`` are those that each side does by itself,
    maybe on one day. ``distinct_deeds`` are types of events of which an article may tell several of one day.
    ``running_totals`` are types of events whose figures are totals that grow, ``counts`` maps what figures count to
    another word for the same. ``postponing`` words put off what is to come. ``words`` maps a French or English word of
    an agreement's name to what it means; ``hollow_words`` tell no agreement from another, and ``kind_words`` tell but
    its kind.
    """

    families: Mapping[str, str]
    alike: tuple[frozenset[str], ...]
    mutual_events: frozenset[str]
    mutual_classes: frozenset[str]
    directed_classes: frozenset[str]
    sided_classes: frozenset[str]
    alike_classes: tuple[frozenset[str], ...]
    reciprocal_classes: frozenset[str]
    running_totals: frozenset[str]
    distinct_deeds: frozenset[str]
    counts: Mapping[str, str]
    postponing: frozenset[str]
    sole_offices: frozenset[str]
    words: Mapping[str, str]
    hollow_words: frozenset[str]
    kind_words: frozenset[str]

    def family(self, kind: str) -> str:
        """The family of a kind of agreement; ``general`` for a kind that stands in none.

        >>> load_merging_rules().family("armistice")
        'truce'
        """
        return self.families.get(kind, GENERAL)

    def is_mutual(self, type: str, subtype: str | None) -> bool:
        """Whether the sides of an event do the same, so that it does not matter who is named first.

        >>> load_merging_rules().is_mutual("SUPPORT", "signed"), load_merging_rules().is_mutual("CONSULT", "mediation")
        (True, False)
        """
        if subtype in self.mutual_classes or subtype in self.directed_classes:
            return subtype in self.mutual_classes
        return type in self.mutual_events

    def is_unordered(self, type: str, subtype: str | None) -> bool:
        """Whether two papers may name the sides of such an event in either order.

        >>> load_merging_rules().is_unordered("SUPPORT", "ratified")
        True
        """
        return subtype in self.reciprocal_classes or self.is_mutual(type, subtype)

    def may_be_one_encounter(self, subtype: str | None, other: str | None) -> bool:
        """Whether papers may tell one encounter of one day as either finer class.

        >>> load_merging_rules().may_be_one_encounter("host", "meeting")
        True
        """
        return any({subtype, other} == group for group in self.alike_classes)

    def may_be_one(self, kind: str, other: str) -> bool:
        """Whether papers use both kinds of one family for one agreement."""
        if kind == other or ANY_KIND in (kind, other):
            return True
        return any({kind, other} <= group for group in self.alike)


@cache
def load_merging_rules() -> MergingRules:
    """The rules of ``ontology/merging.yaml``; VocabularyError, with file and line, where it is wrong."""
    fields = read_document(ontology_path() / "merging.yaml").mapping(_KEYS, required=_KEYS)
    return MergingRules(
        families=_inverted(fields["families"]),
        alike=tuple(frozenset(group.texts()) for group in fields["alike"].items()),
        mutual_events=frozenset(fields["mutual_events"].texts()),
        mutual_classes=frozenset(fields["mutual_classes"].texts()),
        directed_classes=frozenset(fields["directed_classes"].texts()),
        sided_classes=frozenset(fields["sided_classes"].texts()),
        alike_classes=tuple(frozenset(group.texts()) for group in fields["alike_classes"].items()),
        reciprocal_classes=frozenset(fields["reciprocal_classes"].texts()),
        running_totals=frozenset(fields["running_totals"].texts()),
        distinct_deeds=frozenset(fields["distinct_deeds"].texts()),
        counts=_inverted(fields["counts"]),
        postponing=frozenset(fields["postponing"].texts()),
        sole_offices=frozenset(fields["sole_offices"].texts()),
        words=_inverted(fields["words"]),
        kind_words=frozenset(fields["kind_words"].texts()),
        hollow_words=frozenset(word for line in fields["hollow_words"].items() for word in line.texts()),
    )


def _inverted(field: Field) -> dict[str, str]:
    """Each word of the lists with the key of its list; an error where a word stands in two."""
    found: dict[str, str] = {}
    for key, words in field.mapping().items():
        for word in words.items():
            if word.text() in found:
                raise word.error(f"{word.content!r} stands under {found[word.text()]!r} and {key!r}; keep one")
            found[word.text()] = key
    return found
