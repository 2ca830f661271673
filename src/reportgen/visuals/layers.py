"""The layers of a graph: which boxes and labels of arrows stand side by side, in which order, so that few arrows cross.

After Sugiyama, Tagawa and Toda (1981): turn arrows that close a circle, rank by the longest way, order by barycentres.
Labels are nodes too, in layers of their own between those of the boxes, so that they have room.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, pairwise

from ..document import Graph
from ..frozen import dataclass

SWEEPS = 12
"""How often the layers are put in order, downwards and upwards in turn; the best order found is kept."""

WIDEST = 4
"""How many boxes stand side by side at the most."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place that arrows run through: a box, by its number, or a point of an arrow, by its number and layer."""

    box: int = -1
    arrow: int = -1
    layer: int = 0


@dataclass(frozen=True, slots=True)
class Layers:
    """The stops of each layer from the left, layers of boxes and of labels in turn, and each arrow's way downwards.

    `turned` are the arrows that point upwards, `labelled` is the stop at which each arrow says what it says.
    """

    rows: tuple[tuple[Stop, ...], ...]
    ways: tuple[tuple[Stop, ...], ...]
    turned: frozenset[int]
    labelled: tuple[Stop, ...]


def layers(graph: Graph) -> Layers:
    """Return the layers of a graph; none for no boxes."""
    turned = _turned(graph)
    edges = [(one.end, one.start) if at in turned else (one.start, one.end) for at, one in enumerate(graph.arrows)]
    ranks = _ranks(len(graph.boxes), edges)
    ways, labelled = [], []
    rows: list[list[Stop]] = [[] for _ in range(2 * max(ranks, default=-1) + 1)]
    for box, rank in enumerate(ranks):
        rows[2 * rank].append(Stop(box=box, layer=2 * rank))
    for at, (start, end) in enumerate(edges):
        between = [Stop(arrow=at, layer=layer) for layer in range(2 * ranks[start] + 1, 2 * ranks[end])]
        for stop in between:
            rows[stop.layer].append(stop)
        ways.append((Stop(box=start, layer=2 * ranks[start]), *between, Stop(box=end, layer=2 * ranks[end])))
        labelled.append(between[-1] if at in turned else between[0])
    return Layers(_ordered(rows, ways), tuple(ways), turned, tuple(labelled))


def _turned(graph: Graph) -> frozenset[int]:
    """Return the arrows that would close a circle, found from the first box on in the order of boxes and arrows."""
    turned: set[int] = set()
    state = [0] * len(graph.boxes)  # 0 new, 1 on the way, 2 done

    def visit(box: int) -> None:
        state[box] = 1
        for at, arrow in enumerate(graph.arrows):
            if arrow.start == box:
                if state[arrow.end] == 1:
                    turned.add(at)
                elif not state[arrow.end]:
                    visit(arrow.end)
        state[box] = 2

    for box in range(len(graph.boxes)):
        if not state[box]:
            visit(box)
    return frozenset(turned)


def _ranks(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Return the layer of each box: below all that lead to it, and in one with at most `WIDEST` boxes."""
    above = {box: {start for start, end in edges if end == box and start != box} for box in range(count)}
    reaches = _reaches(count, edges)
    ranks = [-1] * count
    rank = 0
    while -1 in ranks:
        free = [box for box in range(count) if ranks[box] < 0 and all(0 <= ranks[one] < rank for one in above[box])]
        # Boxes from which long ways go on come first; the others find room beside those further down.
        free.sort(key=lambda box: -reaches[box])
        for box in sorted(free[:WIDEST]):
            ranks[box] = rank
        rank += 1
    return ranks


def _reaches(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Return how many arrows the longest way from each box leads over; there are no circles any more."""
    found = [0] * count
    for _ in range(count):
        for start, end in edges:
            found[start] = max(found[start], found[end] + 1)
    return found


def _ordered(rows: Sequence[Sequence[Stop]], ways: Sequence[Sequence[Stop]]) -> tuple[tuple[Stop, ...], ...]:
    """Return the rows in an order with as few crossings as a dozen sweeps find."""
    links = [(upper, lower) for way in ways for upper, lower in pairwise(way)]
    ups: dict[Stop, list[Stop]] = {}
    downs: dict[Stop, list[Stop]] = {}
    for upper, lower in links:
        ups.setdefault(lower, []).append(upper)
        downs.setdefault(upper, []).append(lower)
    now = [list(row) for row in rows]
    best, fewest = tuple(map(tuple, now)), _crossings(now, downs)
    for sweep in range(SWEEPS):
        downwards = sweep % 2 == 0
        order = range(1, len(now)) if downwards else range(len(now) - 2, -1, -1)
        for at in order:
            beside = now[at - 1] if downwards else now[at + 1]
            now[at].sort(key=_barycentre(beside, ups if downwards else downs, now[at]))
        crossings = _crossings(now, downs)
        if crossings < fewest:
            best, fewest = tuple(map(tuple, now)), crossings
    return best


def _barycentre(
    beside: Sequence[Stop], links: Mapping[Stop, Sequence[Stop]], row: Sequence[Stop]
) -> Callable[[Stop], float]:
    """Return what gives a stop the middle of its neighbours in another row; the place it has where there are none."""
    places = {stop: (at + 0.5) / len(beside) for at, stop in enumerate(beside)}
    own = {stop: (at + 0.5) / len(row) for at, stop in enumerate(row)}

    def key(stop: Stop) -> float:
        found = [places[one] for one in links.get(stop, ())]
        return sum(found) / len(found) if found else own[stop]

    return key


def _crossings(rows: Sequence[Sequence[Stop]], downs: Mapping[Stop, Sequence[Stop]]) -> int:
    """Return how many arrows cross between neighbouring rows."""
    count = 0
    for upper, lower in pairwise(rows):
        places = {stop: at for at, stop in enumerate(lower)}
        links = [(at, places[one]) for at, stop in enumerate(upper) for one in downs.get(stop, ())]
        count += sum((a - c) * (b - d) < 0 for (a, b), (c, d) in combinations(links, 2))
    return count
