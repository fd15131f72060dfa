"""The one object that a Python user needs."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Any, BinaryIO, Self

from kg.lookup import article_elsewhere, find_entity, require_article, search
from kg.model import (
    Answer,
    Article,
    ArticleInfo,
    Claim,
    Dispute,
    Entity,
    Explanation,
    Fact,
    Judgement,
    Moment,
    NamedQuery,
    OfficeTerm,
    Reference,
    TimeSpan,
    Verdict,
)
from kg.pictures import Language, graph_and_claims, write_explanation, write_timeline, write_view
from kg.selection import claims_behind, entities_in, find_claims, find_facts, judgements_on, terms_against
from kg.store import PREFIXES as PREFIXES
from kg.store import Dataset as Dataset
from kg.store import Results as Results
from kg.store import Statistics, Store, Term, shorten

if TYPE_CHECKING:
    import networkx as nx

    from kg.disputing import LatestDisputes
    from kg.export import ValidationReport
    from kg.ingestion import IngestReport as IngestReport
    from kg.ingestion import Progress as Progress
    from kg.model.change import Change
    from kg.model.history import History
    from kg.model.reasons import Reasons
    from kg.questions.completing import Completion
    from kg.views.site import Site

Source = str | Path


def named_queries() -> Mapping[str, NamedQuery]:
    """The queries of the library, by name, sorted; see :meth:`KnowledgeGraph.named_query`."""
    from kg.vocabulary.queries import load_queries

    return load_queries()


class KnowledgeGraph:
    """A graph of claims and facts, on disk at ``path`` or in memory.

    Use it in a ``with`` statement, or close it. One process writes a store at a time; open it ``read_only`` to read
    beside a writer. ``base`` is where the IRIs of a new store begin. StoreError where the store cannot be opened.

    >>> with KnowledgeGraph() as graph:
    ...     graph.statistics().articles
    0
    """

    def __init__(self, path: Source | None = None, *, read_only: bool = False, base: str | None = None) -> None:
        self._keep(Store.open(path, read_only=read_only, base=base))

    def _keep(self, store: Store, day: date | None = None) -> None:
        self._store, self._day = store, day
        self._disputes: dict[Language | None, LatestDisputes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Write all to disk and let others write. Closing twice does nothing."""
        self._store.close()

    def as_of(self, day: date) -> "KnowledgeGraph":
        """The graph as it was known on ``day``: what the articles published by then support, and nothing else.

        It is read only, does not change with this one, and is to be closed on its own. An article that was corrected
        later is there as it was. Articles without a date of publication are left out; ``undated`` says how many. Below
        a graph on disk the last few are kept.
        """
        from kg.past import as_of

        graph = KnowledgeGraph.__new__(KnowledgeGraph)
        graph._keep(as_of(self._store, day), day)
        return graph

    def diff(
        self, since: date, until: date | None = None, *, entity: str | None = None, language: Language | None = None
    ) -> "tuple[Change, ...]":
        """What articles published from ``since`` to ``until`` (included) changed, thing by thing; see
        :func:`kg.past.diff`.

        With ``entity`` (any name of it) only what it takes part in; UnknownEntityError where nothing has that name.
        """
        from kg.past import diff

        about = self.entity(entity) if entity is not None else None
        return diff(self._store, since, until, entity=about, language=language)

    def history(self, name: str, *, language: Language | None = None) -> "tuple[History, ...]":
        """How the status of a fact (IRI) or of the things of a name went, article by article in the order of
        publication, and what corrections changed of it; see :func:`kg.past.history`.

        UnknownEntityError, with what is near, where the graph does not know it.
        """
        from kg.past import history

        return history(self._store, name, language)

    @property
    def undated(self) -> int:
        """How many articles have no date of publication."""
        from kg.past import undated

        return undated(self._store)

    @property
    def store(self) -> Store:
        """The store beneath."""
        return self._store

    @property
    def base(self) -> str:
        """Where the IRIs of the graph's things begin."""
        return self._store.names.base

    # Articles in and out

    def ingest(
        self,
        *sources: Source,
        stdin: BinaryIO | None = None,
        id: str | None = None,
        published: date | None = None,
        publisher: str | None = None,
        url: str | None = None,
        language: str | None = None,
        progress: "Callable[[Progress], None] | None" = None,
    ) -> "IngestReport":
        """Read files, folders, addresses and ``-`` (``stdin``) into the graph, and report what became of them.

        What is given by keyword goes before what an article says of itself. An article that the graph holds already
        as it is changes nothing; a new version replaces the old one. What cannot be read is in the report's
        ``unread`` with its reason; nothing is raised for it.
        """
        from kg.articles import read_sources
        from kg.ingestion import Ingestion, reader_version
        from kg.vocabulary import languages

        items = read_sources(
            sources,
            stdin=stdin,
            id=id,
            published=published,
            publisher=publisher,
            url=url,
            language=language,
            languages=languages(),
        )
        return Ingestion(self._store, reader_version(), progress).run(items)

    def ingest_articles(
        self, articles: Iterable[Article], *, progress: "Callable[[Progress], None] | None" = None
    ) -> "IngestReport":
        """Read articles that are values already."""
        from kg.ingestion import Ingestion, reader_version

        return Ingestion(self._store, reader_version(), progress).run(articles)

    def retract(self, article_id: str) -> None:
        """Take an article out: the graph is as if it had never been read. ArticleError where it is not there."""
        from kg.ingestion import write_records

        require_article(self._store, article_id)
        write_records(self._store, {}, [article_id])

    # Reference data

    def import_reference(self, path: Source, *, name: str | None = None) -> Reference:
        """Read reference data (see :mod:`kg.store.reference_files`) under ``name``, else the file's; what came in.

        What stood under the name is replaced. Claims that contradict it are disputed by it; it is evidence for none.
        BackgroundError where the file is wrong: then nothing is changed.
        """
        from kg.references import import_reference

        return import_reference(self._store, path, name)

    def import_bundled(self, bundled: str, *, name: str | None = None) -> Reference:
        """Read reference data that comes with the program; BackgroundError, with what there is, for an unknown name."""
        from kg.references import import_bundled

        return import_bundled(self._store, bundled, name)

    def references(self) -> Iterator[Reference]:
        """The reference data that was imported, sorted by name."""
        return self._store.references()

    def withdraw_reference(self, name: str) -> None:
        """Take reference data out: the graph is as if it had never been imported. BackgroundError for another name."""
        from kg.references import withdraw_reference

        withdraw_reference(self._store, name)

    def terms_against(self, facts: Iterable[Fact]) -> Mapping[str, OfficeTerm]:
        """The terms of references that dispute ``facts``, by IRI, sorted."""
        return terms_against(self._store, facts)

    # Judgements

    def judge(
        self,
        verdict: Verdict,
        one: str,
        other: str,
        *,
        by: str | None = None,
        on: date | None = None,
        reason: str | None = None,
    ) -> Judgement:
        """Keep the judgement that what two names mean is the same, or different; see :mod:`kg.judging`.

        A name is that of an entity, or ``NAME@ARTICLE`` for whom one article means by it, an IRI of anything, or words
        of a passage. JudgementError where it cannot be, or an earlier judgement, which is named, says otherwise.
        """
        from kg.judging import judge

        return judge(self._store, verdict, one, other, by=by, on=on, reason=reason)

    def were_strangers(self, judgement: Judgement) -> bool:
        """Whether nothing but a judgement would ever join the two of ``judgement``."""
        from kg.judging import were_strangers

        return were_strangers(self._store, judgement)

    def withdraw_judgement(self, verdict: Verdict, *names: str) -> Judgement:
        """Take the judgement on two names, or of a key, out: the graph is as if it had never been given.

        JudgementError, with what there is, where there is none such, or several.
        """
        from kg.judging import withdraw

        return withdraw(self._store, verdict, names)

    def why(self, one: str, other: str | None = None) -> "Reasons":
        """Why two names mean one thing, or two, sign by sign; of one name what was merged into it.

        Names are those of :meth:`judge`. UnknownEntityError and JudgementError as there.
        """
        from kg.reasons import why

        return why(self._store, one, other)

    def judgements(self, verdict: Verdict | None = None) -> tuple[Judgement, ...]:
        """The judgements that were given, those without a day last."""
        found = [one for one in self._store.judgements() if verdict in (None, one.verdict)]
        return tuple(sorted(found, key=lambda one: (one.on or date.max, one.key)))

    def judgements_on(
        self, entity: Entity, facts: Iterable[Fact] = (), claims: Iterable[Claim] = ()
    ) -> tuple[Judgement, ...]:
        """The judgements that say who an entity is, or another in ``facts``, or what one of ``claims`` reports."""
        return judgements_on(self._store, [entity.id, *entities_in(facts)], claims)

    # Asking

    def ask(
        self,
        question: str,
        *,
        language: Language | None = None,
        during: TimeSpan | None = None,
        today: date | None = None,
    ) -> Answer:
        """The answer to a question in French or English, with the SPARQL that gave it and the evidence.

        ``language`` is told from the question where it is not given. « L'an dernier » and the like count from
        ``today``, the day of the call where it is not given, in a graph as of a day that day. Only what happened
        ``during`` a time counts. A question that is not understood gives an answer that says so, with suggestions.
        """
        from kg.questions import answer

        return answer(question, self._store, language=language, today=today or self._day, during=during)

    def relative_times(self, question: str, *, language: Language | None = None) -> tuple[str, ...]:
        """The words of a question that count from the day on which it is asked (« l'an dernier »), in order."""
        from kg.questions.relative import relative_times

        return relative_times(question, language or self.language_of(question))

    def complete_question(self, typed: str, *, language: Language | None = None) -> "tuple[Completion, ...]":
        """What a question typed so far may go on with: shapes of questions, names of the graph, words for types."""
        from kg.questions.completing import completions

        return completions(typed, self._store, language)

    def language_of(self, question: str) -> Language:
        """The language that :meth:`ask` takes a question to be in."""
        from kg.questions.language import language_of

        return "fr" if language_of(question) == "fr" else "en"

    def query(
        self,
        sparql: str,
        *,
        allow_service: bool = False,
        allow_from: bool = False,
        timeout: float | None = None,
        limit: int | None = None,
        dataset: Dataset | None = None,
    ) -> Results:
        """The results of a SPARQL 1.1 query, see :meth:`kg.store.Store.query`."""
        return self._store.query(
            sparql, allow_service=allow_service, allow_from=allow_from, timeout=timeout, limit=limit, dataset=dataset
        )

    def named_query(self, name: str, values: Mapping[str, str], *, language: Language = "en") -> str:
        """The SPARQL of a query of the library with ``values`` for its parameters, in a user's words.

        QueryError for an unknown query, parameter or value, UnknownEntityError for a name of nothing; see
        :mod:`kg.library`.
        """
        from kg.library import bound, named_query

        return bound(self._store, named_query(name), values, language)

    def update(self, sparql: str, *, using: Dataset | None = None) -> None:
        """Carry out a SPARQL 1.1 update of graphs of the user's own, see :mod:`kg.store.updating`."""
        self._store.update(sparql, using=using)

    @property
    def has_changed(self) -> bool:
        """Whether something was committed since the graph was opened to read; open it again to see it."""
        return self._store.has_changed()

    def shorten(self, term: Term) -> str:
        """A term of a query's results as people read it: IRIs of known namespaces with their prefix, else the value."""
        return shorten(term)

    # Reading

    def claims(
        self,
        *,
        article: str | None = None,
        entity: str | None = None,
        kind: str | None = None,
        type: str | None = None,
        modality: str | None = None,
        min_confidence: float = 0.0,
    ) -> Iterator[Claim]:
        """The claims of an article (id), naming an entity (any name of it), of a kind, type or modality; else all.

        ArticleError or UnknownEntityError, with what is near, where the graph does not know the article or entity.
        """
        return find_claims(
            self._store, article, entity, kind=kind, type=type, modality=modality, min_confidence=min_confidence
        )

    def facts(
        self,
        *,
        entity: str | None = None,
        article: str | None = None,
        predicate: str | None = None,
        status: str | None = None,
        during: TimeSpan | None = None,
        language: Language | None = None,
    ) -> Iterator[Fact]:
        """The facts about an entity (any name of it), with a predicate or a status; else all. Sorted by IRI.

        Of an ``article`` (id) they are those that it supports or denies, ``during`` a time those of what may have
        happened then: agreements, events and offices with a date. Names are in ``language`` where known.
        """
        return find_facts(
            self._store, article, entity, predicate=predicate, status=status, during=during, language=language
        )

    def disputes(self, entity: str | None = None, *, language: Language | None = None) -> Iterator[Dispute]:
        """What voices contradict each other on, side by side, the oldest dispute first; nothing is ever resolved.

        With ``entity`` (any name of it) those over it or in which it, or who acts for it, has a part or a say.
        UnknownEntityError, with what is near, where the graph does not know it.
        """
        from kg.disputing import find_disputes

        yield from find_disputes(self._store, self.entity(entity) if entity else None, language)

    def latest_disputes(self, entity: str | None = None, *, language: Language | None = None) -> Iterator[Dispute]:
        """The same disputes, those over what happened last first, each found when it is its turn.

        A graph that is read only, and so does not change, finds each once.
        """
        from kg.disputing import LatestDisputes

        kept = self._disputes.get(language) or LatestDisputes(self._store, language)
        if self._store.read_only:
            self._disputes[language] = kept
        yield from kept.all() if entity is None else kept.over(self.entity(entity))

    def timeline(
        self,
        *names: str,
        since: date | None = None,
        until: date | None = None,
        statuses: Collection[str] = (),
        language: Language | None = None,
    ) -> Iterator[Moment]:
        """What happened, in order: events, stages of agreements, terms of office; what has no date comes last.

        With ``names`` that in which each of these entities, or whoever acts for it, has a part, or the course of an
        agreement. ``since`` and ``until`` (included) leave out what has no date. UnknownEntityError, with what is near,
        where the graph does not know a name.
        """
        from kg.chronicle import find_moments

        entities = [self.entity(name) for name in names]
        yield from find_moments(self._store, entities, since=since, until=until, statuses=statuses, language=language)

    def explain(
        self,
        article: Source,
        *,
        stdin: BinaryIO | None = None,
        published: date | None = None,
        language: str | None = None,
    ) -> Explanation:
        """How each sentence of an article is read, by which rules, and what is not read for which reason.

        ``article`` is the id of one that the graph holds, else a file, an address or ``-`` (``stdin``), which is read
        and not kept; ``published`` and ``language`` go before what it says of itself. ArticleError where it is none of
        these, or holds several articles.
        """
        from kg.claims import explain
        from kg.reading import read

        known = self._store.article(str(article)) if str(article) != "-" else None
        if known is None:
            known = article_elsewhere(self._store, article, stdin=stdin, published=published, language=language)
        return explain(known, read(known))

    def claims_behind(self, facts: Iterable[Fact]) -> Iterator[Claim]:
        """The claims that support or deny ``facts``, each once, sorted by IRI."""
        return claims_behind(self._store, facts)

    def entity(self, name: str) -> Entity:
        """The entity with this IRI, ISO code or name in either language, or whom one article means (``NAME@ARTICLE``).

        UnknownEntityError with near names if none.
        """
        if "@" not in name:
            return find_entity(self._store, name)
        from kg.naming import find_meant

        return find_meant(self._store, name)

    def statistics(self) -> Statistics:
        """How much the graph holds."""
        return self._store.statistics()

    def articles(self) -> Iterator[Article]:
        """Every article, sorted by id."""
        for info in self._store.articles():
            article = self._store.article(info.id)
            if article is not None:
                yield article

    def article(self, article_id: str) -> Article:
        """The article with this id; ArticleError, with near ids, where the graph does not hold it."""
        return require_article(self._store, article_id)

    def article_infos(self) -> Iterator[ArticleInfo]:
        """What is known of every article but its text, sorted by id."""
        return self._store.articles()

    def search(self, text: str, *, limit: int = 20) -> tuple[Entity, ...]:
        """What is called ``text``, then what has it in its name, then what is called much like it; see
        :func:`kg.lookup.search`.
        """
        return search(self._store, text, limit)

    def moments_near(self, name: str, *, limit: int, language: Language) -> tuple[Entity, tuple[Moment, ...], bool]:
        """An entity, the moments of at most ``limit`` things in which it has a part, and whether there are more."""
        from kg.nearby import moments_near

        return moments_near(self._store, name, limit=limit, language=language)

    def latest_moments(
        self,
        *names: str,
        since: date | None = None,
        until: date | None = None,
        limit: int,
        offset: int = 0,
        language: Language | None = None,
    ) -> tuple[tuple[Moment, ...], bool]:
        """The moments of the ``limit`` latest happenings in which all that ``names`` mean have a part, in order, and
        whether there are earlier ones; see :func:`kg.nearby.latest_moments`.
        """
        from kg.nearby import latest_moments

        who = [self.entity(name) for name in names]
        return latest_moments(self._store, who, since=since, until=until, limit=limit, offset=offset, language=language)

    def moments_told(self, article_id: str, *, language: Language | None = None) -> tuple[Moment, ...]:
        """The moments of the things that an article supports or denies, in order; ArticleError for an unknown one."""
        from kg.chronicle import moments_of

        told = self.facts(article=article_id, predicate="a")
        return moments_of(self._store, {fact.subject.id for fact in told}, language)

    def own_facts(self, entity: Entity, *, language: Language | None = None) -> tuple[Fact, ...]:
        """The facts of which an entity is the subject, sorted by IRI."""
        return tuple(self._store.facts(subject=self._store.resolve(entity.id), language=language))

    def picture_latest(self, *, limit: int, site: "Site") -> str:
        """The page that draws the ``limit`` latest happenings with who has a part in them."""
        from kg.nearby import picture_latest

        return picture_latest(self._store, limit=limit, site=site)

    def picture_near(self, name: str, *, limit: int, site: "Site") -> str:
        """The page that draws an entity with at most ``limit`` things in which it has a part."""
        from kg.nearby import picture_near

        return picture_near(self._store, name, limit=limit, site=site)

    def more_near(self, name: str, *, limit: int, offset: int, language: Language) -> dict[str, Any]:
        """What such a page adds for ``limit`` things more near an entity, ``offset`` of them passed over."""
        from kg.nearby import more_near

        return more_near(self._store, name, limit=limit, offset=offset, language=language)

    # Pictures and files

    def to_networkx(
        self,
        *,
        focus: str | None = None,
        hops: int = 1,
        since: date | None = None,
        until: date | None = None,
        language: Language = "fr",
    ) -> "nx.MultiDiGraph[str]":
        """The facts as a directed multigraph, see :func:`kg.views.build_graph`.

        ``focus`` (any name of an entity) and ``hops`` cut it to a neighbourhood, ``since`` and ``until`` to what
        happened between these days.
        """
        return graph_and_claims(self._store, focus, hops, since, until, language)[0]

    def view(
        self,
        output: Source,
        *,
        title: str | None = None,
        focus: str | None = None,
        hops: int = 1,
        since: date | None = None,
        until: date | None = None,
        language: Language = "fr",
        limit: int | None = None,
    ) -> Path:
        """Write the interactive picture as one HTML file that opens with no network; the file's path.

        Of more than ``limit`` things (2000 where it is not given) the most connected are drawn, and the page says so.

        The file is whole or, where that fails, as it was before. StoreError where it cannot be written.
        """
        return write_view(
            self._store,
            output,
            title=title,
            focus=focus,
            hops=hops,
            since=since,
            until=until,
            language=language,
            limit=limit,
        )

    def view_explanation(self, explanation: Explanation, output: Source, *, language: Language = "fr") -> Path:
        """Write an explanation as one HTML file that opens with no network; the file's path.

        The file is whole or, where that fails, as it was before. StoreError where it cannot be written.
        """
        return write_explanation(explanation, output, language=language)

    def view_timeline(
        self, moments: Iterable[Moment], output: Source, *, title: str | None = None, language: Language = "fr"
    ) -> Path:
        """Write moments as one HTML page that opens with no network; the file's path.

        The file is whole or, where that fails, as it was before. StoreError where it cannot be written.
        """
        return write_timeline(moments, output, title=title, language=language)

    def export(self, format: str, output: Source | IO[bytes]) -> None:
        """Write the graph to a file or stream in one of the formats of :data:`kg.export.FORMATS`.

        A file is whole or, where that fails, as it was before. StoreError for another format, or where it cannot be
        written.
        """
        from kg.export import export, export_file

        if isinstance(output, str | Path):
            export_file(self._store, format, output)
        else:
            export(self._store, format, output)

    def validate(self) -> "ValidationReport":
        """Whether all that the store holds conforms to ``ontology/shapes.ttl``, and what does not."""
        from kg.export import validate

        return validate(self._store)
