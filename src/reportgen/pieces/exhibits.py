"""The author's tables, charts and figures, where sections and annexes show them and where nothing else does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal, TypeVar

from ..brief.models import Annex, Brief, DataChart, DataTable, Picture, Subsection
from ..document import Block
from ..languages import Words
from .charts import chart
from .paragraphs import in_a_line
from .sources import cited
from .tables import data_table

Exhibit = TypeVar("Exhibit", DataTable, DataChart, Picture)
Kind = Literal["tables", "charts", "figures"]


def exhibits(shown_in: Annex | Subsection, brief: Brief, words: Words) -> Iterator[Block]:
    """Return the tables, charts and figures that a section or an annex shows, in its order; nothing for none."""
    for table in _chosen(shown_in.tables, brief.tables):
        yield from data_table(table, brief, words)
    for one in _chosen(shown_in.charts, brief.charts):
        yield from chart(one, brief, words)
    for picture in _chosen(shown_in.figures, brief.figures):
        yield from figure(picture, brief, words)


def figure(picture: Picture, brief: Brief, words: Words) -> Iterator[Block]:
    """Return a picture with its caption and source."""
    yield replace(picture.figure, id=str(picture.id or ""))
    said = cited(brief, picture.sources, words, picture.source)
    yield from in_a_line(said, picture.source, role="table-note")


def unshown(kind: Kind, given: Iterable[Exhibit], brief: Brief) -> Iterator[Exhibit]:
    """Return those of the given exhibits of a kind that no section and no annex shows."""
    holders = (*brief.annexes, *_with_those_below(brief.sections))
    shown = {name for holder in holders for name in getattr(holder, kind)}
    yield from (one for one in given if one.id not in shown)


def _with_those_below(sections: Iterable[Subsection]) -> Iterator[Subsection]:
    for section in sections:
        yield section
        yield from _with_those_below(section.sections)


def _chosen(names: Iterable[str], given: Iterable[Exhibit]) -> Iterator[Exhibit]:
    known = {one.id: one for one in given}
    yield from (known[name] for name in names)  # type: ignore[index]
