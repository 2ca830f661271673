"""Who talks, in which process, about what."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, model_validator
from pydantic_core.core_schema import ValidationInfo

from ...located import Closed, Context, PlainText, Reference, References, Scalar
from .dates import Date, PartialDate, out_of_sequence
from .text import Line, Lines, Prose

Status = Literal["announced", "planned", "under_way", "suspended", "stalled", "concluded", "collapsed"]
PreviousStatus = Literal["under_way", "suspended", "stalled", "concluded", "collapsed"]
Stage = Literal[
    "pre_negotiation",
    "ceasefire",
    "framework_substantive_partial",
    "framework_substantive_comprehensive",
    "implementation",
    "renewal",
    "other",
]
Track = Literal["1", "1.5", "2"]


def _as_written(value: Any) -> Any:
    """Return a number as the text it is written as: a track is a name, not an amount."""
    return str(value) if isinstance(value, Scalar) else value


class Announcement(Closed):
    """Who announced the talks, when, and who confirmed it."""

    by: Reference
    date: Date | None = None
    confirmed_by: References = ()


class Round(Closed):
    """One round of the talks."""

    id: Reference | None = None
    title: Line | None = None
    number: PlainText | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    venue: Line | None = None
    text: Prose | None = None
    outcome: Line | None = None

    @model_validator(mode="after")
    def _in_sequence(self, info: ValidationInfo[Context]) -> Self:
        """Report a round that ends before it begins."""
        info.context.faults.extend(out_of_sequence(self.start, self.end, self.key_at("end")))
        return self


class Statement(Closed):
    """What somebody said of the talks in public."""

    by: Reference
    date: Date | None = None
    text: Prose
    sources: References = ()


class Parameters(Closed):
    """The nine by which a peace process is described, besides those that have keys of their own."""

    purpose: Line | None = None
    format: Line | None = None
    mandate: Line | None = None
    """What the mediator is charged with."""
    participation: Line | None = None
    agenda: Line | None = None
    timetable: Line | None = None
    decision_making: Line | None = None
    """How decisions are made, such as by consensus."""
    confidence_building: Line | None = None
    implementation: Line | None = None
    """How an agreement is to be ratified and carried out."""


class Talks(Parameters):
    """The talks: what is said of them, and the facts beside it."""

    title: Line | None = None
    text: Prose | None = None
    parties: References = ()
    mediators: References = ()
    status: Status | None = None
    previous_status: PreviousStatus | None = None
    stage: Stage | None = None
    """The stage of the process, as the PA-X database tells them apart."""
    track: Annotated[Track, BeforeValidator(_as_written)] | None = None
    """1 for talks between governments, 2 for talks between others, 1.5 for both."""
    venue: Line | None = None
    start: PartialDate | None = None
    end: PartialDate | None = None
    announced: Announcement | None = None
    rounds: tuple[Round, ...] = ()
    readiness: dict[Reference, Line] = {}
    """How ready each actor is to talk."""
    drivers: Lines = ()
    """What brings the parties to the table."""
    statements: tuple[Statement, ...] = ()
    significance: Prose | None = None
    """Why the talks matter."""
    gaps: Lines = ()
    """What is not known of the talks."""

    @model_validator(mode="after")
    def _in_sequence(self, info: ValidationInfo[Context]) -> Self:
        """Report talks that end before they begin."""
        info.context.faults.extend(out_of_sequence(self.start, self.end, self.key_at("end")))
        return self


class Agenda(Closed):
    """What frames the list of the issues that are on the agenda."""

    title: Line | None = None
    intro: Prose | None = None
    closing: Prose | None = None
