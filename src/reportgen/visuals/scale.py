"""A scale: matters under one another, and on a line beside each the parties at the steps where they stand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ..document import Scale, ScaleRow
from .drawing import Dot, Drawing, Path, Shape, moved
from .pen import Pen
from .series import looks

TEXT_SHARE = 0.28
BELOW_HEAD = 5.0
BETWEEN_ROWS = 9.0
DOT = 7.0
BETWEEN_NAMES = 6.0
TICK = 2.5


def scale(node: Scale, pen: Pen, width: float) -> Drawing:
    """Return a line for each matter; a party has the same mark on all of them, and its name under it."""
    text = width * TEXT_SHARE
    slot = (width - text - BETWEEN_NAMES) / max(len(node.steps), 1)
    middles = [text + BETWEEN_NAMES + slot * (at + 0.5) for at in range(len(node.steps))]
    heads = [pen.lines(step, slot - BETWEEN_NAMES) for step in node.steps]
    tallest = max(map(len, heads), default=0)
    shapes: list[Shape] = [
        pen.words(lines, x, (tallest - len(lines)) * pen.leading, "middle", "muted")
        for lines, x in zip(heads, middles, strict=True)
    ]
    top = tallest * pen.leading + BELOW_HEAD
    parties = list(dict.fromkeys(name for row in node.rows for name, _ in row.marks))
    order = {name: at for at, name in enumerate(parties)}
    for row in node.rows:
        found, height = _row(row, order, middles, slot, text, pen)
        shapes += [moved(shape, 0, top) for shape in found]
        top += height + BETWEEN_ROWS
    return Drawing(width, top - (BETWEEN_ROWS if node.rows else BELOW_HEAD), tuple(shapes))


def _row(
    row: ScaleRow, order: Mapping[str, int], middles: Sequence[float], slot: float, text: float, pen: Pen
) -> tuple[list[Shape], float]:
    """Return the line of a matter, from the top, and its height."""
    lines = pen.lines(row.text, text)
    level = max(pen.leading, DOT) / 2
    shapes: list[Shape] = [pen.words(lines, 0, level - pen.leading / 2), *_line(middles, level, pen)]
    height = level - pen.leading / 2 + len(lines) * pen.leading
    series = looks(len(order), pen.style)
    for step, x in enumerate(middles):
        here = sorted((name for name, at in row.marks if at == step), key=lambda name: order[name])
        top = level + DOT / 2 + 1
        for at, name in enumerate(here):
            look = series[order[name]]
            place = x + (at - (len(here) - 1) / 2) * min(DOT + 2, slot / len(here))
            dot = Dot(x=place, y=level, size=DOT, mark=look.mark, colour=look.colour, hollow=look.hatched)
            shapes.append(dot)
            words = pen.words(pen.lines(name, slot - BETWEEN_NAMES - 2 * DOT), x, top, "middle")
            shapes.append(words)
            if len(here) > 1:
                shapes.append(replace(dot, x=words.left - DOT, y=top + pen.leading / 2, size=DOT - 2))
            top += words.height
        height = max(height, top if here else 0.0)
    return shapes, height


def _line(middles: Sequence[float], level: float, pen: Pen) -> Iterator[Path]:
    """Return the line from the first step to the last, with a stroke at each."""
    look = pen.style.chart
    if middles:
        yield Path(points=((middles[0], level), (middles[-1], level)), colour=look.rule, width=look.rule_width * 2)
    for x in middles:
        yield Path(points=((x, level - TICK), (x, level + TICK)), colour=look.rule, width=look.rule_width * 2)
