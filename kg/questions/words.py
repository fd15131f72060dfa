"""The words that make a question, as typed values: ``ontology/questions/words.yaml``."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from kg.model import LANGUAGES
from kg.vocabulary import ontology_path
from kg.vocabulary.document import Field, read_document

Phrase = tuple[str, ...]

ASKS = ("who", "whom", "what", "which", "when", "where", "how many", "whether", "exists", "show", "source")
VERBS = (
    *("do", "say", "tie", "bind", "provide", "lead", "hold", "move", "happen", "negotiate", "give", "die"),
    *("appoint", "become"),
)
NOUNS = (
    *("State", "Organisation", "Person", "Place", "date", "office", "event", "party", "mediator", "content", "times"),
    *("number", "relation", "text", "money", "Group"),
)
_LISTS = (
    *("function", "reflexive", "auxiliaries", "be", "negation", "refused", "credited", "bodies", "aspect"),
    *(
        "instruments",
        "polite",
        "accented",
        "disputed",
        "last",
        "first",
        "each",
        "plain",
        "general",
        "plan",
        "concluded",
    ),
)
_PHRASES = ("attribution", "heading", "idle", "still", "beside", "under")
_KEYS = (*_LISTS, *_PHRASES, "asks", "prepositions", "verbs", "nouns", "like", "irregular", "cases", "ministries")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionWords:
    """The closed words of one language, and the verbs and nouns of questions by lemma.

    ``asks`` are the openings with what they ask for, the longest first, and ``prepositions`` the same for slots.
    ``credited`` are nouns for what somebody says or counts, ``bodies`` ones for who speaks for a state, ``aspect``
    verbs that only say that something was begun or brought to its end, ``instruments`` the papers by which an agreement
    is ratified, ``polite`` phrases that only say that something is asked, ``accented`` forms of verbs that may be typed
    without their accents, ``disputed`` words for what sources contradict each other on, ``last`` and ``first`` what
    asks for the latest or earliest alone, ``each`` for those who have it with each of several, ``plain`` adjectives
    that add nothing to the noun of a verb (« relations diplomatiques »), ``general`` what any agreement may be called,
    ``plan`` verbs and adjectives that say of an infinitive that it is to come, ``concluded`` verbs that may mean of an
    agreement that it was signed or only agreed on.
    ``heading`` are phrases for being at the head of something, ``idle`` ones that change nothing, ``still`` ones that
    ask whether something lasts, ``beside`` ones that open what else was told when what is asked for was, ``under`` ones
    that open what it rests on, before the question itself. ``verbs`` and ``nouns`` map words (lemmas) to the classes
    that they belong to. ``like`` maps verbs that mean the same as one of the lexicon in a question, but not always in a
    text, to that one; ``cases`` map phrases for the case that a provision is made for to its key, ``ministries`` nouns
    of bodies to those of whoever leads them, no longer than they.
    """

    function: frozenset[str]
    reflexive: frozenset[str]
    auxiliaries: frozenset[str]
    be: frozenset[str]
    negation: frozenset[str]
    refused: frozenset[str]
    credited: frozenset[str]
    bodies: frozenset[str]
    aspect: frozenset[str]
    instruments: frozenset[str]
    polite: frozenset[str]
    accented: frozenset[str]
    disputed: frozenset[str]
    last: frozenset[str]
    first: frozenset[str]
    each: frozenset[str]
    plain: frozenset[str]
    general: frozenset[str]
    plan: frozenset[str]
    concluded: frozenset[str]
    asks: tuple[tuple[Phrase, str], ...]
    prepositions: tuple[tuple[Phrase, str], ...]
    attribution: tuple[Phrase, ...]
    heading: tuple[Phrase, ...]
    idle: tuple[Phrase, ...]
    still: tuple[Phrase, ...]
    beside: tuple[Phrase, ...]
    under: tuple[Phrase, ...]
    verbs: Mapping[Phrase, frozenset[str]]
    nouns: Mapping[str, str]
    like: Mapping[str, str]
    irregular: Mapping[str, str]
    cases: Mapping[str, str]
    ministries: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionLexicon:
    """The words of both languages, and what questions take for one another.

    ``heads`` are the offices at the head of something, ``leaders`` the titles that ask for any of these, ``speech`` the
    types of events that are deeds of words, ``physical`` those that happen to a place, ``moving`` those that bring
    something from one to the other; ``goods`` are words for what is brought, by meaning. ``counted_alike`` are nouns of
    figures that stand for one another, ``subtypes_within`` the finer classes of events that answer a question about
    another.
    """

    words: Mapping[str, QuestionWords]
    heads: tuple[str, ...]
    leaders: frozenset[str]
    speech: tuple[str, ...]
    physical: frozenset[str]
    moving: tuple[str, ...]
    goods: tuple[frozenset[str], ...]
    counted_alike: tuple[frozenset[str], ...]
    subtypes_within: Mapping[str, tuple[str, ...]]


@cache
def load_questions() -> QuestionLexicon:
    """The question words, kept after the first call; VocabularyError with file and line where the file is wrong.

    >>> load_questions().words["fr"].nouns["pays"]
    'State'
    """
    keys = (*LANGUAGES, "heads", "leaders", "speech", "physical", "moving", "goods", "counted_alike", "subtypes_within")
    root = read_document(ontology_path() / "questions" / "words.yaml").mapping(keys, required=keys)
    return QuestionLexicon(
        words={language: _words(root[language]) for language in LANGUAGES},
        heads=root["heads"].texts(),
        leaders=frozenset(root["leaders"].texts()),
        speech=root["speech"].texts(),
        physical=frozenset(root["physical"].texts()),
        moving=root["moving"].texts(),
        goods=tuple(frozenset(group.texts()) for group in root["goods"].items()),
        counted_alike=tuple(frozenset(group.texts()) for group in root["counted_alike"].items()),
        subtypes_within={key: value.texts() for key, value in root["subtypes_within"].mapping().items()},
    )


def _words(field: Field) -> QuestionWords:
    own = field.mapping(_KEYS, required=[key for key in _KEYS if key not in ("reflexive", "accented")])
    verbs: dict[Phrase, set[str]] = {}
    for meaning, words in own["verbs"].mapping(VERBS).items():
        for word in words.texts():
            verbs.setdefault(tuple(word.split()), set()).add(meaning)
    nouns: dict[str, str] = {}
    for meaning, words in own["nouns"].mapping(NOUNS).items():
        for noun in words.items():
            if nouns.setdefault(noun.text(), meaning) != meaning:
                raise noun.error(f"{noun.text()!r} stands under {nouns[noun.text()]!r} already; remove one")
    lists = {key: frozenset(own[key].texts()) if key in own else frozenset[str]() for key in _LISTS}
    phrases = {key: tuple(sorted((tuple(w.split()) for w in own[key].texts()), key=_longest)) for key in _PHRASES}
    return QuestionWords(
        function=lists["function"],
        reflexive=lists["reflexive"],
        auxiliaries=lists["auxiliaries"],
        be=lists["be"],
        negation=lists["negation"],
        refused=lists["refused"],
        credited=lists["credited"],
        bodies=lists["bodies"],
        aspect=lists["aspect"],
        instruments=lists["instruments"],
        polite=lists["polite"],
        accented=lists["accented"],
        disputed=lists["disputed"],
        last=lists["last"],
        first=lists["first"],
        each=lists["each"],
        plain=lists["plain"],
        general=lists["general"],
        plan=lists["plan"],
        concluded=lists["concluded"],
        attribution=phrases["attribution"],
        heading=phrases["heading"],
        idle=phrases["idle"],
        still=phrases["still"],
        beside=phrases["beside"],
        under=phrases["under"],
        asks=_phrases(own["asks"], ASKS),
        prepositions=_phrases(own["prepositions"], None),
        verbs={words: frozenset(meanings) for words, meanings in verbs.items()},
        nouns=nouns,
        like={verb: known.text() for verb, known in own["like"].mapping().items()},
        irregular={form: verb.text() for form, verb in own["irregular"].mapping().items()},
        ministries={body: leader.text() for body, leader in own["ministries"].mapping().items()},
        cases={phrase: key for key, known in own["cases"].mapping().items() for phrase in known.texts()},
    )


def _phrases(field: Field, known: tuple[str, ...] | None) -> tuple[tuple[Phrase, str], ...]:
    """Each phrase with what it stands for, the longest first."""
    found = {tuple(word.split()): meaning for meaning, words in field.mapping(known).items() for word in words.texts()}
    return tuple(sorted(found.items(), key=lambda pair: _longest(pair[0])))


def _longest(phrase: Phrase) -> tuple[int, Phrase]:
    return -len(phrase), phrase
