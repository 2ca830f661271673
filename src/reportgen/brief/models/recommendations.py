"""What should be done, by whom, and within which principles."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, Reference
from .dates import Date
from .text import Line, Prose

Modality = Literal["must", "should", "need", "may", "can"]


class Principle(Closed):
    """A norm that actions are to follow, rather than an action."""

    SHORT_FORM: ClassVar[str] = "text"

    text: Line
    modality: Modality | None = None
    issues: tuple[Reference, ...] = ()


class Action(Closed):
    """Something to be done; `owner`, `priority` and `due` may be open."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    modality: Modality | None = None
    issues: tuple[Reference, ...] = ()
    owner: Line | None = None
    priority: Literal["high", "medium", "low"] | None = None
    due: Date | None = None


class Recommendations(Closed):
    """Principles, then actions; `actions_intro` leads in the list of actions."""

    title: Line | None = None
    intro: Prose | None = None
    addressee: Reference | None = None
    principles: tuple[Principle, ...] = ()
    actions_intro: Prose | None = None
    actions: tuple[Action, ...] = ()
    closing: Prose | None = None
