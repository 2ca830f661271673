"""What is disputed, and who wants what."""

from __future__ import annotations

from typing import ClassVar, Literal

from ...located import Closed, PlainTexts, Reference, References
from .dates import Date
from .text import Line, Lines, Prose

Strength = Literal["demands", "insists", "advocates", "prefers", "open"]
IssueStatus = Literal["open", "narrowing", "agreed_in_principle", "agreed", "stalled", "disputed"]
Rating = Literal["high", "medium", "low"]
ConfidenceLevel = Literal["high", "moderate", "low"]
LinkageKind = Literal["precondition", "sequence", "trade", "blocks", "related"]


class Position(Closed):
    """What a party wants on an issue, how firmly, and why."""

    SHORT_FORM: ClassVar[str] = "position"

    position: Line
    """What the party wants."""
    strength: Strength | None = None
    """How firmly it wants that."""
    interests: Line | None = None
    """What the party needs, rather than what it demands."""
    red_line: Line | None = None
    """What it will not give up."""
    batna: Line | None = None
    """Its best alternative to an agreement."""
    target: Line | None = None
    """What it hopes to reach."""
    as_of: Date | None = None
    """The day for which that is known."""
    sources: References = ()
    confidence: ConfidenceLevel | None = None
    """How sure we are of it."""


class SharedPosition(Closed):
    """What several parties want alike."""

    SHORT_FORM: ClassVar[str] = "position"

    parties: References = ()
    """Who shares it; all parties to the talks where nobody is named."""
    position: Line
    """What they want."""
    strength: Strength | None = None
    """How firmly they want that."""
    as_of: Date | None = None
    """The day for which that is known."""
    sources: References = ()


class Linkage(Closed):
    """How an issue hangs together with another."""

    SHORT_FORM: ClassVar[str] = "issue"

    issue: Reference
    """The id of the other issue."""
    kind: LinkageKind = "related"
    """How the two hang together."""
    text: Line | None = None
    """The same in words."""


class IssueStickingPoint(Closed):
    """Why an issue is stuck, in a sentence, under the issue's title or one of its own."""

    SHORT_FORM: ClassVar[str] = "text"

    title: Line | None = None
    text: Line
    """Why the issue is stuck."""


class Issue(Closed):
    """A matter that the parties deal with."""

    id: Reference
    title: Line
    aliases: PlainTexts = ()
    """Other names of the issue that the text may use."""
    codes: PlainTexts = ()
    """Codes of the PA-X taxonomy of issues."""
    scope: Line | None = None
    """What belongs to the issue, and what does not."""
    contentiousness: Rating | None = None
    """How contested it is."""
    on_agenda: bool | None = None
    """Whether it is on the agenda; if it is not said, issues with `agenda` are."""
    agenda: Line | None = None
    """Its line on the agenda."""
    text: Prose | None = None
    sticking_point: IssueStickingPoint | None = None
    """Why it is stuck."""
    positions: dict[Reference, Position] = {}
    """What each party wants, by the ids of the actors."""
    shared_position: SharedPosition | None = None
    """What several parties want alike."""
    common_ground: Prose | None = None
    """Where the parties agree."""
    distance: Line | None = None
    """How far apart the parties are."""
    implications: Prose | None = None
    """What follows from it for the reader."""
    linkage: tuple[Linkage, ...] = ()
    """How it hangs together with other issues."""
    status: IssueStatus | None = None
    """How far it is settled."""
    gaps: Lines = ()
    """What is not known of the issue."""

    @property
    def is_told(self) -> bool:
        """Whether something is told of it at length, besides positions, agenda and sticking point."""
        told = (self.text, self.scope, self.common_ground, self.distance, self.implications, self.gaps)
        return any(told) or any(link.text for link in self.linkage)


class StickingPoint(Closed):
    """Why talks are stuck on one issue or several, in a sentence."""

    SHORT_FORM: ClassVar[str] = "text"

    id: Reference | None = None
    title: Line | None = None
    text: Line
    """Why the talks are stuck."""
    issues: References = ()
    precondition: Line | None = None
    """What must be done before it can be dealt with."""


class StickingPoints(Closed):
    """What frames the issues and sticking points: `further` leads in the list of those told in one sentence."""

    title: Line | None = None
    intro: Prose | None = None
    further: Prose | None = None
    """What leads in the list of those told in one sentence."""
    points: tuple[StickingPoint, ...] = ()
    """Sticking points of several issues, or of none."""
    closing: Prose | None = None
