"""Text of the brief that no section of the template prints: it must not get lost without a word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..brief.models import Line, Prose, texts
from ..diagnostics import Source
from ..document import Code, Figure, Hole, Node, Text
from ..document.walk import walk
from . import CheckOptions, Finding, Review

Leaf = tuple[Source, str]


class Options(CheckOptions):
    """The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each text of which a word, hole or picture is not in the document.

    Names and offices of actors are left out: they are data that tables draw on, not prose to be printed.
    """
    placed = set(_leaves(review.nodes))
    data = {id(text) for actor in review.brief.actors.values() for text in (actor.name, actor.office)}
    for text in texts(review.brief):
        if id(text) not in data and not placed.issuperset(_written(text)):
            hint = "no section of the template prints it as the brief stands: take another template, or another key"
            yield Finding("this text is in no section of the memo", text.source, hint)


def _written(text: Line | Prose) -> Iterator[Leaf]:
    nodes: tuple[Node, ...] = text.inlines if isinstance(text, Line) else text.blocks
    yield from _leaves(node for top in nodes for node in walk(top))


def _leaves(nodes: Iterable[Node]) -> Iterator[Leaf]:
    """Return what was written in some nodes, each with its place: nodes above it may have been made anew."""
    for node in nodes:
        if isinstance(node, Text | Code):
            yield node.source, node.text
        elif isinstance(node, Hole):
            yield node.source, node.label
        elif isinstance(node, Figure):
            yield node.source, node.alt
