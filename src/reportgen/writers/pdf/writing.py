"""One document being written, as everything that makes flowables and runs of it sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field, replace

from ...document import Document, Meta, Note, Paragraph
from ...document.walk import walk
from ...frozen import dataclass
from ...style import Style
from ...style.forms import PLAIN, Form
from .fonts import Faces
from .notes import Footnote
from .structure import Element


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known of a document before any of it is set: its ids, and its longest numbers.

    `targets` are the ids that links can lead to, `number` is the longest of its paragraphs' numbers, `notes` says how
    many footnotes it has.
    """

    targets: frozenset[str] = frozenset()
    number: str = ""
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Writing:
    """One document being written: its style, the faces, what was found out of it, and the form of the pages here.

    `footnote` makes the footnote of a note. `page_of` has what is printed as the number of each target's page: it is
    filled when the pages have been laid out, before they are drawn. `element` is the one of the structure that the
    words being set belong to. `breaks` says whether page breaks mean anything.
    """

    style: Style
    faces: Faces
    meta: Meta
    footnote: Callable[[Note, Writing], Footnote]
    facts: Facts = field(default_factory=Facts)
    form: Form = PLAIN
    breaks: bool = True
    element: Element = field(default_factory=lambda: Element("Document"))
    page_of: dict[str, str] = field(default_factory=dict)

    @property
    def measure(self) -> float:
        """The width of a column of text here, in points."""
        return self.form.column(self.style)

    @property
    def page_height(self) -> float:
        """The height of the text on a page here, in points."""
        return self.form.text_height(self.style)

    def unbroken(self) -> Writing:
        """Return the same document being written where page breaks mean nothing: in a cell or a footnote."""
        return replace(self, breaks=False)

    def of(self, element: Element) -> Writing:
        """Return the same document being written where words belong to an element."""
        return Writing(  # `replace` would take five times as long, for each paragraph
            self.style,
            self.faces,
            self.meta,
            self.footnote,
            self.facts,
            self.form,
            self.breaks,
            element,
            self.page_of,
        )

    def on(self, form: Form) -> Writing:
        """Return the same document being written on pages of another form."""
        return replace(self, form=form)


def facts(document: Document) -> Facts:
    """Return what must be known of a document before any of it is set."""
    targets, number, notes = set(), "", 0
    for node in walk(document):
        targets.add(getattr(node, "id", ""))
        if isinstance(node, Paragraph):
            number = max(number, node.number, key=len)
        elif isinstance(node, Note):
            notes = max(notes + 1, node.number)
    return Facts(frozenset(targets - {""}), number, notes)
