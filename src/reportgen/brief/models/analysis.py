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
    """Who thinks so."""
    text: Line
    """What is thought."""
    sources: References = ()


class ActorAnalysis(Closed):
    """How one actor approaches the talks."""

    actor: Reference
    """The id of the actor."""
    text: Prose | None = None
    style: Line | None = None
    """How the actor negotiates."""
    sequencing: Line | None = None
    """What the actor wants settled first."""
    aims: Line | None = None
    """What the actor is after."""
    attributed_views: tuple[View, ...] = ()
    """What others think of the approach."""
    assessment: Prose | None = None
    """The author's own judgement."""


class ApproachAnalysis(Closed):
    """The approaches of the actors, one by one."""

    title: Line | None = None
    intro: Prose | None = None
    by_actor: tuple[ActorAnalysis, ...] = ()
    """The approach of each actor."""
    not_covered: References = ()
    """The actors of whom nothing can be said, so that nobody takes silence for an oversight."""
    closing: Prose | None = None


class Milestone(Closed):
    """Something that can be seen to have been reached."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    """What is reached."""
    issues: References = ()
    due: Due | None = None
    """By when it is expected."""
    likelihood: Likelihood | None = None
    """How likely it is."""
    indicator: Line | None = None
    """By what it can be seen."""


class Outcomes(Closed):
    """What is expected of the talks; `intro` leads in the milestones, `outlook` follows them."""

    title: Line | None = None
    intro: Prose | None = None
    """What leads in the milestones."""
    milestones: tuple[Milestone, ...] = ()
    """What is expected, step by step."""
    not_expected: Lines = ()
    """What is not to be expected."""
    outlook: Prose | None = None
    """What follows the milestones."""


class Conclusion(Closed):
    """The last word."""

    SHORT_FORM: ClassVar[str] = "text"

    title: Line | None = None
    text: Prose
    """The last word itself."""
