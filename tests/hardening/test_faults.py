"""What a machine may do meanwhile: names in no encoding, clocks that go back, files that change while they are read."""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import reportgen
from reportgen.diagnostics import BriefError, OutputError
from reportgen.workspace import Workspace

BRIEF = "title: {}\nsummary: They begin in spring.\n"


def test_a_name_that_is_no_utf_8_is_made_and_told_in_some_way(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/talks-\xff.yaml"
    try:
        Path(os.fsdecode(name)).write_text(BRIEF.format("Talks"), encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes no such name")
    command = [sys.executable, "-m", "reportgen", "make", os.fsdecode(name), "-o", str(tmp_path / "out")]
    for environment in ({}, {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}):
        run = subprocess.run(command, capture_output=True, env={**os.environ, **environment}, check=False)
        assert run.returncode == 0, run.stderr
        assert b"Traceback" not in run.stderr
    assert sorted(os.listdir(os.fsencode(tmp_path / "out"))) == [b".reportgen", b"talks-\xff.docx", b"talks-\xff.pdf"]


def test_what_is_new_is_told_by_what_stands_in_files_and_by_no_clock(tmp_path: Path) -> None:
    brief = tmp_path / "b.yaml"
    brief.write_text(BRIEF.format("Old"), encoding="utf-8")
    first = reportgen.make(brief, tmp_path / "out", "html").files[0].path.read_bytes()
    for moment in (0, 4_000_000_000):
        os.utime(brief, (moment, moment))
        again = reportgen.make(brief, tmp_path / "out", "html").files[0].path
        assert again.read_bytes() == first
    stamp = brief.stat()
    brief.write_text(BRIEF.format("New"), encoding="utf-8")
    os.utime(brief, ns=(stamp.st_atime_ns, stamp.st_mtime_ns))
    assert b"New" in reportgen.make(brief, tmp_path / "out", "html").files[0].path.read_bytes()


def test_a_file_that_changes_while_it_is_read_is_made_anew_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = tmp_path / "b.yaml"
    brief.write_text(BRIEF.format("Old"), encoding="utf-8")
    read = Workspace._read

    def changing(self: Workspace, path: str) -> bytes:
        content = read(self, path)
        if path.endswith("b.yaml"):
            brief.write_text(BRIEF.format("New"), encoding="utf-8")
        return content

    with monkeypatch.context() as patched:
        patched.setattr(Workspace, "_read", changing)
        made = reportgen.make(brief, tmp_path / "out", "html").files[0].path.read_bytes()
    assert b"Old" in made
    assert b"New" not in made
    assert b"New" in reportgen.make(brief, tmp_path / "out", "html").files[0].path.read_bytes()


CAPABILITIES, OVERRIDE = 0x20080522, (1 << 1) | (1 << 2)
"""The version of Linux's interface of capabilities, and those to write and to read whatever permissions say."""


@contextmanager
def under_permissions() -> Iterator[None]:
    """Work as a user to whom permissions apply, also where that is root, who has the capability to override them."""
    if os.geteuid() != 0:
        yield
        return
    libc = ctypes.CDLL(None)
    header, sets = (ctypes.c_uint32 * 2)(CAPABILITIES, 0), (ctypes.c_uint32 * 6)()
    if libc.capget(header, sets):
        pytest.skip("root can't give up what overrides permissions here")
    effective = sets[0]
    sets[0] = effective & ~OVERRIDE
    libc.capset(header, sets)
    try:
        yield
    finally:
        sets[0] = effective
        libc.capset(header, sets)


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities of Linux")
def test_a_folder_that_can_not_be_written_to_keeps_its_files(tmp_path: Path) -> None:
    brief, output = tmp_path / "b.yaml", tmp_path / "out"
    brief.write_text(BRIEF.format("Old"), encoding="utf-8")
    reportgen.make(brief, output, ("docx", "pdf", "html"))
    before = {path.name: path.read_bytes() for path in output.glob("*.*") if path.is_file()}
    brief.write_text(BRIEF.format("New"), encoding="utf-8")
    for folder in (output, output / ".reportgen"):
        folder.chmod(0o555)
    with under_permissions(), pytest.raises(OutputError, match="permission denied") as caught:
        reportgen.make(brief, output, ("docx", "pdf", "html"))
    assert {one.code for one in caught.value.diagnostics} == {"cannot-write"}
    assert {path.name: path.read_bytes() for path in output.glob("*.*") if path.is_file()} == before
    output.chmod(0o755)  # for pytest to delete it


@pytest.mark.skipif(sys.platform != "linux", reason="capabilities of Linux")
def test_the_folder_of_a_brief_needs_no_permission_to_write(tmp_path: Path) -> None:
    brief, output = tmp_path / "briefs" / "b.yaml", tmp_path / "out"
    brief.parent.mkdir()
    output.mkdir()
    brief.write_text(BRIEF.format("T"), encoding="utf-8")
    brief.parent.chmod(0o555)
    reportgen.check(brief)
    with under_permissions():
        made = reportgen.make(brief, output, "html")
    assert made.files[0].path.is_file()
    assert [path.name for path in brief.parent.iterdir()] == ["b.yaml"]


def test_a_font_package_that_is_gone_is_told_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "styles").mkdir()
    fonts = "fonts: {serif: {family: Gone, package: no_such_package, upright: x.otf, italic: x.otf}}\n"
    (tmp_path / "styles" / "mine.yaml").write_text(f"extends: house\nname: mine\n{fonts}", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(f"style: mine\n{BRIEF.format('T')}", encoding="utf-8")
    with pytest.raises(BriefError) as caught:
        reportgen.make(tmp_path / "b.yaml", tmp_path / "out", "pdf")
    assert "missing-font" in {one.code for one in caught.value.diagnostics}
    assert not list((tmp_path / "out").glob("*.pdf"))
