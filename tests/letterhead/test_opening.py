"""A letterhead from a stranger: what it must not do, and what it may keep."""

from __future__ import annotations

import io
import zipfile

import pytest
from letterhead_papers import as_template, changed, of_ministry, of_pandoc, of_python_docx, related, with_macros

from reportgen.diagnostics import BriefError, Source
from reportgen.letterhead.paper import Letterhead, opened
from reportgen.limits import NORMAL

HERE = Source("styles/mine.yaml", "base_document", 4, 16)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEADER = "word/header1.xml"
TYPES = "[Content_Types].xml"
BINARY = '<Default Extension="bin" ContentType="x/y"/></Types>'
OLE = '<o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" r:id="rId900"/>'
VML = '<v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:imagedata r:href="rId900"/></v:shape>'


def refusal(data: bytes) -> tuple[str, str]:
    """Return the code of what is said of a letterhead that is refused, and what."""
    with pytest.raises(BriefError) as refused:
        opened(data, HERE)
    (found,) = refused.value.diagnostics
    assert found.source == HERE
    return found.code, found.message


def all_parts(letterhead: Letterhead) -> bytes:
    return b"".join(letterhead.package.parts.values())


def in_header(xml: str, data: bytes = b"") -> bytes:
    """Return a letterhead with something more in one of its headers."""
    return changed(data or of_ministry(), {HEADER: ("</w:hdr>", f"<w:p {W} {R}><w:r>{xml}</w:r></w:p></w:hdr>")})


@pytest.mark.parametrize("data", [of_python_docx(), of_pandoc(), of_ministry(), as_template(of_ministry())])
def test_a_harmless_letterhead_is_taken_whole(data: bytes) -> None:
    letterhead = opened(data, HERE)
    assert letterhead.dropped == ()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {name for name in archive.namelist() if not name.endswith(".rels") and not name.startswith("[")}
        assert letterhead.package.parts == {name: archive.read(name) for name in names}


def test_the_page_and_its_lines_are_read() -> None:
    letterhead = opened(of_ministry(), HERE)
    assert letterhead.page["width"] == pytest.approx(595.3, abs=0.1)
    assert letterhead.page["left"] == pytest.approx(68.05, abs=0.1)
    assert letterhead.even
    assert {type for part, type in letterhead.lines if part == "header"} == {"default", "first", "even"}


def test_a_style_counts_where_its_paragraphs_are_in_a_list() -> None:
    style = opened(of_ministry(), HERE).style("überschrift der stufe 1", "paragraph")
    assert style
    assert style.counts


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "can't be opened"),
        (b"PK\x03\x04 and no more", "can't be opened"),
        (b"\xd0\xcf\x11\xe0 a file of Word 97", "old Word file, or locked"),
        (of_ministry()[:-2000], "can't be opened"),
        (
            changed(of_ministry(), {"[Content_Types].xml": ("wordprocessingml.document", "spreadsheetml.sheet")}),
            "no Word document",
        ),
        (changed(of_ministry(), {"word/styles.xml": ("</w:styles>", "")}), "is broken"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, said: str) -> None:
    code, message = refusal(data)
    assert code == "bad-letterhead"
    assert said in message


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/a.bin", bytes(32_000_001))
    assert len(bomb.getvalue()) < 100_000
    assert refusal(bomb.getvalue()) == ("unsafe-letterhead", "the letterhead unpacks to 32 MB; 32 MB are the most")


def test_too_many_parts_are_refused() -> None:
    many = changed(of_python_docx(), {}, {f"x/{number}.txt": b"" for number in range(NORMAL.parts)})
    assert refusal(many)[0] == "unsafe-letterhead"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_expanded(encoding: str) -> None:
    laughs = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<?xml version="1.0" encoding="{encoding}"?><!DOCTYPE x [<!ENTITY a0 "ha">{laughs}]><x>&a9;</x>'
    data = changed(of_python_docx(), {}, {"word/more.xml": bomb.encode(encoding)})
    assert refusal(data) == ("unsafe-letterhead", "'word/more.xml' in the letterhead declares a document type")


