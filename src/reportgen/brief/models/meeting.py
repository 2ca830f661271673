"""A meeting that the addressee is to hold, and how the matter is to be spoken of in public."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from ...located import Closed
from .dates import Date
from .head import People
from .text import Line, Lines, Prose


class Meeting(Closed):
    """A meeting: with whom, where and when, what each side wants of it, and what is to be said."""

    title: Line | None = None
    with_: People = Field(default=(), alias="with")
    """Those whom the addressee will meet."""
    venue: Line | None = None
    """Where it is held."""
    date: Date | None = None
    """When it is held."""
    text: Prose | None = None
    """What is to be said of the meeting as a whole."""
    our_objectives: Lines = ()
    """What our side wants of it."""
    points_to_make: Lines = ()
    """What the addressee is to say."""
    tactical_arguments: Lines = ()
    """Arguments for use if the talk turns to them."""
    their_objectives: Lines = ()
    """What the other side wants of it."""
    our_response: Lines = ()
    """What is to be said to what they will ask for."""
    press_line: Prose | None = None
    """What may be said in public."""
    background: Prose | None = None
    """Facts and dates, in short."""


class Question(Closed):
    """A question that may be asked, and the answer to it."""

    question: Line
    """What may be asked."""
    answer: Prose
    """What is to be answered."""


class Handling(Closed):
    """How the matter is to be presented: what may be said unasked, and what if asked."""

    SHORT_FORM: ClassVar[str] = "presentation"

    title: Line | None = None
    presentation: Prose | None = None
    """How, when and by whom the matter is made known."""
    press_lines: Lines = ()
    """What may be said in public, line by line."""
    questions: tuple[Question, ...] = ()
    """What may be asked, with answers."""
    closing: Prose | None = None
