"""A form that finds nothing asserted → forms that find the same told in another way, held to what the passage says."""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.model import LANGUAGES, UnknownEntityError
from kg.questions.counting import MONEY
from kg.questions.form import Constraint, Named, QueryForm
from kg.questions.sayings import agreement_words, class_words, same_words, surfaces_of
from kg.questions.words import load_questions
from kg.store import Store
from kg.vocabulary import load_gazetteer, load_lexicon

_SIDES = ("actor", "target")
ONE_SIDED = ("suspended", "ended")
"""The stages that one party alone may bring about."""
_HAPPENING = ("signed", "ratified")
_DONE = (*_HAPPENING, *ONE_SIDED, "announced")
_WITH_EVENTS = ("date", "boolean", "entities")
_SURE = 0.7


def relaxed(form: QueryForm, store: Store, language: str) -> Iterator[QueryForm]:
    """Each such form, the nearest first."""
    deed = deed_on_agreement(form)
    talks = negotiators(form, language)
    if talks is not None:
        yield talks
    if deed is not None and deed.quoted and form.stage in ONE_SIDED and form.wanted == "date":
        yield deed
        deed = deed.but(quoted=stage_words(form.stage, LANGUAGES))  # « a expiré », where a text has « mis fin »
    if form.stage == "signed" and set(form.verb) & load_questions().words[language].concluded:
        form = form.but(stage="agreed")
        yield form
    if form.stage == "agreed":
        yield form.but(time_of="announced", column="announced" if form.wanted == "date" else form.column)
    if form.label_words:
        yield named_in_passage(form, language)
    for other in (described(form), signing(form), posted(form), figures(form, language)):
        if other is not None:
            yield other
    for one in (form, *([deed] if deed else [])):
        if one is not form:
            yield one
        others = (spoken_for(one, store, language), sided(one), placed_by_passage(one), harmed(one), involved(one))
        for other in others:
            if other is not None:
                yield other


def deed_on_agreement(form: QueryForm) -> QueryForm | None:
    """When, where or whether somebody signed, ratified, suspended or ended an agreement, or who suspended or ended it:
    the deed itself.

    Its passage must have a word for the stage, its article the year by which the agreement is called. ``None`` where
    the question is about something else.
    """
    stage = form.stage
    doer = form.column == "party" and stage in (*ONE_SIDED, "announced")
    if form.node != "agreement" or stage not in _DONE or (form.column in ("party", "mediator") and not doer):
        return None
    if stage == "announced" and not doer:
        return None
    if form.wanted not in _WITH_EVENTS or form.sources or form.count:
        return None
    parties = [one for one in form.constraints if "party" in one.roles]
    others = [one for one in form.constraints if "party" not in one.roles]
    roles = [("actor",), ("target",)] if len(parties) == 2 and not doer else [_SIDES for _ in parties]
    dated = form.time if form.time_of != "signed" or stage == "signed" else None
    named = (str(form.time.start.year),) if form.time and form.time.start and dated is None else ()
    return QueryForm(
        node="event",
        wanted=form.wanted,
        column="actor" if doer else {"entities": "place", "date": "time"}.get(form.wanted),
        class_of=form.class_of if doer else None,
        inclusive=form.inclusive,
        types=("SUPPORT",) if stage in _HAPPENING else (),
        subtypes=(stage,) if stage in _HAPPENING else (),
        constraints=(
            *(Constraint(roles=r, named=one.named) for r, one in zip(roles, parties, strict=True)),
            *others,
        ),
        mutual=len(parties) == 2 and not doer,
        time=dated,
        quoted=() if stage in _HAPPENING else _said_so(stage, form.verb),
        said=(*form.said, *((agreement_words(),) if doer else ())),
        beside=(*form.beside, *((named,) if named else ())),
    )


def named_in_passage(form: QueryForm, language: str) -> QueryForm:
    """The agreements whose passage, not their name, has the words by which the question calls them."""
    said = tuple(same_words(word, language) for word in form.label_words)
    return form.but(label_words=(), noun=(), said=(*form.said, *said))


