"""The smallest pieces of WordprocessingML: names, lengths, characters."""

from __future__ import annotations

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
DECLARED = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

EMPTY_PARAGRAPH = "<w:p/>"
TAB = "<w:r><w:tab/></w:r>"
LINE_END = "<w:r><w:br/></w:r>"


def twips(points: float) -> int:
    """Return points as twentieths of a point, the unit of most lengths (ECMA-376 17.18.84)."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Return points as half points, the unit of type sizes (17.18.42)."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Return points as eighths of a point, the unit of borders, which are 1/4 to 12 pt wide (17.18.23)."""
    return min(96, max(2, round(points * 8)))


def emu(points: float) -> int:
    """Return points as English Metric Units, 12,700 to the point, the unit of drawings (20.1.10.16)."""
    return round(points * 12700)


def escape(text: str) -> str:
    """Return characters as XML text or attribute value; `xml.sax.saxutils` would cost 40 ms to import."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace('"', "&quot;")


def val(name: str, value: object) -> str:
    """Return an empty element whose `w:val` is the value."""
    return f'<w:{name} w:val="{value}"/>'
