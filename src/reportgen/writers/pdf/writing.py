"""One document being written, as everything that makes flowables and runs of it sees it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from ...document import Document, Note, Paragraph
from ...document.walk import walk
from ...style import Style
from .fonts import Faces
from .forms import PLAIN, Form
from .notes import Footnote


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known of a document before any of it is set: its ids, and its widest numbers.

    `targets` are the ids that links can lead to, `numbers` those of its paragraphs, `notes` how many footnotes it has.
    """

    targets: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    notes: int = 0


@dataclass(frozen=True, slots=True)
class Writing:
    """One document being written: its style, the faces, what was found out of it, and the form of the pages here.

    `footnote` makes the footnote of a note. `page_of` has what is printed as the number of each target's page: it is
    filled when the pages have been laid out, before they are drawn.
    """

    style: Style
    faces: Faces
    footnote: Callable[[Note, Writing], Footnote]
    facts: Facts = field(default_factory=Facts)
    form: Form = PLAIN
    page_of: dict[str, str] = field(default_factory=dict)

    @property
    def measure(self) -> float:
        """The width of a column of text here, in points."""
        return self.form.column(self.style)

    @property
    def page_height(self) -> float:
        """The height of the text on a page here, in points."""
        return self.form.text_height(self.style)

    def on(self, form: Form) -> Writing:
        """Return the same document being written on pages of another form."""
        return replace(self, form=form)


def facts(document: Document) -> Facts:
    """Return what must be known of a document before any of it is set."""
    targets, numbers, notes = set(), set(), 0
    for node in walk(document):
        targets.add(getattr(node, "id", ""))
        if isinstance(node, Paragraph):
            numbers.add(node.number)
        elif isinstance(node, Note):
            notes = max(notes + 1, node.number)
    return Facts(frozenset(targets - {""}), frozenset(numbers - {""}), notes)
