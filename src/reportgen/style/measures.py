"""Lengths and colours as they are written in a style file."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from ..located import fault

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)")
_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


def _length(value: Any) -> float:
    if isinstance(value, float):
        return value
    found = _LENGTH.fullmatch(str(value))
    if not found:
        fault(
            "bad-length",
            f"'{value}' is no length",
            hint="write a number and its unit, such as 10.5pt, 25mm, 2cm or 1in",
        )
    return float(found[1]) * _POINTS[found[2]]


def _colour(value: Any) -> str:
    if not _COLOUR.fullmatch(str(value)):
        fault("bad-colour", f"'{value}' is no colour", hint="write it as '#1F3A5F', in quotes")
    return str(value)[1:].upper()


Length = Annotated[float, BeforeValidator(_length)]
"""A length, in points (1/72 inch) once read; written with its unit: `10.5pt`, `25mm`, `2cm`, `1in`."""

Colour = Annotated[str, BeforeValidator(_colour)]
"""A colour of the sRGB space, six hexadecimal digits once read; written `"#1F3A5F"`."""
