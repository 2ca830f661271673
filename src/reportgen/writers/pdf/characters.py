"""The characters of a document that this writer can't set, all of them found before anything is laid out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from ...diagnostics import Diagnostic, Source, error
from ...document import Code, Document, Hole, Text
from ...document.walk import walk
from ...style import Style
from .fonts import Faces

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
    """Return an error for each character that can't be set, once for each place in the brief; none if all can be."""
    texts = [(printed(text), place) for text, place in _texts(document, style)]
    bad = {character for character in set().union(*(text for text, _ in texts)) if _is_bad(character, faces)}
    places = dict.fromkeys((character, place) for text, place in texts for character in text if character in bad)
    return [_fault(character, place, style) for character, place in places]


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


def _fault(character: str, place: Source, style: Style) -> Diagnostic:
    code = f"U+{ord(character):04X}"
    if _is_control(character):
        return error("unprintable-character", f"the text holds the control character {code}", place, "take it out")
    hint = "write it otherwise, or build the DOCX alone with --format docx"
    if _is_complex(character):
        message = f"the PDF writer can't set '{character}' ({code}): its script is shaped or runs from the right"
    else:
        message = f"no font of style '{style.name}' can show the character '{character}' ({code})"
    return error("missing-glyph", message, place, hint)
