"""Articles → store, in batches: each article is in whole or not at all, and only the facts it touches are derived."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain, islice

from kg.articles import Unread
from kg.blocks import BlockMemory
from kg.facts import (
    Judged,
    KeptBlock,
    Witness,
    block_keys,
    derive_block,
    derive_witnesses,
    describe,
    prepared,
    witness,
)
from kg.model import Article, Claim, ClaimError, Derivation, KgError
from kg.model.judgement import Judgement
from kg.model.rebasing import rebased
from kg.model.version import FormerVersion
from kg.store import ArticleRecord, Block, Remainder, Store

BATCH = 64
LOOK_AHEAD = 1000
"""So many articles at most are held in memory to tell whoever watches how many there are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far reading has come: counts so far, and the article that was read last; ``""`` before the first.

    ``total`` counts what there is to read, ``None`` where that is more than was looked at.
    """

    articles: int
    claims: int
    unread: int
    last: str
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IngestReport:
    """What became of the sources: counts of articles read and of those the store had already, and what was not read.

    ``claims`` counts those of the articles read, ``facts`` all that the store holds afterwards.
    """

    articles: int
    unchanged: int
    claims: int
    facts: int
    unread: tuple[Unread, ...]


class Ingestion:
    """One run of reading into one store."""

    def __init__(self, store: Store, reader: str, progress: Callable[[Progress], None] | None = None) -> None:
        self._store = store
        self._reader = reader
        self._progress = progress
        self._articles = self._unchanged = self._claims = 0
        self._total: int | None = None
        self._unread: list[Unread] = []
        self._coming: dict[str, Article] = {}
        self._memory = BlockMemory()

    def run(self, items: Iterable[Article | Unread]) -> IngestReport:
        """Read all of ``items`` into the store; StoreError where it cannot be written, what went before is kept."""
        from kg.claims import find_claims
        from kg.reading import read_many

        if self._progress:
            items = self._counted(items)
        batch: dict[str, ArticleRecord] = {}
        try:
            for article, reading in read_many(self._new(items), self._fail):
                try:
                    found = find_claims(article, reading)
                except ClaimError as error:
                    self._fail(article, error)
                    continue
                if article.id in batch:
                    self._write(batch)
                claims = [rebased(claim, self._store.names.base) for claim in found]
                batch[article.id] = make_record(article, claims, self._reader)
                self._articles += 1
                self._claims += len(claims)
                self._report(article.id)
                if len(batch) >= BATCH:
                    self._write(batch)
        finally:
            self._write(batch)
            self._store.settle()
        return IngestReport(
            articles=self._articles,
            unchanged=self._unchanged,
            claims=self._claims,
            facts=self._store.statistics().facts,
            unread=tuple(self._unread),
        )

    def _fail(self, article: Article, error: KgError) -> None:
        self._unread.append(Unread(article.id, None, f"gives no sound claims: {error}"))
        self._report(article.id)

    def _counted(self, items: Iterable[Article | Unread]) -> Iterator[Article | Unread]:
        """The same items, counted first where they are not too many."""
        rest = iter(items)
        first = list(islice(rest, LOOK_AHEAD))
        self._total = len(first) if len(first) < LOOK_AHEAD else None
        self._report("")
        return chain(first, rest)

    def _new(self, items: Iterable[Article | Unread]) -> Iterator[Article]:
        """The articles that the store has not yet as they are."""
        for item in items:
            if isinstance(item, Unread):
                self._unread.append(item)
                self._report(item.source)
            elif self._is_current(item):
                self._unchanged += 1
                self._report(item.id)
            else:
                yield item.sketched()

    def _is_current(self, article: Article) -> bool:
        """Whether this very article is in the store, or on its way there."""
        coming = self._coming.get(article.id)
        return coming == article if coming else self._store.is_current(article, self._reader)

    def _write(self, batch: dict[str, ArticleRecord]) -> None:
        """Hand ``batch`` to the store, which writes it while the next ones are read."""
        if batch:
            write_records(self._store, batch, beside=True, memory=self._memory)
            self._coming = {record.article.id: record.article for record in batch.values()}
            batch.clear()

    def _report(self, last: str) -> None:
        if self._progress:
            self._progress(
                Progress(
                    articles=self._articles + self._unchanged,
                    claims=self._claims,
                    unread=len(self._unread),
                    last=last,
                    total=self._total,
                )
            )


def make_record(article: Article, claims: Sequence[Claim], reader: str) -> ArticleRecord:
    """What the store keeps of an article with these claims; ``reader`` is the version of what read it."""
    keys = {claim.id: block_keys(claim) for claim in claims}
    return ArticleRecord(article=article, claims=claims, keys=keys, descriptions=describe(claims), reader=reader)


def write_records(
    store: Store,
    records: Mapping[str, ArticleRecord],
    removed: Iterable[str] = (),
    *,
    judgements: tuple[Judgement, ...] | None = None,
    beside: bool = False,
    memory: BlockMemory | None = None,
) -> bool:
    """Write articles by their ids, take ``removed`` ones out, and derive anew the blocks that either bears on.

    ``judgements`` and ``beside`` are those of :meth:`Store.write`. ``memory`` spares reading back what was written with
    it before; nothing else may have written meanwhile.
    """
    memory = BlockMemory(0) if memory is None else memory
    written = False
    try:
        changed = _write(store, records, removed, judgements, memory, beside=beside)
        written = True
    finally:
        if not written:
            memory.clear()
    return changed


def _write(
    store: Store,
    records: Mapping[str, ArticleRecord],
    removed: Iterable[str],
    judgements: tuple[Judgement, ...] | None,
    memory: BlockMemory,
    *,
    beside: bool,
) -> bool:
    store.settle()
    judged = judged_in(store) if judgements is None else prepared(judgements, store.names.base)
    coming = [judged_record(record, judged) for record in records.values()]
    gone = {*records, *removed}
    added: dict[str, list[Claim]] = {key: [] for article in gone for key in store.block_keys(article)}
    for record in coming:
        for claim in record.claims:
            for key in record.keys[claim.id]:
                added.setdefault(key, []).append(claim)
    return store.write(
        coming,
        _derived(store, added, gone, judged, memory),
        removed=[*removed],
        judgements=judgements,
        beside=beside,
    )


def judged_record(record: ArticleRecord, judged: Judged) -> ArticleRecord:
    """``record`` as judgements have it."""
    if not judged:
        return record
    claims = judged.told(record.claims)
    return replace(
        record,
        claims=claims,
        keys={claim.id: judged.keys(claim) for claim in claims},
        descriptions=describe(claims, judged.identities) if judged.identities else record.descriptions,
    )


def kept_record(store: Store, article_id: str) -> ArticleRecord | None:
    """What the store keeps of an article, as it was before any judgement; ``None`` where it has none of that id."""
    article, digest = store.article(article_id), store.digest(article_id)
    if article is None:
        return None
    claims = [replace(claim, judged=()) for claim in store.claims_said(article_id)]
    return replace(make_record(article, claims, ""), digest=digest)


def judged_in(store: Store) -> Judged:
    """The judgements of ``store``, ready to be applied."""
    return prepared(store.judgements(), store.names.base)


def restored_record(store: Store, version: FormerVersion) -> ArticleRecord | None:
    """What the store kept of a former version of an article, as judgements have it; ``None`` where it kept no text."""
    if version.text is None:
        return None
    article = Article(info=version.article, text=version.text)
    record = replace(make_record(article, version.claims, ""), digest=version.digest)
    return judged_record(record, judged_in(store))


def blocks_of(store: Store, remainder: Remainder) -> Iterator[Block]:
    """Each block that a claim of a touched article bears on, now or in its restored version, as it is in what remains.

    See :class:`kg.store.Remainder`.
    """
    added: dict[str, list[Claim]] = {key: [] for article in remainder.touched for key in store.block_keys(article)}
    for record in remainder.restored:
        for claim in record.claims:
            for key in record.keys[claim.id]:
                added.setdefault(key, []).append(claim)
    return _derived(store, added, remainder.touched, judged_in(store), BlockMemory(0))


def _derived(
    store: Store, added: Mapping[str, Sequence[Claim]], gone: Collection[str], judged: Judged, memory: BlockMemory
) -> Iterator[Block]:
    """Each block with what is derived in it, one at a time: all the claims that bear on hot blocks may be very many."""

    def witnesses(claims: Iterable[Claim]) -> dict[str, Witness]:
        return {claim.id: witness(judged.identities.claim(claim)) for claim in claims}

    left_out = frozenset(map(store.names.article, gone))
    for key in sorted(added):
        coming = witnesses(added[key])
        background = store.background(*judged.parts_of(key))
        kept = memory.block(key)
        if kept is not None:
            former, derivation = kept.change(gone, coming, background)
            memory.keep(key, kept)
            yield Block(key, derivation, former)
            continue
        bearing = witnesses(store.claims_in_block(key, left_out)) | coming
        if memory:
            kept = KeptBlock(key, bearing.values(), background, judged)
            memory.keep(key, kept)
            yield Block(key, kept.whole())
        else:
            yield Block(key, derive_witnesses(key, bearing, background, judged))


def derive_from(store: Store, key: str, claims: Sequence[Claim], judged: Judged | None = None) -> Derivation:
    """What the block ``key`` of ``store`` would give if ``claims`` were all that bear on it.

    ``judged`` are the judgements that bind, those of the store where they are not given.
    """
    judged = judged_in(store) if judged is None else judged
    return derive_block(key, claims, store.background(*judged.parts_of(key)), judged)


@cache
def reader_version() -> str:
    """What the claims depend on besides the article: the version of the program and the content of ``ontology/``."""
    import hashlib
    from importlib.metadata import version

    from kg.vocabulary import ontology_path

    content = hashlib.sha256()
    for path in sorted(ontology_path().rglob("*.yaml")):
        content.update(path.read_bytes())
    return f"{version('factkg')}+{content.hexdigest()[:16]}"
