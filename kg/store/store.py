"""The store: articles go in whole, come out as values, and are queried."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from kg.model import (
    Article,
    ArticleInfo,
    Background,
    Claim,
    Entity,
    Fact,
    Names,
    OfficeTerm,
    Reference,
    TimeSpan,
)
from kg.model.identities import NO_IDENTITIES, Identities
from kg.model.judgement import Judgement
from kg.model.version import FormerVersion
from kg.store import terms
from kg.store.articles import article_digest
from kg.store.backend import Backend
from kg.store.counting import Statistics, statistics
from kg.store.happenings import Happening, Happenings
from kg.store.judged import Dataset
from kg.store.judgements import read_judgements, who_is_who
from kg.store.labels import Labels
from kg.store.lending import Lending
from kg.store.query import Results, run
from kg.store.reading import Reader
from kg.store.references import ReferenceRecord, References
from kg.store.remainder import Remainder
from kg.store.selection import facts_about, select_claims, select_facts
from kg.store.versions import read_versions
from kg.store.writing import ArticleRecord, Block, Delta, delta, reference_delta


class Store:
    """A graph on disk, or in memory. Use it in a ``with`` statement, or close it.

    >>> with Store.open() as store:
    ...     store.statistics().articles
    0
    """

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self._reader = Reader(backend)
        self._references = References(backend)
        self._labels = Labels(self._reader)
        self._happenings = Happenings(backend)
        self._lending = Lending(backend)
        self._judgements: tuple[Judgement, ...] | None = None
        self._identities: Identities | None = None

    @staticmethod
    def open(path: str | Path | None = None, *, read_only: bool = False, base: str | None = None) -> "Store":
        """The store at ``path``, made where there is none; in memory where ``path`` is ``None``.

        One process writes at a time. A ``read_only`` store may be opened beside it and shows what was committed when
        it was opened; open again to see more. ``base`` is where the IRIs of a new store begin. StoreError where the
        store is missing (to read), locked (to write), damaged, of a newer layout or of another base.
        """
        place = Path(path) if path is not None else None
        return Store(Backend.open(place, read_only=read_only and place is not None, base=base))

    def close(self) -> None:
        """Write all to disk and let others write. Closing twice does nothing."""
        self._lending.take_back()
        self._backend.close()

    def flush(self) -> None:
        """Bring what was committed into its final files, for the next opening to be fast. Closing does so too."""
        self._backend.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def path(self) -> Path | None:
        """Where it is on disk; ``None`` in memory."""
        return self._backend.path

    @property
    def read_only(self) -> bool:
        return self._backend.read_only

    @property
    def names(self) -> Names:
        """Makes the IRIs of this store."""
        return self._backend.names

    @property
    def backend(self) -> Backend:
        """The database, for ``kg.export`` alone."""
        return self._backend

    # Writing

    def is_current(self, article: Article, reader: str) -> bool:
        """Whether the store holds this very article as this version of the reader read it: nothing is to be done."""
        return self._reader.digest(article.id) == article_digest(article, reader)

    def write(
        self,
        records: Sequence[ArticleRecord],
        blocks: Iterable[Block],
        *,
        removed: Iterable[str] = (),
        judgements: Iterable[Judgement] | None = None,
        beside: bool = False,
    ) -> bool:
        """Put articles in, take those of the ids ``removed`` out, replace the facts of ``blocks``: all or nothing.

        An article that is there already is replaced. ``blocks`` must give every block (key and content) that a claim of
        these articles, old or new, bears on, as it is after the change; they are taken one at a time, and may be read
        from this store as they are asked for. ``judgements`` take the place of all that there were, where they are
        given; ``records`` and ``blocks`` must then be as they have it. The result says whether anything changes.

        With ``beside`` another thread makes the change, and flushes when there is enough, while the caller goes on. The
        next writing, :meth:`settle` and :meth:`close` wait for it, and raise what went wrong.
        """
        self.settle()
        change = delta(self._backend, records, removed, blocks, judgements)
        if judgements is not None:
            self._judgements = self._identities = None
        return self._apply(change, beside=beside)

    def write_reference(self, name: str, record: ReferenceRecord | None, blocks: Iterable[Block]) -> bool:
        """Put ``record`` in under its ``name`` in the place of what stands there, or take it out where it is ``None``.

        ``blocks`` must give every block that the reference, old or new, bears on, as it is after the change. All or
        nothing happens; the result says whether anything changes.
        """
        self.settle()
        return self._apply(reference_delta(self._backend, name, record, blocks))

    def _apply(self, change: Delta, *, beside: bool = False) -> bool:
        if change:
            apply = self._backend.apply_beside if beside else self._backend.apply
            apply(change.delete, change.insert)
            self._forget()
        return bool(change)

    def cut(
        self,
        remainder: Remainder,
        blocks: Callable[["Store", Remainder], Iterable[Block]],
        record: Callable[[str], ArticleRecord],
        *,
        version: str,
    ) -> "Store":
        """A store to read only that holds what remains of this one, see :mod:`kg.store.cutting`.

        ``blocks`` gives every block of this store, or a copy, that a claim of the touched articles of a remainder bears
        on, as it is then; ``record`` that of an article (id) as it stands here; ``version`` is that of whoever derives.
        The result does not change with this one, and is closed on its own.
        """
        from kg.store.cutting import Deriving, cut

        def blocks_in(backend: Backend, left: Remainder) -> Iterable[Block]:
            return blocks(self if backend is self._backend else Store(backend), left)

        self.settle()
        return Store(cut(self._backend, remainder, Deriving(blocks=blocks_in, record=record, version=version)))

    def settle(self) -> None:
        """Wait for what is being written beside; StoreError where that failed."""
        self._backend.settle()
        self._forget()

    def _forget(self) -> None:
        self._reader.forget()
        self._labels.forget()
        self._happenings.forget()
        self._lending.take_back()

    # Reading

    def articles(self) -> Iterator[ArticleInfo]:
        """The metadata of every article, sorted by id."""
        return self._reader.infos()

    def article_ids(self) -> tuple[str, ...]:
        """The ids of all articles, sorted."""
        return self._reader.article_ids()

    def article(self, article_id: str) -> Article | None:
        """The article with its text; ``None`` where the store has none of that id."""
        return self._reader.article(article_id)

    def claims(
        self,
        ids: Iterable[str] | None = None,
        *,
        article: str | None = None,
        entity: str | None = None,
        kind: str | None = None,
        type: str | None = None,
        modality: str | None = None,
    ) -> Iterator[Claim]:
        """The claims with the IRIs ``ids`` in that order (unknown ones are passed over), of an article (id), naming an
        entity (IRI), or all, article by article; of those, the ones of a kind, type and modality.
        """
        return select_claims(
            self._reader,
            ids,
            article=article,
            entity=entity,
            identities=self.identities,
            kind=kind,
            type=type,
            modality=modality,
        )

    def claims_said(self, article: str | None = None, *, ids: Iterable[str] = ()) -> tuple[Claim, ...]:
        """The claims of an article (id), else those with the IRIs ``ids`` in that order, as articles make them,
        whatever judgements say of who is who in them.
        """
        return tuple(self._reader.claims_by_iri(ids) if article is None else self._reader.claims_of(article))

    def claims_in_block(self, key: str, gone: Collection[str] = ()) -> tuple[Claim, ...]:
        """The claims that bear a block key, but those of the articles ``gone`` (IRIs), as their articles make them,
        sorted by IRI.
        """
        return self._reader.claims_in_block(key, gone)

    def block_keys(self, article_id: str) -> tuple[str, ...]:
        """The keys of the blocks that an article's claims bear on, sorted; empty where there is no such article."""
        return self._reader.block_keys_of(article_id)

    def articles_naming(self, entities: Iterable[str]) -> tuple[str, ...]:
        """The ids of the articles, sorted, whose claims name one of these IRIs, or somebody who acts for one."""
        return self._reader.articles_naming(entities)

    def articles_in_block(self, key: str) -> tuple[str, ...]:
        """The ids of the articles, sorted, whose claims bear a block key."""
        return tuple(sorted({claim.article.id for claim in self.claims_in_block(key)}))

    def judgements(self) -> tuple[Judgement, ...]:
        """All judgements, sorted by key."""
        if self._judgements is None:
            self._judgements = read_judgements(self._backend)
        return self._judgements

    @property
    def identities(self) -> Identities:
        """Who is who by judgement."""
        if self._identities is None:
            judgements = self.judgements()
            self._identities = who_is_who(judgements, self.names) if judgements else NO_IDENTITIES
        return self._identities

    def digest(self, article_id: str) -> str | None:
        """What the store keeps an article with, to tell whether it is still to be read; ``None`` for an unknown one."""
        return self._reader.digest(article_id)

    def background(self, *keys: str) -> Background:
        """What the claims of blocks are held against."""
        return Background(terms=tuple(term for key in keys for term in self._references.in_block(key)))

    def references(self) -> Iterator[Reference]:
        """The reference data that was imported, sorted by name."""
        return self._references.all()

    def has_reference(self, name: str) -> bool:
        """Whether reference data was imported under this name."""
        return self._references.holds(name)

    def reference_block_keys(self, name: str) -> tuple[str, ...]:
        """The keys of the blocks that a reference bears on, sorted; empty where there is none of this name."""
        return self._references.block_keys(name)

    def office_terms(self, ids: Iterable[str]) -> tuple[OfficeTerm, ...]:
        """The terms of references with these IRIs, in that order; unknown ones are passed over."""
        return self._references.terms(ids)

    def facts(
        self,
        *,
        subject: str | None = None,
        predicate: str | None = None,
        object: str | None = None,
        status: str | Iterable[str] | None = None,
        language: str | None = None,
    ) -> Iterator[Fact]:
        """Every fact, sorted by IRI; of those, the ones of a subject and an object (IRIs), a predicate and a status.

        Labels of entities are in ``language`` where the store has one.
        """
        return select_facts(
            self._reader, subject=subject, predicate=predicate, object=object, status=status, language=language
        )

    def happened(self, during: TimeSpan) -> frozenset[str]:
        """The agreements, events and tenures (IRIs), and their figures, that may have been signed, in force, ended or
        taken place in a time. What has no date did not.
        """
        return self._reader.happened(during)

    def fact(self, fact_iri: str, *, language: str | None = None) -> Fact | None:
        """The fact with this IRI; ``None`` where there is none."""
        return self._reader.fact(fact_iri, language) if terms.is_iri(fact_iri) else None

    def block_of(self, node_iri: str) -> str | None:
        """The key of the block in which a fact, agreement, event or tenure (IRI) was derived; ``None`` for others."""
        return self._reader.block_of(node_iri)

    def versions(self) -> tuple[FormerVersion, ...]:
        """The versions of articles that corrections have replaced, by article and number."""
        return read_versions(self._backend)

    def facts_about(self, entity_iri: str, *, language: str | None = None) -> tuple[Fact, ...]:
        """The facts with this subject or object, sorted by IRI. An IRI that was merged is followed."""
        return facts_about(self._reader, entity_iri, language)

    def facts_resting_on(self, claims: Iterable[str], *, language: str | None = None) -> Iterator[Fact]:
        """The facts that one of ``claims`` (IRIs) supports or denies, sorted by IRI."""
        return self._reader.facts_resting_on(claims, language)

    def contested(self) -> tuple[str, ...]:
        """The IRIs of what voices may contradict each other on, sorted; all disputes are over one of them."""
        return self._reader.contested()

    def happenings(self) -> tuple[str, ...]:
        """The IRIs of events, agreements and tenures, sorted."""
        return self._reader.happenings()

    def latest_happenings(
        self,
        limit: int,
        *,
        offset: int = 0,
        who: Iterable[str] = (),
        since: date | None = None,
        until: date | None = None,
    ) -> tuple[Happening, ...]:
        """At most ``limit`` happenings, the last first, in which each of ``who`` (IRIs), or who acts for it, has part;
        see :meth:`kg.store.happenings.Happenings.latest`.
        """
        groups = [(own, *self._reader.acting_for(own)) for own in map(self._reader.resolve, who)]
        bounds = {name: day.isoformat() for name, day in (("since", since), ("until", until)) if day}
        return self._happenings.latest(limit, offset=offset, who=groups, **bounds)

    def last_days(self, thing_iri: str) -> tuple[str, ...]:
        """The last days (ISO) on which an event, an office or a stage of an agreement may have been, latest first."""
        return self._happenings.last_days(thing_iri)

    def things_with(self, entity_iri: str) -> frozenset[str] | None:
        """The IRIs of the things in which an entity, or who acts for it, has a part or a say; ``None`` for too many."""
        from kg.store.neighbours import things_with

        own = self._reader.resolve(entity_iri)
        return things_with(self._backend, (entity_iri, own, *self._reader.acting_for(own)))

    def concerns(self, thing_iri: str, entity_iri: str) -> bool:
        """Whether an entity, or who acts for it, has a part or a say in a thing, or is it."""
        from kg.store.neighbours import concerns

        own = self._reader.resolve(entity_iri)
        return concerns(self._backend, thing_iri, (entity_iri, own, *self._reader.acting_for(own)))

    def latest_things(self, entity_iri: str, limit: int) -> tuple[str, ...]:
        """The IRIs of at most ``limit`` things in which an entity, or who acts for it, has a part; last told first."""
        from kg.store.neighbours import latest_things

        own = self._reader.resolve(entity_iri)
        return latest_things(self._backend, (own, *self._reader.acting_for(own)), limit)

    def acting_for(self, entity_iri: str) -> tuple[str, ...]:
        """The IRIs of who acts for a state or organisation, sorted."""
        return self._reader.acting_for(entity_iri)

    def entity(self, entity_iri: str, *, language: str | None = None) -> Entity:
        """What an IRI stands for, merged ones followed; UnknownEntityError where the store does not know it."""
        return self._reader.known_entity(entity_iri, language)

    def resolve(self, entity_iri: str) -> str:
        """The IRI that this one was merged into, else itself."""
        return self._reader.resolve(entity_iri)

    def find_entities(self, name: str) -> tuple[Entity, ...]:
        """What bears this name, whatever its case and accents, sorted by IRI; empty where nothing does."""
        return tuple(self._reader.entity(iri) for iri in self._labels.bearers(name))

    def names_with(self, text: str) -> tuple[str, ...]:
        """Names in the store that have ``text`` in them (both folded), the shortest first."""
        return self._labels.having(text)

    def near_names(self, name: str, limit: int = 5) -> tuple[str, ...]:
        """Names in the store that are written much like ``name`` (folded), nearest first."""
        return self._labels.near(name, limit)

    def names_starting(self, prefix: str, limit: int = 12) -> tuple[str, ...]:
        """Names in the store that begin as ``prefix`` does, whatever its case and accents, the shortest first."""
        return self._labels.starting(prefix, limit)

    def statistics(self) -> Statistics:
        """How much the store holds."""
        return statistics(self._backend)

    def dump(self, format: str, out: IO[bytes]) -> None:
        """Write RDF to ``out``: see :mod:`kg.store.dump`."""
        from kg.store.dump import dump

        dump(self._backend, format, out)

    def update(self, sparql: str, *, using: Dataset | None = None) -> None:
        """Carry out a SPARQL 1.1 update of graphs of the user's own; see :mod:`kg.store.updating`."""
        from kg.store.updating import update

        self.settle()
        update(self._backend, sparql, using)
        self._forget()

    def has_changed(self) -> bool:
        """Whether something was committed to the store on disk since it was opened to read: open it again to see."""
        return self._backend.has_changed()

    # Asking

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
        """The results of a SPARQL 1.1 query; the prefixes of ``PREFIXES`` need no declaration.

        QueryError, before anything runs, for what is malformed (with line and column), for an update, for SERVICE
        unless ``allow_service``, and for FROM a graph that the store has not unless ``allow_from`` (it is then empty:
        no file and no address is ever opened). ``FROM <…/graph/asserted>`` is the default graph. ``dataset`` takes the
        place of all FROM. At most ``limit`` rows or triples come; ``is_cut`` of the results then says whether there
        were more. A query that takes longer than ``timeout`` (seconds) is ended and raises QueryTimeoutError: another
        process answers it, but for a store in memory, whose time is only looked at between rows.
        """
        allowed = {"allow_service": allow_service, "allow_from": allow_from}
        workers = None if timeout is None else self._lending.workers()
        if workers is None or timeout is None:
            return run(self._backend, sparql, timeout=timeout, limit=limit, dataset=dataset, **allowed)
        return workers.run(sparql, timeout, limit, dataset, **allowed)
