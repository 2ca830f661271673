"""Count the paragraphs of running text through the whole document, where its type asks for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from ..document import Block, Document, Pages, Paragraph, Section
from ..languages import Words

COUNTED = ("body",)
"""The roles of the paragraphs that are counted: a sentence that leads in a list belongs to that."""


def transform(document: Document, words: Words) -> Document:
    """Return the document with a number before each paragraph that stands right under a section.

    Those of annexes, whose builder has counted them, of lists, boxes and tables have none.
    """
    if not document.conventions.paragraphs:
        return document
    return replace(document, blocks=_counted(document.blocks, words, count(1), inside=False))


def _counted(blocks: Iterable[Block], words: Words, numbers: count[int], inside: bool) -> tuple[Block, ...]:
    done: list[Block] = []
    for block in blocks:
        if isinstance(block, Section) and block.numbered and not block.number:
            done.append(replace(block, blocks=_counted(block.blocks, words, numbers, inside=True)))
        elif isinstance(block, Pages):
            done.append(replace(block, blocks=_counted(block.blocks, words, numbers, inside)))
        elif isinstance(block, Paragraph) and inside and block.role in COUNTED:
            number = next(numbers)
            label = words.patterns.paragraph_label.format(number=number)
            done.append(replace(block, number=f"{number}.", label=label, id=block.id or f"paragraph-{number}"))
        else:
            done.append(block)
    return tuple(done)
