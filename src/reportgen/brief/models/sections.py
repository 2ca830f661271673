"""Sections of the author's own."""

from __future__ import annotations

from typing import Any

from pydantic import model_validator

from ...located import Closed, Mapping, Reference, References, fault
from .text import Line, Prose


class Subsection(Closed):
    """A heading of the author's, prose under it, and sections under that."""

    id: Reference | None = None
    title: Line
    text: Prose | None = None
    tables: References = ()
    """The ids of the tables that stand at the end of its text."""
    charts: References = ()
    """The ids of the charts that stand there."""
    figures: References = ()
    """The ids of the figures that stand there."""
    sections: tuple[Subsection, ...] = ()
    """Sections under this one."""

    @model_validator(mode="before")
    @classmethod
    def _with_words(cls, value: Any) -> Any:
        """Refuse a section with nothing under its heading."""
        if isinstance(value, Mapping) and "text" not in value and not value.get("sections"):
            fault("missing-key", "the key 'text' is missing", value.source, "add 'text: …'")
        return value


class FreeSection(Subsection):
    """A section that stands where the template has the author's own, or before or after a part of the memo."""

    before: Reference | None = None
    """The part of the memo, by its section builder, before which it stands."""
    after: Reference | None = None
    """The part of the memo, by its section builder, after which it stands."""

    @model_validator(mode="before")
    @classmethod
    def _one_place(cls, value: Any) -> Any:
        """Refuse two places at once."""
        if isinstance(value, Mapping) and value.get("before") is not None and value.get("after") is not None:
            message = "a section can't stand both before one part and after another"
            fault("two-places", message, value.key_at("after"), "leave one of them away")
        return value
