"""How the actors go about it, what may come of it, and what follows."""

from __future__ import annotations

from typing import ClassVar

from ...located import Closed, Reference, References
from .dates import Due
from .likelihood import Likelihood
from .text import Line, Lines, Prose


class View(Closed):
    """What somebody else thinks of an actor's approach, and where that is said."""

    by: Line
    text: Line
    sources: References = ()


class ActorAnalysis(Closed):
    """How one actor approaches the talks."""

    actor: Reference
    text: Prose | None = None
    style: Line | None = None
    sequencing: Line | None = None
    """What the actor wants settled first."""
    aims: Line | None = None
    attributed_views: tuple[View, ...] = ()
    assessment: Prose | None = None
    """The author's own judgement."""


class ApproachAnalysis(Closed):
    """The approaches of the actors, one by one."""

    title: Line | None = None
    intro: Prose | None = None
    by_actor: tuple[ActorAnalysis, ...] = ()
    not_covered: References = ()
    """The actors of whom nothing can be said, so that nobody takes silence for an oversight."""
    closing: Prose | None = None


class Milestone(Closed):
    """Something that can be seen to have been reached."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    issues: References = ()
    due: Due | None = None
    likelihood: Likelihood | None = None
    indicator: Line | None = None
    """By what it can be seen."""


class Outcomes(Closed):
    """What is expected of the talks; `intro` leads in the milestones, `outlook` follows them."""

    title: Line | None = None
    intro: Prose | None = None
    milestones: tuple[Milestone, ...] = ()
    not_expected: Lines = ()
    """What is not to be expected."""
    outlook: Prose | None = None


class Conclusion(Closed):
    """The last word."""

    SHORT_FORM: ClassVar[str] = "text"

    title: Line | None = None
    text: Prose
