"""The style's looks as Word's named styles: the styles part (ECMA-376 17.7)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...document import Meta
from ...style import LookName, Style
from ...style.looks import HEADING_LOOKS, InlineLookName, heading_look
from .box_looks import NOTE_DISTANCE, box_styles
from .contents import LOOKS as CONTENTS_LOOKS
from .contents import contents_style
from .counting import SCHEMES, Counting, numbered_indent
from .named import Named, linked, paragraph_style
from .natural_lines import natural_lines
from .numbering import (
    HEADING_LIST,
    KINDS,
    PARAGRAPH_LIST,
    STYLED_LEVELS,
    instance,
    item_indent,
    list_style,
    mark,
)
from .place import HEADING_LEVELS
from .properties import border, colour, fonts, indent, look_of_words, size, tabs, whole_look_of_runs
from .wml import DECLARED, XML, escape, twips, val
from .writing import CHARACTER_STYLES

TEXT: tuple[tuple[LookName, str, str, str, int, bool], ...] = (
    ("body", "BodyText", "Body Text", "", 1, False),
    ("lead-in", "LeadIn", "Lead-in", "BodyText", 2, True),
    ("kicker", "Kicker", "Kicker", "Title", 10, True),
    ("title", "Title", "Title", "BodyText", 10, False),
    ("subtitle", "Subtitle", "Subtitle", "BodyText", 11, False),
    ("table-note", "TableNote", "Table Note", "BodyText", 36, True),
    ("quote", "Quote", "Quote", "", 29, False),
    ("code", "Code", "Code", "", 30, True),
    ("caption", "Caption", "caption", "BodyText", 35, False),
    ("note", "FootnoteText", "footnote text", "", 0, False),
    ("note", "CommentText", "annotation text", "", 0, False),
    ("bibliography", "Bibliography", "Bibliography", "", 37, False),
    ("contents-heading", "TOCHeading", "TOC Heading", "BodyText", 39, False),
)
"""Looks that are a style as they stand: look, id, name, the next paragraph's style, rank, and whether it's ours."""

CHARACTERS: dict[InlineLookName, tuple[str, int, bool]] = {
    "strong": ("Strong", 22, False),
    "emphasis": ("Emphasis", 20, False),
    "code": ("Code Char", 31, True),
    "link": ("Hyperlink", 99, False),
    "hole": ("Hole", 40, True),
    "missing": ("Missing", 41, True),
}
"""The name of each inline look's style, its rank, and whether it's ours."""

BESIDE_LETTERHEAD = 8.0
"""The space in points between our running lines and the text on a letterhead, whose own lines fill the margin."""

LATENT = (
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1" w:defUnhideWhenUsed="1" '
    'w:defQFormat="0" w:count="376"/>'
)
"""Word's other styles stay out of its menus (ECMA-376 17.7.4.5)."""

FALLBACKS = (
    Named(id="DefaultParagraphFont", name="Default Paragraph Font", kind="character", default=True),
    Named(id="NoList", name="No List", kind="numbering", default=True),
)


def styles_part(style: Style, meta: Meta, counting: Counting) -> str:
    """Return the styles part: defaults, and each style that the body may name."""
    named = styles_of(style, meta, counting)
    body = "".join(one.xml() for whole in named for one in linked(whole))
    return f"{XML}<w:styles {DECLARED}>{_defaults(style, meta)}{LATENT}{body}</w:styles>"


def styles_of(style: Style, meta: Meta, counting: Counting) -> tuple[Named, ...]:
    """Return each style that the body may name, and those that they stand on."""
    return (
        _normal(style),
        *FALLBACKS,
        *_texts(style),
        *_headings(style, counting),
        *_contents(style),
        *_lists(style),
        *_fields(style),
        *_figures(style),
        *_signing(style),
        *_running_lines(style),
        *box_styles(style, meta.direction == "rtl"),
        *_characters(style),
    )


