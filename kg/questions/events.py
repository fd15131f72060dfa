"""Questions about events: who did what to whom, when, where and how many."""

from collections.abc import Sequence
from dataclasses import replace

from kg.model import AnswerKind
from kg.questions.agreements import calls_agreement
from kg.questions.asked_things import asked_thing, owned, whose
from kg.questions.asking import asked_noun, question_verb, unopened
from kg.questions.clause import Clause, is_future_auxiliary
from kg.questions.counting import MONEY, counted_nouns, counts_events, counts_moved, goods_of, is_countable, said_figure
from kg.questions.event_roles import Deed, asked_role, asks_person, is_titled, role_constraints
from kg.questions.form import QueryForm
from kg.questions.objects import objects_of
from kg.questions.pieces import Pieces, is_whose
from kg.questions.text import Text, is_past
from kg.questions.titles import ARTICLES
from kg.questions.triggers import best_triggers, preposition_of
from kg.questions.words import load_questions
from kg.vocabulary import Slot, Trigger, fold
from kg.vocabulary.merging import load_merging_rules
from kg.vocabulary.quantities import load_quantities

_CONTRACTED = {"du", "au", "aux"}
_DIRECTIONS = ("object", "à", "to", "contre", "against", "avec", "with", "envers", "pour", "for", "sujet", "about")
_ANYTHING = {
    "actor": (("subject",), ("adjective",), ("possessor",), ("by",), ("de",), ("of",)),
    "target": tuple((slot,) for slot in _DIRECTIONS),
}
_SAYING = {"actor": (("subject",), ("by",)), "target": (*_ANYTHING["target"], ("de",), ("of",))}
_MOVED = {
    "actor": tuple((slot,) for slot in ("from", "de", "adjective", "possessor")),
    "target": tuple((slot,) for slot in ("to", "into", "for", "pour", "vers", "en", "à", "dans", "object")),
}
_DYING = {"target": tuple((slot,) for slot in ("subject", "adjective", "possessor", "de", "of"))}
_ACTORS = ("State", "Organisation", "Person", "Group")
_WHOM = ("whom", "qui", "whose")
_ON_BEHALF = ("for", "pour")
_WILL = ("will", "shall", "'ll")
_HARM = ("killed", "wounded", "arrested", "freed", "displaced")


def event_form(pieces: Pieces, clause: Clause, *, loose: bool = False) -> QueryForm | None:
    """The form of a question about events; ``None`` where no word of it tells what happened.

    A ``loose`` one may be of a deed that no entry knows, and of a deed on an agreement: what it leaves is to be found
    in passages. Whoever it names in no role of the deed is then involved in it.
    """
    if loose and (_asks_agreement(pieces) or any(one.slot in _ON_BEHALF for one in clause.names)):
        return None
    if loose:
        named = {i for one in pieces.names for i in range(one.name.first, one.name.last)}
        spans = [range(noun.first, noun.last) for noun in pieces.agreements]
        pieces.text.release(i for span in spans for i in span if i not in named)
    deed = _deed(pieces, clause) if loose or not pieces.agreements else None
    if deed is None and loose and pieces.ask is not None:
        deed = Deed(types=(), roles=dict(_ANYTHING))
    if deed is None:
        return None
    called = [one for one in clause.names if loose and calls_agreement(pieces, one)]
    others = tuple(one for one in clause.names if one not in called)
    constraints, sources, mutual = role_constraints(pieces, replace(clause, names=others), deed, loose=loose)
    pieces.text.use(i for one in called for i in one.marks)
    wanted, column, count, class_of = _wanted(pieces, clause, deed)
    numeric = wanted == "number" and not count
    goods = goods_of(pieces) if numeric else ()
    types = _moving(deed.types) if numeric else deed.types
    figure, counted = (None, counted_nouns(pieces, deed.harm) or deed.counted) if numeric else said_figure(pieces)
    if numeric and not counted and pieces.ask and pieces.ask.noun is not None:
        pieces.text.release([pieces.ask.noun])  # « combien d'argent »: figures of anything else are no answer
    subtypes = deed.subtypes
    if column in ("actor", "target"):
        subtypes = tuple(one for one in subtypes if one in deed.named_subtypes or one != "visit")
    return QueryForm(
        node="event",
        wanted=wanted,
        column=column,
        count=count,
        class_of=class_of,
        types=types,
        subtypes=subtypes,
        constraints=constraints,
        mutual=mutual,
        inclusive=class_of == "Person" and asks_person(pieces),
        time=pieces.span,
        counted=counted,
        figure=figure,
        goods=tuple(goods),
        sources=sources,
        verb=deed.verb,
        deed=deed.word,
        said=(
            *deed.objects,
            *owned(pieces),
            *asked_thing(pieces, deed),
            *((one.name.named.written,) for one in called),
        ),
        future=_is_future(pieces, clause),
    )


