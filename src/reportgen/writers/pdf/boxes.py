"""Flowables around other flowables, and those that are no text: indents, list items, boxes, rules, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...document import Figure, Node
from ...frozen import dataclass
from .canvas import PageCanvas
from .flow import Flowable, Notes, Parts, Stack
from .fonts import Faces
from .looks import TextLook
from .structure import Element
from .text import draw_line, line_width


class Indented(Flowable):
    """A flowable between indents, which take half of a narrow column at the most."""

    def __init__(self, content: Flowable, left: float, right: float, node: Node | None = None) -> None:
        self.content, self.left, self.right, self.node = content, left, right, node
        self.before, self.after, self.close = content.before, content.after, content.close
        self.keep_with_next, self.keep_with_previous = content.keep_with_next, content.keep_with_previous
        self.ends_page = content.ends_page

    def height(self, width: float) -> float:
        """Return the height of the content in what the indents leave."""
        return self.content.height(self.inner(width))

    def fits(self, width: float, height: float) -> bool:
        """Return whether the content fits."""
        return self.content.fits(self.inner(width), height)

    def notes(self, width: float) -> Notes:
        """Return the content's footnotes."""
        return self.content.notes(self.inner(width))

    def within(self) -> Sequence[Flowable]:
        """Return the content."""
        return (self.content,)

    def base_line(self, width: float) -> float:
        """Return where the content's first line stands."""
        return self.content.base_line(self.inner(width))

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the content's parts, each indented."""
        parts = self.content.split(self.inner(width), height, force)
        if parts is None:
            return None
        head, tail = parts
        return self.around(head), tail and Indented(tail, self.left, self.right, self.node)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the content."""
        self.content.draw(canvas, left + self.indent(width), top, self.inner(width))

    def around(self, head: Flowable) -> Flowable:
        """Return the first part of a split content, indented."""
        return Indented(head, self.left, self.right, self.node)

    def indent(self, width: float) -> float:
        """Return the indent at the left."""
        return self.left * min(1.0, width / 2 / ((self.left + self.right) or 1.0))

    def inner(self, width: float) -> float:
        """Return the width between the indents."""
        return max(width - self.left - self.right, width / 2)


@dataclass(frozen=True, slots=True)
class Mark:
    """The bullet or number of a list item, ending `distance` points before the item's text.

    With `first` it begins where the item does, as numbers of paragraphs do.
    """

    text: str
    look: TextLook
    distance: float
    faces: Faces
    element: Element
    first: bool = False

    @property
    def room(self) -> float:
        """The width from the mark's beginning to the text."""
        return line_width(self.text, self.look, self.faces) + self.distance

    def draw(self, canvas: PageCanvas, left: float, right: float, base: float) -> None:
        """Draw the mark of an item that begins at `left` and whose text begins at `right`.

        Of an item that runs against its document, `left` is greater than `right`.
        """
        canvas.mark(self.element)
        wide, size = self.room - self.distance, self.look.size
        if left > right:
            start = left - wide if self.first else right + self.distance
        else:
            start = left if self.first else right - self.room
        begin = canvas.across(start, wide)
        draw_line(canvas, self.text, self.look, self.faces, begin, base)
        if self.look.link:
            canvas.link((begin, base - size / 4, begin + wide, base + size), self.look.link, self.element, self.text)


