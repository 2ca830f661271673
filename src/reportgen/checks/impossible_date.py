"""A date in the text that no calendar has, or a day of the week that does not fit its date."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from . import CheckOptions, Finding, Level, Phrases, Review


class Options(CheckOptions):
    """The names of months and days; a final memo can't be made with an impossible date."""

    final: Level | None = "error"
    months: Phrases = {}
    """The names of the months as they stand in dates, from January on."""
    weekdays: Phrases = {}
    """The names of the days of the week, from Monday on."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each such date."""
    months, weekdays = review.phrases(options.months), review.phrases(options.weekdays)
    if len(months) != 12 or len(weekdays) != 7:
        return
    pattern = _pattern(months, weekdays)
    for passage in review.passages:
        for found in pattern.finditer(passage.plain):
            told = _fault(found, months, weekdays)
            if told:
                yield Finding(told[0], passage.at(*found.span()), told[1])


@cache
def _pattern(months: tuple[str, ...], weekdays: tuple[str, ...]) -> re.Pattern[str]:
    """Return the pattern of a date with its month in words, the day before or after it."""
    day, month, year = (
        r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?",
        "(?P<{0}>" + "|".join(months) + ")",
        r"(?:,?\s+(?P<{0}>\d{{4}}))?",
    )
    before = f"{day.format('d1')}\\s+(?:of\\s+)?{month.format('m1')}{year.format('y1')}"
    after = f"{month.format('m2')}\\s+{day.format('d2')}{year.format('y2')}"
    weekday = f"(?:(?P<weekday>{'|'.join(weekdays)}),?\\s+(?:the\\s+)?)?"
    return re.compile(rf"(?<![\w–-]){weekday}(?:{before}|{after})(?![\w%]|[.,:]\d|\s*[–-]\s*\d)", re.IGNORECASE)


def _fault(found: Any, months: tuple[str, ...], weekdays: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with a date and what to do; None where nothing is."""
    written = " ".join(found.group().split())
    month = [name.lower() for name in months].index((found["m1"] or found["m2"]).lower()) + 1
    day, year = int(found["d1"] or found["d2"]), int(found["y1"] or found["y2"] or 0)
    longest = calendar.monthrange(year or 2024, month)[1]
    if not 1 <= day <= longest:
        return f"'{written}' is no day of the calendar", f"that month has {longest} days"
    if found["weekday"] and year:
        fits = weekdays[datetime.date(year, month, day).weekday()]
        if fits.lower() != found["weekday"].lower():
            return f"'{written}' was no {found['weekday']}", f"it is a {fits}: check both"
    return None
