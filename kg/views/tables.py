"""What a terminal shows, as plain rows: whoever prints them decides how."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kg.model import STATUSES, Answer, ArticleInfo, Claim, Entity, Fact, OfficeTerm, Reference, Row
from kg.views.interface import HEADS
from kg.views.phrases import clean, name_of, object_words, plain_words, reported, span_words
from kg.views.terms import contradiction
from kg.views.words import KINDS, MODALITIES, STATUS_WORDS, Language, Wording, day, word, wording


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Rows of texts, each as long as ``columns``; ``title`` may be empty."""

    title: str = ""
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


_FIRST = {"agreement": ("party",), "event": ("actor",), "office": ("holder",), "relation": ("subject",)}
_SECOND: Mapping[str, tuple[str, ...]] = {
    "agreement": (),
    "event": ("target",),
    "office": ("of",),
    "relation": ("object",),
}


def claims_table(claims: Iterable[Claim], *, language: Language = "fr", words: Wording | None = None) -> Table:
    """A claim a row, in the order given: what, who, to whom, when, how it is said, where, and the passage."""
    words = words or wording(language)
    rows = tuple(_claim_row(claim, words) for claim in claims)
    return Table(columns=_heads(language, "type", "who", "whom", "when", "how", "source", "quote"), rows=rows)


def facts_table(
    facts: Iterable[Fact],
    terms: Mapping[str, OfficeTerm] | None = None,
    *,
    language: Language = "fr",
    words: Wording | None = None,
) -> Table:
    """A fact a row, in the order given: the triple in words, its status, when it was reported, in how many passages.

    The last column tells what in a reference contradicts it: ``terms``, by IRI, are those that do.
    """
    words = words or wording(language)
    terms = terms or {}
    rows = tuple(
        (
            name_of(fact.subject, words),
            words.type(fact.predicate),
            object_words(fact, words),
            STATUS_WORDS[fact.status][language],
            reported(fact, words.language),
            str(len(fact.supported_by) + len(fact.denied_by)),
            contradiction([terms[iri] for iri in fact.disputed_by if iri in terms], fact.first_report, words),
        )
        for fact in facts
    )
    heads = _heads(language, "subject", "predicate", "object", "status", "reported", "claims", "reference")
    return Table(columns=heads, rows=rows)


def card(
    entity: Entity,
    facts: Iterable[Fact],
    claims: Mapping[str, Claim],
    terms: Mapping[str, OfficeTerm] | None = None,
    *,
    language: Language = "fr",
    words: Wording | None = None,
) -> tuple[Table, ...]:
    """All that is known of an entity: the facts of which it is the subject, those that name it, and their passages.

    ``terms`` are those of references that dispute them. Of other facts nothing is shown. A table without rows is left
    out, so of an unknown entity nothing remains.
    """
    words = words or wording(language)
    told = sorted(facts, key=lambda fact: (fact.subject.label, fact.predicate, STATUSES.index(fact.status), fact.id))
    own = [fact for fact in told if fact.subject.id == entity.id]
    naming = [fact for fact in told if isinstance(fact.object, Entity) and fact.object.id == entity.id]
    behind = {iri: claims[iri] for fact in own + naming for iri in fact.supported_by + fact.denied_by if iri in claims}
    said = sorted(
        behind.values(), key=lambda claim: (str(claim.article.published), claim.article.id, claim.evidence.start)
    )
    kind = word(KINDS, entity.kind, language)
    tables = (
        _titled(
            f"{name_of(entity, words)} · {kind}", _without(facts_table(own, terms, language=language, words=words), 0)
        ),
        _titled("", _without(facts_table(naming, terms, language=language, words=words), 2)),
        _titled("", claims_table(said, language=language, words=words)),
    )
    return tuple(table for table in tables if table.rows)


def statistics(facts: Iterable[Fact], claims: Iterable[Claim], *, language: Language = "fr") -> Table:
    """How many articles, passages and facts there are, then things by kind and facts by status; zeros are left out."""
    facts, claims = list(facts), list(claims)
    things = {e.id: e.kind for fact in facts for e in (fact.subject, fact.object) if isinstance(e, Entity)}
    kinds, statuses = Counter[str](things.values()), Counter[str](fact.status for fact in facts)
    rows = [
        (HEADS["articles"][language], len({claim.article.id for claim in claims})),
        (HEADS["claims"][language], len(claims)),
        (HEADS["facts"][language], len(facts)),
        *((KINDS[kind][language], kinds[kind]) for kind in KINDS if kinds[kind]),
        *((STATUS_WORDS[status][language], statuses[status]) for status in STATUSES if statuses[status]),
    ]
    return counts_table(rows, language=language)


