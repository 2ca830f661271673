"""What the talks are to end: the conflict, and the territories that it is about."""

from __future__ import annotations

from ...located import Closed, Reference, References
from .dates import Date, PartialDate
from .text import Line, Prose


class Territory(Closed):
    """A territory, and who controls it as of which day and by which source."""

    id: Reference | None = None
    name: Line
    """What the territory is called."""
    status: Line | None = None
    """Its legal or actual status, such as `disputed`."""
    controller: Reference | None = None
    """The id of the actor who controls it."""
    as_of: Date | None = None
    """The day for which that is known."""
    sources: References = ()
    text: Line | None = None


class Conflict(Closed):
    """The conflict: what is said of it, and the facts beside it."""

    title: Line | None = None
    text: Prose | None = None
    """What is said of the conflict."""
    parties: References = ()
    """The ids of the actors who are parties to it."""
    since: PartialDate | None = None
    """When it began, as far as that is known: `2014`, `2014~`."""
    territories: tuple[Territory, ...] = ()
    """The territories that it is about."""
