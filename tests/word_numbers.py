"""The numbers that Word counts: read off the styles and lists of a DOCX, as Word would write them on the page."""

from __future__ import annotations

import re
import zipfile
from typing import Any

from lxml import etree

WML = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")


class Numbers:
    """The counters of a document, each paragraph to be asked for in its order."""

    def __init__(self, package: zipfile.ZipFile) -> None:
        styles = etree.fromstring(package.read("word/styles.xml"))
        lists = etree.fromstring(package.read("word/numbering.xml"))
        self.styles = {one.get(f"{WML}styleId"): one.find(f"{WML}pPr/{WML}numPr") for one in styles.iter(f"{WML}style")}
        kinds = {one.get(f"{WML}abstractNumId"): one for one in lists.iter(f"{WML}abstractNum")}
        self.lists = {one.get(f"{WML}numId"): kinds[value(one, "abstractNumId")] for one in lists.iter(f"{WML}num")}
        self.counts: dict[tuple[str, int], int] = {}

    def before(self, style: str, paragraph: Any) -> str:
        """Return the number before a heading, with a blank; the empty text for any other paragraph and without one."""
        own = paragraph.find(f"{WML}pPr/{WML}numPr")
        listed = self.styles.get(style) if own is None else own
        if not style.startswith("Heading") or listed is None or listed.find(f"{WML}numId") is None:
            return ""
        number, depth = value(listed, "numId"), int(value(listed, "ilvl") or 0)
        if number not in self.lists:
            return ""
        levels = {int(one.get(f"{WML}ilvl")): one for one in self.lists[number].iter(f"{WML}lvl")}
        kind = self.lists[number].get(f"{WML}abstractNumId")
        self.counts[kind, depth] = self.counts.get((kind, depth), 0) + 1
        for deeper in range(depth + 1, len(levels)):
            self.counts.pop((kind, deeper), None)
        pattern = value(levels[depth], "lvlText")
        return re.sub(r"%(\d)", lambda found: self._written(kind, int(found[1]) - 1, levels), pattern) + " "

    def _written(self, kind: str, depth: int, levels: dict[int, Any]) -> str:
        count = self.counts[kind, depth]
        forms = {
            "decimal": str(count),
            "upperRoman": "X" * (count // 10) + ROMAN[count % 10],
            "upperLetter": chr(64 + count),
            "lowerLetter": chr(96 + count),
        }
        return forms[value(levels[depth], "numFmt")]


def value(element: Any, name: str) -> str:
    """Return the value of an element's child of that name; the empty text where there is none."""
    child = element.find(f"{WML}{name}")
    return "" if child is None else str(child.get(f"{WML}val"))
