"""A form that finds nothing → forms that answer the same question from other facts."""

from collections.abc import Iterator

from kg.model import Entity
from kg.questions.columns import text_of
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.relaxing import relaxed
from kg.questions.words import load_questions
from kg.store import Store

_REFUSABLE = ("signed", "ratified")


def refusal_to(form: QueryForm) -> QueryForm | None:
    """Where a question is whether two parties signed (or ratified) an agreement: that one of them refused to.

    ``None`` for any other question. What is found answers no.
    """
    parties = [one for one in form.constraints if one.roles == ("party",)]
    asked = (form.node, form.wanted) == ("agreement", "boolean") and form.stage in _REFUSABLE and not form.sources
    if not asked or form.stage is None or len(parties) not in (1, 2) or len(form.constraints) != len(parties):
        return None
    roles = ("actor", "target")[: len(parties)]
    return QueryForm(
        node="event",
        wanted="boolean",
        types=("REJECT",),
        subtypes=(form.stage, "SUPPORT"),
        constraints=tuple(Constraint(roles=(role,), named=one.named) for role, one in zip(roles, parties, strict=True)),
        mutual=len(parties) == 2,
        time=form.time,
        against=True,
    )


def unsigned(form: QueryForm) -> QueryForm:
    """The same agreements at whatever stage: what is refused must have been on the table."""
    return form.but(stage=None, time=None)


def between_their_states(form: QueryForm, store: Store, language: str) -> QueryForm | None:
    """Where a question is what happened between two heads of state at a time, or when or where they met then: the same
    of the states that they lead, in an article that names them.

    The press says Paris for its president and the president for Paris. ``None`` for any other question.
    """
    whole = form.wanted == "events" and not form.types
    when_or_where = form.column in ("time", "place") and set(form.types) == {"CONSULT"}
    if form.node != "event" or not (whole or when_or_where) or not form.mutual or form.time is None:
        return None
    led = [_led_by(one.named, store, language) for one in form.constraints]
    states = [state for state in led if state is not None]
    if len(states) != 2 or len(led) != 2 or states[0].iris == states[1].iris:
        return None
    pairs = zip(form.constraints, states, strict=True)
    changed = tuple(Constraint(roles=one.roles, named=state) for one, state in pairs)
    people = [one.named for one in form.constraints if one.named.kind == "Person"]
    named = tuple(tuple({one.label.split()[-1], one.written.split()[-1]}) for one in people) if when_or_where else ()
    return form.but(constraints=changed, beside=(*form.beside, *named))


def _led_by(named: Named, store: Store, language: str) -> Named | None:
    """The state itself, or the only one of which the person holds an office at the head; else ``None``."""
    if named.kind == "State":
        return named
    if named.kind != "Person" or len(named.iris) != 1:
        return None
    heads = set(load_questions().heads)
    found: dict[str, Entity] = {}
    for tenure in store.query(f"SELECT ?t {{ ?t kg:holder <{named.iris[0]}> ; a kg:Tenure }}").rows:
        facts = list(store.facts(subject=str(tenure[0]), language=language))
        offices = {text_of(fact) for fact in facts if fact.predicate == "office"}
        standings = {text_of(fact) for fact in facts if fact.predicate == "standing"}
        if offices & heads and "former" not in standings:
            found |= {
                one.object.id: one.object for one in facts if one.predicate == "of" and isinstance(one.object, Entity)
            }
    states = [entity for entity in found.values() if entity.kind == "State"]
    if len(states) != 1:
        return None
    (state,) = states
    return Named(label=state.label, iris=(state.id,), kind="State", acting=True, places=(state.id,))


def alternatives(form: QueryForm, store: Store, language: str) -> Iterator[tuple[QueryForm, QueryForm | None]]:
    """Each other form with what must be found too for it to answer (``None`` where nothing must)."""
    states = between_their_states(form, store, language)
    if states is not None:
        yield states, None
    refusal = refusal_to(form)
    if refusal is not None:
        yield refusal, unsigned(form)
    for other in relaxed(form, store, language):
        yield other, None
