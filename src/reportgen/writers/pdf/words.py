"""Words as one look sets them: their glyphs, their width, and where they may be divided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple
from unicodedata import category

from ...languages.breaks import breaks, is_wide, makeshift_breaks
from ...languages.hyphens import LEAST, hyphenator
from .fonts import Faces
from .looks import TextLook
from .shaping import BREAK, SOFT_HYPHEN, Face, Shaped, Shaper, shaper, visible

NO_BREAK_SPACE = "\u00a0"

RAISED_SIZE, RAISED_BY = 0.64, 0.34
"""Size and rise of note marks, as parts of the type size, where the font has no raised figures of its own."""

HANGING_LEFT = {"“": 0.45, "‘": 0.5, "„": 0.3, "«": 0.25, "(": 0.1}
HANGING_RIGHT = {
    **{"-": 0.45, "\u2010": 0.45, "–": 0.25, "—": 0.15, ".": 0.6, ",": 0.6, ";": 0.35, ":": 0.35},
    **{"’": 0.5, "”": 0.45, "“": 0.45, "»": 0.25, "!": 0.2, "?": 0.15, ")": 0.1},
}
"""Which part of a character hangs into the margin so that the edge of justified text looks straight."""

# What is divided by patterns: letters alone, with hyphens or apostrophes between them; no numbers, no addresses.
_WORD = re.compile(r"[^\W\d_]+(?:[-\u2010\u2013'’][^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_AROUND = re.compile(r"^\W+|\W+$")


class Piece(NamedTuple):
    """Glyphs at a type size, raised above the base line; in points."""

    shaped: Shaped
    size: float
    rise: float

    @property
    def is_wide(self) -> bool:
        """Whether it holds ideographs and the like."""
        return bool(self.shaped.glyphs) and is_wide(self.shaped.glyphs[0].characters)


class Cut(NamedTuple):
    """A place in a word where a line may end: after so many characters and points, with a hyphen of a width or none."""

    after: int
    width: float
    hyphen: float


class Word:
    """Characters between blanks, or a blank, as one look sets them; lengths in points.

    `left` and `right` are what of it hangs into the margins of justified text. A `blank` is stretched in such text, and
    a line may end at it if it also `breaks`. What `holds_on`, a blank or the mark of a note, begins no line. `cuts` are
    the places that the author gave, by hyphens and the like. The characters of a word `from_right` are read from the
    right; its pieces stand from left to right all the same. `wide` is how many ideographs and the like are in it, which
    justified lines may set further apart.
    """

    __slots__ = (
        *("blank", "breaks", "cuts", "from_right", "holds_on", "left", "pieces", "right", "setting", "text", "wide"),
        "width",
    )

    def __init__(self, text: str, pieces: tuple[Piece, ...], setting: Setting, from_right: bool = False) -> None:
        self.text, self.pieces, self.setting, self.from_right = text, pieces, setting, from_right
        self.width = sum(piece.shaped.width * piece.size for piece in pieces) / 1000
        self.breaks = text == " "
        self.blank = self.breaks or text == NO_BREAK_SPACE
        self.holds_on = self.blank or setting.superior
        self.left = self.right = 0.0
        self.wide = 0 if text.isascii() else sum(len(piece.shaped.glyphs) for piece in pieces if piece.is_wide)
        self.cuts: tuple[Cut, ...] = ()
        if self.width and not self.blank and not setting.typed and not from_right:
            inked = [piece for piece in pieces if piece.shaped.glyphs]  # a joiner alone has none
            first, last = inked[0], inked[-1]
            self.left = HANGING_LEFT.get(text[0], 0.0) * first.shaped.glyphs[0].advance * first.size / 1000
            self.right = HANGING_RIGHT.get(text[-1], 0.0) * last.shaped.glyphs[-1].advance * last.size / 1000
        if len(text) > 1:
            self.cuts = self._cuts(breaks(text))

    @property
    def meant(self) -> str:
        """What it stands for: its text, or where it is the hyphen of a division, a soft one."""
        return SOFT_HYPHEN if self is self.setting.hyphen else self.text

    @property
    def inexact(self) -> bool:
        """Whether its glyphs one by one don't tell its characters: some have none, or are set over their neighbours."""
        if self.from_right or self.text.isascii():
            return False
        glyphs = [glyph for piece in self.pieces for glyph in piece.shaped.glyphs]
        told = "".join([glyph.characters for glyph in glyphs])
        return bool(glyphs) and (told != visible(self.text) or any(glyph.right or glyph.up for glyph in glyphs))

    def part(self, start: int, end: int | None) -> Word:
        """Return a part of it, from one character up to another, set as a word of its own."""
        text = self.text[start:end]
        return self.setting.word_from_right(text) if self.from_right else self.setting.word(text)

    def divisions(self) -> tuple[Cut, ...]:
        """Return where the word may be divided with a hyphen, by its language; nowhere if the author says where."""
        patterns = hyphenator(self.setting.language)
        if patterns is None or self.setting.typed or SOFT_HYPHEN in self.text or BREAK in self.text:
            return ()
        core = _AROUND.sub("", self.text)
        if len(core) < LEAST or core.isupper() or not _WORD.fullmatch(core):
            return ()
        start = self.text.index(core)
        places = []
        for found in _LETTERS.finditer(core):
            letters = found.group()
            if letters[1:].islower():
                places += [start + found.start() + division for division in patterns.divisions(letters)]
        return self._cuts(places, hyphen=True)

    def everywhere(self) -> tuple[Cut, ...]:
        """Return all places between its letters: for a word that is wider than a line."""
        return self._cuts(makeshift_breaks(self.text))

    def _cuts(self, offsets: list[int], hyphen: bool = False) -> tuple[Cut, ...]:
        """Return the cuts at some offsets, but for those at the ends."""
        if not offsets:
            return ()
        places, width = list(self._places()), self.setting.hyphen.width
        cuts = []
        for offset in offsets:
            if 0 < offset < len(self.text):
                hyphened = hyphen or self.text[offset - 1] == SOFT_HYPHEN
                cuts.append(Cut(offset, places[offset], width if hyphened else 0.0))
        return tuple(cuts)

    def _places(self) -> Iterator[float]:
        """Return where each character begins, and where the last one ends; the unprinted ones take no room.

        A joiner apart from what it joins has no glyph and no place of its own.
        """
        places, start = [], 0.0
        for piece in reversed(self.pieces) if self.from_right else self.pieces:
            scaled = [start + place * piece.size / 1000 for place in piece.shaped.places()]
            places += scaled[:-1]
            start = scaled[-1]
        places.append(start)
        index = 0
        for character in self.text:
            yield places[min(index, len(places) - 1)]
            index += bool(visible(character))
        yield places[-1]


