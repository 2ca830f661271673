"""The inlines of a text: words, stress, literal text, links, holes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from collections.abc import Mapping as AnyMapping
from dataclasses import replace
from types import MappingProxyType
from urllib.parse import unquote

from markdown_it.tree import SyntaxTreeNode

from ...diagnostics import Source, error
from ...document import (
    Citation,
    Code,
    Emphasis,
    Hole,
    Inline,
    LineBreak,
    Link,
    Note,
    Paragraph,
    Reference,
    Span,
    Strong,
    Text,
)
from ...located import HOLE, hole_of
from .notes import inline_note
from .reading import Reading


def inlines(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    """Return the inlines of an `inline` token, which holds a paragraph's."""
    for child in token.children:
        yield from _INLINES[child.type](child, reading)


def inlines_below(token: SyntaxTreeNode, reading: Reading) -> tuple[Inline, ...]:
    """Return the inlines right below a paragraph, heading or cell."""
    return tuple(inline for child in token.children for inline in inlines(child, reading))


def _children(token: SyntaxTreeNode, reading: Reading) -> tuple[Inline, ...]:
    return tuple(inlines(token, reading))


def _text(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield from with_holes(token.content, reading.at(token), Text)


def _code(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield from with_holes(token.content, reading.at(token), Code)


def with_holes(text: str, place: Source, kind: type[Text] | type[Code]) -> Iterator[Inline]:
    """Return text with the marks of its holes turned into holes."""
    position = 0
    for mark in HOLE.finditer(text):
        if mark.start() > position:
            yield kind(text=text[position : mark.start()], source=place)
        label, expects, at = hole_of(mark)
        yield Hole(label=label, expects=expects, source=at if at.file else place)
        position = mark.end()
    if position < len(text):
        yield kind(text=text[position:], source=place)


def _emphasis(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield Emphasis(inlines=_children(token, reading), source=reading.at(token))


def _strong(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield Strong(inlines=_children(token, reading), source=reading.at(token))


def _span(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    """Return words with the language that stands in braces behind them; a fault where they hold anything else."""
    language, place = str(token.attrs.get("lang", "")), reading.at(token)
    if not language or token.meta.get("insecure_attrs"):
        hint = "write [words]{lang=fa}, or a backslash before the bracket where it is text"
        message = "braces behind a bracket can tell the language of its words, and nothing else"
        reading.faults.append(error("bad-span", message, reading.at(token, "]{"), hint))
    elif not LANGUAGE.fullmatch(language):
        where = reading.at(token, language)
        hint = "write a tag such as fa, ar or zh-Hant (BCP 47)"
        reading.faults.append(error("bad-language", f"'{language}' is no language tag", where, hint))
    yield Span(inlines=_children(token, reading), lang=language, source=place)


def _link(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    place, target = reading.at(token), str(token.attrs["href"])
    if target.startswith("#"):
        where = reading.at(token, unquote(target))
        yield Reference(target=unquote(target[1:]), inlines=_children(token, reading), source=where)
        return
    if HOLE.search(unquote(target)):
        reading.faults.append(error("hole-in-data", "a hole can't stand in the address of a link", place))
    if "title" in token.attrs:
        message = "the title of a link is shown nowhere, so its words would be lost"
        reading.faults.append(error("link-title", message, place, "write them in the text"))
    if not target.lower().startswith(LINK_SCHEMES):
        hint = f"begin it with {', '.join(LINK_SCHEMES)}"
        where = reading.at(token, unquote(target))
        reading.faults.append(error("bad-link", f"'{target}' leads nowhere outside the brief's folder", where, hint))
    yield Link(inlines=_children(token, reading), target=target, source=place)


def _soft_break(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield Text(text=" ", source=reading.at(token))


def _line_break(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    yield LineBreak(source=reading.at(token))


def _image(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    hint = "give it a paragraph of its own, with an empty line above and below"
    message = "a picture can't stand inside a line of text"
    reading.faults.append(error("picture-in-line", message, reading.at(token), hint))
    yield from _children(token, reading)


def _citation(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    works = tuple(replace(one, source=reading.at(token, f"@{one.work}")) for one in token.meta["works"])
    yield Citation(works=works, source=reading.at(token, token.content))


def _note(token: SyntaxTreeNode, reading: Reading) -> Iterator[Inline]:
    """Return a footnote with the words that its mark leads to; a fault where it leads nowhere, or stands in another."""
    label = token.meta.get("label")
    place = reading.at(token, f"[^{label}]" if label else "^[")
    if reading.note is not None:
        message = "a footnote can't stand in a footnote"
        reading.faults.append(error("note-in-note", message, place, "write its words into the outer one"))
        return
    inside = replace(reading, note=token)
    if label is None:
        words = tuple(inline for child in inline_note(token, reading) for inline in _INLINES[child.type](child, inside))
        yield Note(blocks=(Paragraph(inlines=words, source=place),), source=place)
    elif label in reading.notes:
        reading.used.add(label)
        yield Note(blocks=reading.blocks_of(reading.notes[label], inside), source=place)
    else:
        hint = f"write '[^{label}]: …' below the paragraph, ^[…] for a note in the line, or \\[ for a bracket"
        reading.faults.append(error("undefined-note", f"there is no footnote '[^{label}]'", place, hint))


LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
"""What the tag of a language looks like (BCP 47)."""

LINK_SCHEMES = ("https://", "http://", "mailto:", "tel:")
"""What a link may begin with: addresses that mean the same on every machine, and run nothing."""

_INLINES: AnyMapping[str, Callable[[SyntaxTreeNode, Reading], Iterator[Inline]]] = MappingProxyType(
    {
        "text": _text,
        "em": _emphasis,
        "strong": _strong,
        "code_inline": _code,
        "link": _link,
        "span": _span,
        "softbreak": _soft_break,
        "hardbreak": _line_break,
        "image": _image,
        "citation": _citation,
        "footnote_ref": _note,
    }
)
