"""How the actors go about it, what may come of it, and what follows."""

from __future__ import annotations

from typing import ClassVar

from ...located import Closed, Reference
from .dates import Date
from .text import Line, Prose


class ActorAnalysis(Closed):
    """How one actor approaches the talks."""

    actor: Reference
    text: Prose


class ApproachAnalysis(Closed):
    """The approaches of the actors, one by one."""

    title: Line | None = None
    intro: Prose | None = None
    by_actor: tuple[ActorAnalysis, ...] = ()
    closing: Prose | None = None


class Milestone(Closed):
    """Something that can be seen to have been reached."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    issues: tuple[Reference, ...] = ()
    due: Date | None = None


class Outcomes(Closed):
    """What is expected of the talks; `intro` leads in the milestones, `outlook` follows them."""

    title: Line | None = None
    intro: Prose | None = None
    milestones: tuple[Milestone, ...] = ()
    outlook: Prose | None = None


class Conclusion(Closed):
    """The last word."""

    SHORT_FORM: ClassVar[str] = "text"

    title: Line | None = None
    text: Prose
