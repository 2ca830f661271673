"""Lengths, shares, colours and plain words as they are written in a style file."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator

from ..located import PlainText, fault, written_as

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
_LENGTH_HINT = "write a number and its unit, such as 10.5pt, 25mm, 2cm or 1in"
_COLOUR_HINT = "write it as '#1F3A5F', in quotes"

LONGEST = 1584.0
"""The most that Word can hold in a length, in points: 22 inches."""


def _length(least: float) -> Callable[[Any], float]:
    def check(value: Any) -> float:
        points = value if isinstance(value, float) else _points(value)
        if points < least:
            fault("bad-length", f"'{value}' is too short", hint=f"write {least:g}pt or more")
        if points > LONGEST:
            fault("bad-length", f"'{value}' is too long", hint=f"write {LONGEST:g}pt or less: Word can hold no more")
        return points

    return check


def _points(value: Any) -> float:
    found = _LENGTH.fullmatch(str(value))
    if not found:
        fault("bad-length", f"'{value}' is no length", hint=_LENGTH_HINT)
    return float(found[1]) * _POINTS[found[2]]


def between(least: float, most: float) -> AfterValidator:
    """Return what holds a number between two others, or at one of them."""

    def check(value: float) -> float:
        if not least <= value <= most:
            fault("bad-number", f"the number {value:g} can't be used here", hint=f"write {least:g} to {most:g}")
        return value

    return AfterValidator(check)


def _colour(value: Any) -> str:
    if not _COLOUR.fullmatch(str(value)):
        fault("bad-colour", f"'{value}' is no colour", hint=_COLOUR_HINT)
    return str(value)[1:].upper()


def _printable(text: str) -> str:
    if not text.strip() or not text.isprintable():
        fault(
            "bad-name", "this must be words that can be printed", hint="write letters, figures and signs, in one line"
        )
    return text


Length = Annotated[float, BeforeValidator(_length(0.0)), written_as(_LENGTH, _LENGTH_HINT)]
"""A length, in points (1/72 inch) once read; written with its unit: `10.5pt`, `25mm`, `2cm`, `1in`."""

TypeSize = Annotated[float, BeforeValidator(_length(1.0)), written_as(_LENGTH, _LENGTH_HINT)]
"""The size of type, or how far its lines stand from one another: at least a point."""

Shift = Annotated[float, BeforeValidator(_length(-LONGEST)), written_as(_LENGTH, _LENGTH_HINT)]
"""A length that may be below 0, to the other side."""

Colour = Annotated[str, BeforeValidator(_colour), written_as(_COLOUR, _COLOUR_HINT)]
"""A colour of the sRGB space, six hexadecimal digits once read; written `"#1F3A5F"`."""

Printable = Annotated[PlainText, AfterValidator(_printable)]
"""Plain text in one line without control characters, which no file can hold; never empty."""
