"""Read a PDF of ours back exactly, code by code: what a reader copies, where pdfium guesses at blanks."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj", re.DOTALL)
STREAM = re.compile(rb"stream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
SHOWN = re.compile(r"(/T[\d.]+) [\d.]+ Tf|\[([^]]*)\]TJ|(ET)")


def objects(data: bytes) -> dict[int, bytes]:
    """Return the objects of a file by their numbers."""
    return {int(found[1]): found[2] for found in OBJECT.finditer(data)}


def stream(body: bytes) -> bytes:
    """Return what the stream of an object holds."""
    found = STREAM.search(body)
    assert found, body
    return zlib.decompressobj().decompress(found[1]) if b"FlateDecode" in body else found[1]


def meanings(data: bytes) -> dict[str, dict[str, str]]:
    """Return for each font by its name on the pages what its codes stand for."""
    found = objects(data)
    names = {name: number for body in found.values() for name, number in re.findall(rb"/(T[\d.]+) (\d+) 0 R", body)}
    maps = {}
    for name, number in names.items():
        reference = re.search(rb"/ToUnicode (\d+) 0 R", found[int(number)])
        assert reference
        rows = re.findall(r"<(\w{4})> <(\w+)>", stream(found[int(reference[1])]).decode())
        maps[f"/{name.decode()}"] = {code: bytes.fromhex(text).decode("utf-16-be") for code, text in rows}
    return maps


def lines_copied(data: bytes) -> list[str]:
    """Return the characters of each text object of all pages, soft hyphens and blanks at the end among them."""
    maps = meanings(data)
    pages = [body for body in objects(data).values() if re.search(rb"/Type /Page\b", body)]
    contents = [re.search(rb"/Contents (\d+) 0 R", page) for page in pages]
    streams = [stream(objects(data)[int(one[1])]).decode("latin-1") for one in contents if one]
    return [line for content in streams for line in _lines(content, maps)]


def _lines(content: str, maps: dict[str, dict[str, str]]) -> Iterator[str]:
    font, line = "", ""
    for name, array, end in SHOWN.findall(content):
        font = name or font
        for codes in re.findall(r"<(\w*)>", array):
            line += "".join(maps[font][codes[index : index + 4].upper()] for index in range(0, len(codes), 4))
        if end:
            yield line
            line = ""
