"""Fonts inside the file: glyphs by their numbers, only those that are used, with the characters they stand for.

Composite fonts (ISO 32000-1, 9.7) with codes of two bytes that are glyph numbers, and a ToUnicode map (9.10.3). A map
can give a code one meaning, but a glyph may have several, such as that of a hyphen and of a soft hyphen: each further
meaning stands in a further font, a *layer*, which shares all but its map with the first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple

import uharfbuzz
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from .shaping import ROOM, Face, Glyph, Shaped

_DROPPED = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "MVAR", "DSIG", "kern", "meta", "name", "post", "OS/2", "cmap")
_KEPT_NUMBERS = (
    uharfbuzz.SubsetFlags.RETAIN_GIDS
    | uharfbuzz.SubsetFlags.NO_HINTING
    | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
    | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    | uharfbuzz.SubsetFlags.DOWNGRADE_CFF2
    | uharfbuzz.SubsetFlags.CFF_IDENTITY_CHARSET
)
# ISO 32000-1, table 123.
_FIXED_PITCH, _SERIF, _SYMBOLIC, _ITALIC = 1, 2, 4, 64
_SERIF_CLASSES = (1, 2, 3, 4, 5, 7)

_MAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_MAP_FOOT = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
LARGEST_BLOCK = 100
"""The most entries in a block of a map (Adobe Technical Note 5014, 1.3)."""


class Shown(NamedTuple):
    """Codes to be shown in one font: its name on the page, how far above the base line, the operand of TJ's array.

    The rise is in thousandths of the type size.
    """

    font: str
    rise: float
    codes: str


class EmbeddedFont:
    """A face as one file holds it: what of it is used, and under which names."""

    def __init__(self, face: Face, number: int) -> None:
        self._face, self._number = face, number
        self._layers: list[dict[int, str]] = []
        self._shown: dict[Shaped, tuple[Shown, ...]] = {}

    def shown(self, shaped: Shaped) -> tuple[Shown, ...]:
        """Return the codes that show a shaped text; none for no glyphs."""
        found = self._shown.get(shaped)
        if found is None:
            found = self._shown[shaped] = tuple(self._pieces(shaped))
        return found

    def _pieces(self, shaped: Shaped) -> Iterator[Shown]:
        usual = self._layers[0] if self._layers else {}
        told = [usual.get(glyph.number) == glyph.characters and not glyph.up for glyph in shaped.glyphs]
        if told and all(told):  # as most words are
            yield Shown(self._name(0), 0.0, "".join(_codes(shaped)).replace(")(", ""))
            return
        before, codes = (0, 0.0), ""
        for glyph, code in zip(shaped.glyphs, _codes(shaped), strict=True):
            this = self._layer(glyph), glyph.up
            if this != before and codes:
                yield Shown(self._name(before[0]), before[1], codes.replace(")(", ""))
                codes = ""
            before = this
            codes += code
        if codes:
            yield Shown(self._name(before[0]), before[1], codes.replace(")(", ""))

    def _layer(self, glyph: Glyph) -> int:
        """Return the layer in which a glyph stands for its characters, a new one if it has other meanings in all."""
        for number, layer in enumerate(self._layers):
            if layer.setdefault(glyph.number, glyph.characters) == glyph.characters:
                return number
        self._layers.append({glyph.number: glyph.characters})
        return len(self._layers) - 1

    def _name(self, layer: int) -> str:
        return f"/T{self._number}" + (f".{layer}" if layer else "")

    def objects(self, document: Any) -> Iterator[tuple[str, Any]]:
        """Return the fonts by their names, none if nothing was shown; their parts go into a document of ReportLab's."""
        if not self._layers:
            return
        numbers = sorted(set().union(*self._layers))
        cut = _subset(self._face, numbers)
        tag = _tag(self._face, numbers)
        name = f"{tag}+{self._face.title}"
        compact = "glyf" not in cut.table_tags
        refer = document.Reference
        program = bytes(cut.reference_table("CFF ").data if compact else cut.blob.data)
        about = {"Subtype": PDFName("CIDFontType0C")} if compact else {"Length1": len(program)}
        file = PDFStream(PDFDictionary(about), program, [PDFZCompress])
        described = _descriptor(self._face, cut, name, "FontFile3" if compact else "FontFile2", refer(file))
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if compact else "CIDFontType2"),
            "BaseFont": PDFName(name),
            "CIDSystemInfo": PDFDictionary(
                {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
            ),
            "FontDescriptor": refer(described),
            "DW": 1000,
            "W": _widths(cut, numbers, self._face.scale),
            **({} if compact else {"CIDToGIDMap": PDFName("Identity")}),
        }
        below = refer(PDFDictionary(descendant))
        for layer, meanings in enumerate(self._layers):
            font = {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(f"{name}-Identity-H" if compact else name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([below]),
                "ToUnicode": refer(PDFStream(PDFDictionary(), to_unicode(meanings), [PDFZCompress])),
            }
            yield self._name(layer)[1:], refer(PDFDictionary(font))


class FontBook:
    """The fonts of one file, embedded when it is saved."""

    # What ReportLab asks of a font of its own.
    _dynamicFont = True

    def __init__(self, document: Any) -> None:
        self._fonts: dict[Face, EmbeddedFont] = {}
        document.delayedFonts.append(self)

    def shown(self, shaped: Shaped) -> tuple[Shown, ...]:
        """Return the codes that show a shaped text; none for no glyphs."""
        font = self._fonts.get(shaped.face)
        if font is None:
            font = self._fonts[shaped.face] = EmbeddedFont(shaped.face, len(self._fonts) + 1)
        return font.shown(shaped)

    def addObjects(self, document: Any) -> None:  # ReportLab calls it when it saves
        """Add the fonts to the one dictionary that all pages share."""
        for font in self._fonts.values():
            document.idToObject["BasicFonts"].dict.update(font.objects(document))


def to_unicode(meanings: Mapping[int, str]) -> str:
    """Return the map from codes to characters, in UTF-16, of which one code may have several."""
    rows = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in sorted(meanings.items())]
    blocks = [rows[start : start + LARGEST_BLOCK] for start in range(0, len(rows), LARGEST_BLOCK)]
    listed = "".join(f"{len(block)} beginbfchar\n{chr(10).join(block)}\nendbfchar\n" for block in blocks)
    return _MAP_HEAD + listed + _MAP_FOOT


