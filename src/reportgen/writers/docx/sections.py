"""The sections of a file: stretches of text on pages of one form (ECMA-376 17.6), which are found in the whole text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...document import Meta
from ...frozen import dataclass
from ...style import Style
from ...style.forms import COLUMN_GAP, Form
from .natural_lines import natural_lines
from .page import lines_of
from .targets import Bookmarks
from .wml import EMPTY_PARAGRAPH, twips, val
from .writing import LAST_PAGE

PAGE_BREAK = '<w:p><w:pPr><w:pStyle w:val="PageEnd"/></w:pPr><w:r><w:br w:type="page"/></w:r></w:p>'
"""The end of a page, in a paragraph of one point."""

LEVEL = '<w:p><w:pPr><w:pStyle w:val="PageEnd"/></w:pPr></w:p>'
"""A paragraph of one point across the page."""

SPACED_TOP = re.compile(
    r'(<w:p><w:pPr><w:pStyle w:val="(?:Heading\d|TOCHeading|Caption|Figure)"/>'
    r"(?:<w:keep\w+/>|<w:numPr>.*?</w:numPr>|<w:bidi[^>]*/>)*)(?=<w:ind |</w:pPr>)"
)
"""A paragraph with space above it that says nothing of that itself."""

GAP_ABOVE = re.compile(r'\A<w:p><w:pPr><w:pStyle w:val="(?:Table|Callout)Above"/></w:pPr></w:p>')
NO_SPACE = '<w:spacing w:before="0"/>'

TURN = re.compile(r"<\?pages (\w+) (\d) (\w+)\?>")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text on pages of one form, as XML.

    `first` says that it begins the document, `flows` that it goes on upon the last page of the one before, `restarts`
    that its pages are the first to be counted in their kind of numbers.
    """

    form: Form
    xml: str
    first: bool
    flows: bool
    restarts: bool


def turn(form: Form) -> str:
    """Return the sign that pages of a form begin here, which `stretches` finds again in the text."""
    # Nothing an author writes can be taken for it: there "<" is escaped.
    return f"<?pages {form.numbers} {form.columns} {form.turned}?>"


def stretches(text: str) -> tuple[Stretch, ...]:
    """Return a text by the form of its pages; one empty stretch for no text.

    Pages that end where a section begins them anew are not ended twice.
    """
    found: list[Stretch] = []
    counted: set[str] = set()
    for form, xml in _parts(text):
        flows = bool(found) and found[-1].form.is_same_sheet(form)
        if found and not flows:
            xml = xml.removeprefix(PAGE_BREAK)
            found[-1] = replace(found[-1], xml=found[-1].xml.removesuffix(PAGE_BREAK))
        found.append(Stretch(form, xml, False, flows, form.numbers not in counted))
        counted.add(form.numbers)
    found = [stretch if stretch.flows else replace(stretch, xml=_at_top(stretch.xml)) for stretch in found]
    first, *further = [stretch for stretch in found if stretch.xml] or [Stretch(Form(), "", True, False, True)]
    return replace(first, first=True), *further


def with_last_pages(parts: Sequence[Stretch], bookmarks: Bookmarks) -> Sequence[Stretch]:
    """Return stretches, the last of each kind of numbers with a bookmark in its last line."""
    done, seen = [], {"none"}
    for stretch in reversed(parts):
        numbers = stretch.form.numbers
        if numbers not in seen:
            seen.add(numbers)
            before, end, after = stretch.xml.rpartition("</w:p>")
            stretch = replace(stretch, xml=before + bookmarks.named(LAST_PAGE.format(numbers), "") + end + after)
        done.append(stretch)
    return done[::-1]


