"""Questions about public offices: who holds one, and which somebody holds."""

from dataclasses import replace

from kg.model import AnswerKind
from kg.questions.asking import asked_noun, question_verb, unopened
from kg.questions.clause import Clause
from kg.questions.form import Constraint, QueryForm
from kg.questions.pieces import Pieces
from kg.questions.placing import Placed
from kg.questions.sayings import surfaces_of
from kg.questions.text import Text, is_past
from kg.questions.words import load_questions
from kg.vocabulary import load_gazetteer

_HELD_NOW = ("current", "new", "acting", "disputed")
_OWNED = ("de", "of", "possessor", "adjective")
_OF = ("de", "of", "possessor", "adjective", "object", "subject", "à", "to", "at", "en", "in")


def office_form(pieces: Pieces, clause: Clause) -> QueryForm | None:
    """The form of a question about offices; ``None`` where it is about something else."""
    if any(placed.slot == "source" for placed in clause.names):
        return None
    meanings = question_verb(pieces, clause.verb) if clause.verb is not None else _heading(pieces)
    unknown = "State" if pieces.offices or "lead" in meanings else "Person"
    people = [placed for placed in clause.names if (placed.name.named.kind or unknown) == "Person"]
    owners = [placed for placed in clause.names if placed not in people and placed.slot in _OF]
    noun = asked_noun(pieces)
    who = pieces.ask is not None and (pieces.ask.kind == "who" or noun == "Person")
    if noun == "office" and (clause.verb is None or "hold" in meanings) and people:
        return _form(pieces, people, owners, "office", ())
    ministries = tuple(noun.meaning for noun in pieces.offices) if "lead" in meanings else ()
    if ministries and who and not people:
        return _form(pieces, [], owners, "holder", ministries)
    if "lead" in meanings and owners:
        if who and not people:
            return _form(pieces, [], owners, "holder", load_questions().heads)
        if people and (pieces.ask is None or pieces.ask.kind == "whether"):
            return _form(pieces, people, owners, None, load_questions().heads)
    if clause.verb is not None and ("become" in meanings or ("appoint" in meanings and clause.passive)):
        pieces.text.use([clause.verb])  # « Qui a été élu président de … »
    elif clause.verb is not None and not meanings & {"hold"}:
        return None
    titles = tuple(noun.meaning for noun in pieces.offices)
    if titles:
        _use_office_nouns(pieces)
    if titles and people and noun == "State" and pieces.ask and pieces.ask.slot in ("de", "of"):
        return _form(pieces, people, owners, "of", titles)
    if titles and who and not people:
        return _form(pieces, [], owners, "holder", _widened(titles))
    if titles and people and (pieces.ask is None or pieces.ask.kind == "whether"):
        return _form(pieces, people, owners, None, _widened(titles))
    if who and people and not owners and not titles and clause.verb is None:
        return _form(pieces, people, owners, "office", ())
    if titles and not people and pieces.ask is None and unopened(pieces, clause) == "show":
        return _form(pieces, [], owners, "holder", _widened(titles))
    return None


def _heading(pieces: Pieces) -> frozenset[str]:
    """« être à la tête de »: as good as a verb that says so."""
    text = pieces.text
    for first, last, meaning in text.phrases((phrase, "lead") for phrase in text.words.heading):
        text.use(range(first, last))
        return frozenset({meaning})
    return frozenset()


def _use_office_nouns(pieces: Pieces) -> None:
    """« le poste de ministre »: the noun says nothing beside the title."""
    text = pieces.text
    for index in range(len(text)):
        if index not in text.used and any(text.words.nouns.get(lemma) == "office" for lemma in text.lemmas(index)):
            text.use([index])


def _widened(titles: tuple[str, ...]) -> tuple[str, ...]:
    lexicon = load_questions()
    return tuple(dict.fromkeys([*titles, *(lexicon.heads if set(titles) & lexicon.leaders else ())]))


def _form(
    pieces: Pieces, people: list[Placed], owners: list[Placed], column: str | None, titles: tuple[str, ...]
) -> QueryForm:
    text = pieces.text
    posts = _posts(owners)
    owners = _each_of(_without_bodies(text, [one for one in owners if one not in posts]))
    text.use(mark for one in posts for mark in one.marks)
    for placed in (*people, *owners):
        text.use(placed.marks)
    groups = {one.group for one in (*owners, *posts)}
    for placed in pieces.names:
        taken = placed.group in groups or any(placed.name is one.name for one in people)
        if not taken and not _is_body_of(placed, owners):
            text.release(range(placed.name.first, placed.name.last))
    wanted: AnswerKind = "boolean" if column is None else "entities"
    return QueryForm(
        node="tenure",
        wanted=wanted,
        column=column,
        constraints=(
            *(Constraint(roles=("holder",), named=placed.name.named) for placed in people),
            *(Constraint(roles=("of",), named=placed.name.named) for placed in owners),
        ),
        titles=titles,
        standings=_standings(pieces, column),
        time=pieces.span,
        said=tuple((one.name.named.written, *surfaces_of(one.name.named.iris)) for one in posts),
    )


def _posts(owners: list[Placed]) -> list[Placed]:
    """« l'ambassadeur de A en B », "A's envoy to B": where those whom A sends stand, which no office says."""
    sent = any(one.slot in _OWNED for one in owners)
    return [one for one in owners if sent and one.slot not in _OWNED]


def _each_of(owners: list[Placed]) -> list[Placed]:
    """« les présidents de A et de B »: the offices of either, which nobody holds of both."""
    first = owners[0] if owners else None
    if first is None or len(owners) < 2 or any(one.group != first.group for one in owners):
        return owners
    named = [one.name.named for one in owners]
    either = replace(
        first.name.named,
        label=", ".join(one.label for one in named),
        iris=tuple(iri for one in named for iri in one.iris),
        places=tuple(iri for one in named for iri in one.places),
    )
    marks = tuple(mark for one in owners for mark in one.marks)
    return [replace(first, name=replace(first.name, named=either), marks=marks)]


def _is_body_of(placed: Placed, owners: list[Placed]) -> bool:
    return placed.name.named.kind == "Organisation" and any(one.slot in ("de", "of") for one in owners)


def _without_bodies(text: Text, owners: list[Placed]) -> list[Placed]:
    """« la Commission de la Cedeao »: the organisation whose body it is, not another one's that is called the same."""
    bodies = [one for one in owners if " " not in one.name.named.written and one.name.named.kind == "Organisation"]
    owned = [one for one in bodies if any(other.slot in ("de", "of") and other is not one for other in owners)]
    kept = [one for one in owners if one not in owned or one.slot in ("de", "of", "possessor", "adjective")]
    if not kept or kept == owners:
        return owners
    for one in owners:
        text.use([*one.marks, *range(one.name.first, one.name.last)])
    return kept


def _standings(pieces: Pieces, column: str | None) -> tuple[str, ...]:
    """The standings asked for: what a word says (« ancien »), any for the past, else those of the present."""
    text = pieces.text
    known = load_gazetteer().standings(text.language)
    for index in range(len(text)):
        standing = known.get(text.key(index))
        if standing is not None and index not in text.used:
            text.use([index])
            return _HELD_NOW if standing == "current" else (standing,)
    past = any(text.is_lemma(i, text.words.be) and is_past(text.tokens[i].morph) for i in range(len(text)))
    return () if past or pieces.span or column == "office" else _HELD_NOW
