"""A memo on a letterhead: all of it is there, and all of ours."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document as open_docx
from docx_lint import lint
from docx_showcase import META, showcase_blocks, words
from docx_whole import whole
from letterhead_papers import as_template, changed, of_ministry, of_pandoc, of_python_docx, related, with_macros
from openxml_audit import OpenXmlValidator
from test_docx_read_back import read

from reportgen.diagnostics import BriefError
from reportgen.document import Conventions, Document, Emphasis, Pages, Paragraph, Quote, Section, Strong
from reportgen.located import Scalar
from reportgen.pipeline import find_style
from reportgen.style import Style
from reportgen.workspace import Workspace
from reportgen.writers.docx import write

PAPERS = {"python-docx": of_python_docx(), "pandoc": of_pandoc(), "ministry": of_ministry()}
EACH = pytest.mark.parametrize("name", PAPERS)
TABLE = '{body: "Fließtext", heading-1: "Überschrift der Stufe 1"}'
SHOWCASE = Document(meta=META, blocks=showcase_blocks())
FAULT_OF_PANDOC = "Style 'Table' references missing style 'TableNormal'"


def on(data: bytes, more: str = "") -> Style:
    """Return the house style on a letterhead."""
    text = f"name: mine\nsummary: mine\nextends: house\nbase_document: paper.docx\n{more}"
    files = {"styles/mine.yaml": text, "styles/paper.docx": data}
    return find_style(Scalar("mine"), Workspace(files=files), ("",))


def parts_of(data: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert max(Counter(archive.namelist()).values()) == 1
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def relations(xml: str) -> dict[str, str]:
    """Return what the relationships in a part lead to, by their ids."""
    found = (dict(re.findall(r'(\w+)="([^"]*)"', one)) for one in re.findall("<Relationship .*?>", xml))
    return {one["Id"]: one["Target"] for one in found}


def audited(data: bytes, folder: Path) -> list[str]:
    file = folder / "audited.docx"
    file.write_bytes(data)
    return [str(fault) for fault in OpenXmlValidator().validate(str(file)).errors]


@EACH
@pytest.mark.parametrize(
    "document", [whole(), Document(meta=META, blocks=showcase_blocks())], ids=["whole", "showcase"]
)
def test_no_fault_is_new(name: str, document: Document, tmp_path: Path) -> None:
    data = write(document, on(PAPERS[name])).data
    assert [fault for fault in audited(data, tmp_path) if FAULT_OF_PANDOC not in fault] == []
    assert lint(data) == []


@EACH
def test_the_text_read_back_is_the_model_s(name: str, style: Style) -> None:
    assert read(SHOWCASE, on(PAPERS[name])) == read(SHOWCASE, style)
    assert read(whole(), on(PAPERS[name])) == read(whole(), style)


@EACH
def test_bytes_are_the_same_from_run_to_run(name: str) -> None:
    assert write(whole(), on(PAPERS[name])).data == write(whole(), on(PAPERS[name])).data


def test_templates_with_and_without_macros_give_the_same_memo() -> None:
    plain, template, macros = (
        write(whole(), on(data)) for data in (of_ministry(), as_template(of_ministry()), with_macros(of_ministry()))
    )
    assert plain.data == template.data == macros.data
    assert [(one.severity, one.code) for one in macros.diagnostics] == [("warning", "letterhead-cleaned")]
    assert "macros" in macros.diagnostics[0].message
    assert template.diagnostics == ()


def test_the_letterhead_s_own_text_is_told_and_left_out() -> None:
    (told,) = write(whole(), on(of_pandoc())).diagnostics
    assert (told.severity, told.code) == ("info", "letterhead-text")
    assert "Author" in told.message


def test_logo_address_and_even_lines_are_where_they_were() -> None:
    docx = open_docx(io.BytesIO(write(whole(), on(of_ministry())).data))
    section = docx.sections[0]
    assert section.different_first_page_header_footer
    assert docx.settings.odd_and_even_pages_header_footer
    first = section.first_page_header
    assert [one.text for one in first.paragraphs][1] == "Bundesministerium für Wasserwesen"
    (logo,) = (rel.target_part for rel in first.part.rels.values() if "image" in rel.reltype)
    assert logo.blob.startswith(b"\x89PNG")
    assert section.first_page_footer.paragraphs[-1].text == "Uferstraße 1, 10117 Berlin"
    assert section.header.paragraphs[0].text == "Bundesministerium"
    assert section.even_page_header.paragraphs[0].text == "Gerade Seite"


@EACH
def test_the_marking_the_number_and_the_draft_mark_are_on_every_page(name: str) -> None:
    turned = Pages(form="landscape", blocks=showcase_blocks()[:1])
    cover = Pages(form="cover", blocks=showcase_blocks()[:1])
    document = Document(meta=META, blocks=(cover, *showcase_blocks(), turned))
    parts = parts_of(write(document, on(PAPERS[name])).data)
    rels = relations(parts["word/_rels/document.xml.rels"])
    kinds = {"default", "even"} if name == "ministry" else {"default"}
    for section in re.findall(r"<w:sectPr.*?</w:sectPr>", parts["word/document.xml"], re.DOTALL):
        lines = re.findall(r'<w:(header|footer)Reference w:type="(\w+)" r:id="(\w+)"', section)
        wanted = kinds | ({"first"} if "titlePg" in section else set())
        assert {(part, type) for part, type, _ in lines} == {(p, t) for p in ("header", "footer") for t in wanted}
        bare = 'w:vAlign w:val="center"' in section
        for part, _, id in lines:
            xml = parts["word/" + rels[id]]
            assert xml.count(f">{META.marking}<") == 1, id
            if part == "header" and not bare:
                assert META.draft_mark in xml, id
            if part == "footer" and not bare:
                assert len(re.findall(r"\bPAGE\b", xml)) == 1, id


def test_a_marking_that_the_letterhead_has_is_not_said_twice_but_another_is() -> None:
    has = changed(of_python_docx(), {})
    paper = open_docx(io.BytesIO(has))
    paper.sections[0].header.paragraphs[0].text = f"Classified {META.marking}"
    saved = io.BytesIO()
    paper.save(saved)
    document = replace(whole(), meta=META)
    once = parts_of(write(document, on(saved.getvalue())).data)["word/header.xml"]
    assert once.count(META.marking) == 1
    stricter = replace(document, meta=replace(META, marking=f"{META.marking}+STRICT"))
    assert f">{META.marking}+STRICT<" in parts_of(write(stricter, on(saved.getvalue())).data)["word/header.xml"]


def test_roles_go_by_the_table_of_names() -> None:
    styled = on(of_ministry(), f"word_styles: {TABLE}\n")
    docx = open_docx(io.BytesIO(write(whole(), styled).data))
    names = {one.style.name for one in docx.paragraphs if one.style}
    assert {"Fließtext", "Überschrift der Stufe 1"} <= names
    assert not {"Body Text", "Heading 1"} & names


def test_a_name_that_the_letterhead_has_not_is_told_with_the_likeliest() -> None:
    with pytest.raises(BriefError) as refused:
        on(of_ministry(), 'word_styles: {body: "Fliestext"}\n')
    (told,) = refused.value.diagnostics
    assert (told.code, told.hint, told.source.line) == ("unknown-word-style", "did you mean 'Fließtext'?", 5)


def test_headings_in_a_style_that_counts_count_only_where_the_memo_does() -> None:
    styled = on(of_ministry(), f"word_styles: {TABLE}\n")
    heading = Section(heading=words("Lage"), blocks=())
    parts = parts_of(write(Document(meta=META, blocks=(heading,)), styled).data)
    body, lists = parts["word/document.xml"], parts["word/numbering.xml"]
    (number,) = re.findall(r'<w:pStyle w:val="ÜberschriftderStufe1"/>.*?<w:numId w:val="(\d+)"/>', body)
    abstract = re.search(rf'<w:num [^>]*w:numId="{number}"[^>]*>\s*<w:abstractNumId w:val="(\d+)"', lists)
    assert abstract
    pattern = rf'<w:abstractNum [^>]*w:abstractNumId="{abstract[1]}".*?</w:abstractNum>'
    definition = re.search(pattern, lists, re.DOTALL)
    assert definition
    assert '<w:numFmt w:val="none"/>' in definition[0]
    counted = Document(meta=META, blocks=(replace(heading, number="1"),), conventions=Conventions(headings="decimal"))
    assert "<w:numPr>" in parts_of(write(counted, styled).data)["word/document.xml"]


def test_bold_in_the_letterhead_s_bold_stays_bold_and_italic_in_its_italic_stands_upright() -> None:
    plain = "looks: {heading-1: {bold: false}, quote: {italic: false}}\n"
    strong, stressed = Strong(inlines=words("Lage")), Emphasis(inlines=words("sehr"))
    blocks = (Section(heading=(strong,), blocks=(Quote(blocks=(Paragraph(inlines=(stressed, strong)),)),)),)
    body = parts_of(write(Document(meta=META, blocks=blocks), on(of_python_docx(), plain)).data)["word/document.xml"]
    heading, emphasis, text = re.findall(r"<w:rPr>(.*?)</w:rPr>", body)
    assert heading == '<w:rStyle w:val="Strong"/><w:b/><w:bCs/>'  # its heading 1 is bold, ours is not
    assert '<w:i w:val="0"/>' in emphasis  # its quotes are italic, ours are not
    assert text == '<w:rStyle w:val="Strong"/>'


def test_lists_of_the_letterhead_keep_their_ids_and_ours_have_others() -> None:
    theirs, both = (
        parts_of(data)["word/numbering.xml"] for data in (of_ministry(), write(whole(), on(of_ministry())).data)
    )
    ids = [re.findall(r'w:numId="(\d+)"', xml) for xml in (theirs, both)]
    assert ids[1][: len(ids[0])] == ids[0]
    assert len({*ids[1]}) == len(ids[1])
    abstract = re.findall(r'w:abstractNumId="(\d+)"', both)
    assert len({*abstract}) == len(abstract)


def test_styles_of_the_letterhead_are_as_they_were() -> None:
    def styles(data: bytes) -> dict[str, str]:
        xml = parts_of(data)["word/styles.xml"]
        return {
            found[1]: re.sub(r"\s+", "", found[0])
            for found in re.finditer(r'<w:style [^>]*w:styleId="([^"]+)".*?</w:style>', xml, re.DOTALL)
        }

    theirs, both = styles(of_ministry()), styles(write(whole(), on(of_ministry())).data)
    assert {id: both.get(id) for id in theirs} == theirs


def test_parts_that_nobody_knows_stay() -> None:
    case = "<case xmlns='urn:ministry'>17/4</case>"
    data = changed(of_ministry(), {}, {"customXml/item7.xml": case})
    data = related(data, "word/document.xml", "customXml", "../customXml/item7.xml")
    assert case in parts_of(write(whole(), on(data)).data).values()


def test_a_memo_can_be_the_letterhead_of_another(style: Style, tmp_path: Path) -> None:
    first = write(whole(), style).data
    data = write(whole(), on(first)).data
    assert audited(data, tmp_path) == []
    assert lint(data) == []


def test_the_page_is_the_letterhead_s_unless_the_style_says_otherwise() -> None:
    assert on(of_python_docx()).page.width == 612
    wider = on(of_python_docx(), "page: {left: 40mm}\n").page
    assert wider.left == pytest.approx(113.39, abs=0.01)
    assert wider.right == 90


def test_a_letterhead_elsewhere_is_refused() -> None:
    files = {"styles/mine.yaml": "name: mine\nsummary: x\nextends: house\nbase_document: ../paper.docx\n"}
    with pytest.raises(BriefError) as refused:
        find_style(Scalar("mine"), Workspace(files=files), ("",))
    assert [one.code for one in refused.value.diagnostics] == ["outside-folder"]


def test_a_language_of_the_letterhead_is_not_the_memo_s() -> None:
    document = replace(whole(), meta=replace(META, language="fr"))
    xml = parts_of(write(document, on(of_ministry())).data)["word/styles.xml"]
    defaults = re.search(r"<w:docDefaults>.*?</w:docDefaults>", xml, re.DOTALL)
    assert defaults
    assert 'w:val="fr"' in defaults[0]
