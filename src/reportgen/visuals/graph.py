"""A graph: boxes in layers from the top, and arrows between them with what they say at their side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from ..document import Graph
from ..frozen import dataclass
from .drawing import Box, Drawing, Path, Point, Shape
from .layers import Layers, Stop, layers
from .pen import Pen
from .spread import spread

WIDEST_BOX = 150.0
LEAST_BOX = 62.0
WIDEST_LABEL = 84.0
PADDING = 5.0
BETWEEN_BOXES = 18.0
BETWEEN_LABELS = 9.0
BETWEEN_LAYERS = 13.0
PASSING = 8.0
"""The room of an arrow that passes a layer without saying anything there."""

BETWEEN_ENDS = 14.0
"""How far the ends of several arrows at the same side of a box stand apart."""

ROUNDS = 8
"""How often boxes are moved towards the middle of those that they are tied to."""


def graph(node: Graph, pen: Pen, width: float) -> Drawing:
    """Return the boxes and arrows; wider than asked for where they find no room side by side, to be scaled down."""
    laid = _Laid(layers(node), _cells(node, pen, width))
    across = max([width, *(laid.least(row) for row in laid.layers.rows)])
    places = laid.places(across)
    tops, height = laid.tops()
    shapes: list[Shape] = []
    for at, way in enumerate(laid.layers.ways):
        shapes += _arrow(at, way, laid, places, tops, pen)
    for row in laid.layers.rows:
        for stop in row:
            if stop.box >= 0:
                shapes += _box(laid.cells[stop], places[stop], tops[stop.layer], laid.height(stop.layer), pen)
    return Drawing(across, height, tuple(shapes))


@dataclass(frozen=True, slots=True)
class _Cell:
    """What stands at a stop: its lines of words, and how wide and high it is."""

    lines: tuple[str, ...]
    width: float
    height: float


def _cells(node: Graph, pen: Pen, width: float) -> dict[Stop, _Cell]:
    """Return what stands at each stop: boxes all equally wide, labels, and arrows passing by."""
    found = layers(node)
    rows = [[stop for stop in row if stop.box >= 0] for row in found.rows]
    most = max(map(len, rows), default=1) or 1
    whole = max((pen.widest_word(text) for text in node.boxes), default=0.0) + 2 * PADDING
    wide = max(min(WIDEST_BOX, (width - BETWEEN_BOXES * (most - 1)) / most), LEAST_BOX, min(whole, width))
    cells: dict[Stop, _Cell] = {}
    for row in found.rows:
        labels = [stop for stop in row if stop.arrow >= 0 and found.labelled[stop.arrow] == stop]
        room = (width - BETWEEN_LABELS * (len(row) - 1)) / max(len(labels), 1)
        for stop in row:
            if stop.box >= 0:
                lines = pen.lines(node.boxes[stop.box], wide - 2 * PADDING)
                cells[stop] = _Cell(lines, wide, len(lines) * pen.leading + 2 * PADDING)
            elif stop in labels and node.arrows[stop.arrow].text:
                text = node.arrows[stop.arrow].text
                lines = pen.lines(text, max(min(WIDEST_LABEL, room), min(pen.widest_word(text), width)))
                widest = max(pen.measure(line, False) for line in lines)
                cells[stop] = _Cell(lines, max(widest, PASSING), len(lines) * pen.leading)
            else:
                cells[stop] = _Cell((), PASSING, 0.0)
    return cells


@dataclass(frozen=True, slots=True)
class _Laid:
    """The layers of a graph and what stands in them."""

    layers: Layers
    cells: Mapping[Stop, _Cell]

    def least(self, row: Sequence[Stop]) -> float:
        """Return the least width of a row."""
        return sum(self.cells[stop].width for stop in row) + _gap(row) * max(len(row) - 1, 0)

    def height(self, layer: int) -> float:
        """Return the height of a layer: that of its highest cell."""
        return max((self.cells[stop].height for stop in self.layers.rows[layer]), default=0.0)

    def tops(self) -> tuple[list[float], float]:
        """Return how far down each layer begins, and where the last one ends."""
        tops, top = [], 0.0
        for layer in range(len(self.layers.rows)):
            tops.append(top)
            top += self.height(layer) + BETWEEN_LAYERS
        return tops, max(top - BETWEEN_LAYERS, 0.0)

    def places(self, across: float) -> dict[Stop, float]:
        """Return the middle of each stop: as near to the middle of those it is tied to as its neighbours allow."""
        ties: dict[Stop, list[Stop]] = {stop: [] for row in self.layers.rows for stop in row}
        for way in self.layers.ways:
            for upper, lower in pairwise(way):
                ties[upper].append(lower)
                ties[lower].append(upper)
        found = {stop: across * (at + 0.5) / len(row) for row in self.layers.rows for at, stop in enumerate(row)}
        rows = [row for row in self.layers.rows if row]
        for _ in range(ROUNDS):
            for row in (*rows, *reversed(rows)):
                wanted = [_mean([found[one] for one in ties[stop]] or [found[stop]]) for stop in row]
                sizes = [self.cells[stop].width for stop in row]
                found.update(zip(row, spread(wanted, sizes, 0.0, across, _gap(row)), strict=True))
        return found

    def end(self, way: Sequence[Stop], at: int, last: bool, places: Mapping[Stop, float]) -> float:
        """Return where on the lower side of its first box, or the upper one of its last, an arrow touches it."""
        index, neighbour = (-1, -2) if last else (0, 1)
        box = way[index]
        others = [
            (places[other[neighbour]], number) for number, other in enumerate(self.layers.ways) if other[index] == box
        ]
        place = sorted(others).index((places[way[neighbour]], at))
        apart = min(BETWEEN_ENDS, (self.cells[box].width - 2 * PADDING) / len(others))
        return places[box] + (place - (len(others) - 1) / 2) * apart


def _gap(row: Sequence[Stop]) -> float:
    return BETWEEN_BOXES if any(stop.box >= 0 for stop in row) else BETWEEN_LABELS


def _mean(numbers: Sequence[float]) -> float:
    return sum(numbers) / len(numbers)


def _arrow(
    at: int, way: Sequence[Stop], laid: _Laid, places: Mapping[Stop, float], tops: Sequence[float], pen: Pen
) -> Iterator[Shape]:
    """Return an arrow in two pieces, above and below what it says."""
    said = laid.layers.labelled[at]
    cell = laid.cells[said]
    first, last = way[0], way[-1]
    points: list[Point] = [(laid.end(way, at, False, places), tops[first.layer] + laid.height(first.layer))]
    pieces = []
    for stop in way[1:-1]:
        top, bottom = tops[stop.layer], tops[stop.layer] + laid.height(stop.layer)
        points.append((places[stop], top))
        if stop == said and cell.lines:
            start = top + (bottom - top - cell.height) / 2
            yield pen.words(cell.lines, places[stop], start, "middle", "muted")
            pieces.append((*points, (places[stop], start)))
            points = [(places[stop], start + cell.height)]
        points.append((places[stop], bottom))
    points.append((laid.end(way, at, True, places), tops[last.layer]))
    pieces.append(tuple(points))
    turned = at in laid.layers.turned
    for index, piece in enumerate(pieces):
        head = index == (0 if turned else len(pieces) - 1)
        along = tuple(dict.fromkeys(reversed(piece) if turned else piece))
        yield Path(points=along, colour="muted", width=pen.style.chart.rule_width * 1.5, arrow=head)


def _box(cell: _Cell, middle: float, top: float, height: float, pen: Pen) -> Iterator[Shape]:
    """Return a box as high as its layer, with its words in the middle."""
    left = middle - cell.width / 2
    yield Box(left=left, top=top, width=cell.width, height=height, fill="tint", edge="accent", edge_width=0.75)
    yield pen.words(cell.lines, middle, top + (height - cell.height) / 2 + PADDING, "middle")
