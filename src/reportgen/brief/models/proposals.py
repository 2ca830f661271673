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
    issues: References = ()
    status: ProposalStatus | None = None


class Proposal(Closed):
    """A proposal or one version of it."""

    id: Reference | None = None
    title: Line
    tabled_by: References = ()
    date: PartialDate | None = None
    version: PlainText | None = None
    supersedes: Reference | None = None
    """The id of the proposal that this one takes the place of."""
    status: ProposalStatus | None = None
    text: Prose | None = None
    points: tuple[Point, ...] = ()
    sources: References = ()


class Proposals(Closed):
    """The proposals, and what frames them."""

    LIST_FORM: ClassVar[str] = "items"

    title: Line | None = None
    intro: Prose | None = None
    items: tuple[Proposal, ...] = ()
    closing: Prose | None = None
