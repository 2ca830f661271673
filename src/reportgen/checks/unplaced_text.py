"""Text of the brief that no section of the template prints: it must not get lost without a word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from ..brief.models import Line, Prose, texts
from ..diagnostics import Source
from ..document import Chart, Code, Diagram, Document, Figure, Hole, Node, Span, Text, words_of
from ..document.walk import children, text_of
from . import CheckOptions, Finding, Review

Leaf = tuple[Source, str]

_WORDS: dict[type[Node], str] = {Text: "text", Code: "text", Hole: "label", Figure: "alt"}
"""Where the words of a leaf stand."""


Options = CheckOptions
"""The check has no options but its severity."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each text of which a word, hole or picture is not in the document.

    Names and offices of actors are left out: they are data that tables draw on, not prose to be printed. So are the
    data of charts that are drawn, and meanings of acronyms that are written out in the text.
    """
    placed = _placed(review.document)
    data = {id(text) for actor in review.brief.actors.values() for text in (actor.name, actor.office)}
    data |= _charted(review) | _written_out(review)
    for text in texts(review.brief):
        if id(text) not in data and not all(bare in placed.get(place, "") for place, bare in _written(text)):
            hint = "no section of the template prints it as the brief stands: take another template, or another key"
            yield Finding("this text is in no section of the memo", text.source, hint)


def _written_out(review: Review) -> set[int]:
    """Return the meanings of acronyms that stand where these are first used, by their ids."""
    written = [text_of(node) for node in review.nodes if isinstance(node, Span) and node.role == "expansion"]
    return {id(meaning) for meaning in review.brief.glossary.values() if f"{meaning.text} (" in written}


def _charted(review: Review) -> set[int]:
    """Return the texts that charts in the document show, by their ids: names, numbers, units, and in words."""
    shown = {node.source for node in review.nodes if isinstance(node, Chart)}
    found: set[int] = set()
    for chart in review.brief.charts:
        if chart.source in shown:
            columns = [column for column in chart.columns if column.name in chart.used]
            cells = (cell for column in columns for cell in chart.values(column.name))
            found.update(map(id, (chart.alt, chart.unit, *(column.title for column in columns), *cells)))
    return found


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
    waiting = [node]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Span) and node.role == "expansion":
            continue
        if words := _WORDS.get(type(node)):
            yield node.source, "".join(getattr(node, words).split())
        elif isinstance(node, Diagram):
            yield from ((place, "".join(text.split())) for text, place in words_of(node))
        waiting.extend(reversed(children(node)))
