"""What is remembered of blocks spares work and changes nothing."""

from collections.abc import Sequence
from itertools import pairwise
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.blocks import BlockMemory
from kg.ingestion import make_record, write_records
from kg.model import Article, Claim, StoreError
from kg.store import Block, Store
from tests.past.graphs import by_article, everything
from tests.strategies import claim_sets, hot_claim_sets

Batch = tuple[Sequence[Claim], str]


def _write(store: Store, batch: Batch, memory: BlockMemory | None, removed: Sequence[str] = ()) -> None:
    claims, version = batch
    records = {
        identifier: make_record(Article(info=said[0].article, text=f"Text. {version}"), said, "1")
        for identifier, said in by_article(claims).items()
    }
    write_records(store, records, removed, memory=memory)


@given(st.lists(claim_sets(), min_size=2, max_size=4), st.sampled_from([0, 3, 10, 1000]), st.data())
@settings(max_examples=60, deadline=None)
def test_a_store_written_with_memory_is_one_written_without(
    batches: list[list[Claim]], limit: int, data: st.DataObject
) -> None:
    """Articles come, are replaced and go, whatever of the blocks is still remembered."""
    memory = BlockMemory(limit)
    with Store.open() as store, Store.open() as plain:
        for number, claims in enumerate(batches):
            there = sorted(info.id for info in plain.articles())
            removed = data.draw(st.sets(st.sampled_from(there))) if there else set()
            removed -= {claim.article.id for claim in claims}
            for one, kept in ((store, memory), (plain, None)):
                _write(one, (claims, str(number)), kept, sorted(removed))
            assert everything(store) == everything(plain)


@given(hot_claim_sets(), st.lists(st.integers(1, 60), max_size=8), st.sampled_from([0, 20, 1000]), st.randoms())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_hot_facts_are_the_same_whatever_the_batches_and_go_again(
    claims: list[Claim], cuts: list[int], limit: int, random: Random
) -> None:
    """Many articles on one treaty, visit and president come some at a time, in any order, then half of them go."""
    order = sorted(by_article(claims))
    random.shuffle(order)
    half = set(order[: len(order) // 2])
    memory = BlockMemory(limit)
    with Store.open() as store, Store.open() as at_once, Store.open() as fewer:
        for first, last in pairwise(sorted({0, *(cut for cut in cuts if cut < len(order)), len(order)})):
            some = {*order[first:last]}
            _write(store, ([one for one in claims if one.article.id in some], ""), memory)
        _write(at_once, (claims, ""), None)
        assert everything(store) == everything(at_once)
        write_records(store, {}, sorted(half), memory=memory)
        _write(fewer, ([one for one in claims if one.article.id not in half], ""), None)
        assert everything(store) == everything(fewer)


@given(claim_sets(), claim_sets())
@settings(max_examples=20, deadline=None)
def test_nothing_is_remembered_of_what_could_not_be_written(first: list[Claim], second: list[Claim]) -> None:
    """After a failure the blocks are read from the store again."""
    memory = BlockMemory()
    with Store.open() as store, Store.open() as plain:
        _write(store, (first, ""), memory)
        _write(plain, (first, ""), None)

        def fail(records: object, blocks: Sequence[Block], **_: object) -> bool:
            assert all(block.key for block in blocks)
            raise StoreError("the disk is full")

        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(store, "write", fail)
            with pytest.raises(StoreError, match="disk is full"):
                _write(store, (second, "2"), memory)
        _write(store, (second, "3"), memory)
        _write(plain, (second, "3"), None)
        assert everything(store) == everything(plain)
