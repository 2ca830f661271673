"""The characters of a document that this writer can't set, all of them found before anything is laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from ...diagnostics import Diagnostic, Source, error
from ...document import Chart, Code, Diagram, Document, Hole, Text, words_of
from ...document.walk import walk
from ...style import Style
from .fonts import Faces

Kind = Literal["control", "complex", "missing"]

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff")
"""Characters that print nothing: soft hyphen, zero-width space and joiners, left-to-right mark, word joiner, BOM."""

BREAK = "\u200b"
"""The invisible character that lets a line end: a zero-width space."""

_DROPPED = dict.fromkeys(map(ord, INVISIBLE - {BREAK}))
_MARKED = re.compile("[^\\W\\d_][\u0300-\u036f]+")
_BLANK = frozenset("\t\n ")
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN", "RLE", "RLO", "RLI"})

# Blocks whose letters change shape or place with their neighbours (The Unicode Standard 16, chapters 12 to 17).
_SHAPED = (
    (0x0900, 0x0FFF),
    (0x1000, 0x109F),
    (0x1700, 0x18AF),
    (0x1900, 0x1CFF),
    (0xA800, 0xA8FF),
    (0xA930, 0xAADF),
    (0xABC0, 0xABFF),
    (0x11000, 0x11FFF),
)


def printed(text: str) -> str:
    """Return the characters of a text that are printed, and the places where a line may end.

    Marks are joined to their letters where Unicode has one character for both, as the two are set without shaping; no
    other character becomes one that it only is canonically equal to.
    """
    return _MARKED.sub(lambda found: unicodedata.normalize("NFC", found.group()), text).translate(_DROPPED)


def faults(document: Document, style: Style, faces: Faces) -> list[Diagnostic]:
    """Return an error for each place with characters that can't be set, naming them and pointing at the first.

    None if all can be set.
    """
    texts = [(printed(text), place) for text, place in _texts(document, style)]
    bad = {character for character in set().union(*(text for text, _ in texts)) if _is_bad(character, faces)}
    found: dict[tuple[Source, Kind], dict[str, None]] = {}
    for text, place in texts:
        for character in text:
            if character in bad:
                found.setdefault((place, _kind(character)), {})[character] = None
    return [_fault(kind, tuple(characters), place, style) for (place, kind), characters in found.items()]


def _texts(document: Document, style: Style) -> Iterator[tuple[str, Source]]:
    """Return all text that is printed, with the place that it comes from."""
    meta = document.meta
    for line in (meta.running_head, meta.draft_mark, meta.marking, meta.page_number):
        yield line, meta.source
    for bullet in style.list.bullets:
        yield bullet, style.list.source
    for node in walk(document):
        if isinstance(node, Text | Code | Hole):
            yield node.text, node.source
        elif isinstance(node, Chart | Diagram):
            yield from words_of(node)


def _is_bad(character: str, faces: Faces) -> bool:
    if character == BREAK or character in _BLANK:
        return False
    return _is_control(character) or _is_complex(character) or not faces.has(character)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _is_complex(character: str) -> bool:
    code = ord(character)
    shaped = any(first <= code <= last for first, last in _SHAPED)
    return shaped or unicodedata.bidirectional(character) in _RIGHT_TO_LEFT


def _kind(character: str) -> Kind:
    """Return why a character can't be set."""
    if _is_control(character):
        return "control"
    return "complex" if _is_complex(character) else "missing"


def _fault(kind: Kind, characters: Sequence[str], value: Source, style: Style) -> Diagnostic:
    place = replace(value, quote=characters[0])
    codes = [f"U+{ord(character):04X}" for character in characters]
    if kind == "control":
        return error("unprintable-character", f"the text holds {_control(codes)}", place, "take it out")
    named = ", ".join(f"'{character}' ({code})" for character, code in zip(characters, codes, strict=True))
    hint = "write it otherwise, or build the DOCX alone with --format docx"
    if kind == "complex":
        message = f"the PDF writer can't set {named}: the script is shaped or runs from the right"
    else:
        noun = "character" if len(codes) == 1 else "characters"
        message = f"no font of style '{style.name}' can show the {noun} {named}"
    return error("missing-glyph", message, place, hint)


def _control(codes: Sequence[str]) -> str:
    return f"the control character{'s' if len(codes) > 1 else ''} {', '.join(codes)}"