def signing(form: QueryForm) -> QueryForm | None:
    """Where the question is what two signed and no agreement is known: that they signed one."""
    parties = [one for one in form.constraints if one.roles == ("party",)]
    plain = not (form.types or form.noun or form.nodes or form.provides or form.label_words or form.with_provisions)
    if form.wanted != "agreements" or form.stage != "signed" or not plain or len(parties) != 2:
        return None
    roles = zip(_SIDES, parties, strict=True)
    return QueryForm(
        node="event",
        wanted="agreements",
        types=("SUPPORT",),
        subtypes=("signed",),
        constraints=tuple(Constraint(roles=(role,), named=one.named) for role, one in roles),
        mutual=True,
        time=form.time if form.time_of == "signed" else None,
        sources=form.sources,
    )


def posted(form: QueryForm) -> QueryForm | None:
    """Where the sentence does not say whom an envoy is sent to: that the article does. Ambassadors are too many."""
    if form.node != "tenure" or not form.said or "ambassador" in form.titles:
        return None
    return form.but(said=(), beside=form.said)


def figures(form: QueryForm, language: str) -> QueryForm | None:
    """The figures of what the question counts, told of those named in any deed, where the passage says the verb."""
    plain = [noun for noun in form.counted if " " not in noun and noun != MONEY]
    if form.column != "quantity" or form.count or not form.deed or not plain or not form.constraints:
        return None
    anywhere = tuple(replace(one, roles=(*_SIDES, "place")) for one in form.constraints)
    words = (form.deed, *sorted(class_words(language, form.deed) - {form.deed}))
    return form.but(types=(), subtypes=(), constraints=anywhere, mutual=False, said=(*form.said, words), future=False)


def described(form: QueryForm) -> QueryForm | None:
    """Where the question is who the parties of an agreement are that it calls by name: what else it says of it need
    only be told in the article, which may tell of the city, the day and a cosignatory in several sentences."""
    if form.column != "party" or form.wanted != "entities" or not form.label_words or form.sources:
        return None
    said = tuple((one.named.written, *surfaces_of(one.named.iris)) for one in form.constraints)
    year = ((str(form.time.start.year),),) if form.time is not None and form.time.start is not None else ()
    return form.but(constraints=(), time=None, beside=(*form.beside, *said, *year)) if said or year else None


def negotiators(form: QueryForm, language: str) -> QueryForm | None:
    """Where the question is who negotiated an agreement: the persons of the talks between its parties."""
    parties = [one.named for one in form.constraints if "party" in one.roles]
    if form.column != "mediator" or not form.verb or len(parties) not in (1, 2):
        return None
    return QueryForm(
        node="event",
        wanted=form.wanted,
        column="actor",
        count=form.count,
        class_of="Person",
        types=("CONSULT",),
        constraints=tuple(Constraint(roles=_SIDES, named=one) for one in parties),
        mutual=True,
        inclusive=True,
        time=form.time,
        quoted=tuple(sorted({*form.verb, *class_words(language, form.verb[0])})),
    )


def _said_so(stage: str, verb: tuple[str, ...]) -> tuple[str, ...]:
    """The verb of the question; in other languages than its own, and where it has none, whatever tells of the stage."""
    known = load_lexicon().triggers
    others = tuple(one for one in LANGUAGES if not verb or verb[0] not in known(one))
    return (*verb, *stage_words(stage, others))


