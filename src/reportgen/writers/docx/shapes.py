"""Drawings as a group of shapes that Word can edit (DrawingML; MS-ODRAWXML 2.17 for the group and its shapes)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import isclose

from ...diagnostics import Source
from ...frozen import dataclass
from ...style import ColourName
from ...visuals import Box, Dot, Drawing, Path, Shape, Words
from .properties import colour, scheme_colour
from .wml import emu, escape
from .writing import Writing

GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
DECLARED = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    f'xmlns:wpg="{GROUP}" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
FORMS = {"circle": "ellipse", "square": "rect", "diamond": "diamond", "triangle": "triangle"}
SIDES = {"start": "left", "middle": "center", "end": "right"}
SLACK = 1.3
"""How many times as wide as words are about their frame is: the reader's font may be a wider one."""

UNSEEN = "<a:noFill/><a:ln><a:noFill/></a:ln>"

DOT = 2.0
"""The longest dash that is a dot."""

CAPTURED = 1.0
"""How many points words may reach over the edge of a box that they are taken to stand in."""


def group(drawing: Drawing, size: tuple[float, float], alt: str, source: Source, writing: Writing) -> str:
    """Return the run that shows a drawing at a size in points; readers that know no such shapes show what it says.

    A box and the words in it are one shape, so that they stay together when they are moved.
    """
    number, told = writing.drawing(), escape(writing.check(alt, source))
    extent, whole = (f'cx="{emu(across)}" cy="{emu(down)}"' for across, down in (size, (drawing.width, drawing.height)))
    # A sheet that can't be seen holds the group's edges where they are, even if it is made anew from its shapes.
    sheet = Box(left=0.0, top=0.0, width=drawing.width, height=drawing.height)
    shapes = "".join(_Drawn(drawing.width, drawing.height, writing, source).shapes((sheet, *drawing.shapes)))
    return (
        f'<w:r><mc:AlternateContent {DECLARED}><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Diagram {number}" descr="{told}"/><wp:cNvGraphicFramePr/>'
        f'<a:graphic><a:graphicData uri="{GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {whole}/></a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp>'
        f"</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:t>{told}</w:t></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The shapes of one drawing being written."""

    width: float
    height: float
    writing: Writing
    source: Source

    def shapes(self, shapes: Sequence[Shape]) -> Iterator[str]:
        """Return each shape as an element."""
        box: Box | None = None
        for shape, following in zip(shapes, (*shapes[1:], None), strict=True):
            if isinstance(shape, Box) and isinstance(following, Words) and _holds(shape, following):
                box = shape
            elif isinstance(shape, Words):
                yield self._words(shape, box) if shape.lines else ""
                box = None
            else:
                yield self._plain(shape)

    def _plain(self, shape: Path | Box | Dot) -> str:
        if isinstance(shape, Path):
            return self._path(shape)
        if isinstance(shape, Box):
            look = _fill(shape.fill) + _line(shape.edge, shape.edge_width, shape.dash)
            return self._shape(_place(shape.left, shape.top, shape.width, shape.height), _form("rect"), look)
        half = shape.size / 2
        look = _fill("paper" if shape.hollow else shape.colour) + _line(shape.colour, 1.0, ())
        return self._shape(
            _place(shape.x - half, shape.y - half, shape.size, shape.size), _form(FORMS[shape.mark]), look
        )

    def _path(self, shape: Path) -> str:
        """Return a line: a straight one as Word's own, any other as a path (20.1.9.15)."""
        xs, ys = zip(*shape.points, strict=True)
        left, top = min(xs), min(ys)
        place = (left, top, max(xs) - left, max(ys) - top)
        look = _line(shape.colour, shape.width, shape.dash, shape.arrow)
        if len(shape.points) == 2:
            flips = "".join(f' {name}="1"' for name, row in (("flipH", xs), ("flipV", ys)) if row[0] > row[1])
            return self._shape(_place(*place, flips), _form("line"), "<a:noFill/>" + look)
        points = [f'<a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>' for x, y in shape.points]
        ways = f"<a:moveTo>{points[0]}</a:moveTo>" + "".join(f"<a:lnTo>{point}</a:lnTo>" for point in points[1:])
        path = f'<a:path w="{emu(place[2])}" h="{emu(place[3])}" fill="none">{ways}</a:path>'
        form = (
            "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
            f'<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>{path}</a:pathLst></a:custGeom>'
        )
        return self._shape(_place(*place), form, "<a:noFill/>" + look)

    def _words(self, shape: Words, box: Box | None) -> str:
        """Return words in a frame of their own, or in the box that they stand in."""
        text = self._text(shape)
        if box is None:
            left, width = self._frame(shape)
            # A line higher than the words are, for one more where the reader's font is wider than was thought.
            height = min(shape.height * (1 + 1 / len(shape.lines)), self.height - shape.top)
            place = _place(left, shape.top, width, height)
            return self._shape(place, _form("rect"), UNSEEN, text)
        look = _fill(box.fill) + _line(box.edge, box.edge_width, box.dash)
        return self._shape(_place(box.left, box.top, box.width, box.height), _form("rect"), look, text, "ctr")

    def _frame(self, shape: Words) -> tuple[float, float]:
        """Return where the frame of words begins and its width, wider than they are if the drawing has the room."""
        more = shape.width * (SLACK - 1)
        left = shape.left - {"start": 0.0, "middle": more / 2, "end": more}[shape.anchor]
        right = left + shape.width + more
        beyond = max(0.0, -left, right - self.width) if shape.anchor == "middle" else 0.0
        left, right = max(left + beyond, 0.0), min(right - beyond, self.width)
        return left, right - left

    def _text(self, shape: Words) -> str:
        """Return a paragraph of the style Visual, a line end between lines."""
        style = self.writing.style
        bold = "<w:b/><w:bCs/>" if shape.bold else ""
        look = f"<w:rPr>{bold}{colour(shape.colour, style)}</w:rPr>"
        lines = [escape(self.writing.check(line, self.source)) for line in shape.lines]
        content = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
        side = f'<w:jc w:val="{SIDES[shape.anchor]}"/>'
        return f'<w:p><w:pPr><w:pStyle w:val="Visual"/>{side}</w:pPr><w:r>{look}{content}</w:r></w:p>'

    def _shape(self, place: str, form: str, look: str, text: str = "", anchor: str = "t") -> str:
        """Return a shape: its place, form, ground and line, and the text in it."""
        number = self.writing.drawing()
        kind, inside = "<wps:cNvSpPr/>", "<wps:bodyPr/>"
        if text:
            wrap = "square" if anchor == "ctr" else "none"
            sides = 'lIns="0" tIns="0" rIns="0" bIns="0"'
            inside = f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
            inside += f'<wps:bodyPr wrap="{wrap}" {sides} anchor="{anchor}"><a:noAutofit/></wps:bodyPr>'
            kind = '<wps:cNvSpPr txBox="1"/>' if anchor == "t" else kind
        return (
            f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/>{kind}'
            f"<wps:spPr>{place}{form}{look}</wps:spPr>{inside}</wps:wsp>"
        )


def _holds(box: Box, words: Words) -> bool:
    """Return whether words stand in the middle of a box."""
    middle = words.anchor == "middle" and isclose(words.x, box.left + box.width / 2, abs_tol=CAPTURED)
    within = box.top - CAPTURED <= words.top and words.top + words.height <= box.top + box.height + CAPTURED
    return middle and within and words.width <= box.width + CAPTURED


def _place(left: float, top: float, width: float, height: float, flips: str = "") -> str:
    corner = f'<a:off x="{emu(left)}" y="{emu(top)}"/>'
    return f'<a:xfrm{flips}>{corner}<a:ext cx="{emu(width)}" cy="{emu(height)}"/></a:xfrm>'


def _form(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _fill(name: ColourName | None) -> str:
    return f"<a:solidFill>{_colour(name)}</a:solidFill>" if name else "<a:noFill/>"


def _line(name: ColourName | None, width: float, dash: Sequence[float], arrow: bool = False) -> str:
    """Return a line, perhaps dashed (20.1.8.21) and with an arrow head at its end."""
    if not name:
        return "<a:ln><a:noFill/></a:ln>"
    form = f'<a:prstDash val="{"sysDot" if dash[0] <= DOT else "dash"}"/>' if dash else ""
    head = '<a:tailEnd type="triangle" w="med" len="med"/>' if arrow else ""
    return f'<a:ln w="{emu(width)}"><a:solidFill>{_colour(name)}</a:solidFill>{form}{head}</a:ln>'


def _colour(name: ColourName) -> str:
    return f'<a:schemeClr val="{scheme_colour(name)}"/>'
