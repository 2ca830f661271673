"""A date in the text that no calendar has, or a day of the week that does not fit its date."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from ..document.passages import Passage
from . import CheckOptions, Finding, Level, Phrases, Review

# No part of a longer number or address; "32.13.2026" may be anything, "31.11.2026" is meant as a date.
_NUMERIC = re.compile(
    r"(?<![\w./-])(?:(?P<y1>\d{4})-(?P<m1>\d\d)-(?P<d1>\d\d)|(?P<d2>\d\d?)\.(?P<m2>\d\d)\.(?P<y2>\d{4}))(?![\w/-]|\.\d)"
)
_GREGORIAN = 1919
"""The year from which the days of the week are checked: before it, countries had different calendars."""


class Options(CheckOptions):
    """The names of months and days; a final memo can't be made with an impossible date."""

    final: Level | None = "error"
    months: Phrases = {}
    """The names of the months as they stand in dates, from January on."""
    weekdays: Phrases = {}
    """The names of the days of the week, from Monday on."""


def check(review: Review, options: Options) -> Iterator[Finding]:
    """Return a finding for each such date.

    The months must stand as the list has them: "of 45 states 32 may vote" is no date.
    """
    months, weekdays = review.phrases(options.months), review.phrases(options.weekdays)
    for passage in review.words.where(lambda word: word[0].isdigit()):
        yield from _in_figures(passage)
        if len(months) == 12 and len(weekdays) == 7:
            yield from _in_words(passage, months, weekdays)


def _in_figures(passage: Passage) -> Iterator[Finding]:
    """Return a finding for each impossible date such as 2026-11-31 or 31.11.2026."""
    for found in _NUMERIC.finditer(passage.plain):
        year, month, day = (int(found[f"{part}1"] or found[f"{part}2"]) for part in "ymd")
        if year and 1 <= month <= 12 and (longest := calendar.monthrange(year, month)[1]) < day <= 31:
            message = f"'{found.group()}' is no day of the calendar"
            yield Finding(message, passage.at(*found.span()), f"that month has {longest} days")


def _in_words(passage: Passage, months: tuple[str, ...], weekdays: tuple[str, ...]) -> Iterator[Finding]:
    """Return a finding for each impossible date with its month in words."""
    for found in _pattern(months, weekdays).finditer(passage.plain):
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
    weekday = f"(?:(?P<weekday>(?i:{'|'.join(weekdays)})),?\\s+(?:the\\s+)?)?"
    return re.compile(rf"(?<![\w–-]){weekday}(?:{before}|{after})(?![\w%]|[.,:]\d|\s*[–-]\s*\d)")


def _fault(found: Any, months: tuple[str, ...], weekdays: tuple[str, ...]) -> tuple[str, str] | None:
    """Return what is wrong with a date and what to do; None where nothing is."""
    written = " ".join(found.group().split())
    month = months.index(found["m1"] or found["m2"]) + 1
    day, year = int(found["d1"] or found["d2"]), int(found["y1"] or found["y2"] or 0)
    longest = calendar.monthrange(year or 2024, month)[1]
    if not 1 <= day <= longest:
        return f"'{written}' is no day of the calendar", f"that month has {longest} days"
    if found["weekday"] and year >= _GREGORIAN:
        fits = weekdays[datetime.date(year, month, day).weekday()]
        if fits.lower() != found["weekday"].lower():
            return f"'{written}' is no {found['weekday']}", f"that day is a {fits}: check both"
    return None
