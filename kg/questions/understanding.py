"""A question → what it asks for, or why it is not understood."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kg.model import Article, ArticleInfo, TimeSpan
from kg.questions.agreements import agreement_form
from kg.questions.clause import read_clause
from kg.questions.disputes import dispute_form
from kg.questions.events import event_form
from kg.questions.form import QueryForm, Refusal, Understanding
from kg.questions.holders import with_holders
from kg.questions.names import Name
from kg.questions.obligations import obligation_form
from kg.questions.offices import office_form
from kg.questions.parting import part
from kg.questions.pieces import Pieces, find_pieces
from kg.questions.sayings import agreement_words, is_preposition, sayings, surfaces_of
from kg.questions.text import Text
from kg.questions.unnamed_agreements import unnamed_form
from kg.questions.words import load_questions
from kg.reading import read
from kg.store import Store

_ORDERED = ("agreements", "events", "date", "entities")


def understand(
    question: str, language: str, store: Store, today: date, during: TimeSpan | None = None
) -> Understanding:
    """What ``question`` asks for. Every word of it must be understood: else a :class:`Refusal` says which was not.

    ``during`` bounds the time of what is asked for, as if the question said so.
    """
    whole = _read(question, language, store, today, during)
    if isinstance(whole, QueryForm):
        return whole
    return replace(whole, loose=(*_beside(question, language, store, today, during), *whole.loose))


def _read(question: str, language: str, store: Store, today: date, during: TimeSpan | None) -> Understanding:
    """What the words of ``question`` ask for, or what of them is not understood."""
    article = Article(info=ArticleInfo(id="question", language=language, published=today), text=question)
    text = Text(question=question, language=language, reading=read(article), words=load_questions().words[language])
    pieces = find_pieces(text, store, today)
    if during is not None:
        pieces = replace(pieces, span=narrowed(pieces.span, during))
    form = _form(pieces, store)
    doubtful = [name for name in pieces.unknown if name.near]
    barred = text.negated or doubtful or pieces.too_many_times
    left = text.leftover()
    if form is not None and pieces.order is not None:
        barred = barred or form.wanted not in _ORDERED or form.count
        form = form.but(order=pieces.order)
    if form is not None and not left and not barred and _is_bounded(form) and not _unanswered(form, pieces):
        return form
    if not barred and (sure := _of_agreement(text, store, today, during)) is not None:
        return sure
    words = left or ((question.strip(),) if form is None and not doubtful else ())
    return Refusal(
        words=words,
        names=tuple(placed.name.named for placed in pieces.names if placed.name.named.iris),
        near=_near(doubtful),
        unknown=_written(doubtful),
        corrected=_corrected(text, doubtful) if form is not None and not left else (),
        loose=() if barred else tuple(_looser(form, pieces, store, today, during)),
    )


def _looser(
    form: QueryForm | None, pieces: Pieces, store: Store, today: date, during: TimeSpan | None
) -> Iterator[QueryForm]:
    """The forms with words for passages, the likeliest first."""
    said = _loose(form, pieces) if form is not None else None
    event = _loose_event(pieces.text, store, today, during)
    yield from (one for one in (said, event, _named_in_passage(event) if event else None) if one is not None)


def _named_in_passage(form: QueryForm) -> QueryForm | None:
    """The form where whoever has no sure role in the deed need only be named in the passage."""
    unsure = [one for one in form.constraints if len(one.roles) > 1]
    kept = tuple(one for one in form.constraints if one not in unsure)
    if not unsure or not form.types:
        return None
    said = tuple((one.named.written, one.named.label, *surfaces_of(one.named.iris)) for one in unsure)
    return form.but(constraints=kept, said=(*form.said, *said))


def _loose_event(text: Text, store: Store, today: date, during: TimeSpan | None) -> QueryForm | None:
    """The form of an event of which passages tell what no entry of the lexicon does; ``None`` where there is none."""
    pieces = _loose_pieces(text, store, today, during)
    form = event_form(pieces, read_clause(pieces), loose=True)
    return _loose(form, pieces) if form is not None else None


def _loose_pieces(text: Text, store: Store, today: date, during: TimeSpan | None) -> Pieces:
    """The pieces of the question once more, as nothing had been accounted for."""
    fresh = Text(question=text.question, language=text.language, reading=text.reading, words=text.words)
    pieces = find_pieces(fresh, store, today)
    if during is not None:
        pieces = replace(pieces, span=narrowed(pieces.span, during))
    return _without_titles(with_holders(pieces, store))


def _of_agreement(text: Text, store: Store, today: date, during: TimeSpan | None) -> QueryForm | None:
    """The form of a deed that has to do with an agreement, which passages must name: « condamner l'accord »."""
    found = _loose_pieces(text, store, today, during)
    if not found.agreements:
        return None
    form = event_form(found, read_clause(found), loose=True)
    inside = {i for noun in found.agreements for i in range(noun.first, noun.last)}
    left = {i for i in found.text.left() if not is_preposition(found.text, i)}
    said = None if form is None or not form.types or left - inside else _loose(form, found)
    return said.but(sentence=(agreement_words(),)) if said is not None else said