def counts_table(counts: Iterable[tuple[str, int]], *, language: Language = "fr") -> Table:
    """A name and a number a row, in the order given."""
    return Table(columns=_heads(language, "what", "number"), rows=tuple((name, str(number)) for name, number in counts))


def references_table(references: Iterable[Reference], *, language: Language = "fr") -> Table:
    """Reference data a row, in the order given: its name and title, the days of which it speaks, how many terms."""
    rows = tuple(
        (
            clean(one.name),
            clean(one.titles.get(language) or one.titles.get("") or next(iter(one.titles.values()), "")),
            day(one.first_day, language),
            day(one.last_day, language),
            str(len(one.terms)),
        )
        for one in references
    )
    return Table(columns=_heads(language, "name", "title", "from", "until", "terms"), rows=rows)


def results_table(variables: Sequence[str], rows: Iterable[Sequence[object]]) -> Table:
    """The results of a SELECT: a column a variable; what is unbound (``None``) is empty.

    >>> results_table(["state", "n"], [("x:RUS", 3), (None, 4)]).rows
    (('x:RUS', '3'), ('', '4'))
    """
    shown = tuple(tuple("" if value is None else clean(str(value)) for value in row) for row in rows)
    return Table(columns=tuple(variables), rows=shown)


def answer_tables(answer: Answer, *, language: Language = "fr", words: Wording | None = None) -> tuple[Table, ...]:
    """The rows of an answer, and in a second table what is only alleged, expected or denied; a table without rows not.

    The columns are those of the rows, then the status, the first passage with its source, and what in a reference
    contradicts it.
    """
    words = words or wording(language)
    also = HEADS["also"][language]
    tables = (_answer_table("", answer.rows, words), _answer_table(also, answer.also, words))
    return tuple(table for table in tables if table.rows)


def _answer_table(title: str, rows: Sequence[Row], words: Wording) -> Table:
    names = list(dict.fromkeys(name for row in rows for name in row.columns))
    shown = [
        (
            *(clean(plain_words(row.columns.get(name), words)) for name in names),
            word(STATUS_WORDS, row.status, words.language) if row.status else "",
            clean(row.evidence[0].evidence.quote) if row.evidence else "",
            source(row.evidence[0].article) if row.evidence else "",
            contradiction(row.disputed_by, row.evidence[0].article.published if row.evidence else None, words),
        )
        for row in rows
    ]
    heads = _heads(words.language, *names, "status", "quote", "source", "reference")
    return Table(title=title, columns=heads, rows=tuple(shown))


def _claim_row(claim: Claim, words: Wording) -> tuple[str, ...]:
    types = dict.fromkeys(words.finer(name) for name in (claim.type, claim.subtype) if name)
    what = words.office(claim.office) if claim.office else claim.label or ": ".join(types)
    return (
        clean(what),
        clean(", ".join(name_of(entity, words) for entity in claim.filling(*_FIRST[claim.kind]))),
        clean(", ".join(name_of(entity, words) for entity in claim.filling(*_SECOND[claim.kind]))),
        span_words(claim.time, words.language),
        word(MODALITIES, claim.modality, words.language),
        source(claim.article),
        clean(claim.evidence.quote),
    )


def source(info: ArticleInfo) -> str:
    """Who published an article, and when."""
    return clean(", ".join(filter(None, (info.publisher or info.title or info.id, str(info.published or "")))))


def _heads(language: str, *names: str) -> tuple[str, ...]:
    return tuple(word(HEADS, name, language) for name in names)


def _titled(title: str, table: Table) -> Table:
    return Table(title=title, columns=table.columns, rows=table.rows)


def _without(table: Table, column: int) -> Table:
    def cut(row: tuple[str, ...]) -> tuple[str, ...]:
        return (*row[:column], *row[column + 1 :])

    return Table(title=table.title, columns=cut(table.columns), rows=tuple(map(cut, table.rows)))
