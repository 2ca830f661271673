"""Font files that the tests make out of the variable ones of the house style: static, and with CFF outlines."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.ttLib import TTFont

from reportgen.style import FontFamily, Style, face_bytes

LATIN = {ord(character) for character in "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,;:-–'’[]"}


def static(family: FontFamily) -> bytes:
    """Return the upright face of a family, pinned to its place on each axis."""
    face = uharfbuzz.Face(face_bytes(family, italic=False))
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    for axis in face.axis_infos:
        cut.pin_axis_location(face, axis.tag, {"wght": family.regular, **family.axes}[axis.tag])
    return bytes(uharfbuzz.subset(face, cut).blob.data)


def compact(family: FontFamily) -> bytes:
    """Return the Latin letters of a family's upright face in a font with CFF outlines, as `.otf` files have them."""
    source = TTFont(io.BytesIO(static(family)))
    glyphs, characters = source.getGlyphSet(), {code: source.getBestCmap()[code] for code in LATIN}
    order = [".notdef", *sorted(characters.values())]
    charstrings, widths = {}, {}
    for name in order:
        pen = T2CharStringPen(glyphs[name].width, glyphs)
        glyphs[name].draw(pen)
        charstrings[name], widths[name] = pen.getCharString(), (round(glyphs[name].width), 0)
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap(characters)
    builder.setupCFF("Compact-Regular", {}, charstrings, {})
    builder.setupHorizontalMetrics(widths)
    builder.setupHorizontalHeader(ascent=1036, descent=-335)
    builder.setupNameTable({"familyName": "Compact", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(file)
    return file.getvalue()


def boxed(characters: str, name: str) -> bytes:
    """Return a font that shows each of some characters as a box as wide as high."""
    pen = T2CharStringPen(1000, None)
    pen.moveTo((100, 0))
    for corner in ((900, 0), (900, 800), (100, 800)):
        pen.lineTo(corner)
    pen.closePath()
    box, order = pen.getCharString(), [".notdef", *(f"uni{ord(one):04X}" for one in characters)]
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(order)
    builder.setupCharacterMap({ord(one): f"uni{ord(one):04X}" for one in characters})
    builder.setupCFF(name, {}, dict.fromkeys(order, box), {})
    builder.setupHorizontalMetrics(dict.fromkeys(order, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable({"familyName": name, "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    file = io.BytesIO()
    builder.font.recalcTimestamp = False
    builder.save(file)
    return file.getvalue()


def style_with(style: Style, data: bytes, folder: Path, monkeypatch: Any, file: str = "font.ttf") -> Style:
    """Return a style whose serif family is a font file in a package of its own."""
    package = f"fonts_in_{folder.name.lower()}"
    (folder / package).mkdir()
    (folder / package / "__init__.py").touch()
    (folder / package / file).write_bytes(data)
    monkeypatch.syspath_prepend(folder)
    changes = {"package": package, "upright": file, "italic": file, "axes": {}}
    serif = style.fonts["serif"].model_copy(update=changes)
    return style.model_copy(update={"fonts": {**style.fonts, "serif": serif}})
