"""What a writer collects on its way through a document: footnotes, widths of columns, the parts that can be led to."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...diagnostics import Source
from ...document import Meta, Note
from ...languages.bidi import is_whole_markup, way_of_markup
from ...style import Style
from .markup import element

HOLDERS = frozenset({"dd", "li", "td", "th"})
"""The elements that hold paragraphs."""


@dataclass(slots=True)
class Writing:
    """One document being written; `located` says that blocks tell where they were written, for a preview."""

    style: Style
    meta: Meta
    located: bool = False
    notes: list[Note] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    bibliography: frozenset[str] = frozenset()
    _tables: int = 0

    def element(self, tag: str, content: str = "", /, **attributes: str | int | None) -> str:
        """Return an element that is a paragraph or holds one: see `markup.element`.

        It says in which direction it runs where words from the right are in it, or where the document runs otherwise.
        What just has words from the left, or a number, in a document from the right is isolated (HTML 4.5.24), or the
        signs at its ends would change sides.
        """
        way = None if content.isascii() else way_of_markup(content, self.meta.direction)
        if self.meta.direction == "rtl" and way is None and tag not in HOLDERS and is_whole_markup(content):
            content = element("bdi", content, dir="ltr")
        return element(tag, content, **attributes, dir=None if way is None else ("ltr", "rtl")[way])

    def table(self) -> str:
        """Return the class of a table that no other one has, for the widths of its columns."""
        self._tables += 1
        return f"table-{self._tables}"

    def at(self, source: Source) -> str | None:
        """Return where a block was written, as file and line; None where nobody asks."""
        return f"{source.file}:{source.line}" if self.located and source.line else None


def anchor(id: str) -> str:
    """Return an id of the document as the id of an element: HTML allows all but spaces (3.2.6)."""
    return "-".join(f"to-{id}".split())
