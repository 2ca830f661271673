"""The inline nodes: what stands in a line of text."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING, Literal, TypeAlias

from ..diagnostics import NOWHERE, Source
from ..frozen import dataclass

if TYPE_CHECKING:
    from .blocks import Block

SpanRole = Literal["plain", "missing", "expansion"]
"""What a span of text is: nothing special, a value that nobody stated, or an acronym written out at its first use."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A part of a document; `source` is the place in the brief or template that it came from."""

    source: Source = field(default=NOWHERE, compare=False, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text(Node):
    """Characters, exactly as they are to be read."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis(Node):
    """Stressed words."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong(Node):
    """Important words."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Code(Node):
    """Characters to be taken literally: a key, a command, a file name."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Link(Node):
    """Words that lead to an address outside the document; `target` is its URL."""

    inlines: tuple[Inline, ...]
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak(Node):
    """A line end that the author wants, inside a paragraph."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span(Node):
    """Words in another language (`lang`, a BCP 47 tag; empty: the document's) or with a role of their own."""

    inlines: tuple[Inline, ...]
    lang: str = ""
    role: SpanRole = "plain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole(Node):
    """An unfilled placeholder: what is missing, what kind of value it expects, and the words that stand in its place.

    `text` is empty until the transform `name-holes` has put it into the document's language.
    """

    label: str
    expects: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note(Node):
    """A footnote: its mark stands here, its blocks at the page's foot; numbered from 1, 0 until that is done."""

    blocks: tuple[Block, ...]
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited(Node):
    """One of the works that a citation names: its id, and where in it, as the author wrote it (`p. 4`)."""

    work: str
    prefix: str = ""
    locator: str = ""
    author: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation(Node):
    """A pointer to works outside; `inlines` are its words, none until a citation style has given them."""

    works: tuple[Cited, ...]
    inlines: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference(Node):
    """A pointer to a part of this document by its `id`; its words are the author's, else the part's label.

    `inlines` are empty until the transform `resolve-references` has found the label.
    """

    target: str
    inlines: tuple[Inline, ...] = ()


Inline: TypeAlias = Text | Emphasis | Strong | Code | Link | LineBreak | Span | Hole | Note | Citation | Reference
