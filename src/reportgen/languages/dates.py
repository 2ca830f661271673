"""Dates and lengths of time in a language's words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..edtf import Edtf, Point
from .words import Words


def worded(date: Edtf, words: Words) -> str:
    """Return a date or a span of time as it stands in a text, as far as it is known."""
    start, end = date.start, date.end
    if start is not None and start == end:
        return _point(start, words)
    if start is None or end is None:
        pattern, known = (words.patterns.since, start) if start else (words.patterns.until, end)
        return pattern.format(date=_point(known, words)) if known else date.written
    return words.patterns.span.format(start=_point(start, words), end=_point(end, words))


def _point(point: Point, words: Words) -> str:
    text = _known(point, words)
    text = words.patterns.about.format(date=text) if point.about else text
    return words.patterns.uncertain.format(date=text) if point.uncertain else text


def _known(point: Point, words: Words) -> str:
    """Return what is known of a date: day, month, season, year or decade."""
    if point.season:
        return words.patterns.season.format(season=words.seasons[point.season - 21], year=point.year)
    if point.month and point.day:
        return words.on(point.earliest)
    if point.month:
        return words.patterns.month.format(month=words.months_alone[point.month - 1], year=point.year)
    if point.year.endswith("X"):
        return words.patterns.decade.format(year=point.year.replace("X", "0"))
    return point.year


def duration(units: Mapping[str, int], words: Words) -> str:
    """Return a length of time, such as `{"weeks": 2}`, in words; the empty text for none.

    Takes the plural forms from CLDR, by way of the library that has them; a language unknown to it gets English ones.
    """
    from babel import Locale, UnknownLocaleError  # slow to import, and few briefs have relative dates
    from babel.localedata import LocaleDataDict, load

    try:
        locale = Locale.parse(words.tag, sep="-")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse("en")
    data: Any = load(str(locale))
    patterns = LocaleDataDict(data)["unit_patterns"]
    parts = (
        _pattern(patterns[f"duration-{unit.removesuffix('s')}"], locale.plural_form(number)).format(number)
        for unit, number in units.items()
    )
    return " ".join(parts)


def _pattern(patterns: Mapping[str, Mapping[str, str]], form: str) -> str:
    """Return the pattern of a unit for a plural form: the short one where the long one is the same.

    CLDR leaves it away then, and babel's own `format_unit` takes it for missing: Hebrew would have no weeks.
    """
    found = (patterns.get(length, {}).get(kind) for kind in (form, "other") for length in ("long", "short"))
    return next(filter(None, found), "{0}")
