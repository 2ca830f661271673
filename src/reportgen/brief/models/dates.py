"""Calendar dates as an author writes them."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...located import HOLE, fault
from ...located.models import described

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_HINT = "write year, month and day: 2026-11-22"


def _read(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    if not isinstance(value, str):
        fault("bad-date", f"this must be a date, not {described(value)}", hint=_HINT)
    if HOLE.search(value):
        fault(
            "hole-in-data", "a hole can't stand in a date", hint="write null: it is told as open where it must be known"
        )
    try:
        if _ISO.fullmatch(str(value)):
            return datetime.date.fromisoformat(str(value))
    except ValueError:
        fault("bad-date", f"'{value}' is no day of the calendar", hint="check month and day")
    return fault("bad-date", f"'{value}' is no date", hint=_HINT)


Date = Annotated[datetime.date, BeforeValidator(_read)]
"""A day of the Gregorian calendar, written as ISO 8601 has it: `2026-11-22`."""
