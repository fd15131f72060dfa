"""Where everything stands in the picture, computed before the page is made.

A picture with positions opens at once; a browser that had to find them itself would need many seconds. Large components
are laid out from coarse to fine (Walshaw 2003): neighbours are joined in pairs until few are left, these few are placed
by the force-directed method of Fruchterman and Reingold, and each step back only corrects what the step before gave.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Box = tuple[float, float]
Point = tuple[int, int]
_Points = npt.NDArray[np.float64]
_Edges = Sequence[tuple[int, int]]

SEED = 7
SPACING = 120.0  # pixels between the middles of two related things
GAP = 12.0  # pixels between two boxes
MARGIN = 70.0  # pixels between components
ROOM = 6.0  # area of a component for each unit of area that its boxes fill
STRETCH = 1.25  # screens are wider than high, and so are names
PROPORTION = 1.5  # width to height of the whole picture
_SMALL = 120  # components up to this size are laid out at once
_WORK = 6e7  # pairs of nodes looked at on each level: bounds the time


def positions(
    nodes: Sequence[str], edges: Iterable[tuple[str, str]], boxes: Mapping[str, Box] | None = None
) -> dict[str, Point]:
    """For each node the pixel at which its middle stands; y grows downwards. The same input gives the same output.

    ``boxes`` is the room (width, height) that a node takes with its name; no two boxes overlap, save where thousands
    crowd around one. Components stand side by side. Edges to unknown nodes are passed over; no nodes give ``{}``.

    >>> positions(["a"], [])
    {'a': (0, 0)}
    """
    number = {node: index for index, node in enumerate(nodes)}
    sizes = np.array([(boxes or {}).get(node, (60.0, 50.0)) for node in nodes], dtype=float).reshape(-1, 2)
    pairs = sorted(
        {
            (min(number[a], number[b]), max(number[a], number[b]))
            for a, b in edges
            if a in number and b in number and a != b
        }
    )
    blocks = []
    for members, inner in _components(len(nodes), pairs):
        points = _lie_down(_spring(len(members), inner))
        blocks.append((members, _spread(_scale(points, inner, sizes[members]), sizes[members])))
    placed = _pack(blocks, sizes)
    return {node: (round(x), round(y)) for node, (x, y) in zip(nodes, placed.tolist(), strict=True)}


def _components(count: int, pairs: _Edges) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """The connected components, largest first, each with its edges renumbered from 0."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        neighbours[a].append(b)
        neighbours[b].append(a)
    seen = [False] * count
    found = []
    for start in range(count):
        if seen[start]:
            continue
        seen[start] = True
        members = [start]
        for node in members:  # grows while it is walked
            for other in neighbours[node]:
                if not seen[other]:
                    seen[other] = True
                    members.append(other)
        local = {node: index for index, node in enumerate(sorted(members))}
        inner = [(local[a], local[b]) for a in local for b in neighbours[a] if a < b]
        found.append((sorted(members), inner))
    return sorted(found, key=lambda component: (-len(component[0]), component[0]))


def _spring(count: int, pairs: _Edges) -> _Points:
    """Positions of one component, in no particular unit."""
    if count <= 2:
        return np.array([(index, 0.0) for index in range(count)], dtype=float)
    if count <= _SMALL:
        return _relax(count, pairs, None, 300)
    group, groups = _coarsen(count, pairs)
    coarse = sorted({(min(group[a], group[b]), max(group[a], group[b])) for a, b in pairs if group[a] != group[b]})
    start = _spring(groups, coarse)[group] * math.sqrt(count / groups)
    turn = np.arange(count) * 2.399963  # the golden angle parts those that start at one point
    length = _edge_length(start, pairs) or 1.0
    return _relax(count, pairs, start + 0.15 * length * np.stack((np.cos(turn), np.sin(turn)), axis=1), _rounds(count))


def _rounds(count: int) -> int:
    return max(8, min(120, int(_WORK / count**2)))


def _coarsen(count: int, pairs: _Edges) -> tuple[list[int], int]:
    """The group of each node, and how many there are: a node joins its least connected free neighbour, else a group."""
    neighbours: list[list[int]] = [[] for _ in range(count)]
    for a, b in pairs:
        neighbours[a].append(b)
        neighbours[b].append(a)
    degree = [len(others) for others in neighbours]
    group = [-1] * count
    groups = 0
    for node in sorted(range(count), key=lambda n: (degree[n], n)):
        if group[node] >= 0:
            continue
        free = [other for other in neighbours[node] if group[other] < 0]
        if free:
            group[node] = group[min(free, key=lambda n: (degree[n], n))] = groups
            groups += 1
        else:
            group[node] = group[min(neighbours[node], key=lambda n: (degree[n], n))]
    return group, groups