def _loose(form: QueryForm, pieces: Pieces) -> QueryForm | None:
    """The form where the words that are left are those of passages; ``None`` where they are not such words."""
    said = sayings(pieces.text, pieces.text.left())
    bound = form.constraints or form.types or form.titles or form.nodes
    if (
        said is None
        or not (said or pieces.agreements)
        or not bound
        or _unanswered(form, pieces)
        or (form.wanted == "boolean" and not form.types)
    ):
        return None
    return form.but(said=(*form.said, *said))


def _beside(question: str, language: str, store: Store, today: date, during: TimeSpan | None) -> tuple[QueryForm, ...]:
    """The forms of the main clause, where the words of a clause of time beside it are those of the same article."""
    parted = part(question, language)
    if parted is None:
        return ()
    main, words = parted
    form = _read(main, language, store, today, during)
    known = (form,) if isinstance(form, QueryForm) else form.loose
    return tuple(one.but(beside=words) for one in known)


def narrowed(asked: TimeSpan | None, during: TimeSpan) -> TimeSpan:
    """What of the time ``asked`` for lies in ``during``; where nothing does, a day on which nothing happened.

    >>> year = TimeSpan(start=date(2024, 1, 1), end=date(2024, 12, 31), precision="year")
    >>> narrowed(year, TimeSpan(start=date(2024, 6, 19), end=None, precision="range")).start
    datetime.date(2024, 6, 19)
    """
    if asked is None:
        return during
    start = max(filter(None, (asked.start, during.start)), default=None)
    end = min(filter(None, (asked.end, during.end)), default=None)
    if start and end and start > end:
        start = end = date.min
    return TimeSpan(start=start, end=end, precision="range")


def _form(pieces: Pieces, store: Store) -> QueryForm | None:
    """The form of the first kind of question that this is; what a reading that failed accounted for is free again."""
    text = pieces.text
    used = set(text.used)
    for reading in (dispute_form, office_form):
        form = reading(pieces, read_clause(pieces))
        if form is not None:
            return form
        text.used = set(used)
    pieces = _without_titles(with_holders(pieces, store))
    used = set(text.used)
    for reading in (agreement_form, unnamed_form, obligation_form, event_form):
        form = reading(pieces, read_clause(pieces))
        if form is not None:
            return form
        text.used = set(used)
    return None


def _without_titles(pieces: Pieces) -> Pieces:
    """The pieces without the titles that only introduce a person; any other title is a word still to be understood."""
    people = {one.name.first for one in pieces.names if one.name.named.kind == "Person"}
    names = [one for one in pieces.names if one.name.sense != "body" or one.name.last not in people]
    for title in pieces.offices:
        beside = range(title.first - 1, title.last + 1)
        owners = [one for one in names if one.name.first in beside or one.name.last == title.first]
        owners = [one for one in owners if one.slot == "adjective" and one.name.named.kind != "Person"]
        ends = {title.last, *(one.name.last for one in owners)}
        if people & ends:
            names = [one for one in names if one not in owners]
        else:
            pieces.text.release(range(title.first, title.last))
    return replace(pieces, names=names)


def _unanswered(form: QueryForm, pieces: Pieces) -> bool:
    """Whether the question asks if something lasts, or for each of several, of what is not asked so."""
    lasting = pieces.still and not form.still and form.wanted != "number"  # « sont encore au Gabon »: as told last
    return lasting or (pieces.each and not form.each)


def _is_bounded(form: QueryForm) -> bool:
    """Whether the question says enough: about whom, of which type, or when. All agreements may be asked for."""
    if form.node == "agreement" or form.disputed:
        return True
    owned = any(letter.isupper() for title in form.titles for letter in title)  # « porte-parole du Kremlin »
    return bool(form.constraints or form.types or form.time or form.provides or form.label_words or owned)


def _near(names: list[Name]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(near for name in names for near in name.near))


def _corrected(text: Text, names: list[Name]) -> tuple[str, ...]:
    """The question with a near name in place of the only unknown one."""
    if len(names) != 1:
        return ()
    name = names[0]
    start, end = text.tokens[name.first].start, text.tokens[name.last - 1].end
    return tuple(f"{text.question[:start]}{near}{text.question[end:]}" for near in name.near)


def _written(names: list[Name]) -> tuple[str, ...]:
    return tuple(name.named.label for name in names)
