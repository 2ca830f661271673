"""What the memo rests on, what its terms mean, and what is attached to it."""

from __future__ import annotations

import re
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator

from ...located import Closed, PlainText, Reference, References, fault
from .dates import Date
from .text import Line, Prose

_GRADE = re.compile(r"[A-F][1-6]")


def _grade(text: str) -> str:
    if not _GRADE.fullmatch(text):
        hint = "write a letter from A to F for the source and a number from 1 to 6 for what it says: B2"
        fault("bad-grade", f"'{text}' is no grade of a source", hint=hint)
    return text


class CitedSource(Closed):
    """Something that is cited."""

    SHORT_FORM: ClassVar[str] = "citation"

    citation: Line | None = None
    """The source as it is to be printed."""
    url: PlainText | None = None
    accessed: Date | None = None
    grade: Annotated[PlainText, AfterValidator(_grade)] | None = None
    """How reliable source and content are, by the Admiralty code: `B2`."""
    classification: Line | None = None
    """The source's own marking."""
    csl: dict[PlainText, Any] = {}
    """The source in the fields of CSL-JSON."""


class Annex(Closed):
    """Something attached to the memo."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    tables: References = ()
    """The ids of the tables that stand in it."""
    charts: References = ()
    figures: References = ()
