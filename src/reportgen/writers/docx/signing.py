"""Room for the reader's hand: answers to initial, and lines to sign."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import chain

from ...document import Block, Choice, DecisionLine, Field, SignatureBlock
from ...document.walk import text_of
from .inlines import runs
from .keeping import kept_together
from .paragraphs import written
from .place import Place
from .wml import TAB, twips
from .writing import Writing

CHOSEN, OPEN = "\u2612 ", "\u2610 "
"""What stands before the answers where one has been given: a box with and one without a cross."""

LETTER_WIDTH = 0.54
ROOM, GAP = 40.0, 14.0
"""The least room in points to initial an answer, and the space before the next one."""

NAME_SHARE = 0.55
"""How much of the measure the line for a name takes; the one for the date ends at the margin."""

Write = Callable[[Iterable[Block], Place, Writing], str]


def decision(node: DecisionLine, place: Place, writing: Writing) -> str:
    """Return answers in a line, each with room to initial; below one another where they are too long for that."""
    size = writing.style.look(place.look).size
    width = place.measure / max(len(node.choices), 1)
    widest = max((len(text_of(choice.inlines)) + 2 for choice in node.choices), default=0)
    decided = any(choice.chosen for choice in node.choices)
    shown = [_choice(choice, decided, place, writing) for choice in node.choices]
    if widest * size * LETTER_WIDTH + ROOM + GAP <= width:
        ends = [place.left + width * number for number in range(1, len(shown) + 1)]
        stops = chain.from_iterable((("underscore", end - GAP), ("none", end)) for end in ends)
        return written("DecisionLine", (TAB + TAB).join(shown) + (TAB if shown else ""), _stops(stops) + _left(place))
    stop = _stops([("underscore", place.left + place.measure - GAP)]) + _left(place)
    return "".join(written("DecisionLine", one + TAB, stop) for one in shown)


def _choice(choice: Choice, decided: bool, place: Place, writing: Writing) -> str:
    words = writing.words(place.look)
    box = (CHOSEN if choice.chosen else OPEN) if decided else ""
    answer = runs(choice.inlines, words, writing)
    return writing.run(box, words, choice.source) + answer + writing.run(" ", words, choice.source)


def signature(node: SignatureBlock, blocks: Write, place: Place, writing: Writing) -> str:
    """Return for each person a label, a line to sign and one for the date, and the name below; all on one page."""
    return kept_together("".join(_signed(field, node, blocks, place, writing) for field in node.fields))


def _signed(field: Field, node: SignatureBlock, blocks: Write, place: Place, writing: Writing) -> str:
    words = writing.words("field-label")
    label = written("SignatureLabel", runs(field.label, words, writing), _left(place))
    name_end = place.left + place.measure * NAME_SHARE
    stops = [("underscore", name_end), ("none", name_end + GAP), ("underscore", place.left + place.measure)]
    date = TAB + runs(node.date, words, writing) + writing.run(" ", words, node.source) + TAB if node.date else ""
    line = written("SignatureLine", TAB + date, _stops(stops) + _left(place))
    inside = replace(place.inside("field-value", place.measure), style="SignatureName", left=place.left)
    return label + line + blocks(field.blocks, inside, writing)


def _stops(stops: Iterable[tuple[str, float]]) -> str:
    """Return tab stops: what fills the space up to each, and its distance from the margin in points."""
    found = (f'<w:tab w:val="left" w:leader="{leader}" w:pos="{twips(points)}"/>' for leader, points in stops)
    return f"<w:tabs>{''.join(found)}</w:tabs>"


def _left(place: Place) -> str:
    return f'<w:ind w:left="{twips(place.left)}"/>' if place.left else ""
