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
    office: Line | None = None


People = Annotated[tuple[Person, ...], one_or_many]
"""Persons or offices: one, or a list."""


class Change(Closed):
    """What a version changed."""

    SHORT_FORM: ClassVar[str] = "text"

    version: PlainText | None = None
    date: Date | None = None
    text: Line


class Version(Closed):
    """Which version of the memo this is, and what each one changed."""

    SHORT_FORM: ClassVar[str] = "number"

    number: PlainText
    supersedes: PlainText | None = None
    """The version that this one stands for."""
    changes: tuple[Change, ...] = ()


class Clearance(Closed):
    """What another office said to the memo."""

    SHORT_FORM: ClassVar[str] = "office"

    office: Line
    name: Line | None = None
    result: ClearanceResult | None = None
    date: Date | None = None
