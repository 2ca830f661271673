"""What should be done, by whom, and within which principles."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from ...located import Closed, Reference, References, one_or_many
from .dates import Due
from .issues import Rating
from .text import Line, Prose

Modality = Literal["must", "should", "need", "may", "can"]
Decision = Literal["approve", "disapprove", "discuss", "note"]
Stance = Literal["recommends", "concurs", "opposes", "abstains"]


class Principle(Closed):
    """A norm that actions are to follow, rather than an action."""

    SHORT_FORM: ClassVar[str] = "text"

    text: Line
    """The norm, in a sentence."""
    modality: Modality | None = None
    """How binding it is."""
    issues: References = ()


class OfficeView(Closed):
    """What an office says to an action, where offices do not agree."""

    by: Line
    """The office."""
    view: Stance
    """What it says."""
    text: Line | None = None
    """Why."""


class Action(Closed):
    """Something to be done; `owner`, `priority` and `due` may be open."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    """What is to be done: a sentence that begins with a verb."""
    modality: Modality | None = None
    """How binding it is."""
    issues: References = ()
    addressee: References = ()
    """The ids of the actors who are asked to act."""
    owner: Line | None = None
    """Who is to do it."""
    priority: Rating | None = None
    """How urgent it is."""
    due: Due | None = None
    """By when."""
    rationale: Prose | None = None
    """Why it should be done."""
    milestones: References = ()
    """The ids of the milestones that it serves."""
    option: Reference | None = None
    """The id of the option that it belongs to."""
    cost: Line | None = None
    """What it costs."""
    risk: Line | None = None
    """What may go wrong with it."""
    decision: Decision | None = None
    """What the addressee of the memo has decided."""
    choices: Annotated[tuple[Decision, ...], one_or_many] = ()
    """The answers that the addressee can give, if not those of the document type."""
    views: tuple[OfficeView, ...] = ()
    """What offices say to it, where they do not agree."""


class Recommendations(Closed):
    """Principles, then actions; `actions_intro` leads in the list of actions."""

    title: Line | None = None
    intro: Prose | None = None
    objective: Prose | None = None
    """What all of them are to reach."""
    addressee: References = ()
    """The ids of the actors whom all actions are addressed to that name nobody of their own."""
    principles: tuple[Principle, ...] = ()
    """Norms that all actions are to follow."""
    actions_intro: Prose | None = None
    """What leads in the list of actions."""
    actions: tuple[Action, ...] = ()
    """What should be done, one by one."""
    closing: Prose | None = None
