"""The faces that text is set in: instances of a style's fonts, the characters they have, and their stand-ins."""

from __future__ import annotations

import re
import struct
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import PurePosixPath
from threading import Lock
from typing import TYPE_CHECKING, cast

import uharfbuzz

from ...document import Direction
from ...style import FallbackFamily, Family, FontName, Style, face_bytes
from ...style.fonts import bad_font, is_installed
from .looks import Looks
from .shaping import JOINERS, Face

if TYPE_CHECKING:
    from .lines import Line
    from .looks import TextLook
    from .words import Setting

FALLBACK: tuple[FontName, ...] = ("serif", "sans", "mono")
"""The order in which families are asked for a character that the wanted one lacks."""

FIRST_MARK = "\u0300"
"""The first character of Unicode that is a mark on another."""

_NEEDED = (("head", "hhea", "hmtx", "maxp", "cmap"), ("glyf", "loca"), ("CFF ",), ("CFF2",))
"""The tables that every font has, then those of its outlines: one of the three kinds."""


@dataclass(frozen=True, eq=False)
class Faces:
    """The faces of a style, for one document of a language that runs in a direction; each is made when first asked for.

    `settings` are the manners of setting words that the document has needed, `lines` the texts that
    it has set or measured in one line.
    """

    style: Style
    language: str = ""
    direction: Direction = "ltr"
    settings: dict[tuple[object, ...], Setting] = field(default_factory=dict)
    lines: dict[tuple[str, TextLook], Line] = field(default_factory=dict)
    _faces: dict[tuple[FontName | str, bool, bool], Face] = field(default_factory=dict)
    _bearers: dict[tuple[str, FontName, bool, bool, str], Face | None] = field(default_factory=dict)

    @cached_property
    def looks(self) -> Looks:
        """How paragraphs of the style look, in their places."""
        return Looks(self.style)

    def face(self, font: FontName | str, bold: bool = False, italic: bool = False) -> Face:
        """Return the face of a family or fallback in a weight and slant.

        Raise BriefError where its package is not installed.
        """
        key = (font, bold, italic)
        if key not in self._faces:
            family = self._fallbacks.get(font) or self.style.fonts[cast(FontName, font)]
            name = _name(family, bold, italic)
            with _MAKING:
                if name not in _MADE:
                    _MADE[name] = _make(name, family, bold, italic)
                self._faces[key] = _MADE[name]
        return self._faces[key]

    def runs(
        self, text: str, font: FontName, bold: bool, italic: bool, language: str = ""
    ) -> Iterator[tuple[Face | None, str]]:
        """Return text of a language cut into the longest pieces that one face can set, in order; nothing for no text.

        A letter and its marks have one face if any face has them all. Blanks that no face knows have none (None).
        """
        wanted = self.face(font, bold, italic)
        if wanted.characters.issuperset(text):
            yield from ((wanted, text),) if text else ()
            return
        before: Face | None = wanted
        piece = ""
        for cluster in clusters(text):
            face = self._bearer(cluster, font, bold, italic, language)
            if face is not before and piece:
                yield before, piece
                piece = ""
            before, piece = face, piece + cluster
        yield before, piece

    def has(self, character: str) -> bool:
        """Return whether the style can set a character."""
        return unicodedata.category(character) == "Zs" or self._bearer(character, "serif", False, False, "") is not None

    def _bearer(self, characters: str, font: FontName, bold: bool, italic: bool, language: str) -> Face | None:
        """Return the first face that has all of some characters: in the wanted weight and slant, else upright.

        Else the first that has the first of them; None if none has.
        """
        key = (characters, font, bold, italic, language)
        if key not in self._bearers:
            self._bearers[key] = self._found(characters, font, bold, italic, language)
        return self._bearers[key]

    def _found(self, characters: str, font: FontName, bold: bool, italic: bool, language: str) -> Face | None:
        families = (
            *(font, *(name for name in FALLBACK if name != font and name in self.style.fonts)),
            *sorted(self._fallbacks, key=lambda name: not self._fallbacks[name].speaks(language)),
        )
        composed = unicodedata.normalize("NFC", characters)
        for wanted in dict.fromkeys((characters, composed, characters[0])):
            for weight, slant in dict.fromkeys(((bold, italic), (False, False))):
                for name in families:
                    face = self.face(name, weight, slant)
                    if face.characters.issuperset(wanted):
                        return face
        return None

    @cached_property
    def _fallbacks(self) -> Mapping[str, FallbackFamily]:
        """The fallbacks that are installed, by names that no other family has."""
        return {f"{name} (fallback)": one for name, one in self.style.fallback.items() if is_installed(one)}


def clusters(text: str) -> Iterator[str]:
    """Return the letters of a text, each with the marks and joiners that follow it; none for no text."""
    start = 0
    for index, character in enumerate(text):
        apart = character < FIRST_MARK or (unicodedata.category(character)[0] != "M" and character not in JOINERS)
        if index and apart:
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


# One process makes a face once, whatever the number of documents.
_MADE: dict[str, Face] = {}
_MAKING = Lock()


def _name(family: Family, bold: bool, italic: bool) -> str:
    """Return a name that no other instance of any style has, made of all that tells instances apart."""
    file = getattr(family, family.file_key(bold, italic))
    axes = ",".join(f"{tag}={place:g}" for tag, place in sorted(family.axes.items()))
    return f"{family.package}/{file}:{_weight(family, bold):g}:{axes}"


def _weight(family: Family, bold: bool) -> float:
    return family.bold if bold else family.regular


def _make(name: str, family: Family, bold: bool, italic: bool) -> Face:
    data = face_bytes(family, italic, bold)
    file = _file(data)
    if file is None:
        raise bad_font(family, italic, bold)
    font = uharfbuzz.Font(file)
    chosen = {**family.axes, "wght": _weight(family, bold)}
    places = {axis.tag: float(chosen.get(axis.tag, axis.default_value)) for axis in file.axis_infos}
    if places:
        font.set_variations(places)
    # After its file: a family that no package has is set in the nearest, and goes by its own name in Word alone.
    letters = "".join(re.findall("[A-Za-z0-9]", re.split(r"[-\[.]", PurePosixPath(family.upright).name)[0]))
    manner = ("Bold" if bold else "") + ("Italic" if italic else "") or "Regular"
    extents = font.get_font_extents("ltr")
    return Face(
        name=name,
        title=f"{letters}-{manner}",
        file=file,
        font=font,
        places=places,
        characters=JOINERS.union(map(chr, file.unicodes)),
        features=frozenset(file.get_language_feature_tags("GSUB")),
        ascent=extents.ascender / file.upem,
        descent=-extents.descender / file.upem,
        scale=1000 / file.upem,
    )


@cache
def _file(data: bytes) -> uharfbuzz.Face | None:
    """Return the face of a font file; None where it is cut off or lacks what it needs: HarfBuzz checks little."""
    try:
        tables = dict(_tables(data))
    except (struct.error, UnicodeDecodeError):
        return None
    always, *kinds = _NEEDED
    whole = all(offset + length <= len(data) for offset, length in tables.values())
    if not whole or not tables.keys() >= set(always) or not any(tables.keys() >= set(kind) for kind in kinds):
        return None
    face = uharfbuzz.Face(data)
    return face if face.upem and face.glyph_count and face.unicodes else None


def _tables(data: bytes) -> Iterator[tuple[str, tuple[int, int]]]:
    """Return the tables of a font file with their offsets and lengths (OpenType 1.9, "Table directory")."""
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * index)
        yield tag.decode("ascii"), (offset, length)
