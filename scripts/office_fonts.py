"""Show LibreOffice the fonts of our styles, which are in Python packages, so that its lines break where ours do.

It picks the weights of variable fonts otherwise than we do, so each face is cut out of them as the PDF writer sets it.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import uharfbuzz
from fontTools.ttLib import TTFont

from reportgen.style import FontFamily, Style
from reportgen.style.fonts import face_bytes

CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>{folder}</dir>
  <cachedir>{folder}/cache</cachedir>
</fontconfig>
"""

FACES = {(False, False): "Regular", (True, False): "Bold", (False, True): "Italic", (True, True): "Bold Italic"}
"""What the faces of a family are called, by whether they are bold and italic (OpenType 1.9, "name", id 2)."""

NAMED_OTHERWISE = (16, 17, 21, 22, 25)
"""The ids of names by which programs would find the faces of a larger family."""

BOLD, ITALIC, REGULAR = 1 << 5, 1 << 0, 1 << 6
"""The bits of `fsSelection` (OpenType 1.9, "OS/2")."""


class OfficeFonts:
    """A new folder with the faces of the styles that are added, and the environment in which a program sees them."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        configuration = folder / "fonts.conf"
        configuration.write_text(CONFIGURATION.format(folder=folder), encoding="utf-8")
        self.environment: Mapping[str, str] = {**os.environ, "FONTCONFIG_FILE": str(configuration)}

    def add(self, style: Style) -> None:
        """Put the faces of a style into the folder, those that are not yet there."""
        for family in style.fonts.values():
            for (bold, italic), face in FACES.items():
                path = self.folder / f"{family.family} {face} {weight_of(family, bold):g}.ttf"
                if not path.exists():
                    font = TTFont(BytesIO(cut_out(family, bold, italic)))
                    name(font, family.family, bold, italic)
                    font.save(path)


def weight_of(family: FontFamily, bold: bool) -> float:
    """Return the weight of a family's bold or regular faces, from 1 to 1000."""
    return float(family.bold if bold else family.regular)


def cut_out(family: FontFamily, bold: bool, italic: bool) -> bytes:
    """Return the font file of one face, without axes."""
    data = face_bytes(family, italic)
    face, wanted = uharfbuzz.Face(data), uharfbuzz.SubsetInput()
    wanted.keep_everything()
    places = {**family.axes, "wght": weight_of(family, bold)}
    for axis in face.axis_infos:
        if axis.tag in places:
            wanted.pin_axis_location(face, axis.tag, places[axis.tag])
        else:
            wanted.pin_axis_to_default(face, axis.tag)
    return bytes(uharfbuzz.subset(face, wanted).blob.data)


def name(font: Any, family: str, bold: bool, italic: bool) -> None:
    """Name a face such that programs find the four of a family as regular, bold, italic and both."""
    face, names = FACES[bold, italic], font["name"]
    names.names = [one for one in names.names if one.nameID not in NAMED_OTHERWISE]
    full = f"{family} {face}"
    for number, said in {1: family, 2: face, 3: full, 4: full, 6: full.replace(" ", "-")}.items():
        names.setName(said, number, 3, 1, 0x409)
    font["OS/2"].usWeightClass = 700 if bold else 400
    marks = BOLD * bold | ITALIC * italic or REGULAR
    font["OS/2"].fsSelection = font["OS/2"].fsSelection & ~(BOLD | ITALIC | REGULAR) | marks
    font["head"].macStyle = int(bold) | int(italic) << 1
