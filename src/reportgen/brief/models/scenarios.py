"""What may happen, and what could be done: scenarios and options."""

from __future__ import annotations

from typing import ClassVar

from ...located import Closed, Number, Reference
from .issues import Rating
from .likelihood import Confidence, Likelihood
from .text import Line, Lines, Prose


class Scenario(Closed):
    """One way that things may go."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    likelihood: Likelihood | None = None
    """How likely it is."""
    confidence: Confidence | None = None
    """How sure we are of that."""
    drivers: Lines = ()
    """What would bring it about."""
    indicators: Lines = ()
    """By what one would see early that it is coming."""
    consequences: Lines = ()
    """What would follow from it."""


class Scenarios(Closed):
    """The scenarios, and what frames them."""

    LIST_FORM: ClassVar[str] = "cases"

    title: Line | None = None
    intro: Prose | None = None
    exclusive: bool = False
    """Whether one of them, and only one, must come about, so that their likelihoods add up to 100 percent."""
    cases: tuple[Scenario, ...] = ()
    """The scenarios, one by one."""
    closing: Prose | None = None


class Criterion(Closed):
    """What options are compared by."""

    SHORT_FORM: ClassVar[str] = "title"

    id: Reference | None = None
    title: Line
    weight: Number | None = None
    """How much it counts beside the others."""


class OptionRisk(Closed):
    """What may go wrong with an option."""

    SHORT_FORM: ClassVar[str] = "text"

    text: Line
    """What may go wrong."""
    likelihood: Rating | None = None
    """How likely that is."""
    impact: Rating | None = None
    """How bad that would be."""
    mitigation: Line | None = None
    """What can be done about it."""


class Course(Closed):
    """One course of action that is open."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    pros: Lines = ()
    """What speaks for it."""
    cons: Lines = ()
    """What speaks against it."""
    risks: tuple[OptionRisk, ...] = ()
    """What may go wrong with it."""
    cost: Line | None = None
    """What it costs."""
    legal: Line | None = None
    """What the law says to it."""
    feasibility: Line | None = None
    """Whether it can be done."""
    scores: dict[Reference, Line] = {}
    """How it does by each criterion, by the criteria's ids."""
    do_nothing: bool = False
    """Whether it is to leave things as they are."""
    recommended: bool = False
    """Whether it is the one that the memo recommends."""


class Options(Closed):
    """The options, the criteria they are compared by, and what frames them."""

    LIST_FORM: ClassVar[str] = "courses"

    title: Line | None = None
    intro: Prose | None = None
    criteria: tuple[Criterion, ...] = ()
    """What the options are compared by."""
    courses: tuple[Course, ...] = ()
    """The options, one by one."""
    closing: Prose | None = None