@cache
def stage_words(stage: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """The verbs and nouns that say of an agreement by themselves that it reached the stage, in these languages."""
    lexicon = load_lexicon()
    return tuple(
        sorted(
            {
                one.words[0]
                for language in languages
                for entries in lexicon.triggers(language).values()
                for one in entries
                if one.category == "stage" and one.stage == stage and not one.refused
                if len(one.words) == 1 and not one.needs and one.confidence >= _SURE
            }
        )
    )


def spoken_for(form: QueryForm, store: Store, language: str) -> QueryForm | None:
    """The same of the states for which the persons act, where the passage has their name or title."""
    changed, said = [], list(form.said)
    for one in form.constraints:
        state = _state_of(one.named, store, language) if set(one.roles) <= {*_SIDES, "party"} else None
        if state is None:
            changed.append(one)
            continue
        iris = (*one.named.iris, state)
        changed.append(Constraint(roles=one.roles, named=replace(one.named, iris=iris, acting=False)))
        if "party" not in one.roles:
            said.append(_called(one.named, store, language))
    if len(changed) == 0 or all(new is old for new, old in zip(changed, form.constraints, strict=True)):
        return None
    return form.but(constraints=tuple(changed), said=tuple(said))


def _state_of(named: Named, store: Store, language: str) -> str | None:
    """The IRI of the state for which the person acts, ``None`` for anybody else."""
    if named.kind != "Person" or len(named.iris) != 1:
        return None
    try:
        acts_for = store.entity(named.iris[0], language=language).acts_for
    except UnknownEntityError:
        return None
    return store.names.state(acts_for) if acts_for else None


def _called(named: Named, store: Store, language: str) -> tuple[str, ...]:
    """What a passage may call the person: the last name, or a title that he or she holds."""
    query = f"SELECT DISTINCT ?office {{ ?tenure kg:holder <{named.iris[0]}> ; kg:office ?office }}"
    offices = {str(row[0]) for row in store.query(query).rows}
    titles = {
        phrase
        for one in LANGUAGES
        for phrase, office in load_gazetteer().offices(one).items()
        if office.title_en in offices
    }
    label = store.entity(named.iris[0], language=language).label
    return tuple(sorted({named.written.split()[-1] if named.written else label, label.split()[-1], *titles}))


def sided(form: QueryForm) -> QueryForm | None:
    """The same where the state that the question puts as a place is a side of the event."""

    def turned(one: Constraint) -> Constraint:
        is_state = one.roles == ("place",) and one.named.acting and one.named.places == one.named.iris
        return replace(one, roles=("place", *_SIDES)) if is_state else one

    changed = tuple(turned(one) for one in form.constraints)
    return form.but(constraints=changed) if form.node == "event" and changed != form.constraints else None


def placed_by_passage(form: QueryForm) -> QueryForm | None:
    """The same where the article only names the place, which no role of the event holds; where the question names
    nothing else, the passage must."""
    places = [one for one in form.constraints if "place" in one.roles and form.node == "event"]
    if not places or (len(places) == len(form.constraints) and not form.types):
        return None
    kept = tuple(one for one in form.constraints if one not in places)
    named = tuple(_place_words(one.named) for one in places)
    if not kept:
        return form.but(constraints=(), said=(*form.said, *named))
    return form.but(constraints=kept, beside=(*form.beside, *named))


def _place_words(named: Named) -> tuple[str, ...]:
    """What a passage may call the place; a capital is itself, not the state that it stands for."""
    if named.places != named.iris:
        return (named.written,)
    return tuple(sorted({named.written, named.label, *surfaces_of(named.iris)}))


def harmed(form: QueryForm) -> QueryForm | None:
    """The figures of those of whom the passage, not the figure, says that they were killed, wounded or arrested."""
    endings = {noun.split()[-1] for noun in form.counted if " " in noun}
    if form.node != "event" or form.column != "quantity" or len(endings) != 1:
        return None
    (harm,) = endings
    words = _harm_words(harm)
    plain = tuple(noun.removesuffix(f" {harm}") for noun in form.counted if not noun.startswith("*"))
    return form.but(counted=plain, said=(*form.said, words)) if words and plain else None


def involved(form: QueryForm) -> QueryForm | None:
    """The figures that a source tells of people who go from one to the other, whoever is said to have sent them."""
    told = form.column == "quantity" and not form.count and bool(form.sources) and form.time is not None
    if not told or len(form.constraints) < 2 or not set(form.types) <= set(load_questions().moving):
        return None
    anywhere = (*_SIDES, "place")
    return form.but(constraints=tuple(replace(one, roles=anywhere) for one in form.constraints))


@cache
def _harm_words(harm: str) -> tuple[str, ...]:
    return tuple(
        sorted(
            {
                one.words[0]
                for language in LANGUAGES
                for entries in load_lexicon().triggers(language).values()
                for one in entries
                if one.quantity == harm and len(one.words) == 1
            }
        )
    )
