"""Text of the brief that no section of the template prints: it must not get lost without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..brief.models import DataChart, Line, Prose, is_number, texts
from ..diagnostics import Source
from ..document import Chart, Code, Document, Figure, Hole, Node, Span, Text
from ..document.walk import children
from . import CheckOptions, Finding, Review

Leaf = tuple[Source, str]


class Options(CheckOptions):
    """The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each text of which a word, hole or picture is not in the document.

    Names and offices of actors are left out: they are data that tables draw on, not prose to be printed.
    """
    placed = _placed(review.document)
    data = {id(text) for actor in review.brief.actors.values() for text in (actor.name, actor.office)}
    data |= {id(text) for chart in review.brief.charts for text in _drawn(chart, review)}
    for text in texts(review.brief):
        if id(text) not in data and not all(bare in placed.get(place, "") for place, bare in _written(text)):
            hint = "no section of the template prints it as the brief stands: take another template, or another key"
            yield Finding("this text is in no section of the memo", text.source, hint)


def _drawn(data: DataChart, review: Review) -> Iterator[Line]:
    """Return those texts of a chart that are drawn, and what its axis is called, which its categories tell.

    The nodes hold them as they are drawn, without their places.
    """
    for node in review.nodes:
        if isinstance(node, Chart) and node.source == data.source:
            words = "\n".join((node.alt, node.unit, *node.categories, *(series.name for series in node.series)))
            numbers = {value for series in node.series for value in series.values}
            axis = next(column for column in data.columns if data.x in (None, column.name))
            yield from (axis.title,) if axis.title else ()
            for text in texts(data):
                if isinstance(text, Line):
                    is_value = is_number(text.text) and float(text.text) in numbers
                    yield from (text,) if is_value or text.text in words else ()


def _written(text: Line | Prose) -> Iterator[Leaf]:
    nodes: tuple[Node, ...] = text.inlines if isinstance(text, Line) else text.blocks
    for node in nodes:
        yield from _leaves(node)


def _placed(document: Document) -> dict[Source, str]:
    """Return all that stands in a document by the place that it was written at: one leaf may have become several."""
    found: defaultdict[Source, list[str]] = defaultdict(list)
    for place, bare in _leaves(document):
        found[place].append(bare)
    return {place: "".join(parts) for place, parts in found.items()}


def _leaves(node: Node) -> Iterator[Leaf]:
    """Return what was written in a tree, each with its place; spaces left out, which notes may have moved.

    Nodes above it may have been made anew, and acronyms may have been written out.
    """
    if isinstance(node, Span) and node.role == "expansion":
        return
    if isinstance(node, Text | Code | Hole | Figure):
        words = {Hole: "label", Figure: "alt"}.get(type(node), "text")
        yield node.source, "".join(getattr(node, words).split())
    for child in children(node):
        yield from _leaves(child)
