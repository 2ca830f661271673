"""Shaping: characters of one face into glyphs, with kerning, ligatures and marks in their places.

A shaped text depends on its face, features and language alone, not on a size or a document: it is made once in a
process for as long as there is room for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import uharfbuzz

from ...frozen import dataclass
from ...languages.bidi import MIRROR

SOFT_HYPHEN = "\u00ad"
"""The character that a hyphen at the end of a line stands for, so that whoever copies or hears a word has it whole."""

INVISIBLE = frozenset(
    "\u00ad\u200b\u2060\ufeff\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""Characters that print nothing: soft hyphen, zero-width space, word joiner, byte order mark, and those that say in
which direction their neighbours run."""

BREAK = "\u200b"
"""The invisible character that lets a line end: a zero-width space."""

JOINERS = frozenset("\u200c\u200d")
"""Characters that print nothing either, but tell how their neighbours are shaped."""

_DROPPED = dict.fromkeys(map(ord, INVISIBLE))

WORD_JOINER = "\u2060"
"""What a glyph stands for that has no character of its own: invisible, and no blank."""

ROOM = 20_000
"""How many texts a face keeps the glyphs of, in one manner of shaping."""


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A font file at one place of each of its axes.

    `name` tells it from all others, `title` is its name in a file. `ascent` and `descent` are the parts of the size
    above and below the base line, both positive; `scale` turns the font's units into thousandths of the size.
    """

    name: str
    title: str
    file: uharfbuzz.Face
    font: uharfbuzz.Font
    places: Mapping[str, float]
    characters: frozenset[str]
    features: frozenset[str]
    ascent: float
    descent: float
    scale: float


class Glyph(NamedTuple):
    """A glyph of a face and the characters it stands for; lengths in thousandths of the type size.

    `advance` is how far the next glyph begins, `width` the glyph's own width, `right` and `up` by how far it is moved.
    """

    number: int
    characters: str
    advance: float
    width: float
    right: float
    up: float


class Shaped:
    """Glyphs of one face from left to right, and their width in thousandths of the type size; neither changes.

    The characters of those that run `from_right` are read from the right.
    """

    __slots__ = ("face", "from_right", "glyphs", "width")

    def __init__(self, face: Face, glyphs: Sequence[Glyph], from_right: bool = False) -> None:
        self.face, self.glyphs, self.from_right = face, tuple(glyphs), from_right
        self.width = sum(glyph.advance for glyph in self.glyphs)

    def places(self) -> list[float]:
        """Return how far each character begins from the first, and the last one ends, a ligature shared out evenly."""
        steps = []
        for glyph in reversed(self.glyphs) if self.from_right else self.glyphs:
            count = 0 if glyph.characters == WORD_JOINER else len(glyph.characters)
            if count:
                steps.extend([glyph.advance / count] * count)
            elif steps:
                steps[-1] += glyph.advance
        return list(accumulate(steps, initial=0.0))


class Shaper:
    """A face with features (OpenType tags), a language (BCP 47) and a direction."""

    def __init__(self, face: Face, features: Sequence[str], language: str, from_right: bool = False) -> None:
        self._from_right = from_right
        self._face, self._language = face, str(language) or "und"  # HarfBuzz takes no subclass
        self._features = dict.fromkeys(features, True)
        self._shaped: dict[str, Shaped] = {}

    def shaped(self, text: str) -> Shaped:
        """Return the glyphs of a text that the face has all characters of; none for no text."""
        found = self._shaped.get(text)
        if found is None:
            if len(self._shaped) >= ROOM:
                self._shaped.clear()
            found = self._shaped[text] = Shaped(self._face, tuple(self._glyphs(text)), self._from_right)
        return found

    def standing_for(self, text: str, characters: str) -> Shaped:
        """Return the glyphs of a text that stand for other characters: a hyphen for a soft one, a space for a blank."""
        glyphs = self.shaped(text).glyphs
        told = (*characters, *[WORD_JOINER] * len(glyphs))
        return Shaped(self._face, [glyph._replace(characters=one) for glyph, one in zip(glyphs, told, strict=False)])

    def _glyphs(self, text: str) -> Iterator[Glyph]:
        buffer = uharfbuzz.Buffer()
        buffer.cluster_level = uharfbuzz.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if self._from_right else "ltr"
        buffer.language = self._language
        font, scale = self._face.font, self._face.scale
        uharfbuzz.shape(font, buffer, self._features)
        infos = buffer.glyph_infos
        told = _told(text, [info.cluster for info in infos], self._from_right)
        for info, place, characters in zip(infos, buffer.glyph_positions, told, strict=True):
            width = font.get_glyph_h_advance(info.codepoint) * scale
            right, up = place.x_offset * scale, place.y_offset * scale
            yield Glyph(info.codepoint, characters, place.x_advance * scale, width, right, up)


def visible(text: str) -> str:
    """Return the characters of a text that are printed, and those that tell how others are."""
    return text if text.isascii() else text.translate(_DROPPED)


@lru_cache(maxsize=256)
def shaper(face: Face, features: tuple[str, ...], language: str, from_right: bool = False) -> Shaper:
    """Return what shapes text of a face in one manner."""
    return Shaper(face, features, language, from_right)


def _told(text: str, clusters: Sequence[int], from_right: bool) -> list[str]:
    """Return the characters that each glyph stands for, by where in the text its cluster begins.

    A bracket that runs from the right stands for what it looks like: who copies turns it round again, with the order.
    Several glyphs of one cluster share its characters if there are as many; else the first has all.
    None for none: a joiner alone, which HarfBuzz leaves out, has no glyph.
    """
    if from_right:
        return [told.translate(MIRROR) for told in reversed(_told(text, clusters[::-1], False))]
    if clusters == list(range(len(text))) or not clusters:
        return list(text[: len(clusters)])
    ends = dict(zip(sorted(set(clusters)), [*sorted(set(clusters))[1:], len(text)], strict=True))
    told: list[str] = []
    for index, cluster in enumerate(clusters):
        if index and clusters[index - 1] == cluster:
            continue
        characters, count = text[cluster : ends[cluster]], clusters.count(cluster)
        told.extend(characters if len(characters) == count else [characters, *[WORD_JOINER] * (count - 1)])
    return told
