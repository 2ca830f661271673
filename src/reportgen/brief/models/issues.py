"""What is disputed, and who wants what."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, Reference
from .text import Line, Prose

Strength = Literal["demands", "insists", "advocates", "prefers", "open"]


class Position(Closed):
    """What a party wants on an issue, and how firmly."""

    SHORT_FORM: ClassVar[str] = "position"

    position: Line
    strength: Strength | None = None


class StickingPoint(Closed):
    """Why an issue is stuck, in a sentence, under the issue's title or one of its own."""

    SHORT_FORM: ClassVar[str] = "text"

    title: Line | None = None
    text: Line


class Issue(Closed):
    """A matter that the parties deal with."""

    id: Reference
    title: Line
    on_agenda: bool | None = None
    agenda: Line | None = None
    text: Prose | None = None
    sticking_point: StickingPoint | None = None
    positions: dict[Reference, Position] = {}
    status: Literal["open", "narrowing", "agreed_in_principle", "agreed", "stalled", "disputed"] | None = None
    linked_to: tuple[Reference, ...] = ()


class StickingPoints(Closed):
    """What frames the issues and sticking points: `further` leads in the list of those told in one sentence."""

    title: Line | None = None
    intro: Prose | None = None
    further: Prose | None = None
    closing: Prose | None = None
