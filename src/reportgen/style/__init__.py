"""Styles: from the role of a node to its look, the same for every format."""

from __future__ import annotations

from .fonts import face_bytes
from .looks import (
    INLINE_LOOKS,
    LOOKS,
    ColourName,
    FallbackFamily,
    Family,
    FontFamily,
    FontName,
    InlineLook,
    Look,
    LookName,
    ResolvedLook,
)
from .model import NumberFormat, Style

__all__ = [
    "INLINE_LOOKS",
    "LOOKS",
    "ColourName",
    "FallbackFamily",
    "Family",
    "FontFamily",
    "FontName",
    "InlineLook",
    "Look",
    "LookName",
    "NumberFormat",
    "ResolvedLook",
    "Style",
    "face_bytes",
]