def _defaults(style: Style, meta: Meta) -> str:
    """Return what holds where no style says otherwise: body text's type without its space, and the language."""
    body = style.look("body")
    language = escape(meta.language)
    rtl = meta.direction == "rtl"
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(body.font, style)}"
        # Kerning from 1 pt on: Word and LibreOffice have it off unless asked.
        f'<w:kern w:val="2"/>{size(body.size)}'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="{language if rtl else "ar-SA"}"/>'
        "</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{'<w:bidi/>' if rtl else ''}"
        f'<w:spacing w:line="{twips(body.leading)}" w:lineRule="atLeast"/></w:pPr></w:pPrDefault></w:docDefaults>'
    )


def _normal(style: Style) -> Named:
    # Here and not among the defaults: in tables LibreOffice puts the default colour over that of character styles.
    runs = colour(style.look("body").colour, style)
    return Named(id="Normal", name="Normal", rank=1, default=True, properties=f"<w:rPr>{runs}</w:rPr>")


def _texts(style: Style) -> Iterator[Named]:
    for look, id, name, following, rank, own in TEXT:
        yield paragraph_style(id, name, style.look(look), style, following=following, rank=rank, own=own)


def _headings(style: Style, counting: Counting) -> Iterator[Named]:
    """Return the styles of headings, which count where the document does, and of numbered paragraphs."""
    counted = len(SCHEMES[counting.scheme])
    for level in range(1, HEADING_LEVELS + 1):
        id, name, look = f"Heading{level}", f"heading {level}", style.look(heading_look(level))
        more = {"keepLines": "<w:keepLines/>", "outlineLvl": val("outlineLvl", level - 1)}
        if level <= counted:
            more["numPr"] = mark(HEADING_LIST, level)
        rank = 9 if level <= len(HEADING_LOOKS) else 0
        yield paragraph_style(id, name, look, style, following="BodyText", rank=rank, **more)
    number = {"numPr": mark(PARAGRAPH_LIST, 1), "ind": numbered_indent(style)}
    yield paragraph_style(
        "NumberedParagraph", "Numbered Paragraph", style.look("body"), style, rank=3, own=True, **number
    )


def _contents(style: Style) -> Iterator[Named]:
    """Return the styles of the lines of contents lists: the page's number stands at the margin, behind dots."""
    stop = f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{twips(style.page.measure)}"/></w:tabs>'
    for level in range(1, len(CONTENTS_LOOKS) + 1):
        id, look = contents_style(level)
        yield paragraph_style(id, f"toc {level}", style.look(look), style, rank=39, tabs=stop)
    flat = style.look(CONTENTS_LOOKS[0])
    yield paragraph_style("TableofFigures", "table of figures", flat, style, rank=39, tabs=stop)


def _signing(style: Style) -> Iterator[Named]:
    """Return the styles of answers to initial, and of the label, the line and the name of who signs."""
    body, label, value = style.look("body"), style.look("field-label"), style.look("field-value")
    answers = replace(body, before=body.after)
    yield paragraph_style(
        "DecisionLine", "Decision Line", answers, style, rank=16, own=True, keepLines="<w:keepLines/>"
    )
    above = replace(label, before=body.leading, keep_with_next=True)
    yield paragraph_style("SignatureLabel", "Signature Label", above, style, rank=17, own=True)
    line = replace(label, bold=False, before=2 * body.leading, keep_with_next=True)
    yield paragraph_style("SignatureLine", "Signature Line", line, style, rank=17, own=True)
    yield paragraph_style(
        "SignatureName", "Signature Name", value, style, rank=17, own=True, keepLines="<w:keepLines/>"
    )


def _lists(style: Style) -> Iterator[Named]:
    look = style.look("list-item")
    for depth in range(1, STYLED_LEVELS + 1):
        suffix = f" {depth}" if depth > 1 else ""
        hanging = item_indent("body", depth, style)
        for kind in KINDS:
            id, number = list_style(f"List{kind}", depth), mark(instance("body", kind), depth)
            yield paragraph_style(id, f"List {kind}{suffix}", look, style, rank=14, numPr=number, ind=hanging)
        id, straight = list_style("ListContinue", depth), indent(style.list.indent * depth)
        yield paragraph_style(id, f"List Continue{suffix}", look, style, rank=15, ind=straight)