def body_of(parts: Sequence[Stretch], style: Style, meta: Meta) -> str:
    """Return stretches as a body, each with its section's properties, the last ones at the end (17.6.17)."""
    done = ""
    *before, last = parts
    for stretch in before:
        xml = stretch.xml
        # LibreOffice reads a section's head and foot here, and takes them for a part of a field that is still open.
        if "<w:fldChar " in xml[xml.rfind("<w:p>") :]:
            xml += LEVEL
        start = xml.rfind("<w:p>")
        head, tail = xml[:start], xml[start:]
        done += head + tail.replace("</w:pPr>", properties(stretch, style, meta) + "</w:pPr>", 1)
    return done + (last.xml or EMPTY_PARAGRAPH) + properties(last, style, meta)


def properties(stretch: Stretch, style: Style, meta: Meta) -> str:
    """Return the properties of the section that a stretch is."""
    page, form = style.page, stretch.form
    width, height = (twips(points) for points in form.size(style))
    turned = ' w:orient="landscape"' if form.turned else ""
    lengths = {side: getattr(page, side) for side in ("top", "right", "bottom", "left", "header")}
    lengths["footer"] = page.footer if style.letterhead else max(0.0, page.footer - _below_foot(style, meta))
    margins = " ".join(f'w:{side}="{twips(points)}"' for side, points in lengths.items())
    named = "".join(
        f'<w:{line.part}Reference w:type="{line.type}" r:id="{line.name}"/>'
        for line in lines_of(form, stretch.first, style)
    )
    paper = style.letterhead
    return (
        f"<w:sectPr>{named}{val('type', 'continuous') if stretch.flows else ''}"
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar {margins} w:gutter="0"/>{paper.margins if paper else ""}{_numbers(stretch)}{_columns(form)}'
        f"{val('vAlign', 'center') if form.numbers == 'none' else ''}"
        f"{'<w:titlePg/>' if stretch.first else ''}{'<w:bidi/>' if meta.direction == 'rtl' else ''}"
        f"{paper.end if paper else ''}</w:sectPr>"
    )


def _parts(text: str) -> list[tuple[Form, str]]:
    """Return the text between the signs, with the form that holds there; neighbours of one form are put together.

    Columns are followed by a paragraph of one point across the page: only so does Word make them equally long.
    """
    pieces = ["arabic", "1", "False", *TURN.split(text)]
    found: list[tuple[Form, str]] = []
    for numbers, columns, turned, xml in zip(*(pieces[start::4] for start in range(4)), strict=True):
        form = Form(numbers, int(columns), turned == "True")
        if found and found[-1][0] == form:
            xml = found.pop()[1] + xml
        elif found and found[-1][0].columns > 1 and not found[-1][0].is_same_sheet(form):
            found.append((replace(found[-1][0], columns=1), LEVEL))
        if xml:
            found.append((form, xml))
    if found and found[-1][0].columns > 1:
        found.append((replace(found[-1][0], columns=1), LEVEL))
    return found


def _below_foot(style: Style, meta: Meta) -> float:
    """Return how far letters hang below the base line of the foot, which stands where the style says in the PDF."""
    look = style.look("marking" if meta.marking else "footer")
    return natural_lines(style.fonts[look.font]).below * look.size


def _at_top(xml: str) -> str:
    """Return text that begins a page without the space above its first line, and so after each page that is ended.

    No style can say so: Word leaves that space away only where a page ends by itself.
    """
    xml = GAP_ABOVE.sub("", xml, count=1)
    begun = SPACED_TOP.match(xml)
    xml = begun[1] + NO_SPACE + xml[begun.end() :] if begun else xml
    if PAGE_BREAK not in xml:
        return xml
    return PAGE_BREAK.join(_at_top(part) if number else part for number, part in enumerate(xml.split(PAGE_BREAK)))


def _numbers(stretch: Stretch) -> str:
    form = ' w:fmt="lowerRoman"' if stretch.form.numbers == "roman" else ""
    start = ' w:start="1"' if stretch.restarts and not stretch.first else ""
    return f"<w:pgNumType{form}{start}/>" if form or start else ""


def _columns(form: Form) -> str:
    gap = twips(COLUMN_GAP)
    return f'<w:cols w:num="{form.columns}" w:space="{gap}"/>' if form.columns > 1 else ""
