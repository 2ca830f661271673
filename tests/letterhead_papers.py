"""Letterheads for the tests: two foreign ones out of packages, and one of a ministry that has all there can be."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import docx
import pypandoc
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt, RGBColor
from PIL import Image

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
WITH_MACROS = "application/vnd.ms-word.template.macroEnabledTemplate.main+xml"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MICROSOFT = "http://schemas.microsoft.com/office/2006/relationships"


@cache
def of_python_docx() -> bytes:
    """Return the template that python-docx comes with: no running lines, 37 styles in use, another page."""
    return (Path(docx.__file__).parent / "templates" / "default.docx").read_bytes()


@cache
def of_pandoc() -> bytes:
    """Return the reference document of pandoc, whose text is an example."""
    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    return subprocess.run(command, capture_output=True, check=True).stdout


@cache
def of_ministry() -> bytes:
    """Return a letterhead with a logo and an address on the first page, lines of its own on even pages, page numbers
    in its foot, German names of styles, headings that count, lists, and a part of another program's.
    """
    paper = docx.Document()
    section = paper.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(24)
    section.top_margin, section.bottom_margin = Mm(30), Mm(28)
    section.different_first_page_header_footer = True
    paper.settings.odd_and_even_pages_header_footer = True
    logo = io.BytesIO()
    Image.new("RGB", (200, 60), (140, 20, 40)).save(logo, "PNG")
    section.first_page_header.paragraphs[0].add_run().add_picture(logo, width=Mm(50))
    for drawn in section.first_page_header._element.iter("{*}docPr"):
        drawn.set("descr", "Wappen")
    section.first_page_header.add_paragraph("Bundesministerium für Wasserwesen")
    section.first_page_footer.paragraphs[0].text = "Uferstraße 1, 10117 Berlin"
    section.header.paragraphs[0].text = "Bundesministerium"
    section.even_page_header.paragraphs[0].text = "Gerade Seite"
    section.footer.paragraphs[0].text = "Seite "
    section.footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    )
    text = paper.styles.add_style("Fließtext", WD_STYLE_TYPE.PARAGRAPH)
    text.font.name, text.font.size, text.font.color.rgb = "Georgia", Pt(11.5), RGBColor(0x20, 0x20, 0x20)
    text.paragraph_format.space_after, text.paragraph_format.line_spacing = Pt(8), Pt(16)
    head = paper.styles.add_style("Überschrift der Stufe 1", WD_STYLE_TYPE.PARAGRAPH)
    head.font.name, head.font.size, head.font.bold, head.font.color.rgb = "Arial", Pt(15), True, RGBColor(140, 20, 40)
    paper.styles["Heading 1"].font.small_caps = True
    head.element.get_or_add_pPr().get_or_add_numPr().get_or_add_numId().val = 1
    saved = io.BytesIO()
    paper.save(saved)
    return saved.getvalue()


def marked(data: bytes, marking: str) -> bytes:
    """Return a letterhead whose pages bear a marking at their head."""
    paper = docx.Document(io.BytesIO(data))
    section = paper.sections[0]
    for header in (section.header, section.first_page_header, section.even_page_header):
        header.add_paragraph(marking)
    return _saved(paper)


def in_mode(data: bytes, mode: int) -> bytes:
    """Return a letterhead that keeps to the ways of a certain Word: 12 is that of 2007, 15 that of 2013 and later."""
    paper = docx.Document(io.BytesIO(data))
    settings = paper.settings.element
    for there in list(settings.iter("{*}compat")):
        settings.remove(there)
    uri = "http://schemas.microsoft.com/office/word"
    said = f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="{mode}"/>'
    place = next(settings.iter("{*}rsids", "{*}mathPr", "{*}themeFontLang"))
    place.addprevious(parse_xml(f"<w:compat {nsdecls('w')}>{said}</w:compat>"))
    return _saved(paper)


def with_second_section(data: bytes) -> bytes:
    """Return a letterhead that goes on with a section whose head is another one."""
    paper = docx.Document(io.BytesIO(data))
    further = paper.add_section()
    further.header.is_linked_to_previous = False
    further.header.paragraphs[0].text = "Page two and after"
    return _saved(paper)


def _saved(paper: Any) -> bytes:
    saved = io.BytesIO()
    paper.save(saved)
    return saved.getvalue()


def as_template(data: bytes) -> bytes:
    """Return a document as a template (.dotx)."""
    return changed(data, {"[Content_Types].xml": (MAIN, TEMPLATE)})


def with_macros(data: bytes) -> bytes:
    """Return a document as a template with macros (.dotm)."""
    kind = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    done = changed(data, {"[Content_Types].xml": (MAIN, WITH_MACROS)}, {"word/vbaProject.bin": b"macros"})
    done = changed(done, {"[Content_Types].xml": ("</Types>", kind)})
    return related(
        done,
        "word/document.xml",
        "vbaProject",
        "vbaProject.bin",
        of="http://schemas.microsoft.com/office/2006/relationships",
    )


def related(data: bytes, part: str, kind: str, target: str, external: bool = False, of: str = RELATIONS) -> bytes:
    """Return a file in which a part has one more relationship, of the id `rId900`."""
    name = re.sub(r"([^/]+)$", r"_rels/\1.rels", part)
    mode = ' TargetMode="External"' if external else ""
    more = f'<Relationship Id="rId900" Type="{of}/{kind}" Target="{target}"{mode}/></Relationships>'
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        if name not in package.namelist():
            uri = "http://schemas.openxmlformats.org/package/2006/relationships"
            return changed(data, {}, {name: f'<Relationships xmlns="{uri}">{more}'})
    return changed(data, {name: ("</Relationships>", more)})


def changed(data: bytes, changes: Mapping[str, tuple[str, str]], added: Mapping[str, str | bytes] = {}) -> bytes:
    """Return a file with words changed in parts of it, at their last place, and with parts added."""
    saved = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(saved, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name in changes:
                before, after = (words.encode() for words in changes[name])
                assert before in content, (name, before)
                content = after.join(content.rsplit(before, 1))
            new.writestr(name, content)
        for name, more in added.items():
            new.writestr(name, more)
    return saved.getvalue()
