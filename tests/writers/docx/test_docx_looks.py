"""The style's looks in the file: a change of the style changes what the named styles say."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from typing import Any

import pytest
from docx import Document as open_docx
from docx.oxml.ns import qn
from docx_showcase import META, showcase_blocks

from reportgen.document import Code, Document, Field, FieldList, Paragraph, Strong, Text
from reportgen.style import LOOKS, LookName, Style
from reportgen.writers.docx import write
from reportgen.writers.docx.theme import PALETTE


def parts(style: Style) -> dict[str, bytes]:
    """Return the parts of the showcase in a style."""
    with zipfile.ZipFile(io.BytesIO(write(Document(meta=META, blocks=showcase_blocks()), style).data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def changed(style: Style, part: str, **values: Any) -> Style:
    """Return a style with other values in one part of it."""
    return style.model_copy(update={part: getattr(style, part).model_copy(update=values)})


@pytest.mark.parametrize("name", LOOKS)
def test_every_look_reaches_the_file(style: Style, name: LookName) -> None:
    looks = {**style.looks, name: style.looks[name].model_copy(update={"size": 31.0})}
    other = style.model_copy(update={"looks": looks})
    other.__dict__.pop("resolved", None)  # a copy has what was cached in the original
    assert parts(other)["word/styles.xml"] != parts(style)["word/styles.xml"]


@pytest.mark.parametrize(
    ("part", "values"),
    [
        ("page", {"left": 100.0}),
        ("page", {"header": 20.0}),
        ("list", {"indent": 40.0}),
        ("list", {"bullets": ("*",)}),
        ("table", {"padding_x": 9.0}),
        ("table", {"padding_y": 9.0}),
        ("table", {"rule_width": 2.0}),
        ("table", {"head_fill": "hole"}),
        ("table", {"after": 30.0}),
        ("callout", {"bar_width": 6.0}),
        ("callout", {"padding": 20.0}),
        ("callout", {"before": 40.0}),
        ("callout", {"after": 40.0}),
        ("callout", {"fill": "hole"}),
        ("field_list", {"label_width": 200.0}),
        ("field_list", {"rule_width": 3.0}),
        ("field_list", {"after": 33.0}),
        ("colours", {"accent": "AA0000"}),
    ],
    ids=str,
)
def test_a_change_of_style_changes_the_file(style: Style, part: str, values: dict[str, Any]) -> None:
    assert parts(changed(style, part, **values)) != parts(style)


def test_headings_have_their_type_and_level(style: Style) -> None:
    docx = open_docx(io.BytesIO(write(Document(meta=META, blocks=()), style).data))
    heading, look = docx.styles["Heading 1"], style.look("heading-1")
    assert heading.font.size.pt == pytest.approx(look.size, abs=0.25)
    assert heading.font.bold
    assert str(heading.font.color.rgb) == style.colour("accent")
    assert heading.paragraph_format.keep_with_next
    assert heading.next_paragraph_style.name == "Body Text"


def test_fonts_name_what_stands_in_for_them(style: Style) -> None:
    fonts = parts(style)["word/fontTable.xml"].decode()
    for family in style.fonts.values():
        assert f'<w:font w:name="{family.family}"><w:altName w:val="{family.stand_in}"/>' in fonts


def test_the_theme_has_the_palette_and_the_families(style: Style) -> None:
    theme = parts(style)["word/theme.xml"].decode()
    for place, name in PALETTE.items():
        assert f'<a:{place}><a:srgbClr val="{style.colour(name)}"/></a:{place}>' in theme
    assert f'<a:minorFont><a:latin typeface="{style.fonts["serif"].family}"/>' in theme
    assert f'<a:majorFont><a:latin typeface="{style.fonts["sans"].family}"/>' in theme


def test_words_of_a_heading_can_be_marked_alone(style: Style) -> None:
    styles = open_docx(io.BytesIO(write(Document(meta=META, blocks=()), style).data)).styles
    heading, words = styles["Heading 1"], styles["Heading 1 Char"]
    links = [one.element.find(qn("w:link")).get(qn("w:val")) for one in (heading, words)]
    assert links == [words.style_id, heading.style_id]
    assert words.font.bold
    assert words.font.size == heading.font.size


def test_small_capitals_are_words_own(style: Style) -> None:
    looks = {**style.looks, "caption": style.looks["caption"].model_copy(update={"small_caps": True})}
    inlines = {**style.inlines, "strong": style.inlines["strong"].model_copy(update={"small_caps": True})}
    written = write(Document(meta=META, blocks=()), style.model_copy(update={"looks": looks, "inlines": inlines}))
    docx = open_docx(io.BytesIO(written.data))
    found = {one.name for one in docx.styles if getattr(one, "font", None) and one.font.small_caps}
    assert found == {"Caption", "Figure Caption", "Figure Caption with Note", "Strong"}


def test_small_capitals_in_such_stay_such(style: Style) -> None:
    looks = {**style.looks, "body": style.looks["body"].model_copy(update={"small_caps": True})}
    inlines = {**style.inlines, "strong": style.inlines["strong"].model_copy(update={"small_caps": True})}
    blocks = (Paragraph(inlines=(Strong(inlines=(Text(text="a"),)),)),)
    written = write(Document(meta=META, blocks=blocks), style.model_copy(update={"looks": looks, "inlines": inlines}))
    run = open_docx(io.BytesIO(written.data)).paragraphs[0].runs[0]
    assert run.font.small_caps  # Word would take the two styles for none


@pytest.mark.parametrize("marked", [True, False])
def test_a_marking_is_as_its_own_look_says_whatever_the_line_is_like(style: Style, marked: bool) -> None:
    toggles = {"bold": True, "italic": True, "small_caps": True}
    own = dict.fromkeys(toggles, marked)
    looks = {
        **style.looks,
        "header": style.looks["header"].model_copy(update=toggles),
        "marking": style.looks["marking"].model_copy(update=own),
        "field-value": style.looks["field-value"].model_copy(update=toggles),
        "field-label": style.looks["field-label"].model_copy(update=own),
    }
    field = Field(label=(Text(text="To"),), blocks=(Paragraph(inlines=(Text(text="all"),)),))
    meta = dataclasses.replace(META, marking="TLP:AMBER", draft_mark="DRAFT")
    document = Document(meta=meta, blocks=(FieldList(fields=(field,)),))
    docx = open_docx(io.BytesIO(write(document, style.model_copy(update={"looks": looks})).data))
    header = docx.sections[0].header.paragraphs[0].runs
    for run, words in ((header[-1], "TLP:AMBER"), (docx.paragraphs[0].runs[0], "To")):
        assert run.text == words
        assert (run.font.bold, run.font.italic, run.font.small_caps) == (marked,) * 3
    assert header[0].font.small_caps is None  # that of the line itself


def test_code_is_in_no_small_capitals(style: Style) -> None:
    looks = {**style.looks, "body": style.looks["body"].model_copy(update={"small_caps": True})}
    blocks = (Paragraph(inlines=(Code(text="ls -l"),)),)
    written = write(Document(meta=META, blocks=blocks), style.model_copy(update={"looks": looks}))
    assert open_docx(io.BytesIO(written.data)).paragraphs[0].runs[0].font.small_caps is False
