"""Print how evenly three programs set the same text at the same measure: ReportLab's own paragraphs, ours, and Typst.

For each: the spread (standard deviation) of the mean word gap of justified lines, the widest of them, in ems; how many
lines end in a hyphen that is not the author's. All three set Source Serif 4 Regular; the figures are read off the
finished pages.

    python benchmarks/line_quality.py

Typst is measured where its package `typst` is installed. `reportgen[test]` holds the rest.
"""

from __future__ import annotations

import ctypes
import importlib.util
import io
import itertools
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium
import uharfbuzz

from reportgen.document import Document, Meta, Paragraph, Text
from reportgen.located import Scalar
from reportgen.pipeline import find_style
from reportgen.style import Style, face_bytes
from reportgen.workspace import Workspace
from reportgen.writers.pdf import write

SIZE, LEADING, HEIGHT = 10.5, 14.5, 3000.0
MEASURES = (471.0, 230.0)
HYPHENS = "-\u00ad\u2010\x02\ufffe"

TEXT = (
    "The delegations met for the third time this autumn and, as before, agreed on little more than the date of their "
    "next meeting. Both sides nevertheless described the atmosphere as businesslike; the mediators, who had prepared "
    "a compromise on the demarcation of the northern sector, decided not to table it until the working groups on "
    "humanitarian access and on the exchange of prisoners have reported.",
    "Three questions will decide whether the process continues. The first is whether the ceasefire arrangements can be "
    "verified without an international presence on the ground, which one party rejects as an infringement of its "
    "sovereignty and the other regards as indispensable. The second is the sequence in which sanctions would be "
    "lifted: automatically, on fulfilment of agreed conditions, or by separate political decisions.",
    "The third question, reconstruction, has been underestimated. Independent assessments put the cost of restoring "
    "basic infrastructure in the affected municipalities at several times the annual budget of the region; "
    "international financial institutions have signalled that they would contribute only under transparent and "
    "accountable administration. Neither delegation has so far presented a realistic proposal.",
    "We recommend that the Minister should instruct the mission to support the mediators’ timetable, to avoid public "
    "commitments on the composition of a monitoring mission, and to explore confidentially with like-minded "
    "governments whether a trust fund could be established before the end of the year. A decision is needed by "
    "Thursday, when the contact group convenes; postponing it would leave the initiative to others.",
    "Risks remain considerable. A breakdown of the talks would probably be followed by renewed hostilities along the "
    "line of contact, with consequences for civilians, for energy supplies and for navigation. Even so, "
    "the alternatives that have been discussed among capitals, notably a unilateral announcement of guarantees, would "
    "be less effective, more expensive and harder to reverse.",
)


class Line(NamedTuple):
    """The mean gap between the words of a line, in ems, and whether it ends in a hyphen."""

    gap: float
    hyphen: bool


def main() -> None:
    """Print the figures for each measure."""
    style = find_style(Scalar("house"), Workspace(), ())
    print(f"{'':28}{'measure':>8}{'lines':>7}{'spread':>8}{'widest':>8}{'hyphens':>9}")
    with tempfile.TemporaryDirectory() as folder:
        font = Path(folder) / "serif.ttf"
        font.write_bytes(static(style))
        for measure in MEASURES:
            report("ReportLab, stock", measure, stock(font, measure, hyphenate=False))
            report("ReportLab, hyphenating", measure, stock(font, measure, hyphenate=True))
            report("reportgen", measure, ours(style, measure))
            if importlib.util.find_spec("typst"):
                report("Typst", measure, typst(font, measure))
            else:
                print("Typst: its package is not installed")


def report(name: str, measure: float, pdf: bytes) -> None:
    """Print the figures of one program."""
    lines = list(justified_lines(pdf))
    spread, widest = statistics.pstdev(line.gap for line in lines), max(line.gap for line in lines)
    hyphens = sum(line.hyphen for line in lines)
    print(f"{name:28}{measure:>8g}{len(lines):>7}{spread:>8.3f}{widest:>8.2f}{hyphens:>9}")