_ESCAPES = str.maketrans({"\\": "\\\\", "(": "\\(", ")": "\\)", "\r": "\\r"})


@lru_cache(maxsize=ROOM)
def _codes(shaped: Shaped) -> tuple[str, ...]:
    """Return each glyph's code between the moves before and after it, in thousandths of the size, to the left.

    A code is a literal string of two bytes (ISO 32000-1, 7.3.4.2): half as much to pack as in hexadecimal digits.
    """
    return tuple(
        f"{_move(-glyph.right)}({_literal(glyph.number)}){_move(glyph.width - glyph.advance + glyph.right)}"
        for glyph in shaped.glyphs
    )


def _literal(number: int) -> str:
    """Return a glyph's number as two characters from 0 to 255, those escaped that mean something in a string."""
    return (chr(number >> 8) + chr(number & 0xFF)).translate(_ESCAPES)


def _move(length: float) -> str:
    return f" {length:.0f}" if abs(length) >= 0.5 else ""


def _subset(face: Face, numbers: Sequence[int]) -> uharfbuzz.Face:
    """Return the font with these glyphs alone, under their own numbers, pinned to its place on each axis."""
    cut = uharfbuzz.SubsetInput()
    cut.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(numbers)
    cut.flags = _KEPT_NUMBERS
    dropped = cut.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _DROPPED:
        dropped.add(int.from_bytes(tag.encode(), "big"))
    for tag, place in face.places.items():
        cut.pin_axis_location(face.file, tag, place)
    return uharfbuzz.subset(face.file, cut)


def _tag(face: Face, numbers: Sequence[int]) -> str:
    """Return six letters that tell this subset from others of its font (ISO 32000-1, 9.6.4)."""
    digest = sha256(f"{face.name}:{','.join(map(str, numbers))}".encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


def _descriptor(face: Face, cut: uharfbuzz.Face, name: str, key: str, file: Any) -> PDFDictionary:
    """Return what a viewer should know of a font (ISO 32000-1, 9.8), from its tables."""
    scale, post, windows = face.scale, bytes(face.file.reference_table("post").data) or bytes(16), _family_class(face)
    angle, fixed = struct.unpack_from(">i", post, 4)[0] / 65536, struct.unpack_from(">I", post, 12)[0]
    box = struct.unpack_from(">4h", bytes(cut.reference_table("head").data), 36)
    flags = _SYMBOLIC | (_FIXED_PITCH if fixed else 0) | (_ITALIC if angle else 0)
    capitals = face.font.get_metric_position(uharfbuzz.OTMetricsTag.CAP_HEIGHT) or face.ascent * 700 / scale
    weight = face.places.get("wght", 400.0)
    return PDFDictionary(
        {
            "Type": PDFName("FontDescriptor"),
            "FontName": PDFName(name),
            "Flags": flags | (_SERIF if windows in _SERIF_CLASSES else 0),
            "FontBBox": PDFArray([round(value * scale) for value in box]),
            "ItalicAngle": round(angle, 2),
            "Ascent": round(face.ascent * 1000),
            "Descent": round(-face.descent * 1000),
            "CapHeight": round(capitals * scale),
            "StemV": round(50 + (weight / 65) ** 2),
            key: file,
        }
    )


def _family_class(face: Face) -> int:
    """Return the class of a family's design (OpenType 1.9, OS/2 `sFamilyClass`); 0 where it has none."""
    table = bytes(face.file.reference_table("OS/2").data)
    return table[30] if len(table) > 31 else 0


def _widths(cut: uharfbuzz.Face, numbers: Sequence[int], scale: float) -> str:
    """Return the widths of glyphs, those of neighbouring numbers together (ISO 32000-1, 9.7.4.3)."""
    font, parts, before = uharfbuzz.Font(cut), [], -2
    for number in numbers:
        width = f"{font.get_glyph_h_advance(number) * scale:.3f}".rstrip("0").rstrip(".")
        parts.append(f" {width}" if number == before + 1 else f"]{number}[{width}")
        before = number
    return f"[{''.join(parts)[1:]}]]"
