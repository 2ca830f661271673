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
    """The id of the actor who announced them."""
    date: Date | None = None
    """When that was."""
    confirmed_by: References = ()
    """The ids of the actors who confirmed it."""


class Round(Closed):
    """One round of the talks."""

    id: Reference | None = None
    title: Line | None = None
    number: PlainText | None = None
    """Which round it is."""
    start: PartialDate | None = None
    """Its first day."""
    end: PartialDate | None = None
    """Its last day."""
    venue: Line | None = None
    """Where it was held."""
    text: Prose | None = None
    outcome: Line | None = None
    """What came of it."""

    @model_validator(mode="after")
    def _in_sequence(self, info: ValidationInfo[Context]) -> Self:
        """Report a round that ends before it begins."""
        info.context.faults.extend(out_of_sequence(self.start, self.end, self.key_at("end")))
        return self


class Statement(Closed):
    """What somebody said of the talks in public."""

    by: Reference
    """The id of the actor who said it."""
    date: Date | None = None
    """When that was."""
    text: Prose
    """What was said."""
    sources: References = ()


class Parameters(Closed):
    """The nine by which a peace process is described, besides those that have keys of their own."""

    purpose: Line | None = None
    """What the talks are to reach."""
    format: Line | None = None
    """How they are held, such as face to face or by shuttle."""
    mandate: Line | None = None
    """What the mediator is charged with."""
    participation: Line | None = None
    """Who takes part."""
    agenda: Line | None = None
    """What they deal with."""
    timetable: Line | None = None
    """When they meet, and until when."""
    decision_making: Line | None = None
    """How decisions are made, such as by consensus."""
    confidence_building: Line | None = None
    """What builds confidence meanwhile."""
    implementation: Line | None = None
    """How an agreement is to be ratified and carried out."""


class Talks(Parameters):
    """The talks: what is said of them, and the facts beside it."""

    title: Line | None = None
    text: Prose | None = None
    """What is said of the talks."""
    parties: References = ()
    """The ids of the actors who are parties to them."""
    mediators: References = ()
    """The ids of the actors who mediate."""
    status: Status | None = None
    """Where they stand."""
    previous_status: PreviousStatus | None = None
    """Where they stood before."""
    stage: Stage | None = None
    """The stage of the process, as the PA-X database tells them apart."""
    track: Annotated[Track, BeforeValidator(_as_written)] | None = None
    """1 for talks between governments, 2 for talks between others, 1.5 for both."""
    venue: Line | None = None
    """Where they are held."""
    start: PartialDate | None = None
    """When they began or are to begin."""
    end: PartialDate | None = None
    """When they ended or are to end."""
    announced: Announcement | None = None
    """Who announced them, and when."""
    rounds: tuple[Round, ...] = ()
    """Their rounds, one by one."""
    readiness: dict[Reference, Line] = {}
    """How ready each actor is to talk."""
    drivers: Lines = ()
    """What brings the parties to the table."""
    statements: tuple[Statement, ...] = ()
    """What was said of them in public."""
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
