"""Read a PDF of ours back code by code: what a reader copies exactly, where pdfium guesses at blanks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf
from pdf_structure import unicode_values


def meanings(data: bytes) -> dict[str, dict[bytes, str]]:
    """Return for each font by its name on the pages what its codes stand for."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {name: unicode_values(font) for name, font in _fonts(pdf).items()}


def programs(data: bytes) -> list[bytes]:
    """Return the font programs of a file."""
    found = {}
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for font in _fonts(pdf).values():
            described = font.DescendantFonts[0].FontDescriptor
            program = described.get("/FontFile2") or described.get("/FontFile3")
            found[program.objgen] = program.read_bytes()
    return list(found.values())


def names_of(data: bytes) -> set[str]:
    """Return the names of the fonts of a file."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return {str(font.BaseFont) for font in _fonts(pdf).values()}


def lines_copied(data: bytes) -> list[str]:
    """Return the characters of each line of each text object of all pages, with soft hyphens and blanks at ends.

    Where its content says what a text object stands for, that is returned.
    """
    maps = meanings(data)
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [line for page in pdf.pages for line in _lines(page, maps)]


def _lines(page: Any, maps: dict[str, dict[bytes, str]]) -> Iterator[str]:
    font: dict[bytes, str] = {}
    line, actual = "", None
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "BDC":
            actual = operands[1].get("/ActualText")
        elif str(operator) == "Tf":
            font = maps[str(operands[0])]
        elif str(operator) == "TJ":
            codes = b"".join(bytes(one) for one in operands[0] if isinstance(one, pikepdf.String))
            line += "".join(font[codes[start : start + 2]] for start in range(0, len(codes), 2))
        elif str(operator) == "Td" and operands[1] and line and actual is None:
            yield line
            line = ""
        elif str(operator) == "ET":
            yield line if actual is None else str(actual)
            line = ""


def _fonts(pdf: pikepdf.Pdf) -> dict[str, Any]:
    return {name: font for page in pdf.pages for name, font in page.Resources.get("/Font", {}).items()}
