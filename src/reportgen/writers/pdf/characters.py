"""The characters of a document that this writer can't set, all of them found before anything is laid out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal
from unicodedata import is_normalized, normalize

from ...diagnostics import Diagnostic, Source, error
from ...document import Chart, Code, Diagram, Document, Hole, Text, words_of
from ...document.walk import walk
from ...style import Style
from ...style.fonts import is_installed
from .. import words_along
from .fonts import Faces, clusters
from .shaping import JOINERS, visible

Kind = Literal["control", "missing"]

_BLANK = frozenset("\t\n ")


def faults(document: Document, style: Style, faces: Faces) -> list[Diagnostic]:
    """Return an error for each place with characters that can't be set, naming them and pointing at the first.

    None if all can be set.
    """
    texts = [(_composed(visible(text)), place) for text, place in _texts(document, style)]
    bad = {character for character in set().union(*(text for text, _ in texts)) if _is_bad(character, faces)}
    if not bad:
        return []
    found: dict[tuple[Source, Kind], dict[str, None]] = {}
    for text, place in texts:
        for character in text:
            if character in bad:
                found.setdefault((place, _kind(character)), {})[character] = None
    return [_fault(kind, tuple(characters), place, style) for (place, kind), characters in found.items()]


def _texts(document: Document, style: Style) -> Iterator[tuple[str, Source]]:
    """Return all text that is printed, with the place that it comes from."""
    meta = document.meta
    for words in words_along(meta, style):
        yield words, meta.source
    for bullet in style.list.bullets:
        yield bullet, style.list.source
    for node in walk(document):
        if isinstance(node, Text | Code | Hole):
            yield node.text, node.source
        elif isinstance(node, Chart | Diagram):
            yield from words_of(node)


def _composed(text: str) -> str:
    """Return text with its marks joined to their letters: one that no font has may be set in a character for both.

    A letter alone stays as it is, for a finding must name what the author wrote.
    """
    if text.isascii() or is_normalized("NFC", text):
        return text
    return "".join(normalize("NFC", cluster) if len(cluster) > 1 else cluster for cluster in clusters(text))


def _is_bad(character: str, faces: Faces) -> bool:
    if character in JOINERS or character in _BLANK:
        return False
    return _is_control(character) or not faces.has(character)


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cs")


def _kind(character: str) -> Kind:
    """Return why a character can't be set."""
    return "control" if _is_control(character) else "missing"


def _fault(kind: Kind, characters: Sequence[str], value: Source, style: Style) -> Diagnostic:
    place = replace(value, quote=characters[0])
    codes = [f"U+{ord(character):04X}" for character in characters]
    if kind == "control":
        return error("unprintable-character", f"the text holds {_control(codes)}", place, "take it out")
    named = ", ".join(f"'{character}' ({code})" for character, code in zip(characters, codes, strict=True))
    noun = "character" if len(codes) == 1 else "characters"
    message = f"no font of style '{style.name}' can show the {noun} {named}"
    return error("missing-glyph", message, place, _hint(style))


def _hint(style: Style) -> str:
    """Return what to do about characters that no font has."""
    lacking = ", ".join(one.package.replace("_", "-") for one in style.fallback.values() if not is_installed(one))
    hint = "name a font that can under the style's 'fallback', or write it otherwise"
    return f"{hint}; of those named, {lacking} are not installed" if lacking else hint


def _control(codes: Sequence[str]) -> str:
    return f"the control character{'s' if len(codes) > 1 else ''} {', '.join(codes)}"
