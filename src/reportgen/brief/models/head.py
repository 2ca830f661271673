"""Who writes to whom, who has seen it, and which version it is."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from ...located import Closed, PlainText, one_or_many
from .dates import Date
from .text import Line

ActionRequired = Literal["information", "decision", "signature"]
ClearanceResult = Literal["concur", "nonconcur", "info"]


class Person(Closed):
    """A person or office in the memo's head."""

    SHORT_FORM: ClassVar[str] = "name"

    name: Line
    """What the person or office is called."""
    office: Line | None = None
    """The person's office."""


People = Annotated[tuple[Person, ...], one_or_many]
"""Persons or offices: one, or a list."""


class Change(Closed):
    """What a version changed."""

    SHORT_FORM: ClassVar[str] = "text"

    version: PlainText | None = None
    """The version that brought the change."""
    date: Date | None = None
    """The day of that version."""
    text: Line
    """What was changed."""


class Version(Closed):
    """Which version of the memo this is, and what each one changed."""

    SHORT_FORM: ClassVar[str] = "number"

    number: PlainText
    """What this version is called, such as `3`."""
    supersedes: PlainText | None = None
    """The version that this one stands for."""
    changes: tuple[Change, ...] = ()
    """What each version changed."""


class Clearance(Closed):
    """What another office said to the memo."""

    SHORT_FORM: ClassVar[str] = "office"

    office: Line
    """The office that was asked."""
    name: Line | None = None
    """Who answered for it."""
    result: ClearanceResult | None = None
    """What it said."""
    date: Date | None = None
    """When it said so."""
