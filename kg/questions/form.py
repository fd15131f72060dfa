"""What a question asks for, as a value: nothing of its words is left in it."""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from kg.model import AnswerKind, TimeSpan

Node = Literal["agreement", "event", "tenure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An entity that the question names: how it is shown, and the IRIs any of which it may be.

    ``acting`` is true for a state or an organisation: whoever acts for it counts for it.
    ``places`` are IRIs that it has as a place, ``written`` is the name as the question has it.
    """

    label: str
    iris: tuple[str, ...]
    kind: str
    acting: bool = False
    places: tuple[str, ...] = ()
    written: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Constraint:
    """An entity that must fill one of ``roles``."""

    roles: tuple[str, ...]
    named: Named


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryForm:
    """What is asked for, of which nodes, under which conditions.

    ``wanted`` is the kind of the answer. ``column`` is the property whose values are asked for, ``None`` for the nodes
    themselves; with ``inclusive`` these may be entities that the question names. ``count`` asks how many there are.
    ``types`` are kinds of agreement or types of event (any, where empty), ``class_of`` the class that the values must
    have. ``mutual`` lets actor and target change places. ``time`` bounds ``time_of`` (a property with bounds).
    ``counted`` are the nouns that a figure must count, ``figure`` is one that the event must have, ``goods`` are words
    of which the passage with a figure must hold one; ``titles`` are canonical offices. The ``column`` source asks for
    those who say so. ``future`` is set where the question asks of what is to come, ``against`` where what is found says
    no. ``still`` are the stages at which an agreement must be now, where the question asks whether it lasts. ``nodes``
    are IRIs of agreements that the question calls by their own name; ``noun`` are words that an agreement may have in
    its name instead of being of the type. ``said`` are groups of words of which the sentences around a passage must
    hold one each, ``sentence`` such for its own sentence, ``beside`` for its article; ``quoted`` are words of which the
    passage itself must hold one. ``verb`` and ``deed`` are the words by which the question says what was done.
    """

    node: Node
    wanted: AnswerKind
    column: str | None = None
    count: bool = False
    types: tuple[str, ...] = ()
    subtypes: tuple[str, ...] = ()
    constraints: tuple[Constraint, ...] = ()
    mutual: bool = False
    class_of: str | None = None
    inclusive: bool = False
    stage: str | None = None
    provides: tuple[str, ...] = ()
    with_provisions: bool = False
    label_words: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    standings: tuple[str, ...] = ()
    time: TimeSpan | None = None
    time_of: str = "time"
    counted: tuple[str, ...] = ()
    sources: tuple[Named, ...] = ()
    future: bool = False
    nodes: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    still: tuple[str, ...] = ()
    against: bool = False
    figure: int | None = None
    goods: tuple[str, ...] = ()
    said: tuple[tuple[str, ...], ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()
    quoted: tuple[str, ...] = ()
    sentence: tuple[tuple[str, ...], ...] = ()
    verb: tuple[str, ...] = ()
    deed: str = ""
    order: Literal["first", "last"] | None = None
    each: bool = False
    disputed: bool = False

    def but(self, **changes: object) -> "QueryForm":
        """The same form with some fields changed."""
        return replace(self, **changes)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why a question is not answered: the words that were not understood, or names that nothing bears.

    ``near`` holds names that are known and look like them, ``corrected`` the question with these in place of the
    unknown ones; ``names`` are the parts of the question that were recognised. ``loose`` is what the question may
    ask, the likeliest first, where the words that were not understood are looked for in the passages.
    """

    words: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    names: tuple[Named, ...] = ()
    unknown: tuple[str, ...] = ()
    corrected: tuple[str, ...] = ()
    loose: tuple[QueryForm, ...] = ()


Understanding: TypeAlias = QueryForm | Refusal