def _moving(types: tuple[str, ...]) -> tuple[str, ...]:
    """How many were sent or deployed: by whichever deed people and things come from one to the other."""
    moving = load_questions().moving
    return tuple(sorted({*types, *moving})) if types and set(types) <= set(moving) else types


def _asks_agreement(pieces: Pieces) -> bool:
    """« Quels accords … »: the opening asks for agreements, which no event is."""
    noun = pieces.ask.noun if pieces.ask else None
    return noun is not None and any(one.first <= noun < one.last for one in pieces.agreements)


def _deed(pieces: Pieces, clause: Clause) -> Deed | None:
    text, ask = pieces.text, pieces.ask
    open_object = ask is not None and ask.kind == "what" and clause.asked == "object"
    if clause.verb is not None:
        meanings = question_verb(pieces, clause.verb)
        if ask is not None and ask.kind == "what" and "happen" in meanings:
            text.use([clause.verb])
            return Deed(types=(), roles=dict(_ANYTHING), mutual=True)
        if ask is not None and ask.kind == "what" and meanings & {"do", "say"}:
            text.use([clause.verb])
            said = "say" in meanings  # « Qu'a dit A de B »
            return Deed(types=load_questions().speech if said else (), roles=dict(_SAYING if said else _ANYTHING))
        fired = best_triggers(pieces, clause.verb, "verb", "event", open_object=open_object, reflexive=clause.reflexive)
        if fired:
            _use_same_deed(pieces, fired)
            return _of_triggers(pieces, fired, None)
        if "move" in meanings and counts_moved(pieces):
            text.use([clause.verb])
            people = pieces.ask is not None and pieces.ask.noun is None  # « Combien de Kényans sont partis »
            sent = {"actor": (("subject",), *_MOVED["actor"])} if people else {}
            return Deed(types=load_questions().moving, roles={**_MOVED, **sent})
        if "die" in meanings:
            text.use([clause.verb])
            return Deed(types=(), roles=dict(_DYING), harm="killed")
        if "give" in meanings and _asks_sum(pieces):
            text.use([clause.verb])
            return Deed(types=load_questions().moving, roles=dict(_ANYTHING), counted=(MONEY,))
        if not meanings & {"happen", "do", "tie"}:
            return None
    return _by_noun(pieces) or _by_count(pieces)


def _asks_sum(pieces: Pieces) -> bool:
    """ "How much did A give": money, where the question names nothing to count."""
    ask = pieces.ask
    return ask is not None and ask.kind == "how many" and (ask.noun is None or not is_countable(pieces.text, ask.noun))


def _use_same_deed(pieces: Pieces, fired: Sequence[Trigger]) -> None:
    """ "hosted the talks", « tenir une réunion »: the noun reports what the verb does."""
    text, types = pieces.text, {trigger.type for trigger in fired}
    for index in range(len(text)):
        if index in text.used or text.tokens[index].pos not in ("NOUN", "PROPN"):
            continue
        known = [one for lemma in text.lemmas(index) for one in pieces.lexicon.triggers(text.language).get(lemma, ())]
        if any(one.pos == "noun" and one.type in types and len(one.words) == 1 for one in known):
            text.use([index, *preposition_of(text, index)])


def _by_count(pieces: Pieces) -> Deed | None:
    """« Combien de morts y a-t-il eu »: the figures of any event."""
    ask = pieces.ask
    if ask is None or ask.kind != "how many" or ask.noun is None:
        return None
    key = fold(pieces.text.raw(ask.noun))
    return Deed(types=(), roles=dict(_ANYTHING)) if key in load_quantities(pieces.text.language).nouns else None


def _is_article(text: Text, index: int) -> bool:
    return text.tokens[index].pos == "DET" or text.raw(index) in ARTICLES | _CONTRACTED


