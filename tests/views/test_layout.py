"""Positions: the same every time, nothing over anything else, and quick."""

import random
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.views.layout import positions

EDGES = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60)


def overlapping(places: dict[str, tuple[int, int]], boxes: dict[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Pairs whose boxes overlap by more than the pixel that rounding may cost."""
    nodes = sorted(places)
    return [
        (a, b)
        for index, a in enumerate(nodes)
        for b in nodes[index + 1 :]
        if abs(places[a][0] - places[b][0]) < (boxes[a][0] + boxes[b][0]) / 2 - 1
        and abs(places[a][1] - places[b][1]) < (boxes[a][1] + boxes[b][1]) / 2 - 1
    ]


@settings(max_examples=40, deadline=None)
@given(pairs=EDGES)
def test_every_node_has_a_place_of_its_own(pairs: list[tuple[int, int]]) -> None:
    """Whatever the graph: all nodes are placed, the same way twice, and no box lies over another."""
    nodes = [str(n) for n in range(31)]
    edges = [(str(a), str(b)) for a, b in pairs]
    boxes = {node: (40.0 + 4 * int(node), 40.0) for node in nodes}
    places = positions(nodes, edges, boxes)
    assert list(places) == nodes
    assert places == positions(nodes, edges, boxes)
    assert overlapping(places, boxes) == []


def test_edges_to_unknown_nodes_are_passed_over() -> None:
    assert positions(["a"], [("a", "z"), ("a", "a")]) == {"a": (0, 0)}
    assert positions([], []) == {}


def crowd(count: int) -> tuple[list[str], list[tuple[str, str]]]:
    """A few busy hubs and many events between them, as in a graph of facts."""
    draw = random.Random(5)
    nodes = [str(n) for n in range(count)]
    hubs = max(3, count // 12)
    edges = [(node, nodes[int(draw.random() ** 2.5 * hubs)]) for node in nodes[hubs:] for _ in range(2)]
    return nodes, edges


def test_two_hundred_names_can_all_be_read() -> None:
    """Labels of 120 by 45 pixels around busy hubs do not overlap."""
    nodes, edges = crowd(200)
    boxes = dict.fromkeys(nodes, (120.0, 45.0))
    assert overlapping(positions(nodes, edges, boxes), boxes) == []


@pytest.mark.parametrize("count", [200, 2000, 5000])
def test_large_graphs_are_laid_out(count: int) -> None:
    """All are placed; the time is printed, for the reader."""
    nodes, edges = crowd(count)
    start = time.perf_counter()
    places = positions(nodes, edges)
    print(f"{count} nodes in {time.perf_counter() - start:.2f} s")
    assert len(set(places.values())) > 0.99 * count


def test_linked_nodes_stand_nearer_than_others() -> None:
    """In two rings of ten with one link, a neighbour is on average less than half as far as anybody."""
    ring = [(str(a + 10 * g), str((a + 1) % 10 + 10 * g)) for g in (0, 1) for a in range(10)]
    places = positions([str(n) for n in range(20)], [*ring, ("0", "10")])

    def far(a: str, b: str) -> float:
        return float(((places[a][0] - places[b][0]) ** 2 + (places[a][1] - places[b][1]) ** 2) ** 0.5)

    near = sum(far(a, b) for a, b in ring) / len(ring)
    every = [far(a, b) for a in places for b in places if a < b]
    assert near < 0.5 * sum(every) / len(every)
