"""What happened, and what is to happen, when."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, Reference, References
from .dates import When
from .text import Line, Prose

EventStatus = Literal["done", "under_way", "planned", "expected", "missed", "cancelled"]


class Event(When):
    """Something that happened or is to happen on a day, or some time after another event."""

    id: Reference | None = None
    event: Line
    """What happened or is to happen."""
    actors: References = ()
    """The ids of the actors who have a part in it."""
    issues: References = ()
    status: EventStatus | None = None
    """Whether it has happened."""
    sources: References = ()


class Timeline(Closed):
    """Events in the author's order, and what frames them."""

    LIST_FORM: ClassVar[str] = "events"

    title: Line | None = None
    intro: Prose | None = None
    events: tuple[Event, ...] = ()
    """The events, one by one."""
    closing: Prose | None = None
