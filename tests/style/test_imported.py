"""A style file made from a letterhead: it validates, and sets memos in both formats."""

from __future__ import annotations

import page
import pytest
from letterhead_papers import of_ministry, of_pandoc, of_python_docx
from test_golden import workspace

import reportgen
from reportgen.diagnostics import NOWHERE
from reportgen.letterhead.paper import opened
from reportgen.located import Scalar
from reportgen.pipeline import Memo, find_style
from reportgen.style import Style
from reportgen.style.imported import style_file
from reportgen.workspace import Workspace

PAPERS = {"python-docx": of_python_docx(), "pandoc": of_pandoc(), "ministry": of_ministry()}
EACH = pytest.mark.parametrize("name", PAPERS)


def files_of(name: str) -> dict[str, str | bytes]:
    house = find_style(Scalar("house"), Workspace(files={}), ("",))
    text = style_file(opened(PAPERS[name], NOWHERE), "paper", "paper.docx", house)
    return {"styles/paper.yaml": text, "styles/paper.docx": PAPERS[name]}


def imported(name: str) -> Style:
    return find_style(Scalar("paper"), Workspace(files=files_of(name)), ("",))


def memo(name: str) -> Memo:
    given = workspace("showcase")
    files = {path: given.read_bytes(path) for path in ("brief.yaml", "field.png")}
    found = Workspace(files={**files, **files_of(name)})
    return reportgen.build("brief.yaml", workspace=found, assignments=["style=paper"])


@EACH
def test_both_formats_are_made_and_the_pdf_conforms(name: str) -> None:
    made = memo(name)
    assert reportgen.write(made, "docx").data.startswith(b"PK")
    pdf = reportgen.write(made, "pdf").data
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        assert [one.message for one in page.validate_pdf_bytes(pdf, profile=profile).failures] == []


@EACH
def test_the_page_is_that_of_the_letterhead(name: str) -> None:
    for key, length in opened(PAPERS[name], NOWHERE).page.items():
        assert getattr(imported(name).page, key) == pytest.approx(length, abs=0.15), key


def test_sizes_spaces_and_colours_are_those_of_its_styles() -> None:
    style = imported("python-docx")
    assert (style.look("body").size, style.look("body").after) == (11, 6)
    heading = style.look("heading-1")
    assert (heading.size, heading.bold, heading.before, heading.keep_with_next) == (14, True, 24, True)
    assert style.colour(heading.colour) == "365F91"
    assert style.colours.second == "C0504D"


def test_small_capitals_are_those_of_its_styles() -> None:
    assert [name for name, look in imported("ministry").looks.items() if look.small_caps] == ["heading-1"]
    assert not any(look.small_caps for look in imported("python-docx").looks.values())


def test_a_typeface_that_no_package_has_is_named_for_word_and_set_in_the_nearest() -> None:
    text = str(files_of("python-docx")["styles/paper.yaml"])
    assert "# No package has Cambria: Word takes it where it is installed, PDF files have Source Serif 4." in text
    style = imported("python-docx")
    assert (style.fonts["serif"].family, style.fonts["serif"].package) == ("Cambria", "fontpkg_source_serif_4")
    assert (style.fonts["sans"].family, style.fonts["sans"].package) == ("Calibri", "fontpkg_source_sans_3")


def test_the_table_of_styles_names_those_that_there_are_and_lists_the_others() -> None:
    text = str(files_of("ministry")["styles/paper.yaml"])
    assert imported("ministry").word_styles["heading-1"] == "heading 1"
    assert "  # kicker:\n" in text
    assert "#   Fließtext\n" in text
