"""Whether every line of a memo is among the words that a program shows, word for word and in the memo's order."""

from __future__ import annotations

import math
import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from reportgen.document import Document, Node, Note, SignatureBlock
from reportgen.document.walk import HOLDERS, lines_of, rewrite, walk
from reportgen.style.model import Page

FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")


def lost_words(document: Document, shown: list[str]) -> Iterator[str]:
    """Return a sentence on each line of a note, and on the first of all others, that is not shown; nothing if all are.

    What is shown of notes is taken out. Lines with words that run from the right are passed over: pdftotext tells those
    in an order of its own, and letters that are one sign the wrong way round. Tests read them back from the file.
    """
    for note in (node for node in walk(document) if isinstance(node, Note)):
        for line in lines_of(note):
            if not FROM_RIGHT.search(line) and not taken_out(line, shown):
                yield f"lost, or parted: the line '{line}' of a note"
    lines = (line for line in lines_of(rewrite(document, without_notes)) if not FROM_RIGHT.search(line))
    lost = first_lost(lines, shown)
    if lost:
        yield lost


def words_shown(pdf: Path, page: Page) -> list[str]:
    """Return the words on the pages between the running lines, in the order in which they are drawn.

    That order (`-raw`) is the text's, cell by cell in a table; pdftotext's own one joins what hyphens end. The dots of
    contents lists are left out.
    """
    across = math.ceil(max(page.width, page.height))  # a sheet may lie on its side
    box = ("0", str(int(page.top)), str(across), str(int(page.height - page.top - page.bottom)))
    crop = [word for pair in zip(("-x", "-y", "-W", "-H"), box, strict=True) for word in pair]
    run = subprocess.run(["pdftotext", "-raw", *crop, str(pdf), "-"], check=True, capture_output=True, timeout=60)
    return re.sub(r"\.{4,}", " ", run.stdout.decode()).split()


def without_notes(node: Node) -> Node:
    """Return a node without the notes in its lines, and without what signatures print before its turn: the date."""
    if isinstance(node, SignatureBlock):
        return replace(node, date=())
    held = {name: getattr(node, name, ()) for name in HOLDERS}
    kept = {
        name: tuple(one for one in value if not isinstance(one, Note))
        for name, value in held.items()
        if isinstance(value, tuple) and any(isinstance(one, Note) for one in value)
    }
    return replace(node, **kept) if kept else node


def first_lost(lines: Iterable[str], shown: list[str]) -> str:
    """Return a sentence on the first word that is not shown after those before it; nothing if all are.

    Between lines may stand what is no text of the memo's: bullets, numbers, a table's head repeated on the next page.
    """
    position = 0
    for line in lines:
        words = line.replace("\u00ad", "").split()
        reached = [matched(words, shown, start) for start in range(position, len(shown) + 1)]
        whole = next((end for count, end in reached if count == len(words)), None)
        if whole is None:
            best = max(count for count, _ in reached)
            return f"lost: '{words[best]}', word {best + 1} of the line '{line}'"
        position = whole
    return ""


def taken_out(line: str, shown: list[str]) -> bool:
    """Return whether a line of a footnote is shown, and take it out with its mark: it may stand amid a paragraph."""
    words = line.replace("\u00ad", "").split()
    for start in range(len(shown)):
        count, end = matched(words, shown, start)
        if count == len(words):
            del shown[start - (start > 0 and shown[start - 1].isdigit()) : end]
            return True
    return False


def matched(words: list[str], shown: list[str], start: int) -> tuple[int, int]:
    """Return how many of a line's words are shown from a place on, one after the other, and where they end.

    LibreOffice prints small capitals as capitals of a smaller size: a word may be shown in these.
    """
    position = start
    for count, word in enumerate(words):
        end = end_of(word, shown, position) or end_of(word.upper(), shown, position)
        if not end:
            return count, position
        position = end
    return len(words), position


def end_of(word: str, shown: list[str], start: int) -> int:
    """Return where a word ends that is shown from a place on; 0 where it is not."""
    position, pieces = start, ""  # lines end after a hyphen, a dash or a slash: one word may be shown as several
    while pieces != word and not is_marked(pieces, word):
        if position == len(shown) or not word.startswith(pieces):
            return 0
        pieces += shown[position]
        position += 1
    return position


def is_marked(shown: str, word: str) -> bool:
    """Return whether what is shown is a word that the mark of a note touches."""
    return shown.startswith(word) and shown[len(word) :].isdigit()