def _relax(count: int, pairs: _Edges, start: _Points | None, rounds: int) -> _Points:
    """Positions after ``rounds`` rounds of the force-directed method."""
    import rustworkx

    graph: Any = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(count))
    graph.add_edges_from([(a, b, 1.0) for a, b in pairs])
    place, ideal = None, None
    if start is not None:
        middle = start.mean(axis=0)
        reach = float(np.abs(start - middle).max()) or 1.0
        place = dict(enumerate(((start - middle) / reach).tolist()))
        ideal = (_edge_length(start, pairs) or 1.0) / reach
    found = rustworkx.spring_layout(
        graph, pos=place, k=ideal, num_iter=rounds, seed=SEED, adaptive_cooling=start is None
    )
    return np.array([found[index] for index in range(count)], dtype=float)


def _edge_length(points: _Points, pairs: _Edges) -> float:
    """The median length of the edges."""
    ends = np.array(pairs, dtype=int)
    return float(np.median(np.hypot(*(points[ends[:, 0]] - points[ends[:, 1]]).T))) if len(ends) else 0.0


def _scale(points: _Points, pairs: _Edges, sizes: _Points) -> _Points:
    """The same picture in pixels: edges as long as ``SPACING``, and room for all boxes."""
    if len(points) < 2:
        return points
    length = _edge_length(points, pairs) or 1.0
    points = (points - points.mean(axis=0)) * (SPACING / length)
    room, need = float(np.prod(np.ptp(points, axis=0) + SPACING)), float(np.prod(sizes, axis=1).sum())
    return points * max(1.0, math.sqrt(ROOM * need / room))


def _lie_down(points: _Points) -> _Points:
    """The same picture turned so that it is widest from left to right, and a little wider than that."""
    if len(points) < 3:
        return points
    middle = points - points.mean(axis=0)
    _, axes = np.linalg.eigh(middle.T @ middle)
    wide, high = axes[:, 1], axes[:, 0]
    wide, high = (axis * (1.0 if axis[np.argmax(np.abs(axis))] > 0 else -1.0) for axis in (wide, high))
    return np.stack((middle @ wide * STRETCH, middle @ high), axis=1)


def _spread(points: _Points, sizes: _Points) -> _Points:
    """The same picture with overlapping boxes pushed apart, along the axis on which they overlap less."""
    points, sizes = points.copy(), sizes + GAP
    count, (widest, highest) = len(points), sizes.max(axis=0)
    for _ in range(max(40, min(250, 150_000 // count))):
        order = np.argsort(points[:, 0], kind="stable")
        x = points[order, 0]
        reach = np.searchsorted(x, x + widest, side="left") - np.arange(count) - 1
        first = np.repeat(np.arange(count), reach)
        second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(reach) - reach, reach)
        a, b = order[first], order[second]
        close = np.abs(points[b, 1] - points[a, 1]) < highest
        a, b = a[close], b[close]
        gap = points[b] - points[a]
        overlap = (sizes[a] + sizes[b]) / 2 - np.abs(gap)
        hit = (overlap > 0.5).all(axis=1)
        if not hit.any():
            break
        a, b, gap, overlap = a[hit], b[hit], gap[hit], overlap[hit]
        sideways = overlap[:, 0] < overlap[:, 1]
        push = np.where(gap < 0, -1.0, 1.0) * overlap * 0.5
        push[sideways, 1] = 0.0
        push[~sideways, 0] = 0.0
        for axis in (0, 1):
            points[:, axis] += np.bincount(b, push[:, axis], count) - np.bincount(a, push[:, axis], count)
    return points


def _pack(blocks: Sequence[tuple[list[int], _Points]], sizes: _Points) -> _Points:
    """All components side by side in rows, none over another, the whole about ``PROPORTION`` as wide as high."""
    placed = np.zeros((len(sizes), 2))
    frames = []
    for members, points in blocks:
        low, high = (points - sizes[members] / 2).min(axis=0), (points + sizes[members] / 2).max(axis=0)
        frames.append((members, points - low, high - low))
    area = sum(float(np.prod(extent + MARGIN)) for _, _, extent in frames)
    width = max([math.sqrt(area * PROPORTION), *(float(extent[0]) for _, _, extent in frames)], default=0.0)
    x = y = row = 0.0
    for members, points, extent in sorted(frames, key=lambda frame: (-frame[2][1], frame[0])):
        if x and x + extent[0] > width:
            x, y, row = 0.0, y + row + MARGIN, 0.0
        placed[members] = points + np.array((x, y))
        x, row = x + float(extent[0]) + MARGIN, max(row, float(extent[1]))
    return placed - (placed.min(axis=0) + placed.max(axis=0)) / 2 if len(placed) else placed
