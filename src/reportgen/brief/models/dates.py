"""Calendar dates as an author writes them."""

from __future__ import annotations

import datetime
import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from ...located import fault

_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")


def _read(value: Any) -> Any:
    if isinstance(value, datetime.date):
        return value
    try:
        if _ISO.fullmatch(str(value)):
            return datetime.date.fromisoformat(str(value))
    except ValueError:
        fault("bad-date", f"'{value}' is no day of the calendar", hint="check month and day")
    return fault("bad-date", f"'{value}' is no date", hint="write year, month and day: 2026-11-22")


Date = Annotated[datetime.date, BeforeValidator(_read)]
"""A day of the Gregorian calendar, written as ISO 8601 has it: `2026-11-22`."""