def _fields(style: Style) -> Iterator[Named]:
    look, fields = style.look("field-value"), style.field_list
    width = fields.label_width
    hanging = {"ind": indent(width, 0, -width), "tabs": tabs(left=width)}
    rule = f"<w:pBdr>{border('bottom', fields.rule, fields.rule_width, style, space=6)}</w:pBdr>"
    yield paragraph_style("FieldValue", "Field Value", look, style, rank=12, own=True, **hanging)
    last = replace(look, after=fields.after)
    more = {**hanging, "pBdr": rule}
    yield paragraph_style("FieldLast", "Field Last", last, style, parent="FieldValue", rank=12, own=True, **more)
    yield _words("FieldLabel", "Field Label", "field-label", style)


def _figures(style: Style) -> Iterator[Named]:
    body, caption = style.look("body"), style.look("caption")
    # A picture stands on the base line, so what letters hang below it is part of the space to the caption.
    hanging = natural_lines(style.fonts[body.font]).below * body.size
    picture = replace(body, before=style.chart.before, after=max(0.0, caption.before - hanging))
    yield paragraph_style("Figure", "Figure", picture, style, following="BodyText", rank=36, own=True)
    below = replace(caption, before=0, after=style.chart.after, keep_with_next=False)
    yield paragraph_style("FigureCaption", "Figure Caption", below, style, following="BodyText", rank=36, own=True)
    for id, name, look in (
        ("FigureCaption", "Figure Caption", below),
        ("TableNote", "Table Note", style.look("table-note")),
    ):
        noted = replace(look, after=NOTE_DISTANCE, keep_with_next=True)
        named = {"parent": id, "following": "TableNote", "rank": 36, "own": True}
        yield paragraph_style(f"{id}Noted", f"{name} with Note", noted, style, **named)
    yield paragraph_style("Visual", "Visual", style.look("visual"), style, rank=37, own=True)
    side = (style.page.measure - style.divider.length) / 2
    rule = f"<w:pBdr>{border('bottom', style.divider.rule, style.divider.rule_width, style, space=1)}</w:pBdr>"
    around = style.divider.around
    short = replace(body, leading=1, left=side, right=side, before=around, after=around)
    yield paragraph_style("Divider", "Divider", short, style, following="BodyText", rank=37, own=True, pBdr=rule)


def _running_lines(style: Style) -> Iterator[Named]:
    measure, away = style.page.measure, BESIDE_LETTERHEAD if style.letterhead else 0.0
    head, foot = style.look("header"), style.look("footer")
    head, foot = replace(head, after=head.after + away), replace(foot, before=foot.before + away)
    # Only one stop in the head: a long running head would pass one in the middle, and the marking miss its own.
    yield paragraph_style("Header", "header", head, style, tabs=tabs(right=measure))
    stops = tabs(center=measure / 2, right=measure)
    yield paragraph_style("Footer", "footer", foot, style, tabs=stops)
    yield _words("Marking", "Marking", "marking", style)


def _words(id: str, name: str, look: LookName, style: Style) -> Named:
    """Return a paragraph's look as a character style, for words that share a line with others."""
    properties = f"<w:rPr>{whole_look_of_runs(style.look(look), style)}</w:rPr>"
    return Named(id=id, name=name, kind="character", rank=12, own=True, properties=properties)


def _characters(style: Style) -> Iterator[Named]:
    for look, (name, rank, own) in CHARACTERS.items():
        runs = "".join(look_of_words(style.inlines[look], style).values())
        properties = f"<w:rPr>{runs}</w:rPr>"
        yield Named(id=CHARACTER_STYLES[look], name=name, kind="character", rank=rank, own=own, properties=properties)
    small = f"<w:rPr>{size(style.look('note').size)}</w:rPr>"
    yield Named(id="CommentReference", name="annotation reference", kind="character", properties=small)
    raised = f"<w:rPr>{val('vertAlign', 'superscript')}</w:rPr>"
    yield Named(id="FootnoteReference", name="footnote reference", kind="character", properties=raised)
