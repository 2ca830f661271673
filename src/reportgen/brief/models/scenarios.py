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
    confidence: Confidence | None = None
    drivers: Lines = ()
    indicators: Lines = ()
    """By what one would see early that it is coming."""
    consequences: Lines = ()


class Scenarios(Closed):
    """The scenarios, and what frames them."""

    LIST_FORM: ClassVar[str] = "cases"

    title: Line | None = None
    intro: Prose | None = None
    exclusive: bool = False
    """Whether one of them, and only one, must come about, so that their likelihoods add up to 100 percent."""
    cases: tuple[Scenario, ...] = ()
    closing: Prose | None = None


class Criterion(Closed):
    """What options are compared by."""

    SHORT_FORM: ClassVar[str] = "title"

    id: Reference | None = None
    title: Line
    weight: Number | None = None


class OptionRisk(Closed):
    """What may go wrong with an option."""

    SHORT_FORM: ClassVar[str] = "text"

    text: Line
    likelihood: Rating | None = None
    impact: Rating | None = None
    mitigation: Line | None = None


class Course(Closed):
    """One course of action that is open."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    pros: Lines = ()
    cons: Lines = ()
    risks: tuple[OptionRisk, ...] = ()
    cost: Line | None = None
    legal: Line | None = None
    feasibility: Line | None = None
    scores: dict[Reference, Line] = {}
    """How it does by each criterion, by the criteria's ids."""
    do_nothing: bool = False
    """Whether it is to leave things as they are."""
    recommended: bool = False


class Options(Closed):
    """The options, the criteria they are compared by, and what frames them."""

    LIST_FORM: ClassVar[str] = "courses"

    title: Line | None = None
    intro: Prose | None = None
    criteria: tuple[Criterion, ...] = ()
    courses: tuple[Course, ...] = ()
    closing: Prose | None = None
