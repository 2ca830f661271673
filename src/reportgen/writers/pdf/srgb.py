"""The colour space sRGB as an ICC profile (ISO 15076-1), for the output intent of a file.

The colours of a style are sRGB; PDF/A asks for a profile that says so (ISO 19005-2, 6.2.3). It is made here rather than
shipped: half a kilobyte of published numbers (IEC 61966-2-1), adapted to the D50 white of profiles as Bradford has it.
"""

from __future__ import annotations

import struct

NAME = "sRGB IEC61966-2.1"

_D50 = (0.9642, 1.0, 0.8249)
_RED, _GREEN, _BLUE = (0.43607, 0.22249, 0.01392), (0.38515, 0.71687, 0.09708), (0.14305, 0.06061, 0.71391)
_ADAPTATION = (1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01708, -0.00925, 0.01508, 0.75168)
# Exponent and coefficients of the transfer function: linear below the last of them.
_CURVE = (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)


def profile() -> bytes:
    """Return the profile: version 4, for a display."""
    tags = (
        (b"desc", _text(NAME)),
        (b"cprt", _text("CC0")),
        (b"wtpt", _numbers(b"XYZ ", *_D50)),
        (b"chad", _numbers(b"sf32", *_ADAPTATION)),
        (b"rXYZ", _numbers(b"XYZ ", *_RED)),
        (b"gXYZ", _numbers(b"XYZ ", *_GREEN)),
        (b"bXYZ", _numbers(b"XYZ ", *_BLUE)),
        *((name, struct.pack(">4s4xHxx", b"para", 3) + _fixed(*_CURVE)) for name in (b"rTRC", b"gTRC", b"bTRC")),
    )
    table, data, start = b"", b"", 128 + 4 + 12 * len(tags)
    places: dict[bytes, int] = {}  # the three curves are one
    for name, content in tags:
        if content not in places:
            places[content] = start + len(data)
            data += content + bytes(-len(content) % 4)
        table += struct.pack(">4sII", name, places[content], len(content))
    body = struct.pack(">I", len(tags)) + table + data
    return _header(128 + len(body)) + body


def _header(size: int) -> bytes:
    date = (2024, 1, 1, 0, 0, 0)
    start = struct.pack(">I4xI4s4s4s6H4s", size, 0x04200000, b"mntr", b"RGB ", b"XYZ ", *date, b"acsp")
    return start + bytes(28) + _fixed(*_D50) + bytes(48)


def _text(text: str) -> bytes:
    words = text.encode("utf-16-be")
    return struct.pack(">4s4xII2s2sII", b"mluc", 1, 12, b"en", b"US", len(words), 28) + words


def _numbers(kind: bytes, *values: float) -> bytes:
    return struct.pack(">4s4x", kind) + _fixed(*values)


def _fixed(*values: float) -> bytes:
    """Return numbers with sixteen bits behind the point."""
    return struct.pack(f">{len(values)}i", *(round(value * 65536) for value in values))
