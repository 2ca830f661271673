"""Where the brief goes with the files of its memo, and what a file without it tells."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pypdfium2
import pytest
from docx import Document as open_docx

import reportgen

BRIEF = "title: Talks\nfrom: A. Person\ndate: 2026-11-22\nreference: X-1\nsummary: In short.\n"


@pytest.fixture(autouse=True)
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("talks.yaml").write_text(BRIEF)


def parts() -> list[str]:
    with zipfile.ZipFile("output/talks.docx") as package:
        return package.namelist()


def attached() -> int:
    return Path("output/talks.pdf").read_bytes().count(b"/EmbeddedFile")


def test_the_brief_is_inside_the_docx_alone() -> None:
    reportgen.make("talks.yaml")
    assert "customXml/item1.xml" in parts()
    assert attached() == 0


def test_the_brief_can_be_attached_to_the_pdf() -> None:
    reportgen.make("talks.yaml", source="attached")
    assert "customXml/item1.xml" in parts()
    assert attached() == 1


def test_files_that_leave_the_house_tell_neither_brief_nor_author() -> None:
    reportgen.make("talks.yaml", source="none")
    assert not any(name.startswith("customXml") for name in parts())
    said = open_docx("output/talks.docx").core_properties
    assert (said.title, said.author, said.created) == ("Talks", "", None)
    assert pypdfium2.PdfDocument("output/talks.pdf").get_metadata_dict()["Author"] == ""


def test_findings_are_comments_where_they_are_asked_for() -> None:
    reportgen.make("talks.yaml")
    assert "word/comments.xml" not in parts()
    made = reportgen.make("talks.yaml", comments=True)
    found = open_docx("output/talks.docx").comments
    assert [comment.text.split("\n")[0] for comment in found] == [
        f"{one.severity}: {one.message} [{one.code}]" for one in made.diagnostics
    ]
    assert len(found) == 1


def test_a_memo_is_made_again_where_it_is_asked_for_otherwise() -> None:
    reportgen.make("talks.yaml")
    again, other = (reportgen.make("talks.yaml", source=source) for source in ("inside", "none"))
    assert [file.unchanged for file in (*again.files, *other.files)] == [True, True, False, False]
