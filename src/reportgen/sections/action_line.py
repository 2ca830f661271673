"""The action line: what the addressee is asked for, and by when."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from ..brief.models import Brief
from ..document import Block, Paragraph, Strong
from ..languages import Words
from . import Inlines, SectionOptions, filled, hole, plain

Part = Literal["action_required", "deadline"]
_EXPECTS: dict[Part, str] = {"action_required": "text", "deadline": "date"}


class Options(SectionOptions):
    """The action is set in capitals unless that is turned off; `required` are holes while they are open."""

    capitals: bool = True
    """Whether the action is set in capitals."""
    required: tuple[Part, ...] = ()
    """Those that are holes while they are open."""


def build(brief: Brief, options: Options, words: Words) -> Iterator[Block]:
    """Return one line with action and deadline; nothing where both are open and nobody asks for them."""
    said = words.value("action_required", brief.action_required)
    action = _part("action_required", said.upper() if options.capitals else said, brief, options, words)
    day = _part("deadline", words.on(brief.deadline) if brief.deadline else "", brief, options, words)
    source = brief.key_at("action_required" if action else "deadline")
    if action and day:
        inlines = filled(words.patterns.action_by, source, action=action, date=day)
    elif day:
        inlines = (*plain(f"{words.label('deadline')}: ", source), *day)
    else:
        inlines = action
    if inlines:
        yield Paragraph(inlines=(Strong(inlines=inlines, source=source),), source=source)


def _part(part: Part, said: str, brief: Brief, options: Options, words: Words) -> Inlines:
    """Return what is said of a part of the line, or a hole where it is open and must be known."""
    source = brief.key_at(part)
    if not said and part in options.required:
        return hole(words.label(part), _EXPECTS[part], source)
    return plain(said, source) if said else ()
