"""What was put on the table, in which version, and what became of it."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, PlainText, Reference, References
from .dates import PartialDate
from .text import Line, Prose

ProposalStatus = Literal["tabled", "under_discussion", "countered", "accepted", "rejected", "withdrawn"]


class Point(Closed):
    """One point of a proposal."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    text: Line
    """What is proposed."""
    issues: References = ()
    status: ProposalStatus | None = None
    """What has become of it."""


class Proposal(Closed):
    """A proposal or one version of it."""

    id: Reference | None = None
    title: Line
    tabled_by: References = ()
    """The ids of the actors who made it."""
    date: PartialDate | None = None
    """When it was made."""
    version: PlainText | None = None
    """Which version of the proposal it is."""
    supersedes: Reference | None = None
    """The id of the proposal that this one takes the place of."""
    status: ProposalStatus | None = None
    """What has become of it."""
    text: Prose | None = None
    points: tuple[Point, ...] = ()
    """The proposal, point by point."""
    sources: References = ()


class Proposals(Closed):
    """The proposals, and what frames them."""

    LIST_FORM: ClassVar[str] = "items"

    title: Line | None = None
    intro: Prose | None = None
    items: tuple[Proposal, ...] = ()
    """The proposals, one by one."""
    closing: Prose | None = None