def test_an_entity_in_another_file_is_refused() -> None:
    text = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:hdr {W}>&e;</w:hdr>'
    assert refusal(changed(of_python_docx(), {}, {"word/header9.xml": text}))[0] == "unsafe-letterhead"


def test_elements_too_deep_in_one_another_are_refused() -> None:
    deep = "<a>" * 100_000
    assert refusal(changed(of_python_docx(), {}, {"word/deep.xml": deep}))[0] == "unsafe-letterhead"


def test_macros_are_left_out_and_named() -> None:
    letterhead = opened(with_macros(of_ministry()), HERE)
    assert letterhead.dropped == ("macros",)
    assert not [name for name in letterhead.package.parts if "vba" in name]


@pytest.mark.parametrize(
    ("kind", "target", "external", "xml", "told"),
    [
        ("oleObject", "embedded.bin", False, f"<w:object>{OLE}</w:object>", "embedded objects"),
        ("control", "activeX1.xml", False, '<w:object><w:control r:id="rId900"/></w:object>', "ActiveX controls"),
        ("image", "https://example.org/spy.png", True, f"<w:pict>{VML}</w:pict>", "content from elsewhere"),
        ("subDocument", "file:///c:/x.docx", True, "<w:t>x</w:t>", "a linked document"),
    ],
)
def test_what_could_run_or_fetch_is_left_out(kind: str, target: str, external: bool, xml: str, told: str) -> None:
    data = related(in_header(xml), HEADER, kind, target, external)
    if not external:
        data = changed(data, {}, {f"word/{target}": b"<x/>"})
        data = changed(data, {TYPES: ("</Types>", BINARY)})
    letterhead = opened(data, HERE)
    assert letterhead.dropped == (told,)
    assert b"rId900" not in all_parts(letterhead)
    assert "rId900" not in {one.id for has in letterhead.package.relations.values() for one in has}


def test_a_link_to_another_template_is_left_out() -> None:
    linked = changed(
        of_ministry(), {"word/settings.xml": ("</w:settings>", f'<w:attachedTemplate {R} r:id="rId900"/></w:settings>')}
    )
    letterhead = opened(
        related(linked, "word/settings.xml", "attachedTemplate", "https://example.org/x.dotm", True), HERE
    )
    assert letterhead.dropped == ("a link to another template",)
    assert b"attachedTemplate" not in all_parts(letterhead)


def test_a_link_to_a_web_address_stays_and_one_to_a_program_loses_its_address() -> None:
    link = f'</w:r><w:hyperlink {R} r:id="rId900"><w:r><w:t>Leave</w:t></w:r></w:hyperlink><w:r>'
    kept = opened(related(in_header(link), HEADER, "hyperlink", "https://example.org", True), HERE)
    assert kept.dropped == ()
    lost = opened(related(in_header(link), HEADER, "hyperlink", "file:///c:/run.exe", True), HERE)
    assert lost.dropped == ("a link that is no web address",)
    assert b"<w:t>Leave</w:t>" in all_parts(lost)


@pytest.mark.parametrize(
    "code", ["DDEAUTO c:\\\\cmd.exe", 'INCLUDEPICTURE "https://example.org/x.png"', "MACROBUTTON X y"]
)
def test_risky_fields_become_the_words_that_they_show(code: str) -> None:
    split = f"</w:instrText></w:r><w:r><w:instrText>{code[2:]}"
    field = f'<w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{code[:2]}{split}</w:instrText></w:r><w:r>'
    field += (
        '<w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>shown</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/>'
    )
    letterhead = opened(in_header(field), HERE)
    assert letterhead.dropped == (f"a field ({code.split()[0]})",)
    words = letterhead.package.parts[HEADER]
    assert b"<w:t>shown</w:t>" in words
    assert b"instrText" not in words
    assert b"fldChar" not in words
