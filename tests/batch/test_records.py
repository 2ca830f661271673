"""What is unchanged is not made again; whatever changes what a memo would be, makes it again."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import reportgen
from reportgen.batch import records

BRIEF = """\
title: A
date: 2026-01-01
to: X
from: Y
include: parts/more.yaml
tables:
  - {title: Rounds, data: rounds.csv}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "parts").mkdir()
    (tmp_path / "note.yaml").write_text(BRIEF)
    (tmp_path / "parts" / "more.yaml").write_text("conclusion: C\n")
    (tmp_path / "rounds.csv").write_text("Round,Outcome\n1,None\n")
    return tmp_path


def made(**options: object) -> list[bool]:
    """Return for each file whether it was made."""
    return [not file.unchanged for file in reportgen.make("note.yaml", **options).files]


def replace(name: str, old: str, new: str) -> Callable[[], object]:
    return lambda: Path(name).write_text(Path(name).read_text().replace(old, new))


def put(name: str, text: str) -> Callable[[], object]:
    def write() -> None:
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(text)

    return write


def test_a_memo_is_made_once_and_has_the_same_bytes_as_one_made_by_force(folder: Path) -> None:
    assert made() == [True, True]
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in Path("output").glob("note.*")}
    assert made() == [False, False]
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before
    assert made(force=True) == [True, True]
    assert {path: path.read_bytes() for path in before} == {path: content for path, (content, _) in before.items()}


@pytest.mark.parametrize(
    "change",
    [
        replace("note.yaml", "title: A", "title: B"),
        replace("parts/more.yaml", "C", "D"),
        replace("rounds.csv", "None", "Some"),
        put("styles/house.yaml", "extends: house\nname: house\n"),
        put("templates/policy-memo.yaml", "extends: policy-memo\n"),
        put("languages/en.yaml", Path(reportgen.__file__).with_name("data").joinpath("languages/en.yaml").read_text()),
        put("reportgen.toml", "[checks]\nopen-hole = 'info'\n"),
        put("pyproject.toml", "[tool.reportgen.checks]\nopen-hole = 'info'\n"),
        lambda: os.remove("output/note.pdf"),
        put("output/note.docx", "not what was made"),
        put("output/.reportgen/note.json", "{"),
        put("output/.reportgen/note.json", "[]"),
        lambda: os.remove("output/.reportgen/note.json"),
    ],
)
def test_a_change_of_anything_that_counts_makes_it_again(folder: Path, change: Callable[[], object]) -> None:
    made()
    change()
    assert made() == [True, True]
    assert made() == [False, False]


@pytest.mark.parametrize(
    "options", [{"assignments": ("status=final",)}, {"template": "policy-memo"}, {"assignments": ("date=2026-01-02",)}]
)
def test_what_is_set_from_outside_counts(folder: Path, options: dict[str, object]) -> None:
    made()
    assert made(**options) == [True, True]
    assert made() == [True, True]


def test_another_version_of_anything_installed_counts(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made()
    monkeypatch.setattr(records, "_packages", lambda: ["x-2.dist-info"])
    records.made_by.cache_clear()
    try:
        assert made() == [True, True]
    finally:
        records.made_by.cache_clear()


def test_a_house_s_own_check_counts(folder: Path) -> None:
    put("reportgen.toml", 'plug_ins = ["ours"]\n')()
    Path("ours/checks").mkdir(parents=True)
    made()
    assert made() == [False, False]
    Path("ours/checks/our_new_check.py").write_text(
        "from reportgen.checks import CheckOptions as Options\ndef check(review, options):\n    return ()\n"
    )
    assert run("note.yaml").returncode == 0
    assert "unchanged" in run("note.yaml").stdout
    replace("ours/checks/our_new_check.py", "()", "[]")()
    assert "unchanged" not in run("note.yaml").stdout


def test_formats_that_were_made_one_by_one_are_all_unchanged(folder: Path) -> None:
    assert made(formats="docx") == [True]
    assert made(formats="pdf") == [True]
    assert made() == [False, False]
    replace("note.yaml", "title: A", "title: B")()
    assert made(formats="docx") == [True]
    assert made() == [True, True]


def test_a_format_made_of_what_is_gone_is_not_kept(folder: Path) -> None:
    made(formats="docx")
    replace("note.yaml", "title: A", "title: B")()
    assert made(formats="pdf") == [True]
    assert made(formats="docx") == [True]
    assert made() == [False, False]


def test_findings_are_told_again_and_refuse_a_strict_memo(folder: Path) -> None:
    replace("note.yaml", "to: X\n", "")()
    first = reportgen.make("note.yaml")
    again = reportgen.make("note.yaml")
    assert again.files[0].unchanged
    assert [one.code for one in first.diagnostics] == ["open-hole"]
    assert again.diagnostics == first.diagnostics
    with pytest.raises(reportgen.BriefError, match="open-hole"):
        reportgen.make("note.yaml", strict=True)


def test_files_in_memory_leave_no_record(folder: Path) -> None:
    workspace = reportgen.Workspace(files={"note.yaml": "title: A"})
    reportgen.make("note.yaml", workspace=workspace)
    assert not Path("output/.reportgen/note.json").exists()


def test_a_memo_that_is_skipped_loads_nothing_that_builds_one(folder: Path) -> None:
    made()
    code = (
        "import sys; sys.argv = ['reportgen', 'make', 'note.yaml', './note.yaml']\nfrom reportgen.cli import main\n"
        "try: main()\nexcept SystemExit: pass\n"
        "heavy = {'pydantic', 'jinja2', 'yaml', 'docx', 'lxml', 'reportlab', 'rich', 'multiprocessing'}\n"
        "print(heavy & set(sys.modules))"
    )
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert said.stdout.splitlines()[-1] == "set()"
    assert "unchanged" in said.stdout


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "reportgen", "make", *words]
    return subprocess.run(command, capture_output=True, text=True, check=False)
