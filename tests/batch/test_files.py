"""Files on the disk: whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

import reportgen


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "note.yaml"
    path.write_text("title: A\ndate: 2026-01-01\nto: X\nfrom: Y\nconclusion: C\n")
    return path


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.glob("[!.]*"))


def test_a_memo_is_written_in_each_format(brief: Path, tmp_path: Path) -> None:
    made = reportgen.make(brief, tmp_path / "new" / "output")
    assert names(tmp_path / "new" / "output") == ["note.docx", "note.pdf"]
    assert [(file.path.name, file.pages) for file in made.files] == [("note.docx", None), ("note.pdf", 1)]
    assert made.diagnostics == ()


def test_only_the_formats_asked_for_are_written(brief: Path, tmp_path: Path) -> None:
    reportgen.make(brief, tmp_path / "output", ("docx",))
    assert names(tmp_path / "output") == ["note.docx"]


def test_strict_refuses_warnings_and_writes_nothing(brief: Path, tmp_path: Path) -> None:
    brief.write_text("title: A\n")
    with pytest.raises(reportgen.BriefError, match="open-hole"):
        reportgen.make(brief, tmp_path / "output", strict=True)
    assert not (tmp_path / "output").exists()
    assert len(reportgen.make(brief, tmp_path / "output").diagnostics) == 3


def test_a_folder_that_is_a_file_is_no_place_to_write(brief: Path, tmp_path: Path) -> None:
    (tmp_path / "output").write_text("not a folder")
    with pytest.raises(reportgen.OutputError, match="is no folder"):
        reportgen.make(brief, tmp_path / "output")
    assert (tmp_path / "output").read_text() == "not a folder"


def test_a_full_disk_leaves_the_old_files_whole(brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    reportgen.make(brief, output)
    before = {path.name: path.read_bytes() for path in output.glob("*.*") if path.is_file()}
    brief.write_text(brief.read_text().replace("conclusion: C", "conclusion: Changed"))
    write = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        write(path, data[:100])
        if ".pdf" in path.name:
            raise OSError(errno.ENOSPC, "No space left on device")
        return len(data)

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(reportgen.OutputError, match="no space left on device"):
        reportgen.make(brief, output)
    assert {path.name: path.read_bytes() for path in output.glob("*.*") if path.is_file()} == before


def test_a_folder_in_the_place_of_one_file_leaves_the_other_as_it_was(brief: Path, tmp_path: Path) -> None:
    (tmp_path / "output" / "note.pdf").mkdir(parents=True)
    (tmp_path / "output" / "note.docx").write_text("old")
    with pytest.raises(reportgen.OutputError, match="a folder has this name"):
        reportgen.make(brief, tmp_path / "output")
    assert (tmp_path / "output" / "note.docx").read_text() == "old"
    assert names(tmp_path / "output") == ["note.docx", "note.pdf"]


def test_a_file_that_is_locked_is_not_overwritten(brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    reportgen.make(brief, tmp_path / "output")
    monkeypatch.setattr(os, "access", lambda path, mode: False)  # root may write whatever the permissions say
    with pytest.raises(reportgen.OutputError, match="write-protected"):
        reportgen.make(brief, tmp_path / "output", force=True)


def test_a_memo_is_not_written_over_its_own_brief(brief: Path, tmp_path: Path) -> None:
    disguised = tmp_path / "x.docx"
    disguised.write_text(brief.read_text())
    with pytest.raises(reportgen.OutputError, match="made of this very file"):
        reportgen.make(disguised, tmp_path)
    assert disguised.read_text() == brief.read_text()


def test_an_interruption_leaves_no_temporary_file(brief: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(source: Path, target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        reportgen.make(brief, tmp_path / "output")
    assert names(tmp_path / "output") == []


def test_files_have_the_permissions_that_new_files_have(brief: Path, tmp_path: Path) -> None:
    mask = os.umask(0o027)
    try:
        made = reportgen.make(brief, tmp_path / "output", ("docx",))
    finally:
        os.umask(mask)
    assert made.files[0].path.stat().st_mode & 0o777 == 0o640


def test_a_link_out_of_the_brief_s_folder_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    (tmp_path / "secret.png").write_bytes(b"x")
    (tmp_path / "briefs" / "s.png").symlink_to(tmp_path / "secret.png")
    brief = tmp_path / "briefs" / "b.yaml"
    brief.write_text("title: A\nsummary: '![x](s.png)'\n")
    assert [found.code for found in reportgen.check(brief)] == ["outside-folder"]
