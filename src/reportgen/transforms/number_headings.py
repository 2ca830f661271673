"""Count the sections, in the manner that the type of document asks for, and let references name them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import count
from string import ascii_lowercase, ascii_uppercase
from types import MappingProxyType

from ..document import Block, Document, Pages, Section
from ..document.blocks import HeadingNumbers
from ..document.numbers import in_letters, in_roman
from ..languages import Words

Path = tuple[int, ...]
"""The numbers of a section and of those around it, from the outermost."""


def transform(document: Document, words: Words) -> Document:
    """Return the document with a number, a label and an id for each section; with ids alone where none are counted."""
    return replace(document, blocks=_Counting(document.conventions.headings, words).blocks(document.blocks, (), ""))


def _letters(path: Path) -> str:
    """Return 1. a. (1) (a) and so on, as United States memos count (AFH 33-337)."""
    number, depth = path[-1], len(path)
    written = str(number) if depth % 2 else in_letters(number, ascii_lowercase)
    return f"{written}." if depth <= 2 else f"({written})"


def _roman(path: Path) -> str:
    """Return I. A. 1. and so on, as reports do."""
    number = path[-1]
    kinds = (in_roman(number).upper(), in_letters(number, ascii_uppercase), str(number))
    return f"{kinds[min(len(path), len(kinds)) - 1]}."


MARKS: Mapping[HeadingNumbers, Callable[[Path], str]] = MappingProxyType(
    {
        "none": lambda path: "",
        "decimal": lambda path: ".".join(map(str, path)),
        "letters": _letters,
        "roman": _roman,
    }
)
"""What is printed before a heading, by the manner of counting."""


class _Counting:
    """One document being counted."""

    def __init__(self, form: HeadingNumbers, words: Words) -> None:
        self.form, self.words, self.ids = form, words, count(1)

    def blocks(self, blocks: Iterable[Block], above: Path | None, letter: str) -> tuple[Block, ...]:
        """Return blocks with their sections counted below those above; `above` is None where nothing is counted.

        `letter` is that of the annex around: its sections are A.1, A.2.
        """
        return self._among(blocks, above, letter, count(1))

    def _among(
        self, blocks: Iterable[Block], above: Path | None, letter: str, numbers: count[int]
    ) -> tuple[Block, ...]:
        done: list[Block] = []
        for block in blocks:
            if isinstance(block, Pages):  # pages are no level: the sections on them count with those around
                done.append(replace(block, blocks=self._among(block.blocks, above, letter, numbers)))
            elif isinstance(block, Section):
                done.append(self._section(block, above, letter, numbers))
            else:
                done.append(block)
        return tuple(done)

    def _section(self, section: Section, above: Path | None, letter: str, numbers: count[int]) -> Section:
        named = replace(section, id=section.id or f"section-{next(self.ids)}")
        if section.number:  # counted by its builder, as an annex is
            inner = section.number.rstrip(".").rpartition(" ")[2]
            return replace(named, blocks=self.blocks(section.blocks, (), inner))
        if not section.numbered or above is None or (letter and self.form != "decimal"):
            return replace(named, blocks=self.blocks(section.blocks, None, letter))
        path = (*above, next(numbers))
        mark = ".".join(filter(None, (letter, MARKS[self.form](path))))
        label = self.words.patterns.section_label.format(number=mark.strip(".()")) if mark else ""
        return replace(named, number=mark, label=label, blocks=self.blocks(section.blocks, path, letter))