class _Made(dict[str, "Word"]):
    """Words by their text, each made when it is first asked for; what every word is asked for had best be quick."""

    def __init__(self, make: Callable[[str], Word]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, text: str) -> Word:
        found = self[text] = self._make(text)
        return found


class Setting:
    """How one look sets words in one document; each word is made when it is first asked for.

    `superior` is that of marks of notes; `typed` is text as if on a typewriter: it is neither divided nor does it hang
    into margins. `inexact` says that it has set words that can't be copied glyph by glyph. `word` returns a word, or a
    blank, with the characters in it that are not printed, without width for no text; `word_from_right` one that runs
    from the right.
    """

    def __init__(self, look: TextLook, faces: Faces) -> None:
        self.size, self.typed, self.language = look.size, look.font == "mono", look.lang or faces.language
        self.superior = look.superior
        self._look, self._faces = look, faces
        self.word = _Made(self._word).__getitem__
        self.word_from_right = _Made(self._word_from_right).__getitem__
        self.inexact = False
        plain = self._shaper(faces.face(look.font, look.bold, look.italic))
        self.hyphen = Word("-", (Piece(plain.standing_for("-", SOFT_HYPHEN), look.size, 0.0),), self)

    def _word(self, text: str) -> Word:
        made = Word(text, tuple(self._pieces(visible(text))), self)
        self.inexact = self.inexact or made.inexact
        return made

    def _word_from_right(self, text: str) -> Word:
        return Word(text, tuple(self._pieces(visible(text), from_right=True))[::-1], self, from_right=True)

    def _pieces(self, text: str, from_right: bool = False) -> Iterator[Piece]:
        look = self._look
        for face, part in self._faces.runs(text, look.font, look.bold, look.italic, self.language):
            if face is None:  # a blank of a width that no face knows
                plain = self._shaper(self._faces.face(look.font, look.bold, look.italic))
                for blank in part:
                    yield Piece(plain.standing_for(" ", blank), look.size, 0.0)
            elif look.superior:
                yield self._raised(self._shaper(face), self._shaper(face, "sups"), part)
            elif look.small_caps and not from_right:  # scripts that run from there have no capitals
                yield Piece(_capitals(self._shaper(face), self._shaper(face, "smcp"), part), look.size, 0.0)
            else:
                yield Piece(self._shaper(face, from_right=from_right).shaped(part), look.size, 0.0)

    def _raised(self, plain: Shaper, raised: Shaper, text: str) -> Piece:
        """Return text in the font's own raised glyphs if it has one for each character; else smaller and higher up."""
        usual, own = plain.shaped(text), raised.shaped(text)
        numbers = [{glyph.number for glyph in one.glyphs} for one in (usual, own)]
        if numbers[0].isdisjoint(numbers[1]):
            return Piece(own, self.size, 0.0)
        return Piece(usual, self.size * RAISED_SIZE, self.size * RAISED_BY)

    def _shaper(self, face: Face, *features: str, from_right: bool = False) -> Shaper:
        return shaper(face, (*self._look.features, *features), self.language, from_right)


def _capitals(plain: Shaper, capitals: Shaper, text: str) -> Shaped:
    """Return text in the font's own small capitals if it has one for each small letter in it; else as it is."""
    own = capitals.shaped(text)
    small = {glyph.number for letter in text if category(letter) == "Ll" for glyph in plain.shaped(letter).glyphs}
    return own if small.isdisjoint(glyph.number for glyph in own.glyphs) else plain.shaped(text)


def setting(look: TextLook, faces: Faces) -> Setting:
    """Return how a look sets words in the document of some faces: one for all looks that differ in colour alone."""
    key = (look.font, look.size, look.bold, look.italic, look.small_caps, look.features, look.superior, look.lang)
    found = faces.settings.get(key)
    if found is None:
        found = faces.settings[key] = Setting(look, faces)
    return found
