"""Dates as an author writes them: days, dates that are known only in part, and deadlines that hang on an event."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, PlainValidator, model_validator

from ...diagnostics import Diagnostic, Source, error
from ...edtf import FORM, Edtf, edtf
from ...located import HOLE, Closed, Mapping, PlainText, Reference, fault, written_as
from ...located.models import described

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DURATION = re.compile(r"P(?=\d)(?:(?P<years>\d+)Y)?(?:(?P<months>\d+)M)?(?:(?P<weeks>\d+)W)?(?:(?P<days>\d+)D)?")
_HINT = "write year, month and day: 2026-11-22"
_HINT_OF_DURATION = "write P14D for 14 days, P2W, P3M or P1Y (ISO 8601)"
_PARTLY = "write 2026-11-22, 2026-11, 2026, 2014~ (about), 2014? (uncertain), 2025-XX or 2014/2016 (EDTF)"


def _text(value: Any, code: str, hint: str) -> str:
    """Return what a date is written as; refuse what is no text, and holes."""
    if not isinstance(value, str):
        fault(code, f"this must be a date, not {described(value)}", hint=hint)
    if HOLE.search(value):
        fault(
            "hole-in-data", "a hole can't stand in a date", hint="write null: it is told as open where it must be known"
        )
    return str(value)


def _day(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    text = _text(value, "bad-date", _HINT)
    try:
        if _ISO.fullmatch(text):
            return datetime.date.fromisoformat(text)
    except ValueError:
        fault("bad-date", f"'{text}' is no day of the calendar", hint="check month and day")
    return fault("bad-date", f"'{text}' is no date", hint=_HINT)


Date = Annotated[datetime.date, BeforeValidator(_day), written_as(_ISO, _HINT)]
"""A day of the Gregorian calendar, written as ISO 8601 has it: `2026-11-22`."""


def _partly(value: Any) -> Any:
    if isinstance(value, Edtf):
        return value
    text = _text(value, "bad-date", _PARTLY)
    try:
        return edtf(text)
    except ValueError as wrong:
        return fault("bad-date", f"'{text}' {wrong}", hint=_PARTLY)


_YEAR = {"type": ["string", "integer"], "minimum": 0, "maximum": 9999}  # YAML reads 2014 as a number

PartialDate = Annotated[Edtf, PlainValidator(_partly), written_as(FORM, _PARTLY, **_YEAR)]
"""A date of which less may be known than the day: ISO 8601-2 (EDTF), such as `2014~`, `2025-XX` or `../2015`."""


def _duration(value: Any) -> Any:
    text = _text(value, "bad-duration", _HINT_OF_DURATION)
    if not _DURATION.fullmatch(text):
        fault("bad-duration", f"'{text}' is no length of time", hint=_HINT_OF_DURATION)
    return value


Duration = Annotated[PlainText, BeforeValidator(_duration), written_as(_DURATION, _HINT_OF_DURATION)]
"""A length of time in whole days, weeks, months or years: `P14D` (ISO 8601)."""


def units(duration: str) -> dict[str, int]:
    """Return the parts of a length of time by their units: `{"days": 14}`."""
    found = _DURATION.fullmatch(duration)
    return {unit: int(number) for unit, number in (found.groupdict() if found else {}).items() if number}


class RelativeDate(Closed):
    """A date that hangs on an event: at most 14 days after the signing."""

    anchor: Reference
    """The id of an event of the timeline."""
    offset: Duration = "P0D"
    """How long after that event: `P14D` is 14 days."""
    bound: Literal["by", "on", "after"] = "by"
    """Whether it is the last day, the very day, or the first."""


class When(Closed):
    """A date, as far as it is known, or a time after an event."""

    date: PartialDate | None = None
    """The day, as far as it is known."""
    relative: RelativeDate | None = None
    """A time after an event of the timeline, in the place of a day."""

    @model_validator(mode="before")
    @classmethod
    def _one(cls, value: Any) -> Any:
        """Refuse a date and a relative one at once: only one can be meant."""
        if isinstance(value, Mapping) and value.get("date") is not None and value.get("relative") is not None:
            hint = "leave one of them away"
            fault("two-dates", "a date and a relative one can't both be meant", value.key_at("relative"), hint)
        return value


class Due(When):
    """When something is due."""

    SHORT_FORM: ClassVar[str] = "date"


def out_of_sequence(start: Edtf | None, end: Edtf | None, place: Source) -> Iterator[Diagnostic]:
    """Return a fault for an end that lies before its beginning, whatever the days are that are not known."""
    if start and end and end.latest < start.earliest:
        message = f"this ends in '{end.written}' but begins in '{start.written}'"
        yield error("end-before-start", message, place, "check both, or change them round")
