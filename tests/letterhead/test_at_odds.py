"""What a memo and its letterhead say contrary to each other, or twice."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from letterhead_papers import changed, in_mode, marked, of_ministry, with_second_section
from PIL import Image

import reportgen
from reportgen.diagnostics import Diagnostic
from reportgen.workspace import Workspace

STYLE = "name: mine\nsummary: mine\nextends: house\nbase_document: paper.docx\n"
NATO = "classification: {system: nato, level: NATO %s}"
DRAWN = 'xmlns:v="urn:schemas-microsoft-com:vml"'
WATERMARK = f'<w:pict><v:shape {DRAWN}><v:textpath string="CONFIDENTIAL"/></v:shape></w:pict>'


def written(paper: bytes, markings: str = "", style: str = "", format: str = "docx") -> reportgen.Written:
    logo = io.BytesIO()
    Image.new("RGB", (4, 4)).save(logo, "PNG")
    brief = "title: Talks\nstyle: mine\n" + (f"markings: {{{markings}}}\n" if markings else "")
    files: dict[str, str | bytes] = {"b.yaml": brief, "styles/mine.yaml": STYLE + style}
    files |= {"styles/paper.docx": paper, "styles/logo.png": logo.getvalue()}
    return reportgen.write(reportgen.build("b.yaml", workspace=Workspace(files=files)), format)


def told(code: str, *given: object, **more: str) -> list[Diagnostic]:
    paper, *others = given
    return [one for one in written(paper, *others, **more).diagnostics if one.code == code]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("on_paper", "markings", "memo"),
    [
        ("NATO RESTRICTED", NATO % "UNCLASSIFIED", "marked 'NATO UNCLASSIFIED'"),
        ("RESTRICTED", NATO % "UNCLASSIFIED", "marked 'NATO UNCLASSIFIED'"),
        ("TOP SECRET", "classification: {system: us, level: SECRET}", "marked 'SECRET'"),
        ("SECRET", "classification: {system: us, level: TOP SECRET}", "marked 'TOP SECRET'"),
        ("TLP:AMBER+STRICT", "tlp: AMBER", "marked 'TLP:AMBER'"),
        ("TLP: RED", "tlp: AMBER", "marked 'TLP:AMBER'"),
        ("CONFIDENTIAL", "", "not marked"),
    ],
)
def test_another_marking_on_the_letterhead_is_warned_of_once(on_paper: str, markings: str, memo: str) -> None:
    (found,) = told("letterhead-marking", marked(of_ministry(), on_paper), markings)
    said = on_paper.replace(": ", ":")
    assert (found.severity, found.message) == ("warning", f"the letterhead says '{said}', and the memo is {memo}")
    assert (found.source.file, found.source.line) == ("styles/mine.yaml", 4)
    assert found.hint


@pytest.mark.parametrize(
    ("on_paper", "markings"),
    [
        ("NATO RESTRICTED", NATO % "RESTRICTED"),
        ("RESTRICTED", NATO % "RESTRICTED"),
        ("TLP:AMBER", "tlp: AMBER"),
        ("Our secretary is official", "tlp: AMBER"),
        ("SECRETARIAT", ""),
    ],
)
def test_the_same_marking_or_none_is_no_reason_to_warn(on_paper: str, markings: str) -> None:
    assert told("letterhead-marking", marked(of_ministry(), on_paper), markings) == []


def test_a_watermark_is_a_marking_too() -> None:
    paper = changed(of_ministry(), {"word/header1.xml": ("</w:hdr>", f"<w:p><w:r>{WATERMARK}</w:r></w:p></w:hdr>")})
    (found,) = told("letterhead-marking", paper, "tlp: AMBER")
    assert "'CONFIDENTIAL'" in found.message


def test_a_marking_on_the_letterhead_stands_once_on_each_page() -> None:
    data = written(marked(of_ministry(), "NATO RESTRICTED"), NATO % "RESTRICTED").data
    (section,) = docx.Document(io.BytesIO(data)).sections
    for head in (section.first_page_header, section.header, section.even_page_header):
        assert " ".join(one.text for one in head.paragraphs).count("NATO RESTRICTED") == 1


def test_two_logos_are_warned_of_where_the_second_is_named() -> None:
    (found,) = told("letterhead-logo", of_ministry(), style="logo: {file: logo.png, alt: Arms, width: 60pt}\n")
    assert (found.severity, found.source.line) == ("warning", 5)
    assert told("letterhead-logo", of_ministry()) == []


@pytest.mark.parametrize(("mode", "count"), [(12, 1), (14, 1), (15, 0)])
def test_the_ways_of_an_older_word_are_kept_and_told(mode: int, count: int) -> None:
    paper = in_mode(of_ministry(), mode)
    assert [one.severity for one in told("letterhead-mode", paper)] == ["info"] * count
    settings = docx.Document(io.BytesIO(written(paper).data)).settings.element
    assert [one.get(docx.oxml.ns.qn("w:val")) for one in settings.iter("{*}compatSetting")] == [str(mode)]


def test_of_several_sections_the_first_is_taken_and_the_others_are_told() -> None:
    data = written(with_second_section(of_ministry())).data
    (section,) = docx.Document(io.BytesIO(data)).sections
    assert section.header.paragraphs[0].text == "Bundesministerium"
    (found,) = told("letterhead-sections", with_second_section(of_ministry()))
    assert found.severity == "info"
    assert told("letterhead-sections", of_ministry()) == []


@pytest.mark.parametrize("build", [of_ministry, lambda: marked(of_ministry(), "SECRET")], ids=["plain", "marked"])
def test_a_pdf_is_on_no_letterhead_and_says_nothing_of_it(build: Callable[[], bytes]) -> None:
    assert written(build(), format="pdf").diagnostics == ()
