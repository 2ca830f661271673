"""The structure tree of a file (ISO 32000-1, 14.7 and 14.8): what a reader hears, in the order of the document.

It is built with the flowables, before anything is laid out. Drawing only adds to an element where its content stands:
so neither page breaks nor repeated heads nor notes at a page's foot can change the order of reading.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

ROLES = {"Title": "P", "Aside": "Sect"}
"""The types that PDF 1.7 lacks and those that stand for them; PDF 2.0 has them.

A document's title is no heading (Tagged PDF Best Practice Guide, 4.2.2.2): sections begin at H1 with or without it.
"""

DEEPEST_HEADING = 6
"""The deepest standard heading; H7 and deeper are headings by their names, paragraphs by their roles."""

_KEPT_EMPTY = ("TD", "TH", "TR")


class Content(NamedTuple):
    """Where content of an element stands: the page, counted from 0 as drawn, and the number that marks it there.

    For an annotation the number is that of its object.
    """

    page: int
    number: int
    is_annotation: bool = False


class Element:
    """A structure element; it attaches itself to its parent, or waits until it is drawn (`inline`).

    `alt` has the words for what can't be read, those of a link for its annotations. `attributes` are written as PDF has
    them: `/O/List/ListNumbering/Disc`. `headers` are those of a cell, `ref` is what
    a reference leads to. One that is `named` gets an identifier, by which others find it. `actual` is the text that
    its glyphs stand for where they don't tell it themselves; it is told in the content as well unless they run
    `from_right`, for then what reads the content itself turns their order round, and would turn this text's too.
    """

    __slots__ = (
        *("actual", "alt", "attached", "attributes", "from_right", "headers", "kids", "kind", "lang", "named"),
        *("number", "parent", "ref"),
    )

    def __init__(
        self,
        kind: str,
        parent: Element | None = None,
        *,
        alt: str = "",
        lang: str = "",
        attributes: str = "",
        headers: Sequence[Element] = (),
        named: bool = False,
        inline: bool = False,
    ) -> None:
        self.kind, self.parent, self.alt, self.lang, self.named = kind, parent, alt, lang, named
        self.attributes, self.headers = attributes, headers
        self.kids: list[Element | Content] = []
        self.ref: Element | None = None
        self.actual, self.from_right = "", False
        self.number = 0
        self.attached = not inline
        if parent is not None and not inline:
            parent.kids.append(self)

    def add(self, kind: str, *, alt: str = "", attributes: str = "", named: bool = False) -> Element:
        """Return a new element at the end of this one."""
        return Element(kind, self, alt=alt, attributes=attributes, named=named)

    def inline(self, kind: str, *, alt: str = "", lang: str = "", named: bool = False) -> Element:
        """Return a new element that stands between the words of this one: it joins them when it is drawn."""
        return Element(kind, self, alt=alt, lang=lang, named=named, inline=True)

    def standing_for(self, text: str, from_right: bool = False) -> Element:
        """Return a new element between the words of this one, whose glyphs stand for a text."""
        element = self.inline("Span")
        element.actual, element.from_right = text, from_right
        return element

    @property
    def name(self) -> str:
        """Its identifier, which no other element has once they are numbered."""
        return f"{self.kind}-{self.number}"

    def attach(self) -> None:
        """Take the place among the parent's content that drawing has come to."""
        if not self.attached and self.parent is not None:
            self.attached = True
            self.parent.attach()
            self.parent.kids.append(self)

    def release(self) -> None:
        """Let parents and kids go of one another, all that are below: so Python needs no search for such circles.

        In a thousand pages it would search the whole document for them, for a tenth of the time of writing it.
        """
        waiting = [self]
        while waiting:
            element = waiting.pop()
            waiting.extend(kid for kid in element.kids if isinstance(kid, Element))
            element.kids, element.parent, element.headers, element.ref = [], None, (), None


Owners: TypeAlias = "Element | list[Element]"
"""The element of an annotation, or those of a page's marked content by its numbers."""


def heading_kind(level: int) -> str:
    """Return the type of a heading; levels count from 1 and are never skipped (ISO 14289-1, 7.4.2)."""
    return f"H{level}"