class Item(Indented):
    """An item of a list: its content, and the mark beside the content's first line, where that begins."""

    def __init__(self, content: Flowable, indent: float, mark: Mark, base: float, node: Node | None = None) -> None:
        self.against = _begins_against(content)
        super().__init__(content, *((0.0, indent) if self.against else (indent, 0.0)), node)
        self.mark, self.base = mark, base

    def base_line(self, width: float) -> float:
        """Return where the mark stands, also in an item without text."""
        return super().base_line(width) or self.base

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the mark and the content."""
        base = top - self.base_line(width)
        if self.against:
            self.mark.draw(canvas, left + width, left + self.inner(width), base)
        else:
            self.mark.draw(canvas, left, left + self.indent(width), base)
        super().draw(canvas, left, top, width)

    def around(self, head: Flowable) -> Flowable:
        """Return the first part of a split item, which keeps the mark."""
        return Item(head, self.left + self.right, self.mark, self.base, self.node)


def _begins_against(flowable: Flowable) -> bool:
    """Return whether the first words in a flowable run against the document."""
    while not flowable.against and flowable.within():
        flowable = flowable.within()[0]
    return flowable.against


class Anchored(Indented):
    """A flowable that links and page numbers lead to, by the id of its node."""

    def __init__(self, content: Flowable, target: str) -> None:
        super().__init__(content, 0.0, 0.0)
        self.target = target

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the content's parts, of which the first is led to."""
        parts = self.content.split(width, height, force)
        return (Anchored(parts[0], self.target), parts[1]) if parts else None

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the content, and note its place."""
        canvas.target(self.target, top)
        self.content.draw(canvas, left, top, width)


class Boxed(Flowable):
    """A flowable on a tinted ground with a bar where lines begin; each part of a split box has both."""

    def __init__(self, content: Flowable, look: BoxLook, node: Node | None = None) -> None:
        self.content, self.look, self.node = content, look, node
        self.before, self.after, self.ends_page = look.before, look.after, content.ends_page

    def height(self, width: float) -> float:
        """Return the height of the content and its padding."""
        return self.content.height(self._inner(width)) + 2 * self.look.padding

    def fits(self, width: float, height: float) -> bool:
        """Return whether the content and its padding fit."""
        return self.content.fits(self._inner(width), height - 2 * self.look.padding)

    def notes(self, width: float) -> Notes:
        """Return the content's footnotes."""
        return self.content.notes(self._inner(width))

    def within(self) -> Sequence[Flowable]:
        """Return the content."""
        return (self.content,)

    def base_line(self, width: float) -> float:
        """Return where the content's first line stands."""
        return self.look.padding + self.content.base_line(self._inner(width))

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the content's parts, each boxed."""
        parts = self.content.split(self._inner(width), height - 2 * self.look.padding, force)
        if parts is None:
            return None
        head, tail = parts
        return Boxed(head, self.look, self.node), tail and Boxed(tail, self.look, self.node)

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw ground, bar and content."""
        look, height = self.look, self.height(width)
        with canvas.artifact():
            canvas.block(left, top - height, width, height, look.fill)
            canvas.block(left, top - height, look.bar_width, height, look.bar)
        self.content.draw(canvas, left + look.bar_width + look.padding, top - look.padding, self._inner(width))

    def _inner(self, width: float) -> float:
        return max(width - 2 * self.look.padding - self.look.bar_width, width / 2)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxLook:
    """The ground and the bar of a box, colours as six hexadecimal digits, lengths in points."""

    fill: str
    bar: str
    bar_width: float
    padding: float
    before: float
    after: float


@dataclass(frozen=True)
class Rule(Flowable):
    """A rule of a length, centred; of the whole width where the length is 0."""

    thickness: float
    digits: str
    before: float
    after: float
    length: float = 0.0
    node: Node | None = None

    def height(self, width: float) -> float:
        """Return the rule's thickness."""
        return self.thickness

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the rule."""
        length = min(self.length, width) or width
        with canvas.artifact():
            canvas.block(left + (width - length) / 2, top - self.thickness, length, self.thickness, self.digits)


@dataclass(frozen=True, kw_only=True)
class Picture(Flowable):
    """A picture over its caption, never larger than its natural size, `share` of the width, or the height `limit`."""

    node: Figure
    element: Element
    caption: Flowable
    share: float
    limit: float
    before: float
    after: float

    def height(self, width: float) -> float:
        """Return the height of picture and caption."""
        return self._size(width)[1] + self._caption_height(width)

    def notes(self, width: float) -> Notes:
        """Return the footnotes of the caption."""
        return self.caption.notes(width)

    def within(self) -> Sequence[Flowable]:
        """Return the caption."""
        return (self.caption,)

    def split(self, width: float, height: float, force: bool) -> Parts | None:
        """Return the picture made smaller, or apart from its caption, where an empty page is too low for them."""
        if not force:
            return None
        smaller = replace(self, limit=height)
        if smaller.height(width) <= height:
            return smaller, None
        return replace(smaller, caption=Stack(())), self.caption

    def draw(self, canvas: PageCanvas, left: float, top: float, width: float) -> None:
        """Draw the picture, and the caption under it."""
        across, down = self._size(width)
        place = (canvas.across(left, across), top - down, across, down)
        canvas.figure(self.element, *place)
        canvas.picture(self.node.data, *place)
        self.caption.draw(canvas, left, top - self.height(width) + self.caption.height(width), width)

    def _size(self, width: float) -> tuple[float, float]:
        """Return the picture's width and height in points."""
        across, down = (pixels / self.node.resolution * 72 for pixels in (self.node.width, self.node.height))
        room = max(self.limit - self._caption_height(width), 1.0)
        scale = min(1.0, width * self.share / across, room / down)
        return across * scale, down * scale

    def _caption_height(self, width: float) -> float:
        height = self.caption.height(width)
        return height + self.caption.before if height else 0.0
