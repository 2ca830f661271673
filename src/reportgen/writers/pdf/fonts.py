"""The faces that text is set in: static instances of a style's fonts, the characters they have, and their stand-ins."""

from __future__ import annotations

import struct
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from threading import Lock

import uharfbuzz
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFError, TTFont

from ...style import FontFamily, FontName, Style, face_bytes
from ...style.fonts import bad_font

FALLBACK: tuple[FontName, ...] = ("serif", "sans", "mono")
"""The order in which families are asked for a character that the wanted one lacks."""

NO_BREAK_SPACE = "\u00a0"
LAST_COPIED = 0xFFFF
"""The last character that a reader copies out of the file as itself."""

_BROKEN = (TTFError, struct.error, ArithmeticError, AttributeError, LookupError, RuntimeError, ValueError)
"""What ReportLab and HarfBuzz raise on font files that are cut off or hold nonsense: they check little."""

# ReportLab's TTFont sets one glyph after the other and reads none of these; without them an instance is made sooner.
_UNREAD_TABLES = ("GSUB", "GPOS", "GDEF", "BASE", "STAT", "MVAR", "HVAR", "DSIG", "kern", "meta")


@dataclass(frozen=True, slots=True)
class Face:
    """A font of one weight and slant, under the name that ReportLab knows it by.

    `ascent` and `descent` are the parts of the size above and below the base line, both positive.
    """

    name: str
    characters: frozenset[str]
    ascent: float
    descent: float

    def width(self, text: str, size: float) -> float:
        """Return the width of text in one line at a size, in points; 0 for no text."""
        return float(stringWidth(text, self.name, size))


@dataclass(frozen=True, slots=True)
class Faces:
    """The faces of a style; each is made when it is first asked for."""

    style: Style

    def face(self, font: FontName, bold: bool = False, italic: bool = False) -> Face:
        """Return the face of a family in a weight and slant; raise BriefError where its package is not installed."""
        family = self.style.fonts[font]
        name = _name(family, bold, italic)
        with _MAKING:
            if name not in _MADE:
                _MADE[name] = _make(name, family, bold, italic)
        return _MADE[name]

    def runs(self, text: str, font: FontName, bold: bool, italic: bool) -> Iterator[tuple[Face, str]]:
        """Return text cut into the longest pieces that one face can set, in order; nothing for no text.

        A blank of a width that no face knows becomes a no-break space.
        """
        wanted = self.face(font, bold, italic)
        if wanted.characters.issuperset(text):
            yield from ((wanted, text),) if text else ()
            return
        for face, found in groupby(text, key=lambda character: self._bearer(character, font, bold, italic)):
            piece = "".join(found)
            yield (face, piece) if face else (wanted, NO_BREAK_SPACE * len(piece))

    def has(self, character: str) -> bool:
        """Return whether the style can set a character."""
        return unicodedata.category(character) == "Zs" or self._bearer(character, "serif", False, False) is not None

    def _bearer(self, character: str, font: FontName, bold: bool, italic: bool) -> Face | None:
        """Return the first face that has a character: in the wanted weight and slant, else upright; None if none."""
        families = (font, *(name for name in FALLBACK if name != font and name in self.style.fonts))
        for weight, slant in dict.fromkeys(((bold, italic), (False, False))):
            for name in families:
                face = self.face(name, weight, slant)
                if character in face.characters:
                    return face
        return None


# One process makes a face once, whatever the number of documents: ReportLab's registry of fonts is global as well.
_MADE: dict[str, Face] = {}
_MAKING = Lock()


def _name(family: FontFamily, bold: bool, italic: bool) -> str:
    """Return a name that no other instance of any style has, made of all that tells instances apart."""
    file = family.italic if italic else family.upright
    axes = ",".join(f"{tag}={place:g}" for tag, place in sorted(family.axes.items()))
    return f"{family.package}/{file}:{_weight(family, bold):g}:{axes}"


def _weight(family: FontFamily, bold: bool) -> float:
    return family.bold if bold else family.regular


def _make(name: str, family: FontFamily, bold: bool, italic: bool) -> Face:
    data = face_bytes(family, italic)
    try:
        font = TTFont(name, BytesIO(_instance(data, family, _weight(family, bold))))
    except _BROKEN:
        raise bad_font(family, italic) from None
    # The font's own name is that of the variable font's default instance, the same for all weights: a viewer that
    # caches fonts by name would mix them up.
    letters = "".join(filter(str.isalnum, family.family))
    manner = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    font.face.name = f"{letters}-{manner}".encode("ascii", "ignore")
    registerFont(font)
    # Of characters beyond U+FFFF ReportLab writes a ToUnicode value that readers copy as two others.
    characters = frozenset(chr(code) for code in font.face.charToGlyph if code <= LAST_COPIED) | {NO_BREAK_SPACE}
    return Face(name, characters, font.face.ascent / 1000, -font.face.descent / 1000)


def _instance(data: bytes, family: FontFamily, weight: float) -> bytes:
    """Return a variable font pinned to one place on each axis; a font without axes as it is."""
    face = uharfbuzz.Face(data)
    if not face.axis_infos:
        return data
    places = {**family.axes, "wght": weight}
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    for axis in face.axis_infos:
        cut.pin_axis_location(face, axis.tag, places.get(axis.tag, axis.default_value))
    dropped = cut.sets(uharfbuzz.SubsetInputSets.DROP_TABLE_TAG)
    for tag in _UNREAD_TABLES:
        dropped.add(int.from_bytes(tag.encode(), "big"))
    return bytes(uharfbuzz.subset(face, cut).blob.data)
