"""Heads and feet of pages: what stands at their left, in the middle and at their right."""

from __future__ import annotations

from string import Formatter
from typing import Annotated

from pydantic import AfterValidator

from ..diagnostics import choices
from ..located import Closed, fault, one_or_many
from .measures import Printable

FIELDS = (
    "title",
    "author",
    "date",
    "reference",
    "version",
    "status",
    "subject",
    "draft",
    "section",
    "page",
    "pages",
    "page_number",
)
"""What braces can stand for: `{page_number}` is the language's pattern with `{page}` and `{pages}` in it, `{draft}` the
mark of a draft, `{section}` the heading of the first outermost section that begins on the page, or else of the one that
it is part of."""


def _fields(text: str) -> str:
    """Refuse fields that there are not, and braces that hold none."""
    try:
        parts = list(Formatter().parse(text))
    except ValueError:
        fault("bad-pattern", f"the braces in '{text}' do not match", hint="write {{ and }} for braces that are printed")
    for _, name, form, how in parts:
        if name is not None and (form or how or name not in FIELDS):
            fault("unknown-value", f"there is no field '{{{name}}}'", hint=choices(name, FIELDS))
    return text


Slot = Annotated[tuple[Annotated[Printable, AfterValidator(_fields)], ...], one_or_many]
"""Texts with fields in them, a wide space between; one whose fields are all empty is left away."""


class RunningLine(Closed):
    """One line along a page. The marking is none of it: it stands at the right of every line, whatever a style says."""

    left: Slot = ()
    """What stands at the left."""
    center: Slot = ()
    """What stands in the middle."""
    right: Slot = ()
    """What stands at the right."""


class Running(Closed):
    """The line along the first page of a document, and the one along all others."""

    first: RunningLine = RunningLine()
    """The line of the first page."""
    others: RunningLine = RunningLine()
    """The line of all other pages."""