def static(style: Style) -> bytes:
    """Return the serif face of a style pinned to its place on each axis, for those who can't read variable fonts."""
    family = style.fonts["serif"]
    face = uharfbuzz.Face(face_bytes(family, italic=False))
    cut = uharfbuzz.SubsetInput()
    cut.keep_everything()
    for axis in face.axis_infos:
        cut.pin_axis_location(face, axis.tag, {**family.axes, "wght": family.regular}[axis.tag])
    return bytes(uharfbuzz.subset(face, cut).blob.data)


def ours(style: Style, measure: float) -> bytes:
    """Return the text as our PDF writer sets it."""
    body = style.looks["body"].model_copy(update={"align": "justify", "size": SIZE, "leading": LEADING})
    page = style.page.model_copy(update={"width": measure + 72, "height": HEIGHT, "left": 36.0, "right": 36.0})
    changed = style.model_copy(update={"looks": {**style.looks, "body": body}, "page": page})
    blocks = tuple(Paragraph(inlines=(Text(text=text),)) for text in TEXT)
    return write(Document(meta=Meta(title="Lines", language="en-GB"), blocks=blocks), changed).data


def stock(font: Path, measure: float, hyphenate: bool) -> bytes:
    """Return the text as ReportLab's own paragraphs set it."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase.pdfmetrics import registerFont
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph as StockParagraph
    from reportlab.platypus import SimpleDocTemplate

    registerFont(TTFont("serif", str(font)))
    look = ParagraphStyle(
        "", fontName="serif", fontSize=SIZE, leading=LEADING, alignment=4, hyphenationLang="en_GB" if hyphenate else ""
    )
    file = io.BytesIO()
    margins = {"leftMargin": 30, "rightMargin": 30, "topMargin": 30, "bottomMargin": 30}  # and 6 of padding
    template = SimpleDocTemplate(file, pagesize=(measure + 72, HEIGHT), **margins)
    template.build([StockParagraph(text, look) for text in TEXT])
    return file.getvalue()


def typst(font: Path, measure: float) -> bytes:
    """Return the text as Typst sets it."""
    import typst as program

    head = (
        f"#set page(width: {measure + 72}pt, height: {HEIGHT}pt, margin: 36pt)\n"
        f'#set text(font: "Source Serif 4", size: {SIZE}pt, lang: "en", region: "GB", hyphenate: true)\n'
        f"#set par(justify: true, leading: {LEADING - SIZE}pt, spacing: 24pt)\n"
    )
    source = font.with_suffix(".typ")
    source.write_text(head + "\n\n".join(TEXT))
    return bytes(program.compile(str(source), font_paths=[str(font.parent)]))


def justified_lines(pdf: bytes) -> Iterator[Line]:
    """Return the lines of a file's first page but the last of each paragraph."""
    page = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    characters = [(page.get_text_range(index, 1), *box(page, index)) for index in range(page.count_chars())]
    printed = [one for one in characters if one[0].strip() or one[0] in HYPHENS]
    rows = [list(row) for _, row in itertools.groupby(printed, key=lambda one: round(one[3]))]
    right = max(one[2] for one in printed)
    for row in rows:
        gaps = [right[1] - left[2] for left, right in itertools.pairwise(row)]
        words = [gap / SIZE for gap in gaps if gap > SIZE * 0.1]
        if words and row[-1][2] > right - SIZE:
            yield Line(statistics.mean(words), row[-1][0] in HYPHENS and row[-1][0] != "-")


def box(page: pypdfium2.PdfTextPage, index: int) -> tuple[float, float, float]:
    """Return where a character begins and where it ends, and its base line."""
    edges, x, y = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    pdfium.FPDFText_GetLooseCharBox(page, index, edges)
    pdfium.FPDFText_GetCharOrigin(page, index, x, y)
    return x.value, edges.right, y.value


if __name__ == "__main__":
    main()
