"""Question → answer: the steps one after the other, each a value."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from kg.model import ASSERTED, Answer, Row, TimeSpan
from kg.model.answer import LONGEST_QUESTION
from kg.questions.alternatives import alternatives
from kg.questions.form import QueryForm, Refusal
from kg.questions.language import language_of
from kg.questions.nearest import nearest
from kg.questions.parting import Meant, are_apart, halves, resolved
from kg.questions.relaxing import ONE_SIDED, deed_on_agreement
from kg.questions.rows import Rows
from kg.questions.sparql import to_sparql
from kg.questions.spelling import cleaned
from kg.questions.suggesting import suggestions
from kg.questions.understanding import understand
from kg.questions.wording import in_words, load_wording, refused_in_words, with_article
from kg.questions.years import other_days
from kg.store import Store

_OTHERS = ("alleged", "expected", "denied")


def answer(
    question: str,
    store: Store,
    *,
    language: Literal["fr", "en"] | None = None,
    today: date | None = None,
    during: TimeSpan | None = None,
) -> Answer:
    """What ``store`` says to ``question``, in French or English.

    ``language`` is told from the question where it is not given. « L'an dernier » and the like count from ``today``,
    the day of the call where it is not given, and where that finds nothing from the day of the latest article. Only
    what happened ``during`` a time counts, and within it what the question says of time. A question of which a word is
    not understood is not answered: the answer then says what was understood and suggests questions that are. No
    question raises anything.
    """
    text = cleaned(question)
    chosen = language or language_of(text[:LONGEST_QUESTION])
    asking = _Asking(store=store, language=chosen, today=today or date.today(), told=today is not None, during=during)
    if not text or len(text) > LONGEST_QUESTION:
        return _refused(question, Refusal(), asking)
    if are_apart(text):
        return _first_half(question, text, asking) or _two_at_once(question, text, asking)
    form = asking.understand(text)
    if isinstance(form, Refusal):
        found = _loosely(question, form, store, chosen)
        return found or _first_half(question, text, asking) or _refused(question, form, asking)
    found = _answered(question, *_surest(form, store, chosen), chosen)
    if not found.rows and form.time is not None and during is None:
        found = _of_another_year(question, text, asking) or found
    return found if found.rows else replace(found, nearest=nearest(form, store, _status_graphs(store), chosen))


def _of_another_year(question: str, text: str, asking: "_Asking") -> Answer | None:
    """The answer for the latest year in which there is one, where the question names none: it tells which."""
    for day in other_days(text, asking.language, asking.store, asking.today, told=asking.told):
        form = replace(asking, today=day).understand(text)
        if isinstance(form, Refusal):
            continue
        found = _answered(question, *_surest(form, asking.store, asking.language), asking.language)
        if found.rows:
            return found
    return None


def _two_at_once(question: str, text: str, asking: "_Asking") -> Answer:
    """The refusal of two questions of which the first finds nothing; those that do are suggested."""
    refused = _refused(question, Refusal(), asking)
    parts = tuple(part for part in halves(text, asking.language) or () if asking.is_answered(part))
    said = load_wording()[asking.language].words["apart"]
    return replace(refused, understood=said, suggestions=parts or refused.suggestions)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asking:
    """What holds for all questions of one call."""

    store: Store
    language: str
    today: date
    told: bool
    during: TimeSpan | None

    def understand(self, text: str) -> QueryForm | Refusal:
        return understand(text, self.language, self.store, self.today, self.during)

    def is_answered(self, text: str) -> bool:
        """Whether the question is understood and finds something."""
        form = self.understand(cleaned(text))
        return isinstance(form, QueryForm) and bool(_surest(form, self.store, self.language)[2])


def _first_half(question: str, text: str, asking: _Asking) -> Answer | None:
    """The answer to the first of two questions, which keeps the second; ``None`` where the first has none."""
    parts = halves(text, asking.language)
    if parts is None:
        return None
    form = asking.understand(cleaned(parts[0]))
    if isinstance(form, Refusal):
        return None
    found = _answered(question, *_surest(form, asking.store, asking.language), asking.language)
    if found.status != "answered":
        return None
    second = resolved(parts[1], asking.language, _meant(form, found, asking.language))
    said = load_wording()[asking.language].words["half"].format(found.understood, second)
    return replace(found, question=question, understood=said, suggestions=(second,))


def _meant(form: QueryForm, found: Answer, language: str) -> Meant:
    """Whom a pronoun of the second question means: the only one that the first found; whose: the only one it names."""
    values = [row.columns["value"] for row in found.rows]
    found_one = values[0]["label"] if len(values) == 1 and isinstance(values[0], dict) else None
    named = [one.named.label for one in form.constraints]
    return Meant(found=found_one, named=with_article(named[0], language) if len(named) == 1 else None)


def _surest(form: QueryForm, store: Store, language: str) -> tuple[QueryForm, str, tuple[Row, ...]]:
    """The form with its query and rows; where it finds nothing asserted, the first other form that does better."""
    if form.column == "place" and form.stage not in (None, "signed"):
        form = deed_on_agreement(form) or form  # The place of an agreement is that of its signature.
    elif form.column == "place" and (deed := deed_on_agreement(form)) is not None:
        sparql, rows = _found(deed, store, language)  # What has a place need not have been signed there.
        if rows:
            return deed, sparql, rows
    if form.column == "party" and form.stage in ONE_SIDED:
        return _one_sided(form, store, language)
    sparql, rows = _found(form, store, language)
    if any(row.status in ASSERTED for row in rows):
        return form, sparql, rows
    for other, beside in alternatives(form, store, language):
        if beside is not None and not _is_any(beside, store):
            continue
        other_sparql, other_rows = _found(other, store, language)
        if any(row.status in ASSERTED or not rows for row in other_rows):
            return other, other_sparql, other_rows
    return form, sparql, rows


def _one_sided(form: QueryForm, store: Store, language: str) -> tuple[QueryForm, str, tuple[Row, ...]]:
    """Who suspended or ended an agreement: of its parties the only one that comes into question, else those who did the
    deed that a passage tells of."""
    between = sum("party" in one.roles for one in form.constraints) > 1  # One of those named did it.
    form = form.but(inclusive=form.inclusive or between)
    sparql, rows = _found(form, store, language)
    deed = deed_on_agreement(form)
    if deed is None or len(rows) <= 1:
        return form, sparql, rows
    parties = {iri for row in rows for iri in _acts_for(row.columns["value"], store)}
    sparql, done = _found(deed, store, language)
    return deed, sparql, tuple(row for row in done if _acts_for(row.columns["value"], store) & parties)


def _acts_for(entity: dict[str, str], store: Store) -> set[str]:
    return {entity["id"], *([store.names.state(entity["acts_for"])] if entity["acts_for"] else [])}


def _loosely(question: str, refusal: Refusal, store: Store, language: str) -> Answer | None:
    """The answer where passages say the words that were not understood; ``None`` where none does."""
    for loose in refusal.loose:
        form, sparql, rows = _surest(loose, store, language)
        if rows:
            return _answered(question, form, sparql, rows, language)
    return None


def _answered(question: str, form: QueryForm, sparql: str, rows: tuple[Row, ...], language: str) -> Answer:
    main, also = _parted(rows)
    return Answer(
        question=question,
        status="answered" if main else "none",
        kind=form.wanted,
        sparql=sparql,
        understood=in_words(form, language),
        rows=main,
        also=also,
    )


def _found(form: QueryForm, store: Store, language: str) -> tuple[str, tuple[Row, ...]]:
    """The query of the form, and the rows that it gives."""
    sparql = to_sparql(form, store.names, _status_graphs(store))
    found = [_cells(row, form) for row in store.query(sparql).rows]
    return sparql, Rows(form, store, language).of(found)


def _is_any(form: QueryForm, store: Store) -> bool:
    """Whether the query of the form finds anything, of whatever status."""
    return any(True for _ in store.query(to_sparql(form, store.names, _status_graphs(store))).rows)


def _status_graphs(store: Store) -> tuple[str, ...]:
    """Of the graphs of what is not asserted those that hold something: a query may name no other."""
    return tuple(
        graph for graph in _OTHERS if store.query(f"ASK {{ GRAPH <{store.names.graph(graph)}> {{ ?s ?p ?o }} }}").truth
    )


def _cells(row: tuple[object, ...], form: QueryForm) -> tuple[str, str | None, str]:
    cells = [str(cell) if cell is not None else None for cell in row]
    return (cells[0] or "", cells[1], cells[2] or "") if form.column else (cells[0] or "", None, cells[1] or "")


def _parted(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """What is asserted, and apart from it what is not; the latter alone is the answer where nothing is asserted."""
    main = tuple(row for row in rows if row.status in ASSERTED)
    others = tuple(row for row in rows if row.status not in ASSERTED)
    return (main, others) if main else (others, ())


def _refused(question: str, refusal: Refusal, asking: _Asking) -> Answer:
    return Answer(
        question=question,
        status="not understood",
        kind=None,
        sparql=None,
        understood=refused_in_words(refusal, asking.language),
        suggestions=suggestions(refusal, asking.store, asking.language, asking.is_answered),
    )