class Tree:
    """A structure tree ready to be written, its root and elements numbered as objects from `first`.

    `pages` are the numbers of the pages' objects; `owners` say whose content is whose, by the keys of pages and
    annotations.
    """

    def __init__(self, root: Element, first: int, owners: Sequence[Owners]) -> None:
        _without_empty(root)
        self.root, self.first, self.owners = root, first, owners
        self.elements = list(_walk(root))
        for number, element in enumerate(self.elements, start=first + 2):
            element.number = number

    def __len__(self) -> int:
        return len(self.elements) + 2

    def bodies(self, pages: Sequence[int]) -> Iterator[bytes]:
        """Return the objects' bodies: the root's, the parent tree's and the elements' own."""
        yield self._root_body()
        yield self._parent_tree()
        references = [f"{number} 0 R" for number in pages]
        for element in self.elements:
            yield _body(element, references, self.first).encode("latin-1")

    def _root_body(self) -> bytes:
        kinds = sorted({element.kind for element in self.elements})
        roles = "".join(f"/{kind}/{role}" for kind in kinds if (role := _role(kind)))
        named = sorted((element.name, element.number) for element in self.elements if element.named)
        ids = " ".join(f"({name}) {number} 0 R" for name, number in named)
        parts = (
            f"<</Type/StructTreeRoot/K {self.root.number} 0 R/ParentTree {self.first + 1} 0 R",
            f"/ParentTreeNextKey {len(self.owners)}",
            f"/RoleMap<<{roles}>>" if roles else "",
            f"/IDTree<</Names[{ids}]>>" if ids else "",
            ">>",
        )
        return "".join(parts).encode("latin-1")

    def _parent_tree(self) -> bytes:
        rows = []
        for key, owner in enumerate(self.owners):
            if isinstance(owner, Element):
                rows.append(f"{key} {owner.number} 0 R")
            else:
                rows.append(f"{key}[{' '.join([f'{element.number} 0 R' for element in owner])}]")
        return f"<</Nums[{' '.join(rows)}]>>".encode("ascii")


def text_string(text: str) -> str:
    """Return a text string (ISO 32000-1, 7.9.2.2): as it is in ASCII, in hexadecimal digits of UTF-16 otherwise."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        return f"({escaped})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def _without_empty(element: Element) -> bool:
    """Take out the elements that nothing was drawn of; return whether this one holds something."""
    kids = [kid for kid in element.kids if isinstance(kid, Content) or _without_empty(kid)]
    element.kids = kids
    return bool(kids) or element.kind in _KEPT_EMPTY


def _walk(element: Element) -> Iterator[Element]:
    """Return an element and all below it, in reading order."""
    waiting = [element]
    while waiting:
        element = waiting.pop()
        yield element
        waiting.extend(kid for kid in reversed(element.kids) if isinstance(kid, Element))


def _role(kind: str) -> str:
    """Return the standard type that a type stands for; nothing for one that is standard."""
    if kind[0] == "H" and kind[1:].isdigit() and int(kind[1:]) > DEEPEST_HEADING:
        return "P"
    return ROLES.get(kind, "")


def _body(element: Element, pages: Sequence[str], root: int) -> str:
    parent = root if element.parent is None else element.parent.number
    parts = [f"<</S/{element.kind}/P {parent} 0 R"]
    if element.alt and element.kind != "Link":
        parts.append(f"/Alt{text_string(element.alt)}")
    if element.actual:
        parts.append(f"/ActualText{text_string(element.actual)}")
    if element.lang:
        parts.append(f"/Lang{text_string(element.lang)}")
    if element.named:
        parts.append(f"/ID({element.name})")
    if element.headers:
        headers = "".join(f"({header.name})" for header in element.headers)
        parts.append(f"/A<<{element.attributes}/Headers[{headers}]>>")
    elif element.attributes:
        parts.append(f"/A<<{element.attributes}>>")
    if element.ref:
        parts.append(f"/Ref[{element.ref.number} 0 R]")
    parts.append(_content(element.kids, pages))
    parts.append(">>")
    return "".join(parts)


def _content(kids: Sequence[Element | Content], pages: Sequence[str]) -> str:
    """Return the entries for what an element holds: the page of what is drawn of it, and its kids."""
    if len(kids) == 1 and isinstance(kids[0], Element):
        return f"/K {kids[0].number} 0 R"
    page = next((kid.page for kid in kids if isinstance(kid, Content)), None)
    on = "" if page is None else f"/Pg {pages[page]}"
    if len(kids) == 1:
        return f"{on}/K {_kid(kids[0], page, pages)}"
    return f"{on}/K[{' '.join([_kid(kid, page, pages) for kid in kids])}]" if kids else on


def _kid(kid: Element | Content, page: int | None, pages: Sequence[str]) -> str:
    if isinstance(kid, Element):
        return f"{kid.number} 0 R"
    if kid.is_annotation:
        return f"<</Type/OBJR/Pg {pages[kid.page]}/Obj {kid.number} 0 R>>"
    if kid.page == page:
        return str(kid.number)
    return f"<</Type/MCR/Pg {pages[kid.page]}/MCID {kid.number}>>"
