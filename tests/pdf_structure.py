"""The structure of a PDF file as a reader hears it, read back by another library than the one that wrote it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf

INLINE = ("Span", "Link", "Reference", "Code", "Quote", "BibEntry")


@dataclass
class Heard:
    """A structure element read back: its type, what is told about it, and its text and elements in order."""

    kind: str
    told: dict[str, str]
    kids: list[Heard | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All text in it, in reading order."""
        return "".join(kid if isinstance(kid, str) else kid.text for kid in self.kids)

    def find(self, *kinds: str) -> Iterator[Heard]:
        """Return the elements of some types in it, itself among them, in reading order."""
        if self.kind in kinds:
            yield self
        for kid in self.kids:
            if isinstance(kid, Heard):
                yield from kid.find(*kinds)


def structure(data: bytes) -> Heard:
    """Return the root element of a file."""
    pdf = pikepdf.open(io.BytesIO(data))
    texts = {page.objgen: _marked(page) for page in pdf.pages}
    return _heard(pdf.Root.StructTreeRoot.K, None, texts)


def lines(element: Heard, counted: bool = False) -> Iterator[str]:
    """Return the text of an element block by block, that of a note after its block.

    The marks of notes are left out, and those of a list's items where they are counted: no author wrote them.
    """
    words, notes = [], []
    for kid in element.kids:
        if isinstance(kid, str) or kid.kind in INLINE:
            words.append(kid if isinstance(kid, str) else "" if "Ref" in kid.told else kid.text)
            continue
        if not (kid.kind == "Lbl" and counted):
            notes.append(kid)
    if "".join(words).strip():
        yield "".join(words)
    counted = element.kind == "L" and "ListNumbering None" not in element.told["A"]
    for kid in notes:
        yield from lines(kid, counted)


def outline_of(element: Heard, depth: int = 0) -> Iterator[str]:
    """Return an element and all below it, a line each, with what is told about them."""
    yield "  " * depth + " ".join([element.kind, *(f"{key}={told}" for key, told in element.told.items())])
    for kid in element.kids:
        if isinstance(kid, str):
            yield "  " * (depth + 1) + repr(kid)
        else:
            yield from outline_of(kid, depth + 1)


def _plain(value: Any) -> str:
    if isinstance(value, pikepdf.Dictionary):
        named = (f"{key[1:]} {_plain(one)}" for key, one in value.items() if key not in ("/O", "/BBox"))
        return f"<{', '.join(named)}>"
    if isinstance(value, pikepdf.Array):
        return " ".join(str(one.ID) if isinstance(one, pikepdf.Dictionary) else str(one) for one in value)
    return str(value).removeprefix("/")


def _heard(entries: Any, page: Any, texts: Any) -> Heard:
    told = {key[1:]: _plain(entries[key]) for key in ("/ID", "/Lang", "/Alt", "/A", "/Ref") if key in entries}
    heard = Heard(str(entries.S)[1:], told)
    if "/ActualText" in entries:
        heard.kids.append(str(entries.ActualText))
        return heard
    page = entries.get("/Pg", page)
    kids = entries.get("/K", ())
    for kid in kids if isinstance(kids, pikepdf.Array | tuple) else (kids,):
        if isinstance(kid, int):
            heard.kids.append(texts[page.objgen][kid])
        elif kid.get("/Type") == "/MCR":
            heard.kids.append(texts[kid.Pg.objgen][kid.MCID])
        elif kid.get("/Type") != "/OBJR":
            heard.kids.append(_heard(kid, page, texts))
    return heard


def _marked(page: Any) -> dict[int, str]:
    """Return the text of each marked content of a page."""
    fonts = {name: unicode_values(font) for name, font in page.Resources.get("/Font", {}).items()}
    found: dict[int, str] = {}
    stack: list[int | None] = []
    font: dict[bytes, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page):
        name = str(operator)
        if name == "BDC":
            number = operands[1].get("/MCID") if isinstance(operands[1], pikepdf.Dictionary) else None
            stack.append(number)
            found |= {} if number is None else {int(number): ""}
        elif name == "BMC":
            stack.append(None)
        elif name == "EMC":
            stack.pop()
        elif name == "Tf":
            font = fonts[str(operands[0])]
        elif name in ("Tj", "TJ"):
            assert stack, "text that belongs to nothing"
            strings = operands[0] if name == "TJ" else operands
            words = "".join(_decoded(bytes(one), font) for one in strings if isinstance(one, pikepdf.String))
            if stack[-1] is not None:
                found[stack[-1]] += words
    assert not stack
    return found


def _decoded(codes: bytes, font: dict[bytes, str]) -> str:
    width = len(next(iter(font)))
    return "".join(font[codes[start : start + width]] for start in range(0, len(codes), width))


def unicode_values(font: Any) -> dict[bytes, str]:
    """Return the characters of a font's codes, by its ToUnicode map."""
    values = {}
    lines = font.ToUnicode.read_bytes().decode("latin-1")
    for block in re.findall(r"beginbfchar(.*?)endbfchar", lines, re.DOTALL):
        for code, text in re.findall(r"<(\w+)>\s*<(\w+)>", block):
            values[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", lines, re.DOTALL):
        for first, last, text in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int.from_bytes(bytes.fromhex(text), "big")
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = (int(first, 16) + step).to_bytes(len(first) // 2, "big")
                values[code] = (start + step).to_bytes(len(text) // 2, "big").decode("utf-16-be")
    return values
