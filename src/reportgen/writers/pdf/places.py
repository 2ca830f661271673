"""Where things have come to stand: the page of each target, the heading that each page is under, the pages' labels."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .boxes import Anchored
from .canvas import PageCanvas
from .flow import Flowable, all_of
from .layout import Sheet
from .text import TextFlowable


def pages_of_targets(sheets: Sequence[Sheet]) -> dict[str, str]:
    """Return what is printed as the number of the page of each target; the first where something stands on several."""
    found: dict[str, str] = {}
    for sheet in sheets:
        for flowable in standing_on(sheet):
            if isinstance(flowable, Anchored):
                found.setdefault(flowable.target, sheet.label)
    return found


def headings(sheets: Sequence[Sheet]) -> list[str]:
    """Return for each page the heading of the outermost section that begins on it first, else the one it is part of.

    Nothing for pages before the first section.
    """
    found: list[str] = []
    for sheet in sheets:
        entries = [one.entry for one in standing_on(sheet) if isinstance(one, TextFlowable) and one.entry]
        titles = [entry.heading for entry in entries if not entry.level]
        before = found[-1] if found else ""
        found.append(titles[0] if titles else before)
    return found


def standing_on(sheet: Sheet) -> Iterator[Flowable]:
    """Return all flowables on a page from its top on, which may be no reading order; those in footnotes last."""
    for placed in sheet.placed:
        yield from all_of(placed.content)
    for foot in sheet.feet:
        for note in foot.notes:
            yield from all_of(note.content)


def number_pages(sheets: Sequence[Sheet], canvas: PageCanvas) -> None:
    """Tell readers of the file what is printed as the number of each page."""
    before = None
    for index, sheet in enumerate(sheets):
        if sheet.form.numbers != before:
            canvas.number(index, sheet.form.numbers, sheet.number)
            before = sheet.form.numbers
