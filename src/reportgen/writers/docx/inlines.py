"""What stands in a line: one function for each inline node, in the model's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from ...document import (
    Citation,
    Code,
    Emphasis,
    Hole,
    Inline,
    LineBreak,
    Link,
    Node,
    Note,
    Reference,
    Span,
    Strong,
    Text,
)
from ...document.walk import inlines_of, text_of, walk
from .fields import field
from .targets import WORK, Target
from .targets import link as link_to
from .wml import LINE_END
from .writing import Words, Writing

NOTE_MARK = '<w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>'
"""The look of a footnote's mark, at its words and at its foot."""


def runs(nodes: Iterable[Inline], words: Words, writing: Writing) -> str:
    """Return inlines as runs; nothing for none."""
    return "".join([INLINES[type(node)](node, words, writing) for node in nodes])


def text(node: Text, words: Words, writing: Writing) -> str:
    """Return characters as they are."""
    return writing.run(node.text, words, node.source)


def emphasis(node: Emphasis, words: Words, writing: Writing) -> str:
    """Return stressed words."""
    return runs(node.inlines, words.with_look("emphasis"), writing)


def strong(node: Strong, words: Words, writing: Writing) -> str:
    """Return important words."""
    return runs(node.inlines, words.with_look("strong"), writing)


def code(node: Code, words: Words, writing: Writing) -> str:
    """Return literal characters."""
    return writing.run(node.text, words.with_look("code"), node.source)


def link(node: Link, words: Words, writing: Writing) -> str:
    """Return words that lead to an address (ECMA-376 17.16.22)."""
    inside = runs(node.inlines, replace(words.with_look("link"), linked=True), writing)
    if words.linked:
        return inside
    return f'<w:hyperlink r:id="{writing.link(node.target, node.source)}" w:history="1">{inside}</w:hyperlink>'


def line_break(node: LineBreak, words: Words, writing: Writing) -> str:
    """Return a line end."""
    return LINE_END


def span(node: Span, words: Words, writing: Writing) -> str:
    """Return words in a language of their own, or a value that nobody stated."""
    inside = words.with_look("missing") if node.role == "missing" else words
    return runs(node.inlines, replace(inside, lang=node.lang or words.lang), writing)


def hole(node: Hole, words: Words, writing: Writing) -> str:
    """Return the words that stand in for a value still to come."""
    return writing.run(node.text, words.with_look("hole"), node.source)


def note(node: Note, words: Words, writing: Writing) -> str:
    """Return the mark of a footnote, which Word numbers; one with another number than Word's has it as words.

    A footnote can hold none (ECMA-376 17.11.14): the words of one in it stand in brackets.
    """
    if writing.in_note:
        lines = [runs(line, words, writing) for line in inlines_of(node)]  # type: ignore[arg-type]
        space = writing.run(" ", words, node.source)
        return space + writing.run("[", words, node.source) + space.join(lines) + writing.run("]", words, node.source)
    automatic = node.number in (0, writing.note_number + 1)
    writing.note_number += automatic
    writing.notes.append((node, "" if automatic else str(node.number)))
    own, mark = ("", "") if automatic else (' w:customMarkFollows="1"', f"<w:t>{node.number}</w:t>")
    return f'<w:r>{NOTE_MARK}<w:footnoteReference{own} w:id="{len(writing.notes)}"/>{mark}</w:r>'


def citation(node: Citation, words: Words, writing: Writing) -> str:
    """Return the words of a citation, which lead to the first of its works that the bibliography has."""
    known = (writing.bookmarks.targets.get(WORK + cited.work) for cited in node.works)
    return _leading(next(filter(None, known), None), node.inlines, words, writing)


def reference(node: Reference, words: Words, writing: Writing) -> str:
    """Return the words of a reference: a field where they are what one finds at the target, else a link."""
    target = writing.bookmarks.targets.get(node.target)
    found = text_of(node.inlines)
    if target is None or words.linked or not target.words or not found.endswith(target.words):
        return _leading(target, node.inlines, words, writing)
    before = found.removesuffix(target.words)
    # Only plain words can be parted; a label that is whole in its bookmark leaves nothing before it.
    if before and not (target.of_number and all(isinstance(one, Text) for one in node.inlines)):
        return _leading(target, node.inlines, words, writing)
    switch = " \\r" if target.of_number else ""
    result = writing.run(target.words, words, node.source) if before else runs(node.inlines, words, writing)
    return writing.run(before, words, node.source) + field(f"REF {target.bookmark}{switch} \\h", result)


INLINES: Mapping[type[Node], Callable[..., str]] = MappingProxyType(
    {
        Text: text,
        Emphasis: emphasis,
        Strong: strong,
        Code: code,
        Link: link,
        LineBreak: line_break,
        Span: span,
        Hole: hole,
        Note: note,
        Citation: citation,
        Reference: reference,
    }
)


def _leading(target: Target | None, inlines: Iterable[Inline], words: Words, writing: Writing) -> str:
    """Return words that lead to a target; plain ones where there is none, or where some lead elsewhere."""
    inlines = tuple(inlines)
    elsewhere = words.linked or any(isinstance(node, Link) for one in inlines for node in walk(one))
    if target is None or elsewhere or not inlines:
        return runs(inlines, words, writing)
    return link_to(target, runs(inlines, replace(words, linked=True), writing))