def _by_noun(pieces: Pieces) -> Deed | None:
    text = pieces.text
    for index in range(len(text)):
        if (
            index in text.used
            or index in text.nominal
            or text.tokens[index].pos not in ("NOUN", "PROPN", "VERB", "ADJ")
        ):
            continue
        before = preposition_of(text, index)
        if before and before[-1] == index - 1 and not _is_article(text, index - 1):
            continue  # « en guerre », "in charge": no event, but a state of things
        fired = best_triggers(pieces, index, "noun", "event", open_object=False, reflexive=False)
        if fired:
            text.use(preposition_of(text, index))
            return _of_triggers(pieces, fired, index)
        if any(text.words.nouns.get(lemma) == "event" for lemma in text.lemmas(index)):
            text.use([index])
            return Deed(types=(), roles=dict(_ANYTHING), mutual=True, noun=index)
    return None


def _of_triggers(pieces: Pieces, fired: Sequence[Trigger], noun: int | None) -> Deed:
    first = fired[0]
    types = tuple(sorted({trigger.type for trigger in fired}))
    subtypes = {trigger.subtype for trigger in fired}
    within = load_questions().subtypes_within
    named = tuple(sorted(s for s in subtypes if s))
    subtypes |= {other for subtype in subtypes for other in within.get(subtype or "", ())}
    mutual = first.reciprocal or (noun is not None and set(types) <= load_merging_rules().mutual_events)
    return Deed(
        types=types,
        subtypes=tuple(sorted(s for s in subtypes if s)) if None not in subtypes else (),
        named_subtypes=named,
        roles=_merged_roles(fired),
        mutual=mutual,
        harm=next((t.quantity for t in fired if t.quantity in _HARM), None),
        noun=noun,
        word=first.words[0],
        verb=first.words[:1] if noun is None and "object" in first.needs else (),
        objects=objects_of(pieces.text, fired, pieces.ask.noun if pieces.ask else None),
    )


def _merged_roles(fired: Sequence[Trigger]) -> dict[str, Sequence[Slot]]:
    """Each role with the slots of all the entries, those of the likeliest first."""
    roles: dict[str, list[Slot]] = {}
    for trigger in fired:
        for role, slots in trigger.roles.items():
            own = roles.setdefault(role, [])
            own += [slot for slot in slots if slot not in own]
    return {role: tuple(slots) for role, slots in roles.items()}


def _wanted(pieces: Pieces, clause: Clause, deed: Deed) -> tuple[AnswerKind, str | None, bool, str | None]:
    ask, text = pieces.ask, pieces.text
    kind = ask.kind if ask else unopened(pieces, clause)
    noun = asked_noun(pieces)
    if kind == "when" or noun == "date":
        return "date", "time", False, None
    if kind == "where" or noun == "Place":
        return "entities", "place", False, None
    if noun == "money" and kind in ("which", "what"):
        return "number", "quantity", False, None
    if kind == "how many":
        if noun == "times" or counts_events(pieces, deed.types):
            return "number", None, True, None
        if noun in ("State", "Organisation", "Group") or (noun == "Person" and not counted_nouns(pieces, deed.harm)):
            return "number", asked_role(clause, deed), True, noun
        return "number", "quantity", False, None
    if kind == "source":
        return "entities", "source", False, None
    if kind == "who" and _asks_both_sides(pieces):
        return "events", None, False, None
    if ask is not None and ask.noun is not None and is_whose(text, ask):
        return whose(pieces, clause, deed)
    if kind == "which" and noun is None and is_titled(pieces):
        return "entities", asked_role(clause, deed), False, "Person"
    if kind in ("who", "whom") or noun in _ACTORS:
        return "entities", asked_role(clause, deed), False, noun
    if kind == "whether":
        return "boolean", None, False, None
    if kind == "which" and noun not in ("event", None):
        text.used.discard(ask.noun if ask and ask.noun is not None else -1)
    return "events", None, False, None


def _asks_both_sides(pieces: Pieces) -> bool:
    """ "Who met whom": the second pronoun is accounted for."""
    text, ask = pieces.text, pieces.ask
    others = [i for i in range(ask.last if ask else 0, len(text)) if i not in text.used and text.key(i) in _WHOM]
    text.use(others)
    return bool(others)


def _is_future(pieces: Pieces, clause: Clause) -> bool:
    """Whether the question is about what is to come."""
    text = pieces.text
    going = [i for i in range(clause.verb or 0) if i not in text.used and is_future_auxiliary(text, i)]
    for index in going:
        text.use([index, *(i for i in (index + 1,) if text.raw(i) == "to")])
    tensed = [text.tokens[i] for i in range(len(text)) if text.tokens[i].pos in ("VERB", "AUX")]
    past = any(is_past(one.morph) for one in tensed[:2])  # "was due to meet": it may have come true since
    return (bool(going) and not past) or any("Tense=Fut" in one.morph or one.text.lower() in _WILL for one in tensed)
