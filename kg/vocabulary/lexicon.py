"""The lexicon: which words report an event, an agreement, its stage or a relation, and who fills their roles."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from kg.model import Modality, Stage
from kg.vocabulary.slots import Slot

Category = Literal["event", "stage", "relation"]
PartOfSpeech = Literal["verb", "noun", "adjective"]
Strength = Literal["neutral", "hearsay", "hedge"]
Words = tuple[str, ...]
Prospect = Literal["announced", "refused", "conditional"]
Trait = Literal[
    "no target",
    "no actor",
    "at home",
    "from context",
    "from sentences",
    "from beside",
    "encounter",
    "moving",
    "presupposing",
    "prospective",
    "locals",
    "mutual",
    "no agent",
    "crowds",
    "own soil",
    "foreign",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """One lexicon entry: words that report something, on which conditions, and where their roles stand.

    ``type`` is the event type, the relation or, for a stage, the stage itself. ``words`` are the lemma and what is
    written after it. ``needs`` and ``unless`` map a slot (as written) to the lemmas one of which its head must be, or
    must not be. ``roles`` gives for each role the slots to try, in order. ``reflexive`` says whether the French verb
    must (``True``) or must not (``False``) be pronominal. ``modality`` is what the words themselves make of the event,
    ``refused`` that the stage was refused or missed. ``source`` is the file and line, for messages.
    """

    id: str
    category: Category
    type: str
    language: str
    pos: PartOfSpeech
    words: Words
    needs: Mapping[str, frozenset[str]] = field(default_factory=dict)
    unless: Mapping[str, frozenset[str]] = field(default_factory=dict)
    roles: Mapping[str, tuple[Slot, ...]] = field(default_factory=dict)
    reflexive: bool | None = None
    reciprocal: bool = False
    subtype: str | None = None
    modality: Modality | None = None
    quantity: str | None = None
    stage: Stage | None = None
    refused: bool = False
    confidence: float = 0.8
    ambiguous: bool = False
    source: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeInfo:
    """What a type is: the IRI's local name comes from ``name``, the labels are by language.

    ``needs_act`` marks a kind of agreement of which a bare mention is no claim: a party concludes, joins or leaves it.
    ``traits`` say what an event of the type may lack, and whence that comes: it may have ``no target`` or ``no actor``,
    or ``no agent`` in the passive;
    a target that is not named is the state ``at home`` or the one that the article
    has the actor deal with (``from context``), else the one spoken of (``from sentences``), before both that to which
    the verb before does something (``from beside``: "summoned X, demanding …"); ``moving`` ones take place where they
    lead, at an ``encounter`` people meet; ``presupposing`` ones leave the events in their object to be claims of their
    own, and
    ``prospective`` ones speak of what is not done: what they are about is no claim beside them. Of ``locals`` ones
    the people of the place are the actor where nobody is named. ``mutual`` ones two do to one another where one word
    names both (« les deux camps renoncent à la force »). ``crowds`` (« douze civils ») may do or suffer it; who does it
    on his ``own soil`` does it to his own. ``foreign`` ones are no event between those of one state. ``becomes`` gives
    the type of an event that is only announced, that somebody will not do, or that he will do on a condition, where it
    is another.
    """

    name: str
    category: Literal["event", "agreement", "relation"]
    label: Mapping[str, str]
    definition: str
    needs_act: bool = False
    traits: frozenset[Trait] = frozenset()
    becomes: Mapping[Prospect, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreementName:
    """The proper name of an agreement, its kind, and its parties where the name alone says them."""

    words: Words
    kind: str
    parties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityCue:
    """Words that change the modality of what they govern; ``pos`` is ``verb``, ``noun``, ``adjective`` or ``adverb``.

    ``modality`` is what the complement becomes. A cue with ``failure`` (« échouer à », "fail to", « refuser de »)
    implies that its complement did not happen.
    """

    words: Words
    pos: str
    modality: Modality
    failure: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ModalityWords:
    """The modality cues of a language by first lemma, and its words of negation."""

    cues: Mapping[str, tuple[ModalityCue, ...]]
    negation: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionCue:
    """Words that say who says something: verbs of saying, prepositions (« selon »), nouns (« un rapport »)."""

    words: Words
    pos: Literal["verb", "preposition", "noun", "adjective", "adverb"]
    strength: Strength


@dataclass(frozen=True, slots=True, kw_only=True)
class AttributionWords:
    """The attribution cues of a language by first lemma (verbs, nouns) or first word (prepositions)."""

    cues: Mapping[str, tuple[AttributionCue, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """Every entry of ``ontology/lexicon``, checked. Mappings are by first lemma, in the order of the files.

    ``stage_events`` says of which event type it is that an agreement reaches a stage, or (``planned``) is to reach one.
    """

    types: Mapping[str, TypeInfo]
    stage_events: Mapping[str, str]
    _triggers: Mapping[str, Mapping[str, tuple[Trigger, ...]]]
    _false_friends: Mapping[str, Mapping[str, tuple[Trigger, ...]]]
    _agreement_nouns: Mapping[str, Mapping[Words, str]]
    _ambiguous_nouns: Mapping[str, Mapping[Words, str]]
    _agreement_names: Mapping[str, Mapping[Words, AgreementName]]
    _agreement_false_friends: Mapping[str, Mapping[Words, str]]
    _provisions: Mapping[str, Mapping[Words, str]]
    _modality: Mapping[str, ModalityWords]
    _attribution: Mapping[str, AttributionWords]
    _deeds: Mapping[str, frozenset[str]]

    def deeds(self, type: str) -> frozenset[str]:
        """What a claim of another type names, as its subtype, where it promises or threatens an event of ``type``."""
        return self._deeds.get(type, frozenset())

    def deed(self, type: str, subtype: str | None) -> str:
        """The type of event that a claim is about: of a promise, refusal or threat, what is promised or refused.

        >>> from kg.vocabulary import load_lexicon
        >>> load_lexicon().deed("AGREE", "visit"), load_lexicon().deed("AGREE", None)
        ('CONSULT', 'AGREE')
        """
        if subtype is None:
            return type
        meant = {
            name: info.becomes.values()
            for name, info in self.types.items()
            if type in info.becomes.values() and subtype in self.deeds(name)
        }
        deeds = (name for name in meant if not any(name in others for others in meant.values()))
        return next(deeds, type)

    @property
    def relations(self) -> Mapping[str, TypeInfo]:
        """The relations by name."""
        return {name: info for name, info in self.types.items() if info.category == "relation"}

    def with_trait(self, trait: Trait) -> frozenset[str]:
        """The names of the types that have ``trait``."""
        return frozenset(name for name, info in self.types.items() if trait in info.traits)

    def triggers(self, language: str) -> Mapping[str, tuple[Trigger, ...]]:
        """The triggers of ``fr`` or ``en`` by first lemma."""
        return self._triggers[language]

    def false_friends(self, language: str) -> Mapping[str, tuple[Trigger, ...]]:
        """Readings of trigger words that are *not* the entry's type, by first lemma."""
        return self._false_friends[language]

    def agreement_nouns(self, language: str) -> Mapping[Words, str]:
        """The kind of agreement that a noun (its lower-case words) names."""
        return self._agreement_nouns[language]

    def ambiguous_nouns(self, language: str) -> Mapping[Words, str]:
        """Nouns that name a kind of agreement only where a party concludes, joins or leaves it."""
        return self._ambiguous_nouns[language]

    def agreement_false_friends(self, language: str) -> Mapping[Words, str]:
        """The kind that the words seem to name which name no agreement between powers: « accord salarial »."""
        return self._agreement_false_friends[language]

    def agreement_names(self, language: str) -> Mapping[Words, AgreementName]:
        """Proper names of agreements by their lower-case words."""
        return self._agreement_names[language]

    def provisions(self, language: str) -> Mapping[Words, str]:
        """What agreements provide: the key (English) by the lower-case words of each phrase."""
        return self._provisions[language]

    def modality(self, language: str) -> ModalityWords:
        """What makes a complement planned, possible, denied or reported, and the words of negation."""
        return self._modality[language]

    def attribution(self, language: str) -> AttributionWords:
        """What says that somebody says something."""
        return self._attribution[language]
